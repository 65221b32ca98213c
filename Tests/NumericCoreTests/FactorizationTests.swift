import NumericCore
import Testing

@Suite("Cholesky factorization") struct CholeskyFactorizationTests {
  @Test("a factor of whole numbers is found again") func wholeFactor() throws {
    let lower = Matrix(fromRows: [[2, 0, 0], [6, 1, 0], [-8, 5, 3]])
    let found = try CholeskyFactorization(of: lower.multiplied(by: lower, transposing: .right))
    #expect(found.factor == lower)
  }

  @Test("solves a system with a known solution") func solving() throws {
    // 4x + 2y = 8 and 2x + 3y = 7 have the solution x = 5/4, y = 3/2.
    let factors = try CholeskyFactorization(of: Matrix(fromRows: [[4, 2], [2, 3]]))
    let solution = try factors.solve([8, 7])
    #expect(zip(solution, [1.25, 1.5]).allSatisfy { abs($0 / $1 - 1) < 1e-15 })
    let inverse = try factors.solve(.identity(2))  // [3 −2; −2 4] / 8, by hand
    #expect(
      zip(inverse.storage, [0.375, -0.25, -0.25, 0.5]).allSatisfy { abs($0 / $1 - 1) < 1e-15 })
  }

  @Test("reads the lower triangle only") func lowerTriangle() throws {
    let full = try CholeskyFactorization(of: Matrix(fromRows: [[4, 2], [2, 3]]))
    #expect(try CholeskyFactorization(of: Matrix(fromRows: [[4, .nan], [2, 3]])) == full)
  }

  @Test("without elements and with one") func small() throws {
    #expect(try CholeskyFactorization(of: .identity(0)).solve([]).isEmpty)
    #expect(try CholeskyFactorization(of: Matrix(fromRows: [[9]])).solve([18]) == [2])
  }

  @Test("names the block that is not positive definite") func indefinite() {
    #expect(
      throws: NumericError.notPositiveDefinite(operation: "Cholesky factorization", order: 2)
    ) { try CholeskyFactorization(of: Matrix(fromRows: [[1, 2, 0], [2, 1, 0], [0, 0, 1]])) }
  }

  @Test("refuses what is not square, not finite or of another size") func refusals() throws {
    #expect(
      throws: NumericError.shapeMismatch(
        operation: "Cholesky factorization", expected: "a square matrix", found: "1 × 2")
    ) { try CholeskyFactorization(of: Matrix(fromRows: [[1, 2]])) }
    #expect(
      throws: NumericError.nonFinite(
        operation: "Cholesky factorization", operand: "the lower triangle", index: 3)
    ) { try CholeskyFactorization(of: Matrix(fromRows: [[1, 0], [0, .infinity]])) }
    let factors = try CholeskyFactorization(of: .identity(2))
    #expect(
      throws: NumericError.shapeMismatch(
        operation: "solution by Cholesky factors", expected: "2 rows", found: "3 rows")
    ) { try factors.solve([1, 2, 3]) }
    #expect(
      throws: NumericError.nonFinite(
        operation: "solution by Cholesky factors", operand: "the right-hand side", index: 0)
    ) { try factors.solve([.nan, 1]) }
    let tiny = try CholeskyFactorization(of: Matrix(fromRows: [[1e-300]]))
    #expect(throws: NumericError.overflow(operation: "solution by Cholesky factors")) {
      try tiny.solve([1e100])
    }
  }
}

@Suite("LU factorization") struct LUFactorizationTests {
  @Test("solves a system with a known solution, and its transpose of rows")
  func solving() throws {
    // x + 2y = 5 and 3x + 4y = 11 have the solution x = 1, y = 2, in either order.
    let plain = try LUFactorization(of: Matrix(fromRows: [[1, 2], [3, 4]])).solve([5, 11])
    let permuted = try LUFactorization(of: Matrix(fromRows: [[3, 4], [1, 2]])).solve([11, 5])
    #expect(zip(plain, [1, 2]).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(permuted == plain)
  }

  @Test("the product with the solution gives the right-hand side", arguments: [1e-9, 1, 1e12])
  func identity(scale: Double) throws {
    var generator = SeededGenerator(seed: 11)
    let a = Matrix(
      rows: 9, columns: 9, byColumn: (0..<81).map { _ in generator.nextStandardNormal() * scale })
    let right = Matrix(
      rows: 9, columns: 3, byColumn: (0..<27).map { _ in generator.nextStandardNormal() })
    let product = try a.multiplied(by: LUFactorization(of: a).solve(right))
    #expect(zip(product.storage, right.storage).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test("determinants by hand") func determinants() throws {
    #expect(try LUFactorization(of: .identity(0)).determinant == 1)
    #expect(try LUFactorization(of: Matrix(fromRows: [[-7]])).determinant == -7)
    #expect(try LUFactorization(of: Matrix(fromRows: [[0, 1], [1, 0]])).determinant == -1)
    let three = try LUFactorization(of: Matrix(fromRows: [[2, 0, 1], [1, 3, 2], [1, 1, 4]]))
    #expect(abs(three.determinant / 18 - 1) < 1e-15)  // 2·(12 − 2) + 1·(1 − 3)
  }

  @Test("a determinant does not overflow on the way") func determinantRange() throws {
    var wide = Matrix.identity(4)
    for (i, value) in [1e300, 1e300, 1e-300, 2e-300].enumerated() { wide[i, i] = value }
    #expect(abs(try LUFactorization(of: wide).determinant / 2 - 1) < 1e-14)
    var huge = Matrix.identity(2)
    huge[0, 0] = -1e300
    huge[1, 1] = 1e300
    #expect(try LUFactorization(of: huge).determinant == -.infinity)
    var tiny = Matrix.identity(2)
    tiny[0, 0] = 1e-300
    tiny[1, 1] = 1e-300
    #expect(try LUFactorization(of: tiny).determinant == 0)
  }

  @Test("factors and exchanges rebuild the matrix") func rebuilding() throws {
    let a = Matrix(fromRows: [[1, 2], [4, 4]])
    let found = try LUFactorization(of: a)
    #expect(found.exchanges == [1, 1])
    // L = [1 0; ¼ 1], U = [4 4; 0 1]: their product is the matrix with its rows exchanged.
    #expect(found.factors == Matrix(fromRows: [[4, 4], [0.25, 1]]))
  }

  @Test("names the column of a zero pivot") func singular() {
    #expect(throws: NumericError.singular(operation: "LU factorization", column: 1)) {
      try LUFactorization(of: Matrix(fromRows: [[1, 2], [2, 4]]))
    }
  }

  @Test("refuses what is not square, not finite or of another size") func refusals() throws {
    #expect(
      throws: NumericError.shapeMismatch(
        operation: "LU factorization", expected: "a square matrix", found: "2 × 1")
    ) { try LUFactorization(of: Matrix(fromRows: [[1], [2]])) }
    #expect(
      throws: NumericError.nonFinite(
        operation: "LU factorization", operand: "the matrix", index: 0)
    ) { try LUFactorization(of: Matrix(fromRows: [[.nan]])) }
    #expect(
      throws: NumericError.shapeMismatch(
        operation: "solution by LU factors", expected: "2 rows", found: "1 rows")
    ) { try LUFactorization(of: .identity(2)).solve([1]) }
    #expect(try LUFactorization(of: .identity(0)).solve([]).isEmpty)
    #expect(throws: NumericError.overflow(operation: "solution by LU factors")) {
      try LUFactorization(of: Matrix(fromRows: [[1e-300]])).solve([1e100])
    }
  }
}
