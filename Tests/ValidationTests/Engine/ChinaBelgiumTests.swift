import Testing
import TimeSeries
import TradeModel
import Validation

/// January to September 2024: trade 29.71, -3.1 %; exports 24.85, the same as a year before;
/// imports 4.86, -16.7 %.
@Suite("The six figures of China and Belgium") struct ChinaBelgiumTests {
  func passage(trade: String = "29.71", tradeRate: String = "-3.1") -> SmallDocument {
    var document = SmallDocument()
    document.level(trade, .totalTrade)
    document.growth(tradeRate, .totalTrade)
    document.level("24.85", .exports)
    let same = document.add("24.85", .level, .exports, 2023)
    document.statements.append(
      .level(same, of: SmallDocument.quantity(.exports, 2023)))
    document.level("4.86", .imports)
    document.growth("-16.7", .imports)
    document.trade(2024)
    document.trade(2023)
    return document
  }

  @Test("all six hold together") func consistent() {
    let result = passage().check()
    #expect(result.verdict == .consistent)
    #expect(result.checkedFigures.count == 6)
    #expect(result.claims.map(\.claim.kind).contains(.sum))
    #expect(result.claims.allSatisfy { $0.verdict == .consistent })
  }

  @Test("an impossible total is refuted with a derivation") func wrongTotal() throws {
    let result = passage(trade: "29.6", tradeRate: "-3.1").check()
    #expect(result.verdict == .inconsistent)
    let claim = try #require(result.claims.first { $0.claim.kind == .sum })
    #expect(claim.verdict == .inconsistent)
    #expect(claim.feasible == interval("29.70", "29.72"))
    #expect(claim.printed == interval("29.55", "29.65"))
    // The sentence of the issue.
    #expect(
      claim.explanation
        == "exports are at least 24.845 and imports are at least 4.855, so total trade is at least "
        + "29.700; printed 29.6 is at most 29.65")
    #expect(result.repairs.contains { $0.figures == ["f1"] })
  }

  @Test("a mix of growth rates that cannot be is refuted from its parts") func wrongMix() throws {
    let result = passage(tradeRate: "-4.1").check()
    #expect(result.verdict == .inconsistent)
    let claim = try #require(result.claims.first { $0.verdict == .inconsistent })
    // 29.715 - 24.845 = 4.870; 29.705/0.9595 = 30.95883…; less 24.855 is 6.10383…
    #expect(
      claim.explanation.hasSuffix(
        "so imports (2024) are at most 4.870; the change of total trade is at most -4.05 %, so "
          + "total trade (2023) is at least 30.95883; so imports (2023) are at least 6.10383; so "
          + "the change of imports is at most -20.2140 %; printed -16.7 % is at least -16.75 %"))
    #expect(Set(result.repairs.map(\.figures)) == [["f2"], ["f4"], ["f6"]])
    #expect(result.repairs[0].printable[0].map(\.digits) == ["-3.2", "-3.1"])
  }
}

@Suite("Implied and revised bases") struct ImpliedBaseTests {
  @Test("29.71 and -3.1 % imply 30.64 to 30.68") func fromTheTotal() throws {
    var document = SmallDocument()
    document.level("29.71", .totalTrade)
    document.growth("-3.1", .totalTrade)
    let implied = try #require(
      ImpliedBase(level: document.figures[0], change: document.figures[1]))
    // 29.705/0.9695 and 29.715/0.9685.
    let billion = Rational(1_000_000_000)
    #expect(implied.range.lower?.value == rational("29.705") / rational("0.9695") * billion)
    #expect(implied.range.upper?.value == rational("29.715") / rational("0.9685") * billion)
    // Printed a year before: 30.73, so the base was revised.
    document.level("30.73", .totalTrade, 2023)
    let result = implied.judge(Claim(.growth, ["f1", "f2", "f3"]), printed: document.figures[2])
    #expect(result.verdict == .revisedBase)
    #expect(result.explanation.contains("30.639"))
    document.level("30.65", .totalTrade, 2023)
    #expect(
      implied.judge(Claim(.growth, ["f1", "f2", "f4"]), printed: document.figures[3]).verdict
        == .consistent)
  }

  @Test("total and components together imply 30.670 to 30.681") func fromAll() throws {
    let document = ChinaBelgiumTests().passage()
    let range = try #require(
      DocumentChecker().range(
        of: SmallDocument.quantity(.totalTrade, 2023), in: document.document))
    let low = try #require(range.lower?.value)
    let high = try #require(range.upper?.value)
    let billion = Rational(significand: 1, exponent: -9)
    #expect((low * billion).text(decimals: 3) == "30.670")
    #expect((high * billion).text(decimals: 3, .down) == "30.681")
  }
}
