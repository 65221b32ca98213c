import TestSupport
import Testing
import TimeSeries
import TradeModel
import Validation

@Suite("Repairs and slips") struct RepairTests {
  /// Exports, imports, trade and balance of one year, all right: 50.2, 30.4, 80.6, 19.8.
  private func release(
    exports: String = "50.2", imports: String = "30.4", trade: String = "80.6",
    balance: String = "19.8"
  ) -> SmallDocument {
    var document = SmallDocument()
    document.level(exports, .exports)
    document.level(imports, .imports)
    document.level(trade, .totalTrade)
    document.level(balance, .balance)
    document.trade(2024)
    document.balance(2024)
    return document
  }

  private func slip(_ document: SmallDocument, _ figure: String) throws -> Slip? {
    let result = document.check()
    #expect(result.verdict == .inconsistent)
    let repair = try #require(result.repairs.first { $0.figures == [figure] && $0.group == 0 })
    return repair.slips[0]
  }

  @Test("right figures need no repair") func right() {
    let result = release().check()
    #expect(result.verdict == .consistent)
    #expect(result.repairs.isEmpty)
  }

  @Test("exports that are wrong are the only single repair") func alone() throws {
    // Exports stand in the trade and in the balance, so no other single figure can be wrong.
    let result = release(exports: "52.0").check()
    #expect(result.repairs.filter { $0.group == 0 }.map(\.figures) == [["f1"]])
    let repair = try #require(result.repairs.first)
    // 80.55 to 80.65 less 30.35 to 30.45, and 19.75 to 19.85 more.
    #expect(repair.feasible == [interval("50.15", "50.25")])
    #expect(repair.printable[0].map(\.digits) == ["50.1", "50.2", "50.3"])
  }

  @Test("each slip of the digits is named with the right digits") func digits() throws {
    #expect(
      try slip(release(exports: "5.02"), "f1")
        == Slip(.decimalPoint, corrected: PrintedNumber(digits: "50.2", scale: .billion)))
    #expect(try slip(release(exports: "52.0"), "f1")?.kind == .digitsExchanged)
    #expect(try slip(release(exports: "56.2"), "f1")?.kind == .wrongDigit)
    #expect(try slip(release(exports: "503.2"), "f1")?.kind == .missingDigit)
    #expect(
      try slip(release(balance: "-19.8"), "f4")
        == Slip(.sign, corrected: PrintedNumber(digits: "19.8", scale: .billion)))
    var scaled = release()
    scaled.figures[0].number = PrintedNumber(significand: 502, decimals: 1, scale: .million)
    #expect(try slip(scaled, "f1")?.kind == .scale)
    scaled.figures[0].number = PrintedNumber(
      significand: 502, decimals: 1, scale: DecimalScale(exponent: 7))
    #expect(try slip(scaled, "f1")?.kind == .scale)
  }

  @Test("a balance without its sign is a decision error and a sign slip") func sign() throws {
    // Economic Report of the President, table B-103, 1981: 238.7 less 273.4, printed 34.6.
    var document = SmallDocument()
    document.level("238.7", .exports, 1981)
    document.level("273.4", .imports, 1981)
    document.level("34.6", .balance, 1981)
    document.balance(1981)
    let result = document.check()
    #expect(result.verdict == .inconsistent)
    #expect(result.claims.contains { $0.decisionError == .balance })
    let repair = try #require(result.repairs.first { $0.figures == ["f3"] })
    #expect(repair.slips[0]?.kind == .sign)
    #expect(repair.feasible == [interval("-34.8", "-34.6")])
  }

  @Test("the import figure printed again as the deficit is found") func otherCell() throws {
    // Belgium and China 2022: exports 7.8, imports 35.3, deficit printed 35.3.
    var document = SmallDocument()
    document.level("7.8", .exports, 2022)
    document.level("35.3", .imports, 2022)
    document.level("-35.3", .balance, 2022)
    document.balance(2022)
    let result = document.check()
    let repair = try #require(result.repairs.first { $0.figures == ["f3"] })
    #expect(repair.feasible == [interval("-27.6", "-27.4")])
    #expect(repair.slips[0] == Slip(.otherCell, source: "f2"))
  }

  @Test("the value of the year before and the change on the new level are found") func rates()
    throws
  {
    var document = SmallDocument()
    document.level("130.0", .exports)
    document.level("100.0", .exports, 2023)
    document.growth("23.1", .exports)
    // 30/130 is 23.1 %.
    #expect(try slip(document, "f3") == Slip(.newLevelAsBase))
    var repeated = SmallDocument()
    repeated.level("100.0", .exports)
    repeated.level("100.0", .exports, 2023)
    repeated.growth("37.0", .exports)
    #expect(try slip(repeated, "f1") == Slip(.previousPeriod, source: "f2"))
    var base = SmallDocument()
    base.level("150.0", .exports)
    base.level("120.0", .exports, 2023)
    base.level("90.0", .exports, 2022)
    base.growth("66.7", .exports)
    // 150/90 is 66.7 % more.
    #expect(try slip(base, "f4") == Slip(.wrongBasePeriod, source: "f3"))
  }

  @Test("two wrong figures are found together") func pairs() {
    let result = release(exports: "57.2", imports: "34.9").check()
    #expect(result.verdict == .inconsistent)
    #expect(result.repairs.first?.figures.count ?? 0 >= 1)
    // Every repair is enough: without its figures the rest holds.
    for repair in result.repairs {
      var rest = release(exports: "57.2", imports: "34.9")
      rest.statements.removeAll { repair.figures.contains($0.figure) }
      #expect(rest.check().verdict != .inconsistent)
    }
  }

  @Test("repairs are all sets of the smallest size and no others") func exhaustive() {
    var generator = RepeatableGenerator(seed: 21)
    var found = 0
    for _ in 0..<25 {
      func digits(_ low: Int, _ high: Int) -> String {
        Rational(Int.random(in: low...high, using: &generator), 10).text(decimals: 1)
      }
      let document = release(
        exports: digits(495, 510), imports: digits(300, 310), trade: digits(800, 812),
        balance: digits(190, 205))
      let result = document.check()
      guard result.verdict == .inconsistent else { continue }
      found += 1
      let ids = document.figures.map(\.id)
      func holds(without removed: [String]) -> Bool {
        var rest = document
        rest.statements.removeAll { removed.contains($0.figure) }
        return rest.check(CheckOptions(wantsRepairs: false)).verdict != .inconsistent
      }
      let singles = ids.filter { holds(without: [$0]) }.map { [$0] }
      var pairs: [[String]] = []
      for first in ids.indices {
        for second in ids.indices where first < second {
          if holds(without: [ids[first], ids[second]]) { pairs.append([ids[first], ids[second]]) }
        }
      }
      let expected = singles.isEmpty ? pairs : singles
      #expect(Set(result.repairs.map(\.figures)) == Set(expected))
    }
    #expect(found > 5)
  }

  @Test("weights put the figures that are easier to doubt first") func weights() throws {
    let document = release(trade: "81.9")
    let result = document.check(CheckOptions(weights: ["f3": 5]))
    let groups = Set(result.repairs.map(\.group))
    #expect(groups.count == Set(result.repairs.map(\.weight)).count)
    #expect(result.repairs.first { $0.figures == ["f3"] }?.weight == 5)
  }
}
