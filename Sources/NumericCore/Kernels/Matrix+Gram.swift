internal import COpenBLAS

extension Matrix {
  /// Which vectors of a matrix are multiplied with each other.
  public enum GramOperand: Sendable, Hashable, CaseIterable {
    /// Rows with rows, `A·Aᵀ`.
    case rows
    /// Columns with columns, `Aᵀ·A`.
    case columns
  }

  /// Returns the products of all rows, or of all columns, with each other.
  ///
  ///     try Matrix(fromRows: [[1, 2], [3, 4]]).gram(of: .rows).row(0)  // [5.0, 11.0]
  ///
  /// - Parameter operand: Whether rows or columns are multiplied.
  /// - Returns: A symmetric matrix with one row and column for each row, or each column; both
  ///   triangles are filled with the same values.
  /// - Throws: ``NumericError``: `nonFinite`, `tooLarge`, `overflow`.
  /// - Complexity: O(*n*²·*k*/2) for *n* vectors of *k* values. Method: BLAS `dsyrk`.
  public func gram(of operand: GramOperand) throws(NumericError) -> Matrix {
    let operation = "Gram matrix"
    let (order, inner) = operand == .rows ? (rows, columns) : (columns, rows)
    try OperandChecks.requireFinite(storage, as: "the matrix", in: operation)
    let n = try OperandChecks.count(order, in: operation)
    let k = try OperandChecks.count(inner, in: operation)
    let stride = try OperandChecks.stride(rows, in: operation)
    let resultStride = try OperandChecks.stride(order, in: operation)
    var result = [Double](repeating: 0, count: order * order)
    if order > 0, inner > 0 {
      LinearAlgebraLibrary.prepare()
      unsafe loaded_cblas_dsyrk()(
        CblasColMajor, CblasLower, operand == .rows ? CblasNoTrans : CblasTrans, n, k, 1,
        storage, stride, 0, &result, resultStride)
      for j in 0..<order {
        for i in 0..<j { result[i + j * order] = result[j + i * order] }
      }
    }
    try OperandChecks.requireInRange(result, in: operation)
    return Matrix(rows: order, columns: order, byColumn: result)
  }
}
