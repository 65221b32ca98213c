/// A place in an input: a file with, as far as they are known, a line, a column and a record.
public struct InputLocation: Sendable, Hashable, CustomStringConvertible {
  /// The file's path as the user gave it; `<stdin>` for standard input.
  public let file: String
  /// The physical line, counted from 1; `nil` when the whole file is meant.
  public let line: Int?
  /// The column, counted from 1 in UTF-8 bytes; `nil` when the whole line is meant.
  public let column: Int?
  /// The record, counted from 1 (the header is record 1), where records and lines differ.
  public let record: Int?

  /// Makes a location; leave out what is not known.
  public init(file: String, line: Int? = nil, column: Int? = nil, record: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.record = record
  }

  /// `file`, `file:line` or `file:line:column`.
  public var description: String {
    var text = file
    if let line {
      text += ":\(line)"
      if let column { text += ":\(column)" }
    }
    return text
  }
}
