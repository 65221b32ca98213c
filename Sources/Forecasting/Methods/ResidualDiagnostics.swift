/// How a model fits its own past: one-step errors and what is left in them.
///
/// Definition: `e(t)` is the value less its one-step forecast, in the unit of the series. The
/// Ljung-Box statistic over `k` lags is `n(n+2)·Σ r(j)²/(n−j)`; under no correlation it follows
/// chi-squared with `k` degrees of freedom, less those of the model.
///
/// Source: G. M. Ljung, G. E. P. Box, Biometrika 65 (1978) 297-303, doi 10.1093/biomet/65.2.297.
public struct ResidualDiagnostics: Sendable, Hashable {
  /// How many residuals there are.
  public let count: Int
  /// Their mean; `nil` without residuals.
  public let mean: Double?
  /// The standard deviation that intervals use (sum of squares over the count less the number of
  /// parameters); `nil` where that is not positive.
  public let standardDeviation: Double?
  /// Their first autocorrelation; `nil` with fewer than three or when all are equal.
  public let firstAutocorrelation: Double?
  /// The Ljung-Box statistic; `nil` where there are too few residuals.
  public let ljungBox: Double?
  /// The number of lags in it.
  public let ljungBoxLags: Int

  /// Examines residuals.
  ///
  /// - Parameters:
  ///   - residuals: One-step errors in the order of time.
  ///   - parameterCount: The number of estimated parameters.
  ///   - seasonLength: Periods in a year; the lags are twice as many, at least 10 where there
  ///     are no seasons, and at most a fifth of the residuals.
  public init(residuals: [Double], parameterCount: Int, seasonLength: Int) {
    let n = residuals.count
    count = n
    guard n > 0 else {
      (mean, standardDeviation, firstAutocorrelation, ljungBox, ljungBoxLags) =
        (nil, nil, nil, nil, 0)
      return
    }
    let average = residuals.reduce(0, +) / Double(n)
    mean = average
    let squares = residuals.reduce(0) { $0 + $1 * $1 }
    standardDeviation =
      n > parameterCount ? (squares / Double(n - parameterCount)).squareRoot() : nil
    let lags = min(seasonLength > 1 ? 2 * seasonLength : 10, n / 5)
    let correlations = Autocorrelation.coefficients(residuals, lags: max(1, lags))
    firstAutocorrelation = n >= 3 ? correlations?.first : nil
    if lags >= 1, let correlations {
      var sum = 0.0
      for (index, r) in correlations.prefix(lags).enumerated() {
        sum += r * r / Double(n - index - 1)
      }
      ljungBox = Double(n) * Double(n + 2) * sum
      ljungBoxLags = lags
    } else {
      ljungBox = nil
      ljungBoxLags = 0
    }
  }
}

/// Sample autocorrelations.
enum Autocorrelation {
  /// Returns `r(1) … r(lags)` with the mean taken off and the divisor of lag 0; `nil` when all
  /// values are equal or a lag has no pair.
  static func coefficients(_ values: [Double], lags: Int) -> [Double]? {
    let n = values.count
    guard lags >= 1, lags < n else { return nil }
    let mean = values.reduce(0, +) / Double(n)
    let centered = values.map { $0 - mean }
    let total = centered.reduce(0) { $0 + $1 * $1 }
    guard total > 0, total.isFinite else { return nil }
    return (1...lags).map { lag in
      var sum = 0.0
      for t in lag..<n { sum += centered[t] * centered[t - lag] }
      return sum / total
    }
  }
}
