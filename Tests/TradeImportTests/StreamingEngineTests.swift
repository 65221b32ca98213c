import DelimitedText
import Diagnostics
import TestSupport
import Testing

@testable import TradeImport

/// The engine against a slow one: the whole file in memory, a dictionary, integers as sums.
@Suite("Aggregation of a stream") struct StreamingEngineTests {
  /// What the slow way finds.
  struct Slow {
    var csv = ""
    var account = AggregationAccount()

    /// Numbers of the tests have at most six decimals, so that integers of millionths are exact.
    init(_ bytes: [UInt8], keys: [String], measure: String) throws {
      let table = DelimitedReader().read(bytes, file: "t.csv")
      var sums: [[String]: Int128?] = [:]
      let columns = try keys.map { try #require(table.column(named: $0)) }
      let measured = try #require(table.column(named: measure))
      for row in 0..<table.rowCount {
        let record = table[row: row]
        account.read += 1
        guard record.count == table.names.count else {
          account.reported += 1
          continue
        }
        let key = columns.map { record.text(in: $0) ?? "" }
        let text = record.text(in: measured) ?? ""
        if text.isEmpty {
          account.missing += 1
          sums[key] = .some(sums[key] ?? nil)
        } else if let millionths = Self.millionths(text) {
          account.aggregated += 1
          sums[key] = .some(((sums[key] ?? nil) ?? 0) + millionths)
        } else {
          account.reported += 1
        }
      }
      let sortedKeys =
        keys.indices.filter { keys[$0] != "period" }
        + keys.indices.filter { keys[$0] == "period" }
      let sorted = sums.keys.sorted { a, b in
        for index in sortedKeys where a[index] != b[index] {
          return Array(a[index].utf8).lexicographicallyPrecedes(Array(b[index].utf8))
        }
        return false
      }
      let rows = sorted.map { key -> [String] in
        let sum = sums[key] ?? nil
        return key + [sum.map { DecimalText.of(Double("\($0)e-6") ?? .nan) } ?? ""]
      }
      csv = DelimitedWriter().text(of: [keys + [measure]] + rows)
    }

    static func millionths(_ text: String) -> Int128? {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count <= 2, text.allSatisfy({ "-.0123456789".contains($0) }) else { return nil }
      let decimals = parts.count == 2 ? String(parts[1]) : ""
      guard decimals.count <= 6 else { return nil }
      return Int128(parts[0] + decimals + String(repeating: "0", count: 6 - decimals.count))
    }
  }

  /// Doubles as the documentation says: the standard library's shortest digits, no exponent.
  enum DecimalText {
    static func of(_ value: Double) -> String { PlainNumber.digits(of: value) }
  }

  static func file(_ generator: inout RepeatableGenerator) -> [UInt8] {
    let partners = [
      "DEU", "FRA", "\"Korea, Rep.\"", "\"a \"\"b\"\"\"", "", "Côte d'Ivoire", "\"x\ny\"",
    ]
    let values = ["1.5", "", "-20", "0.000001", "123456789.25", "\"7.5\"", "x", "99999999999.99"]
    let lineEnd = Bool.random(using: &generator) ? "\n" : "\r\n"
    // A column `side`, not `flow`: rows of two flows are no sum.
    var text = "period,partner,note,value,side" + lineEnd
    for _ in 0..<Int.random(in: 0...60, using: &generator) {
      let fields = [
        "20\(Int.random(in: 10...14, using: &generator))",
        partners.randomElement(using: &generator) ?? "", "\"a, note\"",
        values.randomElement(using: &generator) ?? "",
        Bool.random(using: &generator) ? "X" : "M",
      ]
      let count = Int.random(in: 0..<30, using: &generator) == 0 ? 4 : 5
      text += fields.prefix(count).joined(separator: ",") + lineEnd
    }
    return Array(text.utf8)
  }

  @Test("random files, any number of workers, any size of block") func random() throws {
    var generator = RepeatableGenerator(seed: 5)
    let choices = [
      ["period", "partner", "side"], ["partner"], ["side", "period"],
      ["note", "partner", "period"],
    ]
    for round in 0..<60 {
      let bytes = Self.file(&generator)
      let keys = choices[round % choices.count]
      let slow = try Slow(bytes, keys: keys, measure: "value")
      let plan = AggregationPlan(keys: keys)
      for (workers, size) in [(1, 1), (1, 7), (2, 33), (2, 64), (4, 100), (3, 1000), (1, 1 << 16)] {
        let result = try AggregationEngine(workers: workers, blockSize: size)
          .run(plan, on: MemorySource(bytes, step: 13), file: "t.csv")
        #expect(result.csv() == slow.csv, "\(workers) workers, blocks of \(size)")
        #expect(result.account == slow.account)
        #expect(result.account.isBalanced)
      }
    }
  }

