import NumericCore
import Testing

/// Three nested loops: the slow, obvious product.
private func slowProduct(_ a: Matrix, _ b: Matrix) -> Matrix {
  var result = Matrix(repeating: 0, rows: a.rows, columns: b.columns)
  for i in 0..<a.rows {
    for j in 0..<b.columns {
      for k in 0..<a.columns { result[i, j] += a[i, k] * b[k, j] }
    }
  }
  return result
}

/// A matrix of small whole numbers, whose products are exact in any order of summation.
private func wholeNumbers(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix {
  var generator = SeededGenerator(seed: seed)
  return Matrix(
    rows: rows, columns: columns,
    byColumn: (0..<rows * columns).map { _ in (generator.nextUniform() * 200 - 100).rounded() })
}

@Suite("Products") struct ProductTests {
  @Test("agree with three loops in all sizes and transpositions", arguments: 0..<7, 0..<7)
  func loops(_ m: Int, _ n: Int) throws {
    for k in 0..<7 {
      let a = wholeNumbers(m, k, seed: 1)
      let b = wholeNumbers(k, n, seed: 2)
      let expected = slowProduct(a, b)
      #expect(try a.multiplied(by: b) == expected)
      #expect(try a.transposed().multiplied(by: b, transposing: .left) == expected)
      #expect(try a.multiplied(by: b.transposed(), transposing: .right) == expected)
      #expect(try a.transposed().multiplied(by: b.transposed(), transposing: .both) == expected)
    }
  }

  @Test("with a vector agree with three loops", arguments: 0..<7, 0..<7)
  func vectors(_ m: Int, _ n: Int) throws {
    let a = wholeNumbers(m, n, seed: 3)
    let x = wholeNumbers(n, 1, seed: 4)
    #expect(try a.multiplied(by: x.storage) == slowProduct(a, x).storage)
    let y = wholeNumbers(m, 1, seed: 5)
    #expect(try a.transposedMultiplied(by: y.storage) == slowProduct(a.transposed(), y).storage)
  }

  @Test("a large product agrees with three loops") func large() throws {
    let a = wholeNumbers(130, 70, seed: 6)
    let b = wholeNumbers(70, 90, seed: 7)
    #expect(try a.multiplied(by: b) == slowProduct(a, b))
  }

  @Test("the identity changes nothing, at any scale", arguments: [1e-300, 1e-9, 1, 1e12, 1e300])
  func identity(scale: Double) throws {
    let a = Matrix(rows: 2, columns: 2, byColumn: [1.1, 2.2, 3.3, 4.4].map { $0 * scale })
    #expect(try a.multiplied(by: .identity(2)) == a)
    #expect(try Matrix.identity(2).multiplied(by: a) == a)
  }

  @Test("sizes that do not go together are refused") func shapes() {
    let a = Matrix(repeating: 1, rows: 2, columns: 3)
    #expect(
      throws: NumericError.shapeMismatch(
        operation: "matrix product", expected: "equal inner dimensions", found: "2 × 3 and 2 × 3")
    ) { try a.multiplied(by: a) }
    #expect(
      throws: NumericError.shapeMismatch(
        operation: "product of matrix and vector", expected: "a vector of 3",
        found: "a vector of 2")
    ) { try a.multiplied(by: [1, 2]) }
    #expect(throws: NumericError.self) { try a.transposedMultiplied(by: [1, 2, 3]) }
  }

  @Test("NaN and infinities are refused with their place") func nonFinite() {
    let a = Matrix.identity(2)
    #expect(
      throws: NumericError.nonFinite(
        operation: "matrix product", operand: "the left matrix", index: 1)
    ) { try Matrix(fromRows: [[1, 0], [.nan, 1]]).multiplied(by: a) }
    #expect(
      throws: NumericError.nonFinite(
        operation: "matrix product", operand: "the right matrix", index: 2)
    ) { try a.multiplied(by: Matrix(fromRows: [[1, .infinity], [0, 1]])) }
    #expect(
      throws: NumericError.nonFinite(
        operation: "product of matrix and vector", operand: "the vector", index: 1)
    ) { try a.multiplied(by: [1, -.infinity]) }
  }

  @Test("a product above the largest double is an error") func overflow() {
    let big = Matrix(repeating: 1e200, rows: 2, columns: 2)
    #expect(throws: NumericError.overflow(operation: "matrix product")) {
      try big.multiplied(by: big)
    }
    #expect(throws: NumericError.overflow(operation: "product of matrix and vector")) {
      try big.multiplied(by: [1e200, -1e200])
    }
  }

  @Test("one thread is used, whatever the environment says") func threads() {
    #expect(LinearAlgebraLibrary.threads == 1)
  }

  @Test("wide integers in the library are noticed by the zeros between the pivots")
  func integerWidth() throws {
    #expect(LinearAlgebraLibrary.problemOfIntegerWidth((0, [2, 2, 0, 0], [1, 2])) == nil)
    let problem = try #require(
      LinearAlgebraLibrary.problemOfIntegerWidth((0, [2, 0, 2, 0], [1, 2])))
    #expect(
      problem
        == "LAPACK does not solve a system of two equations, found pivots [2, 0, 2, 0] and "
        + "solution [1.0, 2.0], expected pivots [2, 2, 0, 0] and solution [1.0, 2.0]; "
        + "install OpenBLAS and LAPACKE with 32-bit integers (not the 64-bit variant)")
    #expect(LinearAlgebraLibrary.problemOfIntegerWidth((0, [2, 2, 0, 0], [5, 11])) != nil)
    #expect(LinearAlgebraLibrary.problemOfIntegerWidth((-4, [2, 2, 0, 0], [1, 2])) != nil)
  }
}
