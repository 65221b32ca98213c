internal import NumericCore

/// A combination of fitted models, with intervals that backtests have calibrated.
struct EnsembleModel: FittedModel {
  /// How the values of members become one.
  enum Rule: String, Sendable {
    /// Their mean.
    case mean
    /// Their median: one member that errs does no harm.
    case median
  }

  let members: [any FittedModel]
  let rule: Rule
  /// What errors at earlier origins were like, against what the members said.
  let calibration: IntervalCalibration
  let residuals: [Double]
  let notes: [String]

  /// Makes a combination.
  ///
  /// - Precondition: There is a member.
  init(
    _ members: [any FittedModel], rule: Rule, calibration: IntervalCalibration, notes: [String]
  ) {
    precondition(!members.isEmpty, "a combination of nothing")
    self.members = members
    self.rule = rule
    self.calibration = calibration
    self.notes = notes
    // Members can have lost different numbers of first errors; they end at the same value.
    let count = members.map(\.residuals.count).min() ?? 0
    let ends = members.map { Array($0.residuals.suffix(count)) }
    residuals = Self.combined(ends, count: count, rule: rule)
  }

  private static func combined(_ values: [[Double]], count: Int, rule: Rule) -> [Double] {
    (0..<count).map { index in
      let own = values.map { $0[index] }
      switch rule {
      case .mean: return own.reduce(0) { $0 + $1 / Double(own.count) }
      case .median:
        let sorted = own.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
      }
    }
  }

  var name: String { "\(rule.rawValue) of \(members.count)" }
  var parameters: [ForecastParameter] {
    members.enumerated().flatMap { index, member in
      member.parameters.map { ForecastParameter("\(index + 1).\($0.name)", $0.value) }
    }
  }
  var parameterCount: Int { members.map(\.parameterCount).max() ?? 0 }

  func points(_ horizon: Int) -> [Double] {
    Self.combined(members.map { $0.points(horizon) }, count: horizon, rule: rule)
  }

  func points(_ horizon: Int, atLeast floor: Double) -> [Double] {
    Self.combined(
      members.map { $0.points(horizon, atLeast: floor) }, count: horizon, rule: rule)
  }

  /// The mean deviation of the members, scaled.
  func deviations(_ horizon: Int) -> [Double]? {
    let own = members.compactMap { $0.deviations(horizon) }
    guard !own.isEmpty else { return nil }
    let mean = Self.combined(own, count: horizon, rule: .mean)
    return mean.indices.map { mean[$0] * calibration.scale(step: $0 + 1) }
  }

  /// Quantiles that held at earlier origins, times the scaled deviations.
  func bands(_ horizon: Int, options: ForecastOptions) -> IntervalBands? {
    guard let deviations = deviations(horizon) else { return nil }
    let center = points(horizon)
    let widths = options.levels.map { level in
      let quantile = calibration.quantile(level)
      return deviations.map { $0 * quantile }
    }
    return IntervalBands(
      basis: .members, lower: widths.map { zip(center, $0).map { $0 - $1 } },
      upper: widths.map { zip(center, $0).map { $0 + $1 } })
  }
}
