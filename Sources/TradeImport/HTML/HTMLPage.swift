/// The tables of an HTML page and the text around them, each with its line.
///
///     let page = HTMLPage("<p>in US$</p><table><tr><td>1,5&nbsp;</td></tr></table>")
///     page.tables[0].rows[0].cells[0].text  // "1,5"
///     page.texts.map(\.text)                // ["in US$"]
///
/// White space is folded to single spaces and trimmed, a no-break space (`&nbsp;`) counts as white
/// space; what scripts and styles hold is left out. The parser repairs what is not closed, as
/// browsers do.
public struct HTMLPage: Sendable, Hashable {
  /// Text outside of the cells of tables, in the order of the page.
  public let texts: [HTMLText]
  /// The tables in the order of their starts; a table inside a cell comes behind the outer one.
  public let tables: [HTMLTable]

  init(texts: [HTMLText], tables: [HTMLTable]) {
    self.texts = texts
    self.tables = tables
  }
}

/// A run of text outside of tables.
public struct HTMLText: Sendable, Hashable {
  /// The text with its white space folded.
  public let text: String
  /// The physical line of its first word, counted from 1.
  public let line: Int
  /// The offset of its first word in the bytes of the page.
  public let offset: Int
  /// Whether a block such as a paragraph or a heading begins with it.
  public let beginsBlock: Bool
  /// Whether white space stands between it and the text before.
  public let isSpaced: Bool
}

/// A table of a page.
public struct HTMLTable: Sendable, Hashable {
  /// The rows that have at least one cell.
  public let rows: [HTMLRow]
}

/// A row of a table.
public struct HTMLRow: Sendable, Hashable {
  /// The cells as they are written; one that spans columns stands once.
  public let cells: [HTMLCell]
  /// The physical line of the first cell, counted from 1.
  public let line: Int

  /// Returns the cell that covers a column, counted from 0 with spans, if it starts there.
  public func cell(at column: Int) -> HTMLCell? {
    var start = 0
    for cell in cells {
      if start == column { return cell }
      start += cell.columnSpan
      if start > column { return nil }
    }
    return nil
  }

  /// How many columns the cells cover.
  public var columnCount: Int { cells.reduce(0) { $0 + $1.columnSpan } }
}

/// A cell of a table.
public struct HTMLCell: Sendable, Hashable {
  /// The text with its white space folded; empty for `&nbsp;` alone.
  public let text: String
  /// How many columns the cell covers, at least 1.
  public let columnSpan: Int
  /// How many rows the cell covers, at least 1.
  public let rowSpan: Int
  /// Whether it is a heading (`th`).
  public let isHeading: Bool
  /// The physical line of its text, or of its tag when it has none, counted from 1.
  public let line: Int
  /// The column of its text in bytes, counted from 1; 1 when the text is not found as it stands.
  public let column: Int
  /// The offset of its text in the bytes of the page, or of its line.
  public let offset: Int
}
