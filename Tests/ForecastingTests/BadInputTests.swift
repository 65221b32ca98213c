import Forecasting
import Testing
import TimeSeries

@Suite("Bad input") struct BadInputTests {
  /// A series of so many values by a rule, which gives no value for a gap.
  private static func made(_ count: Int, _ rule: (Int) -> Double?) -> [Double?] {
    (0..<count).map(rule)
  }

  private static let inputs: [(name: String, frequency: Frequency, values: [Double?])] = {
    var list: [(name: String, frequency: Frequency, values: [Double?])] = []
    list.append(("constant", .monthly, made(40) { _ in 7 }))
    list.append(("zeros", .monthly, made(40) { _ in 0 }))
    list.append(("one value", .monthly, [5]))
    list.append(("two values", .quarterly, [5, 6]))
    list.append(("three values", .yearly, [5, 6, 9]))
    list.append(("all missing", .monthly, [nil, nil, nil]))
    list.append(("sign change", .quarterly, made(24) { Double($0) - 11.5 }))
    list.append(
      ("1e15", .monthly, made(40) { 1e15 + 1e13 * Double($0 % 12) + 3e12 * Double($0) }))
    list.append(("1e-9", .monthly, made(40) { 1e-9 * Double(3 + $0 % 12) }))
    list.append(("mostly zero", .monthly, made(40) { $0 % 7 == 0 ? 12 : 0 }))
    list.append(("one jump", .quarterly, made(30) { $0 < 29 ? 1 : 1000 }))
    list.append(("with gaps", .monthly, made(40) { $0 % 5 == 2 ? nil : Double(50 + $0 % 12) }))
    list.append(("one year and a bit", .monthly, made(14) { Double(10 + $0) }))
    list.append(("a year and a half", .monthly, made(18) { Double(10 + $0 % 12) }))
    list.append(("exact seasons", .quarterly, made(16) { [10.0, 20, 15, 30][$0 % 4] }))
    list.append(("a line", .yearly, made(10) { Double(3 * $0 + 1) }))
    list.append(("doubling", .yearly, made(30) { Double(1 << $0) }))
    return list
  }()

  private static func first(_ frequency: Frequency) -> Period {
    .containing(Month(year: 2001, month: 1), frequency)
  }

  @Test(
    "every method gives finite numbers in order, or a reason", arguments: inputs.indices,
    ForecastMethod.named)
  func finite(_ index: Int, _ method: ForecastMethod) {
    let (name, frequency, values) = Self.inputs[index]
    let series = Series(name, from: Self.first(frequency), values: values)
    for bound in [LowerBound.automatic, .none] {
      do throws(ForecastError) {
        let forecast = try method.forecast(
          series, horizon: 14, options: ForecastOptions(lowerBound: bound, paths: 200))
        #expect(forecast.points.count == 14)
        for point in forecast.points {
          #expect(point.value.isFinite)
          for interval in point.intervals {
            #expect(interval.lower <= interval.upper)
            #expect(interval.lower.isFinite && interval.upper.isFinite)
          }
        }
        #expect(forecast.parameters.allSatisfy { $0.value.isFinite })
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
  }

  @Test("the default has a forecast for all but empty series", arguments: inputs.indices)
  func automatic(_ index: Int) throws {
    let (name, frequency, values) = Self.inputs[index]
    let series = Series(name, from: Self.first(frequency), values: values)
    if name == "all missing" {
      #expect(throws: ForecastError.noValues) {
        try ForecastMethod.automatic.forecast(series, horizon: 3)
      }
    } else {
      let forecast = try ForecastMethod.automatic.forecast(series, horizon: 3)
      #expect(forecast.points.count == 3)
    }
  }

  @Test("a multiplicative model on a sign change names the value and an additive model")
  func signChange() {
    let series = Series(
      "balance", from: .quarter(2001, 1), values: (0..<24).map { Double($0) - 11.5 })
    let method = ForecastMethod.exponentialSmoothing(.holtWintersMultiplicative)
    #expect(
      throws: ForecastError.notPositive(
        method: "ETS(M,A,M)", period: "2001-Q1", value: -11.5, simpler: "hw-additive")
    ) { try method.forecast(series, horizon: 4) }
  }

  @Test("a horizon of zero is refused") func horizon() {
    #expect(throws: ForecastError.horizonNotPositive(0)) {
      try ForecastMethod.naive.forecast(QuarterlyExample.series, horizon: 0)
    }
  }

  @Test("periods of two frequencies are refused") func irregular() {
    let mixed = Series(
      "mixed",
      [
        (.month(2001, 1), Observation(1)), (.quarter(2001, 2), Observation(2)),
        (.year(2002), Observation(3)),
      ])
    #expect(throws: ForecastError.irregularPeriods(found: "spans of 1, 3, 12 months")) {
      try ForecastMethod.naive.forecast(mixed, horizon: 1)
    }
  }

  @Test("fewer than four values have no intervals, and a note says so") func noIntervals() throws {
    let forecast = try ForecastMethod.drift.forecast(
      Series("short", from: .year(2001), values: [1, 2, 3]), horizon: 2)
    #expect(forecast.values == [4, 5])
    #expect(forecast.points.allSatisfy { $0.intervals.isEmpty })
    #expect(forecast.notes.contains("no intervals: fewer than 4 values"))
  }

  @Test("seasons of one period a year are refused") func noSeasons() {
    let yearly = Series("yearly", from: .year(2001), values: (0..<10).map { Double($0 + 1) })
    #expect(
      throws: ForecastError.noSeasons(method: "ETS(A,A,A)", simpler: "holt")
    ) {
      try ForecastMethod.exponentialSmoothing(.holtWintersAdditive).forecast(yearly, horizon: 1)
    }
  }
}
