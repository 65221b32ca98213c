internal import Glibc

/// The recursions of exponential smoothing and their derivatives, on contiguous arrays.
///
/// With level l, slope b, season s of the period, and α, β, γ, φ the weights of the book:
/// `q = l + φb`; `μ = q`, `q + s` or `q·s`; `r = y − μ`; then `l = q + αr/c`, `b = φb + βr/c` and
/// `s = s + γr/c'`, where c and c' are 1 without and with additive seasons, and s and q with
/// multiplicative ones. Additive and multiplicative errors share the recursions; they differ in
/// the likelihood only. A period that was not observed has `r = 0`.
///
/// Derivatives are by the adjoint method: one pass back costs as much as one pass forward,
/// whatever the number of initial states.
struct ETSKernel {
  /// What a pass needs: weights, and the states before the first period.
  struct Parameters: Sendable, Hashable {
    var alpha = 0.0
    var beta = 0.0
    var gamma = 0.0
    var phi = 1.0
    var level = 0.0
    var slope = 0.0
    /// The seasons before the first period, that of the first period first.
    var seasons: [Double] = []
  }

  let season: ExponentialSmoothing.Season
  let hasTrend: Bool
  let isMultiplicative: Bool
  let seasonLength: Int
  let y: [Double]
  /// Empty when all values were observed.
  let observed: [Bool]
  let observedCount: Int

  // The tape of the last forward pass.
  private(set) var residuals: [Double]
  private(set) var means: [Double]
  private var trends: [Double]
  private var slopes: [Double]
  private var oldSeasons: [Double]
  private var seeds: [Double]
  /// The states after the last period.
  private(set) var last = Parameters()
  private(set) var squares = 0.0

  init(
    _ form: ExponentialSmoothing, y: [Double], observed: [Bool], seasonLength: Int
  ) {
    season = form.season
    hasTrend = form.trend != .none
    isMultiplicative = form.error == .multiplicative
    self.seasonLength = form.season == .none ? 1 : seasonLength
    self.y = y
    self.observed = observed
    observedCount = observed.isEmpty ? y.count : observed.count { $0 }
    let zeros = [Double](repeating: 0, count: y.count)
    residuals = zeros
    means = zeros
    trends = zeros
    slopes = zeros
    oldSeasons = form.season == .none ? [] : zeros
    seeds = zeros
  }

  /// Runs forward and returns `n·log Σe² (+ 2·Σ log μ)`, which is minus twice the log-likelihood
  /// up to a constant; infinite where a mean, level or season that must be positive is not.
  mutating func objective(_ p: Parameters) -> Double {
    last = p
    let isValid =
      switch season {
      case .none, .additive: forwardAdditive(p)
      case .multiplicative: forwardMultiplicative(p)
      }
    guard isValid else { return .infinity }
    var sum = 0.0
    var logs = 0.0
    if isMultiplicative {
      var product = 1.0
      for t in 0..<y.count {
        let mean = means[t]
        guard mean > 1e-12 else { return .infinity }
        let e = residuals[t] / mean
        sum += e * e
        if observed.isEmpty || observed[t] { product *= mean }
        // The logarithm of a product of eight costs as much as one.
        if t & 7 == 7 {
          logs += log(product)
          product = 1
        }
      }
      logs += log(product)
    } else {
      for t in 0..<y.count { sum += residuals[t] * residuals[t] }
    }
    squares = sum
    // A perfect fit has no likelihood; the floor is far below what doubles resolve.
    return Double(observedCount) * log(max(sum, 1e-28 * Double(observedCount))) + 2 * logs
  }

  /// The pass of additive seasons, which without seasons are zero.
  private mutating func forwardAdditive(_ p: Parameters) -> Bool {
    var (l, b) = (p.level, p.slope)
    var s = p.seasons
    var j = 0
    let hasSeasons = season == .additive
    let hasGaps = !observed.isEmpty
    let (alpha, beta, gamma, phi) = (p.alpha, p.beta, p.gamma, p.phi)
    for t in 0..<y.count {
      let old = hasSeasons ? s[j] : 0
      let damped = phi * b
      let q = l + damped
      let mean = q + old
      var r = y[t] - mean
      if hasGaps && !observed[t] { r = 0 }
      means[t] = mean
      residuals[t] = r
      slopes[t] = b
      l = q + alpha * r
      b = damped + beta * r
      if hasSeasons {
        s[j] = old + gamma * r
        j += 1
        if j == seasonLength { j = 0 }
      }
    }
    finish(l, b, s, from: j)
    return l.isFinite && b.isFinite
  }

