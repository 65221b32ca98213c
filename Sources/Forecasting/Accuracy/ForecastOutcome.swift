public import TimeSeries

/// A forecast and what came.
public struct ForecastOutcome: Sendable, Hashable {
  /// The last period that the forecast knew.
  public let origin: Period
  /// How many periods ahead, from 1.
  public let step: Int
  /// The period that was forecast.
  public let period: Period
  /// What came.
  public let actual: Double
  /// What was forecast.
  public let forecast: Double
  /// The intervals, the smallest level first.
  public let intervals: [PredictionInterval]
  /// What errors are divided by to be scaled: those of the seasonal naive method in the sample up
  /// to the origin.
  public let scale: AccuracyScale

  /// Value less forecast, in the unit of the series.
  public var error: Double { actual - forecast }

  /// Makes an outcome.
  public init(
    origin: Period, step: Int, period: Period, actual: Double, forecast: Double,
    intervals: [PredictionInterval], scale: AccuracyScale
  ) {
    self.origin = origin
    self.step = step
    self.period = period
    self.actual = actual
    self.forecast = forecast
    self.intervals = intervals
    self.scale = scale
  }
}

/// The size of the errors of the seasonal naive method inside a sample.
///
/// Definition: the mean of `|y(t) − y(t−m)|` and the root of the mean of its square; with at most
/// m values, `m` is 1. Source: R. J. Hyndman, A. B. Koehler, International Journal of Forecasting 22
/// (2006) 679-688, doi 10.1016/j.ijforecast.2006.03.001.
public struct AccuracyScale: Sendable, Hashable {
  /// The mean magnitude; `nil` when it is zero or there is nothing to measure.
  public let absolute: Double?
  /// The root of the mean square; `nil` likewise.
  public let rootMeanSquare: Double?

  /// Measures a sample.
  ///
  /// - Parameters:
  ///   - values: The sample up to the origin.
  ///   - seasonLength: Periods in a year.
  /// - Complexity: O(*n*).
  public init(values: [Double], seasonLength: Int) {
    let lag = values.count > seasonLength ? seasonLength : 1
    guard values.count > lag else {
      (absolute, rootMeanSquare) = (nil, nil)
      return
    }
    var (sum, squares) = (0.0, 0.0)
    for t in lag..<values.count {
      let change = (values[t] - values[t - lag]).magnitude
      sum += change
      squares += change * change
    }
    let count = Double(values.count - lag)
    absolute = sum > 0 ? sum / count : nil
    rootMeanSquare = squares > 0 ? (squares / count).squareRoot() : nil
  }
}
