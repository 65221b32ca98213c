public import TimeSeries

extension ForecastMethod {
  /// Fits the method.
  ///
  /// - Returns: The fit; see the page of the method for what it estimates.
  /// - Throws: Why there is none, with a simpler method that would do.
  public func fit(_ sample: ForecastSample) throws(ForecastError) -> ForecastFit {
    ForecastFit(method: self, sample: sample, model: try model(of: sample))
  }

  /// Forecasts a series in one call: sample, fit, forecast.
  ///
  ///     try ForecastMethod.automatic.forecast(exports, horizon: 12)
  ///
  /// - Throws: Why there is no forecast.
  public func forecast(
    _ series: Series, horizon: Int, options: ForecastOptions = ForecastOptions()
  ) throws(ForecastError) -> Forecast {
    guard horizon >= 1 else { throw .horizonNotPositive(horizon) }
    return try fit(ForecastSample(series)).forecast(horizon: horizon, options: options)
  }

  private func model(of sample: ForecastSample) throws(ForecastError) -> any FittedModel {
    switch self {
    case .mean: MeanModel(sample)
    case .naive: NaiveModel(sample)
    case .drift: try DriftModel(sample)
    case .seasonalNaive: try SeasonalNaiveModel(sample)
    case .naive2: AdjustedNaiveModel(sample)
    case .seasonalMomentum: try SeasonalMomentumModel(sample)
    case .exponentialSmoothing(let form): try ETSModel(form, sample)
    case .automaticExponentialSmoothing: try ETSSelection.best(sample)
    case .theta: try ThetaModel(sample)
    case .dynamicOptimizedTheta: try DynamicThetaModel(sample)
    case .fourTheta: try FourThetaModel(sample)
    case .comb: try CombModel(sample)
    case .arima(let order): try ARIMAModel(order, sample)
    case .automaticARIMA: try ARIMASearch.best(sample)
    case .regression: try RegressionModel(sample)
    case .automatic: try AutomaticForecast.model(sample)
    }
  }
}
