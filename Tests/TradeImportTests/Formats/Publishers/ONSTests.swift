import Diagnostics
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

@Suite("ONS: UK trade by country")
struct ONSTests {
  @Test("Ragged preamble, three kinds of periods in one row, markers, blank records")
  func table() throws {
    let result = imported(
      """
      "5. Exports: UK trade in goods exports, current prices, seasonally adjusted, [note 1]"
      This worksheet contains one table.
      "Source: Office for National Statistics - UK trade statistics"
      Country Code,Country Name,1997,1997Q1,1997Jan,1997Feb
      AT,Austria,1200,293,102,[c]
      B5,Total EU27 [note 2],"24,929",1,2,
      W1,Total,4,5,6,[x]
      ,,,,,
      Notes follow,,,,,

      """, as: ONSCountryTable())
    #expect(result.problems.isEmpty)
    let year = try result.only(.year(1997), partner: "AUT")
    #expect(
      year.key
        == SeriesKey(
          reporter: "GBR", partner: "AUT", flow: .exports, basis: Basis("current+SA"),
          unit: Unit("GBP")))
    #expect(year.observation.value == 1_200_000_000)
    #expect(try result.only(.quarter(1997, 1), partner: "AUT").observation.value == 293_000_000)
    #expect(try result.only(.month(1997, 1), partner: "WLD").observation.value == 6_000_000)
    // The kinds of missing stay apart.
    #expect(
      try result.only(.month(1997, 2), partner: "AUT").observation
        == Observation(missing: .confidential))
    #expect(
      try result.only(.month(1997, 2), partner: "EU27_2020").observation
        == Observation(missing: .unknown))
    let marked = result.notes.first { $0.id == "ons.marker" }
    #expect(marked?.message.contains("\"Total EU27\" carries [note 2]") == true)
  }

  @Test("Imports, not adjusted, and a bad cell") func imports() {
    let result = imported(
      """
      4. Monthly Imports: UK trade in goods, not seasonally adjusted
      Country Code,Country Name,1997Jan
      AT,Austria,1O2

      """, as: ONSCountryTable())
    #expect(result.problems.map(\.diagnostic.id) == ["import.number"])
    #expect(result.problems.first?.columnName == "1997Jan")
    #expect(result.problems.first?.diagnostic.location?.line == 3)
    #expect(result.problems.first?.diagnostic.location?.column == 12)
  }

  @Test("Markers are told from names") func markers() {
    #expect(ONSCountryTable.splitMarkers("Total [note 2] [r]").name == "Total")
    #expect(ONSCountryTable.splitMarkers("Total [note 2] [r]").markers == ["[note 2]", "[r]"])
    #expect(ONSCountryTable.splitMarkers("Plain").markers.isEmpty)
    #expect(ONSCountryTable.period("1997Q5") == nil)
    #expect(ONSCountryTable.period("2026Jun") == .month(2026, 6))
  }
}