  @Test("findings and sums do not depend on workers and blocks") func independent() throws {
    var generator = RepeatableGenerator(seed: 6)
    for _ in 0..<40 {
      var bytes = Self.file(&generator)
      for _ in 0..<3 where bytes.count > 60 {
        let place = Int.random(in: 40..<bytes.count, using: &generator)
        bytes[place] = Array("\",\n1.".utf8).randomElement(using: &generator) ?? 0
      }
      let first = outcome(bytes, workers: 1, blockSize: 1 << 16)
      for (workers, size) in [(1, 5), (2, 64), (4, 31)] {
        #expect(outcome(bytes, workers: workers, blockSize: size) == first)
      }
    }
  }

  /// Everything that is told of a file, as text; also when it is refused.
  func outcome(_ bytes: [UInt8], workers: Int, blockSize: Int) -> String {
    let plan = AggregationPlan(keys: ["partner", "period"], growth: .yearOverYear)
    do {
      let result = try AggregationEngine(workers: workers, blockSize: blockSize)
        .run(plan, on: MemorySource(bytes), file: "t.csv")
      #expect(result.account.isBalanced)
      return "\(result.csv())\n\(result.account)\n\(result.diagnostics)"
    } catch {
      return "\(error)"
    }
  }

  func run(
    _ text: String, _ plan: AggregationPlan, workers: Int = 1
  ) throws -> AggregationResult {
    try AggregationEngine(workers: workers).run(
      plan, on: MemorySource(Array(text.utf8)), file: "t.csv")
  }

  @Test("change on the same span a year earlier, found by period and not by row") func growth()
    throws
  {
    let result = try run(
      """
      partner,period,value
      DEU,2012-01,100
      DEU,2013-01,110
      DEU,2013-02,7
      DEU,2014-02,0
      DEU,2015-02,5
      FRA,2013-01,-4
      FRA,2014-01,5
      FRA,2015-01,-5
      FRA,2015-Q1,3
      FRA,2016-Q1,6

      """, AggregationPlan(keys: ["period", "partner"], growth: .yearOverYear))
    // By hand: 110 on 100 is 10 percent, 0 on 7 is -100, 6 on 3 is 100. There is no base for the
    // first years, none of zero, and none from or to below zero.
    #expect(
      result.csv() == """
        period,partner,value,yoy
        2012-01,DEU,100,
        2013-01,DEU,110,10.000000000000009
        2013-02,DEU,7,
        2014-02,DEU,0,-100
        2015-02,DEU,5,
        2013-01,FRA,-4,
        2014-01,FRA,5,
        2015-01,FRA,-5,
        2015-Q1,FRA,3,
        2016-Q1,FRA,6,100

        """)
    #expect(result.diagnostics == [])
  }

