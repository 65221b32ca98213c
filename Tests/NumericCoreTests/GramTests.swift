import NumericCore
import Testing

@Suite("Gram matrices and pivoted Cholesky factors") struct GramTests {
  @Test("equal the product with the transposed matrix", arguments: Matrix.GramOperand.allCases)
  func product(_ operand: Matrix.GramOperand) throws {
    let a = Matrix(fromRows: [[1, 2, 3], [4, 5, 7]])
    let expected = try a.multiplied(by: a, transposing: operand == .rows ? .right : .left)
    #expect(try a.gram(of: operand) == expected)
  }

  @Test("of nothing are empty or zero") func empty() throws {
    #expect(try Matrix(repeating: 0, rows: 0, columns: 3).gram(of: .rows).rows == 0)
    #expect(
      try Matrix(repeating: 0, rows: 0, columns: 2).gram(of: .columns).storage == [0, 0, 0, 0])
  }

  @Test("factors solve like those without pivoting") func solution() throws {
    let a = Matrix(fromRows: [[4, 2, 0], [2, 9, 1], [0, 1, 3]])
    let pivoted = try PivotedCholeskyFactorization(of: a)
    #expect(pivoted.rank == 3)
    let x = try pivoted.solve([8, 13, 7])
    for (a, b) in zip(x, try CholeskyFactorization(of: a).solve([8, 13, 7])) {
      #expect((a - b).magnitude < 1e-14)
    }
  }

  @Test("show the rank and solve the independent part") func rank() throws {
    let a = Matrix(fromRows: [[1, 0, 1], [0, 1, 1], [1, 1, 2]])  // the third is the sum of two
    let pivoted = try PivotedCholeskyFactorization(of: a)
    #expect(pivoted.rank == 2)
    let x = try pivoted.solve([2, 3, 5])
    for (a, b) in zip(try a.multiplied(by: x), [2.0, 3, 5]) { #expect((a - b).magnitude < 1e-14) }
    let zero = Matrix(repeating: 0, rows: 2, columns: 2)
    #expect(try PivotedCholeskyFactorization(of: zero).rank == 0)
  }
}
