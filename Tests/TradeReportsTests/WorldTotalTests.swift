import Diagnostics
import Indicators
import Reporting
import TestSupport
import Testing
import TimeSeries
import TradeImport
import TradeModel

@testable import TradeReports

/// Belgium 10 -> 12 and Japan 20 -> 19 in a world of 100 -> 110; worked by hand.
@Suite("The world beside the partners")
struct WorldTotalTests {
  let lines = [
    "2008 BEL 10.0 5.0", "2009 BEL 12.0 5.0", "2008 JPN 20.0 5.0", "2009 JPN 19.0 5.0",
    "2008 WLD 100.0 50.0", "2009 WLD 110.0 50.0",
  ]

  @Test("Shares of the world, a row for the rest, and the world as total") func table() throws {
    let report = try SmallTrade.report(SmallTrade.dataset(lines), "2009")
    let table = report.tables[0]
    #expect(
      table.rows.map(\.label.plainText) == [
        "Belgium", "Japan", "Together", "Other partners", "World",
      ])
    #expect(Array(report.row("Belgium").prefix(3)) == ["12.0", "+20.0", "10.9"])
    #expect(Array(report.row("Together").prefix(3)) == ["31.0", "+3.3", "28.2"])
    #expect(Array(report.row("Other partners").prefix(3)) == ["79.0", "+12.9", "71.8"])
    #expect(Array(report.row("World").prefix(3)) == ["110.0", "+10.0", "100.0"])
    #expect(table.notes.contains { $0.plainText == "Shares are shares of the world." })
  }

  @Test("Contributions of parts and rest add to the growth of the world") func contributions()
    throws
  {
    let report = try SmallTrade.report(SmallTrade.dataset(lines), "2009", ["BEL", "JPN"])
    let found = try #require(report.figures.contributions(to: .exports))
    #expect(abs(found.parts.compactMap(\.points.value).reduce(0, +) - 10) < 1e-9)
    #expect(
      report.mainPoints[3]
        == """
        To the change of exports to the world, +10.0%, all other partners contributed \
        +9.0 percentage points, Belgium +2.0 and Japan -1.0.
        """)
    // 2.0 ± 0.1 of 100.0 ± 0.05
    let belgium = try #require(found.parts.first { $0.scope.single == "BEL" }?.points.bounds)
    #expect(abs(belgium.lower - 100 * 1.9 / 100.05) < 1e-9)
    #expect(abs(belgium.upper - 100 * 2.1 / 99.95) < 1e-9)
  }

  @Test("One partner beside the world has a share") func single() throws {
    let report = try SmallTrade.report(SmallTrade.dataset(lines), "2009", ["BEL"])
    #expect(report.tables[0].rows.map(\.label.plainText) == ["Belgium", "Other partners", "World"])
    #expect(
      report.mainPoints[0] == "Exports to Belgium rose by 20.0% on the year, to US$12.0 billion.")
  }

  @Test("The world asked for with others is their whole; alone it is the partner") func asked()
    throws
  {
    let both = try SmallTrade.report(SmallTrade.dataset(lines), "2009", ["WLD", "BEL"])
    #expect(both.figures.partners == ["BEL"])
    let alone = try SmallTrade.report(SmallTrade.dataset(lines), "2009", ["WLD"])
    #expect(alone.figures.world == nil)
    #expect(
      alone.mainPoints[0] == "Exports to the world rose by 10.0% on the year, to US$110.0 billion.")
  }

  @Test("A world with one flow only is no whole") func incomplete() throws {
    let half = lines.dropLast() + ["2009 WLD 110.0 -"]
    let report = try SmallTrade.report(SmallTrade.dataset(Array(half)), "2009", ["BEL", "JPN"])
    #expect(report.figures.world == nil)
    #expect(
      report.tables[0].notes.contains {
        $0.plainText
          == "Shares are of the two partners listed; the data hold no total for the world."
      })
  }
}
