import NumericCore
import Testing

/// The sum of whole numbers below 2¹²⁰ in magnitude, exact, rounded once at the end.
private func exactSum(_ values: [Double]) -> Double {
  Double(values.reduce(into: Int128(0)) { $0 += Int128($1) })
}

@Suite("Compensated sum") struct CompensatedSumTests {
  @Test(
    "keeps what plain addition loses",
    arguments: [
      [1e16, 1, -1e16], [1, 1e16, -1e16], [1e16, 1, 1, 1, -1e16], [1, 1e30, 1, -1e30],
      [-1e16, 1, 1e16, 1e16, 1, -1e16], [9_007_199_254_740_992, 1, 1, 1],
      [0x1p100, 3, -0x1p100, 0x1p70, -0x1p70],
    ])
  func cancellation(_ values: [Double]) {
    #expect(values.compensatedSum() == exactSum(values))
  }

  @Test("equals the exact sum of whole numbers of all sizes", arguments: 0..<40)
  func wholeNumbers(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let values = (0..<1000).map { _ -> Double in
      let size = Double(sign: .plus, exponent: Int(generator.nextUniform() * 60), significand: 1)
      return ((generator.nextUniform() - 0.5) * size).rounded()
    }
    #expect(values.compensatedSum() == exactSum(values))
    #expect(values.shuffled(using: &generator).compensatedSum() == exactSum(values))
  }

  @Test("a million tenths are a hundred thousand") func tenths() {
    // Exact: 10⁶ times the double nearest to 0.1 is 100000.00000000000555…, which rounds to 10⁵.
    #expect(Array(repeating: 0.1, count: 1_000_000).compensatedSum() == 100_000)
  }

  @Test("scales with its terms", arguments: [1e-9, 1e12])
  func scaling(by factor: Double) {
    let power = Double(sign: .plus, exponent: factor.exponent, significand: 1)
    let values = [0.1, 1e10, 0.2, -1e10, 0.3]
    #expect(values.map { $0 * power }.compensatedSum() == values.compensatedSum() * power)
  }

  @Test("of nothing and of one value") func small() {
    #expect([Double]().compensatedSum() == 0)
    #expect(CompensatedSum().value == 0)
    #expect(CompensatedSum(2.5).value == 2.5)
    #expect([0.1].compensatedSum() == 0.1)
    #expect([Double]().compensatedMean() == nil)
    #expect([0.1].compensatedMean() == 0.1)
  }

  @Test("infinities act as in plain addition") func infinities() {
    let big = Double.greatestFiniteMagnitude
    #expect([1, .infinity, 2].compensatedSum() == .infinity)
    #expect([-.infinity, 1, -.infinity].compensatedSum() == -.infinity)
    #expect([.infinity, -Double.infinity].compensatedSum().isNaN)
    #expect([1, .nan, 2].compensatedSum().isNaN)
    #expect([big, big, 1].compensatedSum() == .infinity)
    #expect([big, -big, 1].compensatedSum() == 1)
  }

  @Test("the sum of parts is the sum of the whole, a term at a time") func accumulation() {
    let values = (1...100).map { 1 / Double($0) }
    var sum = CompensatedSum()
    for value in values { sum.add(value) }
    #expect(sum.value == values.compensatedSum())
    #expect(values.lazy.filter { $0 > 0 }.compensatedSum() == sum.value)
  }

  @Test("the mean divides the compensated sum") func mean() {
    #expect([1e16, 1, -1e16].compensatedMean() == 1 / 3.0)
    #expect([2.0, 4, 9].compensatedMean() == 5)
  }
}
