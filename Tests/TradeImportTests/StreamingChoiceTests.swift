import Diagnostics
import Testing

@testable import TradeImport

/// Which rows a sum may hold.
///
/// Sums are by hand.
@Suite("Figures of an aggregation") struct StreamingChoiceTests {
  private static func run(
    _ text: String, _ plan: AggregationPlan, workers: Int = 1, blockSize: Int = 1 << 18
  ) throws -> AggregationResult {
    try AggregationEngine(workers: workers, blockSize: blockSize)
      .run(plan, on: MemorySource(Array(text.utf8)), file: "t.csv")
  }

  private static func refusal(_ text: String, _ plan: AggregationPlan) -> String {
    do {
      return try run(text, plan).csv()
    } catch let error as DiagnosticError {
      return error.diagnostics.map(\.description).joined(separator: "\n")
    } catch { return "\(error)" }
  }

  private static let mixed = """
    period,partner,flow,measure,unit,value
    2024,DEU,exports,value,EUR,10
    2024,DEU,exports,yoy,percent,-8.5
    2024,DEU,imports,value,EUR,4
    2024,FRA,exports,value,EUR,5

    """

  @Test("Rows that measure different things are not added up") func refused() {
    let all = AggregationPlan.Filter(column: "measure", values: ["value", "yoy"])
    #expect(
      Self.refusal(Self.mixed, AggregationPlan(keys: ["partner"], filters: [all])) == """
        t.csv: error: rows of one sum differ in unit (EUR, percent) [aggregate.mixed]
          hint: add to --by: unit, or choose with --filter unit=…; several values between commas are \
        added up
        """)
    // Without flow and period the table is not tidy, and every column of it is looked at.
    #expect(
      Self.refusal("k,measure,value\na,x,1\na,y,2\n", AggregationPlan(keys: ["k"])).hasPrefix(
        "t.csv: error: rows of one sum differ in measure (x, y) [aggregate.mixed]"))
  }

  @Test("Exports and imports add up to trade, which is said; a balance is added to neither")
  func flows() throws {
    let flows = "period,flow,value\n2024,exports,10\n2024,imports,4\n"
    let result = try Self.run(flows, AggregationPlan(keys: ["period"]))
    #expect(result.csv() == "period,value\n2024,14\n")
    #expect(result.diagnostics.map(\.id) == ["aggregate.flows"])
    #expect(!result.hasErrors)
    #expect(
      Self.refusal(flows + "2024,balance,6\n", AggregationPlan(keys: ["period"])).hasPrefix(
        "t.csv: error: rows of one sum differ in flow (balance, exports, imports) [aggregate.mixed]"
      ))
  }

  @Test("Of a tidy table the values are added up") func values() throws {
    let result = try Self.run(Self.mixed, AggregationPlan(keys: ["partner", "flow"]))
    #expect(
      result.csv() == "partner,flow,value\nDEU,exports,10\nDEU,imports,4\nFRA,exports,5\n")
    #expect(result.account.filtered == 1)
    let changes = "period,flow,measure,value\n2024,exports,yoy,1\n"
    #expect(
      Self.refusal(changes, AggregationPlan(keys: ["flow"])).hasPrefix(
        "t.csv: error: no row has the measure 'value' [aggregate.measure]"))
  }

  @Test("Named columns may differ: as keys, or as several values of a filter") func chosen() throws
  {
    let total = try Self.run(
      Self.mixed,
      AggregationPlan(
        keys: ["partner"], filters: [.init(column: "flow", values: ["exports", "imports"])]))
    #expect(total.csv() == "partner,value\nDEU,14\nFRA,5\n")
    // Partners with units of their own are no sum of two units.
    let units = "partner,unit,value\nDEU,EUR,1\nUSA,USD,2\nDEU,EUR,3\n"
    #expect(
      try Self.run(units, AggregationPlan(keys: ["partner"])).csv()
        == "partner,value\nDEU,4\nUSA,2\n")
  }

  private static let editions = """
    period,partner,product,vintage,source,value
    2023,DEU,01,2024-01,a,10
    2023,DEU,01,2024-06,a,11.5
    2023,DEU,02,2024-01,a,1
    2023,FRA,01,2024-06,a,7
    2023,FRA,01,,a,100
    2023,FRA,02,2024-06,a,

    """

  @Test("The newest vintage of each figure counts, whatever the workers and blocks")
  func newest() throws {
    for (workers, blockSize) in [(1, 1 << 18), (2, 40), (3, 90)] {
      let result = try Self.run(
        Self.editions, AggregationPlan(keys: ["partner"]), workers: workers, blockSize: blockSize)
      // 11.5 of June and 1 of January; 7 of June, and nothing of June.
      #expect(result.csv() == "partner,value\nDEU,12.5\nFRA,7\n")
      #expect(
        result.account.description
          == "6 rows read = 3 aggregated + 1 without a value + 2 of older vintages + 0 filtered "
          + "out + 0 reported")
      #expect(result.account.isBalanced)
    }
    let old = try Self.run(
      Self.editions,
      AggregationPlan(
        keys: ["partner"], filters: [.init(column: "vintage", values: ["2024-01"])]))
    #expect(old.csv() == "partner,value\nDEU,11\n")
    let each = try Self.run(Self.editions, AggregationPlan(keys: ["vintage", "partner"]))
    #expect(
      each.csv()
        == "vintage,partner,value\n,FRA,100\n2024-01,DEU,11\n2024-06,DEU,11.5\n2024-06,FRA,7\n")
  }

  @Test("Decimals of chosen figures add up as on paper") func exact() throws {
    let text =
      "k,item,vintage,value\n" + (0..<3000).map { "a,\($0),1,0.1\na,\($0),2024,0.2\n" }.joined()
    let result = try Self.run(text, AggregationPlan(keys: ["k"]), workers: 2, blockSize: 999)
    // 3000 · 0.2, with more figures than cells hold.
    #expect(result.csv() == "k,value\na,600\n")
    #expect(result.account.superseded == 3000)
  }

  @Test("What cannot be chosen is refused") func rivals() {
    let sources = "partner,vintage,source,value\nDEU,2024,a,1\nDEU,2024,b,1\n"
    #expect(
      Self.refusal(sources, AggregationPlan(keys: ["partner"])).hasPrefix(
        "t.csv: error: two sources give the same figure in the vintage 2024, found 'a' and 'b', "
          + "and only one can count [aggregate.sources]"))
    let twice = "partner,vintage,value\nDEU,2024,1\nDEU,2024,1\n"
    #expect(
      Self.refusal(twice, AggregationPlan(keys: ["partner"])).hasPrefix(
        "t.csv: error: rows are alike in every column that names a figure, found 2 rows for 1 "
          + "figures"))
    let changes = "period,vintage,value\n2022,2023,1\n2023,2024,2\n"
    #expect(
      Self.refusal(changes, AggregationPlan(keys: ["period"], growth: .yearOverYear)).contains(
        "the figures are of 2 vintages, and a change between two of them mixes the change with the "
          + "revision"))
  }
}
