internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// Reads the records of one SDMX-CSV file.
struct SDMXRows {
  let table: PlacedTable
  let columns: SDMXColumns
  let options: ImportOptions
  let measures: [Int]
  let dimensions: [Int]
  let time: Int?
  let action: Int?
  let structure: Int?
  let keys: [Int]
  let frequency: Int?
  let decimal: Character
  var hasNoUnit = false
  var hasShortPeriods = false
  var hasNoReporter = false
  var actions: Set<String> = []
  /// How often each structure is named, and where first.
  var structures: [String: (count: Int, place: CellPlace)] = [:]
  /// Readings of dimensions, which repeat for every period.
  var readings: [[String]: SeriesDimensions.Reading] = [:]

  init(_ table: PlacedTable, _ columns: SDMXColumns, _ options: ImportOptions) {
    self.table = table
    self.columns = columns
    self.options = options
    measures = columns.columns(.measure)
    dimensions = columns.columns(.dimension)
    time = columns.columns(.time).first
    action = columns.columns(.action).first
    structure = columns.columns(.structureID).first
    keys = columns.columns(.key)
    frequency = dimensions.first {
      SeriesDimensions.frequency.contains(columns.ids[$0].uppercased())
    }
    // Where semicolons separate fields, the locale may have a decimal comma.
    let measures = measures
    let hasComma =
      table.table.dialect == .semicolons
      && (0..<table.rowCount).contains { index in
        measures.contains { table.row(index).text($0).contains(",") }
      }
    decimal = hasComma ? "," : "."
  }

  /// A period of a cell; a first day stands for its month only where no days are counted.
  static func period(_ text: String) -> Period? {
    if let period = try? PeriodParser().parse(text) { return period }
    // `2014-01-01` with no frequency: the month that begins on the day.
    guard text.utf8.count == 10, text.hasSuffix("-01") else { return nil }
    return try? PeriodParser().parse(text.dropLast(3))
  }

  mutating func read(_ record: PlacedRecord, _ collector: inout FigureCollector) {
    collector.meet(cells: measures.count)
    guard record.count == table.table.columnCount else {
      collector.refuse(record, width: table.table.columnCount, cells: measures.count)
      return
    }
    guard isData(record, &collector), let period = period(of: record, &collector) else { return }
    checkKeys(record, &collector)
    let codes = dimensions.map { code(record, $0) }
    guard let reading = readings[codes] ?? newReading(codes, record, &collector) else { return }
    readings[codes] = reading
    if let structure {
      let id = code(record, structure)
      let place = record.place(structure, name: columns.ids[structure])
      structures[id, default: (0, place)].count += 1
      collector.publisher = id
    }
    for measure in measures {
      read(record, measure, reading, period, &collector)
    }
  }

  /// Reads the dimensions of a series that was not met yet.
  func newReading(
    _ codes: [String], _ record: PlacedRecord, _ collector: inout FigureCollector
  ) -> SeriesDimensions.Reading? {
    let series = SeriesDimensions(
      Array(zip(dimensions.map { columns.ids[$0] }, codes)).map { (name: $0, code: $1) })
    guard let fault = series.fault() else { return series.read() }
    let column = dimensions[fault.index]
    collector.refuse(
      record.place(column, name: columns.ids[column]), "sdmx.code",
      "\(codes[fault.index].quoted) in column \(columns.ids[column].quoted) is not known, expected "
        + fault.expected,
      expected: fault.expected, hint: "the code may be damaged; nothing of this record is read",
      cells: measures.count)
    return nil
  }

  // MARK: Records

  /// Whether a record holds data: not a deletion.
  mutating func isData(
    _ record: PlacedRecord, _ collector: inout FigureCollector
  ) -> Bool {
    guard let column = action else { return true }
    let action = code(record, column)
    actions.insert(action)
    switch action {
    case "I", "A", "R", "M", "": return true
    case "D":
      collector.leaveOut("deletions (ACTION D)", measures.count)
      return false
    default:
      collector.refuse(
        record.place(column, name: "ACTION"), "sdmx.action",
        "action \(action.quoted) is not known, expected I, A, M, R or D",
        expected: "I, A, M, R or D", hint: "nothing of this record is read", cells: measures.count)
      return false
    }
  }

