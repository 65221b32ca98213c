import TestSupport
import Testing
import TimeSeries
import TradeModel

@testable import Validation

/// Tables that are too large for the exact method alone, so that Clp proposes.
@Suite("Large tables") struct LargeTableTests {
  /// Exports of so many partners in two years with growth and totals, from true levels that are
  /// whole thousandths, rounded to tenths, halves up.
  private func table(_ partners: Int, seed: UInt64) -> SmallDocument {
    var generator = RepeatableGenerator(seed: seed)
    var document = SmallDocument()
    var totals = [0, 0]
    func print(_ thousandths: Int) -> String {
      Rational((thousandths + 50) / 100, 10).text(decimals: 1)
    }
    func rate(_ now: Int, _ before: Int) -> String {
      // Halves away from zero.
      let (change, size) = ((now - before) * 1000, before)
      let whole = (2 * abs(change) + size) / (2 * size)
      return Rational(change < 0 ? -whole : whole, 10).text(decimals: 1)
    }
    func add(_ name: String, _ now: Int, _ before: Int) {
      document.level(print(now), .exports, 2024, subject: name)
      document.level(print(before), .exports, 2023, subject: name)
      let id = document.add(rate(now, before), .change, .exports, unit: "percent", subject: name)
      document.statements.append(
        .growth(
          id, of: SmallDocument.quantity(.exports, 2024, subject: name),
          on: SmallDocument.quantity(.exports, 2023, subject: name)))
    }
    let names = (1...partners).map { "P\($0)" }
    for name in names {
      let before = Int.random(in: 10_000...200_000, using: &generator)
      let now = before * Int.random(in: 800...1250, using: &generator) / 1000
      totals[0] += before
      totals[1] += now
      add(name, now, before)
    }
    add("World", totals[1], totals[0])
    for year in [2023, 2024] {
      document.identities.append(
        .sum(
          id: "sum-\(year)", "the world is the sum of its parts",
          SmallDocument.quantity(.exports, year, subject: "World"),
          of: names.map { SmallDocument.quantity(.exports, year, subject: $0) }))
    }
    return document
  }

  @Test("right tables are consistent, whatever the convention that fits") func right() {
    for seed in 1...2 {
      let document = table(40, seed: UInt64(seed))
      for rounding in [RoundingConvention.halfUp, .unknown] {
        let options = CheckOptions(rounding: rounding)
        let check = ReadingCheck(document.document, document.document.readings[0], options)
        #expect(
          !SystemDecider.isSolvedExactly(
            check.components[0].systems[0], size: SystemDecider.exactSize))
        let result = document.check(options)
        #expect(result.verdict == .consistent)
        #expect(!result.isUndecided)
        #expect(result.checkedFigures.count == document.figures.count)
      }
    }
  }

  @Test("a total that its parts do not reach is refuted and located") func total() throws {
    var document = table(40, seed: 9)
    let place = document.figures.count - 3
    let number = document.figures[place].number
    document.figures[place].number = number.with(significand: number.significand + 100)
    let result = document.check(CheckOptions(rounding: .halfUp))
    #expect(result.verdict == .inconsistent)
    #expect(result.repairs.contains { $0.figures == [document.figures[place].id] })
    #expect(result.repairs.allSatisfy { $0.figures.count == 1 })
    let claim = try #require(result.claims.first { $0.verdict == .inconsistent })
    #expect(claim.explanation.contains("so exports (World"))
  }

  @Test("proposals of Clp are proofs or nothing") func proofs() {
    var document = table(40, seed: 10)
    let number = document.figures[0].number
    document.figures[0].number = number.with(significand: number.significand + 400)
    let reading = document.document.readings[0]
    let check = ReadingCheck(document.document, reading, CheckOptions())
    for component in check.components {
      for system in component.systems {
        switch SystemDecider(system, work: WorkBudget(limit: 100_000)).decide() {
        case .infeasible(let certificate): #expect(certificate.proves(system))
        case .feasible, .undecided: Issue.record("a table with a wrong level holds")
        }
      }
    }
  }
}
