internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// The bulk download of Eurostat: the codes of a series joined by commas in the first column, a
/// column for each period, and behind each value a space and its flags.
///
/// `:` is a missing value; flags can stand behind it too. Source: Eurostat, "TSV format" in the
/// user guide of its data API.
struct EurostatTSV: SourceFormat {
  let id = "eurostat-tsv"
  let name = "Eurostat, bulk download in TSV"

  func recognise(_ source: SourceText) -> Recognition? {
    let dialect = Dialect(delimiter: UInt8(ascii: "\t"), quote: nil)
    guard let header = PlacedTable.head(source, dialect).first, header.count > 1 else {
      return nil
    }
    let corner = header[0]
    guard let cut = corner.firstIndex(of: "\\") else { return nil }
    let name = corner[corner.index(after: cut)...].lowercased()
    guard name == "time_period" || name == "time" else { return nil }
    let periods = header.dropFirst().count { (try? PeriodParser().parse($0)) != nil }
    let share = Double(periods) / Double(header.count - 1)
    guard share >= 0.8 else { return nil }
    return Recognition(
      format: id, score: 0.5 + share / 2,
      evidence: [
        Evidence(line: 1, "the first name is \(corner.quoted): dimensions, a backslash and time"),
        Evidence(line: 1, "\(periods) of \(header.count - 1) names between tabs are periods"),
      ])
  }

  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    var collector = FigureCollector(source, format: id, publisher: "eurostat")
    // Quotes are text in this format.
    let table = PlacedTable(source, Dialect(delimiter: UInt8(ascii: "\t"), quote: nil), header: 1)
    table.reportFindings(to: &collector)
    guard let header = table.header else { return collector.result() }
    collector.count(.header)
    var reader = EurostatRows(table, header, options, &collector)
    for index in 0..<table.rowCount {
      let record = table.row(index)
      if record.isBlank {
        collector.count(.blank)
      } else {
        collector.count(.data)
        reader.read(record, &collector)
      }
    }
    reader.finish(&collector)
    return collector.result()
  }
}

/// Reads the records of one file.
private struct EurostatRows {
  private let table: PlacedTable
  private let options: ImportOptions
  private let dimensions: [String]
  private var periods: [Int: Period] = [:]
  private let columnNames: [String]
  private let format = NumberFormat(
    groupingMarks: [],
    missingWords: MissingWords(
      id: "eurostat", source: "Eurostat, data browser",
      [MissingWords.Word(":", .missing(.unknown))]),
    flags: .eurostat)
  /// Cells without the space that stands behind every value, which a cut line loses.
  private var bare: [CellPlace] = []
  private var spacedCount = 0
  private var units: Set<String> = []