  private mutating func forwardMultiplicative(_ p: Parameters) -> Bool {
    var (l, b) = (p.level, p.slope)
    var s = p.seasons
    var j = 0
    let hasGaps = !observed.isEmpty
    let (alpha, beta, gamma, phi) = (p.alpha, p.beta, p.gamma, p.phi)
    for t in 0..<y.count {
      let old = s[j]
      let damped = phi * b
      let q = l + damped
      guard q > 1e-9, old > 1e-9 else { return false }
      let mean = q * old
      var r = y[t] - mean
      if hasGaps && !observed[t] { r = 0 }
      let perLevel = r / old
      means[t] = mean
      residuals[t] = r
      slopes[t] = b
      trends[t] = q
      oldSeasons[t] = old
      l = q + alpha * perLevel
      b = damped + beta * perLevel
      s[j] = old + gamma * (r / q)
      j += 1
      if j == seasonLength { j = 0 }
    }
    finish(l, b, s, from: j)
    return l.isFinite && b.isFinite
  }

  /// Keeps the last states, the season of the next period first.
  private mutating func finish(_ l: Double, _ b: Double, _ s: [Double], from j: Int) {
    last.level = l
    last.slope = b
    last.seasons = Array(s[j...] + s[..<j])
  }

  /// Runs back over the tape of the last ``objective(_:)`` and returns the derivatives by each
  /// parameter.
  mutating func gradient(_ p: Parameters, into d: inout Parameters) {
    let factor = 2 * Double(observedCount) / max(squares, 1e-28 * Double(observedCount))
    if isMultiplicative {
      for t in 0..<y.count {
        let inverse = 1 / means[t]
        seeds[t] = inverse
      }
    }
    d.alpha = 0
    d.beta = 0
    d.gamma = 0
    d.phi = 0
    switch season {
    case .none, .additive: backAdditive(p, factor, &d)
    case .multiplicative: backMultiplicative(p, factor, &d)
    }
  }

  private func backAdditive(_ p: Parameters, _ factor: Double, _ d: inout Parameters) {
    let hasSeasons = season == .additive
    let hasGaps = !observed.isEmpty
    var (lBar, bBar) = (0.0, 0.0)
    var (alphaBar, betaBar, gammaBar, phiBar) = (0.0, 0.0, 0.0, 0.0)
    let (alpha, beta, gamma, phi) = (p.alpha, p.beta, p.gamma, p.phi)
    if hasSeasons { for j in 0..<seasonLength { d.seasons[j] = 0 } }
    var j = (y.count - 1) % seasonLength
    for t in stride(from: y.count - 1, through: 0, by: -1) {
      let r = residuals[t]
      let sBar = hasSeasons ? d.seasons[j] : 0
      var meanBar = 0.0
      if !hasGaps || observed[t] {
        var seed = factor * r
        if isMultiplicative {
          let inverse = seeds[t]
          let e = r * inverse
          seed = factor * e * inverse
          meanBar = (2 - factor * e * e) * inverse
        }
        meanBar -= seed + alpha * lBar + beta * bBar + gamma * sBar
        alphaBar += lBar * r
        betaBar += bBar * r
        gammaBar += sBar * r
      }
      lBar += meanBar
      if hasSeasons {
        d.seasons[j] = sBar + meanBar
        j = j == 0 ? seasonLength - 1 : j - 1
      }
      let both = lBar + bBar
      phiBar += both * slopes[t]
      bBar = phi * both
    }
    d.alpha = alphaBar
    d.beta = betaBar
    d.gamma = gammaBar
    d.phi = phiBar
    d.level = lBar
    d.slope = bBar
  }

  private func backMultiplicative(_ p: Parameters, _ factor: Double, _ d: inout Parameters) {
    let hasGaps = !observed.isEmpty
    var (lBar, bBar) = (0.0, 0.0)
    var (alphaBar, betaBar, gammaBar, phiBar) = (0.0, 0.0, 0.0, 0.0)
    let (alpha, beta, gamma, phi) = (p.alpha, p.beta, p.gamma, p.phi)
    for j in 0..<seasonLength { d.seasons[j] = 0 }
    var j = (y.count - 1) % seasonLength
    for t in stride(from: y.count - 1, through: 0, by: -1) {
      let (r, q, s) = (residuals[t], trends[t], oldSeasons[t])
      var sBar = d.seasons[j]
      if !hasGaps || observed[t] {
        // Seasons are multiplied with errors of their own kind only, so 1/μ = 1/(q·s).
        let inverse = seeds[t]
        let (perSeason, perTrend) = (q * inverse, s * inverse)
        let (rs, rq) = (r * perSeason, r * perTrend)
        let e = r * inverse
        let seed = factor * e * inverse
        let pull = alpha * lBar + beta * bBar
        alphaBar += lBar * rs
        betaBar += bBar * rs
        gammaBar += sBar * rq
        let meanBar =
          (2 - factor * e * e) * inverse - seed - pull * perSeason - gamma * sBar * perTrend
        lBar += meanBar * s - gamma * sBar * rq * perTrend
        sBar += meanBar * q - pull * rs * perSeason
      }
      d.seasons[j] = sBar
      j = j == 0 ? seasonLength - 1 : j - 1
      let both = lBar + bBar
      phiBar += both * slopes[t]
      bBar = phi * both
    }
    d.alpha = alphaBar
    d.beta = betaBar
    d.gamma = gammaBar
    d.phi = phiBar
    d.level = lBar
    d.slope = bBar
  }
}
