internal import COpenBLAS

/// A symmetric positive semidefinite matrix as `P·L·Lᵀ·Pᵀ`, which shows its rank.
///
///     let a = Matrix(fromRows: [[1, 1], [1, 1]])
///     try PivotedCholeskyFactorization(of: a).rank  // 1
public struct PivotedCholeskyFactorization: Sendable, Hashable {
  /// The number of rows that are independent.
  public let rank: Int
  /// The row of the matrix, counted from 0, that stands at each place of the factor.
  public let order: [Int]
  /// The lower factor; what is behind the rank is not used.
  private let factor: Matrix

  /// Factors a matrix.
  ///
  /// - Parameters:
  ///   - matrix: A square matrix; only its lower triangle is read.
  ///   - tolerance: The pivot, relative to the largest element on the diagonal, at or below which
  ///     the rows left over count as dependent.
  /// - Throws: ``NumericError``: `shapeMismatch` when not square, `nonFinite`, `tooLarge`.
  /// - Precondition: The tolerance is above zero.
  /// - Complexity: O(*n*·*rank*²). Method: LAPACK `dpstrf`.
  public init(of matrix: Matrix, tolerance: Double = 1e-13) throws(NumericError) {
    let operation = "pivoted Cholesky factorization"
    precondition(tolerance > 0, "a tolerance is above zero, found \(tolerance)")
    let size = matrix.rows
    guard matrix.columns == size else {
      throw .shapeMismatch(
        operation: operation, expected: "a square matrix",
        found: "\(matrix.rows) × \(matrix.columns)")
    }
    try OperandChecks.requireFinite(matrix.storage, as: "the matrix", in: operation)
    let n = try OperandChecks.count(size, in: operation)
    let largest = (0..<size).reduce(0) { max($0, matrix[$1, $1]) }
    guard size > 0, largest > 0 else {
      (rank, order, factor) = (0, Array(0..<size), matrix)
      return
    }
    LinearAlgebraLibrary.prepare()
    var values = matrix.storage
    var pivots = [CInt](repeating: 0, count: size)
    var found: CInt = 0
    let info = unsafe loaded_LAPACKE_dpstrf()(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "L")), n, &values, n, &pivots, &found,
      tolerance * largest)
    precondition(info >= 0, "dpstrf refused argument \(-info): a defect here, not in the data")
    rank = Int(found)
    order = pivots.map { Int($0) - 1 }
    factor = Matrix(rows: size, columns: size, byColumn: values)
  }

  /// Returns a solution `x` of `A·x = b` that is zero where a row depends on others.
  ///
  /// - Parameter right: `b`, one value for each row. Where the rows depend on each other and `b`
  ///   does not, the equations of the dependent rows do not hold; the caller has to look.
  /// - Returns: One value for each row.
  /// - Throws: ``NumericError``: `shapeMismatch`, `nonFinite`, `tooLarge`, `overflow`.
  /// - Complexity: O(*rank*²). Method: LAPACK `dpotrs`.
  public func solve(_ right: [Double]) throws(NumericError) -> [Double] {
    let operation = "solution by pivoted Cholesky factors"
    guard right.count == factor.rows else {
      throw .shapeMismatch(
        operation: operation, expected: "\(factor.rows) rows", found: "\(right.count) rows")
    }
    try OperandChecks.requireFinite(right, as: "the right-hand side", in: operation)
    var leading = order.prefix(rank).map { right[$0] }
    if rank > 0 {
      LinearAlgebraLibrary.prepare()
      let info = unsafe loaded_LAPACKE_dpotrs()(
        LAPACK_COL_MAJOR, CChar(UInt8(ascii: "L")), CInt(rank), 1, factor.storage,
        CInt(factor.rows), &leading, CInt(rank))
      precondition(info == 0, "dpotrs refused argument \(-info): a defect here, not in the data")
    }
    try OperandChecks.requireInRange(leading, in: operation)
    var solution = [Double](repeating: 0, count: right.count)
    for (place, value) in leading.enumerated() { solution[order[place]] = value }
    return solution
  }
}
