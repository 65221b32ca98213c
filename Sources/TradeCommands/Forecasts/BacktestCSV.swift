internal import DelimitedText
internal import Forecasting
internal import TradeImport

/// Backtests as CSV and as lines of JSON.
enum BacktestCSV {
  /// The names of the measures in columns and keys.
  private static let measures: [(AccuracyMeasure, String)] = [
    (.meanError, "me"), (.meanAbsoluteError, "mae"), (.rootMeanSquaredError, "rmse"),
    (.meanAbsolutePercentageError, "mape"), (.symmetricMeanAbsolutePercentageError, "smape"),
    (.meanAbsoluteScaledError, "mase"), (.rootMeanSquaredScaledError, "rmsse"),
    (.overallWeightedAverage, "owa"), (.meanScaledIntervalScore, "msis"),
    (.coverage, "coverage"), (.pinballLoss, "pinball"),
  ]

  /// The line of column names.
  static var header: String {
    DelimitedWriter().text(of: [["series", "method", "h", "forecasts"] + measures.map(\.1)])
  }

  static func text(
    _ names: [String], _ results: [Result<BacktestResult, ForecastError>]
  ) -> String {
    var bytes = Array(header.utf8)
    for (name, result) in zip(names, results) { append(name, result, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The rows of one series.
  static func append(
    _ name: String, _ result: Result<BacktestResult, ForecastError>, to bytes: inout [UInt8]
  ) {
    switch result {
    case .failure(let reason): append(name, failure: reason.description, to: &bytes)
    case .success(let found):
      for method in found.methods {
        for step in [nil] + (1...found.horizon).map(Optional.some) {
          let accuracy = found.accuracy(of: method, step: step)
          DelimitedWriter().append(
            [name, "\(method)", step.map { "\($0)" } ?? "", "\(accuracy.count)"]
              + measures.map { accuracy[$0.0].map(TidyNumber.text) ?? "" }, to: &bytes)
        }
      }
    }
  }

  /// The row of a series without a backtest.
  static func append(_ name: String, failure: String, to bytes: inout [UInt8]) {
    DelimitedWriter().append(
      [name, "failed: \(failure)"] + [String](repeating: "", count: 2 + measures.count), to: &bytes)
  }

  static func jsonLine(_ name: String, _ result: Result<BacktestResult, ForecastError>) -> String {
    var members: [(String, JSONText)] = [("series", .text(name))]
    switch result {
    case .failure(let reason): members.append(("error", .text("\(reason)")))
    case .success(let found):
      members += [
        ("horizon", .number(found.horizon)),
        ("origins", .list(found.origins.map { .text("\($0)") })),
        ("methods", .list(found.methods.map { methodObject($0, found) })),
      ]
    }
    return JSONText.object(members).line + "\n"
  }

  private static func methodObject(
    _ method: ForecastMethod, _ found: BacktestResult
  ) -> JSONText {
    func object(_ accuracy: ForecastAccuracy) -> JSONText {
      .object(
        [("forecasts", .number(accuracy.count))]
          + measures.map { ($0.1, .optional(accuracy[$0.0])) })
    }
    return .object([
      ("method", .text("\(method)")), ("all", object(found.accuracy(of: method))),
      ("by_step", .list((1...found.horizon).map { object(found.accuracy(of: method, step: $0)) })),
      ("failures", .number(found.failures.count { $0.method == method })),
    ])
  }
}
