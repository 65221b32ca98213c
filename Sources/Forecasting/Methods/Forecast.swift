public import TimeSeries

/// A forecast with everything that is needed to defend it: origin, method, parameters, residuals.
public struct Forecast: Sendable, Hashable {
  /// The name of the series.
  public let series: String
  /// The method that was asked for.
  public let method: ForecastMethod
  /// The model that was used, as it stands in tables: `ETS(M,Ad,M)`, `ARIMA(0,1,1)(0,1,1)[12]`.
  public let model: String
  /// The last period with a value.
  public let origin: Period
  /// How many values the model was fitted to.
  public let observationCount: Int
  /// The periods after the origin in order.
  public let points: [ForecastPoint]
  /// What was estimated.
  public let parameters: [ForecastParameter]
  /// How the model fits its own past.
  public let residuals: ResidualDiagnostics
  /// How the intervals were made.
  public let intervalBasis: IntervalBasis
  /// For a combination, what each member says; else empty.
  public let members: [Member]
  /// Sentences that a reader should know: gaps that were filled, a simpler method that was taken.
  public let notes: [String]

  /// What one member of a combination says.
  public struct Member: Sendable, Hashable {
    /// The model of the member.
    public let model: String
    /// Its values, one for each point.
    public let values: [Double]
  }

  /// The values of the points.
  public var values: [Double] { points.map(\.value) }

  /// The forecast as a series of values with the status forecast.
  public var asSeries: Series {
    Series(series, points.map { ($0.period, Observation($0.value, .forecast)) })
  }
}

/// How the intervals of a forecast were made.
public enum IntervalBasis: String, Sendable, Hashable {
  /// By formula, exact for the model with normal errors.
  case formula
  /// By simulated paths of the model.
  case simulation
  /// From the intervals of the members of a combination, scaled as the method page says.
  case members
  /// From the method's errors at earlier origins.
  case pastErrors
  /// There are none: none were asked for, or the series is too short.
  case none
}
