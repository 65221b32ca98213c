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

  /// Whether seasons are so strong that the series is differenced over a year: above 0.64, the bound of
  /// Hyndman and Athanasopoulos.
  static func needsSeasonal(_ y: [Double], seasonLength m: Int) -> Bool {
    guard m > 1, y.count >= 2 * m + 5 else { return false }
    return (seasonalStrength(y, seasonLength: m) ?? 0) > 0.64
  }

  /// How much of what the trend leaves is season: `1 − Var(rest)/Var(season + rest)`.
  ///
  /// The season of STL is a local mean over eleven years; a line would take much of a short series for
  /// one. `nil` with less than two years, and for values that are all trend.
  ///
  /// Source: X. Wang, K. A. Smith, R. J. Hyndman, Data Mining and Knowledge Discovery 13 (2006)
  /// 335-364, doi 10.1007/s10618-005-0039-x.
  static func seasonalStrength(_ y: [Double], seasonLength m: Int) -> Double? {
    let usual = STLParameters.standard(seasonLength: m, seasonalSpan: 11, isRobust: false)
    let parameters = STLParameters(
      seasonal: .init(usual.seasonal.span, degree: 0, jump: 1),
      trend: .init(usual.trend.span, jump: 1), lowPass: .init(usual.lowPass.span, jump: 1),
      innerRounds: usual.innerRounds, robustRounds: 0)
    guard let parts = STLDecomposition(y, seasonLength: m, parameters: parameters) else {
      return nil
    }
    let rest = parts.remainder
    let total = variance(zip(rest, parts.seasonal).map { $0 + $1 })
    return total > 0 ? 1 - variance(rest) / total : nil
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
  /// (1992) 159-178, doi 10.1016/0304-4076(92)90104-Y; lags `⌊3·√n/13⌋` with Bartlett weights.
  static func kpss(_ values: [Double]) -> Double? {
    let n = values.count
    let mean = values.reduce(0, +) / Double(n)
    let e = values.map { $0 - mean }
    var (sum, squares) = (0.0, 0.0)
    for value in e {
      sum += value
      squares += sum * sum
    }
    let lags = Int(3 * Double(n).squareRoot() / 13)
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
