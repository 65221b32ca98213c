import Diagnostics
import Indicators
import Testing
import TimeSeries

@Suite("Computing expressions") struct EvaluatorTests {
  typealias Source = (panel: Panel<String>, unit: String)

  static func panel(_ values: [Double], _ kind: SeriesKind = .flow) -> Panel<String> {
    Panel(
      keys: ["A", "B", "C"],
      PeriodBlock(
        axis: PeriodAxis(from: .year(2023), count: 2), columns: 3, kind: kind, values: values))
  }

  /// The worked example of Documentation/Methods: exports and imports of A, B and C in two years.
  static let sources: [String: Source] = [
    "exports": (panel([100, 120, 60, 54, 40, 46]), "USD"),
    "imports": (panel([30, 36, 90, 99, 60, 45]), "USD"),
    "stock": (panel([1, 2, 3, 4, 5, 6], .stock), "USD"),
    "euros": (panel([1, 2, 3, 4, 5, 6]), "EUR"),
  ]

  static func evaluator(_ text: String) throws -> Evaluator<String> {
    try Evaluator(
      try ExpressionParser().parse(text), measures: sources.keys.sorted() + ["lost"],
      dimensions: ["partner"])
  }

  static func compute(_ text: String) throws -> ComputedPanel<String> {
    try evaluator(text).evaluate(
      measure: { sources[$0] }, value: { key, dimension in dimension == "partner" ? key : nil })
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let unit: String
    let values: [Double]
    var testDescription: String { text }
  }

  // From the worked example, or by hand from its numbers. Values of A, B and C in the last year.
  static let cases = [
    Case(text: "exports", unit: "USD", values: [120, 54, 46]),
    Case(text: "exports - imports", unit: "USD", values: [84, -45, 1]),
    Case(text: "balance", unit: "USD", values: [84, -45, 1]),
    Case(text: "balance()", unit: "USD", values: [84, -45, 1]),
    Case(text: "balance(imports, exports)", unit: "USD", values: [-84, 45, -1]),
    Case(text: "yoy(exports)", unit: "percent", values: [20, -10, 15]),
    Case(text: "YearOverYear(exports)", unit: "percent", values: [20, -10, 15]),
    Case(text: "qoq(exports)", unit: "percent", values: [20, -10, 15]),
    Case(text: "annualized(exports)", unit: "percent", values: [20, -10, 15]),
    Case(
      text: "yoy(exports + imports)", unit: "percent",
      values: [20, 2, -9]),
    Case(
      text: "share(exports by partner)", unit: "percent",
      values: [54.54545454545455, 24.545454545454547, 20.909090909090907]),
    Case(
      text: "share(exports, exports + imports)", unit: "percent",
      values: [76.92307692307692, 35.294117647058826, 50.54945054945055]),
    Case(text: "contribution(exports by partner)", unit: "pp", values: [10, -3, 3]),
    Case(text: "contribution(exports, exports)", unit: "pp", values: [20, -10, 15]),
    Case(text: "diff(balance)", unit: "USD", values: [14, -15, 21]),
    Case(text: "popdiff(exports)", unit: "USD", values: [20, -6, 6]),
    Case(text: "exports / imports", unit: "ratio", values: [120.0 / 36, 54.0 / 99, 46.0 / 45]),
    Case(
      text: "cover", unit: "percent", values: [100 * 120.0 / 36, 100 * 54.0 / 99, 100 * 46.0 / 45]
    ),
    Case(text: "normbalance", unit: "ratio", values: [84.0 / 156, -45.0 / 153, 1.0 / 91]),
    Case(text: "2 * exports - exports / 2", unit: "USD", values: [180, 81, 69]),
    Case(text: "-(exports - imports)", unit: "USD", values: [-84, 45, -1]),
    Case(text: "1 / exports", unit: "1/USD", values: [1.0 / 120, 1.0 / 54, 1.0 / 46]),
    Case(text: "exports / euros", unit: "USD/EUR", values: [60, 13.5, 46.0 / 6]),
    Case(text: "rebase(exports, '2023')", unit: "index", values: [120, 90, 115]),
    Case(text: "rebase(exports, 2023, 1)", unit: "index", values: [1.2, 0.9, 1.15]),
    Case(text: "cagr(exports, '2023', '2024')", unit: "percent", values: [20, -10, 15]),
    Case(text: "ytd(exports)", unit: "USD", values: [120, 54, 46]),
    Case(text: "ytdchange(exports)", unit: "percent", values: [20, -10, 15]),
    Case(text: "rolling(exports, 24)", unit: "USD", values: [220, 114, 86]),
    Case(
      text: "yoy(exports) - yoy(imports)", unit: "pp",
      values: [0, -20, 40]),
    Case(text: "stock + stock", unit: "USD", values: [4, 8, 12]),
  ]

