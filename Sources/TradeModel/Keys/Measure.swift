/// Which number of a flow is given.
public enum Measure: String, Sendable, Hashable, CaseIterable {
  /// The value in a currency.
  case value
  /// The quantity in the unit of the product.
  case quantity
  /// The weight.
  case weight
  /// The printed change on the same period of the year before.
  case yearOverYear = "yoy"
  /// The printed change on the period before.
  case periodOverPeriod = "pop"

  /// Whether the number is a printed change and not a level.
  public var isChange: Bool { self == .yearOverYear || self == .periodOverPeriod }
}
