/// 4Theta: the Theta line that would have been least wrong one step ahead, of lines about a
/// straight or exponential trend, put together by differences or ratios, for several θ.
///
/// θ is 1, 1.5, 2, 2.5 or 3; the line with the smallest mean absolute error of one step inside the
/// sample is taken, and the earlier of equal ones. θ = 1 is simple smoothing without trend, 2 with
/// a straight trend and differences the method of the M3 competition.
///
/// Complexity: 20 searches of one weight, each of some 80 passes over the values.
///
/// Source: E. Spiliotis, V. Assimakopoulos, S. Makridakis, European Journal of Operational Research
/// 284 (2020) 550-558, doi 10.1016/j.ejor.2020.01.007. There θ is searched between 1 and 3.
struct FourThetaModel: FittedModel {
  /// Which trends are looked at.
  enum Trends: Sendable {
    /// Straight and exponential ones, as published.
    case all
    /// Exponential ones; a straight one, with differences, where a value is not above zero.
    case exponential
  }

  private let adjustment: SeasonalAdjustment
  private let line: ThetaLine
  let residuals: [Double]

  /// Fits all lines and keeps the best.
  ///
  /// `isShrinking`: Whether seasons are shrunk instead of tested; the published method tests.
  init(
    _ sample: ForecastSample, trends: Trends = .all, shrinkingSeasons isShrinking: Bool = false
  ) throws(ForecastError) {
    guard sample.count >= 4 else {
      throw .tooShort(method: "4theta", needed: 4, found: sample.count, simpler: "naive")
    }
    adjustment =
      isShrinking ? SeasonalAdjustment(shrinking: sample) : SeasonalAdjustment(sample)
    let x = adjustment.values
    guard let best = Self.lines(x, trends).min(by: { $0.meanAbsoluteError < $1.meanAbsoluteError })
    else {
      throw .noAnswer(
        method: "4theta", reason: "no line about a trend can be smoothed", simpler: "naive")
    }
    line = best
    let errors =
      best.isMultiplicative ? zip(x, best.residuals).map { $0 - $0 / (1 + $1) } : best.residuals
    residuals = adjustment.rescaledResiduals(errors)
  }

  private static let thetas = [1, 1.5, 2, 2.5, 3]

  private static func lines(_ x: [Double], _ trends: Trends) -> [ThetaLine] {
    let exponential = ThetaLine.Trend(x, isExponential: true)
    let straight =
      trends == .all || exponential == nil ? ThetaLine.Trend(x, isExponential: false) : nil
    return [straight, exponential].compactMap(\.self).flatMap { trend in
      [false, true].flatMap { isMultiplicative in
        thetas.compactMap {
          ThetaLine(x, trend: trend, isMultiplicative: isMultiplicative, theta: $0)
        }
      }
    }
  }

  var name: String { "4Theta (\(line.label))" + adjustment.label }
  var parameterCount: Int { 4 }
  var parameters: [ForecastParameter] {
    [
      ForecastParameter("theta", line.theta), ForecastParameter("alpha", line.smoothing.alpha),
      ForecastParameter("level", line.smoothing.level),
      ForecastParameter("intercept", line.trend.line.intercept),
      ForecastParameter("slope", line.trend.line.slope),
    ]
  }

  func points(_ horizon: Int) -> [Double] {
    adjustment.reseasoned(line.points(horizon, after: adjustment.values.count))
  }

  /// Those of simple smoothing: an error moves the level of the line by α of it.
  ///
  /// For ratios this is so of relative errors, to the first order.
  func deviations(_ horizon: Int) -> [Double]? {
    let freedom = line.residuals.count - parameterCount
    guard freedom > 0 else { return nil }
    let squares = line.residuals.reduce(0) { $0 + $1 * $1 }
    let sigma = (squares / Double(freedom)).squareRoot()
    let alpha = line.smoothing.alpha
    let own = (0..<horizon).map { sigma * (1 + alpha * alpha * Double($0)).squareRoot() }
    guard line.isMultiplicative else { return adjustment.rescaled(own) }
    let points = line.points(horizon, after: adjustment.values.count)
    return adjustment.rescaled(zip(own, points).map { $0 * $1 })
  }
}
