internal import DelimitedText
internal import Diagnostics
internal import TimeSeries

/// Finds out how a file is written and what its columns hold.
///
///     let report = Sniffer().sniff(bytes, file: "exports.csv")
///     report.schema?.dialect       // semicolons
///     report.sections              // every candidate with its evidence
///
/// Two passes: the structure from a sample of the rows, then the numbers from all of them. See
/// Documentation/Methods/importing.md.
public struct Sniffer: Sendable, Hashable {
  /// Makes a sniffer.
  public init() {}

  /// Examines the bytes of a file.
  public func sniff(_ raw: [UInt8], file: String) -> SniffReport {
    let encodings = EncodingDetector().candidates(raw)
    return sniff(
      DecodedText(raw, encoding: encodings.first?.encoding), file: file, encodings: encodings)
  }

  /// Examines a text that is decoded already.
  public func sniff(
    _ decoded: DecodedText, file: String, encodings: [EncodingCandidate] = []
  ) -> SniffReport {
    var work = SniffWork(decoded, file: file, encodings: encodings)
    return work.report()
  }
}

/// The steps of an examination, each with what the ones before found.
struct SniffWork {
  let decoded: DecodedText
  let file: String
  let encodings: [EncodingCandidate]
  var diagnostics: [Diagnostic]
  /// The first month of fiscal years, where the user says it.
  let fiscalStart: Int?
  /// The records of the whole text in the dialect that fits best; `nil` before they are read.
  private(set) var table: DelimitedTable?

  init(
    _ decoded: DecodedText, file: String, encodings: [EncodingCandidate], fiscalStart: Int? = nil
  ) {
    self.decoded = decoded
    self.fiscalStart = fiscalStart
    self.file = file
    self.encodings = encodings
    diagnostics = decoded.diagnostics(file: file)
  }

