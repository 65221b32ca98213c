internal import COpenBLAS

extension Matrix {
  /// Returns the solution `x` of `A·x = b`, this matrix being symmetric, positive or not.
  ///
  ///     try Matrix(fromRows: [[0, 1], [1, 0]]).symmetricSolution(for: [2, 3])  // [3.0, 2.0]
  ///
  /// - Parameter right: `b`, one value for each row.
  /// - Returns: One value for each column.
  /// - Throws: ``NumericError``: `shapeMismatch`, `nonFinite`, `tooLarge`, `singular` with the
  ///   column of an exactly zero pivot, `overflow`.
  /// - Complexity: O(*n*³/3); copies the matrix. Only its lower triangle is read.
  ///   Method: LAPACK `dsysv`, pivoting by Bunch and Kaufman.
  public func symmetricSolution(for right: [Double]) throws(NumericError) -> [Double] {
    let operation = "solution of a symmetric system"
    guard columns == rows, right.count == rows else {
      throw .shapeMismatch(
        operation: operation, expected: "a square matrix and as many values as rows",
        found: "\(rows) × \(columns) and \(right.count) values")
    }
    try OperandChecks.requireFinite(storage, as: "the matrix", in: operation)
    try OperandChecks.requireFinite(right, as: "the right-hand side", in: operation)
    let n = try OperandChecks.count(rows, in: operation)
    guard rows > 0 else { return [] }
    LinearAlgebraLibrary.prepare()
    var (values, solution) = (storage, right)
    var pivots = [CInt](repeating: 0, count: rows)
    let info = unsafe loaded_LAPACKE_dsysv()(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "L")), n, 1, &values, n, &pivots, &solution, n)
    precondition(info >= 0, "dsysv refused argument \(-info): a defect here, not in the data")
    if info > 0 { throw .singular(operation: operation, column: Int(info) - 1) }
    try OperandChecks.requireInRange(solution, in: operation)
    return solution
  }
}
