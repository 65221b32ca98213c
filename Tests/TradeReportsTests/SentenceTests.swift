import Diagnostics
import Indicators
import Reporting
import TestSupport
import Testing
import TimeSeries
import TradeImport
import TradeModel

@testable import TradeReports

/// Full sentences for every edge; the expected texts are written by hand from the figures.
@Suite("Sentences at their edges")
struct SentenceTests {
  private func points(_ before: String, _ now: String, unit: String = "USD") throws -> [String] {
    let data = SmallTrade.dataset(["2008 USA \(before)", "2009 USA \(now)"], unit: unit)
    return try SmallTrade.report(data, "2009").mainPoints
  }

  @Test(
    "Exports",
    arguments: [
      ("10.0", "12.0", "rose by 20.0% on the year, to US$12.0 billion."),
      ("10.0", "8.0", "fell by 20.0% on the year, to US$8.0 billion."),
      ("10.0", "10.0", "were US$10.0 billion, unchanged on the year."),
      // 300.1 after 300.0 is 0.03 %
      ("300.0", "300.1", "were US$300.1 billion, virtually unchanged on the year."),
      // 10.1 ± 0.05 after 10.0 ± 0.05
      (
        "10.0", "10.1",
        """
        were US$10.1 billion, compared with US$10.0 billion a year earlier; the printed digits do \
        not show whether they rose or fell.
        """
      ),
      ("-", "10.0", "were US$10.0 billion."),
      (
        "0.0", "2.0", "were US$2.0 billion, compared with less than US$0.05 billion a year earlier."
      ),
      (
        "0.0", "0.0",
        """
        were less than US$0.05 billion, compared with less than US$0.05 billion a year earlier.
        """
      ),
      ("2.0", "0.0", "fell from US$2.0 billion a year earlier to less than US$0.05 billion."),
      // 2.0 after 0.1: twenty times
      ("0.1", "2.0", "rose from US$0.1 billion a year earlier to US$2.0 billion."),
    ])
  func exports(before: String, now: String, expected: String) throws {
    #expect(
      try points("\(before) 5.0", "\(now) 5.0")[0] == "Exports to the United States " + expected)
  }

  @Test("A printed change stands in where the levels of last year are missing") func printed()
    throws
  {
    let data = SmallTrade.dataset(["2009 USA 10.0 5.0", "2009 USA +4.2% -"])
    let report = try SmallTrade.report(data, "2009")
    #expect(
      report.items(under: "Exports")[0]
        == """
        In 2009, China's exports to the United States were US$10.0 billion, an increase of 4.2% on \
        the year as the source prints it; the level of 2008 is not in the data.
        """)
    #expect(
      report.mainPoints.last
        == "No change of imports on the year can be given: the data hold no figures of 2008.")
  }

  @Test("A printed change that the levels do not allow is noted, not used") func refused() throws {
    let data = SmallTrade.dataset([
      "2008-01 USA 8.0 5.0", "2009-01 USA 10.0 5.0", "2009-01 USA 4.2% -",
    ])
    let report = try SmallTrade.report(data, "2009-01")
    #expect(
      report.mainPoints[0]
        == "Exports to the United States rose by 25.0% on the year, to US$10.0 billion."
    )
    // 9.95/8.05 = 1.236, 10.05/7.95 = 1.264
    #expect(
      report.items(under: "Notes")[0]
        == """
        Contradiction: The change of exports to the United States printed for January 2009, +4.2%, \
        is not used: the levels give +23.6% to +26.4%.
        """)
  }

  @Test(
    "The balance",
    arguments: [
      (
        "10.0 5.0", "12.0 5.0",
        """
        As a result, China recorded a surplus of US$7.0 billion with the United States, \
        compared with a surplus of US$5.0 billion in 2008; it widened by US$2.0 billion.
        """
      ),
      (
        "5.0 10.0", "5.0 8.0",
        """
        As a result, China recorded a deficit of US$3.0 billion with the United States, \
        compared with a deficit of US$5.0 billion in 2008; it narrowed by US$2.0 billion.
        """
      ),
      (
        "10.0 5.0", "5.0 8.0",
        """
        As a result, China recorded a deficit of US$3.0 billion with the United States, \
        compared with a surplus of US$5.0 billion in 2008.
        """
      ),
      (
        "10.0 5.0", "11.0 6.0",
        """
        As a result, China recorded a surplus of US$5.0 billion with the United States, the \
        same as in 2008.
        """
      ),
      (
        "10.0 5.0", "6.0 6.0",
        """
        As a result, China's trade with the United States was in balance at the digits printed, \
        compared with a surplus of US$5.0 billion in 2008.
        """
      ),
      (
        "6.0 6.0", "10.0 5.0",
        """
        As a result, China recorded a surplus of US$5.0 billion with the United States, \
        compared with a balance of zero at the digits printed in 2008.
        """
      ),
      // 5.1 - 5.0 can be from 0.0 to 0.2
      (
        "- -", "5.1 5.0",
        """
        As a result, China recorded a surplus of US$0.1 billion (the digits also allow a \
        deficit) with the United States.
        """
      ),
      // 5.1 ± 0.1 after 5.0 ± 0.1
      (
        "10.0 5.0", "10.1 5.0",
        """
        As a result, China recorded a surplus of US$5.1 billion with the United States, \
        compared with a surplus of US$5.0 billion in 2008; the printed digits do not show \
        whether it widened or narrowed.
        """
      ),
    ])
  func balance(before: String, now: String, expected: String) throws {
    #expect(try points(before, now)[2] == expected)
  }

  @Test("Nothing imported: no cover ratio") func noImports() throws {
    let report = try SmallTrade.report(
      SmallTrade.dataset(["2008 USA 10.0 0.0", "2009 USA 12.0 0.0"]), "2009")
    #expect(
      report.items(under: "Balance") == [
        "Trade with the United States left a surplus of US$12.0 billion."
      ])
    #expect(
      report.items(under: "Imports") == [
        """
        In 2009, China's imports from the United States were less than US$0.05 billion, compared \
        with less than US$0.05 billion in 2008.
        """
      ])
  }

  @Test("Partners one by one") func partners() throws {
    let data = SmallTrade.dataset([
      "2008 USA 10.0 5.0", "2009 USA 12.0 5.0", "2008 JPN 20.0 5.0", "2009 JPN 20.1 5.0",
      "2008 BEL 3.0 5.0", "2009 BEL 0.0 5.0",
    ])
    let report = try SmallTrade.report(data, "2009")
    #expect(
      report.items(under: "Exports")
        == [
          """
          In 2009, China's exports to the United States, Japan and Belgium were US$32.1 billion, a \
          decrease of 2.7% compared with 2008 (US$33.0 billion).
          """,
          """
          Exports to Belgium fell from US$3.0 billion to less than US$0.05 billion, those to the \
          United States rose by 20.0% to US$12.0 billion and those to Japan were US$20.1 billion \
          (US$20.0 billion a year earlier).
          """,
          """
          The largest change in money was that of exports to Belgium: US$3.0 billion less than a \
          year earlier.
          """,
        ])
    // 2.0, 0.1 and -3.0 of 33.0: +6.06, +0.30, -9.09; printed they add to -2.7
    #expect(
      report.mainPoints[3]
        == """
        To the change of exports, -2.7%, Belgium contributed -9.1 percentage points, the United \
        States +6.1 and Japan +0.3.
        """)
  }

  @Test("Contributions that do not add when printed say so") func contributionGap() throws {
    // Each rises by 0.1 of 33.3 = 0.3003; together 0.9009, printed +0.3 three times and +0.9.
    let adds = SmallTrade.dataset(
      ["USA", "JPN", "BEL"].flatMap { ["2008 \($0) 11.1 5.0", "2009 \($0) 11.2 5.0"] })
    #expect(try SmallTrade.report(adds, "2009").mainPoints[3].hasSuffix("+0.3."))
    // 0.1 of 22.5 = 0.444; together 1.333, printed +0.4 three times and +1.3.
    let misses = SmallTrade.dataset(
      ["USA", "JPN", "BEL"].flatMap { ["2008 \($0) 7.5 5.0", "2009 \($0) 7.6 5.0"] })
    #expect(
      try SmallTrade.report(misses, "2009").mainPoints[3]
        == """
        To the change of exports, +1.3%, the United States contributed +0.4 percentage points, \
        Japan +0.4 and Belgium +0.4; because of rounding the contributions do not add to the change.
        """)
  }

  @Test("Year to date, and the whole year at its end") func yearToDate() throws {
    let lines = [2008, 2009].flatMap { year in
      (1...4).map { "\(year)-Q\($0) USA \(year == 2008 ? "10.0" : "11.0") 5.0" }
    }
    let report = try SmallTrade.report(SmallTrade.dataset(lines), "2009-Q3")
    #expect(
      report.items(under: "Year to date") == [
        """
        From January to September 2009, exports to the United States were US$33.0 billion, up by \
        10.0% on the year, and imports from the United States were US$15.0 billion, unchanged on \
        the year. That left a surplus of US$18.0 billion.
        """
      ])
    let last = try SmallTrade.report(SmallTrade.dataset(lines), "2009-Q4")
    #expect(last.items(under: "The whole year").first?.hasPrefix("In 2009, exports") == true)
  }

  @Test("Adjusted for the season: the period before is compared too") func seasonal() throws {
    let lines = ["2008-Q3 USA 10.0 5.0", "2009-Q2 USA 10.0 5.0", "2009-Q3 USA 11.0 5.0"]
    let data = SmallTrade.dataset(lines, manifest: "\"adjustment\": \"SA\"")
    let report = try SmallTrade.report(data, "2009-Q3")
    #expect(
      report.items(under: "Exports")[0].hasSuffix(
        "Compared with the second quarter of 2009 they rose by 10.0%, adjusted for the season."))
    #expect(
      report.items(under: "Imports")[0].hasSuffix(
        "Compared with the second quarter of 2009 they were unchanged, adjusted for the season."))
    let plain = try SmallTrade.report(SmallTrade.dataset(lines), "2009-Q3")
    #expect(plain.sentences.allSatisfy { !$0.contains("season") })
  }

  @Test("Partners that overlap are warned about") func overlap() throws {
    let data = SmallTrade.dataset(["2009 EU 10.0 5.0", "2009 BEL 1.0 1.0"])
    #expect(
      try SmallTrade.report(data, "2009").diagnostics.map(\.message) == [
        "BEL is a member of EU, so that sums of both count its trade twice"
      ])
  }
}
