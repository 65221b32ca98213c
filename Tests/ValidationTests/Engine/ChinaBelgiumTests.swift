import Testing
import TimeSeries
import TradeModel
import Validation

/// January to September 2024: trade 29.71, -3.1 %; exports 24.85, the same as a year before;
/// imports 4.86, -16.7 %.
@Suite("The six figures of China and Belgium") struct ChinaBelgiumTests {
  private func passage(trade: String = "29.71", tradeRate: String = "-3.1") -> SmallDocument {
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
    print(claim)
    for repair in result.repairs {
      print(repair.figures, repair.group, repair.likely ?? "-", repair.suggestion)
    }
  }
}
