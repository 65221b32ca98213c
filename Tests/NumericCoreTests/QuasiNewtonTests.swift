import NumericCore
import Testing

@Suite("Quasi-Newton search") struct QuasiNewtonTests {
  /// Rosenbrock's valley, whose minimum is 0 at (1, 1).
  private struct Rosenbrock: DifferentiableFunction {
    mutating func value(at x: [Double], gradient: inout [Double]) -> Double {
      let (a, b) = (1 - x[0], x[1] - x[0] * x[0])
      gradient[0] = -2 * a - 400 * x[0] * b
      gradient[1] = 200 * b
      return a * a + 100 * b * b
    }
  }

  /// `x + 1/x` for x above zero, which has no value elsewhere; its minimum is 2 at 1.
  private struct Barrier: DifferentiableFunction {
    mutating func value(at x: [Double], gradient: inout [Double]) -> Double {
      guard x[0] > 0 else { return .infinity }
      gradient[0] = 1 - 1 / (x[0] * x[0])
      return x[0] + 1 / x[0]
    }
  }

  @Test("the valley is followed to its end") func valley() throws {
    var function = Rosenbrock()
    let minimum = try #require(
      QuasiNewton(tolerance: 1e-14).minimize(&function, from: [-1.2, 1], scales: [1e-3, 1e-3]))
    #expect(minimum.isConverged)
    #expect((minimum.point[0] - 1).magnitude < 1e-5 && (minimum.point[1] - 1).magnitude < 1e-5)
  }

  @Test("a step to where the function is not defined is shortened") func barrier() throws {
    var function = Barrier()
    let minimum = try #require(
      QuasiNewton(tolerance: 1e-12).minimize(&function, from: [4], scales: [10]))
    #expect((minimum.point[0] - 1).magnitude < 1e-5)
  }

  /// 0 at 3 and 1 elsewhere, with a gradient all the same, so that no step leads lower.
  private struct Misled: DifferentiableFunction {
    mutating func value(at x: [Double], gradient: inout [Double]) -> Double {
      gradient[0] = 1
      return x[0] == 3 ? 0 : 1
    }
  }

  @Test("a search that no step leads lower has not converged") func misled() throws {
    var function = Misled()
    let minimum = try #require(
      QuasiNewton(tolerance: 1e-9).minimize(&function, from: [3], scales: [1]))
    #expect(!minimum.isConverged && minimum.point == [3])
  }

  @Test("a start where the function is not defined gives nothing") func undefined() {
    var function = Barrier()
    #expect(
      QuasiNewton(tolerance: 1e-8).minimize(&function, from: [-1], scales: [1]) == nil)
  }
}
