import TestSupport
import Testing

@testable import TradeImport

/// Sums that lose nothing: identities, and integers as the slow way.
@Suite("Exact sums") struct StreamingSumTests {
  func sum(_ values: [Double]) -> Double {
    var sum = ExactSum()
    for value in values { sum.add(value) }
    return sum.value.rounded
  }

  @Test("what cancels leaves what is left, of any size") func cancellation() {
    #expect(sum([]) == 0)
    #expect(sum([1e16, 1, -1e16]) == 1)
    #expect(sum([1e308, 1e308, -1e308]) == 1e308)
    #expect(sum([1e308, 0x1p-1070, -1e308]) == 0x1p-1070)
    #expect(sum([.leastNonzeroMagnitude, .leastNonzeroMagnitude]) == 0x1p-1073)
    #expect(sum([-0x1p-1074, 0x1p1000, -0x1p1000]) == -0x1p-1074)
    #expect(sum([1e308, 1e308]) == .infinity)
    #expect(sum([-1e308, -1e308]) == -.infinity)
  }

  @Test("integers of 2^-60 add up as integers do, in any order and in parts") func integers() {
    var generator = RepeatableGenerator(seed: 3)
    for _ in 0..<200 {
      let units = (0..<50).map { _ in Int.random(in: -(1 << 53)...(1 << 53), using: &generator) }
      let exact = units.reduce(0, +)  // below 2^59, so that nothing is lost
      let values = units.map { Double($0) * 0x1p-60 }
      let expected = Double(exact) * 0x1p-60  // rounded once by the conversion
      #expect(sum(values) == expected)
      #expect(sum(values.shuffled(using: &generator)) == expected)
      var (first, second) = (ExactSum(), ExactSum())
      for value in values.prefix(20) { first.add(value) }
      for value in values.dropFirst(20) { second.add(value) }
      first.add(second)
      #expect(first.value.rounded == expected)
    }
  }

  /// Sums through the engine, where numbers of all forms meet.
  func total(_ texts: [String], workers: Int = 1) throws -> String {
    let bytes = Array(("k,value,x\n" + texts.map { "a,\($0),\n" }.joined()).utf8)
    return String(
      try AggregationEngine(workers: workers, blockSize: 40)
        .run(AggregationPlan(keys: ["k"]), on: MemorySource(bytes), file: "t").csv()
        .dropFirst("k,value\na,".count).dropLast())
  }

  @Test("decimals add up as on paper") func decimals() throws {
    #expect(try total(["0.1", "0.2"]) == "0.3")
    #expect(try total(Array(repeating: "0.01", count: 1000)) == "10")
    #expect(try total(["-1.10", "1.1"]) == "0")
    #expect(try total(["1e2", "2.5e-3", "1E0"]) == "101.0025")
    #expect(try total(["123456789012345678", "0.25"]) == "123456789012345680")
    #expect(try total(["0.000000000000000001"]) == "0.000000000000000001")
  }

  @Test("numbers beyond 19 digits and integers beyond 128 bits keep their place") func large()
    throws
  {
    // 2^126 units of 10^-18 are about 8.5e19; the sums go beyond it and come back.
    let large = Array(repeating: "9000000000000000000", count: 40)
    let back = Array(repeating: "-9000000000000000000", count: 40)
    for workers in [1, 2, 4] {
      #expect(try total(large, workers: workers) == "360000000000000000000")
      #expect(try total(large + back + ["0.125"], workers: workers) == "0.125")
      #expect(try total(back + large + ["0.125"], workers: workers) == "0.125")
      #expect(try total(back, workers: workers) == "-360000000000000000000")
      #expect(try total(["1e30", "0.5", "-1e30"], workers: workers) == "0.5")
      #expect(try total(large + ["1e30", "-1e30", "0.5"] + back, workers: workers) == "0.5")
      // The double of 2e-30 is twice that of 1e-30, so that one product rounds as the sum does.
      let small = PlainNumber.digits(of: 3 * 1e-30)
      #expect(try total(["1e-30", "2e-30"], workers: workers) == small)
    }
  }

  @Test("numbers are written with the fewest digits that are read as the same") func digits() {
    var generator = RepeatableGenerator(seed: 9)
    var values: [Double] = [0, 1, -1, 0.1, 1e15, 1e15 + 0.125, 1e22, 1e-7, 123456.789, 1 / 3]
    for _ in 0..<20_000 {
      values.append(Double(Int.random(in: -1_000_000_000...1_000_000_000, using: &generator)) / 1e4)
      values.append(Double.random(in: -1000...1000, using: &generator))
    }
    for value in values {
      var bytes: [UInt8] = []
      DecimalDigits.append(value, to: &bytes)
      let text = String(decoding: bytes, as: UTF8.self)
      // The standard library's own shortest digits, as tidy CSV writes them.
      #expect(text == PlainNumber.digits(of: value))
      #expect(Double(text) == value)
    }
  }
}
