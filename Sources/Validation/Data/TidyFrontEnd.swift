internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
public import TradeImport
internal import TradeModel

/// Makes documents to check of a dataset in tidy CSV: each vintage of each source is one document.
///
///     TidyFrontEnd(without: []).documents(dataset, data: bytes, file: "data.csv")
public struct TidyFrontEnd: Sendable {
  /// The ids of assumptions that do not count.
  public let without: Set<String>

  /// Makes a front end.
  public init(without: Set<String> = []) { self.without = without }

  private static let names: Set<String> = [
    "period", "reporter", "partner", "flow", "product", "measure", "basis", "value", "unit",
    "printed", "scale", "hedge", "status", "vintage", "source",
  ]

  /// Whether bytes are tidy CSV that says how its figures were printed, by their first line.
  public static func reads(_ bytes: [UInt8]) -> Bool {
    // The names of all columns are much shorter than a paragraph can be.
    let first = bytes.prefix(4_096).prefix { $0 != 0x0A && $0 != 0x0D }
    let line = String(decoding: first, as: UTF8.self)
    let columns = line.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
    return columns.allSatisfy(names.contains)
      && Set(["period", "flow", "value", "printed"]).isSubset(of: columns)
  }

  /// Makes the documents of a dataset.
  ///
  /// - Parameters:
  ///   - dataset: The dataset; derived observations take no part, because nobody printed them.
  ///   - data: The bytes of its CSV file, for the places of figures.
  ///   - file: The name of the file in results.
  /// - Returns: The documents, in the order of their vintages.
  public func documents(_ dataset: Dataset, data: [UInt8], file: String) -> SourceReading {
    let places = Self.places(data, file: file)
    var figures: [TableFigure] = []
    for observation in dataset.observations where observation.observation.value != nil {
      guard let line = observation.location.line, let cell = places[line] else { continue }
      if let figure = Self.figure(observation, cell) { figures.append(figure) }
    }
    figures = figures.map { Self.repeating($0, among: figures) }
    return TableFrontEnd(without: without).documents(
      of: figures, file: file, diagnostics: dataset.diagnostics.filter { $0.severity == .error })
  }

  /// The cell with the digits of each line: the printed ones, or else the value.
  private static func places(_ data: [UInt8], file: String) -> [Int: PrintedCell] {
    let table = DelimitedReader().read(data, file: file)
    let columns = ["printed", "value"].compactMap { table.column(named: $0) }
    var places: [Int: PrintedCell] = [:]
    for record in table.rows {
      guard
        let field = columns.lazy.compactMap({ record.field(in: $0) }).first(where: { !$0.isEmpty })
      else { continue }
      let range = field.mark.contentRange ?? field.mark.range
      let place = field.location
      places[record.line] = PrintedCell(
        text: field.text, line: place.line ?? record.line,
        column: (place.column ?? 1) + range.lowerBound - field.mark.start, start: range.lowerBound,
        end: range.upperBound)
    }
    return places
  }

  private static func figure(_ observation: TradeObservation, _ cell: PrintedCell) -> TableFigure? {
    let key = observation.key
    let role: TableFigure.Role =
      key.measure.isChange ? (key.unit == .percent ? .growth : .change) : .level
    let number: PrintedNumber
    if let printed = observation.figure {
      number = PrintedNumber(
        significand: printed.significand, decimals: printed.decimals, scale: printed.scale)
    } else if observation.words != nil {
      number = PrintedNumber(significand: 0, decimals: 0)
    } else {
      return nil
    }
    var figure = TableFigure(cell, number, role)
    figure.flow = key.flow == .other ? nil : key.flow
    (figure.reporter, figure.product) = (key.reporter, key.product)
    figure.partner = key.partner == "WLD" ? "" : key.partner
    figure.basis = key.basis.description
    figure.unit = key.unit == .percent ? "" : key.unit.code
    if key.flow.kind == .stock {
      figure.period = .stock(endOf: observation.period.last)
    } else {
      figure.period = .span(observation.period)
    }
    switch key.measure {
    case .yearOverYear: figure.comparison = .yearOverYear
    case .periodOverPeriod: figure.comparison = .periodOverPeriod
    case .value, .quantity, .weight: break
    }
    if key.measure == .quantity || key.measure == .weight { figure.item = key.measure.rawValue }
    figure.hedge = hedge(observation.hedge)
    figure.isUnchanged = observation.hedge == .unchanged
    figure.vintage = observation.vintage?.description ?? ""
    figure.source = observation.source
    return figure
  }

  private static func hedge(_ hedge: Hedge?) -> FigureHedge {
    switch hedge {
    case .about?: .about
    case .nearly?, .lessThan?: .lessThan
    case .moreThan?, .atLeast?: .moreThan
    case .upTo?: .upTo
    case .unchanged?, nil: .exact
    }
  }

  /// The figure with the unit of the level it belongs to, and for `unchanged` with its digits.
  private static func repeating(_ figure: TableFigure, among all: [TableFigure]) -> TableFigure {
    guard figure.role == .growth else { return figure }
    let level = all.first {
      $0.role == .level && $0.flow == figure.flow && $0.reporter == figure.reporter
        && $0.partner == figure.partner && $0.product == figure.product && $0.basis == figure.basis
        && $0.vintage == figure.vintage && $0.source == figure.source && $0.period == figure.period
    }
    var own = figure
    guard let level else {
      // A change whose level another document prints is counted in that one's unit.
      own.unit =
        all.first {
          $0.role == .level && $0.flow == figure.flow && $0.reporter == figure.reporter
            && $0.partner == figure.partner && $0.product == figure.product
            && $0.basis == figure.basis
        }?.unit ?? ""
      return own
    }
    own.unit = level.unit
    if own.isUnchanged { own.number = level.number }
    return own
  }
}
