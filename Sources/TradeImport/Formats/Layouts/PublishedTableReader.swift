internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// Reads the records of one table of a publisher.
struct PublishedTableReader {
  let layout: PublishedTable
  let table: PlacedTable
  let columns: PublishedColumns
  let options: ImportOptions
  var collector: FigureCollector
  /// What the breakdowns of a record say; they repeat for every period.
  private var subjects: [[String]: Known] = [:]
  /// What titles and notes say of all values.
  var context = PublishedTable.Context()
  private let found: PublishedTable.Found?
  /// Texts that are not known, each reported once.
  private var unknown: Set<String> = []
  var hasNoFlow = false
  var hasNoReporter = false
  var hasNoUnit = false

  /// Where the values of a column go.
  struct Target {
    let key: SeriesKey
    /// `nil` where it is no scale.
    let scale: DecimalScale?
  }

  /// What the breakdowns of a record say, and where its values go.
  private struct Known {
    let subject: PublishedSubject
    let targets: [Target]
  }

  init(
    _ layout: PublishedTable, _ source: SourceText, _ options: ImportOptions, _ dialect: Dialect,
    header: Int, _ found: PublishedTable.Found? = nil
  ) {
    self.found = found
    self.layout = layout
    self.options = options
    table = PlacedTable(source, dialect, header: header)
    let above = table.preamble.map(\.texts)
    columns = PublishedColumns(layout, table.header?.texts ?? [], below: above, found)
    collector = FigureCollector(source, format: layout.id, publisher: layout.publisher)
  }

  mutating func read() -> ImportResult {
    // Units below titles are the names of the header, and the same ones stand side by side.
    var usual: Set<String> = ["csv.blank-lines", "csv.trailing-delimiter", "csv.no-rows"]
    switch layout.header {
    case .unitsBelowTitles, .found: usual.formUnion(["csv.duplicate-name", "csv.empty-name"])
    default: break
    }
    table.reportFindings(to: &collector, expected: usual)
    guard let header = table.header else { return collector.result() }
    for record in table.preamble { collector.count(record.isBlank ? .blank : .preamble) }
    collector.count(.header, 1 + (found?.more ?? 0))
    guard !columns.values.isEmpty, columns.period != nil || columns.hasPeriods else {
      collector.report(
        header.place, "import.header", .error,
        "the header has no column of \(columns.values.isEmpty ? "values" : "periods")",
        expected: "the columns of \(layout.name)")
      return collector.result()
    }
    if let fault = columns.fault {
      collector.report(
        header.place(fault.column), "import.header", .error,
        "column \(header.text(fault.column).quoted) is not known, expected \(fault.expected)",
        expected: fault.expected, hint: "the name may be damaged, so no record is read")
    }
    let end = endOfData
    context = layout.context(
      PublishedTable.Surroundings(
        above: table.preamble.map { $0.texts.map(\.trimmed) }, header: columns.names,
        below: (end..<table.rowCount).map { table.row($0).texts.map(\.trimmed) },
        units: layout.units))
    for index in min(found?.more ?? 0, end)..<end { read(table.row(index)) }
    readFooter(from: end)
    finish()
    return collector.result()
  }

  /// Where the notes of the publisher begin, which stand alone in their records.
  private var endOfData: Int {
    if !layout.footerStarts.isEmpty {
      return (0..<table.rowCount).first { index in
        let first = table.row(index).text(0).trimmed
        return layout.footerStarts.contains { first.hasPrefix($0) }
      } ?? table.rowCount
    }
    guard layout.hasFooter else { return table.rowCount }
    var end = table.rowCount
    while end > 0, table.row(end - 1).count == 1 || table.row(end - 1).isBlank { end -= 1 }
    return end
  }

  private mutating func readFooter(from start: Int) {
    for index in start..<table.rowCount {
      let record = table.row(index)
      collector.count(record.isBlank ? .blank : .footer)
      if !record.isBlank {
        collector.note(
          "import.footer",
          "note of the publisher: "
            + record.texts.map(\.trimmed).filter { !$0.isEmpty }.joined(separator: " ").quotedTitle,
          at: record.place.location)
      }
    }
  }

