internal import Glibc

extension ETSModel {
  func points(_ horizon: Int) -> [Double] {
    var slope = 0.0
    var weight = 1.0
    return (0..<horizon).map { h in
      weight *= start.phi
      slope += weight
      let trend = last.level + (form.trend == .none ? 0 : slope * last.slope)
      return seasoned(trend, h)
    }
  }

  private func seasoned(_ trend: Double, _ h: Int) -> Double {
    switch form.season {
    case .none: trend
    case .additive: trend + last.seasons[h % seasonLength]
    case .multiplicative: trend * last.seasons[h % seasonLength]
    }
  }

  /// By formula for additive seasons or none; by simulation for multiplicative seasons.
  func bands(_ horizon: Int, options: ForecastOptions) -> IntervalBands? {
    guard let variance else { return nil }
    if form.season == .multiplicative {
      return ETSSimulation(self, variance: variance).bands(horizon, options: options)
    }
    guard let deviations = deviations(horizon) else { return nil }
    return .normal(points(horizon), deviations: deviations, levels: options.levels)
  }

  /// The standard deviation at each horizon.
  ///
  /// With additive errors `σ²·(1 + Σ c(j)²)` with `c(j) = α + β(φ + … + φ^j) + γ·[m divides j]`;
  /// with multiplicative errors `(1 + σ²)θ(h) − μ(h)²` with `θ(h) = μ(h)² + σ²·Σ c(j)²θ(h − j)`,
  /// exact without seasons and with additive ones, and a close approximation times the seasons
  /// with multiplicative ones. Hyndman et al. 2008, sections 6.2 to 6.4.
  func deviations(_ horizon: Int) -> [Double]? {
    guard let variance else { return nil }
    let weights = responses(horizon)
    if form.error == .additive {
      var sum = 1.0
      return (0..<horizon).map { h in
        if h > 0 { sum += weights[h - 1] * weights[h - 1] }
        return (variance * sum).squareRoot()
      }
    }
    let hasFactors = form.season == .multiplicative
    let means = hasFactors ? trendPoints(horizon) : points(horizon)
    var theta: [Double] = []
    for h in 0..<horizon {
      var sum = means[h] * means[h]
      for j in 0..<h { sum += variance * weights[j] * weights[j] * theta[h - 1 - j] }
      theta.append(sum)
    }
    return (0..<horizon).map { h in
      let mean = means[h] * means[h]
      if hasFactors {
        let season = last.seasons[h % seasonLength]
        let growth = pow(
          1 + start.gamma * start.gamma * variance, Double(h / seasonLength))
        return season * max(0, theta[h] * (1 + variance) * growth - mean).squareRoot()
      }
      return max(0, (1 + variance) * theta[h] - mean).squareRoot()
    }
  }

  private func trendPoints(_ horizon: Int) -> [Double] {
    var (slope, weight) = (0.0, 1.0)
    return (0..<horizon).map { _ in
      weight *= start.phi
      slope += weight
      return last.level + (form.trend == .none ? 0 : slope * last.slope)
    }
  }

  /// How an error of one period moves the mean 1, 2, … periods later: `α + β(φ + … + φ^j)`, and γ
  /// beside after whole years when seasons are additive.
  private func responses(_ horizon: Int) -> [Double] {
    var (sum, weight) = (0.0, 1.0)
    return (1...max(1, horizon)).map { j in
      weight *= start.phi
      sum += weight
      var response = start.alpha
      if form.trend != .none { response += start.beta * sum }
      if form.season == .additive, j % seasonLength == 0 { response += start.gamma }
      return response
    }
  }
}
