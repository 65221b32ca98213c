public import TimeSeries

/// What a backtest found: every forecast with what came, and what failed.
public struct BacktestResult: Sendable, Hashable {
  /// The methods that are always computed beside.
  public static let benchmarks: [ForecastMethod] = [.seasonalNaive, .naive2]

  /// The name of the series.
  public let series: String
  /// How many periods ahead.
  public let horizon: Int
  /// The last period that each forecast knew, in order.
  public let origins: [Period]
  /// The methods in the order of the plan, the benchmarks last unless they were asked for.
  public let methods: [ForecastMethod]
  private let outcomes: [[ForecastOutcome]]
  /// Which methods failed where.
  public let failures: [Failure]

  /// A method that had no forecast at an origin.
  public struct Failure: Sendable, Hashable {
    /// The method.
    public let method: ForecastMethod
    /// The last period it knew.
    public let origin: Period
    /// Why.
    public let reason: ForecastError
  }

  init(
    series: String, horizon: Int, origins: [Period], methods: [ForecastMethod],
    outcomes: [[ForecastOutcome]], failures: [Failure]
  ) {
    self.series = series
    self.horizon = horizon
    self.origins = origins
    self.methods = methods
    self.outcomes = outcomes
    self.failures = failures
  }

  /// The forecasts of a method with what came, by origin and step; empty for a method that was not
  /// in the plan.
  ///
  /// `step`: Only forecasts so many periods ahead; all by default.
  public func outcomes(of method: ForecastMethod, step: Int? = nil) -> [ForecastOutcome] {
    guard let index = methods.firstIndex(of: method) else { return [] }
    return step.map { step in outcomes[index].filter { $0.step == step } } ?? outcomes[index]
  }

  /// The accuracy of a method, over all steps or at one.
  public func accuracy(of method: ForecastMethod, step: Int? = nil) -> ForecastAccuracy {
    let own = outcomes(of: method, step: step)
    let naive2 = outcomes(of: .naive2, step: step)
    return ForecastAccuracy(own, naive2: own.count == naive2.count ? naive2 : nil)
  }

  /// Tests whether one method is better than another at a step, with absolute errors.
  ///
  /// - Throws: `tooFewOrigins` with fewer than twenty origins that both have a forecast for.
  public func dieboldMariano(
    _ first: ForecastMethod, _ second: ForecastMethod, step: Int = 1
  ) throws(ForecastError) -> DieboldMarianoTest {
    let other = Dictionary(
      outcomes(of: second, step: step).map { ($0.origin, $0.error) }, uniquingKeysWith: { $1 })
    let pairs = outcomes(of: first, step: step).compactMap { outcome in
      other[outcome.origin].map { (outcome.error, $0) }
    }
    return try DieboldMarianoTest(pairs.map(\.0), pairs.map(\.1), step: step)
  }
}
