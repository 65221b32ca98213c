import Diagnostics
import Indicators
import Reporting
import TestSupport
import Testing
import TimeSeries
import TradeImport
import TradeModel

@testable import TradeReports

/// Expected values: sums of the months in the tables of Reuters (`Datasets/china-partners`), and
/// interval arithmetic, both by hand.
@Suite("China with three partners")
struct ChinaReportTests {
  let report: QuarterlyReport
  var figures: TradeFigures { report.figures }

  init() throws {
    report = try SmallTrade.report(
      SmallTrade.repository("china-partners"), "2009-Q3", ["EU", "USA", "JPN"])
  }

  private func partner(_ code: String) throws -> PartnerFigures {
    try #require(figures.each.first { $0.scope.single == code })
  }

  /// Levels in billions, growth and its range in percent.
  ///
  /// For EU exports: 20.7 + 20.6 + 22.6 and
  /// 28.0 + 28.1 + 27.4; 63.75/83.65 - 1 = -23.79 %, 64.05/83.35 - 1 = -23.16 %.
  @Test(
    "Levels, growth and what the digits allow",
    arguments: [
      ("EU", Flow.exports, 63.9, 83.5, -23.47, -23.79, -23.16),
      ("USA", .exports, 60.3, 72.4, -16.71, -17.09, -16.33),
      ("JPN", .exports, 25.7, 30.7, -16.29, -17.18, -15.39),
      ("EU", .imports, 36.0, 36.9, -2.44, -3.24, -1.63),
      ("USA", .imports, 19.5, 20.8, -6.25, -7.64, -4.84),
      ("JPN", .imports, 36.8, 42.4, -13.21, -13.87, -12.54),
    ])
  func growth(
    code: String, flow: Flow, level: Double, base: Double, rate: Double, lower: Double,
    upper: Double
  ) throws {
    let comparison = try partner(code).comparison(of: flow)
    #expect(abs(try #require(comparison.level.value) / 1e9 - level) < 1e-6)
    #expect(abs(try #require(comparison.base.value) / 1e9 - base) < 1e-6)
    #expect(abs(try #require(comparison.rate.value) - rate) < 0.005)
    let bounds = try #require(comparison.rate.bounds)
    #expect(abs(bounds.lower - lower) < 0.006)
    #expect(abs(bounds.upper - upper) < 0.006)
    #expect(comparison.isMixed)  // 2009 is of 2009-11, 2008 of earlier tables
  }

