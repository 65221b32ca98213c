import NumericCore
import Testing

@Suite("Numeric errors") struct NumericErrorTests {
  @Test(
    "say what was found and what was expected",
    arguments: [
      (
        NumericError.shapeMismatch(operation: "sum", expected: "two rows", found: "three rows"),
        "sum: sizes do not go together, found three rows, expected two rows"
      ),
      (
        .nonFinite(operation: "sum", operand: "the design", index: 3),
        "sum: the design holds a NaN or an infinity at index 3, expected finite numbers"
      ),
      (
        .rankDeficient(operation: "least squares", rank: 2, columns: 3),
        "least squares: columns depend on each other, found rank 2, expected 3, one for each column"
      ),
      (
        .singular(operation: "LU factorization", column: 1),
        "LU factorization: the matrix is singular, found a zero pivot in column 1, "
          + "expected a matrix that can be inverted"
      ),
      (
        .notPositiveDefinite(operation: "Cholesky factorization", order: 2),
        "Cholesky factorization: the matrix is not positive definite, found by its leading block "
          + "of order 2, expected a symmetric matrix with positive eigenvalues"
      ),
      (
        .tooLarge(operation: "matrix product", size: 3_000_000_000, limit: 2_147_483_647),
        "matrix product: the operand is too large, found size 3000000000, "
          + "expected at most 2147483647"
      ),
      (
        .overflow(operation: "matrix product"),
        "matrix product: the result is too large for a double, expected operands of smaller scale"
      ),
    ])
  func text(_ error: NumericError, _ expected: String) {
    #expect(error.description == expected)
  }

  @Test("a size above 32 bits is refused before the C call") func tooLarge() {
    // No elements, so no memory: only the number of columns is large.
    let wide = Matrix(rows: 0, columns: 3_000_000_000, byColumn: [])
    #expect(
      throws: NumericError.tooLarge(
        operation: "matrix product", size: 3_000_000_000, limit: 2_147_483_647)
    ) {
      try wide.multiplied(by: Matrix(rows: 3_000_000_000, columns: 0, byColumn: []))
    }
  }
}
