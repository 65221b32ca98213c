import Forecasting
import Reporting
import Testing
import TimeSeries
import TradeReports

@Suite("Forecasts as a document") struct ForecastReportTests {
  private let style = NumberStyle(decimals: 1)

  @Test("the current year in one sentence and a table") func currentYear() throws {
    // The example of Documentation/Methods/current-year.md.
    let sample = try ForecastSample(
      "exports", from: .quarter(2018, 1),
      values: [118, 140, 126, 167, 123, 148, 133, 175, 130, 155])
    let entry = ForecastEntry(
      name: "Exports", unit: "US$ bn", style: style, result: .failure(.noValues),
      currentYear: CurrentYear(method: .seasonalNaive).estimated(sample))
    let text = TextWriter(width: 80).write(
      ForecastReport([entry], levels: [.percent(80)]).document)
    #expect(
      text.split(separator: "\n").joined(separator: " ").contains(
        "Exports, 2020: 285.0 US$ bn through 2020-06; the whole year is estimated at 608.9 "
          + "US$ bn, the middle of 3 ways that give 593.0 to 608.9 (+5.2 % on 2019); at the "
          + "same point in 2019 they were wrong by 0.0 to 2.6 % on average."))
    #expect(text.contains("Model (seasonal naive)     593.0"))
    #expect(text.contains("Median                     608.9"))
  }

  @Test("a combination is told by its members, a failure by its reason") func words() throws {
    let series = Series(
      "a", from: .quarter(2015, 1), values: (0..<20).map { 50 + Double($0 * 7 % 5) })
    let forecast = try ForecastMethod.automatic.forecast(series, horizon: 2)
    let report = ForecastReport(
      [
        ForecastEntry(name: "a", unit: "", style: style, result: .success(forecast)),
        ForecastEntry(name: "b", unit: "", style: style, result: .failure(.noValues)),
      ], levels: [.percent(80), .percent(95)])
    let text = TextWriter(width: 80).write(report.document)
    #expect(text.contains("Method: auto: "))
    for member in forecast.members {
      let name = member.model.prefix { $0 != " " }
      #expect(text.contains(name))
    }
    #expect(text.contains("A combination"))
    #expect(
      text.contains("b: no forecast, because the series has no value, expected at least one."))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }
}
