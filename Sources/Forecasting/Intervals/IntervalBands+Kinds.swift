internal import NumericCore

extension IntervalBands {
  /// Normal intervals around points.
  ///
  /// - Parameter deviations: The standard deviation at each horizon.
  static func normal(
    _ points: [Double], deviations: [Double], levels: [IntervalLevel],
    basis: IntervalBasis = .formula
  ) -> IntervalBands {
    var lower: [[Double]] = []
    var upper: [[Double]] = []
    for level in levels {
      let width = NormalDistribution.standard.quantile(1 - level.outside / 2)
      lower.append(zip(points, deviations).map { $0 - width * $1 })
      upper.append(zip(points, deviations).map { $0 + width * $1 })
    }
    return IntervalBands(basis: basis, lower: lower, upper: upper)
  }

  /// Intervals between quantiles of simulated values.
  ///
  /// - Parameter values: For each horizon the values of all paths, in any order.
  static func simulated(_ values: [[Double]], levels: [IntervalLevel]) -> IntervalBands {
    let sorted = values.map { $0.sorted() }
    return IntervalBands(
      basis: .simulation,
      lower: levels.map { level in sorted.map { quantile($0, level.outside / 2) } },
      upper: levels.map { level in sorted.map { quantile($0, 1 - level.outside / 2) } })
  }

  /// The quantile of sorted values by linear interpolation (type 7 of Hyndman and Fan 1996).
  static func quantile(_ sorted: [Double], _ probability: Double) -> Double {
    let place = probability * Double(sorted.count - 1)
    let below = Int(place)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
  }
}
