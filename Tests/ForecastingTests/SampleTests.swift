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

  @Test("a series that is mostly gaps is refused with what there is") func mostlyGaps() {
    // As news tables quote a partner: 17 months in a row, then seven single ones in twelve years.
    let quoted: Set<Int> = [87, 132, 134, 141, 143, 149, 155]
    let values = (0..<156).map { $0 < 17 || quoted.contains($0) ? 20 + Double($0) / 8 : nil }
    let error = #expect(throws: ForecastError.self) {
      try ForecastSample(Series("exports", from: .month(2008, 6), values: values))
    }
    #expect(
      error?.description
        == "24 of 156 periods have a value, and from 2021-05 on, where gaps are short, there is 1, "
        + "expected at least 4 with at most half a year in a row and a fifth of all missing")
  }

  @Test("before a gap of more than half a year values are left out, and a note says so")
  func longGap() throws {
    let values = (0..<60).map { (20..<27).contains($0) ? nil : Double(10 + $0 % 12) }
    let series = Series("x", from: .month(2010, 1), values: values)
    let sample = try ForecastSample(series)
    #expect(sample.first == .month(2012, 4))
    #expect(sample.count == 33)
    #expect(sample.leftOutCount == 20)
    let forecast = try ForecastMethod.seasonalNaive.forecast(series, horizon: 1)
    #expect(
      forecast.notes == [
        "used from 2012-04 on only: more than 6 months in a row, or a fifth of all, are missing "
          + "after the 20 values before it"
      ])
    // One month fewer can be filled.
    let bridged = (0..<60).map { (20..<26).contains($0) ? nil : Double(10 + $0 % 12) }
    let whole = try ForecastSample(Series("x", from: .month(2010, 1), values: bridged))
    #expect(whole.count == 60)
    #expect(whole.treatments.count == 6)
  }

  @Test("more than a fifth of single gaps is cut to where it is less") func manyGaps() throws {
    let values = (0..<60).map { $0 < 30 && $0 % 2 == 1 ? nil : Double($0) }
    let sample = try ForecastSample(Series("x", from: .month(2010, 1), values: values))
    // From the 19th month on 6 of 42 are missing, from the 15th 8 of 46, from the 11th 10 of 50.
    #expect(sample.first == .month(2010, 11))
    #expect(sample.treatments.count == 10)
  }

  @Test("an earlier origin does not know how a gap was filled later") func prefix() throws {
    let values: [Double?] = (0..<24).map {
      $0 == 9 ? nil : [10.0, 20, 15, 30][$0 % 4] + Double($0)
    }
    var later = values
    later[22] = 500
    let one = try ForecastSample(Series("x", from: .quarter(2001, 1), values: values))
    let other = try ForecastSample(Series("x", from: .quarter(2001, 1), values: later))
    #expect(one.values[9] != other.values[9])
    #expect(one.prefix(16) == other.prefix(16))
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