  @Test("gives the values of the worked example", arguments: cases)
  func values(_ item: Case) throws {
    let result = try Self.compute(item.text)
    let last = result.panel.axis.count - 1
    #expect(result.panel.keys == ["A", "B", "C"])
    for (column, expected) in item.values.enumerated() {
      let found = try #require(result.panel.block[last, column].value)
      #expect(abs(found - expected) < 1e-9)
    }
    #expect(result.unit == item.unit)
    #expect(result.label == (try ExpressionParser().parse(item.text)).description)
  }

  static func message(_ text: String) -> String {
    do {
      _ = try compute(text)
      return "no error"
    } catch { return "\(error)" }
  }

  @Test(
    "says what is wrong with names, arguments, units and kinds",
    arguments: [
      (
        "yoy(export)",
        "5: error: no measure is called 'export' [expression.unknown-name]\n"
          + "  hint: did you mean 'exports'?"
      ),
      (
        "xylophone",
        "1: error: no measure is called 'xylophone' [expression.unknown-name]\n"
          + "  hint: known measures: euros, exports, imports, stock, lost"
      ),
      (
        "balanc",
        "1: error: no measure is called 'balanc' [expression.unknown-name]\n"
          + "  hint: did you mean 'balance'?"
      ),
      (
        "yox(exports)",
        "1: error: no function is called 'yox' [expression.unknown-function]\n"
          + "  hint: did you mean 'yoy'?"
      ),
      (
        "nonsense(exports)",
        "1: error: no function is called 'nonsense' "
          + "[expression.unknown-function]\n  hint: known functions: yoy, qoq, annualized, ytd, "
          + "ytdchange, threemonth, movingquarter, diff, popdiff, pp, rolling, rebase, cagr, "
          + "trend, balance, cover, normbalance, share, contribution"
      ),
      (
        "yoy", "1: error: 'yoy' is a function, expected yoy(x) [expression.unknown-function]"
      ),
      (
        "share(exports by partnr)",
        "18: error: no dimension is called 'partnr' "
          + "[expression.dimension]\n  hint: did you mean 'partner'?"
      ),
      (
        "yoy(exports by partner)",
        "16: error: yoy takes no 'by', expected yoy(x) "
          + "[expression.dimension]"
      ),
      (
        "yoy()", "1: error: yoy has 0 arguments, expected 1: yoy(x) [expression.arguments]"
      ),
      (
        "share(exports)",
        "1: error: share has 1 argument, expected 2: share(x by dimension), or "
          + "share(x, total) [expression.arguments]"
      ),
      (
        "trend(exports, 1, 2, 3)",
        "1: error: trend has 4 arguments, expected 1 to 3: "
          + "trend(x, 'from', 'to') [expression.arguments]"
      ),
      (
        "yoy(3 + 4)",
        "5: error: argument of yoy is 3 + 4, expected a measure "
          + "[expression.argument]"
      ),
      (
        "yoy('2024')",
        "5: error: argument of yoy is '2024', expected a measure "
          + "[expression.argument]"
      ),
      (
        "rebase(exports, imports)",
        "17: error: argument of rebase is imports, expected a period "
          + "in quotes such as '2024-Q1' [expression.argument]"
      ),
      (
        "rolling(exports, 1.5)",
        "18: error: argument of rolling is 1.5, expected a whole number "
          + "of months, 1 to 1200 [expression.argument]"
      ),
      (
        "rolling(exports, imports)",
        "18: error: argument of rolling is imports, expected a number "
          + "[expression.argument]"
      ),
      (
        "exports + '2024'",
        "11: error: a period stands outside of a call, expected a measure or a "
          + "number [expression.period]"
      ),
      (
        "1 + 2",
        "1: error: the expression has no measure in it, so there is nothing to compute "
          + "[expression.no-measure]"
      ),
      (
        "exports + euros",
        "1: error: '+' joins values in USD and in EUR, expected the same unit "
          + "on both sides [expression.units]"
      ),
      (
        "balance(exports, euros)",
        "1: error: 'balance' joins values in USD and in EUR, expected "
          + "the same unit on both sides [expression.units]"
      ),
      (
        "exports - stock",
        "1: error: '-' joins a flow and a stock, expected the same kind on both "
          + "sides [expression.kind]"
      ),
      (
        "1 + yoy(yoy(exports))",
        "5: error: a rate of change of a rate has no meaning, expected a "
          + "level; percentagePointChange gives the change of a rate [expression.kind]"
      ),
      (
        "pp(exports)",
        "1: error: a change in percentage points of a flow has no meaning, expected "
          + "a rate; yearOverYear or difference give the change of a level [expression.kind]"
      ),
      (
        "cagr(exports, '2023', '2031')",
        "1: error: compound growth needs 2031, which is not in "
          + "the data [expression.kind]"
      ),
      (
        "share(yoy(exports) by partner)",
        "1: error: a share of a rate has no meaning, expected "
          + "flows or stocks [expression.kind]"
      ),
      ("yoy(lost)", "5: error: measure 'lost' has no data here [expression.no-data]"),
    ])
  func messages(_ pair: (String, String)) {
    #expect(Self.message(pair.0) == "<expression>:1:" + pair.1)
  }

