internal import NumericCore

/// A straight line and one mean for each season, by least squares.
///
/// Definition: `y(t) = a + b·t + s(season of t) + e(t)`, the season of the first value being the
/// one the others are compared with. In R: `tslm(y ~ trend + season)`. The deviation at a horizon is
/// `s·√(1 + x'(X'X)⁻¹x)`, exact for independent normal errors; quantiles are those of Student's t.
struct RegressionModel: FittedModel {
  private let seasonLength: Int
  private let hasSeasons: Bool
  private let count: Int
  private let coefficients: [Double]
  private let inverse: CholeskyFactorization
  private let sigma: Double?
  let residuals: [Double]

  init(_ sample: ForecastSample) throws(ForecastError) {
    let (y, m) = (sample.values, sample.seasonLength)
    guard y.count >= 3 else {
      throw .tooShort(method: "regression", needed: 3, found: y.count, simpler: "naive")
    }
    seasonLength = m
    count = y.count
    hasSeasons = m > 1 && y.count >= 2 * m
    let rows = y.indices.map { [hasSeasons, count] t in
      Self.row(t, count: count, m: hasSeasons ? m : 1)
    }
    let design = Matrix(fromRows: rows)
    do {
      let fit = try design.leastSquares(for: y)
      coefficients = fit.coefficients
      residuals = fit.residuals
      sigma = fit.residualStandardDeviation
      inverse = try CholeskyFactorization(of: try design.transposed().multiplied(by: design))
    } catch {
      throw .noAnswer(method: "regression", reason: "\(error)", simpler: "drift")
    }
  }

  /// The regressors of a period; time is counted from the middle in units of the sample.
  private static func row(_ t: Int, count: Int, m: Int) -> [Double] {
    let time = (Double(t) - Double(count - 1) / 2) / Double(count)
    return [1, time] + (1..<max(1, m)).map { t % m == $0 ? 1 : 0 }
  }

  private func row(ahead h: Int) -> [Double] {
    Self.row(count + h, count: count, m: hasSeasons ? seasonLength : 1)
  }

  var name: String { hasSeasons ? "line and seasons" : "line" }
  var parameterCount: Int { coefficients.count }
  var parameters: [ForecastParameter] {
    let slope = coefficients[1] / Double(count)
    return [
      ForecastParameter("intercept", coefficients[0] - slope * Double(count + 1) / 2),
      ForecastParameter("slope", slope),
    ] + coefficients.dropFirst(2).enumerated().map { ForecastParameter("season\($0 + 2)", $1) }
  }

  func points(_ horizon: Int) -> [Double] {
    (0..<horizon).map { h in zip(row(ahead: h), coefficients).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  func deviations(_ horizon: Int) -> [Double]? {
    guard let sigma else { return nil }
    var result: [Double] = []
    for h in 0..<horizon {
      let x = row(ahead: h)
      guard let solved = try? inverse.solve(x) else { return nil }
      let leverage = zip(x, solved).reduce(0) { $0 + $1.0 * $1.1 }
      result.append(sigma * (1 + leverage).squareRoot())
    }
    return result
  }

  func bands(_ horizon: Int, options: ForecastOptions) -> IntervalBands? {
    guard let deviations = deviations(horizon), count > coefficients.count else { return nil }
    let t = StudentTDistribution(degreesOfFreedom: Double(count - coefficients.count))
    let center = points(horizon)
    let widths = options.levels.map { level in
      deviations.map { $0 * t.quantile(1 - level.outside / 2) }
    }
    return IntervalBands(
      basis: .formula, lower: widths.map { zip(center, $0).map { $0 - $1 } },
      upper: widths.map { zip(center, $0).map { $0 + $1 } })
  }
}
