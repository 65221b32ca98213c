internal import NumericCore

/// The equations `C·x = y` between short and long periods; totals that are missing have none.
struct AggregationRule: Sendable {
  /// The known totals.
  let totals: [Double]
  /// The first short period of each known total.
  let starts: [Int]
  /// The weights of the short periods of one total.
  let weights: [Double]
  /// The number of short periods, those outside of any total counted.
  let count: Int

  init(totals: [Double?], offset: Int, count: Int, conversion: Conversion, periods: Int) {
    let known = totals.enumerated().compactMap { index, value in value.map { (index, $0) } }
    self.totals = known.map(\.1)
    starts = known.map { offset + $0.0 * periods }
    weights = conversion.weights(periods)
    self.count = count
  }

  /// `C·x`.
  func aggregated(_ values: [Double]) -> [Double] {
    starts.map { start in
      var sum = CompensatedSum()
      for (offset, weight) in weights.enumerated() { sum.add(weight * values[start + offset]) }
      return sum.value
    }
  }

  /// The weights of one total over all short periods, a row of `C`.
  func row(_ index: Int) -> [Double] {
    var row = [Double](repeating: 0, count: count)
    row.replaceSubrange(starts[index]..<starts[index] + weights.count, with: weights)
    return row
  }

  /// The values with what rounding has taken from a total put back, spread over its periods.
  func settled(_ values: [Double]) -> [Double] {
    var result = values
    let norm = weights.reduce(0) { $0 + $1 * $1 }
    for (index, gap) in zip(totals, aggregated(values)).map({ $0 - $1 }).enumerated()
    where gap != 0 {
      for (offset, weight) in weights.enumerated() {
        result[starts[index] + offset] += gap * weight / norm
      }
    }
    return result
  }
}
