internal import COpenBLAS

/// A symmetric positive definite matrix as `L·Lᵀ`, ready to solve systems with it.
///
///     let a = Matrix(fromRows: [[4, 2], [2, 5]])
///     try CholeskyFactorization(of: a).solve([8, 8])  // [1.5, 1.0]
public struct CholeskyFactorization: Sendable, Hashable {
  /// `L`, with zeros above the diagonal.
  public let factor: Matrix

  /// Factors a matrix.
  ///
  /// - Parameter matrix: A square matrix; only its lower triangle is read, the upper one is taken
  ///   to mirror it.
  /// - Throws: ``NumericError``: `shapeMismatch` when not square, `nonFinite`, `tooLarge`,
  ///   `notPositiveDefinite` with the order of the first leading block that is not.
  /// - Complexity: O(*n*³). Method: LAPACK `dpotrf`.
  public init(of matrix: Matrix) throws(NumericError) {
    let operation = "Cholesky factorization"
    let order = matrix.rows
    guard matrix.columns == order else {
      throw .shapeMismatch(
        operation: operation, expected: "a square matrix",
        found: "\(matrix.rows) × \(matrix.columns)")
    }
    var values = matrix.storage
    // What is above the diagonal is neither read nor part of the factor.
    for j in 0..<order {
      for i in 0..<j { values[i + j * order] = 0 }
    }
    try OperandChecks.requireFinite(values, as: "the lower triangle", in: operation)
    let n = try OperandChecks.count(order, in: operation)
    if order > 0 {
      LinearAlgebraLibrary.prepare()
      let info = unsafe loaded_LAPACKE_dpotrf()(LAPACK_COL_MAJOR, Self.lower, n, &values, n)
      precondition(info >= 0, "dpotrf refused argument \(-info): a defect here, not in the data")
      if info > 0 { throw .notPositiveDefinite(operation: operation, order: Int(info)) }
    }
    factor = Matrix(rows: order, columns: order, byColumn: values)
  }

  /// Returns the solution `x` of `A·x = b`.
  ///
  /// - Parameter right: `b`, one value for each row.
  /// - Returns: One value for each column of `A`.
  /// - Throws: ``NumericError``: `shapeMismatch`, `nonFinite`, `tooLarge`, `overflow`.
  /// - Complexity: O(*n*²). Method: LAPACK `dpotrs`.
  public func solve(_ right: [Double]) throws(NumericError) -> [Double] {
    try solve(Matrix(rows: right.count, columns: 1, byColumn: right)).storage
  }

  /// Returns the solution `X` of `A·X = B`.
  ///
  /// - Parameter right: `B`, with as many rows as `A`, one right-hand side in each column.
  /// - Returns: One solution in each column.
  /// - Throws: ``NumericError``: `shapeMismatch`, `nonFinite`, `tooLarge`, `overflow`.
  /// - Complexity: O(*n*²) for each column. Method: LAPACK `dpotrs`.
  public func solve(_ right: Matrix) throws(NumericError) -> Matrix {
    let operation = "solution by Cholesky factors"
    guard right.rows == factor.rows else {
      throw .shapeMismatch(
        operation: operation, expected: "\(factor.rows) rows", found: "\(right.rows) rows")
    }
    try OperandChecks.requireFinite(right.storage, as: "the right-hand side", in: operation)
    let n = try OperandChecks.count(right.rows, in: operation)
    let count = try OperandChecks.count(right.columns, in: operation)
    var solution = right.storage
    if !solution.isEmpty {
      LinearAlgebraLibrary.prepare()
      let info = unsafe loaded_LAPACKE_dpotrs()(
        LAPACK_COL_MAJOR, Self.lower, n, count, factor.storage, n, &solution, n)
      precondition(info == 0, "dpotrs refused argument \(-info): a defect here, not in the data")
    }
    try OperandChecks.requireInRange(solution, in: operation)
    return Matrix(rows: right.rows, columns: right.columns, byColumn: solution)
  }

  /// The letter by which LAPACK knows the lower triangle.
  private static let lower = CChar(UInt8(ascii: "L"))
}
