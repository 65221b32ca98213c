internal import Glibc

/// How often a series is differenced, and differences themselves.
enum Differencing {
  /// The values less those `lag` before.
  static func difference(_ y: [Double], lag: Int) -> [Double] {
    zip(y.dropFirst(lag), y).map { $0 - $1 }
  }

  /// The differenced values.
  static func apply(_ y: [Double], _ order: ARIMAOrder, seasonLength m: Int) -> [Double] {
    var w = y
    for _ in 0..<order.seasonalD { w = difference(w, lag: m) }
    for _ in 0..<order.d { w = difference(w, lag: 1) }
    return w
  }

  /// For each missing value of a sample an impulse in its place, differenced.
  static func gaps(
    of sample: ForecastSample, _ order: ARIMAOrder, seasonLength m: Int
  ) -> [[Double]] {
    sample.missing.sorted().map { index in
      var impulse = [Double](repeating: 0, count: sample.count)
      impulse[index] = 1
      return apply(impulse, order, seasonLength: m)
    }
  }

  /// Whether seasons are so strong that the series is differenced over a year: the strength of a
  /// classical decomposition, `1 − Var(rest)/Var(season + rest)`, is above 0.64.
  ///
  /// Source: X. Wang, K. A. Smith, R. J. Hyndman, Data Mining and Knowledge Discovery 13 (2006)
  /// 335-364, doi 10.1007/s10618-005-0039-x; the bound is that of Hyndman and Athanasopoulos.
  static func needsSeasonal(_ y: [Double], seasonLength m: Int) -> Bool {
    guard m > 1, y.count >= 2 * m + 5,
      let parts = ClassicalDecomposition(values: y, seasonLength: m, form: .additive)
    else { return false }
    var (rest, both): ([Double], [Double]) = ([], [])
    for (t, level) in parts.trend.enumerated() {
      guard let level else { continue }
      both.append(y[t] - level)
      rest.append(y[t] - level - parts.index(at: t))
    }
    let total = variance(both)
    return total > 0 && 1 - variance(rest) / total > 0.64
  }

  /// How many plain differences make the level stay, at most two: the test of Kwiatkowski,
  /// Phillips, Schmidt and Shin at 5 %, repeated.
  static func plainCount(_ values: [Double]) -> Int {
    var w = values
    for d in 0..<2 {
      guard w.count >= 8, let statistic = kpss(w), statistic > 0.463 else { return d }
      w = difference(w, lag: 1)
    }
    return 2
  }

  /// The statistic for a level; `nil` for constant values.
  ///
  /// Source: D. Kwiatkowski, P. C. B. Phillips, P. Schmidt, Y. Shin, Journal of Econometrics 54
  /// (1992) 159-178, doi 10.1016/0304-4076(92)90104-Y; lags `⌊4·(n/100)^¼⌋` with Bartlett weights.
  static func kpss(_ values: [Double]) -> Double? {
    let n = values.count
    let mean = values.reduce(0, +) / Double(n)
    let e = values.map { $0 - mean }
    var (sum, squares) = (0.0, 0.0)
    for value in e {
      sum += value
      squares += sum * sum
    }
    let lags = Int(4 * pow(Double(n) / 100, 0.25))
    var long = e.reduce(0) { $0 + $1 * $1 }
    guard lags < n else { return nil }
    for lag in 0..<lags {
      var product = 0.0
      for t in (lag + 1)..<n { product += e[t] * e[t - lag - 1] }
      long += 2 * (1 - Double(lag + 1) / Double(lags + 1)) * product
    }
    guard long > 0 else { return nil }
    return squares / (Double(n) * long)
  }

  private static func variance(_ values: [Double]) -> Double {
    let n = Double(max(1, values.count))
    let mean = values.reduce(0, +) / n
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n
  }
}
