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
  private var subjects: [[String]: PublishedSubject] = [:]
  private var hasNoFlow = false
  private var hasNoReporter = false
  private var hasNoUnit = false
  /// What titles and notes say of all values.
  private var context = PublishedTable.Context()
  private let found: PublishedTable.Found?
  /// Words of status columns that were reported already.
  private var unknownWords: Set<String> = []

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
    guard record.count == table.table.columnCount else {
      collector.refuse(
        record.place, "csv.unequal-fields",
        "record has \(record.count) fields, expected \(table.table.columnCount) as in the header",
        expected: "\(table.table.columnCount) fields",
        hint: "the values may stand in wrong columns, so none of them is read",
        cells: columns.values.count)
      return
    }
    let texts = columns.subjectColumns.map { record.text($0).trimmed }
    let subject =
      subjects[texts]
      ?? PublishedSubject(record, columns, layout, areSeriesAreas: context.areSeriesAreas)
    subjects[texts] = subject
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
    for value in columns.values {
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
      take(value, record, subject, period)
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
    _ value: PublishedColumns.Value, _ record: PlacedRecord, _ subject: PublishedSubject,
    _ period: Period
  ) {
    let cell = record.place(value.column, name: columns.names[value.column])
    let text = cell.text.trimmed
    let meaning = meaning(of: value, subject)
    let exponent = meaning.unit.exponent
    guard (-18...18).contains(exponent) else {
      collector.refuse(
        cell, "import.scale", "the values are counted in ten to the power of \(exponent)",
        expected: "a power of ten from -18 to 18")
      return
    }
    let key = key(meaning, value, subject, at: record)
    var status = status(of: value, record, isMissing: text.isEmpty)
    if let column = columns.period, let sign = layout.periodMark,
      record.text(column).trimmed.last == sign.mark
    {
      status.formUnion(sign.status)
    }
    let place = DecimalScale(exponent: exponent)
    if text.isEmpty {
      collector.take(missing: status, key: key, period: period, at: cell)
      return
    }
    switch layout.words.meaning(of: text) {
    case .missing(let reason):
      collector.take(missing: status.union(reason), key: key, period: period, at: cell)
      return
    case .zero:
      if let zero = PublisherNumber("0", scale: place) {
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
        digits, decimal: mark, thousands: layout.thousands, scale: place)
    else {
      let marks = layout.decimals.map { "'\($0)'" }.joined(separator: " or ")
      collector.refuse(notNumber: cell, expected: "digits with \(marks) before decimals")
      return
    }
    collector.take(number, key: key, period: period, at: cell, status: status)
  }

  /// What a value is: by its column, its own title or that of the record.
  private struct Meaning {
    var flow: Flow
    var measure: Measure
    var basis: String
    var unit: UnitPhrase
    var title: String
  }

  private mutating func meaning(
    of value: PublishedColumns.Value, _ subject: PublishedSubject
  ) -> Meaning {
    let title = value.title.isEmpty ? subject.title : value.title
    var phrase = subject.unit ?? value.unit
    if phrase.unit.isEmpty, phrase.exponent == 0, let unit = context.unit { phrase = unit }
    let kind = value.kind ?? layout.titles[TradeWords.folded(title)]
    var flow = kind?.flow ?? subject.flow ?? context.flow
    var measure = kind?.measure ?? .value
    if let kind {
      if let unit = kind.unit ?? subject.quantityUnit {
        phrase = UnitPhrase(
          unit: unit, exponent: kind.exponent + (subject.unit?.exponent ?? 0))
      }
      if !phrase.isOfFlows { flow = .other }
    } else {
      measure = phrase.measure
      if measure == .value, TradeWords.isQuantity(title) { measure = .quantity }
      if flow == nil, TradeWords.flow(in: title) != .other { flow = TradeWords.flow(in: title) }
      if !phrase.isOfFlows { flow = .other }
      if phrase.unit.isEmpty, layout.areCountsWithoutUnit { flow = .other }
    }
    if phrase.unit.isEmpty, let unit = options.unit {
      phrase = UnitPhrase(unit.code)
    }
    if phrase.unit.isEmpty { hasNoUnit = true }
    if flow == nil { hasNoFlow = true }
    return Meaning(
      flow: flow ?? options.flow ?? .other, measure: measure, basis: kind?.basis ?? "",
      unit: phrase, title: kind == nil ? title : "")
  }

  private mutating func key(
    _ meaning: Meaning, _ value: PublishedColumns.Value, _ subject: PublishedSubject,
    at record: PlacedRecord
  ) -> SeriesKey {
    // A title is told by flow, measure and unit where its words say no more than that.
    let isTold = meaning.flow != .other && TradeWords.isPlain(meaning.title)
    let title = isTold ? "" : meaning.title
    var product = context.product + subject.product
    if !title.isEmpty { product.append(title) }
    let given = options.reporter ?? layout.reporter
    if subject.reporter == nil, given == nil, context.reporter == nil {
      hasNoReporter = true
    }
    return SeriesKey(
      reporter: subject.reporter.map { area($0, at: record) }
        ?? context.reporter.map { area($0, at: record) } ?? given ?? "",
      partner: subject.partner.map { area($0, at: record) }
        ?? context.partner.map { area($0, at: record) } ?? options.partner ?? "WLD",
      flow: meaning.flow, product: product.joined(separator: " / "), measure: meaning.measure,
      basis: Basis(
        ([meaning.basis] + context.basis + subject.basis).filter { !$0.isEmpty }.joined(
          separator: "+")),
      unit: Unit(meaning.unit.unit))
  }

  /// The area that a title names.
  private mutating func area(_ name: String, at record: PlacedRecord) -> String {
    AreaWords.code(name) ?? collector.area([name], fallback: name, at: record.place)
  }

  private mutating func area(
    _ text: PublishedSubject.AreaText, at record: PlacedRecord
  ) -> String {
    if let code = AreaWords.code(text.label.isEmpty ? text.code : text.label) { return code }
    guard text.isNamed else { return layout.areaOfNumber(text.code) }
    return collector.area(
      [text.label, text.code], fallback: text.label.isEmpty ? text.code : text.label,
      at: record.place(text.column, name: columns.names[text.column]))
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
      } else if unknownWords.insert(text).inserted {
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