  private mutating func read(_ record: PlacedRecord) {
    if record.isBlank {
      collector.count(.blank)
      return
    }
    collector.count(.data)
    collector.meet(cells: columns.values.count)
    guard columns.fault == nil else {
      collector.leaveOut("header not understood", columns.values.count)
      return
    }
    guard record.count == table.table.columnCount else {
      collector.refuse(record, width: table.table.columnCount, cells: columns.values.count)
      return
    }
    let texts = columns.subjectColumns.map { record.text($0).trimmed }
    let known = subjects[texts] ?? meet(record)
    subjects[texts] = known
    let subject = known.subject
    if let fault = subject.fault {
      let place = record.place(fault.column, name: columns.names[fault.column])
      collector.refuse(
        place, "import.scale",
        "\(place.text.trimmed.quoted) in column \(columns.names[fault.column].quoted), expected "
          + fault.expected,
        expected: fault.expected,
        hint: "without it the size of the values is not known, so they are not read",
        cells: columns.values.count)
      return
    }
    let span = period(record, subject)
    for (value, target) in zip(columns.values, known.targets) {
      guard let period = value.period ?? span else {
        refusePeriod(record, subject)
        return
      }
      if let months = subject.months, months != period.count,
        record.text(value.column).trimmed.isEmpty
      {
        collector.leaveOut("empty cells in columns of another frequency")
        continue
      }
      take(value, record, as: target, period)
    }
  }

  /// Reads breakdowns that were not met yet.
  private mutating func meet(_ record: PlacedRecord) -> Known {
    let subject = PublishedSubject(
      record, columns, layout, areSeriesAreas: context.areSeriesAreas)
    report(subject, at: record)
    return Known(subject: subject, targets: targets(of: subject, at: record))
  }

  /// Reports what is not known of a subject that was not met yet, each text once.
  private mutating func report(_ subject: PublishedSubject, at record: PlacedRecord) {
    if let flow = subject.unknownFlow, unknown.insert(flow.text).inserted {
      collector.report(
        record.place(flow.column, name: columns.names[flow.column]), "import.flow", .warning,
        "\(flow.text.quoted) is no known flow, expected a word for exports, imports or a balance",
        expected: "a word for a flow", hint: "it is kept as a token of the basis")
    }
    let units = columns.values.filter { $0.kind == nil }.map { subject.unit ?? $0.unit }
    for unit in units where !unit.isUnderstood && unknown.insert(unit.unit).inserted {
      collector.add(
        Diagnostic(
          "import.unknown-unit", .warning, at: record.place.location,
          "unit \(unit.unit.quoted) is not known, it is kept as it is printed",
          hint: "if it holds a scale, such as millions, the figures are not counted in it"))
    }
  }

  // MARK: Periods

  /// The period of a record; `nil` when it has none.
  private func period(_ record: PlacedRecord, _ subject: PublishedSubject) -> Period? {
    guard let column = columns.period else { return nil }
    guard let period = layout.period(record.text(column).trimmed) else { return nil }
    guard let part = columns.month.map({ record.text($0).trimmed }) ?? subject.part else {
      return period
    }
    // `07`, `MONAT07` or `QUART3`.
    let letters = part.prefix { $0.isLetter }
    guard period.count == 12, let number = Int(part.dropFirst(letters.count)) else { return nil }
    switch letters {
    case "", "MONAT": return (1...12).contains(number) ? .month(period.first.year, number) : nil
    case "QUART": return (1...4).contains(number) ? .quarter(period.first.year, number) : nil
    default: return nil
    }
  }

  private mutating func refusePeriod(_ record: PlacedRecord, _ subject: PublishedSubject) {
    let isOfMonth =
      columns.period.map { layout.period(record.text($0).trimmed) != nil } ?? false
    let column = isOfMonth ? columns.month ?? subject.partColumn : columns.period
    guard let column else { return }
    let place = record.place(column, name: columns.names[column])
    collector.refuse(
      place, "import.period", "\(place.text.trimmed.quoted) is not a period",
      expected: isOfMonth ? "a month or a quarter of the year" : "a period such as 2024-09",
      cells: columns.values.count)
  }

  // MARK: Figures

