import Testing
import Validation

/// Nineteen published statements, none of which may be called wrong.
///
/// Recomputing from rounded figures calls ten of them wrong. Sources: Eurostat 178/2019 and June
/// 2019; FT-900 September 2020; ONS UK Trade May 2012 and September 2016; NBB Q1 2019.
@Suite("Nineteen published statements") struct NineteenStatementsTests {
  struct Difference: Sendable {
    let first: String
    let second: String
    let printed: String
    let low: String
    let high: String
  }

  static let differences = [
    Difference(first: "196.2", second: "177.6", printed: "18.7", low: "18.50", high: "18.70"),
    Difference(first: "1741.9", second: "1586.3", printed: "155.5", low: "155.50", high: "155.70"),
    Difference(first: "199.3", second: "176.6", printed: "22.6", low: "22.60", high: "22.80"),
    Difference(first: "1163.3", second: "1061.2", printed: "102.2", low: "102.00", high: "102.20"),
    Difference(first: "240.2", second: "176.4", printed: "63.9", low: "63.70", high: "63.90"),
    Difference(first: "67.0", second: "63.9", printed: "3.2", low: "3.00", high: "3.20"),
    Difference(first: "5.1", second: "3.9", printed: "1.3", low: "1.10", high: "1.30"),
    Difference(first: "4.5", second: "3.1", printed: "1.5", low: "1.30", high: "1.50"),
    Difference(first: "79.1", second: "78.9", printed: "0.1", low: "0.10", high: "0.30"),
  ]

  @Test("differences", arguments: differences) func difference(_ each: Difference) throws {
    var document = SmallDocument()
    document.level(each.first, .exports)
    document.level(each.second, .imports)
    let id = document.add(each.printed, .balance, .balance)
    document.statements.append(
      .difference(
        id, of: SmallDocument.quantity(.exports), less: SmallDocument.quantity(.imports)))
    let result = document.check()
    #expect(result.verdict == .consistent)
    let claim = try #require(result.claims.first)
    #expect(claim.claim.kind == .difference)
    #expect(claim.feasible == interval(each.low, each.high))
    #expect(result.checkedFigures.count == 3)
  }

  static let rates = [
    ["196.2", "186.5", "5.2"], ["177.6", "173.9", "2.1"], ["1741.9", "1692.3", "2.9"],
    ["1586.3", "1545.0", "2.7"], ["163.4", "161.9", "0.9"], ["1470.9", "1451.0", "1.4"],
    ["189.9", "199.3", "-4.7"], ["169.3", "176.6", "-4.1"], ["164.5", "172.1", "-4.4"],
  ]

  @Test("growth rates", arguments: rates) func growth(_ each: [String]) throws {
    var document = SmallDocument()
    document.level(each[0], .exports)
    document.level(each[1], .exports, 2023)
    document.growth(each[2], .exports)
    #expect(document.check().verdict == .consistent)
  }

  @Test("the change of a deficit in percent of its size") func deficit() throws {
    // FT-900: a deficit of 63.9 after 67.0 is -4.7 %; the levels allow -4.773 to -4.481.
    var document = SmallDocument()
    document.level("-63.9", .balance)
    document.level("-67.0", .balance, 2023)
    let id = document.add("-4.7", .change, .balance, unit: "percent")
    for isSignKnown in [true, false] {
      var each = document
      each.statements.append(
        .sizeGrowth(
          id, of: SmallDocument.quantity(.balance), on: SmallDocument.quantity(.balance, 2023),
          sign: isSignKnown ? .deficit : nil, baseSign: isSignKnown ? .deficit : nil))
      let result = each.check()
      #expect(result.verdict == .consistent)
      let claim = try #require(result.claims.first { $0.claim.kind == .growth })
      let feasible = try #require(claim.feasible)
      #expect(feasible.lower?.value.text(decimals: 3) == "-4.773")
      #expect(feasible.upper?.value.text(decimals: 3) == "-4.481")
    }
  }

  @Test("three figures of a balance tighten each other") func tightened() {
    // Exports 196.2, imports 177.6 and balance 18.7 force the ranges below.
    var document = SmallDocument()
    document.level("196.2", .exports)
    document.level("177.6", .imports)
    document.level("18.7", .balance)
    document.balance(2024)
    let checker = DocumentChecker()
    func range(_ measure: FigureMeasure) -> ExactInterval? {
      checker.range(of: SmallDocument.quantity(measure), in: document.document)
    }
    let billion = Rational(1_000_000_000)
    #expect(range(.exports) == interval("196.20", "196.25").scaled(by: billion))
    #expect(range(.imports) == interval("177.55", "177.60").scaled(by: billion))
    #expect(range(.balance) == interval("18.65", "18.70").scaled(by: billion))
  }
}
