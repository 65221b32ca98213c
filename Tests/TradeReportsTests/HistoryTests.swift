import Diagnostics
import Indicators
import Reporting
import TestSupport
import Testing
import TimeSeries
import TradeImport
import TradeModel

@testable import TradeReports

@Suite("Coverage, standings and streaks")
struct HistoryTests {
  private func year(_ year: Int, _ months: ClosedRange<Int>, _ exports: String) -> [String] {
    months.map { "\(year)-\($0 < 10 ? "0" : "")\($0) USA \(exports) 5.0" }
  }

  @Test("The longest run that all series hold; of equal ones the first") func coverage() throws {
    let lines = ["2009-01", "2009-03", "2009-04", "2009-06", "2009-07"]
      .map { "\($0) USA 5.0 5.0" }
    let report = try SmallTrade.report(SmallTrade.dataset(lines), "2009-H1")
    #expect(report.figures.period.description == "2009-03/2009-04")
    #expect(report.diagnostics.map(\.id) == ["report.incomplete"])
  }

  @Test("Quarterly data of a year that is not over") func quarters() throws {
    let lines = (1...3).map { "2009-Q\($0) USA 5.0 5.0" }
    let report = try SmallTrade.report(SmallTrade.dataset(lines), "2009")
    #expect(report.figures.period.description == "2009-01/2009-09")
    #expect(
      report.tested.subtitle?.plainText == "US dollars; 9 of the 12 months of 2009 are published")
  }

  @Test("A period that is not there names what is") func absence() throws {
    let data = SmallTrade.dataset(year(2008, 1...3, "5.0") + ["2009-01 USA 5.0 -"])
    do {
      _ = try SmallTrade.report(data, "2009-Q1")
      Issue.record("a report was made")
    } catch {
      #expect(
        "\(error)".contains("period 2009-Q1 is not in the data for all of the selected series"))
      #expect("\(error)".contains("they hold 2008-01 to 2008-03"))
    }
  }

  private func standing(_ values: [String]) throws -> Standing? {
    let lines = values.enumerated().map { "\(2001 + $0.offset) USA \($0.element) 5.0" }
    let report = try SmallTrade.report(SmallTrade.dataset(lines), "\(2000 + values.count)")
    return report.figures.standing(of: report.figures.total.scope.combination(.exports))
  }

  @Test("Highest and lowest, where the digits tell") func standings() throws {
    #expect(
      try standing(["5.0", "6.0", "7.0", "8.0"]) == .extreme(of: 4, from: .year(2001), isHigh: true)
    )
    #expect(
      try standing(["8.0", "7.0", "6.0", "5.0"])
        == .extreme(of: 4, from: .year(2001), isHigh: false)
    )
    #expect(
      try standing(["9.0", "5.0", "6.0", "7.0", "8.0"]) == .since(.year(2001), isHigh: true))
    // Printed alike, or within the rounding of both (7.9 ± 0.05 and 8.0 ± 0.05): nothing is said.
    #expect(try standing(["8.0", "5.0", "6.0", "7.0", "8.0"]) == nil)
    #expect(try standing(["8.1", "5.0", "6.0", "7.0", "8.0"]) == nil)
    #expect(try standing(["5.0", "6.0", "7.0"]) == nil)  // too few to speak of a record
    #expect(try standing(["9.0", "8.0", "7.5", "7.8"]) == nil)
  }

  @Test("Their sentences") func standingWords() throws {
    let lines = [(2001, "9.0"), (2002, "5.0"), (2003, "6.0"), (2004, "7.0"), (2005, "8.0")]
      .map { "\($0.0) USA \($0.1) \($0.1)" }
    let report = try SmallTrade.report(SmallTrade.dataset(lines), "2005")
    #expect(
      report.items(under: "Records and streaks").contains(
        "Exports to the United States were the highest since 2001."))
    let record = try SmallTrade.report(SmallTrade.dataset(Array(lines.dropFirst())), "2005")
    #expect(
      record.items(under: "Records and streaks").contains(
        """
        Exports to the United States were the highest of the four years in an unbroken row that \
        can be compared, from 2002 on.
        """))
  }

  @Test("A streak ends at a turn, at open digits, or where the data begin") func streaks() throws {
    // 2008: 10.0 in every month. 2009: the months given.
    func streak(_ months: [String]) throws -> QuarterlyReport {
      let lines =
        year(2008, 1...12, "10.0")
        + months.enumerated().map { "2009-0\($0.offset + 1) USA \($0.element) 5.0" }
      return try SmallTrade.report(SmallTrade.dataset(lines), "2009-0\(months.count)")
    }
    let turn = try streak(["11.0", "9.0", "9.0"])
    #expect(
      turn.figures.streak(of: .exports)
        == Streak(last: .month(2009, 3), count: 2, isRise: false, start: .turn))
    #expect(
      turn.items(under: "Records and streaks").first
        == """
        March 2009 was the second month in a row in which exports to the United States fell on the \
        year.
        """)
    let open = try streak(["10.1", "9.0", "9.0"])  // 10.1 ± 0.05 and 10.0 ± 0.05 can be equal
    #expect(
      open.items(under: "Records and streaks").first
        == """
        March 2009 was at least the second month in a row in which exports to the United States \
        fell on the year; the printed digits leave the direction of the month before it open.
        """)
    let unknown = try streak(["9.0", "9.0"])
    #expect(
      unknown.items(under: "Records and streaks").first
        == """
        February 2009 was at least the second month in a row in which exports to the United States \
        fell on the year; no earlier month can be compared.
        """)
    #expect(try streak(["9.0", "10.0"]).figures.streak(of: .exports) == nil)
  }

  @Test("Spans that are no calendar period are compared with those of earlier years")
  func spans() throws {
    let lines = (2005...2009).flatMap { year($0, 1...12, "\($0 - 2000).0") }
    let report = try SmallTrade.report(SmallTrade.dataset(lines), "2009-01/2009-09")
    let earlier = report.figures.earlierSpans(
      of: report.figures.total.scope.combination(.exports), limit: 4)
    #expect(earlier.map { $0.period.first.year } == [2008, 2007, 2006, 2005])
    #expect(earlier.allSatisfy { $0.period.count == 9 })
  }
}
