import Testing
import TimeSeries

@testable import Forecasting

@Suite("4Theta") struct FourThetaTests {
  private static let growing: [Double] = [
    52, 55, 61, 60, 68, 74, 73, 82, 90, 95, 99, 112, 118, 124, 139,
  ]

  private static func sample(_ values: [Double]) throws -> ForecastSample {
    try ForecastSample("x", from: .year(2001), values: values)
  }

  /// Forecasts and the mean absolute error by SciPy 1.17.1: for each of the 20 lines
  /// `minimize(…, method="L-BFGS-B")` of the squared errors in α and the initial level, from 25
  /// starts; the smallest mean absolute error is that of θ = 3, exponential, differences.
  @Test("the line, its weight and its forecasts are those of a search by SciPy")
  func reference() throws {
    let model = try FourThetaModel(Self.sample(Self.growing))
    #expect(model.name == "4Theta (θ = 3, exponential trend, differences)")
    let parameters = Dictionary(uniqueKeysWithValues: model.parameters.map { ($0.name, $0.value) })
    #expect(isNear(parameters["alpha"], 0.901204, 1e-4))
    let expected = [144.547628, 151.450653, 158.848702, 166.777271]
    #expect(areNear(model.points(4), expected, 1e-4))
    let mean = model.residuals.reduce(0) { $0 + $1.magnitude } / 15
    #expect(isNear(mean, 3.321820, 1e-4))
  }

  /// The same script, θ = 3, exponential, ratios.
  @Test("a line by ratios is that of SciPy") func ratios() throws {
    let trend = try #require(ThetaLine.Trend(Self.growing, isExponential: true))
    let line = try #require(
      ThetaLine(Self.growing, trend: trend, isMultiplicative: true, theta: 3))
    #expect(isNear(line.smoothing.alpha, 0.909255, 1e-4))
    #expect(isNear(line.meanAbsoluteError, 3.373047, 1e-4))
    let expected = [144.746407, 151.586165, 158.749124, 166.250557]
    #expect(areNear(line.points(4, after: 15), expected, 1e-4))
  }

  @Test("twice the curvature about a straight line is the classic method") func classic() throws {
    let trend = try #require(ThetaLine.Trend(Self.growing, isExponential: false))
    let line = try #require(
      ThetaLine(Self.growing, trend: trend, isMultiplicative: false, theta: 2))
    let classic = try ThetaModel(Self.sample(Self.growing))
    #expect(areNear(line.points(5, after: 15), classic.points(5), 1e-9))
  }

  @Test("steady growth goes on in part", arguments: [1.03, 0.9]) func growth(_ factor: Double)
    throws
  {
    var values = [100.0]
    for _ in 0..<11 { values.append(values[values.count - 1] * factor) }
    let model = try FourThetaModel(Self.sample(values))
    var next = values[11]
    for point in model.points(6) {
      next *= factor
      // θ = 3 by differences carries two thirds of the trend, by ratios the same power of it: the
      // rest is a smoothed level, which is the last value of a line without curvature.
      #expect(point > min(values[11], next) - 1e-6 && point < max(values[11], next) + 1e-6)
    }
  }

  @Test("values that are not above zero have straight lines and differences") func signs() throws {
    let values = (0..<16).map { Double($0) - 7.5 + [0.5, -0.5][$0 % 2] }
    for trends in [FourThetaModel.Trends.all, .exponential] {
      let model = try FourThetaModel(Self.sample(values), trends: trends)
      #expect(!model.name.contains("exponential") && !model.name.contains("ratios"))
      #expect(model.points(4).allSatisfy { $0.isFinite })
    }
    #expect(ThetaLine.Trend(values, isExponential: true) == nil)
  }

  @Test("intervals widen as the errors of simple smoothing do")
  func deviations() throws {
    let model = try FourThetaModel(Self.sample(Self.growing))
    let alpha = try #require(model.parameters.first { $0.name == "alpha" }).value
    let widths = try #require(model.deviations(3))
    let squares = model.residuals.reduce(0) { $0 + $1 * $1 }
    #expect(isNear(widths[0], (squares / 11).squareRoot(), 1e-9))
    #expect(isNear(widths[2] / widths[0], (1 + 2 * alpha * alpha).squareRoot(), 1e-9))
    #expect(try FourThetaModel(Self.sample([1, 2, 4, 7])).deviations(1) == nil)
  }

  @Test("intervals of ratios widen with the level as well") func relativeDeviations() throws {
    let model = try FourThetaModel(
      Self.sample([46, 43, 46, 62, 65, 78, 76, 74, 98, 105, 136, 142, 128, 151]))
    #expect(model.name == "4Theta (θ = 3, exponential trend, ratios)")
    let alpha = try #require(model.parameters.first { $0.name == "alpha" }).value
    let widths = try #require(model.deviations(2))
    let points = model.points(2)
    let ratio = (1 + alpha * alpha).squareRoot() * points[1] / points[0]
    #expect(isNear(widths[1] / widths[0], ratio, 1e-9))
  }

  @Test("fewer than four values are refused with a simpler method") func short() {
    #expect(
      throws: ForecastError.tooShort(method: "4theta", needed: 4, found: 3, simpler: "naive")
    ) { try FourThetaModel(Self.sample([1, 2, 3])) }
  }

  @Test("the default for quarters has it as last member, with an exponential trend")
  func member() throws {
    let forecast = try ForecastMethod.automatic.forecast(QuarterlyExample.series, horizon: 4)
    let own = try FourThetaModel(
      QuarterlyExample.sample(), trends: .exponential, shrinkingSeasons: true)
    #expect(forecast.members.last?.model == own.name)
    #expect(areNear(forecast.members.last?.values ?? [], own.points(4), 1e-12))
  }
}
