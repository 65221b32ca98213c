/// A number that a method estimated or chose, under the name that tables print.
public struct ForecastParameter: Sendable, Hashable {
  /// The name: `alpha`, `l0`, `ar1`.
  public let name: String
  /// The value, in the unit that the method page gives; never NaN.
  public let value: Double

  /// Makes a parameter.
  public init(_ name: String, _ value: Double) {
    self.name = name
    self.value = value
  }
}
