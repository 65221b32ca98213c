internal import NumericCore

/// How much wider an interval of one level is than one of another, for normal errors.
enum NormalRatio {
  /// The factor from the largest of `count` errors to the radius of a level.
  static func widening(level: IntervalLevel, count: Double) -> Double {
    let normal = NormalDistribution.standard
    let reached = normal.quantile(1 - 1 / (count + 1) / 2)
    return max(1, normal.quantile(1 - level.outside / 2) / reached)
  }
}
