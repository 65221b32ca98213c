internal import TimeSeries

/// The key of a true level that is not known: the only kind of unknown in a check.
///
/// Two figures speak of the same level when their keys are equal, so a reader of documents must
/// write the same thing in the same way. Texts are free; `unit` and `basis` keep apart what must
/// not be mixed.
///
///     Quantity(.exports, subject: "China", partner: "Belgium", period: .span(.year(2024)), unit: "USD")
///
/// A document names one level many times, so copies share one key, which knows its hash.
public struct Quantity: Sendable {
  private var key: Key

  /// What is measured.
  public var measure: FigureMeasure {
    get { key.parts.measure }
    set { change { $0.measure = newValue } }
  }
  /// Whose it is.
  public var subject: String {
    get { key.parts.subject }
    set { change { $0.subject = newValue } }
  }
  /// With whom; empty for the world.
  public var partner: String {
    get { key.parts.partner }
    set { change { $0.partner = newValue } }
  }
  /// Of what; empty for everything.
  public var product: String {
    get { key.parts.product }
    set { change { $0.product = newValue } }
  }
  /// When; `nil` when the document does not say.
  public var period: FigurePeriod? {
    get { key.parts.period }
    set { change { $0.period = newValue } }
  }
  /// In what: `USD`.
  public var unit: String {
    get { key.parts.unit }
    set { change { $0.unit = newValue } }
  }
  /// Prices, adjustment, concept; empty when the document has one.
  public var basis: String {
    get { key.parts.basis }
    set { change { $0.basis = newValue } }
  }
  /// Whether it cannot be below zero.
  public var isNonNegative: Bool {
    get { key.parts.isNonNegative }
    set { change { $0.isNonNegative = newValue } }
  }

  /// Makes a key; whether it can be negative follows from the measure unless it is said.
  public init(
    _ measure: FigureMeasure, subject: String = "", partner: String = "", product: String = "",
    period: FigurePeriod? = nil, unit: String = "", basis: String = "", isNonNegative: Bool? = nil
  ) {
    key = Key(
      Parts(
        measure: measure, subject: subject, partner: partner, product: product, period: period,
        unit: unit, basis: basis, isNonNegative: isNonNegative ?? measure.isNonNegative))
  }

  /// The same quantity of another time.
  public func of(_ period: FigurePeriod?) -> Quantity {
    period == self.period ? self : with { $0.period = period }
  }

  /// The same quantity of another measure, with that measure's sign.
  public func of(_ measure: FigureMeasure) -> Quantity {
    if measure == self.measure, isNonNegative == measure.isNonNegative { return self }
    return with {
      $0.measure = measure
      $0.isNonNegative = measure.isNonNegative
    }
  }

  /// What a reader calls it: `exports (Germany, 2023)`.
  public var name: String {
    let time = period.map { ProsePeriod(period: $0).told } ?? ""
    let details = [subject, partner, product, time].filter { !$0.isEmpty }
    return measure.name + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
  }
}

extension Quantity: Hashable {
  /// Equality compares all parts.
  public static func == (lhs: Quantity, rhs: Quantity) -> Bool {
    lhs.key === rhs.key || lhs.key.hash == rhs.key.hash && lhs.key.parts == rhs.key.parts
  }

  /// The hash that the key knows.
  public func hash(into hasher: inout Hasher) { hasher.combine(key.hash) }
}

extension Quantity {
  fileprivate struct Parts: Sendable, Hashable {
    var measure: FigureMeasure
    var subject: String
    var partner: String
    var product: String
    var period: FigurePeriod?
    var unit: String
    var basis: String
    var isNonNegative: Bool

    /// The parts that differ most between the levels of one document.
    var shortHash: UInt64 {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      func mix(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01B3 }
      for byte in partner.utf8 { mix(UInt64(byte)) }
      mix(256)
      for byte in product.utf8 { mix(UInt64(byte)) }
      mix(UInt64(measure.place))
      switch period {
      case nil: break
      case .span(let span):
        mix(UInt64(truncatingIfNeeded: span.first.ordinal))
        mix(UInt64(truncatingIfNeeded: span.count))
      case .stock(let month): mix(UInt64(truncatingIfNeeded: month.ordinal &+ 1 << 32))
      case .days(let first, let last):
        mix(UInt64(truncatingIfNeeded: first.month.ordinal &* 32 &+ first.day))
        mix(UInt64(truncatingIfNeeded: last.month.ordinal &* 32 &+ last.day))
      }
      return hash
    }
  }

  fileprivate final class Key: Sendable {
    let parts: Parts
    let hash: UInt64

    init(_ parts: Parts) {
      self.parts = parts
      hash = parts.shortHash
    }
  }

  private mutating func change(_ edit: (inout Parts) -> Void) {
    var parts = key.parts
    edit(&parts)
    key = Key(parts)
  }

  private func with(_ edit: (inout Parts) -> Void) -> Quantity {
    var other = self
    other.change(edit)
    return other
  }
}

extension FigureMeasure {
  /// A number for each measure.
  fileprivate var place: Int {
    switch self {
    case .exports: 1
    case .imports: 2
    case .totalTrade: 3
    case .balance: 4
    case .fdiFlow: 5
    case .fdiStock: 6
    case .servicesExports: 7
    case .servicesImports: 8
    case .servicesTotal: 9
    case .other: 10
    }
  }
}
