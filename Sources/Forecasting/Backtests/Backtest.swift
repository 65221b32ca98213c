public import TimeSeries

/// A plan to forecast from earlier origins and to compare with what came.
///
///     let backtest = Backtest(horizon: 4)
///     let result = try backtest.run(exports, methods: [.automatic, .theta])
///     result.accuracy(of: .automatic)[.meanAbsoluteScaledError]
///
/// The sample grows from origin to origin, and every method is fitted anew at each. The seasonal
/// naive method and naive 2 are always computed beside.
public struct Backtest: Sendable, Hashable {
  /// How many periods ahead.
  public var horizon: Int
  /// How many periods from one origin to the next.
  public var step: Int
  /// The fewest values of the first sample; by default three years, or half of the values if
  /// that is less.
  public var fewestValues: Int?
  /// How many origins at most, the latest ones; all by default.
  public var mostOrigins: Int?
  /// Levels, source of intervals, bound and seed of each forecast.
  public var options: ForecastOptions

  /// Makes a plan.
  ///
  /// - Precondition: Step is at least 1, and so is what is given of the two limits.
  public init(
    horizon: Int, step: Int = 1, fewestValues: Int? = nil, mostOrigins: Int? = nil,
    options: ForecastOptions = ForecastOptions()
  ) {
    precondition(step >= 1, "origins \(step) periods apart: expected at least 1")
    precondition(fewestValues ?? 1 >= 1 && mostOrigins ?? 1 >= 1, "a limit below 1")
    self.horizon = horizon
    self.step = step
    self.fewestValues = fewestValues
    self.mostOrigins = mostOrigins
    self.options = options
  }

  /// Runs the plan.
  ///
  /// - Parameters:
  ///   - series: The whole series; each sample is made anew of what was observed up to its origin,
  ///     so that no later value enters, not even to fill a gap.
  ///   - methods: What to compare, in the order of the result; duplicates count once.
  /// - Returns: All forecasts with what came. Each origin has `horizon` periods after it; only
  ///   periods with an observed value count.
  /// - Throws: `horizonNotPositive`, what ``ForecastSample/init(_:)`` throws, `tooShort` when no
  ///   origin has so many values behind it, and `tooFewOrigins` when each that has is a gap. A method that fails at an origin does not stop the others.
  public func run(
    _ series: Series, methods: [ForecastMethod]
  ) throws(ForecastError) -> BacktestResult {
    guard horizon >= 1 else { throw .horizonNotPositive(horizon) }
    let whole = try ForecastSample(series)
    let observations = series.observations
    let cuts = origins(of: whole)
    guard !cuts.isEmpty else {
      let what = "a backtest \(horizon) period\(horizon == 1 ? "" : "s") ahead"
      let needed = horizon + max(1, fewestValues ?? min(3 * whole.seasonLength, horizon))
      throw whole.count < needed
        ? .tooShort(method: what, needed: needed, found: whole.count, simpler: nil)
        : .tooFewOrigins(what: what, needed: 1, found: 0)
    }
    var wanted: [ForecastMethod] = []
    for method in methods + BacktestResult.benchmarks where !wanted.contains(method) {
      wanted.append(method)
    }
    var outcomes = [[ForecastOutcome]](repeating: [], count: wanted.count)
    var failures: [BacktestResult.Failure] = []
    for cut in cuts {
      let origin = whole.period(at: cut - 1)
      let known = zip(series.axis, observations).filter { $0.0.last <= origin.last }
      let past = Series(series.name, kind: series.kind, known.map { ($0.0, $0.1) })
      let sample: ForecastSample
      do throws(ForecastError) {
        sample = try ForecastSample(past)
      } catch {
        failures += wanted.map { .init(method: $0, origin: origin, reason: error) }
        continue
      }
      let scale = AccuracyScale(values: sample.values, seasonLength: sample.seasonLength)
      for (index, method) in wanted.enumerated() {
        do throws(ForecastError) {
          let forecast = try method.fit(sample).forecast(horizon: horizon, options: options)
          for point in forecast.points {
            guard let actual = series[point.period].value else { continue }
            let ahead = origin.first.distance(to: point.period.first) / origin.count
            outcomes[index].append(
              ForecastOutcome(
                origin: origin, step: ahead, period: point.period, actual: actual,
                forecast: point.value, intervals: point.intervals, scale: scale))
          }
        } catch {
          failures.append(.init(method: method, origin: origin, reason: error))
        }
      }
    }
    return BacktestResult(
      series: series.name, horizon: horizon, origins: cuts.map { whole.period(at: $0 - 1) },
      methods: Array(wanted), outcomes: outcomes, failures: failures)
  }

  /// The lengths of the samples, the shortest first; each ends with an observed value.
  private func origins(of sample: ForecastSample) -> [Int] {
    let fewest = fewestValues ?? min(3 * sample.seasonLength, (sample.count + 1) / 2)
    let last = sample.count - horizon
    guard last >= max(1, fewest) else { return [] }
    let filled = sample.missing
    let cuts = stride(from: last, through: max(1, fewest), by: -step)
      .filter { !filled.contains($0 - 1) }
    return cuts.prefix(mostOrigins ?? cuts.count).reversed()
  }
}