  @Test("all wrong names are reported together")
  func several() {
    let lines = Self.message("foo123456 + yoy(bar123456)").split(separator: "\n")
    #expect(lines.filter { $0.contains("error") }.count == 2)
  }

  @Test("a published total is the whole of a dimension, other dimensions stay apart")
  func totals() throws {
    let keys = ["X/DEU", "X/FRA", "X/WLD", "Y/DEU", "Y/FRA", "Z/"]
    let panel = Panel(
      keys: keys,
      PeriodBlock(
        axis: PeriodAxis(from: .year(2024), count: 1), columns: 6, kind: .flow,
        values: [20, 30, 200, 1, 3, 9]))
    let expression = try ExpressionParser().parse("share(exports by partner)")
    let evaluator = try Evaluator<String>(
      expression, measures: ["exports"], dimensions: ["reporter", "partner"])
    let result = try evaluator.evaluate(
      measure: { _ in (panel, "USD") },
      value: { key, dimension in
        let parts = key.split(separator: "/").map(String.init)
        return dimension == "reporter" ? parts.first : parts.dropFirst().first
      }, isTotal: { key, _ in key.hasSuffix("WLD") })
    let values = (0..<6).map { result.panel.block[0, $0].value }
    #expect(values == [10, 15, 100, 25, 75, nil])
    #expect(result.panel.block[0, 5].status == .notApplicable)
  }

  @Test("what cannot be computed is a missing cell with its reason")
  func missingCells() throws {
    var block = PeriodBlock(
      axis: PeriodAxis(from: .year(2023), count: 2), columns: 2, kind: .flow,
      values: [0, 5, 7, 8])
    block[1, 1] = Observation(missing: .confidential)
    let panel = Panel(keys: ["A", "B"], block)
    let other = Panel(
      keys: ["B"],
      PeriodBlock(
        axis: PeriodAxis(from: .year(2023), count: 1), columns: 1, kind: .flow, values: [0]))
    let sources: [String: Panel<String>] = ["exports": panel, "imports": other]
    func compute(_ text: String) throws -> PeriodBlock {
      try Evaluator<String>(
        try ExpressionParser().parse(text), measures: ["exports", "imports"]
      ).evaluate { name in sources[name].map { ($0, "USD") } }.panel.block
    }
    let growth = try compute("yoy(exports)")
    #expect(growth[0, 0] == Observation(missing: .zeroBase))
    #expect(growth[0, 1] == Observation(missing: .confidential))
    let ratio = try compute("exports / imports")
    #expect(ratio[0, 1] == Observation(missing: .zeroBase))
    #expect(ratio[0, 0].status == .unknown)
    #expect(try compute("exports / 0")[0, 0].status == .zeroBase)
    // 1 / 0 is no number, so nothing is.
    for text in ["exports / (1 / 0)", "exports * (1 / (1 / 0))", "1 / (1 / 0) / exports"] {
      let block = try compute(text)
      #expect(block.axis.indices.allSatisfy { block[$0, 0].value == nil }, "\(text)")
    }
    #expect(try compute("exports - imports")[1, 1].status == [.confidential, .notYetPublished])
    #expect(try compute("trend(exports)")[0, 0].status == .zeroBase)
  }

  @Test("one evaluator serves many panels and names its measures")
  func vintages() throws {
    let evaluator = try Self.evaluator("yoy(exports + imports) + yoy(exports)")
    #expect(evaluator.measures == ["exports", "imports"])
    for factor in [1.0, 10] {
      let result = try Self.evaluator("exports * 2").evaluate { name in
        name == "exports" ? (Self.panel([1, 2, 3, 4, 5, 6].map { $0 * factor }), "USD") : nil
      }
      #expect(result.panel.block[0, 0].value == 2 * factor)
    }
  }
}
