/// How the errors of the forecasts are weighed against each other when they are made to add up.
public enum ReconciliationMethod: String, Sendable, Hashable, CaseIterable {
  /// All alike, `W = I` (OLS).
  case ordinary = "ols"
  /// By the number of leaves a row is made of, `W = diag(S·1)`.
  case structural
  /// By the mean square of the residuals, `W = diag(mean e²)` (WLS).
  case variance
  /// By the covariance of the residuals, shrunk towards its diagonal (MinT).
  case shrinkage = "mint"

  /// Whether the method needs the residuals of the models.
  public var needsResiduals: Bool { self == .variance || self == .shrinkage }
}
