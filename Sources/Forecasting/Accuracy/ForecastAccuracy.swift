/// The measures of a set of outcomes.
public struct ForecastAccuracy: Sendable, Hashable {
  /// How many outcomes there are.
  public let count: Int
  private let values: [AccuracyMeasure: Double]

  /// The value of a measure; `nil` where it is not defined for these outcomes.
  public subscript(measure: AccuracyMeasure) -> Double? { values[measure] }

  /// Measures outcomes.
  ///
  /// - Parameters:
  ///   - outcomes: Forecasts and what came; each is scaled by its own sample.
  ///   - naive2: The outcomes of naive 2 for the same origins and steps, for OWA; without them it
  ///     is not defined.
  /// - Complexity: O(*n*).
  ///
  /// OWA is the mean of two ratios of means, not a mean of ratios. MAPE is not defined when a
  /// value is zero, MASE, RMSSE and MSIS not when a sample never changed, coverage and MSIS not
  /// without 95 % intervals.
  public init(_ outcomes: [ForecastOutcome], naive2: [ForecastOutcome]? = nil) {
    count = outcomes.count
    var values: [AccuracyMeasure: Double] = [:]
    values[.meanError] = Self.mean(outcomes) { $0.error }
    values[.meanAbsoluteError] = Self.mean(outcomes) { $0.error.magnitude }
    values[.rootMeanSquaredError] = Self.mean(outcomes) { $0.error * $0.error }?.squareRoot()
    values[.meanAbsolutePercentageError] = Self.mean(outcomes) {
      $0.actual == 0 ? nil : 100 * ($0.error / $0.actual).magnitude
    }
    values[.symmetricMeanAbsolutePercentageError] = Self.mean(outcomes, Self.symmetricError)
    values[.meanAbsoluteScaledError] = Self.mean(outcomes, Self.scaledError)
    values[.rootMeanSquaredScaledError] = Self.mean(outcomes) { outcome in
      outcome.scale.rootMeanSquare.map { (outcome.error / $0) * (outcome.error / $0) }
    }?.squareRoot()
    if let naive2,
      let percent = values[.symmetricMeanAbsolutePercentageError],
      let scaled = values[.meanAbsoluteScaledError],
      let percent2 = Self.mean(naive2, Self.symmetricError), percent2 > 0,
      let scaled2 = Self.mean(naive2, Self.scaledError), scaled2 > 0
    {
      values[.overallWeightedAverage] = (percent / percent2 + scaled / scaled2) / 2
    }
    values[.meanScaledIntervalScore] = Self.mean(outcomes) { outcome in
      guard let interval = outcome.intervals.first(where: { $0.level == .percent(95) }),
        let scale = outcome.scale.absolute
      else { return nil }
      return interval.score(of: outcome.actual) / scale
    }
    values[.coverage] = Self.mean(outcomes) { outcome in
      outcome.intervals.first { $0.level == .percent(95) }.map {
        $0.lower <= outcome.actual && outcome.actual <= $0.upper ? 100 : 0
      }
    }
    values[.pinballLoss] = Self.mean(outcomes) { outcome in
      guard !outcome.intervals.isEmpty else { return nil }
      let losses = outcome.intervals.map { $0.pinballLoss(of: outcome.actual) }
      return losses.reduce(0, +) / Double(losses.count)
    }
    self.values = values.filter { $0.value.isFinite }
  }

  /// `200·|error|/(|value| + |forecast|)`, 0 where both are zero.
  private static func symmetricError(_ outcome: ForecastOutcome) -> Double? {
    let total = outcome.actual.magnitude + outcome.forecast.magnitude
    return total > 0 ? 200 * (outcome.error.magnitude / total) : 0
  }

  private static func scaledError(_ outcome: ForecastOutcome) -> Double? {
    outcome.scale.absolute.map { outcome.error.magnitude / $0 }
  }

  /// The mean; `nil` for no outcomes and when it is not defined for one of them.
  private static func mean(
    _ outcomes: [ForecastOutcome], _ value: (ForecastOutcome) -> Double?
  ) -> Double? {
    guard !outcomes.isEmpty else { return nil }
    var sum = 0.0
    for outcome in outcomes {
      guard let term = value(outcome) else { return nil }
      sum += term
    }
    return sum / Double(outcomes.count)
  }
}

extension PredictionInterval {
  /// The interval score: its width, and `2/a` times the distance of a value outside, with `a` the
  /// share outside.
  ///
  /// Source: T. Gneiting, A. E. Raftery, Journal of the American Statistical Association 102
  /// (2007) 359-378, doi 10.1198/016214506000001437.
  public func score(of actual: Double) -> Double {
    let factor = 2 / level.outside
    return (upper - lower) + factor * max(0, lower - actual) + factor * max(0, actual - upper)
  }

  /// The mean quantile loss of the two ends.
  public func pinballLoss(of actual: Double) -> Double {
    let low = level.outside / 2
    let loss = { (end: Double, probability: Double) in
      actual >= end ? probability * (actual - end) : (1 - probability) * (end - actual)
    }
    return (loss(lower, low) + loss(upper, 1 - low)) / 2
  }
}
