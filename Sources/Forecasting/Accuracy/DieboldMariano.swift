internal import NumericCore

/// The test of Diebold and Mariano: whether one method's errors are smaller than another's.
///
/// Definition: with `d` the difference of the losses at each origin, the statistic is the mean of
/// `d` over its standard error, whose variance adds the autocovariances up to `step − 1`; with the
/// small-sample factor of Harvey, Leybourne and Newbold, compared with Student's t of `n − 1`
/// degrees of freedom. When the estimated variance is not positive, that of lag 0 is taken.
///
/// Sources: F. X. Diebold, R. S. Mariano, Journal of Business & Economic Statistics 13 (1995)
/// 253-263, doi 10.1080/07350015.1995.10524599; D. Harvey, S. Leybourne, P. Newbold,
/// International Journal of Forecasting 13 (1997) 281-291, doi 10.1016/S0169-2070(96)00719-4.
public struct DieboldMarianoTest: Sendable, Hashable {
  /// The fewest origins that the test is given for.
  public static let fewestOrigins = 20

  /// How losses are measured.
  public enum Loss: Sendable, Hashable {
    /// The magnitude of the error.
    case absolute
    /// Its square.
    case squared
  }

  /// The statistic; below zero when the first method's losses are smaller.
  public let statistic: Double
  /// The two-sided probability of a statistic as far from zero, if both are as good.
  public let pValue: Double
  /// The number of origins.
  public let origins: Int

  /// Compares the errors of two methods at the same origins, one step each.
  ///
  /// - Parameters:
  ///   - first: Errors of the first method in the order of origins.
  ///   - second: Errors of the second method at the same origins.
  ///   - step: How many periods ahead the forecasts were.
  ///   - loss: How losses are measured.
  /// - Throws: `tooFewOrigins` below twenty; `noAnswer` when the losses never differ.
  /// - Precondition: There are as many errors of both.
  public init(
    _ first: [Double], _ second: [Double], step: Int, loss: Loss = .absolute
  ) throws(ForecastError) {
    precondition(first.count == second.count, "\(first.count) and \(second.count) errors")
    precondition(step >= 1, "\(step) steps ahead: expected at least 1")
    let n = first.count
    guard n >= max(Self.fewestOrigins, 2 * step) else {
      throw .tooFewOrigins(
        what: "the Diebold-Mariano test", needed: max(Self.fewestOrigins, 2 * step), found: n)
    }
    let size = { (error: Double) in loss == .absolute ? error.magnitude : error * error }
    let differences = zip(first, second).map { size($0) - size($1) }
    let mean = differences.reduce(0, +) / Double(n)
    let covariance = { (lag: Int) in
      (lag..<n).reduce(0.0) { $0 + (differences[$1] - mean) * (differences[$1 - lag] - mean) }
        / Double(n)
    }
    let own = covariance(0)
    guard own > 0 else {
      throw .noAnswer(
        method: "the Diebold-Mariano test", reason: "the losses differ by the same at each origin",
        simpler: "MAE")
    }
    let sum = own + 2 * (1..<max(1, step)).reduce(0.0) { $0 + covariance($1) }
    let variance = (sum > 0 ? sum : own) / Double(n)
    let (count, h) = (Double(n), Double(step))
    let factor = ((count + 1 - 2 * h + h * (h - 1) / count) / count).squareRoot()
    statistic = factor * mean / variance.squareRoot()
    let tail = StudentTDistribution(degreesOfFreedom: count - 1).cumulative(-statistic.magnitude)
    pValue = min(1, 2 * tail)
    origins = n
  }
}