  @Test("filters, and what they leave out is counted") func filters() throws {
    let plan = AggregationPlan(
      keys: ["partner"],
      filters: [
        .init(column: "flow", values: ["X"]),
        .init(column: "partner", values: ["DEU", "Côte d'Ivoire"]),
      ])
    let result = try run(
      "partner,flow,value\nDEU,X,1\nDEU,M,2\nFRA,X,4\nCôte d'Ivoire,X,8\nDEU,M,bad\n", plan)
    #expect(result.csv() == "partner,value\nCôte d'Ivoire,8\nDEU,1\n")
    #expect(
      result.account.description
        == "5 rows read = 2 aggregated + 0 without a value + 3 filtered out + 0 reported")
    #expect(
      plan.description
        == "sum of value by partner where flow is X and partner is DEU or Côte d'Ivoire")
  }

  @Test("rows that are wrong are told with their place, and the others are added up")
  func problems() throws {
    let result = try run(
      "partner,value\nDEU,1\nDEU,1O\nDEU\nDEU,\"1,5\"\nDEU,1e999\nDEU,\"2\nDEU,\n",
      AggregationPlan(keys: ["partner"]))
    #expect(result.csv() == "partner,value\nDEU,1\n")
    #expect(
      result.account.description
        == "7 rows read = 1 aggregated + 1 without a value + 0 filtered out + 5 reported")
    #expect(
      result.diagnostics.map(\.description) == [
        """
        t.csv:3:5: error: value is not a number, found '1O', expected digits with '.' [aggregate.number]
          hint: a letter stands where a digit is expected: '10'?
        """,
        """
        t.csv:4:1: error: record has fewer fields than the header, found 1, expected 2 [csv.unequal-fields]
          hint: a delimiter is missing, or a line end inside a field is not quoted
        """,
        """
        t.csv:5:5: error: value is not a number, found '1,5', expected digits with '.' [aggregate.number]
          hint: write a point for decimals and no thousands separators
        """,
        "t.csv:6:5: error: value is too large, found '1e999', expected less than 1.8e308 "
          + "[aggregate.number-range]",
        """
        t.csv:7:5: error: quoted field is not closed, found the end of the file, expected '"' [csv.unclosed-quote]
          hint: the quote is read as text; close the field, or put it in quotes and write the quote twice
        """,
      ])
  }

  @Test("the first twenty findings in full, the others by kind") func manyProblems() throws {
    let text = "k,value\n" + String(repeating: "a,x\n", count: 50) + "a\n"
    for workers in [1, 3] {
      let result = try AggregationEngine(workers: workers, blockSize: 16).run(
        AggregationPlan(keys: ["k"]), on: MemorySource(Array(text.utf8)), file: "t.csv")
      #expect(result.diagnostics.count == 22)
      #expect(result.diagnostics.prefix(20).map(\.location?.line) == (2...21).map { $0 })
      #expect(
        result.diagnostics.suffix(2).map(\.description) == [
          "t.csv: error: 30 more of this kind are not listed, 50 in all [aggregate.number]",
          "t.csv: error: 1 more of this kind is not listed, 1 in all [csv.unequal-fields]",
        ])
    }
  }

  func message(_ text: String, _ plan: AggregationPlan) -> String {
    do {
      return try run(text, plan).diagnostics.map(\.description).joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  @Test("what cannot be done at all says why") func refusals() {
    let plan = AggregationPlan(keys: ["partner"])
    #expect(
      message("partnr;value\nDEU;1\n", plan).hasPrefix(
        "t.csv:1:1: error: there is no column 'partner' for the keys, found 'partnr;value' "
          + "[aggregate.column]\n  hint: the columns may be separated by something else"))
    #expect(
      message("partnr,value\nDEU,1\n", plan)
        == "t.csv:1:1: error: there is no column 'partner' for the keys, found 'partnr', 'value' "
        + "[aggregate.column]\n  hint: did you mean 'partnr'?")
    #expect(
      message("", plan)
        == "t.csv: error: the file is empty, found 0 bytes, expected at least one record [csv.empty]"
    )
    let few = AggregationPlan(
      keys: ["partner"], limits: .init(groups: 2))
    #expect(
      message("partner,value\na,1\nb,1\nc,1\n", few)
        == "t.csv: error: there are too many groups, found more than 2, expected at most that many "
        + "[aggregate.groups]\n  hint: leave out a key or filter rows; --max-groups allows more, "
        + "and needs more memory")
    #expect(message("partner,value\na,1\nb,1\nb,1\n", few) == "")
    let short = AggregationPlan(keys: ["partner"], limits: .init(recordBytes: 1 << 18))
    #expect(
      message("partner,value\na,\"" + String(repeating: "x", count: 1 << 19), short).hasPrefix(
        "t.csv:2:1: error: the record is longer than 262144 bytes, expected its end "
          + "[aggregate.record-length]"))
    let yearly = AggregationPlan(keys: ["period"], growth: .yearOverYear)
    #expect(
      message("period,value\nsoon,1\n2024,1\n", yearly).hasPrefix(
        "t.csv:2:1: error: period is not a period, found 'soon', expected a form such as"))
    #expect(
      message("period,value\n2024-01,1\n2024-M01,1\n", yearly).hasPrefix(
        "t.csv:3:1: error: a period is written in two ways, found '2024-01' and '2024-M01'"))
    #expect(
      message("period,value\n1,1e308\n1,1e308\n", AggregationPlan(keys: ["period"])).hasPrefix(
        "t.csv: error: a sum of 'value' is too large"))
  }

  @Test("keys that are not UTF-8 are refused, other columns may hold anything") func encoding()
    throws
  {
    let start = Array("partner,note,value\nDEU,".utf8)
    let fine = start + [0xE9] + Array(",1\n".utf8)
    let plan = AggregationPlan(keys: ["partner"])
    #expect(
      try AggregationEngine().run(plan, on: MemorySource(fine), file: "t").csv()
        == "partner,value\nDEU,1\n")
    #expect(throws: DiagnosticError.self) {
      try AggregationEngine().run(
        AggregationPlan(keys: ["note"]), on: MemorySource(fine), file: "t")
    }
    let marked = [0xEF, 0xBB, 0xBF] + fine
    #expect(
      try AggregationEngine().run(plan, on: MemorySource(marked), file: "t").csv()
        == "partner,value\nDEU,1\n")
  }

  @Test("a source that fails stops all workers with its error") func failure() {
    struct Failing: ByteSource {
      struct Failure: Error {}
      var left = 4
      mutating func read(into bytes: inout [UInt8], range: Range<Int>) throws -> Int {
        left -= 1
        if left == 0 { throw Failure() }
        let text = Array("k,value\na,1\n".utf8).prefix(range.count)
        bytes.replaceSubrange(range.lowerBound..<range.lowerBound + text.count, with: text)
        return text.count
      }
    }
    for workers in [1, 3] {
      #expect(throws: Failing.Failure.self) {
        try AggregationEngine(workers: workers, blockSize: 8).run(
          AggregationPlan(keys: ["k"]), on: Failing(left: 600), file: "t")
      }
    }
  }
}
