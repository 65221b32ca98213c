import TestSupport
import Testing
import TimeSeries

@testable import Forecasting

@Suite("Exponential smoothing") struct ExponentialSmoothingTests {
  /// Parameters inside the bounds that fit no value well, so that every derivative counts.
  private func parameters(_ form: ExponentialSmoothing) -> ETSKernel.Parameters {
    var p = ETSKernel.Parameters()
    p.alpha = 0.4
    p.beta = form.trend == .none ? 0 : 0.1
    p.gamma = form.season == .none ? 0 : 0.25
    p.phi = form.trend == .damped ? 0.9 : 1
    p.level = 112
    p.slope = form.trend == .none ? 0 : 1.3
    switch form.season {
    case .none: p.seasons = []
    case .additive: p.seasons = [-14, 4, -10, 20]
    case .multiplicative: p.seasons = [0.88, 1.03, 0.91, 1.18]
    }
    return p
  }

  @Test(
    "the gradient is that of finite differences, with and without a gap",
    arguments: ExponentialSmoothing.all, [false, true])
  func gradient(_ form: ExponentialSmoothing, _ hasGap: Bool) {
    let y = QuarterlyExample.values
    let observed = hasGap ? y.indices.map { $0 != 6 && $0 != 7 } : []
    var objective = ETSObjective(form, y: y, observed: observed, seasonLength: 4)
    let x = objective.variables(parameters(form))
    var gradient = [Double](repeating: 0, count: x.count)
    _ = objective.value(at: x, gradient: &gradient)
    var unused = gradient
    for i in x.indices {
      var moved = x
      let step = 1e-5 * max(1, x[i].magnitude)
      moved[i] = x[i] + step
      let up = objective.value(at: moved, gradient: &unused)
      moved[i] = x[i] - step
      let down = objective.value(at: moved, gradient: &unused)
      let expected = (up - down) / (2 * step)
      #expect(isNear(gradient[i], expected, 1e-5 * max(1, expected.magnitude)))
    }
  }

  @Test("the kernel follows the textbook recursion", arguments: ExponentialSmoothing.all)
  func recursion(_ form: ExponentialSmoothing) {
    // Written out from table 2.2 and 2.3 of Hyndman et al. 2008, one error form at a time.
    let y = QuarterlyExample.values
    let p = parameters(form)
    var kernel = ETSKernel(form, y: y, observed: [], seasonLength: 4)
    _ = kernel.objective(p)
    var (l, b, s) = (p.level, p.slope, p.seasons)
    for t in y.indices {
      let season = form.season == .none ? 0 : s[t % 4]
      let q = l + p.phi * b
      let mean = form.season == .multiplicative ? q * season : q + season
      #expect(isNear(kernel.means[t], mean, 1e-9))
      if form.error == .additive {
        let e = y[t] - mean
        l = q + p.alpha * e
        b = p.phi * b + p.beta * e
        if form.season != .none { s[t % 4] = season + p.gamma * e }
      } else {
        let e = (y[t] - mean) / mean
        let size = form.season == .multiplicative ? q : mean
        l = q + p.alpha * size * e
        b = p.phi * b + p.beta * size * e
        switch form.season {
        case .none: break
        case .additive: s[t % 4] = season + p.gamma * size * e
        case .multiplicative: s[t % 4] = season * (1 + p.gamma * e)
        }
      }
    }
    #expect(isNear(kernel.last.level, l, 1e-9))
  }

  /// Log-likelihoods of statsmodels 0.15.0: `ETSModel(y, error=, trend=, damped_trend=, seasonal=,
  /// seasonal_periods=4).fit(maxiter=5000).llf` on the example, less the constant
  /// `−n/2·(log(2π/n) + 1)` that R leaves out.
  @Test(
    "the maximum is at least that of statsmodels",
    arguments: [
      ("ETS(A,N,N)", -87.63113), ("ETS(A,A,N)", -83.59418), ("ETS(A,Ad,N)", -83.63543),
      ("ETS(A,A,A)", -35.90329),
    ])
  func likelihood(_ name: String, _ reference: Double) throws {
    let form = try #require(ExponentialSmoothing(name: name))
    let model = try ETSModel(form, QuarterlyExample.sample())
    let constant = -10 * (-1.1578552 + 1)  // log(2π/20) = −1.1578552
    #expect(model.logLikelihood + constant >= reference - 2e-3)
  }

