/// A cell of a table as it stands in a file.
public struct PrintedCell: Sendable, Hashable {
  /// The text without white space at its ends and without the quotes of CSV.
  public let text: String
  /// The physical line, counted from 1.
  public let line: Int
  /// The column of the first byte of the text, counted from 1 in UTF-8 bytes.
  public let column: Int
  /// The offset of the first byte of the text in the file, as UTF-8.
  public let start: Int
  /// The offset behind the last byte of the text.
  public let end: Int

  /// Makes a cell.
  public init(text: String, line: Int, column: Int, start: Int, end: Int) {
    self.text = text
    self.line = line
    self.column = column
    self.start = start
    self.end = end
  }

  /// Whether nothing stands in the cell.
  public var isEmpty: Bool { text.isEmpty }
}
