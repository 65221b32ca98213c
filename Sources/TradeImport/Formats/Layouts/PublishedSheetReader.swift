internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// Reads one file in which series are columns below their descriptions.
struct PublishedSheetReader {
  private let layout: PublishedSheet
  private let table: PlacedTable
  private let options: ImportOptions
  /// The record of the last label.
  private let lastLabel: Int
  private var collector: FigureCollector
  private var series: [Series] = []
  /// How many fields records have.
  private var width = 0
  /// Whether each description stands above its series.
  private var isComplete = true
  /// Units that are not known, each reported once.
  private var unknownUnits: Set<String> = []

  /// How many series get a note of their own.
  private static let notedSeries = 20

  /// A series with its descriptions.
  private struct Series {
    let column: Int
    let flags: Int?
    var texts: [PublishedSheet.Row: [String]] = [:]
    var key: SeriesKey
    var scale: DecimalScale
    /// The months of its periods where rows are dated by days.
    var months: Int?

    func text(_ row: PublishedSheet.Row) -> String {
      (texts[row] ?? []).filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  init(
    _ layout: PublishedSheet, _ source: SourceText, _ options: ImportOptions, _ dialect: Dialect,
    lastLabel: Int
  ) {
    self.layout = layout
    self.options = options
    self.lastLabel = lastLabel
    table = PlacedTable(source, dialect)
    collector = FigureCollector(source, format: layout.id, publisher: layout.publisher)
  }

  mutating func read() -> ImportResult {
    table.report(to: &collector, expected: ["csv.blank-lines", "csv.trailing-delimiter"])
    readDescriptions()
    let end = endOfData
    for index in lastLabel + 1..<max(end, lastLabel + 1) {
      let record = table.row(index)
      if record.isBlank { collector.count(.blank) } else { read(record) }
    }
    for index in max(end, lastLabel + 1)..<max(table.rowCount, lastLabel + 1) {
      let record = table.row(index)
      collector.count(record.isBlank ? .blank : .footer)
      if !record.isBlank {
        let text = record.texts.first { !$0.isEmpty } ?? ""
        collector.note(
          "import.footer", "note of the publisher: \(text.quotedTitle)", at: record.place.location)
      }
    }
    if end <= lastLabel + 1 {
      collector.report(
        table.rowCount > 0 ? table.row(lastLabel).place : PlacedTable.nowhere(table.file),
        "import.no-rows", .error, "no records of data stand below the descriptions",
        expected: "records that begin with a period")
    }
    return collector.result()
  }

  /// Where the notes behind the data begin: records without a period and without other cells.
  private var endOfData: Int {
    var end = table.rowCount
    while end > lastLabel + 1 {
      let record = table.row(end - 1)
      let others = record.texts.filter { !$0.isEmpty }.count
      let isNote = others <= 1 && !isPeriod(record.text(0).trimmed)
      guard record.isBlank || isNote else { break }
      end -= 1
    }
    return end
  }

  private func isPeriod(_ text: String) -> Bool {
    if case .periods = layout.dating { return PeriodWords.read(text) != nil }
    return PeriodWords.month(text) != nil
  }

  // MARK: Descriptions

  private mutating func readDescriptions() {
    for index in 0...min(lastLabel, table.rowCount - 1) {
      let record = table.row(index)
      guard let row = row(of: record, index), row == .title || row == .identifier else { continue }
      width = max(width, record.count)
    }
    series = columns()
    for index in 0...min(lastLabel, table.rowCount - 1) {
      let record = table.row(index)
      guard let row = row(of: record, index) else {
        collector.count(record.isBlank ? .blank : .preamble)
        continue
      }
      collector.count(.header)
      if row != .other, record.count != width {
        isComplete = false
        collector.report(
          record.place, "import.header", .error,
          "the record of \(record.text(0).trimmed.quoted) has \(record.count) fields, expected "
            + "\(width) as those of titles and identifiers",
          expected: "\(width) fields",
          hint: "it may describe the wrong series, so none of them is read")
      }
      for place in series.indices {
        series[place].texts[row, default: []].append(record.text(series[place].column).trimmed)
      }
      if row == .vintage { collector.vintage = Self.day(record.text(1)) }
    }
    // A delimiter at the ends of lines makes a column that nothing describes.
    series = series.filter { !$0.text(.title).isEmpty || !$0.text(.identifier).isEmpty }
      .map { described($0) }
  }

  private func row(of record: PlacedRecord, _ index: Int) -> PublishedSheet.Row? {
    if index == 0, layout.hasEmptyTitleLabel { return .title }
    return layout.row(record.text(0).trimmed)
  }

  /// The columns of series, each with the column of its flags.
  private func columns() -> [Series] {
    let names = table.row(0).texts
    func isFlags(_ column: Int) -> Bool {
      names.indices.contains(column) && layout.flagColumn == names[column]
    }
    let empty = SeriesKey(reporter: "", partner: "", flow: .other, unit: Unit(""))
    return (1..<max(width, 1)).filter { !isFlags($0) }.map { column in
      Series(
        column: column, flags: isFlags(column + 1) ? column + 1 : nil, key: empty, scale: .one)
    }
  }

  private mutating func described(_ given: Series) -> Series {
    var series = given
    let title = series.text(.title)
    let words = series.text(.unit).split(separator: " ").map { word in
      layout.unitWords[word.lowercased()] ?? String(word)
    }
    let phrase = UnitPhrase(words.joined(separator: " "), own: layout.units)
    let exponent = phrase.exponent + Self.exponent(series.text(.scale))
    if !phrase.isUnderstood, unknownUnits.insert(phrase.unit).inserted {
      collector.add(
        Diagnostic(
          "import.unknown-unit", .warning, at: InputLocation(file: table.file),
          "unit \(words.joined(separator: " ").quoted) is not known, it is kept as it is printed",
          hint: "if it holds a scale, such as millions, the figures are not counted in it"))
    }
    let identifier = series.text(.identifier)
    let found = phrase.isOfFlows ? TradeWords.flow(in: title) : .other
    let flow = found == .other ? options.flow ?? .other : found
    let unit = phrase.unit.isEmpty ? options.unit ?? Unit("") : Unit(phrase.unit)
    series.scale = DecimalScale(
      exponent: words.isEmpty ? options.scale?.exponent ?? 0 : min(max(exponent, -18), 18))
    series.months = layout.dating.months(of: series.text(.frequency))
    series.key = SeriesKey(
      reporter: options.reporter ?? layout.reporter, partner: options.partner ?? "WLD", flow: flow,
      product: identifier.isEmpty ? title : identifier, measure: phrase.measure,
      basis: Basis(PublishedSubject.adjustment(series.text(.basis))), unit: unit)
    let size = series.scale == .one ? "" : ", counted in \(series.scale)"
    // A whole dataset has hundreds of them; its titles stand in the file.
    if given.column <= Self.notedSeries {
      collector.note(
        "import.series",
        "product \(series.key.product) is \(title.quotedTitle), flow \(flow.rawValue), unit "
          + (unit.code.isEmpty ? "not stated" : unit.code) + size)
    }
    return series
  }

  /// The power of ten of `Millions (6)`.
  private static func exponent(_ text: String) -> Int {
    if let open = text.lastIndex(of: "("), text.last == ")",
      let number = Int(text[text.index(after: open)...].dropLast())
    {
      return number
    }
    return UnitPhrase(text).exponent
  }

  /// `15-11-2024` or `08/11/2024 08:45`, the day first.
  private static func day(_ text: String) -> Vintage? {
    let parts = text.trimmed.prefix { $0 != " " }.split { $0 == "-" || $0 == "/" }
    guard parts.count == 3, parts[2].utf8.count == 4 else { return nil }
    return Vintage(parsing: "\(parts[2])-\(parts[1])-\(parts[0])")
  }

  // MARK: Data

  private mutating func read(_ record: PlacedRecord) {
    let label = record.text(0).trimmed
    collector.count(.data)
    collector.meet(cells: series.count)
    guard isComplete else {
      collector.leaveOut("header not understood", series.count)
      return
    }
    guard record.count == width else {
      collector.refuse(
        record.place, "csv.unequal-fields",
        "record has \(record.count) fields, expected \(width) as above",
        expected: "\(width) fields", hint: "none of its values is read", cells: series.count)
      return
    }
    guard isPeriod(label) else {
      collector.refuse(
        record.place(0), "import.period", "\(label.quoted) is not a period",
        expected: "a period in the form of the other records",
        cells: series.count)
      return
    }
    for one in series { take(one, record, label) }
  }

  private mutating func take(_ series: Series, _ record: PlacedRecord, _ label: String) {
    let cell = record.place(series.column, name: series.key.product)
    let text = cell.text.trimmed
    let meaning = text.isEmpty ? .missing(.unknown) : layout.words.meaning(of: text)
    guard let period = period(of: label, series) else {
      if case .missing = meaning {
        collector.leaveOut("cells between the periods of a series")
      } else {
        collector.refuse(
          cell, "import.period",
          "\(label.quoted) dates no period of a series with the frequency "
            + series.text(.frequency).quoted,
          expected: "a date that fits the frequency")
      }
      return
    }
    let status = status(of: series, record)
    switch meaning {
    case .missing(let reason):
      // Flags say more than an empty cell.
      let known = status.intersection(.missing)
      collector.take(
        missing: known.isEmpty ? status.union(reason) : status, key: series.key, period: period,
        at: cell)
    case .zero:
      if let zero = PublisherNumber("0", scale: series.scale) {
        collector.take(zero, key: series.key, period: period, at: cell, status: status)
      }
    case nil:
      guard let number = PublisherNumber(text, decimal: layout.decimal, scale: series.scale) else {
        collector.refuse(notNumber: cell, expected: "digits with '\(layout.decimal)'")
        return
      }
      collector.take(number, key: series.key, period: period, at: cell, status: status)
    }
  }

  private func period(of label: String, _ series: Series) -> Period? {
    if case .periods = layout.dating { return PeriodWords.read(label) }
    guard let count = series.months, let month = PeriodWords.month(label) else { return nil }
    if case .start = layout.dating {
      return (month.month - 1).isMultiple(of: count) ? Period(from: month, count: count) : nil
    }
    // A year can end in any month, as fiscal years do, a quarter in four.
    guard count == 12 || month.month.isMultiple(of: count) else { return nil }
    return Period(from: month.advanced(by: 1 - count), count: count)
  }

  private mutating func status(of series: Series, _ record: PlacedRecord) -> ObservationStatus {
    guard let column = series.flags, let flags = layout.flags else { return .normal }
    let text = record.text(column).trimmed
    if let status = flags.status(of: text) { return status }
    collector.report(
      record.place(column, name: layout.flagColumn), "import.status", .warning,
      "code \(text.quoted) is not known, expected one of \(layout.name)",
      expected: "a code such as A or P", hint: "the value is kept without a status")
    return .normal
  }
}
