internal import Glibc
internal import NumericCore

/// The exact Gaussian likelihood of an ARMA model, by Ansley's transformation.
///
/// With `r = max(p, q)`, the values `z(t) = w(t)` for `t ≤ r` and `z(t) = φ(B)w(t)` after have a
/// covariance matrix with a narrow band, since `φ(B)w` is a moving average. Its Cholesky factor L
/// gives the standardized errors `L⁻¹z`; rows of L beyond the last value give exact forecasts.
///
/// A value that is missing is a parameter: what stands in its place is right but for a multiple of an
/// impulse there. All multiples are solved for by least squares of `L⁻¹z` on the impulses that went the
/// same way, `X`, and `−½·log|XᵀX|` makes the likelihood that of the values that are known.
///
/// Source: C. F. Ansley, Biometrika 66 (1979) 59-65, doi 10.1093/biomet/66.1.59; V. Gómez, A. Maravall,
/// D. Peña, Journal of Econometrics 88 (1999) 341-363, doi 10.1016/S0304-4076(98)00036-0.
struct ARMALikelihood: Sendable {
  let ar: [Double]
  let ma: [Double]
  let mean: Double
  /// The standardized errors, whose squares add up to `count·variance`.
  let errors: [Double]
  /// The number of differenced values less that of the gaps.
  let count: Int
  /// For each gap, what has to be taken from the value that stands in its place.
  let corrections: [Double]
  /// One-step errors in the unit of the values.
  let innovations: [Double]
  /// The variance of the errors that maximizes the likelihood.
  let variance: Double
  /// `log L` at its maximum over the variance.
  let logLikelihood: Double
  private let expected: [Double]

  /// Evaluates a model; `nil` when the covariances have no Cholesky factor in doubles.
  ///
  /// `ahead`: How many periods after the last value to predict z for.
  /// `gaps`: For each missing value an impulse in its place, differenced as the values.
  /// - Complexity: O((*n* + *ahead*)·*r*² + *n*·*g*·(*r* + *g*)) for *g* gaps.
  init?(
    _ w: [Double], ar: [Double], ma: [Double], mean: Double, ahead: Int = 0,
    gaps: [[Double]] = []
  ) {
    let n = w.count
    let r = max(ar.count, ma.count)
    guard let covariances = Self.autocovariances(ar, ma, count: max(1, r)) else { return nil }
    let psi = Self.responses(ar, ma, count: ma.count + 1)
    let theta = [1] + ma
    let band = max(r - 1, ma.count, 0)
    var movingAverage = [Double](repeating: 0, count: band + 1)
    for lag in 0...ma.count {
      var sum = 0.0
      for j in lag..<theta.count { sum += theta[j] * theta[j - lag] }
      if lag <= band { movingAverage[lag] = sum }
    }
    var cross = [Double](repeating: 0, count: band + 1)
    for lag in 0...ma.count where lag <= band {
      var sum = 0.0
      for j in lag..<theta.count { sum += theta[j] * psi[j - lag] }
      cross[lag] = sum
    }
    let series = [w.map { $0 - mean }] + gaps
    let total = n + ahead
    let width = band + 1
    // Row t of L holds the columns t − band … t.
    var factor = [Double](repeating: 0, count: total * width)
    // The values and after them the impulses.
    var errors = [[Double]](
      repeating: [Double](repeating: 0, count: n), count: series.count)
    var innovations = errors
    var expected: [Double] = []
    var logs = 0.0
    for t in 0..<total {
      let first = max(0, t - band)
      for s in first...t {
        let lag = t - s
        var sum: Double
        if t < r {
          sum = covariances[lag]
        } else if s < r {
          sum = cross[lag]
        } else {
          sum = movingAverage[lag]
        }
        let low = max(first, s - band)
        var (i, j) = (t * width + low - t + band, s * width + low - s + band)
        for _ in low..<s {
          sum -= factor[i] * factor[j]
          i += 1
          j += 1
        }
        if s < t {
          factor[t * width + s - t + band] = sum / factor[s * width + band]
        } else {
          guard sum > 1e-300, sum.isFinite else { return nil }
          factor[t * width + band] = sum.squareRoot()
        }
      }
      for k in series.indices where t < n || k == 0 {
        var predicted = 0.0
        for s in first..<max(first, min(t, n)) {
          predicted += factor[t * width + s - t + band] * errors[k][s]
        }
        guard t < n else {
          expected.append(predicted)
          continue
        }
        var z = series[k][t]
        if t >= r { for (i, a) in ar.enumerated() { z -= a * series[k][t - 1 - i] } }
        innovations[k][t] = z - predicted
        errors[k][t] = (z - predicted) / factor[t * width + band]
      }
      if t < n { logs += log(factor[t * width + band]) }
    }
    guard let bridge = GapBridge(errors[0], Array(errors.dropFirst())) else { return nil }
    logs += bridge.logRoot
    self.ar = ar
    self.ma = ma
    self.mean = mean
    self.errors = bridge.less(errors[0], Array(errors.dropFirst()))
    self.innovations = bridge.less(innovations[0], Array(innovations.dropFirst()))
    self.expected = expected
    corrections = bridge.corrections
    count = n - gaps.count
    variance = self.errors.reduce(0) { $0 + $1 * $1 } / Double(count)
    logLikelihood =
      -0.5 * Double(count) * (log(2 * Double.pi * max(variance, 1e-300)) + 1) - logs
    guard logLikelihood.isFinite else { return nil }
  }

