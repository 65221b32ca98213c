internal import TimeSeries

/// A method fitted to a sample: parameters and residuals, ready to forecast.
public struct ForecastFit: Sendable {
  /// The method that was asked for.
  public let method: ForecastMethod
  /// What it was fitted to.
  public let sample: ForecastSample
  let model: any FittedModel

  /// The model as it stands in tables.
  public var modelName: String { model.name }
  /// What was estimated.
  public var parameters: [ForecastParameter] { model.parameters }
  /// One-step errors in the order of time, in the unit of the series; the last one is that of the
  /// last value.
  public var residuals: [Double] { model.residuals }
  /// How the model fits its own past.
  public var diagnostics: ResidualDiagnostics {
    ResidualDiagnostics(
      residuals: model.residuals, parameterCount: model.parameterCount,
      seasonLength: sample.seasonLength)
  }

  /// Forecasts the next periods.
  ///
  /// - Parameters:
  ///   - horizon: How many periods, at least 1.
  ///   - options: Levels and source of the intervals, bound, seed.
  /// - Returns: One point for each period; all numbers are finite. Samples of fewer than four
  ///   values have no intervals.
  /// - Throws: `horizonNotPositive`, and `noAnswer` when the model explodes.
  public func forecast(
    horizon: Int, options: ForecastOptions = ForecastOptions()
  ) throws(ForecastError) -> Forecast {
    guard horizon >= 1 else { throw .horizonNotPositive(horizon) }
    let free = model.points(horizon)
    guard free.allSatisfy(\.isFinite) else {
      throw .noAnswer(
        method: model.name, reason: "the forecasts are not finite", simpler: "naive")
    }
    var notes = sample.notes + model.notes
    let bands = bands(horizon, points: free, options: options, notes: &notes)
    let bound = hasZeroBound(options.lowerBound) ? 0 : -Double.infinity
    let values = model.points(horizon, atLeast: bound)
    if values != free { notes.append("forecasts below zero are set to 0") }
    let points = (0..<horizon).map { h in
      ForecastPoint(
        period: sample.period(at: sample.count + h), value: values[h],
        intervals: bands == nil
          ? []
          : options.levels.indices.map { index in
            // What a bound raises takes its interval along.
            let raise = values[h] - free[h]
            let lower = max(bound, (bands?.lower[index][h] ?? free[h]) + raise)
            let upper = max(lower, (bands?.upper[index][h] ?? free[h]) + raise)
            return PredictionInterval(level: options.levels[index], lower: lower, upper: upper)
          })
    }
    return Forecast(
      series: sample.name, method: method, model: model.name, origin: sample.origin,
      observationCount: sample.count, points: points, parameters: model.parameters,
      residuals: diagnostics, intervalBasis: bands?.basis ?? .none,
      members: model.members.map {
        Forecast.Member(model: $0.name, values: $0.points(horizon, atLeast: bound))
      }, notes: notes)
  }

  /// The ends of the intervals, from the model or from earlier origins, widened to be finite.
  private func bands(
    _ horizon: Int, points: [Double], options: ForecastOptions, notes: inout [String]
  ) -> IntervalBands? {
    guard !options.levels.isEmpty else { return nil }
    guard sample.count >= 4 else {
      notes.append("no intervals: fewer than 4 values")
      return nil
    }
    let bands: IntervalBands? =
      switch options.intervals {
      case .model: model.bands(horizon, options: options)
      case .conformal(let windows):
        ConformalIntervals.bands(
          of: method, sample: sample, points: points, horizon: horizon, windows: windows,
          levels: options.levels, notes: &notes)
      }
    guard let bands, (bands.lower + bands.upper).allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
      notes.append("no intervals: the errors of this fit cannot be estimated")
      return nil
    }
    return bands
  }

  /// Whether values below zero are impossible.
  private func hasZeroBound(_ bound: LowerBound) -> Bool {
    switch bound {
    case .zero: true
    case .none: false
    case .automatic:
      (sample.kind == .flow || sample.kind == .stock) && sample.values.allSatisfy { $0 >= 0 }
    }
  }
}
