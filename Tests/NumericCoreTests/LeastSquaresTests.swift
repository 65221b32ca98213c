import NumericCore
import Testing

@Suite("Least squares") struct LeastSquaresTests {
  let line = Matrix(fromColumns: [[1, 1, 1], [0, 1, 2]])

  /// A design with a constant, a trend and noise, and a response: seeded.
  func randomProblem(rows: Int, columns: Int) -> (design: Matrix, response: [Double]) {
    var generator = SeededGenerator(seed: UInt64(rows * 100 + columns))
    let design = Matrix(
      rows: rows, columns: columns,
      byColumn: (0..<rows * columns).map { _ in generator.nextStandardNormal() })
    return (design, (0..<rows).map { _ in generator.nextStandardNormal() })
  }

  @Test("gives the worked example of the page on the method") func workedExample() throws {
    let fit = try line.leastSquares(for: [1, 3, 6])
    let errors = try #require(fit.standardErrors)
    let deviation = try #require(fit.residualStandardDeviation)
    let expected: [(found: [Double], expected: [Double])] = [
      (fit.coefficients, [5 / 6, 5 / 2]),
      (fit.residuals, [1 / 6, -1 / 3, 1 / 6]),
      (errors, [(5 / 36.0).squareRoot(), (1 / 12.0).squareRoot()]),
      ([fit.residualSumOfSquares, deviation], [1 / 6, (1 / 6.0).squareRoot()]),
    ]
    for (found, expected) in expected {
      #expect(zip(found, expected).allSatisfy { abs($0 / $1 - 1) < 1e-14 })
    }
    #expect(fit.rank == 2)
    #expect(fit.degreesOfFreedom == 1)
  }

  @Test("residuals are orthogonal to the columns", arguments: [1, 2, 5, 13])
  func orthogonality(columns: Int) throws {
    let (design, response) = randomProblem(rows: 60, columns: columns)
    let fit = try design.leastSquares(for: response)
    let products = try design.transposedMultiplied(by: fit.residuals)
    #expect(products.allSatisfy { abs($0) < 1e-13 })
    // Residuals and fitted values add up to the response.
    let fitted = try design.multiplied(by: fit.coefficients)
    for i in response.indices { #expect(abs(fitted[i] + fit.residuals[i] - response[i]) < 1e-13) }
  }

  @Test("agrees with the normal equations where those are well-conditioned")
  func normalEquations() throws {
    let (design, response) = randomProblem(rows: 40, columns: 4)
    let fit = try design.leastSquares(for: response)
    let normal = try CholeskyFactorization(of: design.multiplied(by: design, transposing: .left))
    let slow = try normal.solve(design.transposedMultiplied(by: response))
    #expect(zip(fit.coefficients, slow).allSatisfy { abs($0 / $1 - 1) < 1e-11 })
    // Standard errors from the inverse of XᵀX, column by column.
    let deviation = try #require(fit.residualStandardDeviation)
    let inverse = try normal.solve(.identity(4))
    let errors = try #require(fit.standardErrors)
    for j in 0..<4 {
      #expect(abs(errors[j] / (deviation * inverse[j, j].squareRoot()) - 1) < 1e-11)
    }
  }

  @Test(
    "scales with the response and against the column", arguments: [1e-300, 1e-9, 1, 1e12, 1e150])
  func scaling(by factor: Double) throws {
    let plain = try line.leastSquares(for: [1, 3, 6])
    let scaled = try line.leastSquares(for: [1, 3, 6].map { $0 * factor })
    #expect(
      zip(plain.coefficients, scaled.coefficients).allSatisfy { abs($0 * factor / $1 - 1) < 1e-12 })
    let stretched = try Matrix(fromColumns: [[1, 1, 1], [0, factor, 2 * factor]])
      .leastSquares(for: [1, 3, 6])
    #expect(abs(stretched.coefficients[1] * factor / plain.coefficients[1] - 1) < 1e-12)
    #expect(abs(stretched.coefficients[0] / plain.coefficients[0] - 1) < 1e-12)
  }

  @Test("as many rows as columns fit exactly, without standard errors") func square() throws {
    let fit = try Matrix(fromRows: [[1, 2], [3, 4]]).leastSquares(for: [5, 11])
    #expect(zip(fit.coefficients, [1, 2]).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(fit.degreesOfFreedom == 0)
    #expect(fit.residualStandardDeviation == nil)
    #expect(fit.standardErrors == nil)
  }

