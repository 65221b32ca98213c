import Glibc
import Testing
import TimeSeries

@testable import Forecasting

@Suite("ARIMA") struct ARIMATests {
  /// statsmodels 0.15.0: `SARIMAX(y, order=, seasonal_order=, trend=, simple_differencing=True)
  /// .fit(maxiter=2000, method='lbfgs', pgtol=1e-10).llf` on the quarterly example.
  @Test(
    "the exact likelihood at its maximum is that of statsmodels",
    arguments: [
      ("ARIMA(1,1,0)", -79.665678), ("ARIMA(0,1,1)(0,1,1)", -30.270303),
      ("ARIMA(1,0,0)(0,1,0)+c", -27.554367), ("ARIMA(2,0,1)+c", -78.736988),
      ("ARIMA(0,1,0)(1,0,0)", -56.715452), ("ARIMA(0,1,1)+c", -81.398678),
    ])
  func likelihood(_ name: String, _ reference: Double) throws {
    let order = try #require(ARIMAOrder(name: name))
    let model = try ARIMAModel(order, QuarterlyExample.sample())
    // Moving averages at the border of what is invertible are approached, not reached.
    #expect(isNear(model.logLikelihood, reference, 0.02), "\(model.logLikelihood)")
  }

  @Test("coefficients are those of statsmodels") func coefficients() throws {
    let model = try ARIMAModel(ARIMAOrder(p: 1, d: 1, q: 0), QuarterlyExample.sample())
    #expect(isNear(model.parameters.first { $0.name == "ar1" }?.value, -0.85883, 1e-3))
  }

  /// statsmodels 0.15.0: `kpss(y, "c", nlags=floor(3*sqrt(n)/13))`, and
  /// `1 - var(resid)/var(resid + seasonal)` of `STL(y, m, seasonal=11, seasonal_deg=0).fit(inner_iter=2)`,
  /// for the quarterly example and for the rests of 7t² + 3t by 31 in three years of months.
  @Test("what decides on differences is as in statsmodels") func differences() throws {
    let rests: [Double] = (0..<36).map { (t: Int) -> Double in Double((7 * t * t + 3 * t) % 31) }
    let quarters = QuarterlyExample.values
    #expect(isNear(Differencing.kpss(quarters), 0.8999838011941421, 1e-12))
    #expect(isNear(Differencing.kpss(rests), 0.22076076115101814, 1e-12))
    let strengths = [
      Differencing.seasonalStrength(quarters, seasonLength: 4),
      Differencing.seasonalStrength(rests, seasonLength: 12),
    ]
    #expect(isNear(strengths[0], 0.9917905872403991, 1e-9), "\(strengths)")
    #expect(isNear(strengths[1], 0.2502304888337099, 1e-9), "\(strengths)")
    #expect(Differencing.needsSeasonal(quarters, seasonLength: 4))
    #expect(!Differencing.needsSeasonal(rests, seasonLength: 12))
  }

  @Test("a gap of a random walk is one step of twice the variance") func gapOfWalk() throws {
    let order = ARIMAOrder(p: 0, d: 1, q: 0)
    let values: [Double?] = [10, 12, 11, nil, 16, 15, 19, 18]
    let sample = try ForecastSample(Series("x", from: .year(2001), values: values))
    let model = try ARIMAModel(order, sample)
    // Steps 2, −1, −1, 4, −1 and 5 over the gap: σ² = (4 + 1 + 1 + 16 + 1 + 25/2)/6.
    let variance = 35.5 / 6
    #expect(isNear(model.parameters.first { $0.name == "sigma2" }?.value, variance, 1e-12))
    let reference = -3 * (log(2 * Double.pi * variance) + 1) - log(2) / 2
    #expect(isNear(model.logLikelihood, reference, 1e-12))
  }

