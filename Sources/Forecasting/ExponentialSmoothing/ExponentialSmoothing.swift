/// One form of exponential smoothing in state space: error, trend, season.
///
///     ExponentialSmoothing(error: .multiplicative, trend: .damped, season: .multiplicative)
///     ExponentialSmoothing.holt.description  // "ETS(A,A,N)"
///
/// Fifteen forms exist. Additive error with multiplicative season is left out, since its variance
/// is infinite; multiplicative trend is left out, since its forecasts explode.
///
/// Source: R. J. Hyndman, A. B. Koehler, J. K. Ord, R. D. Snyder, Forecasting with Exponential
/// Smoothing, Springer 2008, tables 2.2 and 2.3.
public struct ExponentialSmoothing: Sendable, Hashable {
  /// How errors enter.
  public enum Error: String, Sendable, Hashable, CaseIterable {
    /// Value = expectation + error.
    case additive = "A"
    /// Value = expectation · (1 + error).
    case multiplicative = "M"
  }

  /// How the level moves on.
  public enum Trend: String, Sendable, Hashable, CaseIterable {
    /// No trend.
    case none = "N"
    /// A slope that stays.
    case additive = "A"
    /// A slope that dies away.
    case damped = "Ad"
  }

  /// How seasons enter.
  public enum Season: String, Sendable, Hashable, CaseIterable {
    /// No seasons.
    case none = "N"
    /// Level + season.
    case additive = "A"
    /// Level · season.
    case multiplicative = "M"
  }

  /// How errors enter.
  public let error: Error
  /// How the level moves on.
  public let trend: Trend
  /// How seasons enter.
  public let season: Season

  /// Makes a form; `nil` for additive error with multiplicative season.
  public init?(error: Error, trend: Trend, season: Season) {
    if error == .additive && season == .multiplicative { return nil }
    self.init(error, trend, season)
  }

  private init(_ error: Error, _ trend: Trend, _ season: Season) {
    self.error = error
    self.trend = trend
    self.season = season
  }

  /// Simple exponential smoothing, ETS(A,N,N).
  public static let simple = Self(.additive, .none, .none)
  /// Holt's linear trend, ETS(A,A,N).
  public static let holt = Self(.additive, .additive, .none)
  /// Holt's method with a damped trend, ETS(A,Ad,N).
  public static let dampedHolt = Self(.additive, .damped, .none)
  /// Holt-Winters with additive seasons, ETS(A,A,A).
  public static let holtWintersAdditive = Self(.additive, .additive, .additive)
  /// Holt-Winters with multiplicative seasons, ETS(M,A,M).
  public static let holtWintersMultiplicative = Self(.multiplicative, .additive, .multiplicative)

  /// All fifteen forms, simpler ones first.
  public static let all: [ExponentialSmoothing] = Season.allCases.flatMap { season in
    Trend.allCases.flatMap { trend in
      Error.allCases.compactMap { ExponentialSmoothing(error: $0, trend: trend, season: season) }
    }
  }

  /// Whether the form is for values above zero only.
  public var needsPositiveValues: Bool { error == .multiplicative || season == .multiplicative }
}

extension ExponentialSmoothing: CustomStringConvertible {
  /// The form as it stands in tables: `ETS(M,Ad,M)`.
  public var description: String {
    "ETS(\(error.rawValue),\(trend.rawValue),\(season.rawValue))"
  }

  /// Reads `ETS(M,Ad,M)`; `nil` for any other text.
  public init?(name: String) {
    guard let form = Self.all.first(where: { $0.description == name }) else { return nil }
    self = form
  }
}
