public import TradeImport

/// A table as it stands in a file: its headings and its rows, with the place of every cell.
public struct PrintedTable: Sendable {
  /// The name of the file.
  public let file: String
  /// The words over the table that may name its units; empty when there are none.
  public let caption: String
  /// The rows of headings, from top to bottom.
  public let headings: [[PrintedCell]]
  /// The rows below the headings.
  public let rows: [[PrintedCell]]
  /// How the numbers of the table are written.
  public let format: NumberFormat

  /// Makes a table; the number format is decided by all its cells, with the delimiter as a hint.
  ///
  /// A cell of an upper row of headings counts for the empty ones on its right.
  public init(
    file: String, caption: String = "", headings: [[PrintedCell]], rows: [[PrintedCell]],
    delimiter: UInt8? = nil
  ) {
    self.file = file
    self.caption = caption
    self.headings = headings
    self.rows = rows
    format = Self.numberFormat(of: rows, delimiter: delimiter)
  }

  /// The number of columns.
  public var width: Int { (headings + rows).map(\.count).max() ?? 0 }

  /// The cell of a row in a column; `nil` when the row is shorter.
  public func cell(_ row: Int, _ column: Int) -> PrintedCell? {
    column < rows[row].count ? rows[row][column] : nil
  }

  /// The heading of a column: the texts of all rows of headings over it, joined by spaces.
  public func heading(of column: Int) -> String {
    var parts: [String] = []
    for (index, row) in headings.enumerated() {
      var text = column < row.count ? row[column].text : ""
      if text.isEmpty, index + 1 < headings.count, column > 0 {
        let left = row.prefix(column).last { !$0.isEmpty }
        // The corner over the names of the rows heads no other column.
        if let left, left.column != row.first?.column || row.first?.isEmpty == true {
          text = left.text
        }
      }
      if !text.isEmpty, parts.last != text { parts.append(text) }
    }
    return parts.joined(separator: " ")
  }

  /// The heading cell of a column in the lowest row of headings.
  public func headingCell(of column: Int) -> PrintedCell? {
    headings.last.flatMap { column < $0.count ? $0[column] : nil }
  }

  private static func numberFormat(
    of rows: [[PrintedCell]], delimiter: UInt8?
  ) -> NumberFormat {
    let formats = [NumberFormat(), NumberFormat(decimalMark: .comma)]
    let width = rows.map(\.count).max() ?? 0
    let columns = (0..<width).map { column in
      var numbers = NumberColumn(name: "", formats: formats)
      for row in rows where column < row.count {
        let text = row[column].text
        // A year or a code says nothing about decimals, and costs time.
        if text.utf8.contains(where: { $0 == 0x2C || $0 == 0x2E }) {
          numbers.add(CellText.withoutBrackets(text), line: row[column].line)
        }
      }
      return numbers
    }
    let decision = NumberDecision(
      columns.filter { $0.fits.contains { $0.share > 0.5 } }, delimiter: delimiter)
    return decision.candidates.first?.format ?? formats[0]
  }
}