  init(
    _ table: PlacedTable, _ header: PlacedRecord, _ options: ImportOptions,
    _ collector: inout FigureCollector
  ) {
    self.table = table
    self.options = options
    columnNames = header.texts
    let corner = header.texts[0].prefix { $0 != "\\" }
    dimensions = corner.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0).trimmed
    }
    for name in dimensions {
      let likely = SeriesDimensions.likelyName(name, among: dimensions)
      guard likely != nil || name.isEmpty || !CodeSyntax.isCode(name) else { continue }
      collector.report(
        header.place(0), "eurostat.name", .error,
        "dimension \(name.quoted) is not known"
          + (likely.map { ", expected \($0.lowercased().quoted)" } ?? ", expected a name"),
        expected: likely?.lowercased() ?? "a name",
        hint: "the name may be damaged, and the keys of all series with it")
    }
    for column in 1..<max(header.count, 1) {
      do {
        periods[column] = try PeriodParser().parse(header.texts[column])
      } catch {
        collector.report(
          header.place(column), "import.period", .error, "\(error)", expected: "a period",
          hint: "the values of this column are not read")
      }
    }
    checkOrder(header, &collector)
  }

  /// Columns follow each other without a gap, upwards or downwards.
  private func checkOrder(_ header: PlacedRecord, _ collector: inout FigureCollector) {
    let order = periods.sorted { $0.key < $1.key }
    let ups = zip(order, order.dropFirst()).count { $0.value < $1.value }
    let isUp = 2 * ups >= order.count - 1
    for (before, after) in zip(order, order.dropFirst()) {
      let expected = isUp ? before.value.next : before.value.previous
      guard after.value != expected, after.key == before.key + 1 else { continue }
      collector.report(
        header.place(after.key), "eurostat.order", .warning,
        "period \(after.value) stands behind \(before.value), expected \(expected)",
        expected: "\(expected)", hint: "one of the two names may be damaged")
    }
  }

  mutating func read(_ record: PlacedRecord, _ collector: inout FigureCollector) {
    guard table.hasRightLength(record, valuesFrom: 1, &collector) else { return }
    collector.meet(cells: record.count - 1)
    let codes = record.text(0).split(separator: ",", omittingEmptySubsequences: false).map {
      String($0).trimmed
    }
    guard codes.count == dimensions.count, !codes.contains("") else {
      collector.refuse(
        record.place(0, name: columnNames[0]), "eurostat.key",
        "the key has \(codes.count { !$0.isEmpty }) codes, expected \(dimensions.count): "
          + dimensions.joined(separator: ", "),
        expected: "\(dimensions.count) codes between commas",
        hint: "nothing of this record is read", cells: record.count - 1)
      return
    }
    let series = SeriesDimensions(Array(zip(dimensions, codes)).map { (name: $0, code: $1) })
    let place = record.place(0, name: columnNames[0])
    if let fault = series.fault() {
      collector.refuse(
        place, "eurostat.code",
        "\(codes[fault.index].quoted) for \(dimensions[fault.index].quoted) is not known, expected "
          + fault.expected,
        expected: fault.expected, hint: "the code may be damaged; nothing of this record is read",
        cells: record.count - 1)
      return
    }
    let reading = series.read()
    let reporter =
      reading.reporter.isEmpty
      ? options.reporter ?? ""
      : collector.area([reading.reporter], fallback: reading.reporter, at: place)
    let partner =
      reading.partner.isEmpty
      ? options.partner ?? "WLD"
      : collector.area([reading.partner], fallback: reading.partner, at: place)
    let unit = reading.unit.isEmpty ? options.unit?.code ?? "" : reading.unit
    units.insert(unit)
    let key = SeriesKey(
      reporter: reporter, partner: partner,
      flow: reading.flow == .other ? options.flow ?? .other : reading.flow,
      product: reading.product, measure: reading.measure, basis: Basis(reading.basis),
      unit: Unit(unit))
    let frequency = dimensions.firstIndex { SeriesDimensions.frequency.contains($0.uppercased()) }
    if let frequency, let months = SDMXTime.months(of: codes[frequency]),
      let odd = periods.values.first(where: { $0.count != months })
    {
      collector.refuse(
        place, "eurostat.frequency",
        "frequency \(codes[frequency].quoted) does not fit the column of \(odd)",
        expected: "the frequency of the columns", hint: "nothing of this record is read",
        cells: record.count - 1)
      return
    }
    let scale = DecimalScale(exponent: (options.scale?.exponent ?? 0) + reading.exponent)
    for column in 1..<record.count {
      read(record, column, key, scale, &collector)
    }
  }

  private mutating func read(
    _ record: PlacedRecord, _ column: Int, _ key: SeriesKey, _ scale: DecimalScale,
    _ collector: inout FigureCollector
  ) {
    let raw = record.text(column)
    let place = record.place(column, name: columnNames[column])
    guard let period = periods[column] else {
      collector.leaveOut("column without a period")
      return
    }
    if raw.contains(" ") { spacedCount += 1 } else { bare.append(place) }
    let reading = format.read(raw)
    if case .missing(let cell) = reading {
      collector.take(missing: cell.status, key: key, period: period, at: place)
      return
    }
    guard let number = reading.number, !number.isPercent, number.exponent == 0,
      let printed = PublisherNumber(number.digits, scale: scale)
    else {
      collector.refuse(
        notNumber: place, expected: "a number, or ':' for a missing one, and flags",
        hint: "an empty cell is no missing value here, it may be damage")
      return
    }
    collector.take(printed, key: key, period: period, at: place, status: number.status)
  }

  /// Reports what only the whole file can tell.
  func finish(_ collector: inout FigureCollector) {
    // Files that another program wrote have no such spaces at all.
    if spacedCount > 9 * bare.count {
      for place in bare {
        collector.report(
          place, "eurostat.no-space", .warning,
          "no space behind \(place.text.quoted), expected one as behind every other value",
          expected: "a space", hint: "the line may be cut off, and the value with it")
      }
    }
    if units.contains("") {
      collector.note(
        "import.unit", "nothing in the file says the unit; it can be given with --unit")
    }
  }
}
