import Forecasting
import Testing
import TimeSeries

@Suite("Samples of incomplete series") struct SampleTests {
  @Test("a combined January-February is split by the proportions of the year before")
  func combined() throws {
    var observations: [(Period, Observation)] = (1...12).map {
      (.month(2008, $0), Observation(Double($0 == 1 ? 30 : $0 == 2 ? 10 : 20)))
    }
    observations.append((Period(from: Month(year: 2009, month: 1), count: 2), Observation(80)))
    observations.append((.month(2009, 3), Observation(25)))
    let sample = try ForecastSample(Series("exports", observations))
    #expect(Array(sample.values.suffix(3)) == [60, 20, 25])
    #expect(sample.treatments.map(\.index) == [12, 13])
    #expect(sample.treatments.allSatisfy { $0.kind == .split })
  }

  @Test("without another year, it is split by days") func byDays() throws {
    let sample = try ForecastSample(
      Series(
        "exports",
        [
          (Period(from: Month(year: 2009, month: 1), count: 2), Observation(59)),
          (.month(2009, 3), Observation(25)), (.month(2009, 4), Observation(26)),
        ]))
    #expect(areNear(sample.values, [31, 28, 25, 26], 1e-12))
  }

  @Test("a gap is filled between its neighbours and with the season") func gap() throws {
    let values: [Double?] = (0..<24).map { $0 == 9 ? nil : [10.0, 20, 15, 30][$0 % 4] }
    let sample = try ForecastSample(Series("x", from: .quarter(2001, 1), values: values))
    #expect(isNear(sample.values[9], 20, 3))
    #expect(sample.treatments.map(\.index) == [9])
    let forecast = try ForecastMethod.automatic.fit(sample).forecast(horizon: 4)
    #expect(forecast.notes.contains { $0.contains("1 of 24 values interpolated") })
  }

  @Test("what is missing at the ends is left off") func ends() throws {
    let sample = try ForecastSample(
      Series("x", from: .year(2001), values: [nil, 3, 4, nil, 6, nil]))
    #expect(sample.first == .year(2002))
    #expect(sample.origin == .year(2005))
    #expect(sample.values == [3, 4, 5, 6])
  }

  @Test("flows stay above zero, a balance need not") func bound() throws {
    let values = (0..<12).map { 24 - 2 * Double($0) }
    let series = Series("x", from: .year(2001), values: values)
    let flow = try ForecastMethod.drift.forecast(series, horizon: 3)
    #expect(flow.values == [0, 0, 0])
    #expect(flow.points.allSatisfy { $0.intervals.allSatisfy { $0.lower >= 0 } })
    let balance = try ForecastMethod.drift.forecast(
      series, horizon: 3, options: ForecastOptions(lowerBound: .none))
    #expect(areNear(balance.values, [0, -2, -4], 1e-9))
  }
}
