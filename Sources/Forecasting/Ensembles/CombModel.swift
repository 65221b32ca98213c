/// Comb: the mean of simple, Holt's and damped smoothing on seasonally adjusted values, as in the M3
/// competition, whose seasonality test it takes.
struct CombModel: FittedModel {
  private let adjustment: SeasonalAdjustment
  private let parts: [ETSModel]
  let residuals: [Double]

  init(_ sample: ForecastSample) throws(ForecastError) {
    guard sample.count >= 4 else {
      throw .tooShort(method: "comb", needed: 4, found: sample.count, simpler: "naive")
    }
    adjustment = SeasonalAdjustment(sample, testing: .changes)
    let adjusted = adjustment.sample(of: sample)
    let share = ETSSelection.slopeShare
    parts = [
      try ETSModel(.simple, adjusted), try ETSModel(.holt, adjusted, slopeShare: share),
      try ETSModel(.dampedHolt, adjusted, slopeShare: share),
    ]
    let mean = adjusted.values.indices.map { [parts] t in
      parts.reduce(0) { $0 + $1.residuals[t] } / 3
    }
    residuals = adjustment.rescaledResiduals(mean)
  }

  var name: String { "Comb" + adjustment.label }
  var parameterCount: Int { 4 }
  var parameters: [ForecastParameter] {
    zip(["ses", "holt", "damped"], parts).flatMap { label, part in
      part.parameters.filter { !["loglik", "aicc"].contains($0.name) }
        .map { ForecastParameter("\(label).\($0.name)", $0.value) }
    }
  }

  func points(_ horizon: Int) -> [Double] {
    let all = parts.map { $0.points(horizon) }
    return adjustment.reseasoned(
      (0..<horizon).map { h in all.reduce(0) { $0 + $1[h] } / Double(all.count) })
  }

  /// The mean of the deviations of the parts, which is their deviation if their errors move
  /// together, as they do.
  func deviations(_ horizon: Int) -> [Double]? {
    let all = parts.compactMap { $0.deviations(horizon) }
    guard all.count == parts.count else { return nil }
    return adjustment.rescaled(
      (0..<horizon).map { h in all.reduce(0) { $0 + $1[h] } / Double(all.count) })
  }

  func bands(_ horizon: Int, options: ForecastOptions) -> IntervalBands? {
    deviations(horizon).map {
      .normal(points(horizon), deviations: $0, levels: options.levels, basis: .members)
    }
  }
}
