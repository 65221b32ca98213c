internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// Collects what a format makes of a file, and counts every record and value cell once.
struct FigureCollector {
  let source: SourceText
  let format: String
  /// The publisher, as the source of the observations.
  var publisher: String
  /// When the file says it was published.
  var vintage: Vintage?

  private(set) var observations = ObservationList()
  private(set) var problems: [ImportProblem] = []
  private(set) var notes: [Diagnostic] = []
  private var account = ImportAccount()
  private var areas: [String: String] = [:]

  /// What a record is for.
  enum RecordRole: Hashable {
    case preamble, header, data, footer, blank
  }

  init(_ source: SourceText, format: String, publisher: String) {
    self.source = source
    self.format = format
    self.publisher = publisher
  }

  /// Counts records of a role.
  mutating func count(_ role: RecordRole, _ number: Int = 1) {
    switch role {
    case .preamble: account.preamble += number
    case .header: account.header += number
    case .data: account.data += number
    case .footer: account.footer += number
    case .blank: account.blank += number
    }
  }

  /// Counts the value cells of a record before they are read, so that the account can tell
  /// whether each of them went somewhere.
  mutating func meet(cells: Int) { account.cells += cells }

  /// Takes a value cell over as an observation.
  mutating func take(
    _ number: PublisherNumber, key: SeriesKey, period: Period, at cell: CellPlace,
    status: ObservationStatus = .normal, vintage: Vintage? = nil
  ) {
    account.values += 1
    observations.append(
      TradeObservation(
        key: key, period: period, observation: Observation(number.value, status),
        figure: number.figure, halfUnit: number.figure?.halfUnit, vintage: vintage ?? self.vintage,
        source: publisher, location: cell.location))
  }

  /// Takes a value cell over as a missing observation that says why.
  mutating func take(
    missing status: ObservationStatus, key: SeriesKey, period: Period, at cell: CellPlace,
    vintage: Vintage? = nil
  ) {
    let observation = Observation(missing: status)
    account.missing[observation.status.missingReason.name, default: 0] += 1
    observations.append(
      TradeObservation(
        key: key, period: period, observation: observation, figure: nil,
        vintage: vintage ?? self.vintage, source: publisher, location: cell.location))
  }

  /// Leaves value cells out by a rule that the account names.
  mutating func leaveOut(_ rule: String, _ number: Int = 1) {
    if number > 0 { account.leftOut[rule, default: 0] += number }
  }

  /// Reports what cannot be read; so many value cells are not taken over because of it.
  mutating func refuse(
    _ cell: CellPlace, _ id: String, _ message: String, expected: String, hint: String? = nil,
    cells: Int = 1
  ) {
    account.refused += cells
    report(cell, id, .error, message, expected: expected, hint: hint)
  }

  /// Refuses a record with another number of fields than the header, with all of its value cells.
  mutating func refuse(_ record: PlacedRecord, width: Int, cells: Int) {
    refuse(
      record.place, "csv.unequal-fields",
      "record has \(record.count) fields, expected \(width) as in the header",
      expected: "\(width) fields",
      hint: "the values may stand in wrong columns, so none of them is read", cells: cells)
  }

  /// Reports a cell that is not a number.
  mutating func refuse(notNumber cell: CellPlace, expected: String, hint: String? = nil) {
    let column = cell.columnName.map { " in column \($0.quoted)" } ?? ""
    refuse(
      cell, "import.number",
      "\(cell.text.trimmed.quoted)\(column) is not a number, expected "
        + expected, expected: expected, hint: hint)
  }

  /// Reports a finding that takes no value cell away.
  mutating func report(
    _ cell: CellPlace, _ id: String, _ severity: Severity, _ message: String, expected: String,
    hint: String? = nil
  ) {
    problems.append(
      ImportProblem(
        diagnostic: Diagnostic(id, severity, at: cell.location, message, hint: hint),
        byteOffset: source.decoded.originalOffset(of: cell.offset),
        columnNumber: cell.columnNumber, columnName: cell.columnName, rawText: cell.text,
        expected: expected))
  }

  /// Says what was assumed.
  mutating func note(_ id: String, _ message: String, at location: InputLocation? = nil) {
    let place = location ?? InputLocation(file: source.file)
    notes.append(Diagnostic(id, .note, at: place, message))
  }

  mutating func add(_ note: Diagnostic) { notes.append(note) }

  /// The code of an area by the first of several codes and names that is known; when none is,
  /// the fallback, with one warning for each.
  mutating func area(
    _ candidates: [String], fallback: String, name: String? = nil, at cell: CellPlace
  ) -> String {
    if let known = areas[fallback] { return known }
    for text in candidates where !text.isEmpty {
      if let area = Area(code: text) {
        areas[fallback] = area.code
        return area.code
      }
    }
    areas[fallback] = fallback
    let name = name ?? candidates.last { !$0.isEmpty && $0 != fallback }
    notes.append(
      Diagnostic(
        "import.unknown-area", .warning, at: cell.location,
        "\(fallback.quoted)\(name.map { " (\($0))" } ?? "") is not a known area, "
          + "it is kept as it is",
        hint: "it may be a group of the publisher's own"))
    return fallback
  }

  /// What was collected, in the order in which it was met.
  func result() -> ImportResult {
    ImportResult(
      format: format, observations: observations, problems: problems, account: account,
      notes: notes)
  }
}
