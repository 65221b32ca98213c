/// What a series is about: everything that names an observation but its period, vintage and
/// source.
public struct SeriesKey: Sendable, Hashable, Comparable {
  /// Whose statistics, by area code.
  public let reporter: String
  /// With whom, by area code; `WLD` when the table names no partner.
  public let partner: String
  /// What crosses the border.
  public let flow: Flow
  /// The product's code as text, or the name of the series in a plain panel; empty for all
  /// products.
  public let product: String
  /// Which number of the flow.
  public let measure: Measure
  /// Prices, adjustment and concept.
  public let basis: Basis
  /// What the figures count.
  public let unit: Unit

  /// Makes a key.
  public init(
    reporter: String, partner: String, flow: Flow, product: String = "",
    measure: Measure = .value, basis: Basis = Basis(""), unit: Unit
  ) {
    self.reporter = reporter
    self.partner = partner
    self.flow = flow
    self.product = product
    self.measure = measure
    self.basis = basis
    self.unit = unit
  }

  /// The same key for another flow.
  public func with(flow: Flow) -> SeriesKey {
    SeriesKey(
      reporter: reporter, partner: partner, flow: flow, product: product, measure: measure,
      basis: basis, unit: unit)
  }

  /// The parts that differ as they stand in files, for messages: `CHN, EU, exports, value`.
  public var label: String {
    [
      reporter, partner, flow.rawValue, product, measure == .value ? "" : measure.rawValue,
      basis.description,
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// By reporter, partner, product, flow, measure, basis and unit, in the order of their texts.
  public static func < (lhs: SeriesKey, rhs: SeriesKey) -> Bool { lhs.order < rhs.order }

  private var order: [String] {
    [
      reporter, partner, product, flow.rawValue, measure.rawValue, basis.description, unit.code,
    ]
  }
}

extension [String] {
  fileprivate static func < (lhs: [String], rhs: [String]) -> Bool {
    lhs.lexicographicallyPrecedes(rhs)
  }
}
