internal import NumericCore
public import TimeSeries

/// Forecasts of all series of a hierarchy that add up.
///
/// Each series is forecast on its own, then all are reconciled. An interval moves with its value, and
/// its width is that of the forecast of its own times ``Reconciliation/deviationRatios(by:residuals:)``:
/// what is left of the deviation of one-step errors, which is taken to be the same at all horizons.
public struct HierarchyForecast: Sendable {
  /// One forecast for each row of the hierarchy.
  public let forecasts: [Forecast]
  /// For each row, its width over that of the forecast of its own; all 1 with fewer than three
  /// common residuals.
  public let deviationRatios: [Double]
  /// The weight of the diagonal in the shrunk covariance; `nil` for other methods.
  public let shrinkage: Double?
  /// The largest move of a value, in percent of it.
  public let largestMove: Double
  /// How many values of leaves would have been below zero and are zero.
  public let keptAtZeroCount: Int

  /// Forecasts and reconciles.
  ///
  /// - Parameters:
  ///   - series: One for each row of the hierarchy, all ending with the same period.
  ///   - hierarchy: What adds up to what.
  ///   - reconciliation: How the errors are weighed.
  ///   - nonNegative: The leaves that must not be below zero. Only their forecasts, and those of
  ///     rows that add such leaves, are kept from being negative.
  ///   - method: How each series is forecast.
  ///   - horizon: How many periods.
  ///   - options: Levels, intervals and seed.
  ///   - unitExponent: The power of ten of the unit in which the values will be printed.
  ///   - workers: How many fits run at a time.
  /// - Throws: ``ReconciliationError``, with the first series that has no forecast of its own.
  public init(
    _ series: [Series], by hierarchy: Hierarchy, reconciliation: ReconciliationMethod,
    nonNegative: [Int], method: ForecastMethod, horizon: Int,
    options: ForecastOptions = ForecastOptions(), unitExponent: Int? = nil, workers: Int = 1
  ) throws(ReconciliationError) {
    guard series.count == hierarchy.count else {
      throw .seriesMismatch(what: "series", expected: hierarchy.count, found: series.count)
    }
    let isFlow = Self.sums(of: Set(nonNegative), in: hierarchy)
    let fits = ForecastBatch.mapped(Array(series.indices), workers: workers) { row in
      var own = options
      own.lowerBound = isFlow[row] ? .automatic : .none
      return Self.fitted(series[row], method, horizon, own)
    }
    var base: [Forecast] = []
    var residuals: [[Double]] = []
    for (row, fit) in fits.enumerated() {
      switch fit {
      case .success(let (forecast, errors)):
        base.append(forecast)
        residuals.append(errors)
      case .failure(let reason): throw .noForecast(name: hierarchy.names[row], reason: reason)
      }
    }
    for (row, forecast) in base.enumerated() where forecast.origin != base[0].origin {
      throw .originsDiffer(
        name: hierarchy.names[row], origin: forecast.origin.description,
        other: base[0].origin.description)
    }
    let common = residuals.map(\.count).min() ?? 0
    let values = Matrix(fromColumns: (0..<horizon).map { h in base.map { $0.points[h].value } })
    let errors = Matrix(
      rows: common, columns: residuals.count, byColumn: residuals.flatMap { $0.suffix(common) })
    let specification = Reconciliation(
      reconciliation, nonNegative: nonNegative, unitExponent: unitExponent)
    let found = try specification.reconciled(values, by: hierarchy, residuals: errors)
    let ratios =
      common >= 3
      ? try specification.deviationRatios(by: hierarchy, residuals: errors)
      : [Double](repeating: 1, count: base.count)
    var largest = 0.0
    forecasts = base.enumerated().map { row, forecast in
      let new = Array(found.values.row(row))
      for (point, value) in zip(forecast.points, new) where point.value != 0 {
        largest = max(largest, 100 * (value / point.value - 1).magnitude)
      }
      return forecast.moved(to: new, width: ratios[row], isFlow: isFlow[row])
    }
    deviationRatios = ratios
    shrinkage = found.shrinkage
    largestMove = largest
    keptAtZeroCount = found.keptAtZero.reduce(0) { $0 + $1.count }
  }

  private static func fitted(
    _ series: Series, _ method: ForecastMethod, _ horizon: Int, _ options: ForecastOptions
  ) -> Result<(Forecast, [Double]), ForecastError> {
    do throws(ForecastError) {
      let fit = try method.fit(ForecastSample(series))
      return .success((try fit.forecast(horizon: horizon, options: options), fit.residuals))
    } catch {
      return .failure(error)
    }
  }

  /// Which rows are leaves of a set, or sums of nothing else.
  private static func sums(of leaves: Set<Int>, in hierarchy: Hierarchy) -> [Bool] {
    var result = (0..<hierarchy.count).map(leaves.contains)
    for row in hierarchy.aggregates {
      result[row] = hierarchy.definitions[row].allSatisfy { $0.coefficient > 0 && result[$0.row] }
    }
    return result
  }
}

extension Forecast {
  /// The forecast with other values, its intervals moved by the same amount and scaled.
  fileprivate func moved(to values: [Double], width: Double, isFlow: Bool) -> Forecast {
    let bound = isFlow ? 0 : -Double.infinity
    let points = zip(points, values).map { point, value in
      ForecastPoint(
        period: point.period, value: value,
        intervals: point.intervals.map { interval in
          let lower = max(bound, value + width * (interval.lower - point.value))
          return PredictionInterval(
            level: interval.level, lower: min(lower, value),
            upper: max(value, value + width * (interval.upper - point.value)))
        })
    }
    return Forecast(
      series: series, method: method, model: model, origin: origin,
      observationCount: observationCount, points: points, parameters: parameters,
      residuals: residuals, intervalBasis: intervalBasis, members: members, notes: notes)
  }
}
