import Diagnostics
import Indicators
import Reporting
import TestSupport
import Testing
import TimeSeries
import TradeImport
import TradeModel

@testable import TradeReports

/// What must hold for any figures: seeded random datasets with gaps, zeros and vintages.
@Suite("Reports of random figures")
struct RandomReportTests {
  private static let periods = [
    "2009-01", "2009-Q1", "2009-Q2", "2009-H1", "2009", "2009-02/2009-05", "2008-Q4",
    "2008-11/2009-02", "2010-Q1",
  ]

  private func report(_ seed: UInt64) throws -> QuarterlyReport? {
    var random = RepeatableGenerator(seed: seed)
    let partners = Array(
      ["BEL", "JPN", "USA", "WLD"].prefix(Int.random(in: 1...4, using: &random)))
    let size = [5, 30, 400].randomElement(using: &random) ?? 30
    var lines: [String] = []
    for year in 2007...2009 {
      for month in 1...12 {
        for partner in partners {
          func printed() -> String {
            if Int.random(in: 0..<25, using: &random) == 0 { return "-" }
            let tenths = Int.random(in: 0...size, using: &random) * (partner == "WLD" ? 9 : 1)
            return "\(tenths / 10).\(tenths % 10)"
          }
          let isTwice = Int.random(in: 0..<6, using: &random) == 0
          for vintage in isTwice ? ["2010-01", "2010-02"] : ["2010-01"] {
            let zero = month < 10 ? "0" : ""
            lines.append("\(year)-\(zero)\(month) \(partner) \(printed()) \(printed()) \(vintage)")
          }
        }
      }
    }
    let period = Self.periods.randomElement(using: &random) ?? "2009"
    let data = SmallTrade.dataset(lines)
    #expect(!data.hasErrors, "seed \(seed)")
    do { return try SmallTrade.report(data, period) } catch { return nil }
  }

  @Test("Words of direction agree with the printed levels and the bounds") func directions() throws
  {
    var made = 0
    for seed in 0..<80 as Range<UInt64> {
      guard let report = try report(seed) else { continue }
      made += 1
      let points = report.mainPoints
      for (place, flow) in [Flow.exports, .imports].enumerated() {
        let comparison = report.figures.total.comparison(of: flow)
        let sentence = points[place]
        let (now, before) = (comparison.current.bounds, comparison.base.bounds)
        if sentence.contains(" rose ") && !sentence.contains("whether") {
          #expect(try #require(now).lower > #require(before).upper, "seed \(seed): \(sentence)")
        } else if sentence.contains(" fell ") && !sentence.contains("whether") {
          #expect(try #require(now).upper < #require(before).lower, "seed \(seed): \(sentence)")
        } else if let now, let before, sentence.contains("whether") {
          #expect(now.overlaps(before), "seed \(seed): \(sentence)")
        }
      }
      let balance = report.figures.total.balance
      let sentence = points[2]
      if let value = balance.level.value {
        let surplus = sentence.hasPrefix("As a result, China recorded a surplus")
        let deficit = sentence.hasPrefix("As a result, China recorded a deficit")
        let printed = report.money.amount.print(value).direction
        #expect((surplus ? 1 : deficit ? -1 : 0) == printed, "seed \(seed): \(sentence)")
      }
      if sentence.contains("; it widened") || sentence.contains("; it narrowed") {
        let (now, before) = (balance.current.value ?? 0, balance.base.value ?? 0)
        #expect(now * before > 0, "seed \(seed): \(sentence)")
        #expect(
          (now.magnitude > before.magnitude) == sentence.contains("widened"), "seed \(seed)")
      }
    }
    #expect(made > 40)  // most random datasets hold something of their period
  }

  @Test("Rows of the table add, or a note names the column that does not") func sums() throws {
    var (made, named, contributions) = (0, 0, 0)
    for seed in 300..<360 as Range<UInt64> {
      guard let report = try report(seed), report.figures.each.count > 1 else { continue }
      made += 1
      let table = report.tables[0]
      let count = report.figures.each.count
      let notes = table.notes.map(\.plainText).joined(separator: " ")
      for (column, name) in [
        (0, "value of exports"), (2, "share of exports"), (3, "value of imports"),
      ] {
        let gaps = table.roundingGaps(total: count, parts: Array(0..<count), columns: [column])
        let isNamed = notes.contains("row Together") && notes.contains(name)
        if isNamed { named += 1 }
        #expect(gaps.isEmpty != isNamed, "seed \(seed), \(name): \(notes)")
      }
      if let found = report.figures.contributions(to: .exports), let growth = found.growth.value {
        contributions += 1
        let sum = found.parts.compactMap(\.points.value).reduce(0, +)
        #expect(abs(sum - growth) < 1e-9 * max(1, abs(growth)), "seed \(seed)")
      }
    }
    #expect(made > 20 && named > 5 && contributions > 10, "\((made, named, contributions))")
  }

  @Test("The same figures give the same bytes, in both formats, with no line too wide")
  func deterministic() throws {
    var made = 0
    for seed in 600..<612 as Range<UInt64> {
      guard let one = try report(seed), let two = try report(seed) else { continue }
      made += 1
      let text = TextWriter(width: 80).write(one.tested)
      #expect(text == TextWriter(width: 80).write(two.tested))
      #expect(MarkdownWriter().write(one.tested) == MarkdownWriter().write(two.tested))
      #expect(!text.contains("nan") && !text.contains("inf "), "seed \(seed)")
    }
    #expect(made >= 6, "\(made) reports of 12")
  }
}
