/// The seasonality test of the M competitions.
///
/// Definition: at least three whole years, and `|r(m)| > 1.645·√((1 + 2·Σ r(i)²)/n)` with the sum
/// over `i < m`; a 90 % test of the autocorrelation one year apart.
///
/// The benchmarks of M4 test the values themselves. A trend correlates with itself too, so that
/// nearly every series with one has seasons. The published forecasts of M3 were made by the same
/// test of the first differences: it agrees with their naive 2 for 91 % of the quarters and 95 % of
/// the months, that of the values for 52 and 70 %.
///
/// Source: S. Makridakis, E. Spiliotis, V. Assimakopoulos, International Journal of Forecasting 36
/// (2020) 54-74, doi 10.1016/j.ijforecast.2019.04.014.
public struct SeasonalityTest: Sendable, Hashable {
  /// The autocorrelation one year apart.
  public let autocorrelation: Double
  /// The bound that its magnitude is compared with.
  public let limit: Double

  /// Whether there are seasons.
  public var isSeasonal: Bool { autocorrelation.magnitude > limit }

  /// What the autocorrelations are those of.
  public enum Subject: Sendable, Hashable {
    /// The values, as in M4.
    case values
    /// The changes from period to period, as in M3.
    case changes
  }

  /// Tests values; `nil` with less than three whole years, without seasons in a year, or when all
  /// values are equal: then there is nothing to test.
  public init?(values: [Double], seasonLength m: Int, of subject: Subject = .values) {
    guard m > 1, values.count >= 3 * m else { return nil }
    let tested =
      subject == .values ? values : zip(values.dropFirst(), values).map { $0 - $1 }
    guard let r = Autocorrelation.coefficients(tested, lags: m) else { return nil }
    autocorrelation = r[m - 1]
    let squares = r.dropLast().reduce(0) { $0 + $1 * $1 }
    limit = 1.645 * ((1 + 2 * squares) / Double(tested.count)).squareRoot()
  }
}
