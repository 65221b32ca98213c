internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// Reads one table by a schema and counts where every record and every cell goes.
struct GenericReading {
  let source: SourceText
  let schema: ImportSchema
  let options: ImportOptions
  /// Whether the user gave the schema, or it was found out.
  var isSchemaGiven = true
  private var bySchema: String { isSchemaGiven ? " by the schema" : "" }
  let format: String
  let table: DelimitedTable

  var observations = ObservationList()
  var problems: [ImportProblem] = []
  var notes: [Diagnostic] = []
  var account = ImportAccount()
  var areas: [String: String] = [:]
  /// The lines of the rows of figures that stand further down, by the place of the figure.
  var startLines: [Int: Int] = [:]
  var known = Known()
  /// Whether rows are known again by their texts; the result is the same.
  var isLearning = true

  /// What the columns of keys were read as before.
  struct Known {
    var periods = KnownReadings<Period>()
    var flows = KnownReadings<Flow>()
    var measures = KnownReadings<Measure>()
    var units = KnownReadings<Unit>()
    var statuses = KnownReadings<ObservationStatus>()
  }

  /// Makes a reading; the table is that of the source in the dialect of the schema, where it has
  /// been read before.
  init(
    _ source: SourceText, _ schema: ImportSchema, _ options: ImportOptions, format: String,
    table: DelimitedTable? = nil
  ) {
    self.source = source
    self.schema = schema
    self.options = options
    self.format = format
    self.table =
      table
      ?? DelimitedReader(dialect: schema.dialect, header: .none)
      .read(source.decoded.bytes, file: source.file)
  }

  /// The bytes that could not be decoded, as problems.
  static func encodingProblems(_ source: SourceText) -> [ImportProblem] {
    let places = source.decoded.problems
    return source.decoded.diagnostics(file: source.file).enumerated().map { index, diagnostic in
      let place = index < places.count ? places[index] : nil
      return ImportProblem(
        diagnostic: diagnostic, byteOffset: place?.originalRange.lowerBound, columnNumber: nil,
        columnName: nil,
        rawText: place?.bytes.map(\.hexadecimal).joined(separator: " ") ?? "",
        expected: "text in \(source.decoded.encoding.name)")
    }
  }

  mutating func result() -> ImportResult {
    problems = Self.encodingProblems(source)
    reportQuotes()
    let rows = table.rows
    account.blank = table.text.blankLineCount
    let parts = parts(rows)
    account.preamble = parts.header.lowerBound
    account.header = parts.data.lowerBound - parts.header.lowerBound
    account.data = parts.data.count
    account.footer = rows.count - parts.data.upperBound
    let width = max(
      parts.header.map { rows[$0].count }.max() ?? 0,
      parts.header.isEmpty ? (parts.data.first.map { rows[$0].count } ?? 0) : 0)
    let header = TableHeader(
      parts.header.map { rows[$0] }, width: width,
      forms: PeriodForms(
        parser: schema.periodParser, quarters: schema.quarters,
        toDate: TableTitle(parts.preamble.map { rows[$0] }).toDate))
    if var columns = columns(header, rows, parts), let numbers = numbers(columns, parts.data) {
      columns.fieldCount = fieldCount(width, rows, parts.data)
      read(parts.data, of: rows, columns, numbers)
      refuseRepeats(rows, columns)
      account.add(observations)
    }
    let order = problems.enumerated().sorted { a, b in
      let (x, y) = (a.element.diagnostic.location, b.element.diagnostic.location)
      return (x?.line ?? 0, x?.column ?? 0, a.offset) < (y?.line ?? 0, y?.column ?? 0, b.offset)
    }
    return ImportResult(
      format: format, observations: observations, problems: order.map(\.element),
      account: account, notes: notes)
  }

  // MARK: Structure

  /// Where the parts of the file are by the schema.
  private func parts(_ rows: DelimitedRecords) -> TableLayout {
    let first = rows.firstIndex { $0.line > schema.skippedLines } ?? rows.count
    let header = first..<min(rows.count, first + schema.headerRows)
    let start = min(rows.count, header.upperBound + schema.rowsAfterHeader)
    let units = schema.unitsRow.map { header.upperBound + $0 - 1 }
    var end = max(start, rows.count - schema.footerRows)
    if let marker = schema.footerMarker, !marker.isEmpty {
      // The marker says more than the count: a longer table of the same source has it too.
      let found = (start..<max(start, rows.count)).first { index in
        rows[index].first { !$0.isEmpty }?.text.hasPrefix(marker) ?? false
      }
      end = found ?? rows.count
    }
    return TableLayout(
      header: header, units: units.flatMap { $0 < start ? $0 : nil }, data: start..<max(start, end),
      count: rows.count)
  }

