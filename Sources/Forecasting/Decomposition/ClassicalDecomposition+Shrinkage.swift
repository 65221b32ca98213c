internal import Glibc

extension ClassicalDecomposition {
  /// Decomposes values with younger years counting more, and draws each season towards none as
  /// far as all of them are uncertain.
  ///
  /// A year counts 0.8 of the next one. With V the mean variance of the estimated indices, as their
  /// scatter over the years tells, and A the variance of the indices among each other, each is
  /// moved by the share `min(1, 2·(m − 3)/(m − 1)·V/A)` towards 1 (or 0): twice the share of James
  /// and Stein, since neighbouring ratios to a moving average are not independent.
  ///
  /// Returns `nil` with less than two and a half years, and when a multiplicative form meets a value
  /// that is not above zero.
  ///
  /// Source: D. M. Miller, D. Williams, International Journal of Forecasting 19 (2003) 669-684,
  /// doi 10.1016/S0169-2070(02)00077-8.
  init?(shrunkFrom y: [Double], seasonLength m: Int, form: SeasonalForm) {
    guard m > 1, y.count >= 2 * m + m / 2 else { return nil }
    if form == .multiplicative, !y.allSatisfy({ $0 > 0 }) { return nil }
    let neutral = form == .multiplicative ? 1.0 : 0.0
    let trend = Self.movingAverage(y, length: m)
    let yearly = (0...(y.count / m)).map { pow(0.8, Double($0)) }
    var (sums, weights, squaredWeights, counts) = (
      [Double](repeating: 0, count: m), [Double](repeating: 0, count: m),
      [Double](repeating: 0, count: m), [Double](repeating: 0, count: m)
    )
    for (t, level) in trend.enumerated() {
      guard let level else { continue }
      let weight = yearly[(y.count - 1 - t) / m]
      sums[t % m] += weight * (form == .multiplicative ? y[t] / level : y[t] - level)
      weights[t % m] += weight
      squaredWeights[t % m] += weight * weight
      counts[t % m] += 1
    }
    var indices = zip(sums, weights).map { $0 / $1 }
    let mean = indices.reduce(0, +) / Double(m)
    indices = indices.map { form == .multiplicative ? $0 / mean : $0 - mean }
    var scatter = 0.0
    for (t, level) in trend.enumerated() {
      guard let level else { continue }
      let distance = (form == .multiplicative ? y[t] / level : y[t] - level) - indices[t % m]
      scatter += distance * distance
    }
    let freedom = counts.reduce(0) { $0 + $1 - 1 }
    let spread = indices.reduce(0) { $0 + ($1 - neutral) * ($1 - neutral) } / Double(m - 1)
    guard freedom > 0, spread > 0 else { return nil }
    let ofMean = zip(squaredWeights, weights).reduce(0) { $0 + $1.0 / ($1.1 * $1.1) } / Double(m)
    let share = 2 * Double(max(0, m - 3)) / Double(m - 1) * (scatter / freedom * ofMean) / spread
    let shrunk = indices.map { neutral + (1 - min(1, share)) * ($0 - neutral) }
    guard shrunk.allSatisfy({ $0.isFinite && (form == .additive || $0 > 0.01) }) else {
      return nil
    }
    self.init(form: form, seasonLength: m, seasonal: shrunk, trend: trend)
  }
}
