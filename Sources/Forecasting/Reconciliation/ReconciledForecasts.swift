public import NumericCore

/// Forecasts that add up.
public struct ReconciledForecasts: Sendable, Hashable {
  /// The forecasts, one row for each row of the hierarchy and one column for each step.
  ///
  /// Each value is a multiple of ``unit``, and each defined row is exactly the sum of its leaves:
  /// the numbers as printed add up to the last digit.
  public let values: Matrix
  /// The power of ten of which all values are multiples; about 10⁻¹⁵ of the largest value.
  public let unit: Double
  /// The weight of the diagonal in the shrunk covariance, 0 to 1; `nil` for other methods.
  public let shrinkage: Double?
  /// For each step, the leaves that would have been negative and are zero.
  public let keptAtZero: [[Int]]
}
