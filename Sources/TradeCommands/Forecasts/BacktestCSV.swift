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

  static func text(
    _ names: [String], _ results: [Result<BacktestResult, ForecastError>]
  ) -> String {
    var records = [["series", "method", "h", "forecasts"] + measures.map(\.1)]
    for (name, result) in zip(names, results) {
      switch result {
      case .failure(let reason):
        records.append(
          [name, "failed: \(reason)"] + [String](repeating: "", count: 2 + measures.count))
      case .success(let found):
        for method in found.methods {
          for step in [nil] + (1...found.horizon).map(Optional.some) {
            let accuracy = found.accuracy(of: method, step: step)
            records.append(
              [name, "\(method)", step.map { "\($0)" } ?? "", "\(accuracy.count)"]
                + measures.map { accuracy[$0.0].map(TidyNumber.text) ?? "" })
          }
        }
      }
    }
    return DelimitedWriter().text(of: records)
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
