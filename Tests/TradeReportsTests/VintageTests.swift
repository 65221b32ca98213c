import Diagnostics
import Indicators
import Reporting
import TestSupport
import Testing
import TimeSeries
import TradeImport
import TradeModel

@testable import TradeReports

/// Expected values: Statistics Canada 65-001, as carried in `Datasets/canada-quarterly`.
@Suite("Changes inside one vintage")
struct VintageTests {
  @Test("Canada 2008-Q1: 118,727 / 119,112 of 2009-03, not 117,294 of 2010-09") func canada() throws
  {
    let report = try SmallTrade.report(
      SmallTrade.repository("canada-quarterly"), "2008-Q1", basis: "current")
    let exports = report.figures.total.exports
    #expect(exports.level.value == 117_294_000_000)
    #expect(exports.current.value == 118_727_000_000)
    #expect(exports.base.value == 119_112_000_000)
    #expect(exports.vintage?.description == "2009-03")
    // 118727 / 119112 - 1 = -0.323 %; across two issues it would be -1.526 %.
    #expect(abs(try #require(exports.rate.value) + 0.3232) < 0.0001)
    #expect(
      report.items(under: "Exports").first?.hasPrefix(
        """
        In the first quarter of 2008, Canada's exports to the world were C$117,294 million, in the \
        vintage of 2009-03 a decrease of 0.3% compared with the first quarter of 2007 \
        (C$119,112 million).
        """) == true)
    #expect(
      report.vintageNote(exports)?.text.plainText
        == """
        The change is computed inside the vintage of 2009-03, the newest that holds both periods; \
        its figure of the later period is C$118,727 million.
        """)
    // 118727 - 105362 = 13365 after 119112 - 105273 = 13839: 474 less
    #expect(
      report.mainPoints[2]
        == """
        As a result, Canada recorded a surplus of C$12,551 million with the world, compared with a \
        surplus of C$13,839 million in the first quarter of 2007; in the vintage of 2009-03 it \
        narrowed by C$474 million.
        """)
    #expect(
      report.items(under: "Revisions")
        == [
          """
          Of the two levels of the first quarter of 2008 and the first quarter of 2007 that were \
          published more than once, both were changed.
          """
        ])
  }

  @Test("Two vintages without a common year are flagged") func mixed() throws {
    let data = SmallTrade.dataset([
      "2008 USA 10.0 5.0 2009-01", "2009 USA 12.0 5.0 2010-01", "2007 USA 9.0 5.0 2009-01",
    ])
    let report = try SmallTrade.report(data, "2009")
    #expect(
      report.vintageNote(report.figures.total.exports)?.text.plainText
        == """
        No vintage holds both periods in full, so figures of several are compared: the later from \
        2010-01, the earlier from 2009-01.
        """)
    #expect(report.tables[0].caption?.inlines.count == 2)  // the text and the mark
    #expect(report.items(under: "Revisions").isEmpty)
  }

  @Test("Data without vintages have no such notes") func none() throws {
    let report = try SmallTrade.report(
      SmallTrade.dataset(["2008 USA 10.0 5.0", "2009 USA 12.0 5.0"]), "2009")
    #expect(report.vintageNote(report.figures.total.exports) == nil)
  }

  @Test(
    "How many were changed",
    arguments: [
      (
        "5.0", "5.0",
        "Of the two levels of 2009 and 2008 that were published more than once, none was changed."
      ),
      (
        "5.1", "5.0",
        "Of the two levels of 2009 and 2008 that were published more than once, one was changed."
      ),
      (
        "5.1", "9.0",
        "Of the two levels of 2009 and 2008 that were published more than once, both were changed."
      ),
      (
        "5.1", "-", "The only level of 2009 and 2008 that was published more than once was changed."
      ),
      (
        "5.0", "-",
        "The only level of 2009 and 2008 that was published more than once was not changed."
      ),
    ])
  func revisions(exports: String, imports: String, expected: String) throws {
    let data = SmallTrade.dataset([
      "2009 USA 5.0 5.0 2010-01", "2009 USA \(exports) \(imports) 2010-06",
    ])
    let report = try SmallTrade.report(data, "2009")
    #expect(report.items(under: "Revisions") == [expected])
  }

  @Test("An older vintage sees nothing newer") func asOf() throws {
    let data = SmallTrade.dataset([
      "2008 USA 10.0 5.0 2010-01", "2009 USA 12.0 5.0 2010-01", "2009 USA 15.0 5.0 2010-06",
    ])
    let report = try SmallTrade.report(data, "2009", vintage: "2010-01")
    #expect(
      report.mainPoints[0]
        == "Exports to the United States rose by 20.0% on the year, to US$12.0 billion.")
    #expect(report.items(under: "Revisions").isEmpty)
    #expect(report.tested.subtitle?.plainText == "US dollars; as published by 2010-01")
  }
}
