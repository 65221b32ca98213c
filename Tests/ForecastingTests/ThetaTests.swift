import Testing
import TimeSeries

@testable import Forecasting

@Suite("Theta and Comb") struct ThetaTests {
  /// statsforecast 2.1.1: `DynamicOptimizedTheta(season_length=4).forecast(y=y, h=4)` on the
  /// quarterly example; its search stops earlier, so forecasts agree to a percent.
  @Test("the dynamic model is near statsforecast's") func dynamic() throws {
    let result = try ForecastMethod.dynamicOptimizedTheta.forecast(
      QuarterlyExample.series, horizon: 4)
    let reference = [129.90762, 155.27601, 140.51494, 182.23967]
    #expect(zip(result.values, reference).allSatisfy { ($0 / $1 - 1).magnitude < 0.012 })
  }

  /// statsforecast 2.1.1: `Theta(season_length=4).forecast(y=y, h=4)`.
  @Test("the classic model is near statsforecast's") func classic() throws {
    let result = try ForecastMethod.theta.forecast(QuarterlyExample.series, horizon: 4)
    let reference = [129.29767, 153.75777, 138.43681, 178.6462]
    #expect(zip(result.values, reference).allSatisfy { ($0 / $1 - 1).magnitude < 0.001 })
  }

  @Test("points and deviations of the dynamic model are those of its recursion")
  func deviation() throws {
    let values = (0..<30).map { 50 + 2 * Double($0) + [3.0, -4, 1, 0, 2][$0 % 5] }
    let model = try DynamicThetaModel(
      ForecastSample("line", from: .year(1990), values: values))
    let p = Dictionary(uniqueKeysWithValues: model.parameters.map { ($0.name, $0.value) })
    let (alpha, weight) = (p["alpha"] ?? 0, p["weight"] ?? 0)
    // Equations 10 to 15 of Fiorucci and others (2016), two periods ahead.
    func path(shock: Double) -> [Double] {
      var (level, slope) = (p["level"] ?? 0, p["slope"] ?? 0)
      var (mean, t) = (values.reduce(0, +) / 30, 30.0)
      var decay = (0..<30).reduce(1.0) { product, _ in product * (1 - alpha) }
      return (0..<2).map { step in
        let intercept = mean - slope * (t + 1) / 2
        let expected =
          level + weight
          * (decay * intercept + (1 - decay * (1 - alpha)) / alpha * slope)
        let value = step == 0 ? expected + shock : expected
        t += 1
        decay *= 1 - alpha
        level = alpha * value + (1 - alpha) * level
        slope = ((t - 2) * slope + 6 * (value - mean) / t) / (t + 1)
        mean += (value - mean) / t
        return expected
      }
    }
    let plain = path(shock: 0)
    #expect(areNear(model.points(2), plain, 1e-8))
    let response = path(shock: 1)[1] - plain[1]
    let deviations = try #require(model.deviations(2))
    #expect(
      isNear(deviations[1] / deviations[0], (1 + response * response).squareRoot(), 1e-9))
  }

  @Test("Comb is the mean of its three parts") func comb() throws {
    let values = (0..<12).map { 20 + 1.5 * Double($0) + [1.0, -2, 0.5][$0 % 3] }
    let sample = try ForecastSample("line", from: .year(2000), values: values)
    let share = ETSSelection.slopeShare
    let parts = try [
      ETSModel(.simple, sample), ETSModel(.holt, sample, slopeShare: share),
      ETSModel(.dampedHolt, sample, slopeShare: share),
    ].map { $0.points(4) }
    let mean = (0..<4).map { h in parts.reduce(0) { $0 + $1[h] } / 3 }
    let result = try ForecastMethod.comb.fit(sample).forecast(horizon: 4)
    #expect(areNear(result.values, mean, 1e-9))
  }

  @Test("the profiled level is the best one for its weight") func profile() {
    let fit = ProfiledSmoothing(QuarterlyExample.values)
    func squares(_ start: Double) -> Double {
      var (level, sum) = (start, 0.0)
      for value in QuarterlyExample.values {
        sum += (value - level) * (value - level)
        level += fit.alpha * (value - level)
      }
      return sum
    }
    #expect(squares(fit.initialLevel) <= squares(fit.initialLevel + 0.1))
    #expect(squares(fit.initialLevel) <= squares(fit.initialLevel - 0.1))
  }

  @Test("shrunk seasons lie between none and the classical ones") func shrinkage() throws {
    let noisy = (0..<24).map { 100 + [0, 6, -4, -2][$0 % 4] + [5.0, -7, 2, -3, 4][$0 % 5] }
    let shrunk = try #require(
      ClassicalDecomposition(shrunkFrom: noisy, seasonLength: 4, form: .multiplicative))
    #expect(isNear(shrunk.seasonal.reduce(0, +), 4, 1e-9))
    let clear = (0..<24).map { 100 + [0.0, 6, -4, -2][$0 % 4] }
    let kept = try #require(
      ClassicalDecomposition(shrunkFrom: clear, seasonLength: 4, form: .multiplicative))
    #expect(areNear(kept.seasonal, [1, 1.06, 0.96, 0.98], 1e-3))
    #expect((shrunk.seasonal[1] - 1).magnitude < 0.06)
  }

  @Test("a trend alone has seasons by the test of the values, not by that of the changes")
  func seasonalityTests() throws {
    // A rise with a ripple of three quarters has no season of four.
    let trend = (0..<36).map { 100 + 10 * Double($0) + [0.0, 1, -1][$0 % 3] }
    #expect(SeasonalityTest(values: trend, seasonLength: 4)?.isSeasonal == true)
    let changes = try #require(SeasonalityTest(values: trend, seasonLength: 4, of: .changes))
    #expect(!changes.isSeasonal)
    // With a high fourth quarter there are seasons by both.
    var seasonal: [Double] = []
    for t in 0..<36 {
      let peak: Double = t % 4 == 3 ? 30 : 0
      seasonal.append(100 + 10 * Double(t) + peak)
    }
    for subject in [SeasonalityTest.Subject.values, .changes] {
      let test = SeasonalityTest(values: seasonal, seasonLength: 4, of: subject)
      #expect(test?.isSeasonal == true)
    }
  }
}