  private mutating func take(
    _ value: PublishedColumns.Value, _ record: PlacedRecord, as target: Target, _ period: Period
  ) {
    let cell = record.place(value.column, name: columns.names[value.column])
    let text = cell.text.trimmed
    guard let scale = target.scale else {
      collector.refuse(
        cell, "import.scale", "the values are counted in a power of ten that is too large",
        expected: "a power of ten from -18 to 18")
      return
    }
    let key = target.key
    var status = status(of: value, record, isMissing: text.isEmpty)
    if let column = columns.period, let sign = layout.periodMark,
      record.text(column).trimmed.last == sign.mark
    {
      status.formUnion(sign.status)
    }
    if text.isEmpty {
      collector.take(missing: status, key: key, period: period, at: cell)
      return
    }
    switch layout.words.meaning(of: text) {
    case .missing(let reason):
      collector.take(missing: status.union(reason), key: key, period: period, at: cell)
      return
    case .zero:
      if let zero = PublisherNumber("0", scale: scale) {
        collector.take(zero, key: key, period: period, at: cell, status: status)
      }
      return
    case nil: break
    }
    let decimals = columns.decimals.flatMap { Int(record.text($0).trimmed) } ?? 0
    let mark = layout.decimals.first { text.contains($0) } ?? layout.decimals[0]
    var printed = text[...]
    if layout.hasMarksBehind, let last = text.last, last.isLetter,
      let behind = layout.flags?.status(of: String(last))
    {
      printed = text.dropLast()
      status.formUnion(behind)
    }
    let digits = PrintedDecimals.padded(String(printed), to: decimals, mark: mark)
    guard
      let number = PublisherNumber(
        digits, decimal: mark, thousands: layout.thousands, scale: scale)
    else {
      let marks = layout.decimals.map { "'\($0)'" }.joined(separator: " or ")
      collector.refuse(notNumber: cell, expected: "digits with \(marks) before decimals")
      return
    }
    collector.take(number, key: key, period: period, at: cell, status: status)
  }

  private mutating func status(
    of value: PublishedColumns.Value, _ record: PlacedRecord, isMissing: Bool
  ) -> ObservationStatus {
    var status = ObservationStatus.normal
    for column in value.status + columns.status {
      let text = record.text(column).trimmed
      if text.isEmpty { continue }
      if isMissing, case .missing(let reason) = layout.words.meaning(of: text) {
        status.formUnion(reason)
      } else if let found = layout.flags?.status(of: text) {
        status.formUnion(found)
      } else if case .zero = layout.words.meaning(of: text) {
        continue
      } else if unknown.insert(text).inserted {
        collector.report(
          record.place(column, name: columns.names[column]), "import.status", .warning,
          "status \(text.quoted) is not known, expected a symbol of \(layout.name)",
          expected: "a symbol of the publisher", hint: "the value is kept without a status")
      }
    }
    return status
  }

  // MARK: Notes

  private mutating func finish() {
    if hasNoReporter {
      collector.add(
        Diagnostic(
          "import.no-reporter", .warning, at: InputLocation(file: table.file),
          "nothing in the file says whose statistics these are",
          hint: "it can be given with --reporter"))
    }
    if let note = layout.note { collector.note("import.layout", note) }
    if hasNoUnit {
      collector.note(
        "import.unit", "nothing in the file says the unit; it can be given with --unit")
    }
    if hasNoFlow, layout.asksForFlow, options.flow == nil {
      collector.add(
        Diagnostic(
          "import.no-flow", .warning, at: InputLocation(file: table.file),
          "nothing in the file says whether these are exports or imports",
          hint: "give --flow exports or --flow imports"))
    }
    if table.rowCount == 0 {
      collector.report(
        table.header?.place ?? PlacedTable.nowhere(table.file), "import.no-rows", .error,
        "the file has a header and no data rows below it", expected: "records of data",
        hint: "the query may have had no results")
    }
  }
}

extension PlacedTable {
  /// A place in a file without a line.
  static func nowhere(_ file: String) -> CellPlace {
    CellPlace(
      location: InputLocation(file: file), offset: 0, columnNumber: nil, columnName: nil, text: "")
  }
}
