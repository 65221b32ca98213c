internal import Glibc
internal import NumericCore

/// A regression of totals on indicators, with errors that are correlated between short periods.
///
/// `y = C·X·b + C·u`, `var u = σ²·V`; the path is `X·b + V·Cᵀ·(C·V·Cᵀ)⁻¹·(y − C·X·b)`.
struct RegressionDisaggregation {
  let rule: AggregationRule
  let errors: DisaggregationMethod.Errors
  /// `X`, a constant first, one column for each variable.
  let design: [[Double]]

  /// One fit, for a given autocorrelation.
  struct Fit {
    let coefficients: [Double]
    let standardErrors: [Double]?
    let weightedSumOfSquares: Double
    let logLikelihood: Double
    let values: [Double]
  }

  private func whitening(_ rho: Double, isCorrelation: Bool) -> Whitening {
    switch errors {
    case .independent: .identity(rule.count)
    case .autoregressive:
      .autoregressive(rho, count: rule.count, isCorrelation: isCorrelation)
    case .integrated: .integrated(rho, count: rule.count)
    }
  }

  /// Fits with an autocorrelation.
  ///
  /// - Complexity: O(*n*·*l*²) for *n* short periods and *l* totals (BLAS `dsyrk`, LAPACK
  ///   `dpotrf`).
  func fit(_ rho: Double, isCorrelation: Bool = false) throws(NumericError) -> Fit {
    let whitening = whitening(rho, isCorrelation: isCorrelation)
    let count = rule.totals.count
    // P⁻ᵀ·Cᵀ, whose columns give C·V·Cᵀ by their products.
    let projected = Matrix(
      fromColumns: (0..<count).map { whitening.transposedSolved(rule.row($0)) })
    let factor = try CholeskyFactorization(of: try projected.gram(of: .columns))
    let rows = Matrix(fromColumns: design.map(rule.aggregated))
    let lower = factor.factor
    let whitened = Matrix(fromColumns: design.indices.map { solved(lower, rows.column($0)) })
    let target = solved(lower, rule.totals[...])
    let least = try whitened.leastSquares(for: target)
    let fitted = try rows.multiplied(by: least.coefficients)
    let residuals = zip(rule.totals, fitted).map { $0 - $1 }
    let spread = whitening.solved(try projected.multiplied(by: try factor.solve(residuals)))
    var values = spread
    for (column, coefficient) in zip(design, least.coefficients) {
      for (index, value) in column.enumerated() { values[index] += coefficient * value }
    }
    let size = Double(count)
    let logDeterminant = 2 * (0..<count).reduce(0) { $0 + log(lower[$1, $1]) }
    let sum = least.residualSumOfSquares
    return Fit(
      coefficients: least.coefficients, standardErrors: least.standardErrors,
      weightedSumOfSquares: sum,
      logLikelihood: -size / 2 * (1 + log(2 * .pi) + log(sum / size)) - logDeterminant / 2,
      values: values)
  }

  /// `L⁻¹·v` for a lower triangular matrix.
  private func solved(_ lower: Matrix, _ vector: ArraySlice<Double>) -> [Double] {
    var result = Array(vector)
    for column in result.indices {
      result[column] /= lower[column, column]
      let value = result[column]
      for (row, factor) in zip(result.indices, lower.column(column)).dropFirst(column + 1) {
        result[row] -= factor * value
      }
    }
    return result
  }

  /// Returns the autocorrelation that the rule chooses, within ±0.999.
  ///
  /// Method: a grid of steps of 0.037, then golden section around its best point.
  func autocorrelation(
    _ choice: DisaggregationMethod.Autocorrelation
  ) throws(NumericError) -> Double {
    switch choice {
    case .fixed(let rho): return rho
    case .mostLikely(let truncated):
      let rho = try minimum { rho throws(NumericError) in -(try fit(rho).logLikelihood) }
      return truncated ? max(0, rho) : rho
    case .leastSquares:
      // The sum of squares of a random walk has no scale of its own; that of an autoregression
      // is compared at equal variance of the errors.
      let isCorrelation = errors == .autoregressive
      return try minimum { rho throws(NumericError) in
        try fit(rho, isCorrelation: isCorrelation).weightedSumOfSquares
      }
    case .leastInnovations:
      return try minimum { rho throws(NumericError) in try fit(rho).weightedSumOfSquares }
    }
  }

  private func minimum(
    of value: (Double) throws(NumericError) -> Double
  ) throws(NumericError) -> Double {
    let bound = 0.999
    var best = (rho: -bound, value: Double.infinity)
    let step = 2 * bound / 54
    for index in 0...54 {
      let rho = -bound + Double(index) * step
      let found = try value(rho)
      if found < best.value { best = (rho, found) }
    }
    let ratio = (5.0.squareRoot() - 1) / 2
    var (low, high) = (max(-bound, best.rho - step), min(bound, best.rho + step))
    var (left, right) = (high - ratio * (high - low), low + ratio * (high - low))
    var (atLeft, atRight) = (try value(left), try value(right))
    while high - low > 1e-9 {
      if atLeft <= atRight {
        (high, right, atRight) = (right, left, atLeft)
        left = high - ratio * (high - low)
        atLeft = try value(left)
      } else {
        (low, left, atLeft) = (left, right, atRight)
        right = low + ratio * (high - low)
        atRight = try value(right)
      }
    }
    return (low + high) / 2
  }
}