  @Test("a gap is skipped: the likelihood is that of the values that are known, by formula")
  func gapOfAutoregression() throws {
    // The value after the gap given the one before: mean c + φ²(y − c), variance σ²(1 + φ²).
    let y: [Double?] = [3, 4, 2, nil, 5, 3, 4, 6, 4, 3]
    let (phi, mean) = (0.4, 3.5)
    var (squares, logs) = (pow(3 - mean, 2) * (1 - phi * phi), -log(1 - phi * phi) / 2)
    var before = 3.0
    for t in 1..<y.count {
      guard let value = y[t] else { continue }
      let isLong = y[t - 1] == nil
      let error = value - mean - (isLong ? phi * phi : phi) * (before - mean)
      squares += error * error / (isLong ? 1 + phi * phi : 1)
      logs += isLong ? log(1 + phi * phi) / 2 : 0
      before = value
    }
    let reference = -4.5 * (log(2 * Double.pi * squares / 9) + 1) - logs
    // What stands in the gap does not matter.
    for filling in [0.0, 3, 1000] {
      var impulse = [Double](repeating: 0, count: y.count)
      impulse[3] = 1
      let found = try #require(
        ARMALikelihood(y.map { $0 ?? filling }, ar: [phi], ma: [], mean: mean, gaps: [impulse]))
      #expect(isNear(found.logLikelihood, reference, 1e-9))
      // The gap is estimated from both sides.
      let expected = mean + phi / (1 + phi * phi) * (2 + 5 - 2 * mean)
      #expect(isNear(filling - found.corrections[0], expected, 1e-9))
    }
  }

  /// statsmodels 0.15.0: `SARIMAX(y, order=, trend=)`, for the second with `use_exact_diffuse=True`,
  /// `.fit(maxiter=5000, method='lbfgs', pgtol=1e-10)` on the quarterly example with the 7th and the
  /// 14th value missing; a Kalman filter skips them there.
  @Test(
    "with gaps, likelihood and forecasts are those of a Kalman filter",
    arguments: [
      ("ARIMA(2,0,0)+c", -74.864476, [132.186962, 165.580574]),
      ("ARIMA(1,1,0)", nil, [137.362348, 171.091150, 140.865563, 167.951397]),
    ])
  func gaps(_ name: String, _ likelihood: Double?, _ forecasts: [Double]) throws {
    let values = QuarterlyExample.values.enumerated().map { [6, 13].contains($0) ? nil : $1 }
    let sample = try ForecastSample(Series("x", from: .quarter(2001, 1), values: values))
    let model = try ARIMAModel(try #require(ARIMAOrder(name: name)), sample)
    if let likelihood { #expect(isNear(model.logLikelihood, likelihood, 1e-4)) }
    for (own, other) in zip(model.points(forecasts.count), forecasts) {
      #expect(isNear(own, other, 0.02), "\(own)")
    }
  }

  @Test("a random walk forecasts its last value, with the widths of the naive method")
  func randomWalk() throws {
    let walk = try ForecastMethod.arima(ARIMAOrder(p: 0, d: 1, q: 0))
      .forecast(QuarterlyExample.series, horizon: 3)
    let naive = try ForecastMethod.naive.forecast(QuarterlyExample.series, horizon: 3)
    #expect(areNear(walk.values, naive.values, 1e-9))
    #expect(areNear(deviations(walk), deviations(naive), 1e-6))
  }

  @Test("an autoregression forecasts by its recursion") func recursion() throws {
    let order = ARIMAOrder(p: 2, d: 0, q: 0, constant: true)
    let fit = try ForecastMethod.arima(order).fit(QuarterlyExample.sample())
    let p = Dictionary(uniqueKeysWithValues: fit.parameters.map { ($0.name, $0.value) })
    let (a, b, mean) = (p["ar1"] ?? 0, p["ar2"] ?? 0, p["mean"] ?? 0)
    var path = QuarterlyExample.values.map { $0 - mean }
    for _ in 0..<3 { path.append(a * path[path.count - 1] + b * path[path.count - 2]) }
    let expected = path.suffix(3).map { $0 + mean }
    #expect(try areNear(fit.forecast(horizon: 3).values, expected, 1e-6))
  }

  @Test("differences are undone exactly") func integration() throws {
    // A straight line with fixed seasons has no error after both differences.
    let values = (0..<24).map { 100 + 3 * Double($0) + [0, 8, -5, 2][$0 % 4] }
    var noisy = values
    noisy[10] += 0.5
    let order = ARIMAOrder(p: 0, d: 1, q: 0, seasonal: (0, 1, 0))
    let result = try ForecastMethod.arima(order).forecast(
      Series("line", from: .quarter(2000, 1), values: noisy), horizon: 6)
    let expected = (24..<30).map { 100 + 3 * Double($0) + [0, 8, -5, 2][$0 % 4] }
    #expect(areNear(result.values, expected, 1e-8))
  }

  @Test("the search differences what wanders and what is seasonal") func search() throws {
    let result = try ForecastMethod.automaticARIMA.forecast(QuarterlyExample.series, horizon: 4)
    #expect(result.model.contains("[4]"), "\(result.model)")
    #expect(zip(result.values, [128, 153, 138, 180]).allSatisfy { ($0 - $1).magnitude < 4 })
  }

  /// Numbers between −0.5 and 0.5 that look like chance.
  private static func chance(_ t: Int, _ seed: Int) -> Double {
    let x = sin(Double(t * t + 31 * seed * t + seed) * 12.9898) * 43758.5453
    return x - x.rounded(.down) - 0.5
  }

  @Test("a search leaves out what is near the unit circle", arguments: [1, 2, 3, 5, 6])
  func nearCircle(_ seed: Int) throws {
    // Fixed seasons and chance: differenced over a year, the likelihood of a seasonal moving average
    // grows towards −1, which the conditional likelihood does not show.
    let sample = try ForecastSample(
      "a", from: .quarter(2000, 1),
      values: (0..<44).map { 100 + [0, 30, -20, 10][$0 % 4] + 8 * Self.chance($0, seed) })
    let overdone = try ARIMAModel(
      ARIMAOrder(p: 0, d: 0, q: 0, seasonal: (0, 1, 1), constant: true), sample)
    #expect(overdone.isNearCircle, "\(overdone.parameters)")
    let best = try #require(try ARIMASearch.best(sample) as? ARIMAModel)
    #expect(best.order.seasonalD == 1 && !best.isNearCircle, "\(best.name)")
  }

  @Test("no neighbour of what a search finds is better by the exact likelihood", arguments: 1...4)
  func exactSearch(_ seed: Int) throws {
    var level = 100.0
    let values = (0..<40).map { t -> Double in
      level += 3 * Self.chance(t, seed)
      return level + Self.chance(t, seed + 9)
    }
    let sample = try ForecastSample("a", from: .year(1960), values: values)
    let best = try #require(try ARIMASearch.best(sample) as? ARIMAModel)
    for (dp, dq) in [(1, 0), (0, 1), (-1, 0), (0, -1), (1, 1), (-1, -1)] {
      let (p, q) = (best.order.p + dp, best.order.q + dq)
      guard (0...5).contains(p), (0...5).contains(q) else { continue }
      let order = ARIMAOrder(p: p, d: best.order.d, q: q, constant: best.order.hasConstant)
      let other = try ARIMAModel(order, sample)
      // The search is content with a thousandth of a maximum.
      #expect(
        other.isNearCircle || other.criterion > best.criterion - 0.01, "\(order) of \(best.name)")
    }
  }

  @Test("partial autocorrelations give a stationary model") func transformation() {
    // Durbin-Levinson by hand for 0.5 and −0.3: φ₁ = 0.5 + 0.3·0.5 = 0.65, φ₂ = −0.3.
    #expect(areNear(ARMACoefficients.coefficients([0.5, -0.3]), [0.65, -0.3], 1e-12))
  }

  @Test(
    "names are read back", arguments: ["ARIMA(0,1,1)", "ARIMA(2,1,2)(1,1,2)", "ARIMA(1,0,0)+c"])
  func names(_ name: String) {
    #expect(ARIMAOrder(name: name)?.description == name)
  }

  @Test(
    "other texts are not orders",
    arguments: ["ARIMA()", "ARIMA(9,1,1)", "ARIMA(1,1)", "ARIMA(1,1,1)x"])
  func notNames(_ name: String) {
    #expect(ARIMAOrder(name: name) == nil)
  }
}
