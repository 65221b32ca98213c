import NumericCore
import TestSupport
import Testing

/// A value of a distribution with 20 digits (mpmath 1.3.0, checked against scipy 1.17.1; see
/// `Datasets/reference/distributions`).
struct DistributionValue: Sendable, CustomTestStringConvertible {
  let isQuantile: Bool
  let degreesOfFreedom: Double?
  let argument: Double
  let expected: Double

  var testDescription: String {
    "\(isQuantile ? "quantile" : "cdf") of \(argument), df \(degreesOfFreedom ?? .infinity)"
  }

  static func read(_ name: String) throws -> [DistributionValue] {
    try RepositoryFiles.text(at: "Datasets/reference/distributions/\(name).csv")
      .split(separator: "\n").dropFirst()
      .map { line in
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        try #require(fields.count == 4)
        return DistributionValue(
          isQuantile: fields[0] == "quantile", degreesOfFreedom: Double(fields[1]),
          argument: try #require(Double(fields[2])), expected: try #require(Double(fields[3])))
      }
  }

  /// Whether a value has a number of significant digits right; a zero is met exactly.
  func isMet(by value: Double, within tolerance: Double) -> Bool {
    (value - expected).magnitude <= tolerance * expected.magnitude
  }
}

@Suite("Normal distribution") struct NormalDistributionTests {
  @Test("has the digits it promises") func values() throws {
    let values = try DistributionValue.read("normal")
    #expect(values.count == 26)
    for value in values {
      let found =
        value.isQuantile
        ? NormalDistribution.standard.quantile(value.argument)
        : NormalDistribution.standard.cumulative(value.argument)
      #expect(
        value.isMet(by: found, within: value.isQuantile ? 1e-15 : 2e-13),
        "\(value.testDescription): \(found), expected \(value.expected)")
    }
  }

  @Test(
    "probability and quantile are each other's inverse", arguments: [0.001, 0.3, 0.5, 0.77, 0.999])
  func inverse(probability: Double) {
    let normal = NormalDistribution(mean: 100, standardDeviation: 15)
    #expect(abs(normal.cumulative(normal.quantile(probability)) / probability - 1) < 1e-13)
  }

  @Test("mean and standard deviation shift and stretch") func scaling() {
    let normal = NormalDistribution(mean: 3, standardDeviation: 2)
    #expect(normal.quantile(0.9) == 3 + 2 * NormalDistribution.standard.quantile(0.9))
    #expect(normal.cumulative(5) == NormalDistribution.standard.cumulative(1))
  }

  @Test("infinite bounds") func infinities() {
    #expect(NormalDistribution.standard.cumulative(-.infinity) == 0)
    #expect(NormalDistribution.standard.cumulative(.infinity) == 1)
  }

  @Test("what is no distribution, no probability and no bound stops the program")
  func preconditions() async {
    await #expect(processExitsWith: .failure) {
      _ = NormalDistribution(mean: 0, standardDeviation: 0)
    }
    await #expect(processExitsWith: .failure) {
      _ = NormalDistribution(mean: .infinity, standardDeviation: 1)
    }
    await #expect(processExitsWith: .failure) { _ = NormalDistribution.standard.quantile(0) }
    await #expect(processExitsWith: .failure) { _ = NormalDistribution.standard.quantile(1) }
    await #expect(processExitsWith: .failure) { _ = NormalDistribution.standard.cumulative(.nan) }
  }
}

@Suite("Student t distribution") struct StudentTDistributionTests {
  @Test("has the digits it promises") func values() throws {
    let values = try DistributionValue.read("student-t")
    #expect(values.count == 118)
    for value in values {
      let distribution = StudentTDistribution(
        degreesOfFreedom: try #require(value.degreesOfFreedom))
      let found =
        value.isQuantile
        ? distribution.quantile(value.argument) : distribution.cumulative(value.argument)
      #expect(
        value.isMet(by: found, within: 1e-13),
        "\(value.testDescription): \(found), expected \(value.expected)")
    }
  }

