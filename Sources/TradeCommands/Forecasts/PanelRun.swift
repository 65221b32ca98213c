internal import Diagnostics
internal import Forecasting
internal import TimeSeries
internal import TradeImport

/// What is computed for each series of a plain panel, read, computed and written in parts.
struct PanelRun<Value: Sendable> {
  let workers: Int
  /// The result of one series.
  let compute: @Sendable (Series) throws(ForecastError) -> Value
  /// Writes what comes before all series.
  let header: String
  /// Writes the result of a series.
  let append: (String, Result<Value, ForecastError>, inout [UInt8]) -> Void
  /// Writes the line of a series that cannot be read, and why.
  let appendUnreadable: (String, String, inout [UInt8]) -> Void

  /// How many series are held at a time.
  private static var share: Int { 256 }

  /// Runs through a panel.
  func run(_ stream: PanelStream, in context: inout CommandContext) throws -> FailureSummary {
    var stream = stream
    var summary = FailureSummary()
    context.write(header)
    while true {
      let items = try stream.next(Self.share)
      if items.isEmpty { break }
      let results = ForecastBatch.mapped(
        items.compactMap(\.series), workers: workers
      ) { [compute] series -> Result<Value, ForecastError> in
        do throws(ForecastError) {
          return .success(try compute(series))
        } catch {
          return .failure(error)
        }
      }
      var next = results.makeIterator()
      var bytes: [UInt8] = []
      for item in items {
        if let problem = item.problem {
          context.report([problem])
          summary.addUnreadable()
          appendUnreadable(
            item.name, "its rows cannot be read: \(problem.message)", &bytes)
        } else if let result = next.next() {
          summary.add(result)
          append(item.name, result, &bytes)
        }
      }
      context.write(String(decoding: bytes, as: UTF8.self))
      try context.flush()
    }
    return summary
  }
}
