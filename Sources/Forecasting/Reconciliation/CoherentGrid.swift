internal import Glibc

/// The multiples of a power of ten on which sums are exact.
///
/// The unit is chosen so that the largest value is a whole number of at most 15 digits. Sums of
/// such numbers are computed as integers, and what is printed adds up to the last digit, whatever
/// adds it.
struct CoherentGrid: Sendable, Hashable {
  /// The power of ten of the unit.
  let exponent: Int

  /// Makes the grid for values up to a size; `nil` when that is above 10³⁶.
  ///
  /// - Parameters:
  ///   - largest: The largest magnitude of a value.
  ///   - least: The power of ten of the smallest unit that is wanted.
  init?(largest: Double, atLeast least: Int? = nil) {
    guard largest <= 1e36 else { return nil }
    let top = largest > 0 ? Int(log10(largest).rounded(.down)) : 0
    // 10²² is the largest power of ten that is a double; finer units are not needed.
    exponent = max(top - 14, least ?? -22, -22)
  }

  /// The unit.
  var unit: Double { value(of: 1) }

  /// The multiple nearest to a value.
  func count(of value: Double) -> Int {
    let scaled = exponent >= 0 ? value / Self.power(exponent) : value * Self.power(-exponent)
    return Int(scaled.rounded())
  }

  /// The double next to so many units.
  func value(of count: Int) -> Double {
    exponent >= 0 ? Double(count) * Self.power(exponent) : Double(count) / Self.power(-exponent)
  }

  /// A power of ten that is exact, 0 to 22.
  private static func power(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { product, _ in product * 10 }
  }
}
