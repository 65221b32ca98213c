internal import DelimitedText
public import Diagnostics
internal import TimeSeries
public import TradeModel

/// Reads tidy CSV, one observation a row, with the constants of its manifest.
///
/// Nothing is dropped in silence: a row that cannot be read gives an error at the field that is
/// wrong, and the others are read.
public struct TidyReader {
  private let manifest: DatasetManifest
  private let parser: PeriodParser
  private var unknownAreas: Set<String> = []

  /// What was found, in the order of the rows.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - manifest: What is constant, and the groups and sources that rows may name.
  ///   - fiscalStart: The first month of fiscal years, for periods such as `FY2023-24`; without
  ///     it that of the manifest's reporter.
  public init(manifest: DatasetManifest, fiscalStart: Int? = nil) {
    self.manifest = manifest
    let calendar =
      fiscalStart.map { FiscalCalendar(firstMonth: $0) }
      ?? manifest.reporter.flatMap { FiscalCalendar.ofReporter($0) }
    parser = PeriodParser(fiscalCalendar: calendar)
  }

  /// Reads the bytes of a file.
  public mutating func read(_ bytes: [UInt8], file: String) -> [TradeObservation] {
    let table = DelimitedReader().read(bytes, file: file)
    diagnostics += table.diagnostics
    guard table.header != nil else { return [] }
    let columns = TidyColumns(table)
    diagnostics += columns.diagnostics
    guard columns[.period] != nil, columns[.value] != nil else { return [] }
    var observations: [TradeObservation] = []
    observations.reserveCapacity(table.rowCount)
    for record in table.rows {
      var row = TidyRow(record: record, columns: columns)
      if let observation = observation(&row) { observations.append(observation) }
      diagnostics += row.diagnostics
    }
    return observations
  }

  private mutating func observation(_ row: inout TidyRow) -> TradeObservation? {
    guard row.isComplete else { return nil }
    let period = row.period(parser)
    let flow = row.flow(constant: manifest.flow)
    let measure = row.measure()
    let status = row.status()
    let vintage = row.vintage()
    let hedge = row.hedge()
    let scale = row.scale(constant: manifest.scale)
    guard let period, let flow, let measure, let status, let scale, row.isSound else {
      return nil
    }
    guard let number = row.value(status: status, scale: scale, hedge: hedge) else { return nil }
    let unit = row.text(.unit).map { Unit($0) } ?? (measure.isChange ? .percent : manifest.unit)
    let series = row.text(.series)
    let key = SeriesKey(
      reporter: area(row.text(.reporter) ?? manifest.reporter, row, .reporter),
      partner: area(row.text(.partner) ?? manifest.partner ?? "WLD", row, .partner),
      flow: flow, product: series ?? row.text(.product) ?? "", measure: measure,
      basis: Basis(row.text(.basis) ?? ""), unit: unit ?? Unit(""))
    return TradeObservation(
      key: key, period: period, observation: number.observation, figure: number.figure,
      vintage: vintage, source: row.text(.source) ?? "", location: row.location(.value))
  }

  /// The code of an area as it is written in tables; a code that nobody knows is kept and
  /// reported once.
  private mutating func area(
    _ code: String?, _ row: TidyRow, _ column: TidyColumns.Name
  ) -> String {
    guard let code else { return "" }
    if manifest.groups[code] != nil || Area(code: code) != nil { return code }
    if unknownAreas.insert(code).inserted {
      let nearest = Areas.nearest(to: code).map { "did you mean '\($0)'?" }
      diagnostics.append(
        Diagnostic(
          "tidy.unknown-area", .warning, at: row.location(column),
          "\(column.rawValue) \(code.quoted) is not a known area, expected an ISO 3166 alpha-3 "
            + "code or a group",
          hint: nearest ?? "define the group in dataset.json"))
    }
    return code
  }
}
