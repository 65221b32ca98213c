import Diagnostics
import Testing

@testable import TradeReports

@Suite("Partners of a report without a choice") struct PartnerChoiceTests {
  @Test("are those that the period is published for; the others are named") func published() throws
  {
    let report = try SmallTrade.report(
      SmallTrade.dataset([
        "2009-07 EU 20.7 12.0", "2009-07 USA 20.3 6.3", "2015-09 KOR 8.3 15.7",
      ]), "2009-07")
    #expect(report.figures.partners == ["EU", "USA"])
    #expect(
      report.diagnostics.map(\.description) == [
        """
        small: warning: no figures of 2009-07 for KOR, which is left out [report.partners]
          hint: choose partners with --partner
        """
      ])
  }

  @Test("a partner that is asked for is never left out in silence") func asked() throws {
    let dataset = SmallTrade.dataset(["2009-07 EU 20.7 12.0", "2015-09 KOR 8.3 15.7"])
    #expect(throws: (any Error).self) {
      try SmallTrade.report(dataset, "2009-07", ["EU", "KOR"])
    }
  }

  @Test("in China's table of 2009 they are the three of the time") func china() throws {
    let report = try SmallTrade.report(SmallTrade.repository("china-partners"), "2009-Q3")
    #expect(report.figures.partners == ["EU", "JPN", "USA"])
  }
}
