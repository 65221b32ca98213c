internal import NumericCore

/// The covariance of forecast errors as a diagonal and a few common factors,
/// `W = diag(d) + F·Fᵀ`, which is never written out.
///
/// For the shrunk covariance of *n* series from *T* residuals, `F` is *n* × *T*, so that all that
/// reconciliation asks of `W` costs O(*n*·*T*·*m*) for *m* constraints.
struct ErrorCovariance: Sendable {
  /// `d`, one for each series, above zero.
  let diagonal: [Double]
  /// `Fᵀ`: one column for each series, so that what belongs to a series is together.
  let factors: Matrix?
  /// How far the covariance was drawn towards its diagonal, from 0 to 1; `nil` for other methods.
  let shrinkage: Double?

  /// The same weight for each series, or one from its number of leaves.
  init(weights: [Double]) {
    diagonal = weights
    factors = nil
    shrinkage = nil
  }

  /// The variances of the residuals around zero.
  ///
  /// - Parameter residuals: One column for each series.
  init(variancesOf residuals: Matrix) {
    let length = Double(residuals.rows)
    diagonal = Self.raised(
      (0..<residuals.columns).map { series in
        residuals.column(series).reduce(0) { $0 + $1 * $1 } / length
      })
    factors = nil
    shrinkage = nil
  }

  /// The covariance of the residuals, shrunk towards its diagonal.
  ///
  /// Definition: `W = λ·diag(V) + (1 − λ)·V` with the sample covariance `V` (divisor *T* − 1) and
  /// `λ = Σ var(r_ij) / Σ r_ij²` over all pairs `i ≠ j`, kept between 0 and 1, where `r` is the
  /// correlation and `var(r_ij) = (Σ_t (x_ti·x_tj)² − (Σ_t x_ti·x_tj)²/T)·T/(T−1)³`, for residuals
  /// `x` less their mean over their standard deviation (divisor *T* − 1).
  ///
  /// The sums over all pairs need no pair: the first is `Σ_t (Σ_i x_ti²)²`, and the second the sum
  /// of squares of the *T* × *T* matrix `X·Xᵀ`, both less the terms `i = j`.
  ///
  /// Source: J. Schäfer, K. Strimmer, "A shrinkage approach to large-scale covariance matrix
  /// estimation and implications for functional genomics", Statistical Applications in Genetics
  /// and Molecular Biology 4 (2005) 32, doi 10.2202/1544-6115.1175.
  init(shrinking residuals: Matrix) throws(NumericError) {
    let (length, count) = (residuals.rows, residuals.columns)
    let t = Double(length)
    var factors = [Double](repeating: 0, count: length * count)
    var scaled = factors
    var variances = [Double](repeating: 0, count: count)
    var squares = [Double](repeating: 0, count: length)
    var (ownFourth, ownSquare) = (0.0, 0.0)
    for series in 0..<count {
      let column = residuals.column(series)
      let mean = column.reduce(0, +) / t
      var sum = 0.0
      for value in column { sum += (value - mean) * (value - mean) }
      let variance = sum / (t - 1)
      variances[series] = variance
      guard variance > 0 else { continue }
      let inverse = 1 / variance.squareRoot()
      var fourth = 0.0
      for (row, value) in column.enumerated() {
        let centred = value - mean
        let x = centred * inverse
        factors[series * length + row] = centred
        scaled[series * length + row] = x
        squares[row] += x * x
        fourth += x * x * x * x
      }
      ownFourth += fourth
      ownSquare += (t - 1) * (t - 1)
    }
    let products = try Matrix(rows: length, columns: count, byColumn: scaled).gram(of: .rows)
    let allSquares = products.storage.reduce(0) { $0 + $1 * $1 } - ownSquare
    let allFourth = squares.reduce(0) { $0 + $1 * $1 } - ownFourth
    let ratio =
      allSquares > 0 ? (allFourth - allSquares / t) * t / (t - 1) / allSquares : 1
    let lambda = min(max(ratio, 0), 1)
    let root = ((1 - lambda) / (t - 1)).squareRoot()
    for index in factors.indices { factors[index] *= root }
    diagonal = Self.raised(variances.map { lambda * $0 }, floorOf: variances)
    self.factors = Matrix(rows: length, columns: count, byColumn: factors)
    shrinkage = lambda
  }

  /// The diagonal of `W`.
  var variances: [Double] {
    guard let factors else { return diagonal }
    return diagonal.enumerated().map { series, own in
      factors.column(series).reduce(own) { $0 + $1 * $1 }
    }
  }

  /// Variances, the smallest raised to 10⁻⁸ of their mean so that no series is free of error; all
  /// one when all are zero.
  private static func raised(_ values: [Double], floorOf scale: [Double]? = nil) -> [Double] {
    let reference = scale ?? values
    let mean = reference.reduce(0, +) / Double(max(1, reference.count))
    guard mean > 0 else { return values.map { _ in 1 } }
    return values.map { max($0, 1e-8 * mean) }
  }
}
