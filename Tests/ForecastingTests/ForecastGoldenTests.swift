import Forecasting
import Testing
import TimeSeries

/// The quarterly example of the methods book (section C19), computed there by hand and checked
/// with the M4 benchmark code.
enum QuarterlyExample {
  static let values: [Double] = [
    100, 120, 110, 140, 106, 128, 115, 150, 111, 133, 122, 158, 118, 140, 126, 167, 123, 148, 133,
    175,
  ]
  static var series: Series { Series("example", from: .quarter(2001, 1), values: values) }

  static func sample() throws -> ForecastSample { try ForecastSample(series) }
}

func isNear(_ a: Double?, _ b: Double, _ tolerance: Double = 1e-6) -> Bool {
  a.map { ($0 - b).magnitude <= tolerance } ?? false
}

func areNear(_ a: [Double], _ b: [Double], _ tolerance: Double = 1e-6) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { isNear($0, $1, tolerance) }
}

/// The half widths of the 95 % intervals over the normal quantile: standard deviations.
func deviations(_ forecast: Forecast) -> [Double] {
  forecast.points.compactMap { point in
    point.interval(.percent(95)).map { ($0.upper - $0.lower) / 2 / 1.959963984540054 }
  }
}

@Suite("The worked quarterly example") struct ForecastGoldenTests {
  private func forecast(_ method: ForecastMethod, _ horizon: Int = 4) throws -> Forecast {
    try method.forecast(
      QuarterlyExample.series, horizon: horizon, options: ForecastOptions(lowerBound: .none))
  }

  @Test("naive") func naive() throws {
    let result = try forecast(.naive)
    #expect(result.values == [175, 175, 175, 175])
    #expect(areNear(deviations(result), [1, 2, 3, 4].map { 29.349975 * $0.squareRoot() }, 1e-5))
    #expect(result.origin == .quarter(2005, 4))
    #expect(result.points.map(\.period.description).first == "2006-Q1")
  }

  @Test("drift") func drift() throws {
    let result = try forecast(.drift)
    #expect(areNear(result.values, [178.947368, 182.894737, 186.842105, 190.789474]))
    #expect(areNear(deviations(result), [30.656508, 44.425501, 55.690312, 65.750885], 2e-6))
    #expect(isNear(result.residuals.standardDeviation, 29.880268))
  }

  @Test("seasonal naive") func seasonalNaive() throws {
    let result = try forecast(.seasonalNaive, 5)
    #expect(result.values == [123, 148, 133, 175, 123])
    #expect(areNear(deviations(result), [7.004463, 7.004463, 7.004463, 7.004463, 9.905806]))
  }

  @Test("the scale of MASE") func scale() {
    let scale = AccuracyScale(values: QuarterlyExample.values, seasonLength: 4)
    #expect(scale.absolute == 6.8125)
  }

  @Test("seasonality test") func seasonality() throws {
    let test = try #require(SeasonalityTest(values: QuarterlyExample.values, seasonLength: 4))
    #expect(isNear(test.autocorrelation, 0.704894))
    #expect(isNear(test.limit, 0.495174))
    #expect(test.isSeasonal)
  }

  @Test("classical decomposition") func decomposition() throws {
    let parts = try #require(
      ClassicalDecomposition(
        values: QuarterlyExample.values, seasonLength: 4, form: .multiplicative))
    #expect(
      areNear(parts.seasonal, [0.869596633, 1.028291578, 0.920654281, 1.181457508], 1e-9))
  }

  @Test("Theta: line, weight, level and points") func theta() throws {
    let result = try forecast(.theta)
    let parameters = Dictionary(
      uniqueKeysWithValues: result.parameters.map { ($0.name, $0.value) })
    #expect(isNear(parameters["slope"], 1.680914709, 1e-8))
    #expect(isNear(parameters["intercept"], 113.308577484, 1e-8))
    // The example searches the weight on a grid of 10⁻⁴, this on a continuum.
    #expect(isNear(parameters["alpha"], 0.9124, 1e-4))
    #expect(isNear(parameters["level"], 148.826, 1e-3))
    #expect(areNear(result.values, [129.323710, 153.788564, 138.464386, 178.681584], 1e-3))
  }

  @Test("momentum: growth of the last four quarters") func momentum() throws {
    // The example takes four quarters, the method two; both are checked against the definition.
    let y = QuarterlyExample.values
    let four = y[16...19].reduce(0, +) / y[12...15].reduce(0, +)
    #expect(isNear(four, 1.050816697, 1e-9))
    let two = (y[18] + y[19]) / (y[14] + y[15])
    let result = try forecast(.seasonalMomentum)
    #expect(areNear(result.values, y[16...19].map { $0 * two }, 1e-9))
    #expect(
      areNear(y[16...19].map { $0 * four }, [129.250454, 155.520871, 139.758621, 183.892922]))
  }

  @Test("naive 2 is the last adjusted value with its season") func naive2() throws {
    let parts = try #require(
      ClassicalDecomposition(
        values: QuarterlyExample.values, seasonLength: 4, form: .multiplicative))
    let level = 175 / parts.seasonal[3]
    #expect(try areNear(forecast(.naive2).values, parts.seasonal.map { $0 * level }, 1e-9))
  }

  @Test("regression: exact for a line with seasons") func regression() throws {
    let values = (0..<16).map { 10 + 2 * Double($0) + [0, 5, -3, 1][$0 % 4] }
    let result = try ForecastMethod.regression.forecast(
      Series("line", from: .quarter(2001, 1), values: values), horizon: 4)
    #expect(areNear(result.values, [42, 49, 43, 49], 1e-9))
  }

  @Test("regression: width by the leverage formula") func leverage() throws {
    let result = try ForecastMethod.regression.forecast(
      Series("short", from: .year(2001), values: [1, 2, 4, 5]), horizon: 1)
    // Four values: slope 1.4, mean 3, residuals 0.1, −0.3, 0.3, −0.1, s² = 0.2/2; at t = 5 the
    // leverage is 1/4 + 2.5²/5 = 1.5; t with 2 degrees of freedom at 97.5 % is 4.302652729749464.
    let interval = try #require(result.points[0].interval(.percent(95)))
    #expect(isNear(result.values[0], 6.5, 1e-12))
    #expect(isNear(interval.upper - 6.5, 4.302652729749464 * (0.1 * 2.5).squareRoot(), 1e-9))
  }
}
