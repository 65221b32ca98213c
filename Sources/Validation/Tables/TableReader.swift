internal import DelimitedText
public import Diagnostics
internal import Markdown
public import TradeImport

/// Finds the tables of a file, whatever it is: CSV, Markdown, HTML, or columns of plain text.
///
///     let tables = TableReader().delimited("period,exports\n2024,24.85\n", file: "t.csv").tables
///     tables[0].heading(of: 1)  // "exports"
public struct TableReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Tables with what is wrong with their form.
  public struct Reading: Sendable {
    /// The tables, in the order of the file.
    public let tables: [PrintedTable]
    /// What is wrong or worth knowing.
    public let diagnostics: [Diagnostic]
  }

  /// Reads delimited text.
  public func delimited(_ text: String, file: String) -> Reading {
    delimited(DecodedText(Array(text.utf8), encoding: .utf8), file: file)
  }

  /// Reads delimited text; the delimiter is found out.
  public func delimited(_ text: DecodedText, file: String) -> Reading {
    let report = Sniffer().sniff(text, file: file)
    let dialect = report.dialects.first { $0.score > 0 }?.dialect ?? .commas
    let table = DelimitedReader(dialect: dialect, header: .none).read(text.bytes, file: file)
    var diagnostics = text.diagnostics(file: file)
    diagnostics += table.diagnostics.filter { $0.severity == .error }
    let records = table.rows.map { record in record.map(Self.cell) }
    let found = TableParts(records)
    guard !found.rows.isEmpty else {
      return Reading(tables: [], diagnostics: diagnostics)
    }
    let printed = PrintedTable(
      file: file, caption: found.caption, headings: found.headings, rows: found.rows,
      delimiter: dialect.delimiter)
    return Reading(tables: [printed], diagnostics: diagnostics)
  }

  /// Reads the tables of plain text, whose columns are set with blanks.
  public func columns(_ text: String, file: String) -> Reading {
    let tables = TextTableReader.tables(in: text).map { records in
      let found = TableParts(records)
      return PrintedTable(
        file: file, caption: found.caption, headings: found.headings, rows: found.rows)
    }
    return Reading(tables: tables, diagnostics: [])
  }

  private static func cell(_ field: DelimitedField) -> PrintedCell {
    let whole = field.text
    let text = whole.trimmed
    let content = field.mark.contentRange ?? field.mark.range
    let place = field.location
    // Blanks before the text; a field with doubled quotes is counted with them.
    let lead = whole.prefix { $0.isWhitespace }.utf8.count
    let quote = content.lowerBound - field.mark.start
    let start = content.lowerBound + lead
    let end = field.mark.contentRange == nil ? content.upperBound : start + text.utf8.count
    return PrintedCell(
      text: text, line: place.line ?? 1, column: (place.column ?? 1) + quote + lead,
      start: start, end: end)
  }

  /// Reads the tables of a Markdown text.
  public func markdown(_ document: String, file: String) -> Reading {
    let markdown = MarkdownDocument(document)
    var starts: [Int] = []
    var offset = 0
    for line in markdown.lines {
      starts.append(offset)
      offset += line.text.utf8.count + line.ending.rawValue.utf8.count
    }
    func cells(_ row: MarkdownBlock.Table.Row) -> [PrintedCell] {
      row.cells.map { cell in
        let text = cell.text.trimmed
        // Marks such as those of bold text stand before the text.
        let from = (cell.column ?? 1) - 1
        let rest = Substring(markdown.lines[row.line - 1].text.utf8.dropFirst(from))
        let marks = rest.range(of: text).map { rest[..<$0].utf8.count } ?? 0
        let start = starts[row.line - 1] + from + marks
        return PrintedCell(
          text: text, line: row.line, column: from + marks + 1, start: start,
          end: start + text.utf8.count)
      }
    }
    var tables: [PrintedTable] = []
    var caption = ""
    for block in markdown.allBlocks {
      switch block {
      case .heading(let heading): caption = heading.text
      case .paragraph(let paragraph): caption = paragraph.text
      case .table(let table):
        let records = [cells(table.header)] + table.rows.map(cells)
        let found = TableParts(records, headingRows: 1)
        tables.append(
          PrintedTable(
            file: file, caption: caption, headings: found.headings, rows: found.rows))
        caption = ""
      default: break
      }
    }
    return Reading(tables: tables, diagnostics: [])
  }

  /// Reads the tables of an HTML page.
  public func page(_ text: DecodedText, file: String) -> Reading {
    let page = HTMLPage(String(decoding: text.bytes, as: UTF8.self))
    let tables = page.tables.compactMap { table -> PrintedTable? in
      let records = table.rows.map { row in
        row.cells.flatMap { cell -> [PrintedCell] in
          let end = cell.offset + cell.text.utf8.count
          let printed = PrintedCell(
            text: cell.text, line: cell.line, column: cell.column, start: cell.offset, end: end)
          let blank = PrintedCell(
            text: "", line: cell.line, column: cell.column, start: end, end: end)
          return [printed] + Array(repeating: blank, count: cell.columnSpan - 1)
        }
      }
      let found = TableParts(records)
      guard !found.rows.isEmpty else { return nil }
      let place = table.rows.first?.cells.first?.offset ?? 0
      let caption = page.texts.last { $0.offset < place }?.text ?? ""
      return PrintedTable(
        file: file, caption: found.caption.isEmpty ? caption : found.caption,
        headings: found.headings, rows: found.rows)
    }
    return Reading(tables: tables, diagnostics: [])
  }
}

extension Substring {
  /// The place of the first occurrence of a text, which is not empty.
  fileprivate func range(of text: String) -> Index? {
    text.isEmpty ? nil : indices.first { self[$0...].hasPrefix(text) }
  }
}

extension StringProtocol {
  /// Without white space, no-break spaces among it, at both ends.
  var trimmed: String {
    var rest = Substring(self)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
