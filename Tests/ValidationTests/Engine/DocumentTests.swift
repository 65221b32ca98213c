import TestSupport
import Testing
import TimeSeries
import TradeModel
import Validation

@Suite("Documents") struct DocumentTests {
  private func quantity(_ measure: FigureMeasure, _ year: Int = 2024) -> Quantity {
    SmallDocument.quantity(measure, year)
  }

  @Test("figures that nothing ties are not checkable") func loose() {
    var document = SmallDocument()
    document.level("5.0", .exports)
    document.growth("3.1", .exports)
    let result = document.check()
    #expect(result.verdict == .notCheckable)
    #expect(result.checkedFigures.isEmpty)
  }

  @Test("two figures for one level must agree, a hedge makes room") func equal() {
    var document = SmallDocument()
    document.level("5.0", .exports)
    document.level("5.3", .exports)
    #expect(document.check().verdict == .inconsistent)
    var hedged = SmallDocument()
    hedged.level("5.3", .exports)
    hedged.level("5", .exports, hedge: .moreThan)
    #expect(hedged.check().verdict == .consistent)
  }

  @Test("rates that cannot mix are refuted without any level") func rates() {
    // Both parts grow more than the total does.
    var document = SmallDocument()
    document.growth("2.0", .totalTrade)
    document.growth("3.0", .exports)
    document.growth("5.0", .imports)
    document.trade(2024)
    document.trade(2023)
    #expect(document.check().verdict == .inconsistent)
  }

  @Test("a part cannot be more than the whole when the other part cannot be negative") func part() {
    var document = SmallDocument()
    document.level("29.0", .totalTrade)
    document.level("30.0", .exports)
    document.trade(2024)
    #expect(document.check().verdict == .inconsistent)
  }

