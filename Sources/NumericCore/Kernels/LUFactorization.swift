internal import COpenBLAS

/// A square matrix as `P·L·U`, ready to solve systems with it.
///
///     let a = Matrix(fromRows: [[1, 2], [3, 4]])
///     try LUFactorization(of: a).solve([5, 11])  // [1.0, 2.0]
///
/// Only an exactly zero pivot makes a matrix singular here. A matrix that is nearly singular is
/// solved with few correct digits; where that can happen, ask
/// ``Matrix/leastSquares(for:reciprocalConditionLimit:)``, which judges the condition.
public struct LUFactorization: Sendable, Hashable {
  /// `U` on and above the diagonal, `L` below it; the ones on the diagonal of `L` are left out.
  public let factors: Matrix
  /// The row, counted from 0, that each row was exchanged with, in this order.
  public let exchanges: [Int]
  private let pivots: [CInt]

  /// Factors a matrix.
  ///
  /// - Parameter matrix: A square matrix.
  /// - Throws: ``NumericError``: `shapeMismatch` when not square, `nonFinite`, `tooLarge`,
  ///   `singular` with the column whose pivot is zero, `overflow`.
  /// - Complexity: O(*n*³). Method: LAPACK `dgetrf`, partial pivoting.
  public init(of matrix: Matrix) throws(NumericError) {
    let operation = "LU factorization"
    let order = matrix.rows
    guard matrix.columns == order else {
      throw .shapeMismatch(
        operation: operation, expected: "a square matrix",
        found: "\(matrix.rows) × \(matrix.columns)")
    }
    try OperandChecks.requireFinite(matrix.storage, as: "the matrix", in: operation)
    let n = try OperandChecks.count(order, in: operation)
    var values = matrix.storage
    var pivots = [CInt](repeating: 0, count: order)
    if order > 0 {
      LinearAlgebraLibrary.prepare()
      let info = unsafe loaded_LAPACKE_dgetrf()(LAPACK_COL_MAJOR, n, n, &values, n, &pivots)
      precondition(info >= 0, "dgetrf refused argument \(-info): a defect here, not in the data")
      if info > 0 { throw .singular(operation: operation, column: Int(info) - 1) }
    }
    try OperandChecks.requireInRange(values, in: operation)
    factors = Matrix(rows: order, columns: order, byColumn: values)
    exchanges = pivots.map { Int($0) - 1 }
    self.pivots = pivots
  }

  /// The determinant; 1 for a matrix without elements, infinite when above the largest double and
  /// zero when below the smallest one.
  public var determinant: Double {
    // Significands and exponents apart, so that no product on the way leaves the range.
    var significand = 1.0
    var exponent = 0
    for i in 0..<factors.rows {
      let pivot = factors[i, i] * (exchanges[i] == i ? 1 : -1)
      significand *= pivot.significand * (pivot.sign == .minus ? -1 : 1)
      exponent += Int(pivot.exponent) + Int(significand.exponent)
      significand = significand.significand * (significand.sign == .minus ? -1 : 1)
    }
    return Double(
      sign: significand.sign, exponent: exponent, significand: significand.magnitude)
  }

  /// Returns the solution `x` of `A·x = b`.
  ///
  /// - Parameter right: `b`, one value for each row.
  /// - Returns: One value for each column of `A`.
  /// - Throws: ``NumericError``: `shapeMismatch`, `nonFinite`, `tooLarge`, `overflow`.
  /// - Complexity: O(*n*²). Method: LAPACK `dgetrs`.
  public func solve(_ right: [Double]) throws(NumericError) -> [Double] {
    try solve(Matrix(rows: right.count, columns: 1, byColumn: right)).storage
  }

  /// Returns the solution `X` of `A·X = B`.
  ///
  /// - Parameter right: `B`, with as many rows as `A`, one right-hand side in each column.
  /// - Returns: One solution in each column.
  /// - Throws: ``NumericError``: `shapeMismatch`, `nonFinite`, `tooLarge`, `overflow`.
  /// - Complexity: O(*n*²) for each column. Method: LAPACK `dgetrs`.
  public func solve(_ right: Matrix) throws(NumericError) -> Matrix {
    let operation = "solution by LU factors"
    guard right.rows == factors.rows else {
      throw .shapeMismatch(
        operation: operation, expected: "\(factors.rows) rows", found: "\(right.rows) rows")
    }
    try OperandChecks.requireFinite(right.storage, as: "the right-hand side", in: operation)
    let n = try OperandChecks.count(right.rows, in: operation)
    let count = try OperandChecks.count(right.columns, in: operation)
    var solution = right.storage
    if !solution.isEmpty {
      LinearAlgebraLibrary.prepare()
      let info = unsafe loaded_LAPACKE_dgetrs()(
        LAPACK_COL_MAJOR, CChar(UInt8(ascii: "N")), n, count, factors.storage, n, pivots,
        &solution, n)
      precondition(info == 0, "dgetrs refused argument \(-info): a defect here, not in the data")
    }
    try OperandChecks.requireInRange(solution, in: operation)
    return Matrix(rows: right.rows, columns: right.columns, byColumn: solution)
  }
}
