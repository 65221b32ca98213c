/// How wrong forecasts are, in one number.
public enum AccuracyMeasure: String, Sendable, Hashable, CaseIterable {
  /// Mean of value less forecast, in the unit of the series (ME).
  case meanError
  /// Mean magnitude of the errors, in the unit of the series (MAE).
  case meanAbsoluteError
  /// Root of the mean squared error, in the unit of the series (RMSE).
  case rootMeanSquaredError
  /// Mean of `100·|error|/|value|` in percent (MAPE); none when a value is zero.
  case meanAbsolutePercentageError
  /// Mean of `200·|error|/(|value| + |forecast|)` in percent (sMAPE); 0 where both are zero.
  case symmetricMeanAbsolutePercentageError
  /// MAE over the in-sample MAE of the seasonal naive method (MASE).
  case meanAbsoluteScaledError
  /// RMSE over the in-sample RMSE of the seasonal naive method (RMSSE).
  case rootMeanSquaredScaledError
  /// Half the sum of sMAPE and MASE, each over that of naive 2 (OWA).
  case overallWeightedAverage
  /// Mean 95 % interval score over the scale of MASE (MSIS).
  case meanScaledIntervalScore
  /// The share of values inside the 95 % interval, in percent.
  case coverage
  /// Mean quantile loss over the ends of all intervals, in the unit of the series.
  case pinballLoss

  /// The abbreviation that tables print.
  public var shortName: String {
    switch self {
    case .meanError: "ME"
    case .meanAbsoluteError: "MAE"
    case .rootMeanSquaredError: "RMSE"
    case .meanAbsolutePercentageError: "MAPE"
    case .symmetricMeanAbsolutePercentageError: "sMAPE"
    case .meanAbsoluteScaledError: "MASE"
    case .rootMeanSquaredScaledError: "RMSSE"
    case .overallWeightedAverage: "OWA"
    case .meanScaledIntervalScore: "MSIS"
    case .coverage: "coverage"
    case .pinballLoss: "pinball"
    }
  }
}
