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
  /// Whether rows are known again by their texts; the result is the same.
  var isLearning = true

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
    Array(list(DelimitedReader().read(bytes, file: file)))
  }

  /// Reads a table.
  mutating func list(_ table: DelimitedTable) -> ObservationList {
    diagnostics += table.diagnostics
    var list = ObservationList()
    guard table.header != nil else { return list }
    let columns = TidyColumns(table)
    diagnostics += columns.diagnostics
    guard columns[.period] != nil, let value = columns[.value] else { return list }
    list.reserveCapacity(table.rowCount)
    var known = Self.knownRows(table, columns, value)
    known.isLearning = isLearning
    var start = 0
    while start < table.rowCount {
      let end = min(start + known.room, table.rowCount)
      known.open(start..<end)
      for index in start..<end where !known.append(row: index, value: 0, to: &list) {
        read(index, of: table, columns, into: &list, &known)
      }
      start = end
    }
    diagnostics.sort(by: Diagnostic.isEarlier)
    return list
  }

  /// Reads a row in full.
  private mutating func read(
    _ index: Int, of table: DelimitedTable, _ columns: TidyColumns,
    into list: inout ObservationList, _ known: inout KnownRows
  ) {
    let record = table[row: index]
    // The reader of delimited text has reported every row of another length.
    guard record.count == table.columnCount else { return }
    let found = diagnostics.count
    var row = TidyRow(record: record, columns: columns)
    if let observation = observation(&row) {
      list.append(observation)
      if row.isSound, diagnostics.count == found { known.learn(row: index, value: 0, from: list) }
    }
    if !row.isSound { diagnostics += row.diagnostics }
  }

  /// Where the parts of an observation are read from, to know them again; a row with printed
  /// digits is read in full.
  private static func knownRows(
    _ table: DelimitedTable, _ columns: TidyColumns, _ value: Int
  ) -> KnownRows {
    func source(_ names: TidyColumns.Name...) -> KnownRows.Source {
      KnownRows.Source(columns: names.compactMap { columns[$0] })
    }
    return KnownRows(
      table, values: [value],
      KnownRows.Sources(
        reporter: source(.reporter), partner: source(.partner), product: source(.series, .product),
        subject: source(.flow, .measure, .basis, .unit, .vintage, .source),
        period: source(.period, .flow), manner: source(.status, .hedge, .scale, .measure)),
      fieldCount: table.columnCount, emptyColumns: [columns[.printed]].compactMap { $0 })
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
