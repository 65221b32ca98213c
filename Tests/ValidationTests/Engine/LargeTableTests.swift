import Foundation
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

  /// One total over so many parts, each of them whole, that misses their sum by more than rounding
  /// explains.
  private func wrongTotal(_ parts: Int) -> SmallDocument {
    var generator = RepeatableGenerator(seed: 2)
    var document = SmallDocument()
    let names = (1...parts).map { "P\($0)" }
    var sum = 0
    for name in names {
      let level = Int.random(in: 100...999, using: &generator)
      sum += level
      document.level("\(level).0", .exports, subject: name)
    }
    document.level("\(sum + parts).0", .exports, subject: "World")
    document.identities.append(
      .sum(
        id: "sum", "the world is the sum of its parts",
        SmallDocument.quantity(.exports, subject: "World"),
        of: names.map { SmallDocument.quantity(.exports, subject: $0) }))
    return document
  }

  @Test("what a wrong total and its parts allow each other") func allowed() throws {
    let document = wrongTotal(12)
    #expect(document.check().ranges.isEmpty, "nobody asked")
    let result = document.check(CheckOptions(rounding: .halfUp, wantsRanges: true))
    #expect(result.verdict == .inconsistent)
    // A part can be the total less the others: 13 figures within half a tenth, open at one end.
    let levels = document.figures.map { rational($0.text) }
    let sum = levels.dropLast().reduce(Rational.zero, +)
    let half = Rational(12, 20)
    for (place, figure) in document.figures.enumerated() {
      let middle = place == 12 ? sum : levels[12] - (sum - levels[place])
      let range = try #require(result.ranges[figure.id])
      #expect(range.lower?.value == middle - half && range.upper?.value == middle + half)
    }
  }

  @Test("bounds of a sum of two thousand parts are what the others leave over") func longRow()
    throws
  {
    // Each part lies in 0 to 1, the whole in 1500 to 1600: no part is bounded further, and
    // without a bound of its own the first lies in 1500 - 1999 to 1600.
    let count = 2_000
    func row(_ indices: [Int], _ factor: Rational, _ bound: Rational, _ figure: Int)
      -> LinearConstraint
    {
      LinearConstraint(
        indices: indices, factors: indices.map { _ in factor }, relation: .atLeast, bound: bound,
        source: .figure(figure), part: .lowerEnd)
    }
    var rows = (1..<count).flatMap { [row([$0], 1, 0, $0), row([$0], -1, -1, $0)] }
    rows += [row(Array(0..<count), 1, 1500, count), row(Array(0..<count), -1, -1600, count)]
    let propagation = BoundPropagation(LinearSystem(count: count, rows: rows))
    #expect(propagation.clash == nil)
    #expect(propagation.range(0) == ExactInterval(-499, 1600))
    #expect(propagation.range(7) == ExactInterval(0, 1))
    // The lower bound of the first stands on the whole and on the upper bound of each other part.
    let chain = propagation.chain(to: [try #require(propagation.low[0])])
    #expect(chain.count == count)
    #expect(chain.dropLast().allSatisfy { !propagation.steps[$0].isLower })
  }

  @Test(
    "a wrong total of two thousand parts does not take for ever",
    .enabled(
      if: ProcessInfo.processInfo.environment["TRADEWIND_SLOW_TESTS"] == "1",
      "TRADEWIND_SLOW_TESTS is not 1"), .timeLimit(.minutes(2)))
  func manyParts() {
    let result = wrongTotal(2_000).check()
    #expect(result.verdict == .inconsistent)
    #expect(result.claims.contains { $0.verdict == .inconsistent })
    #expect(!result.repairs.isEmpty)
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
