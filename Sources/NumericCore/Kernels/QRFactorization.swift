internal import COpenBLAS

/// A matrix of full column rank as `Q·R`, with at least as many rows as columns and one column.
struct QRFactorization {
  /// `R` on and above the diagonal, the reflections that make `Q` below it.
  private let factors: Matrix
  private let reflections: [Double]

  /// Factors a matrix (LAPACK `dgeqrf`); its elements are finite and its sizes fit, as the caller
  /// has checked.
  init(of matrix: Matrix) {
    precondition(matrix.columns > 0 && matrix.rows >= matrix.columns)
    LinearAlgebraLibrary.prepare()
    let n = CInt(matrix.rows)
    var values = matrix.storage
    var scalars = [Double](repeating: 0, count: matrix.columns)
    let info = unsafe loaded_LAPACKE_dgeqrf()(
      LAPACK_COL_MAJOR, n, CInt(matrix.columns), &values, n, &scalars)
    precondition(info == 0, "dgeqrf refused argument \(-info): a defect here, not in the data")
    factors = Matrix(rows: matrix.rows, columns: matrix.columns, byColumn: values)
    reflections = scalars
  }

  /// Which side of an equation is transposed.
  enum Side {
    /// `Q` or `R`.
    case plain
    /// `Qᵀ` or `Rᵀ`.
    case transposed

    fileprivate var letter: CChar { CChar(UInt8(ascii: self == .plain ? "N" : "T")) }
  }

  /// Returns `Q·v` or `Qᵀ·v` for a vector with one value for each row (LAPACK `dormqr`).
  func rotated(_ vector: [Double], by side: Side) -> [Double] {
    precondition(vector.count == factors.rows)
    let n = CInt(factors.rows)
    var result = vector
    let info = unsafe loaded_LAPACKE_dormqr()(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "L")), side.letter, n, 1, CInt(factors.columns),
      factors.storage, n, reflections, &result, n)
    precondition(info == 0, "dormqr refused argument \(-info): a defect here, not in the data")
    return result
  }

  /// Returns `R⁻¹·v` or `R⁻ᵀ·v` for a vector with one value for each column (BLAS `dtrsv`).
  func solved(_ vector: [Double], by side: Side) -> [Double] {
    precondition(vector.count == factors.columns)
    var result = vector
    unsafe loaded_cblas_dtrsv()(
      CblasColMajor, CblasUpper, side == .plain ? CblasNoTrans : CblasTrans, CblasNonUnit,
      CInt(factors.columns), factors.storage, CInt(factors.rows), &result, 1)
    return result
  }

  /// Returns the length of each row of `R⁻¹`, which is the root of the diagonal of `(XᵀX)⁻¹`
  /// (LAPACK `dtrtri`).
  func rowNormsOfInverse() -> [Double] {
    let order = factors.columns
    var inverse = (0..<order).flatMap { factors.column($0).prefix(order) }
    let info = unsafe loaded_LAPACKE_dtrtri()(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "U")), CChar(UInt8(ascii: "N")), CInt(order),
      &inverse, CInt(order))
    precondition(info == 0, "dtrtri gave \(info) for factors of full rank: a defect here")
    return (0..<order).map { row in
      (row..<order).map { inverse[row + $0 * order] }.euclideanNorm()
    }
  }
}
