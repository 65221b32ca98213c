internal import COpenBLAS

extension Matrix {
  /// Fits the coefficients `b` that make `‖y − X·b‖₂` smallest, this matrix being `X`.
  ///
  ///     let x = Matrix(fromColumns: [[1, 1, 1], [0, 1, 2]])
  ///     try x.leastSquares(for: [1, 3, 6]).coefficients  // [0.8333333333333334, 2.5]
  ///
  /// Definition: `b = (XᵀX)⁻¹Xᵀy`; residual standard deviation `s = ‖y − X·b‖ / √(n − k)` for n rows
  /// and k columns; standard error of coefficient j `s·√((XᵀX)⁻¹)ⱼⱼ`.
  /// In R: `summary(lm(y ~ X - 1))`.
  ///
  /// - Parameters:
  ///   - response: `y`, one finite value for each row, in any unit.
  ///   - limit: Reciprocal condition number, of the columns brought to similar length, at or below
  ///     which columns count as dependent. The default leaves room for the rounding of a thousand
  ///     rows and still solves the hardest certified problem, whose number is 2·10⁻¹⁰.
  /// - Returns: The fit; with as many rows as columns it is exact and has no standard errors.
  /// - Throws: ``NumericError``: `shapeMismatch` (also with fewer rows than columns, or without
  ///   columns), `nonFinite`, `tooLarge`, `rankDeficient`, `overflow`.
  /// - Complexity: O(*n*·*k*²); copies `X` twice.
  ///
  /// Method: columns and response are scaled by powers of two, which rounds nothing. LAPACK
  /// `dgelsy` (QR with column pivoting and a condition estimate) decides the rank and gives a
  /// first solution; coefficients and residuals are then refined together. See
  /// `Documentation/Methods/least-squares.md`, which also holds the table of correct digits on
  /// the certified problems of NIST.
  public func leastSquares(
    for response: [Double], reciprocalConditionLimit limit: Double = 1e-12
  ) throws(NumericError) -> LeastSquaresFit {
    let operation = "least squares"
    precondition(
      limit > 0 && limit < 1, "a reciprocal condition limit is between 0 and 1, found \(limit)")
    guard columns > 0, rows >= columns, response.count == rows else {
      throw .shapeMismatch(
        operation: operation, expected: "as many responses as rows, and rows ≥ columns > 0",
        found: "\(response.count) responses and a design of \(rows) × \(columns)")
    }
    try OperandChecks.requireFinite(storage, as: "the design", in: operation)
    try OperandChecks.requireFinite(response, as: "the response", in: operation)
    _ = try OperandChecks.count(rows, in: operation)

    let columnScales = (0..<columns).map { powerOfTwo(near: column($0).euclideanNorm()) }
    let responseScale = powerOfTwo(near: response.euclideanNorm())
    let design = scaled(byColumn: columnScales)
    let target = response.map { $0 / responseScale }
    let first = pivotedSolution(of: design, for: target, limit: limit)
    guard first.rank == columns else {
      throw .rankDeficient(operation: operation, rank: first.rank, columns: columns)
    }
    let factors = QRFactorization(of: design)
    let solution = LeastSquaresRefinement(design: design, target: target, factors: factors)
      .refined(from: first.coefficients)

    let freedom = rows - columns
    let norm = solution.residuals.euclideanNorm()
    let deviation = freedom > 0 ? norm / Double(freedom).squareRoot() : nil
    let errors = deviation.map { deviation in
      zip(factors.rowNormsOfInverse(), columnScales).map {
        $0 * deviation * (responseScale / $1)
      }
    }
    let fit = LeastSquaresFit(
      coefficients: zip(solution.coefficients, columnScales).map { $0 * (responseScale / $1) },
      residuals: solution.residuals.map { $0 * responseScale }, rank: first.rank,
      residualSumOfSquares: (norm * responseScale) * (norm * responseScale),
      degreesOfFreedom: freedom, residualStandardDeviation: deviation.map { $0 * responseScale },
      standardErrors: errors)
    try OperandChecks.requireInRange(
      fit.coefficients + (errors ?? []) + [fit.residualSumOfSquares], in: operation)
    return fit
  }

  /// Divides each column by its scale.
  private func scaled(byColumn scales: [Double]) -> Matrix {
    var values: [Double] = []
    values.reserveCapacity(storage.count)
    for (j, scale) in scales.enumerated() {
      for value in column(j) { values.append(value / scale) }
    }
    return Matrix(rows: rows, columns: columns, byColumn: values)
  }
}

/// Returns the power of two just below a norm, and 1 for a norm of zero; not so near to the ends
/// of the range that the quotient of two of them leaves it without need.
private func powerOfTwo(near norm: Double) -> Double {
  guard norm > 0 else { return 1 }
  return Double(sign: .plus, exponent: min(max(Int(norm.exponent), -1000), 1000), significand: 1)
}

/// Returns rank and solution by `dgelsy`; the operands are checked by the caller.
private func pivotedSolution(
  of design: Matrix, for target: [Double], limit: Double
) -> (rank: Int, coefficients: [Double]) {
  LinearAlgebraLibrary.prepare()
  let (n, k) = (CInt(design.rows), CInt(design.columns))
  var (x, y, rank) = (design.storage, target, CInt(0))  // LAPACK writes over x and y
  var pivots = [CInt](repeating: 0, count: design.columns)
  let info = unsafe loaded_LAPACKE_dgelsy()(
    LAPACK_COL_MAJOR, n, k, 1, &x, n, &y, n, &pivots, limit, &rank)
  precondition(info == 0, "dgelsy refused argument \(-info): a defect here, not in the data")
  return (Int(rank), Array(y.prefix(design.columns)))
}