  @Test("Balances are exports less imports; the printed one of Japan in July is noted")
  func balances() throws {
    for (code, balance) in [("EU", 27.9), ("USA", 40.8), ("JPN", -11.1)] {
      let level = try partner(code).balance.level.value
      #expect(abs(try #require(level) / 1e9 - balance) < 1e-6)
    }
    #expect(
      report.row("Japan") == ["25.7", "-16.3", "17.1", "36.8", "-13.2", "39.9", "-11.1", "+0.6"])
    // The source prints -2.8 beside 8.2 and 12.0.
    #expect(
      report.items(under: "Notes").first
        == """
        Contradiction: The balance with Japan printed for July 2009, -2.8, is not used: exports of \
        8.2 less imports of 12.0 give -3.8 (US$ bn).
        """)
  }

  @Test("The total, and contributions that add to its growth") func total() throws {
    let total = figures.total
    #expect(abs(try #require(total.exports.level.value) / 1e9 - 149.9) < 1e-6)
    #expect(abs(try #require(total.exports.base.value) / 1e9 - 186.6) < 1e-6)
    for flow in [Flow.exports, .imports] {
      let contributions = try #require(figures.contributions(to: flow))
      let sum = contributions.parts.compactMap(\.points.value).reduce(0, +)
      let growth = try #require(total.comparison(of: flow).rate.value)
      #expect(abs(sum - growth) < 1e-9)
      #expect(abs(try #require(contributions.growth.value) - growth) < 1e-9)
    }
  }

  @Test("The main points") func mainPoints() {
    #expect(
      report.mainPoints == [
        "Exports to the three partners fell by 19.7% on the year, to US$149.9 billion.",
        "Imports from the three partners fell by 7.8% on the year, to US$92.3 billion.",
        """
        As a result, China recorded a surplus of US$57.6 billion with the three partners, compared \
        with a surplus of US$86.5 billion in the third quarter of 2008; it narrowed by \
        US$28.9 billion.
        """,
        """
        To the change of exports, -19.7%, the European Union contributed -10.5 percentage points, \
        the United States -6.5 and Japan -2.7.
        """,
        """
        To the change of imports, -7.8%, Japan contributed -5.6 percentage points, the United \
        States -1.3 and the European Union -0.9.
        """,
      ])
  }

  /// Japan: -11.1 ± 0.3 after -11.7 ± 0.3, so the change of 0.6 can be zero.
  @Test("A change of the balance within the rounding is left open") func openChange() {
    #expect(
      report.items(under: "Balance").last
        == """
        Japan: a deficit of US$11.1 billion, compared with a deficit of US$11.7 billion a year \
        earlier; the printed digits do not show whether it widened or narrowed
        """)
  }

  @Test("Ranges of rates, shares and contributions") func exactness() throws {
    let table = try #require(report.tables.last)
    #expect(table.columns.map(\.header.plainText) == ["Change on year", "Share", "Contribution"])
    let cells = try #require(table.rows.first).cells.map { cell in
      if case .text(let prose) = cell { prose.plainText } else { "" }
    }
    // 63.75/(63.75 + 86.3) = 42.49 %, 64.05/(64.05 + 85.7) = 42.77 %;
    // (63.75 - 83.65)/(83.65 + 102.8) = -10.67, (64.05 - 83.35)/(83.35 + 103.4) = -10.33
    #expect(cells == ["-23.8 to -23.2", "42.5 to 42.8", "-10.7 to -10.3"])
    #expect(
      report.items(under: "How exact the rates are").first?.hasPrefix(
        """
        The levels behind this report are printed to US$0.1 billion. The exports or imports of one \
        partner can be off by US$0.15 billion, the sum of the three partners by US$0.45 billion \
        and the balance by US$0.90 billion.
        """) == true)
  }

  @Test("Only visible gaps are named: 42.6 + 40.2 + 17.1 = 99.9") func gaps() {
    #expect(
      report.tables[0].notes.last?.plainText
        == """
        The parts do not add to the row Together because of rounding: share of exports.
        """)
  }

  /// Each figure is one value in one style, wherever it stands.
  @Test("The same change is given in the headline and in the tables") func sameDigits() throws {
    let month = try SmallTrade.report(SmallTrade.repository("china-partners"), "2009-07", ["USA"])
    // The levels give -13.98 (20.3 / 23.6); the source prints -13.9, which they allow.
    #expect(
      month.mainPoints.first
        == "Exports to the United States fell by 13.9% on the year, to US$20.3 billion.")
    #expect(month.row("United States")[1] == "-13.9")
    let last = try #require(month.tables[1].rows.last)
    #expect(last.cells[1].quantity?.text == "-13.9")
  }

  @Test("Two months are missing in the fourth quarter") func incomplete() throws {
    let report = try SmallTrade.report(
      SmallTrade.repository("china-partners"), "2009-Q4", ["EU", "USA", "JPN"])
    #expect(report.figures.period == .month(2009, 10))
    #expect(
      report.diagnostics.map(\.message) == ["period 2009-Q4 is published for 1 of 3 months only"])
    let document = report.tested
    #expect(
      document.subtitle?.plainText
        == "US dollars; 1 of the 3 months of the fourth quarter of 2009 is published")
    // 22.3 + 21.3 + 8.9 after 26.2 + 23.6 + 10.3: 52.5 / 60.1 - 1 = -12.6 %
    #expect(
      report.mainPoints.first
        == "Exports to the three partners fell by 12.6% on the year, to US$52.5 billion.")
  }

  @Test("Where the data begin too late they say so") func missingBase() throws {
    let half = try SmallTrade.report(SmallTrade.repository("china-partners"), "2009-H1", ["USA"])
    #expect(
      half.mainPoints.last
        == """
        No change on the year can be given: the data begin with June 2008 and do not hold the \
        start of 2008.
        """)
    let early = try SmallTrade.report(SmallTrade.repository("china-partners"), "2008-Q3", ["USA"])
    #expect(
      early.mainPoints.last
        == """
        No change on the year can be given: the data hold no figures of the third quarter of 2007.
        """)
  }
}
