internal import NumericCore

extension IntervalBands {
  /// Normal intervals around points.
  ///
  /// `deviations`: The standard deviation at each horizon.
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
  /// `values`: For each horizon the values of all paths, in any order.
  static func simulated(_ values: [[Double]], levels: [IntervalLevel]) -> IntervalBands {
    var lower = [[Double]](repeating: [], count: levels.count)
    var upper = lower
    for column in values {
      var sorted = column
      let last = Double(sorted.count - 1)
      let places = levels.flatMap { level -> [Int] in
        let (low, high) = (level.outside / 2 * last, (1 - level.outside / 2) * last)
        return [low, high].flatMap { [Int($0), min(sorted.count - 1, Int($0) + 1)] }
      }
      OrderStatistics.place(&sorted, ranks: Set(places).sorted())
      for (index, level) in levels.enumerated() {
        lower[index].append(quantile(sorted, level.outside / 2))
        upper[index].append(quantile(sorted, 1 - level.outside / 2))
      }
    }
    return IntervalBands(basis: .simulation, lower: lower, upper: upper)
  }

  /// The quantile of values whose neighbours of its place are in sorted order, by linear
  /// interpolation (type 7 of R).
  static func quantile(_ sorted: [Double], _ probability: Double) -> Double {
    let place = probability * Double(sorted.count - 1)
    let below = Int(place)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
  }
}
