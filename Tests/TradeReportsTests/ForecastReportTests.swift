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
          + "US$ bn (+5.2 % on 2019), the middle of 3 ways that give 593.0 to 608.9; at the "
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
    #expect(text.contains("cancel"))
    #expect(
      text.contains("b: no forecast, because the series has no value, expected at least one."))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("each series has a chart of its past and its forecast, up to a limit") func charts() throws
  {
    let series = Series(
      "a", from: .month(2010, 1), values: (0..<100).map { 50 + Double($0 * 7 % 5) })
    let forecast = try ForecastMethod.seasonalNaive.forecast(series, horizon: 3)
    let entry = ForecastEntry(
      name: "a", unit: "US$ bn", style: style, result: .success(forecast), history: series)
    let levels: [IntervalLevel] = [.percent(80), .percent(95)]
    func charts(_ entries: [ForecastEntry]) -> [Chart] {
      ForecastReport(entries, levels: levels).document.blocks.compactMap {
        if case .chart(let chart) = $0 { chart } else { nil }
      }
    }
    let chart = try #require(charts([entry]).first)
    // Five years of months and the forecast.
    #expect(chart.places.count == 63)
    #expect(chart.places.first == "2013-05" && chart.places.last == "2018-07")
    #expect(chart.series.map(\.name) == ["Observed", "Forecast"])
    #expect(chart.series[1].bands.map(\.name) == ["95 % interval", "80 % interval"])
    #expect(chart.series[0].figures[59].value == series.values[99])
    #expect(chart.series[1].figures.compactMap(\.value) == forecast.points.map(\.value))
    #expect(
      chart.series[1].bands[0].upper.last?.value == forecast.points[2].interval(levels[1])?.upper)
    let failed = ForecastEntry(
      name: "b", unit: "", style: style, result: .failure(.noValues), history: series)
    let many = charts([failed] + [ForecastEntry](repeating: entry, count: 14))
    #expect(many.count == 12)
    #expect(many.last?.caption.plainText.hasSuffix("(2 more series have tables only)") == true)
    let without = ForecastEntry(name: "a", unit: "", style: style, result: .success(forecast))
    #expect(charts([without]).isEmpty)
  }
}