  mutating func period(
    of record: PlacedRecord, _ collector: inout FigureCollector
  ) -> Period? {
    guard let time else {
      collector.leaveOut("records without a column for periods", measures.count)
      return nil
    }
    let text = code(record, time)
    let frequency = frequency.map { code(record, $0) } ?? ""
    if text.isEmpty, measures.allSatisfy({ record.text($0).trimmed.isEmpty }) {
      collector.leaveOut("attributes without a period", measures.count)
      return nil
    }
    if SDMXTime.isShort(frequency) {
      hasShortPeriods = true
      collector.leaveOut("figures for days or weeks", measures.count)
      return nil
    }
    let place = record.place(time, name: columns.ids[time])
    guard let period = Self.period(text) else {
      collector.refuse(
        place, "import.period", "\(text.quoted) is not a period, expected a form of SDMX",
        expected: "a period such as 2024-Q3 or 2024-09", cells: measures.count)
      return nil
    }
    if let months = SDMXTime.months(of: frequency), months != period.count {
      collector.refuse(
        place, "sdmx.frequency",
        "period \(text.quoted) does not fit the frequency \(frequency.quoted), expected "
          + "\(months) month\(months == 1 ? "" : "s")",
        expected: "a period of \(months) months",
        hint: "the period or the frequency may be damaged", cells: measures.count)
      return nil
    }
    return period
  }

  /// Compares keys that join the codes of dimensions with the dimensions themselves.
  func checkKeys(_ record: PlacedRecord, _ collector: inout FigureCollector) {
    for column in keys {
      let key = code(record, column)
      let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      let codes = dimensions.map { code(record, $0) }
      guard let odd = codes.first(where: { !$0.isEmpty && !parts.contains($0) }) else { continue }
      collector.report(
        record.place(column, name: columns.ids[column]), "sdmx.key", .warning,
        "key \(key.quoted) does not hold the code \(odd.quoted) of this record",
        expected: "the codes of the dimensions",
        hint: "the record may be damaged: the dimensions were used, the key was not")
    }
  }

  /// The code of a cell, without the label behind it.
  func code(_ record: PlacedRecord, _ column: Int) -> String {
    let text = record.text(column).trimmed
    guard columns.hasLabels, let colon = text.indices.first(where: { text[$0...].hasPrefix(": ") })
    else { return text }
    return String(text[..<colon])
  }

  /// The label behind the code of the first of these dimensions; empty where there is none.
  func label(_ record: PlacedRecord, _ names: [String]) -> String {
    let column = names.lazy.compactMap { name in
      dimensions.first { columns.ids[$0].uppercased() == name }
    }.first
    guard columns.hasLabels, let column else { return "" }
    let text = record.text(column).trimmed
    return String(text.dropFirst(code(record, column).count + 2))
  }

  func attribute(_ record: PlacedRecord, _ id: String) -> String {
    columns.column(id).map { code(record, $0) } ?? ""
  }

  /// Reports what only the whole file can tell.
  func finish(_ header: PlacedRecord, _ collector: inout FigureCollector) {
    if measures.isEmpty, actions != ["D"] {
      collector.report(
        header.place, "sdmx.no-values", .warning,
        "no column holds values, expected OBS_VALUE; the records are attributes",
        expected: "OBS_VALUE", hint: "nothing can be imported from a file of attributes alone")
    }
    reportOddStructures(&collector)
    if time == nil, !measures.isEmpty, actions != ["D"] {
      collector.report(
        header.place, "sdmx.no-period", .warning,
        "no column holds periods, expected TIME_PERIOD; nothing is read",
        expected: "TIME_PERIOD", hint: "data without periods are no time series")
    }
    if hasNoReporter, options.reporter == nil {
      collector.report(
        header.place, "import.no-reporter", .warning,
        "no column says whose statistics these are, expected one such as REF_AREA",
        expected: "REF_AREA", hint: "it can be given with --reporter")
    }
    if hasNoUnit {
      collector.note(
        "import.unit", "nothing in the file says the unit; it can be given with --unit")
    }
    if hasShortPeriods {
      collector.note(
        "sdmx.short-periods", "figures for days or weeks are left out, periods are whole months")
    }
  }

  /// Reports names of structures that differ from a frequent one in a single letter.
  func reportOddStructures(_ collector: inout FigureCollector) {
    let order = structures.sorted { $0.value.place.offset < $1.value.place.offset }
    for (id, odd) in order {
      // Versions differ by digits, which is nothing odd.
      let usual = order.first { other, entry in
        let letters = zip(other, id).filter { $0 != $1 }
        return abs(other.count - id.count) <= 1 && entry.count >= 3 * odd.count && other != id
          && (other.count != id.count || letters.count == 1)
          && !(letters.count == 1 && letters.allSatisfy { $0.isNumber && $1.isNumber })
      }
      guard let usual else { continue }
      collector.report(
        odd.place, "sdmx.structure", .warning,
        "structure \(id.quoted) is named here, expected \(usual.key.quoted) as in "
          + "\(usual.value.count) records",
        expected: usual.key, hint: "the name may be damaged; the value is read")
    }
  }
}
