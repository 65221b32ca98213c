internal import Glibc

/// The dynamic optimized Theta model: the weight, the initial level and θ are estimated, and the
/// line is that of the values up to each period.
///
/// Definition, with `w = 1 − 1/θ` between 0 and 1: `μ(t) = l(t−1) + w·((1−α)^(t−1)·A(t−1) +
/// (1 − (1−α)^t)/α·B(t−1))`, `l(t) = αy(t) + (1−α)l(t−1)`; A and B are intercept and slope of the
/// least-squares line through the first values. Errors count from the third value on.
///
/// For one α the errors are linear in the initial level and in w, so both are solved for and only
/// α is searched, between 0.1 and 0.99.
///
/// Source: J. A. Fiorucci, T. R. Pellegrini, F. Louzada, F. Petropoulos, A. B. Koehler,
/// International Journal of Forecasting 32 (2016) 1151-1161, doi 10.1016/j.ijforecast.2016.02.005.
struct DynamicThetaModel: FittedModel {
  private let adjustment: SeasonalAdjustment
  private let alpha: Double
  private let weight: Double
  private let initialLevel: Double
  private let last: State
  private let adjustedResiduals: [Double]
  let residuals: [Double]

  /// The level, and the line through the values so far.
  private struct State: Sendable {
    var level: Double
    var mean = 0.0
    var slope = 0.0
    var count = 0

    /// The mean of the next value less the level, without the factor w.
    func lineTerm(alpha: Double, decay: Double) -> Double {
      guard count > 0 else { return 0 }
      let intercept = mean - slope * Double(count + 1) / 2
      return decay * intercept + (1 - decay * (1 - alpha)) / alpha * slope
    }

    mutating func append(_ y: Double, alpha: Double) {
      level += alpha * (y - level)
      appendToLine(y)
    }

    mutating func appendToLine(_ y: Double) {
      let t = Double(count + 1)
      if count == 0 {
        (mean, slope, count) = (y, 0, 1)
        return
      }
      slope = ((t - 2) * slope + 6 * (y - mean) / t) / (t + 1)
      mean += (y - mean) / t
      count += 1
    }
  }

  /// Fits the model.
  ///
  /// `isShrinking`: Whether seasons are shrunk instead of tested; the published method
  ///   tests.
  init(_ sample: ForecastSample, shrinkingSeasons isShrinking: Bool = false) throws(ForecastError) {
    guard sample.count >= 4 else {
      throw .tooShort(method: "dotm", needed: 4, found: sample.count, simpler: "naive")
    }
    adjustment =
      isShrinking ? SeasonalAdjustment(shrinking: sample) : SeasonalAdjustment(sample)
    let y = adjustment.values
    // The line does not depend on α: once for all.
    var states: [State] = []
    states.reserveCapacity(y.count)
    var line = State(level: 0)
    for value in y {
      states.append(line)
      line.appendToLine(value)
    }
    let best = LineSearch.minimum(from: 0.1, to: 0.99, points: 24) { alpha in
      Self.solve(y, states, alpha: alpha).squares
    }
    let solution = Self.solve(y, states, alpha: best)
    alpha = best
    weight = solution.weight
    initialLevel = solution.level
    var state = State(level: solution.level)
    var decay = 1.0
    var errors: [Double] = []
    for value in y {
      errors.append(
        value - state.level - solution.weight * state.lineTerm(alpha: best, decay: decay))
      state.append(value, alpha: best)
      decay *= 1 - best
    }
    last = state
    adjustedResiduals = Array(errors.dropFirst(2))
    residuals = adjustment.rescaledResiduals(adjustedResiduals)
  }

  /// The best initial level and w in [0, 1] for a weight α, and the sum of squared errors.
  private static func solve(
    _ y: [Double], _ states: [State], alpha: Double
  ) -> (level: Double, weight: Double, squares: Double) {
    var (p, d) = (0.0, 1.0)
    let keep = 1 - alpha
    // Sums of products of: error without both (r), share of the initial level (d), line (c).
    var (rr, rd, rc, dd, dc, cc) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for t in 0..<y.count {
      let r = y[t] - p
      if t >= 2 {
        let c = states[t].lineTerm(alpha: alpha, decay: d)
        rr += r * r
        rd += r * d
        rc += r * c
        dd += d * d
        dc += d * c
        cc += c * c
      }
      p += alpha * r
      d *= keep
    }
    let determinant = dd * cc - dc * dc
    var weight = determinant > 1e-14 * dd * cc ? (dd * rc - dc * rd) / determinant : 0
    weight = min(1, max(0, weight))
    let level = dd > 0 ? (rd - weight * dc) / dd : y[0]
    let squares =
      rr - 2 * level * rd - 2 * weight * rc + level * level * dd + 2 * level * weight * dc
      + weight * weight * cc
    return (level, weight, max(0, squares))
  }

  var name: String { "DOTM" + adjustment.label }
  var parameterCount: Int { 3 }
  var parameters: [ForecastParameter] {
    // θ is infinite at w = 1, where the model is simple smoothing with a moving drift.
    [
      ForecastParameter("alpha", alpha), ForecastParameter("weight", weight),
      ForecastParameter("l0", initialLevel), ForecastParameter("level", last.level),
      ForecastParameter("slope", last.slope),
    ]
  }

  func points(_ horizon: Int) -> [Double] {
    adjustment.reseasoned(path(from: last, horizon: horizon, shock: nil))
  }

  /// The expected values from a state; with a shock, their changes when the first value is one
  /// higher than expected.
  private func path(from state: State, horizon: Int, shock: Double?) -> [Double] {
    var state = state
    var decay = pow(1 - alpha, Double(state.count))
    return (0..<horizon).map { h in
      let mean = state.level + weight * state.lineTerm(alpha: alpha, decay: decay)
      state.append(h == 0 ? mean + (shock ?? 0) : mean, alpha: alpha)
      decay *= 1 - alpha
      return mean
    }
  }

  /// Exact for the model: it is linear in the values, so the variance at a horizon is that of the
  /// errors times the sum of squares of what each error still to come does to it.
  func deviations(_ horizon: Int) -> [Double]? {
    let freedom = adjustedResiduals.count - parameterCount
    guard freedom > 0 else { return nil }
    let squares = adjustedResiduals.reduce(0) { $0 + $1 * $1 }
    let variance = squares / Double(freedom)
    var sums = [Double](repeating: 1, count: horizon)
    for first in 0..<max(0, horizon - 1) {
      // The response is the path of a state of zeros whose first value is one.
      var zero = State(level: 0)
      zero.count = last.count + first
      let response = path(from: zero, horizon: horizon - first, shock: 1)
      for ahead in 1..<(horizon - first) {
        sums[first + ahead] += response[ahead] * response[ahead]
      }
    }
    return adjustment.rescaled(sums.map { (variance * $0).squareRoot() })
  }
}