  @Test("an identity that is switched off does not count") func switchedOff() {
    var document = SmallDocument()
    document.level("50.0", .exports)
    document.level("30.0", .imports)
    document.level("90.0", .totalTrade)
    document.trade(2024)
    #expect(document.check().verdict == .inconsistent)
    #expect(
      document.check(CheckOptions(switchedOff: ["trade-2024"])).verdict == .notCheckable)
  }

  @Test("a document is inconsistent only if every reading is") func readings() {
    var document = SmallDocument()
    document.level("110.0", .exports)
    document.level("100.0", .exports, 2023)
    document.level("105.0", .exports, 2022)
    let id = document.add("4.8", .change, .exports, unit: "percent")
    func reading(_ year: Int) -> Reading {
      Reading(
        name: "\(year)",
        statements: document.statements + [
          .growth(id, of: quantity(.exports), on: quantity(.exports, year))
        ])
    }
    func verdict(_ readings: [Reading]) -> CheckResult {
      DocumentChecker().check(
        CheckDocument(file: "x", figures: document.figures, readings: readings))
    }
    #expect(verdict([reading(2023)]).verdict == .inconsistent)
    let both = verdict([reading(2023), reading(2022)])
    #expect(both.verdict == .consistent)
    #expect(both.reading == "2022")
  }

  @Test("truncated figures are saved by their convention") func truncation() {
    // 10.39 + 20.39 + 30.39 = 61.17, all cut to one decimal.
    var document = SmallDocument()
    document.level("61.1", .totalTrade)
    for (digits, name) in [("10.3", "A"), ("20.3", "B"), ("30.3", "C")] {
      document.level(digits, .exports, subject: name)
    }
    document.identities.append(
      .sum(
        id: "sum", "the total is the sum of its parts", quantity(.totalTrade),
        of: ["A", "B", "C"].map { SmallDocument.quantity(.exports, subject: $0) }))
    // 60.75 to 61.05 against 61.05 to 61.15: they touch when both ends are closed.
    let closed = document.check()
    #expect(closed.verdict == .consistent)
    #expect(closed.notes.contains { $0.hasPrefix("only at the boundary") })
    let open = document.check(CheckOptions(rounding: .halfUp))
    #expect(open.verdict == .inconsistent)
    #expect(open.fitsUnder.contains(.truncation))
    // A fourth part, 40.39 cut to 40.3: 101.0 to 101.4 against 101.56 cut to 101.5.
    document.figures[0].number = PrintedNumber(significand: 1015, decimals: 1, scale: .billion)
    document.level("40.3", .exports, subject: "D")
    document.identities = [
      .sum(
        id: "sum", "the total is the sum of its parts", quantity(.totalTrade),
        of: ["A", "B", "C", "D"].map { SmallDocument.quantity(.exports, subject: $0) })
    ]
    let result = document.check()
    #expect(result.verdict == .inconsistent)
    #expect(result.fitsUnder == [.truncation, .floor])
  }

  @Test("the change of a balance whose signs are not known is tried by cases") func cases() {
    var document = SmallDocument()
    document.level("-3.0", .balance)
    document.level("2.0", .balance, 2023)
    let id = document.add("50.0", .change, .balance, unit: "percent")
    document.statements.append(
      .sizeGrowth(id, of: quantity(.balance), on: quantity(.balance, 2023)))
    // From a surplus of 2 to a deficit of 3 the size grows by half.
    #expect(document.check().verdict == .consistent)
    document.figures[2].number = PrintedNumber(significand: -500, decimals: 1)
    #expect(document.check().verdict == .inconsistent)
  }

  @Test("points between two rates are checked by the ranges of the rates") func points() {
    let rate = Quantity(.other, subject: "rate", unit: "ratio", isNonNegative: false)
    func document(_ digits: String) -> CheckDocument {
      var document = SmallDocument()
      let now = document.add("5.2", .change, .exports, unit: "percent")
      let before = document.add("4.9", .change, .exports, 2023, unit: "percent")
      let points = document.add(digits, .change, .exports, unit: "pp")
      let (first, second) = (
        rate.of(SmallDocument.span(2024)), rate.of(SmallDocument.span(2023))
      )
      document.statements = [
        .level(now, of: first), .level(before, of: second),
        .difference(points, of: first, less: second),
      ]
      return document.document
    }
    #expect(DocumentChecker().check(document("0.4")).verdict == .consistent)
    #expect(DocumentChecker().check(document("0.5")).verdict == .inconsistent)
  }

  @Test("what no chain of bounds shows is added up in words") func addedRows() throws {
    // Without levels nothing has a bound: parts that grow by 5 and 6 % and a whole that grows by 7.
    var document = SmallDocument()
    document.growth("5.0", .exports)
    document.growth("6.0", .imports)
    document.growth("7.0", .totalTrade)
    document.trade(2024)
    document.trade(2023)
    let result = document.check()
    #expect(result.verdict == .inconsistent)
    let claim = try #require(result.claims.first { $0.verdict == .inconsistent })
    #expect(claim.explanation.contains("exports (2024) are at most 1.0505 times exports (2023)"))
    #expect(claim.explanation.contains("imports (2024) are at most 1.0605 times imports (2023)"))
    #expect(claim.explanation.contains("total trade (2024) is at least 1.0695 times"))
    #expect(
      claim.explanation.contains("total trade (2024) is exports (2024) plus imports (2024)"))
    // 2000 times the rates; 1.0695 - 1.0505 and 1.0695 - 1.0605 of the positive bases are left.
    #expect(claim.explanation.contains("added, 38 times (1), 18 times (2), 2000 times (3)"))
    #expect(claim.explanation.hasSuffix("all levels cancel, and 0 would have to be above 0"))
  }

  @Test("ranks are decision errors") func ranks() throws {
    var document = SmallDocument()
    document.level("5.0", .exports, subject: "A")
    document.level("5.2", .exports, subject: "B")
    let id = document.add("1", .level, .exports, unit: "rank")
    document.figures[2].range = ExactInterval(0, nil)
    document.statements.append(
      .rank(
        id, SmallDocument.quantity(.exports, subject: "A"),
        notBelow: SmallDocument.quantity(.exports, subject: "B")))
    let claim = try #require(document.check().claims.first)
    #expect(claim.verdict == .inconsistent)
    #expect(claim.decisionError == .order)
  }

  @Test("work that is not allowed leaves the verdict open") func workLimit() {
    var document = SmallDocument()
    document.level("50.0", .exports)
    document.level("30.0", .imports)
    document.level("90.0", .totalTrade)
    document.growth("4.0", .totalTrade)
    document.level("80.0", .totalTrade, 2023)
    document.trade(2024)
    let result = document.check(CheckOptions(workLimit: 0))
    #expect(result.isUndecided)
    #expect(result.verdict != .inconsistent)
    #expect(result.notes.contains { $0.hasPrefix("not decided") })
  }

  @Test("the derivation of growth names levels and ends") func growthText() throws {
    var document = SmallDocument()
    document.level("24.85", .exports)
    document.level("20.00", .exports, 2023)
    document.growth("30.0", .exports)
    let claim = try #require(document.check().claims.first)
    // 24.855/19.995 - 1 is 24.3061 %.
    #expect(
      claim.explanation
        == "exports (2024) are at most 24.855 and exports (2023) are at least 19.995, so the "
        + "change is at most 24.3061 %; printed 30.0 % is at least 29.95 %")
  }

  @Test("scale, order and names of figures change nothing") func metamorphic() {
    var generator = RepeatableGenerator(seed: 31)
    for _ in 0..<15 {
      var document = SmallDocument()
      func digits(_ middle: Int) -> String {
        Rational(middle + Int.random(in: -1...1, using: &generator), 10).text(decimals: 1)
      }
      document.level(digits(502), .exports)
      document.level(digits(304), .imports)
      document.level(digits(806), .totalTrade)
      document.level(digits(198), .balance)
      document.growth(digits(31), .exports)
      document.level(digits(487), .exports, 2023)
      document.trade(2024)
      document.balance(2024)
      let verdict = document.check().verdict
      var larger = document
      for index in larger.figures.indices where larger.figures[index].unit == "USD" {
        let number = larger.figures[index].number
        larger.figures[index].number = PrintedNumber(
          significand: number.significand, decimals: number.decimals, scale: .thousand)
      }
      #expect(larger.check().verdict == verdict)
      var turned = document
      turned.figures.reverse()
      turned.statements.shuffle(using: &generator)
      turned.identities.reverse()
      #expect(turned.check().verdict == verdict)
      #expect(
        Set(turned.check().repairs.map { Set($0.figures) })
          == Set(document.check().repairs.map { Set($0.figures) }))
    }
  }

  /// A deficit of 5.04 after one of 3.996 - 1.000, and a change of 2.1.
  ///
  /// It fits at the ends of the ranges alone: 5.045 - (3.9955 - 1.0005) = 2.05. The sign of the
  /// earlier balance is not said.
  @Test("a claim of figures that hold together is never undecided, however little work is allowed")
  func littleWork() {
    var document = SmallDocument()
    document.level("-5.04", .balance)
    document.level("1.000", .exports, 2023)
    document.level("3.996", .imports, 2023)
    document.balance(2023)
    let id = document.add("2.1", .change, .balance)
    document.statements.append(
      .sizeChange(
        id, of: SmallDocument.quantity(.balance), on: SmallDocument.quantity(.balance, 2023)))
    let claim = Claim(.joint, ["f2", "f3", "f1", id])
    let checked = CheckDocument(
      file: "test", figures: document.figures,
      readings: [
        Reading(
          statements: document.statements, identities: document.identities, claims: [claim])
      ])
    var consistent = 0
    for limit in 0...200 {
      let result = DocumentChecker(CheckOptions(workLimit: limit)).check(checked)
      guard result.verdict == .consistent else { continue }
      consistent += 1
      #expect(result.claims.allSatisfy { $0.verdict == .consistent }, "\(limit)")
    }
    #expect(consistent > 0 && consistent < 201, "\(consistent) of 201 limits are enough")
  }

  @Test("figures of two documents are compared pair by pair") func comparison() {
    func figure(_ digits: String) -> CheckedFigure {
      CheckedFigure(
        id: "f1", text: digits,
        number: PrintedNumber(digits: digits, scale: .billion)
          ?? PrintedNumber(significand: 0, decimals: 0),
        role: .level, measure: .totalTrade, unit: "USD")
    }
    let first = FigureOrigin(publisher: "GACC", published: "2023-10")
    let second = FigureOrigin(publisher: "GACC", published: "2024-10")
    func verdict(
      _ early: String, _ late: String, _ origin: FigureOrigin? = nil
    ) -> FigureRelation.Verdict {
      FigureComparer().compare(figure(early), first, figure(late), origin ?? second).verdict
    }
    #expect(verdict("30.73", "30.7") == .agrees)
    #expect(verdict("30.73", "30.68") == .revised)
    #expect(verdict("30.73", "45.12") == .conflict)
    #expect(
      verdict("30.73", "31.50", FigureOrigin(publisher: "GACC", basis: "BOP"))
        == .otherDefinition(reason: "bases not said and BOP"))
    #expect(
      verdict("30.73", "37.03")
        == .slip(
          Slip(.digitsExchanged, corrected: PrintedNumber(digits: "30.73", scale: .billion))))
  }
}
