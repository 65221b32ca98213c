/// Theta as in the M3 competition: the mean of a straight line and of a smoothed line with twice
/// the curvature, on seasonally adjusted values.
///
/// Source: V. Assimakopoulos, K. Nikolopoulos, International Journal of Forecasting 16 (2000)
/// 521-530, doi 10.1016/S0169-2070(00)00066-2; the recipe is that of the M4 benchmarks.
struct ThetaModel: FittedModel {
  private let adjustment: SeasonalAdjustment
  private let line: LineFit
  private let smoothing: ProfiledSmoothing
  let residuals: [Double]

  init(_ sample: ForecastSample) throws(ForecastError) {
    guard sample.count >= 3 else {
      throw .tooShort(method: "theta", needed: 3, found: sample.count, simpler: "naive")
    }
    adjustment = SeasonalAdjustment(sample)
    let x = adjustment.values
    line = LineFit(x)
    smoothing = ProfiledSmoothing(
      x.indices.map { [line] in 2 * x[$0] - line.intercept - line.slope * Double($0 + 1) })
    // The line is in both halves, once up and once down: half the errors of the smoothed line.
    residuals = adjustment.rescaledResiduals(smoothing.residuals.map { $0 / 2 })
  }

  var name: String { "Theta" + adjustment.label }
  var parameterCount: Int { 3 }
  var parameters: [ForecastParameter] {
    [
      ForecastParameter("alpha", smoothing.alpha), ForecastParameter("level", smoothing.level),
      ForecastParameter("intercept", line.intercept), ForecastParameter("slope", line.slope),
    ]
  }

  /// The forecasts of the adjusted values.
  func adjustedPoints(_ horizon: Int) -> [Double] {
    (1...horizon).map { h in
      let straight = line.intercept + line.slope * Double(adjustment.values.count + h)
      return (straight + smoothing.level) / 2
    }
  }

  func points(_ horizon: Int) -> [Double] { adjustment.reseasoned(adjustedPoints(horizon)) }

  /// Those of simple smoothing with a drift of half the slope.
  func deviations(_ horizon: Int) -> [Double]? {
    let freedom = smoothing.residuals.count - parameterCount
    guard freedom > 0 else { return nil }
    let squares = smoothing.residuals.reduce(0) { $0 + $1 * $1 / 4 }
    let sigma = (squares / Double(freedom)).squareRoot()
    let alpha = smoothing.alpha
    return adjustment.rescaled(
      (0..<horizon).map { sigma * (1 + alpha * alpha * Double($0)).squareRoot() })
  }
}
