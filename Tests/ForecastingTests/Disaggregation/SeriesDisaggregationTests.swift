import Forecasting
import Testing
import TimeSeries

@Suite("Series by shorter periods") struct SeriesDisaggregationTests {
  @Test("a year's quarters move as the indicator, and months add to the quarter") func quarters()
    throws
  {
    let year = Series("x", from: .year(2020), values: [100, 200])
    let path = Series("p", from: .quarter(2020, 1), values: [1, 2, 3, 4, 2, 4, 6, 8])
    let found = try year.disaggregated(to: .quarterly, following: path)
    for (a, b) in zip(found.values, [10.0, 20, 30, 40, 20, 40, 60, 80]) {
      #expect(((a ?? 0) - b).magnitude < 1e-9)
    }
    #expect(found.observations.allSatisfy { $0.status == .estimated })
    let months = try found.disaggregated(to: .monthly)
    let again = try months.aggregated(to: .quarterly)
    for (a, b) in zip(again.values, found.values) {
      #expect(((a ?? 0) - (b ?? 0)).magnitude < 1e-9)
    }
  }

  @Test("the last month of a stock's quarter is the quarter's value") func stock() throws {
    let stock = Series("s", from: .quarter(2020, 1), kind: .stock, values: [10, 20, 15])
    let found = try stock.disaggregated(to: .monthly)
    #expect(
      [2, 5, 8].allSatisfy {
        ((found.values[$0] ?? 0) - (stock.values[$0 / 3] ?? 0)).magnitude < 1e-9
      })
  }

  @Test("January and February from their sum, by the year before, the year after, or days")
  func januaryFebruary() {
    let rows: [(Period, Observation)] = [
      (Period(from: Month(year: 2019, month: 1), count: 2), Observation(59)),
      (.month(2020, 1), Observation(60)), (.month(2020, 2), Observation(40)),
      (Period(from: Month(year: 2021, month: 1), count: 2), Observation(200)),
      (.month(2021, 3), Observation(7)),
      (Period(from: Month(year: 2030, month: 1), count: 2), Observation(59)),
    ]
    let found = Series("x", rows).splittingJanuaryFebruary()
    #expect(((found[.month(2019, 1)].value ?? 0) - 35.4).magnitude < 1e-12)  // as in 2020
    #expect(found[.month(2021, 1)].value == 120)
    #expect(found[.month(2021, 2)].value == 80)
    #expect(found[.month(2021, 2)].status == [.estimated, .combined])
    #expect(((found[.month(2030, 2)].value ?? 0) - 28).magnitude < 1e-12)  // 28 of 59 days
    #expect(found[.month(2021, 3)] == Observation(7))
    #expect(found.axis.count == 9)
  }

  @Test("what does not divide is refused") func refusals() {
    let quarters = Series("x", from: .quarter(2020, 1), values: [1, 2])
    #expect(throws: DisaggregationError.frequency(from: "quarter", to: "year")) {
      try quarters.disaggregated(to: .yearly)
    }
    let rate = Series("x", from: .quarter(2020, 1), kind: .rate, values: [1, 2])
    #expect(throws: DisaggregationError.frequency(from: "a rate", to: "month")) {
      try rate.disaggregated(to: .monthly)
    }
    #expect(
      DisaggregationError.frequency(from: "quarter", to: "year").description
        == "values by quarter cannot be split by year, expected a shorter period that divides it")
  }
}