  /// How many fields a row of data has: as many as the header, or one more where most rows end in
  /// a delimiter that the header lacks.
  private func fieldCount(_ width: Int, _ rows: DelimitedRecords, _ data: Range<Int>) -> Int {
    let ending = data.count { rows[$0].count == width + 1 && rows[$0].last?.isEmpty ?? false }
    return ending * 2 > data.count ? width + 1 : width
  }

  private mutating func reportQuotes() {
    for finding in table.diagnostics where finding.id.contains("quote") {
      problems.append(
        ImportProblem(
          diagnostic: finding, byteOffset: nil, columnNumber: nil, columnName: nil, rawText: "",
          expected: "quotes around whole fields"))
    }
  }

  /// The columns by the schema; `nil` when the file does not fit it.
  private mutating func columns(
    _ header: TableHeader, _ rows: DelimitedRecords, _ parts: TableLayout
  ) -> GenericColumns? {
    var columns = GenericColumns(header: header)
    var isFitting = true
    let line = parts.header.first.map { rows[$0].line }
    let place = InputLocation(file: source.file, line: line)
    func problem(_ id: String, _ message: String, _ expected: String, _ hint: String?) {
      problems.append(
        ImportProblem(
          diagnostic: Diagnostic(id, .error, at: place, message, hint: hint), byteOffset: nil,
          columnNumber: nil, columnName: nil, rawText: "", expected: expected))
      isFitting = false
    }
    var free = Array(header.names.indices)
    for column in schema.columns {
      guard let index = free.first(where: { header.names[$0] == column.name }) else {
        let nearest = free.map { header.names[$0] }.nearest(to: column.name)
        problem(
          "schema.missing-column",
          "the file has no column \(column.name.quoted), which the schema names",
          "the columns of the schema", nearest.map { "did you mean '\($0)'?" })
        continue
      }
      free.removeAll { $0 == index }
      columns.add(index, column)
    }
    for index in free {
      if schema.layout == .wide, header.headings[index].period != nil {
        columns.add(index)
      } else if !header.names[index].isEmpty, header.names[index] != "column \(index + 1)" {
        problem(
          "schema.unlisted-column",
          "column \(header.names[index].quoted) is not in the schema",
          "the columns of the schema", "add it to 'columns', with the role 'ignore' if need be")
      }
    }
    if isFitting, columns.values.isEmpty {
      problem(
        "schema.no-value", "no column of the file holds figures\(bySchema)",
        "a column with the role 'value' or a period as its name", nil)
    }
    if isFitting, schema.layout == .long, columns.keys.periods.isEmpty {
      problem(
        "schema.no-period", "no column of the file holds periods\(bySchema)",
        "a column with the role 'period'", nil)
    }
    if let units = parts.units {
      columns.units = columns.values.map {
        rows[units].text(in: $0.index).flatMap { UnitWords.read($0) }
      }
    }
    return isFitting ? columns : nil
  }

  /// The format of the numbers; `nil` when it is a question.
  private mutating func numbers(
    _ columns: GenericColumns, _ data: Range<Int>
  ) -> NumberFormat? {
    let format = schema.numberFormat
    guard schema.decimalMark == nil else { return format }
    let formats = [format, format.with(decimalMark: .comma)]
    var read = columns.values.map {
      NumberColumn(name: columns.header.names[$0.index], formats: formats)
    }
    for (place, value) in columns.values.enumerated() {
      read[place].add(column: value.index, of: table, rows: data)
    }
    let decision = NumberDecision(read, delimiter: schema.dialect.delimiter)
    for (column, question) in zip(decision.openColumns, decision.questions(file: source.file)) {
      problems.append(
        ImportProblem(
          diagnostic: question, byteOffset: nil, columnNumber: nil, columnName: column.name,
          rawText: column.conflict?.example.text ?? "", expected: "numbers that read one way"))
    }
    guard decision.openColumns.isEmpty else { return nil }
    return decision.candidates.first?.format ?? format
  }
}