  @Test("no variance below the formulas of the book") func closedForms() throws {
    for (method, name) in [
      (ForecastMethod.exponentialSmoothing(.simple), "SES"),
      (.exponentialSmoothing(.holt), "Holt"), (.exponentialSmoothing(.dampedHolt), "damped"),
      (.exponentialSmoothing(.holtWintersAdditive), "Holt-Winters"),
    ] {
      let result = try method.forecast(
        QuarterlyExample.series, horizon: 13, options: ForecastOptions(lowerBound: .none))
      let p = Dictionary(uniqueKeysWithValues: result.parameters.map { ($0.name, $0.value) })
      let (alpha, beta, gamma) = (p["alpha"] ?? 0, p["beta"] ?? 0, p["gamma"] ?? 0)
      let phi = p["phi"] ?? 1
      let found = deviations(result)
      for step in [1, 2, 5, 9, 13] {
        let h = Double(step)
        let k = Double((step - 1) / 4)
        // The closed forms of section C14, in units of the error variance.
        let variance: Double
        if phi < 1 {
          let a = 1 - phi
          variance =
            1 + alpha * alpha * (h - 1)
            + (beta * phi * h / (a * a)) * (2 * alpha * a + beta * phi)
            - (beta * phi * (1 - power(phi, step)) / (a * a * (1 - phi * phi)))
            * (2 * alpha * (1 - phi * phi) + beta * phi * (1 + 2 * phi - power(phi, step)))
        } else {
          variance =
            1
            + (h - 1) * (alpha * alpha + alpha * beta * h + beta * beta * h * (2 * h - 1) / 6)
            + gamma * k * (2 * alpha + gamma + beta * 4 * (k + 1))
        }
        let ratio = found[step - 1] / found[0]
        #expect(isNear(ratio * ratio, variance, 1e-6 * variance), "\(name), \(step) steps")
      }
    }
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }

  @Test("simulated intervals have the variance of the recursion") func simulation() throws {
    let sample = try QuarterlyExample.sample()
    let model = try ETSModel(.holtWintersMultiplicative, sample)
    let options = ForecastOptions(levels: [.percent(95)], paths: 20_000)
    let bands = try #require(model.bands(10, options: options))
    let formula = try #require(model.deviations(10))
    for h in 0..<10 {
      let width = (bands.upper[0][h] - bands.lower[0][h]) / 2 / 1.96
      #expect(isNear(width / formula[h], 1, 0.04), "\(h + 1) steps")
    }
    #expect(bands.basis == .simulation)
    let again = try #require(model.bands(10, options: options))
    #expect(again.lower == bands.lower && again.upper == bands.upper)
  }

  @Test("multiplying the unit multiplies the forecast") func scaling() throws {
    let method = ForecastMethod.automaticExponentialSmoothing
    let plain = try method.forecast(QuarterlyExample.series, horizon: 4)
    for factor in [1e-9, 1e12] {
      let scaled = try method.forecast(
        Series(
          "scaled", from: .quarter(2001, 1), values: QuarterlyExample.values.map { $0 * factor }),
        horizon: 4)
      #expect(scaled.model == plain.model)
      #expect(areNear(scaled.values.map { $0 / factor }, plain.values, 1e-4))
    }
  }

  @Test("a form that has infinite variance cannot be made") func forbidden() {
    #expect(ExponentialSmoothing(error: .additive, trend: .none, season: .multiplicative) == nil)
    #expect(ExponentialSmoothing.all.count == 15)
    #expect(ForecastMethod(name: "ETS(A,N,M)") == nil)
  }
}
