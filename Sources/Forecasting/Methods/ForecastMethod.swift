/// A method to forecast a series: the specification, before it has seen any value.
///
///     let fit = try ForecastMethod.automatic.fit(sample)
///     let forecast = try fit.forecast(horizon: 12)
///
/// Specification, fit and forecast are three values; none of them changes.
public enum ForecastMethod: Sendable, Hashable {
  /// The mean of all values.
  case mean
  /// The last value.
  case naive
  /// The last value and the mean change per period.
  case drift
  /// The value of the same season a year before.
  case seasonalNaive
  /// The last seasonally adjusted value, with its season (naive 2).
  case naive2
  /// The value of the same season a year before, times the latest growth on a year.
  case seasonalMomentum
  /// Exponential smoothing of one given form: simple, Holt, damped, Holt-Winters, any other.
  case exponentialSmoothing(ExponentialSmoothing)
  /// Exponential smoothing of the form with the smallest corrected Akaike criterion.
  case automaticExponentialSmoothing
  /// Theta as in the M3 competition.
  case theta
  /// Theta with its parameters estimated and its line moving with the origin.
  case dynamicOptimizedTheta
  /// The best of several Theta lines about straight and exponential trends.
  case fourTheta
  /// The mean of simple, Holt's and damped smoothing on seasonally adjusted values.
  case comb
  /// An autoregressive integrated moving average of given orders.
  case arima(ARIMAOrder)
  /// The same, its orders chosen by stepwise search.
  case automaticARIMA
  /// A line and season by least squares.
  case regression
  /// The default: a robust combination; see `Documentation/Methods/forecast-default.md`.
  case automatic
}

extension ForecastMethod: CustomStringConvertible {
  /// The name on the command line, which ``init(name:)`` reads.
  public var description: String {
    switch self {
    case .mean: "mean"
    case .naive: "naive"
    case .drift: "drift"
    case .seasonalNaive: "snaive"
    case .naive2: "naive2"
    case .seasonalMomentum: "momentum"
    case .exponentialSmoothing(.simple): "ses"
    case .exponentialSmoothing(.holt): "holt"
    case .exponentialSmoothing(.dampedHolt): "damped"
    case .exponentialSmoothing(.holtWintersAdditive): "hw-additive"
    case .exponentialSmoothing(.holtWintersMultiplicative): "hw-multiplicative"
    case .exponentialSmoothing(let form): form.description
    case .automaticExponentialSmoothing: "ets"
    case .theta: "theta"
    case .dynamicOptimizedTheta: "dotm"
    case .fourTheta: "4theta"
    case .comb: "comb"
    case .arima(let order): order.description
    case .automaticARIMA: "arima"
    case .regression: "regression"
    case .automatic: "auto"
    }
  }

  /// The methods that have a plain name, in the order of their complexity.
  public static let named: [ForecastMethod] = [
    .mean, .naive, .drift, .seasonalNaive, .naive2, .seasonalMomentum,
    .exponentialSmoothing(.simple),
    .exponentialSmoothing(.holt), .exponentialSmoothing(.dampedHolt),
    .exponentialSmoothing(.holtWintersAdditive),
    .exponentialSmoothing(.holtWintersMultiplicative), .automaticExponentialSmoothing, .theta,
    .dynamicOptimizedTheta, .fourTheta, .comb, .automaticARIMA, .regression, .automatic,
  ]

  /// Reads a name: one of ``named``, or a form such as `ETS(M,Ad,M)` or `ARIMA(0,1,1)(0,1,1)`;
  /// `nil` for any other text.
  public init?(name: String) {
    if let method = Self.named.first(where: { $0.description == name }) {
      self = method
    } else if let form = ExponentialSmoothing(name: name) {
      self = .exponentialSmoothing(form)
    } else if let order = ARIMAOrder(name: name) {
      self = .arima(order)
    } else {
      return nil
    }
  }
}