  @Test("one value and one column") func single() throws {
    let fit = try Matrix(rows: 1, columns: 1, byColumn: [4]).leastSquares(for: [2])
    #expect(fit.coefficients == [0.5])
    #expect(fit.residualSumOfSquares == 0)
  }

  @Test("a response of zeros gives zeros") func zeros() throws {
    let fit = try line.leastSquares(for: [0, 0, 0])
    #expect(fit.coefficients == [0, 0])
    #expect(fit.residuals == [0, 0, 0])
    #expect(fit.standardErrors == [0, 0])
  }

  @Test("names the rank when columns depend on each other") func dependent() {
    let expected = NumericError.rankDeficient(operation: "least squares", rank: 1, columns: 2)
    #expect(throws: expected) {
      try Matrix(fromColumns: [[1, 2, 3], [2, 4, 6]]).leastSquares(for: [1, 2, 3])
    }
    #expect(throws: expected) {
      try Matrix(fromColumns: [[1, 2, 3], [0, 0, 0]]).leastSquares(for: [1, 2, 3])
    }
    #expect(throws: NumericError.rankDeficient(operation: "least squares", rank: 0, columns: 1)) {
      try Matrix(fromColumns: [[0, 0, 0]]).leastSquares(for: [1, 2, 3])
    }
  }

  @Test("a full set of season columns beside a constant is dependent") func dummies() {
    var design = Matrix(repeating: 1, rows: 48, columns: 13)
    for month in 0..<12 {
      for row in 0..<48 { design[row, month + 1] = row % 12 == month ? 1 : 0 }
    }
    #expect(throws: NumericError.rankDeficient(operation: "least squares", rank: 12, columns: 13)) {
      try design.leastSquares(for: (0..<48).map(Double.init))
    }
  }

  @Test("the condition limit decides what counts as dependent") func conditionLimit() throws {
    let near = Matrix(fromColumns: [[1, 1, 1], [1, 1, 1 + 1e-8]])
    #expect(try near.leastSquares(for: [1, 2, 3]).rank == 2)
    #expect(throws: NumericError.rankDeficient(operation: "least squares", rank: 1, columns: 2)) {
      try near.leastSquares(for: [1, 2, 3], reciprocalConditionLimit: 1e-6)
    }
  }

  @Test("sizes that do not go together are refused") func shapes() {
    #expect(
      throws: NumericError.shapeMismatch(
        operation: "least squares", expected: "as many responses as rows, and rows ≥ columns > 0",
        found: "2 responses and a design of 3 × 2")
    ) { try line.leastSquares(for: [1, 2]) }
    #expect(throws: NumericError.self) {
      try Matrix(rows: 3, columns: 0, byColumn: []).leastSquares(for: [1, 2, 3])
    }
    #expect(throws: NumericError.self) {
      try Matrix(rows: 0, columns: 0, byColumn: []).leastSquares(for: [])
    }
    #expect(throws: NumericError.self) {
      try Matrix(fromRows: [[1, 2]]).leastSquares(for: [1])
    }
  }

  @Test("NaN and infinities are refused with their place") func nonFinite() {
    #expect(
      throws: NumericError.nonFinite(
        operation: "least squares", operand: "the design", index: 4)
    ) {
      try Matrix(fromColumns: [[1, 1, 1], [0, .infinity, 2]]).leastSquares(for: [1, 2, 3])
    }
    #expect(
      throws: NumericError.nonFinite(
        operation: "least squares", operand: "the response", index: 2)
    ) { try line.leastSquares(for: [1, 2, .nan]) }
  }

  @Test("a result above the largest double is an error") func overflow() {
    #expect(throws: NumericError.overflow(operation: "least squares")) {
      try Matrix(fromColumns: [[1e-200, 1e-200]]).leastSquares(for: [1e200, 1e200])
    }
  }

  @Test("a condition limit outside 0 to 1 stops the program") func limitPrecondition() async {
    await #expect(processExitsWith: .failure) {
      _ = try Matrix(fromColumns: [[1, 2]]).leastSquares(for: [1, 2], reciprocalConditionLimit: 1)
    }
  }
}