  /// The expected values after the last one.
  func forecasts(of w: [Double]) -> [Double] {
    var x = w.map { $0 - mean }
    for (h, value) in expected.enumerated() {
      var sum = value
      let t = w.count + h
      if t < max(ar.count, ma.count) {
        x.append(sum)
        continue
      }
      for (i, a) in ar.enumerated() { sum += a * x[t - 1 - i] }
      x.append(sum)
    }
    return x.suffix(expected.count).map { $0 + mean }
  }

  /// The coefficients of `θ(B)/φ(B)`, 1 first.
  static func responses(_ ar: [Double], _ ma: [Double], count: Int) -> [Double] {
    var psi = [1.0]
    for j in 1..<max(2, count) {
      var sum = j <= ma.count ? ma[j - 1] : 0
      for i in 0..<min(j, ar.count) { sum += ar[i] * psi[j - 1 - i] }
      psi.append(sum)
    }
    return Array(psi.prefix(max(1, count)))
  }

  /// The autocovariances of lags 0 … count − 1 for errors of variance 1.
  ///
  /// Method: the linear equations of Yule and Walker with the moving average on the right side.
  private static func autocovariances(
    _ ar: [Double], _ ma: [Double], count: Int
  ) -> [Double]? {
    let (p, q) = (ar.count, ma.count)
    let psi = responses(ar, ma, count: q + 1)
    let theta = [1] + ma
    let right = (0...max(p, q)).map { lag -> Double in
      lag > q ? 0 : (lag...q).reduce(0.0) { $0 + theta[$1] * psi[$1 - lag] }
    }
    var gamma: [Double]
    if p == 0 {
      gamma = right
    } else {
      var matrix = Matrix.identity(p + 1)
      for k in 0...p {
        for i in 1...p { matrix[k, abs(k - i)] -= ar[i - 1] }
      }
      guard let factors = try? LUFactorization(of: matrix),
        let solution = try? factors.solve(Array(right.prefix(p + 1)))
      else { return nil }
      gamma = solution
    }
    while gamma.count < count {
      let k = gamma.count
      var sum = k <= q ? right[k] : 0
      for i in 0..<p { sum += ar[i] * gamma[abs(k - 1 - i)] }
      gamma.append(sum)
    }
    return gamma.allSatisfy(\.isFinite) ? gamma : nil
  }
}
