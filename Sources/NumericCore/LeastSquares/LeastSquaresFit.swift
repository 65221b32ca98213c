/// The coefficients that bring a linear model nearest to its response, and how near that is.
public struct LeastSquaresFit: Sendable, Hashable {
  /// One coefficient for each column of the design, in units of the response per unit of the column.
  public let coefficients: [Double]
  /// The response less the fitted values, one for each row, in units of the response.
  public let residuals: [Double]
  /// The number of independent columns, which is that of all columns.
  public let rank: Int
  /// The sum of squares of the residuals.
  public let residualSumOfSquares: Double
  /// Rows less rank.
  public let degreesOfFreedom: Int
  /// The root of the sum of squares over the degrees of freedom; `nil` when there are none.
  public let residualStandardDeviation: Double?
  /// The standard error of each coefficient under independent errors of equal variance; `nil`
  /// when there are no degrees of freedom.
  public let standardErrors: [Double]?
}