  mutating func report() -> SniffReport {
    warnAboutPages()
    // Of nothing, or of line ends alone, all candidates say the same.
    let hasContent = decoded.bytes.contains { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let dialects = hasContent ? DialectDetector().candidates(decoded.bytes) : []
    guard let best = dialects.first, best.width > 0 else {
      diagnostics.append(
        Diagnostic(
          "sniff.empty", .error, at: InputLocation(file: file),
          "the file has no rows, expected a table"))
      return empty(dialects)
    }
    if best.score == 0 {
      diagnostics.append(
        Diagnostic(
          "sniff.one-column", .warning, at: InputLocation(file: file, line: 1),
          "no delimiter cuts the rows into cells, found one column, expected commas, semicolons, "
            + "tabs or bars",
          hint: "the file may be a message or a page and no table; name the delimiter in a schema "
            + "if it is another one"))
    } else if let second = dialects.dropFirst().first, second.score > 0.9 * best.score {
      diagnostics.append(
        Diagnostic(
          "sniff.dialect", .warning, at: InputLocation(file: file),
          "\(best.dialect.delimiterName) and \(second.dialect.delimiterName) fit nearly as well "
            + "as delimiters",
          hint: "keep the right one in a schema"))
    }
    let table = DelimitedReader(dialect: best.dialect, header: .none)
      .read(decoded.bytes, file: file)
    self.table = table
    let rows = table.rows
    let detector = LayoutDetector(rows, width: best.width)
    guard let layout = detector.layout() else { return empty(dialects) }
    return report(dialects, best, table, detector, layout)
  }

  private mutating func report(
    _ dialects: [DialectCandidate], _ best: DialectCandidate, _ table: DelimitedTable,
    _ detector: LayoutDetector, _ layout: TableLayout
  ) -> SniffReport {
    let rows = table.rows
    var title = TableTitle(
      layout.preamble.map { rows[$0] }, footer: layout.footer.prefix(20).map { rows[$0] })
    if let fiscalStart { title.fiscalStart = fiscalStart }
    for note in title.notes {
      diagnostics.append(
        Diagnostic(
          "sniff.title", .warning, at: InputLocation(file: file, line: note.line), note.sentence))
    }
    let calendar = title.fiscalStart.map { FiscalCalendar(firstMonth: $0) }
    let header = TableHeader(
      layout.header.map { rows[$0] }, width: best.width,
      forms: PeriodForms(
        parser: PeriodParser(fiscalCalendar: calendar),
        quarters: QuarterMark.of(labels(layout, rows)), toDate: title.toDate))
    let headerLine = layout.header.first.map { rows[$0].line }
    var columns = ColumnSurvey(rows, layout, detector, header).reports()
    let layouts = LayoutVote(columns, detector, headerLine: headerLine).candidates()
    let isWide = layouts.first?.layout == .wide
    if !isWide {
      columns = columns.map { column in
        ColumnReport(
          number: column.number, name: column.name, roles: column.roles, role: column.role,
          period: nil, heading: column.heading)
      }
    }
    RoleAssignment(table, layout, title).assign(to: &columns, isWide: isWide)
    reportLeftOut(columns, isWide: isWide, headerLine: headerLine)
    let numbers = decide(table, layout, columns, best.dialect, detector)
    diagnostics += numbers.questions(file: file)
    let builder = SchemaBuilder(
      decoded: decoded, dialect: best.dialect, rows: rows, layout: layout, header: header,
      columns: columns, isWide: isWide, numbers: numbers, title: title)
    let schema = best.score == 0 ? nil : builder.schema()
    if best.score > 0, !columns.contains(where: { $0.role == .value }) {
      diagnostics.append(
        Diagnostic(
          "sniff.no-values", .warning, at: InputLocation(file: file, line: headerLine),
          "no column holds figures, expected one at least"))
    }
    if best.score > 0, !isWide, !columns.contains(where: { $0.role == .period }) {
      let overHeader = PeriodDoubt.ofHeadings(labels(layout, rows))
      let doubt = detector.profiles.indices.lazy.compactMap { column in
        PeriodDoubt.of(layout.data.prefix(50).map { (rows[$0].text(in: column) ?? "").trimmedCell })
          .map { (column, $0) }
      }.first
      let name = doubt.map { " of column \(header.names[$0.0].quoted)" } ?? ""
      diagnostics.append(
        Diagnostic(
          "sniff.no-period", .warning, at: InputLocation(file: file, line: headerLine),
          overHeader?.message ?? doubt.map { "no periods were read\(name): \($0.1.message)" }
            ?? "no column and no header holds periods, expected forms such as 2024-09 or 2024-Q3",
          hint: overHeader?.hint ?? doubt?.1.hint ?? "name the column of the periods in a schema"))
    }
    return SniffReport(
      file: file, encodings: encodings, dialects: dialects,
      structure: structure(rows, layout), layouts: layouts, columns: columns, numbers: numbers,
      diagnostics: diagnostics, headerLine: headerLine, schema: schema)
  }

  private func empty(_ dialects: [DialectCandidate]) -> SniffReport {
    SniffReport(
      file: file, encodings: dialects.isEmpty ? [] : encodings, dialects: dialects,
      structure: [], layouts: [],
      columns: [], numbers: NumberDecision([]), diagnostics: diagnostics, headerLine: nil,
      schema: nil)
  }

  private mutating func warnAboutPages() {
    let head = String(decoding: decoded.bytes.prefix(1 << 16), as: UTF8.self).lowercased()
    let start = head.drop { $0.isWhitespace }
    guard start.hasPrefix("<"),
      head.contains("<html") || head.contains("<table")
        || head.contains("<script") || head.contains("<?xml")
    else { return }
    diagnostics.append(
      Diagnostic(
        "sniff.page", .warning, at: InputLocation(file: file, line: 1),
        "the file is a page of HTML or XML, expected delimited text"))
  }

  /// The texts over the columns that may be periods: all of the last header row with several.
  private func labels(_ layout: TableLayout, _ rows: DelimitedRecords) -> [String] {
    layout.header.lazy.map { index in
      rows[index].map(\.text.trimmedCell).filter { $0.contains(where: \.isNumber) }
    }.max { $0.count < $1.count } ?? []
  }

  /// Says which columns of numbers are not read.
  private mutating func reportLeftOut(
    _ columns: [ColumnReport], isWide: Bool, headerLine: Int?
  ) {
    for column in columns where column.role == .ignore && column.roles.first?.role == .value {
      diagnostics.append(
        Diagnostic(
          "sniff.left-out", .warning, at: InputLocation(file: file, line: headerLine),
          "column \(column.name.quoted) holds numbers and is left out, "
            + (isWide
              ? "because no period stands over it" : "because other columns hold the figures"),
          hint: "give it a role in a schema if it is wanted"))
    }
  }

  /// Reads all cells of the columns of values in both ways.
  private func decide(
    _ table: DelimitedTable, _ layout: TableLayout, _ columns: [ColumnReport], _ dialect: Dialect,
    _ detector: LayoutDetector
  ) -> NumberDecision {
    let isIndian = detector.hasIndianGroups
    let formats = [
      NumberFormat(grouping: isIndian ? .indian : .threes), NumberFormat(decimalMark: .comma),
    ]
    // Other columns with numbers, such as changes in percent, show the decimal mark too.
    let values = columns.indices.filter { columns[$0].role == .value }
    let others = columns.indices.filter { index in
      columns[index].role != .value && columns[index].roles.contains { $0.role == .value }
    }
    var read = (values + others).map { NumberColumn(name: columns[$0].name, formats: formats) }
    for (place, column) in (values + others).enumerated() {
      read[place].add(column: column, of: table, rows: layout.data)
    }
    return NumberDecision(
      Array(read.prefix(values.count)), witnesses: Array(read.dropFirst(values.count)),
      delimiter: dialect.delimiter)
  }

  private func structure(_ rows: DelimitedRecords, _ layout: TableLayout) -> [SniffReport.Section
    .Row]
  {
    func row(_ name: String, _ range: Range<Int>) -> SniffReport.Section.Row {
      let evidence = range.first.map { first in
        Evidence(line: rows[first].line, "begins with \(rows[first].text(in: 0)?.quoted ?? "''")")
      }
      return SniffReport.Section.Row(
        candidate: "\(range.count) \(name)", score: nil, evidence: evidence.map { [$0] } ?? [])
    }
    let units = layout.units.map { $0..<$0 + 1 } ?? 0..<0
    return [
      row("preamble rows", layout.preamble), row("header rows", layout.header),
      row("units rows", units), row("data rows", layout.data), row("footer rows", layout.footer),
    ]
  }
}
