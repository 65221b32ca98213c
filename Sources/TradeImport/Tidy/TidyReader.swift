internal import DelimitedText
public import Diagnostics
internal import TimeSeries
public import TradeModel

/// Reads tidy CSV, one observation a row, with the constants of its manifest.
///
/// Nothing is dropped in silence: a row that cannot be read gives an error at the field that is
/// wrong, and the others are read. A row with too few or too many fields is not read, because its
/// values may stand in the wrong columns.
public struct TidyReader {
  private let manifest: DatasetManifest
  private let parser: PeriodParser
  private var known = KnownTexts()
  /// What stands for the areas that were met.
  private var areas: [String: String] = [:]

  /// What was found, in the order of the places.
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
      ?? manifest.reporter.flatMap { FiscalCalendar.ofReporter(Area(code: $0)?.code ?? $0) }
    parser = PeriodParser(fiscalCalendar: calendar)
  }

  /// Reads the bytes of a file.
  public mutating func read(_ bytes: [UInt8], file: String) -> [TradeObservation] {
    read(DelimitedReader().read(bytes, file: file))
  }

  /// Reads a table.
  mutating func read(_ table: DelimitedTable) -> [TradeObservation] {
    diagnostics += table.diagnostics
    guard table.header != nil else { return [] }
    let columns = TidyColumns(table)
    diagnostics += columns.diagnostics
    guard columns[.period] != nil, columns[.value] != nil else { return [] }
    var observations: [TradeObservation] = []
    observations.reserveCapacity(table.rowCount)
    // The reader of delimited text has reported every row of another length.
    for record in table.rows where record.count == table.columnCount {
      var row = TidyRow(record: record, columns: columns)
      if let observation = observation(&row) { observations.append(observation) }
      if !row.isSound { diagnostics += row.diagnostics }
    }
    diagnostics.sort(by: Diagnostic.isEarlier)
    return observations
  }

  private mutating func observation(_ row: inout TidyRow) -> TradeObservation? {
    let flow = row.flow(constant: manifest.flow, known: &known)
    let period = row.period(parser, kind: flow.map(manifest.kind(of:)), known: &known)
    let measure = row.measure(constant: manifest.measure)
    let status = row.status()
    let vintage = row.vintage(known: &known)
    let hedge = row.hedge()
    let scale = row.scale(constant: isLevel(measure) ? manifest.scale : nil)
    let number = scale.flatMap {
      row.value(status: status ?? .normal, scale: $0, hedge: hedge)
    }
    guard let period, let flow, let measure, let number, row.isSound else { return nil }
    let constant = (isLevel(measure) ? manifest.unit : nil) ?? (measure.isChange ? .percent : nil)
    let unit = row.text(.unit).map { Unit($0) } ?? constant
    let product = row.text(.series) ?? row.text(.product) ?? manifest.product
    let key = SeriesKey(
      reporter: area(row.text(.reporter) ?? manifest.reporter, row, .reporter),
      partner: area(row.text(.partner) ?? manifest.partner ?? "WLD", row, .partner),
      flow: flow, product: product ?? "", measure: measure,
      basis: row.text(.basis).map { Basis($0) } ?? manifest.basis ?? Basis(""),
      unit: unit ?? Unit(""))
    return TradeObservation(
      key: key, period: period, observation: number.observation, figure: number.figure,
      words: number.words, hedge: hedge, vintage: vintage, source: row.text(.source) ?? "",
      location: row.location(.value))
  }

  /// Whether the manifest's unit and scale are meant for a measure: those of the values, or of
  /// the one measure that the manifest names.
  private func isLevel(_ measure: Measure?) -> Bool { measure == manifest.measure ?? .value }

  /// The code of an area in the table of areas, whatever code or name the file has (`US`); that
  /// of a group of the manifest as it stands there; one that nobody knows is kept and reported
  /// once.
  private mutating func area(
    _ code: String?, _ row: TidyRow, _ column: TidyColumns.Name
  ) -> String {
    guard let code else { return "" }
    if let known = areas[code] { return known }
    let area = manifest.groups[code] == nil ? Area(code: code)?.code : code
    areas[code] = area ?? code
    if area == nil {
      let nearest = Areas.nearest(to: code).map { "did you mean '\($0)'?" }
      diagnostics.append(
        Diagnostic(
          "tidy.unknown-area", .warning, at: row.location(column),
          "\(column.rawValue) \(code.quoted) is not a known area, expected an ISO 3166 alpha-3 "
            + "code or a group",
          hint: nearest ?? "define the group in dataset.json"))
    }
    return area ?? code
  }
}
