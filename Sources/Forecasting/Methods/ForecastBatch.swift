internal import NumericCore
public import TimeSeries

/// Forecasts of many series; one that fails leaves its reason in its row.
public struct ForecastBatch: Sendable {
  /// One row for each series in the order of the input.
  public let rows: [Row]

  /// What became of one series.
  public struct Row: Sendable, Hashable {
    /// The name of the series.
    public let series: String
    /// The forecast, or why there is none.
    public let result: Result<Forecast, ForecastError>
  }

  /// How many series have a forecast.
  public var succeededCount: Int { rows.count { (try? $0.result.get()) != nil } }
  /// How many have none.
  public var failedCount: Int { rows.count - succeededCount }

  /// Forecasts many series with one method.
  ///
  /// - Parameters:
  ///   - series: The series, in any number.
  ///   - method: The method.
  ///   - horizon: How many periods.
  ///   - options: Levels, source of intervals, bound, seed.
  ///   - workers: How many series are worked on at the same time; the result does not depend on
  ///     it.
  /// - Complexity: The memory of the input and of the result.
  public init(
    _ series: [Series], method: ForecastMethod, horizon: Int,
    options: ForecastOptions = ForecastOptions(), workers: Int = 1
  ) {
    rows = Self.mapped(series, workers: workers) { one in
      do throws(ForecastError) {
        let forecast = try method.forecast(one, horizon: horizon, options: options)
        return Row(series: one.name, result: .success(forecast))
      } catch {
        return Row(series: one.name, result: .failure(error))
      }
    }
  }

  /// Applies a function to all elements on several threads; the results are in input order.
  ///
  /// - Precondition: There is at least one worker.
  public static func mapped<Element: Sendable, Value: Sendable>(
    _ elements: [Element], workers: Int, _ transform: @Sendable (Element) -> Value
  ) -> [Value] {
    elements.mapped(workers: workers, transform)
  }
}