  @Test(
    "probability and quantile are each other's inverse",
    arguments: [0.05, 0.7, 1, 4.5, 60, 1e6, 1e12], [1e-9, 0.01, 0.2, 0.26, 0.499, 0.6, 0.99])
  func inverse(degreesOfFreedom: Double, probability: Double) {
    let distribution = StudentTDistribution(degreesOfFreedom: degreesOfFreedom)
    let quantile = distribution.quantile(probability)
    #expect(abs(distribution.cumulative(quantile) / probability - 1) < 1e-12)
  }

  @Test("is symmetric", arguments: [0.4, 3, 1e5]) func symmetry(degreesOfFreedom: Double) {
    let distribution = StudentTDistribution(degreesOfFreedom: degreesOfFreedom)
    #expect(distribution.quantile(0.25) == -distribution.quantile(0.75))
    #expect(abs(distribution.cumulative(-2) + distribution.cumulative(2) - 1) < 1e-15)
    #expect(distribution.quantile(0.5) == 0)
  }

  @Test(
    "with one degree of freedom is Cauchy's, with two it has a closed form",
    arguments: [0.001, 0.1, 0.3, 0.6, 0.95])
  func closedForms(probability: Double) {
    // F(t) = 1/2 + atan(t)/π has its values at t = tan(π(p − 1/2)); here by t = 1 and the inverse.
    #expect(abs(StudentTDistribution(degreesOfFreedom: 1).cumulative(1) - 0.75) < 1e-15)
    let t = (2 * probability - 1) / (2 * probability * (1 - probability)).squareRoot()
    let found = StudentTDistribution(degreesOfFreedom: 2).quantile(probability)
    #expect(abs(found / t - 1) < 1e-14)
  }

  @Test(
    "nears the normal distribution as the degrees of freedom grow",
    arguments: [1e-20, 0.025, 0.4, 0.9])
  func normalLimit(probability: Double) {
    let normal = NormalDistribution.standard.quantile(probability)
    for freedom in [1e9, 1e15] {
      let t = StudentTDistribution(degreesOfFreedom: freedom).quantile(probability)
      // The first term of the expansion in 1/ν is z(z² + 1)/(4ν) (Abramowitz, Stegun, 26.7.5).
      let expansion = normal + normal * (normal * normal + 1) / (4 * freedom)
      #expect(abs(t / expansion - 1) < 2e-14)
    }
  }

  @Test("far out and with few degrees of freedom") func extremes() {
    let heavy = StudentTDistribution(degreesOfFreedom: 0.01)
    #expect(heavy.quantile(1e-12) == -.infinity)
    // With two degrees of freedom the quantile is near −1/√(2p) far out, even where p has few
    // digits, and next to the middle it is near (2p − 1)·√2.
    let two = StudentTDistribution(degreesOfFreedom: 2)
    let smallest = 0x1p-1060
    #expect(abs(two.quantile(smallest) * (2 * smallest).squareRoot() + 1) < 1e-4)
    #expect(abs(two.quantile(0.5.nextUp) / (0x1p-52 * 2.0.squareRoot()) - 1) < 1e-14)
    #expect(heavy.cumulative(1e200) < 1 && heavy.cumulative(1e200) > heavy.cumulative(1e100))
    #expect(heavy.cumulative(-.infinity) == 0)
    #expect(heavy.cumulative(.infinity) == 1)
    #expect(heavy.cumulative(0) == 0.5)
  }

  @Test("what is no distribution, no probability and no bound stops the program")
  func preconditions() async {
    await #expect(processExitsWith: .failure) { _ = StudentTDistribution(degreesOfFreedom: 0) }
    await #expect(processExitsWith: .failure) {
      _ = StudentTDistribution(degreesOfFreedom: .infinity)
    }
    await #expect(processExitsWith: .failure) {
      _ = StudentTDistribution(degreesOfFreedom: 5).quantile(1)
    }
    await #expect(processExitsWith: .failure) {
      _ = StudentTDistribution(degreesOfFreedom: 5).cumulative(.nan)
    }
  }
}
