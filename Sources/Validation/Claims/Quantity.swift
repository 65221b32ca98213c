/// The key of a true level that is not known: the only kind of unknown in a check.
///
/// Two figures speak of the same level when their keys are equal, so a reader of documents must
/// write the same thing in the same way. Texts are free; `unit` and `basis` keep apart what must
/// not be mixed.
///
///     Quantity(.exports, subject: "China", partner: "Belgium", period: .span(.year(2024)), unit: "USD")
public struct Quantity: Sendable, Hashable {
  /// What is measured.
  public var measure: FigureMeasure
  /// Whose it is.
  public var subject: String
  /// With whom; empty for the world.
  public var partner: String
  /// Of what; empty for everything.
  public var product: String
  /// When; `nil` when the document does not say.
  public var period: FigurePeriod?
  /// In what: `USD`.
  public var unit: String
  /// Prices, adjustment, concept; empty when the document has one.
  public var basis: String
  /// Whether it cannot be below zero.
  public var isNonNegative: Bool

  /// Makes a key; whether it can be negative follows from the measure unless it is said.
  public init(
    _ measure: FigureMeasure, subject: String = "", partner: String = "", product: String = "",
    period: FigurePeriod? = nil, unit: String = "", basis: String = "", isNonNegative: Bool? = nil
  ) {
    self.measure = measure
    self.subject = subject
    self.partner = partner
    self.product = product
    self.period = period
    self.unit = unit
    self.basis = basis
    self.isNonNegative = isNonNegative ?? measure.isNonNegative
  }

  /// The same quantity of another time.
  public func of(_ period: FigurePeriod?) -> Quantity {
    var other = self
    other.period = period
    return other
  }

  /// The same quantity of another measure, with that measure's sign.
  public func of(_ measure: FigureMeasure) -> Quantity {
    var other = self
    other.measure = measure
    other.isNonNegative = measure.isNonNegative
    return other
  }

  /// The parts that differ most between the levels of one document; equality compares all.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(measure)
    hasher.combine(partner)
    hasher.combine(product)
    hasher.combine(period)
  }

  /// What a reader calls it: `exports (Germany, 2023)`.
  public var name: String {
    let details = [subject, partner, product, period?.description ?? ""].filter { !$0.isEmpty }
    return measure.name + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
  }
}
