import Testing
import TimeSeries

@Suite("Series and panel") struct SeriesAndPanelTests {
  @Test("makes a regular series with unknown values")
  func regular() {
    let exports = Series("Exports", from: .quarter(2009, 1), values: [80, nil, 88])
    #expect(exports.values == [80, nil, 88])
    #expect(exports[.quarter(2009, 2)] == Observation(missing: .unknown))
    #expect(exports[.quarter(2009, 4)] == Observation(missing: .notYetPublished))
    #expect(exports.kind == .flow)
    #expect(exports.named("X").name == "X")
    #expect(exports.axis.count == 3)
    #expect(Series("none", from: .year(2009), values: []).observations.isEmpty)
  }

  @Test("keeps the later of two observations of a period")
  func duplicates() {
    let series = Series(
      "x", [(.year(2009), Observation(1)), (.year(2009), Observation(2, .provisional))])
    #expect(series.observations == [Observation(2, .provisional)])
  }

  @Test("finds columns of a panel by key")
  func panel() {
    let axis = PeriodAxis(from: .year(2009), count: 2)
    let block = PeriodBlock(axis: axis, columns: 3, kind: .flow, values: [1, 2, 3, 4, 5, 6])
    let panel = Panel(keys: ["FRA", "DEU", "ITA"], block)
    #expect(panel.column(of: "DEU") == 1)
    #expect(panel.column(of: "ESP") == nil)
    #expect(panel.series("ITA", named: "Italy")?.values == [5, 6])
    #expect(panel.series("ESP", named: "Spain") == nil)
    let chosen = panel.filter { $0 != "DEU" }
    #expect(chosen.keys == ["FRA", "ITA"])
    #expect(chosen.block.values == [1, 2, 5, 6])
    #expect(panel == panel.with(block))
    #expect(panel != chosen)
  }

  @Test("explains errors in whole sentences")
  func messages() {
    #expect(
      SeriesError.rateNotAggregable.description
        == "a rate cannot be aggregated, expected levels to compute it anew from")
    #expect(
      SeriesError.kindMismatch(operation: "a sum", expected: .flow, found: .index).description
        == "a sum of an index, expected a flow")
    #expect(
      SeriesError.columnMismatch(operation: "a calculation", 2, 3).description
        == "a calculation of 2 and 3 series, expected as many on both sides")
    #expect(
      SeriesError.notYearToDate(.month(2009, 2)).description
        == "period 2009-02 is not a year-to-date period, expected at most 12 months from the month "
        + "in which the sums start anew")
    #expect(
      SeriesError.notAdditive(.index).description
        == "the values of an index do not add up across series, expected flows or stocks")
  }

  @Test("refuses columns that do not match names") func preconditions() async {
    await #expect(processExitsWith: .failure) {
      let axis = PeriodAxis(from: .year(2009), count: 1)
      _ = Series("x", PeriodBlock(axis: axis, columns: 2, kind: .flow))
    }
    await #expect(processExitsWith: .failure) {
      let axis = PeriodAxis(from: .year(2009), count: 1)
      _ = Panel(keys: ["a", "a"], PeriodBlock(axis: axis, columns: 2, kind: .flow))
    }
    await #expect(processExitsWith: .failure) {
      let axis = PeriodAxis(from: .year(2009), count: 1)
      _ = Panel(keys: ["a"], PeriodBlock(axis: axis, columns: 2, kind: .flow))
    }
    await #expect(processExitsWith: .failure) {
      let axis = PeriodAxis(from: .year(2009), count: 1)
      let panel = Panel(keys: ["a"], PeriodBlock(axis: axis, columns: 1, kind: .flow))
      _ = panel.with(PeriodBlock(axis: axis, columns: 2, kind: .flow))
    }
  }
}
