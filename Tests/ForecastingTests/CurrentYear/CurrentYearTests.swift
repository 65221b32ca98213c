import Forecasting
import Testing
import TimeSeries

@Suite("The current year from the year to date") struct CurrentYearTests {
  /// The quarterly series of the worked example of the methods, five years from 2015, and the first
  /// two quarters of 2020.
  private func sample(_ extra: [Double] = [130, 155]) throws -> ForecastSample {
    try ForecastSample(
      "exports", from: .quarter(2015, 1),
      values: [
        100, 120, 110, 140, 106, 128, 115, 150, 111, 133, 122, 158, 118, 140, 126, 167, 123, 148,
        133, 175,
      ] + extra)
  }

  @Test("the three ways by hand") func byHand() throws {
    let found = try #require(CurrentYear(method: .seasonalNaive).estimated(try sample()))
    // 2019 is 579, of which 271 to date; 2020 to date is 285; last two quarters grew by 285/271.
    #expect(found.year == 2020)
    #expect(found.yearToDate.description == "2020-H1")
    #expect(found.knownValue == 285)
    #expect(found.yearBefore == 579)
    #expect(found.figures[0].value == Double(285) * (Double(579) / 271))
    let momentum = 285.0 + 285.0 / 271 * 308
    #expect(((found.figures[1].value ?? 0) - momentum).magnitude < 1e-9)
    #expect(found.figures[2].value == 593)  // the seasonal naive model
    #expect(found.median == found.figures[0].value)
    #expect(found.range?.lowerBound == 593)
  }

  @Test("given forecasts take the place of the model's where they reach the end of the year")
  func reconciled() throws {
    let found = try #require(CurrentYear(method: .seasonalNaive).estimated(try sample()))
    let fit = try ForecastMethod.naive.fit(try sample())
    // 285 so far, and 155 for each of the two quarters that are missing.
    let whole = found.reconciled(with: try fit.forecast(horizon: 6, options: ForecastOptions()))
    #expect(whole.figures[2].value == 595)
    #expect(whole.figures[2].meanAbsoluteError == found.figures[2].meanAbsoluteError)
    #expect(whole.figures[0] == found.figures[0])
    let short = try fit.forecast(horizon: 1, options: ForecastOptions())
    #expect(found.reconciled(with: short) == found)
  }

  @Test("the errors of past years are those of what was known then") func pastErrors() throws {
    let found = try #require(CurrentYear(method: .seasonalNaive).estimated(try sample()))
    #expect(found.figures.allSatisfy { $0.errors.map(\.year) == [2016, 2017, 2018, 2019] })
    // 2016 by ratio: 234·(470/220) against 499.
    let estimate = 234.0 * (470.0 / 220)
    let first = 100 * (estimate / 499 - 1)
    #expect((found.figures[0].errors[0].size - first).magnitude < 1e-10)
    let mean = found.figures[0].errors.map(\.size.magnitude).reduce(0, +) / 4
    #expect(((found.figures[0].meanAbsoluteError ?? 0) - mean).magnitude < 1e-12)
    // A change of the last quarters of 2019 does not touch the errors of earlier years.
    var values = try sample().values
    values[19] = 500
    let other = try #require(
      CurrentYear(method: .seasonalNaive).estimated(
        ForecastSample("exports", from: .quarter(2015, 1), values: values)))
    #expect(other.figures[0].errors.prefix(3) == found.figures[0].errors.prefix(3))
  }

  @Test("of a balance only the model has a value, and errors are in its unit") func balance() throws
  {
    let values: [Double] = [4, -6, 3, 5, 2, -8, 1, 4, 3, -9, 2, 6, 1, -7]
    let found = try #require(
      CurrentYear(method: .seasonalNaive, of: .balance).estimated(
        try ForecastSample("balance", from: .quarter(2015, 1), values: values)))
    #expect(found.figures.map(\.way) == [.model])
    #expect(found.knownValue == -6)
    #expect(found.median == 2)  // −6 + 2 + 6
    // 2016 is −1 and would have been 2 − 8 + 3 + 5; 2017 is 2 and would have been 3 − 9 + 1 + 4.
    #expect(found.figures[0].errors.map(\.year) == [2016, 2017])
    #expect(found.figures[0].errors.map(\.size) == [3, -3])
    #expect(found.figures[0].meanAbsoluteError == 3)
  }

  @Test("a period that is missing: no estimate of its year, no share of it, no error") func gaps()
    throws
  {
    func estimate(without index: Int) throws -> CurrentYearEstimate? {
      let known = try sample().values.enumerated().map { $0 == index ? nil : $1 }
      return CurrentYear(method: .seasonalNaive).estimated(
        try ForecastSample(Series("exports", from: .quarter(2015, 1), values: known)))
    }
    #expect(try estimate(without: 20) == nil)
    let base = try #require(try estimate(without: 17))
    #expect(base.figures[0].reason == "the year before is not complete")
    #expect(base.yearBefore == nil)
    #expect(base.figures[2].errors.map(\.year) == [2016, 2017, 2018])
  }

  @Test("a whole year, yearly values and stocks have nothing to estimate") func nothing() throws {
    #expect(CurrentYear().estimated(try sample([])) == nil)
    #expect(
      CurrentYear().estimated(try ForecastSample("x", from: .year(2015), values: [1, 2])) == nil)
    #expect(
      CurrentYear().estimated(
        try ForecastSample("x", from: .quarter(2015, 1), kind: .stock, values: [1, 2, 3, 4, 5]))
        == nil)
  }

  @Test("without a year before only the model has a value") func short() throws {
    let found = try #require(
      CurrentYear(method: .naive).estimated(
        try ForecastSample("x", from: .quarter(2019, 3), values: [5, 6, 7, 8])))
    #expect(found.figures.map(\.value) == [nil, nil, 31])
    #expect(found.figures[0].reason == "the year before is not complete")
    #expect(found.figures[2].meanAbsoluteError == nil)
  }

  @Test("a year before without trade has no ratio") func zeroBase() throws {
    let found = try #require(
      CurrentYear(method: .naive).estimated(
        try ForecastSample("x", from: .quarter(2019, 1), values: [0, 0, 3, 4, 5, 6])))
    #expect(found.figures[0].reason == "the year before has no trade to date")
    #expect(found.figures[1].value == nil)
    #expect(found.figures[2].value == 23)
  }
}
