internal import COpenBLAS

extension Matrix {
  /// Which operands of a product are transposed first.
  public enum Transposition: Sendable, Hashable, CaseIterable {
    /// `A·B`.
    case neither
    /// `Aᵀ·B`.
    case left
    /// `A·Bᵀ`.
    case right
    /// `Aᵀ·Bᵀ`.
    case both
  }

  /// Returns the product of this matrix and another.
  ///
  ///     let x = Matrix(fromRows: [[1, 2], [3, 4]])
  ///     try x.multiplied(by: x, transposing: .left).row(0)  // [10.0, 14.0], of XᵀX
  ///
  /// - Parameters:
  ///   - other: The right operand.
  ///   - transposition: Which operands are transposed first, without a copy.
  /// - Returns: A matrix with the rows of the left operand and the columns of the right one; zeros
  ///   when they have no inner dimension.
  /// - Throws: ``NumericError``: `shapeMismatch` when the inner dimensions differ, `nonFinite`,
  ///   `tooLarge`, `overflow`.
  /// - Complexity: O(*m*·*n*·*k*). Method: BLAS `dgemm`.
  public func multiplied(
    by other: Matrix, transposing transposition: Transposition = .neither
  ) throws(NumericError) -> Matrix {
    let operation = "matrix product"
    let turnsLeft = transposition == .left || transposition == .both
    let turnsRight = transposition == .right || transposition == .both
    let (height, inner) = turnsLeft ? (columns, rows) : (rows, columns)
    let (otherInner, width) =
      turnsRight ? (other.columns, other.rows) : (other.rows, other.columns)
    guard inner == otherInner else {
      throw .shapeMismatch(
        operation: operation, expected: "equal inner dimensions",
        found: "\(height) × \(inner) and \(otherInner) × \(width)")
    }
    try OperandChecks.requireFinite(storage, as: "the left matrix", in: operation)
    try OperandChecks.requireFinite(other.storage, as: "the right matrix", in: operation)
    let m = try OperandChecks.count(height, in: operation)
    let n = try OperandChecks.count(width, in: operation)
    let k = try OperandChecks.count(inner, in: operation)
    let leftStride = try OperandChecks.stride(rows, in: operation)
    let rightStride = try OperandChecks.stride(other.rows, in: operation)
    let resultStride = try OperandChecks.stride(height, in: operation)
    var result = [Double](repeating: 0, count: height * width)
    if !result.isEmpty, inner > 0 {
      LinearAlgebraLibrary.prepare()
      unsafe loaded_cblas_dgemm()(
        CblasColMajor, turnsLeft ? CblasTrans : CblasNoTrans,
        turnsRight ? CblasTrans : CblasNoTrans, m, n, k, 1, storage, leftStride,
        other.storage, rightStride, 0, &result, resultStride)
    }
    try OperandChecks.requireInRange(result, in: operation)
    return Matrix(rows: height, columns: width, byColumn: result)
  }

  /// Returns the product of this matrix and a vector, `A·x`.
  ///
  /// - Parameter vector: One value for each column.
  /// - Returns: One value for each row.
  /// - Throws: ``NumericError``: `shapeMismatch`, `nonFinite`, `tooLarge`, `overflow`.
  /// - Complexity: O(*rows*·*columns*). Method: BLAS `dgemv`.
  public func multiplied(by vector: [Double]) throws(NumericError) -> [Double] {
    try product(CblasNoTrans, vector, inner: columns, outer: rows)
  }

  /// Returns the product of this matrix, transposed, and a vector, `Aᵀ·x`.
  ///
  /// - Parameter vector: One value for each row.
  /// - Returns: One value for each column.
  /// - Throws: ``NumericError``: `shapeMismatch`, `nonFinite`, `tooLarge`, `overflow`.
  /// - Complexity: O(*rows*·*columns*). Method: BLAS `dgemv`.
  public func transposedMultiplied(by vector: [Double]) throws(NumericError) -> [Double] {
    try product(CblasTrans, vector, inner: rows, outer: columns)
  }

  private func product(
    _ transposition: CBLAS_TRANSPOSE, _ vector: [Double], inner: Int, outer: Int
  ) throws(NumericError) -> [Double] {
    let operation = "product of matrix and vector"
    guard vector.count == inner else {
      throw .shapeMismatch(
        operation: operation, expected: "a vector of \(inner)", found: "a vector of \(vector.count)"
      )
    }
    try OperandChecks.requireFinite(storage, as: "the matrix", in: operation)
    try OperandChecks.requireFinite(vector, as: "the vector", in: operation)
    let m = try OperandChecks.count(rows, in: operation)
    let n = try OperandChecks.count(columns, in: operation)
    let stride = try OperandChecks.stride(rows, in: operation)
    var result = [Double](repeating: 0, count: outer)
    if outer > 0, inner > 0 {
      LinearAlgebraLibrary.prepare()
      unsafe loaded_cblas_dgemv()(
        CblasColMajor, transposition, m, n, 1, storage, stride, vector, 1, 0, &result, 1)
    }
    try OperandChecks.requireInRange(result, in: operation)
    return result
  }
}
