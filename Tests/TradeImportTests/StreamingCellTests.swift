import TestSupport
import Testing
import TradeImport

/// Sums in cells of 64 bits, and what happens when a cell or the cells are too small.
///
/// Expected sums are those of integers of 128 bits.
@Suite("Cells of sums") struct StreamingCellTests {
  static func run(
    _ text: String, keys: [String], workers: Int, blockSize: Int
  ) throws -> AggregationResult {
    try AggregationEngine(workers: workers, blockSize: blockSize).run(
      AggregationPlan(keys: keys), on: MemorySource(Array(text.utf8), step: 101), file: "t.csv")
  }

  @Test("numbers and sums beyond a cell, for any way to share the work", arguments: [1, 3])
  func beyondCells(workers: Int) throws {
    let text = """
      k,value
      large,9223372036854775807
      large,9223372036854775807
      large,9223372036854775807
      negative,-4611686018427.387904
      negative,-4611686018427.387904
      negative,-4611686018427.387904
      back,4611686018427.387904
      back,4611686018427.387904
      back,-4611686018427.387904
      back,-4611686018427.387904
      fine,0.0000001
      fine,1
      fine,-0.5
      wide,1e-30
      wide,2
      empty,

      """
    for blockSize in [16, 64, 4096] {
      let result = try Self.run(text, keys: ["k"], workers: workers, blockSize: blockSize)
      let sums = (0..<result.rowCount).map { (result.keys(ofRow: $0)[0], result.values[$0]) }
      // Three times 2^63 - 1 is 27670116110564327421; the nearest double is 3 * 2^63.
      let expected: [(String, Double?)] = [
        ("back", 0), ("empty", nil), ("fine", 0.5000001), ("large", 27_670_116_110_564_327_424),
        ("negative", -13_835_058_055_282.163712), ("wide", 2),
      ]
      #expect(sums.map(\.0) == expected.map(\.0))
      #expect(sums.map(\.1) == expected.map(\.1), "blocks of \(blockSize)")
    }
  }

  @Test("more words than cells can number", arguments: [1, 2])
  func manyKeys(workers: Int) throws {
    var generator = RepeatableGenerator(seed: 41)
    var text = "a,b,value\n"
    var sums: [String: Int128] = [:]
    // Two hundred words at first, so that there are cells with sums, then ten thousand.
    for row in 0..<20_000 {
      let a = Int.random(in: 0..<(row < 5_000 ? 200 : 10_000), using: &generator)
      let b = Int.random(in: 0..<3, using: &generator)
      let value = Int64.random(
        in: -4_000_000_000_000_000_000...4_000_000_000_000_000_000, using: &generator)
      text += "\(a),\(b),\(value)\n"
      sums["\(a),\(b)", default: 0] += Int128(value)
    }
    let result = try Self.run(text, keys: ["a", "b"], workers: workers, blockSize: 4096)
    #expect(result.account.aggregated == 20_000)
    #expect(result.rowCount == sums.count)
    for row in 0..<result.rowCount {
      let expected = sums[result.keys(ofRow: row).joined(separator: ",")]
      #expect(result.values[row] == expected.map { Double($0) }, "row \(row)")
    }
  }

  @Test("a limit of groups counts cells") func limit() throws {
    let text = "a,b,value\n1,1,1\n1,2,1\n2,1,1\n2,2,1\n1,1,5\n"
    let limits = { (count: Int) in
      AggregationPlan(keys: ["a", "b"], limits: AggregationPlan.Limits(groups: count))
    }
    let source = { MemorySource(Array(text.utf8)) }
    let engine = AggregationEngine(workers: 1, blockSize: 16)
    #expect(try engine.run(limits(4), on: source(), file: "t.csv").rowCount == 4)
    #expect(throws: (any Error).self) { try engine.run(limits(3), on: source(), file: "t.csv") }
  }
}
