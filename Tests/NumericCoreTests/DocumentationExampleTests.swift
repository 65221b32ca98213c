import NumericCore
import Testing

/// The examples of the documentation comments, with the results that stand there.
@Suite("Examples of the documentation") struct DocumentationExampleTests {
  @Test("matrices") func matrices() throws {
    let x = Matrix(fromRows: [[1, 2], [3, 4], [5, 6]])
    #expect(x[1, 0] == 3.0)
    #expect(Array(x.column(1)) == [2.0, 4.0, 6.0])
    #expect(x.storage == [1.0, 3.0, 5.0, 2.0, 4.0, 6.0])
    #expect(Matrix(fromRows: [[3, -4], [0, 1]]).norm(.infinity) == 7.0)
    #expect([3e180, 4e180].euclideanNorm() == 5e180)
    let square = Matrix(fromRows: [[1, 2], [3, 4]])
    #expect(try square.multiplied(by: square, transposing: .left).row(0) == [10.0, 14.0])
  }

  @Test("factorizations and fits") func fits() throws {
    let a = Matrix(fromRows: [[4, 2], [2, 5]])
    #expect("\(try CholeskyFactorization(of: a).solve([8, 8]))" == "[1.5, 1.0]")
    let b = Matrix(fromRows: [[1, 2], [3, 4]])
    #expect("\(try LUFactorization(of: b).solve([5, 11]))" == "[1.0, 2.0]")
    let x = Matrix(fromColumns: [[1, 1, 1], [0, 1, 2]])
    #expect(
      "\(try x.leastSquares(for: [1, 3, 6]).coefficients)" == "[0.8333333333333334, 2.5]")
  }

  @Test("sums, chance and distributions") func numbers() {
    #expect([1e16, 1, -1e16].compensatedSum() == 1.0)
    #expect([1e16, 1, -1e16].compensatedMean() == 0.3333333333333333)
    var generator = SeededGenerator(seed: 42)
    #expect(generator.nextUniform() == 0.08386297105988216)
    #expect(NormalDistribution.standard.quantile(0.8) == 0.8416212335729144)
    #expect("\(NormalDistribution.standard.cumulative(1.96))" == "0.9750021048517795")
    #expect("\(StudentTDistribution(degreesOfFreedom: 10).quantile(0.975))" == "2.2281388519862744")
  }
}
