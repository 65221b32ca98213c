/// Values of short periods that give the totals of long ones, and how they were found.
public struct Disaggregation: Sendable, Hashable {
  /// The values of the short periods, those before and after the totals included where an
  /// indicator covers them.
  public let values: [Double]
  /// What the regression found; `nil` for other methods.
  public let regression: Regression?
  /// Whether a proportional method was replaced by the additive one, because the indicator is
  /// zero or below somewhere.
  public let isAdditiveInstead: Bool

  /// A regression of the totals on the indicators.
  public struct Regression: Sendable, Hashable {
    /// The constant and one coefficient for each indicator, in units of the short periods.
    public let coefficients: [Double]
    /// Their standard errors; `nil` without degrees of freedom.
    public let standardErrors: [Double]?
    /// The autocorrelation of the errors at the short periods.
    public let autocorrelation: Double
    /// The sum of squares of the residuals of the totals, weighted by their covariance.
    public let weightedSumOfSquares: Double
    /// The logarithm of the likelihood.
    public let logLikelihood: Double
  }
}
