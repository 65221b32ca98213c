internal import Diagnostics
internal import Forecasting
internal import TimeSeries
internal import TradeImport

/// Forecasts of the series of a plain panel, read, computed and written in parts.
struct PanelForecasts {
  let method: ForecastMethod
  let horizon: Int
  let options: ForecastOptions
  let workers: Int
  /// How many series are held at a time.
  static let share = 256

  /// Runs through a panel, writing CSV or lines of JSON.
  func run(
    _ stream: PanelStream, isJSON: Bool, in context: inout CommandContext
  ) throws -> FailureSummary {
    var stream = stream
    var summary = FailureSummary()
    let csv = ForecastCSV(levels: options.levels)
    if !isJSON { context.write(csv.header) }
    while true {
      let items = try stream.next(Self.share)
      if items.isEmpty { break }
      let rows = ForecastBatch(
        items.compactMap(\.series), method: method, horizon: horizon, options: options,
        workers: workers
      ).rows
      var next = rows.makeIterator()
      var bytes: [UInt8] = []
      for item in items {
        if let problem = item.problem {
          context.report([problem])
          summary.addUnreadable()
          let reason = "its rows cannot be read: \(problem.message)"
          if isJSON {
            bytes +=
              JSONText.object([("series", .text(item.name)), ("error", .text(reason))]).line
              .utf8
            bytes.append(UInt8(ascii: "\n"))
          } else {
            csv.append(item.name, failure: reason, to: &bytes)
          }
        } else if let row = next.next() {
          summary.add(row.result)
          if isJSON {
            bytes += ForecastJSON.line(item.name, row.result).utf8
          } else {
            csv.append(item.name, row.result, to: &bytes)
          }
        }
      }
      context.write(String(decoding: bytes, as: UTF8.self))
      try context.flush()
    }
    return summary
  }
}
