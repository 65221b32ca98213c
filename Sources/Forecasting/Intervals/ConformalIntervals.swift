/// Intervals from the errors of a method at earlier origins.
///
/// Definition: at each horizon the magnitudes of the errors from `n` origins are sorted; the radius
/// is the `⌈(n + 1)·level⌉`-th smallest. Where that is more than `n`, the largest is widened by the
/// ratio of normal quantiles at the wanted level and at `n/(n + 1)`.
///
/// Source: C14 rules; V. Vovk, A. Gammerman, G. Shafer, Algorithmic Learning in a Random World,
/// Springer 2005, chapter 2.
enum ConformalIntervals {
  static func bands(
    of method: ForecastMethod, sample: ForecastSample, points: [Double], horizon: Int,
    windows: Int, levels: [IntervalLevel], notes: inout [String]
  ) -> IntervalBands? {
    let fewest = min(max(4, 2 * sample.seasonLength), sample.count / 2)
    var errors = [[Double]](repeating: [], count: horizon)
    for back in 1...max(1, windows) {
      let length = sample.count - back
      guard length >= max(1, fewest) else { break }
      guard sample.isKnown(at: length - 1),
        let fit = try? method.fit(sample.prefix(length))
      else { continue }
      let forecasts = fit.model.points(min(horizon, back))
      for (h, forecast) in forecasts.enumerated() where sample.isKnown(at: length + h) {
        errors[h].append((sample.values[length + h] - forecast).magnitude)
      }
    }
    guard !errors[0].isEmpty else { return nil }
    var isWidened = false
    let radii = levels.map { level in
      var largest = 0.0
      return errors.indices.map { h -> Double in
        let sorted = errors[h].sorted()
        // Horizons without an earlier origin grow with the root of the horizon.
        var radius = 0.0
        if sorted.isEmpty {
          isWidened = true
          radius = largest * (Double(h + 1) / Double(max(1, h))).squareRoot()
        } else {
          let n = Double(sorted.count)
          let rank = ((n + 1) * (1 - level.outside)).rounded(.up)
          if rank <= n {
            radius = sorted[Int(rank) - 1]
          } else {
            isWidened = true
            radius = sorted[sorted.count - 1] * NormalRatio.widening(level: level, count: n)
          }
        }
        largest = max(largest, radius)
        return largest
      }
    }
    if isWidened {
      notes.append(
        "conformal intervals widened: \(errors[0].count) earlier origins are too few for these "
          + "levels")
    }
    return IntervalBands(
      basis: .pastErrors,
      lower: radii.map { zip(points, $0).map { $0 - $1 } },
      upper: radii.map { zip(points, $0).map { $0 + $1 } })
  }
}
