internal import DelimitedText
internal import Forecasting
internal import TimeSeries
internal import TradeImport
internal import TradeReports

/// Forecasts as CSV: `series,period,h,value`, two columns for each level, `method`.
///
/// A series without a forecast has one row that holds its name, and the reason in the last column.
struct ForecastCSV {
  private let levels: [IntervalLevel]
  private let writer = DelimitedWriter()

  init(levels: [IntervalLevel]) { self.levels = levels }

  var header: String {
    let bounds = levels.flatMap { level in
      let text = ForecastReport.text(level)
      return ["lower_\(text)", "upper_\(text)"]
    }
    return writer.text(of: [["series", "period", "h", "value"] + bounds + ["method"]])
  }

  /// The rows of one series.
  func append(_ name: String, _ result: Result<Forecast, ForecastError>, to bytes: inout [UInt8]) {
    switch result {
    case .failure(let reason): append(name, failure: reason.description, to: &bytes)
    case .success(let forecast):
      for (index, point) in forecast.points.enumerated() {
        var fields = [
          name, point.period.description, String(index + 1), TidyNumber.text(point.value),
        ]
        for level in levels {
          let interval = point.interval(level)
          fields.append(interval.map { TidyNumber.text($0.lower) } ?? "")
          fields.append(interval.map { TidyNumber.text($0.upper) } ?? "")
        }
        fields.append(forecast.method.description)
        writer.append(fields, to: &bytes)
      }
    }
  }

  /// The row of a series without a forecast.
  func append(_ name: String, failure: String, to bytes: inout [UInt8]) {
    let empty = [String](repeating: "", count: 3 + 2 * levels.count)
    writer.append([name] + empty + ["failed: \(failure)"], to: &bytes)
  }
}
