internal import NumericCore

/// Simulated paths of a form with multiplicative errors and seasons, which has no exact formula
/// for its intervals.
struct ETSSimulation {
  private let model: ETSModel
  private let deviation: Double

  init(_ model: ETSModel, variance: Double) {
    self.model = model
    deviation = variance.squareRoot()
  }

  /// Runs the paths of a seed: half of them with drawn errors, half with the same errors of
  /// opposite sign, so that the middle of the paths is the middle of the model.
  ///
  /// A relative error is kept above −1, so that values stay above zero.
  func bands(_ horizon: Int, options: ForecastOptions) -> IntervalBands {
    let half = (options.paths + 1) / 2
    let (p, m) = (model.start, model.seasonLength)
    var generator = SeededGenerator(seed: options.seed)
    let ones = [Double](repeating: 1, count: 2 * half)
    var levels = ones.map { $0 * model.last.level }
    var slopes = ones.map { $0 * (model.form.trend == .none ? 0 : model.last.slope) }
    // What the errors of the last year did to each season; only seasons that come again count.
    var factors = [[Double]](repeating: ones, count: min(m, max(0, horizon - m)))
    var values: [[Double]] = []
    for h in 0..<horizon {
      let season = model.last.seasons[h % m]
      var column = ones
      for path in 0..<half {
        let draw = generator.nextStandardNormal() * deviation
        Self.step(
          &column, &levels, &slopes, path, error: max(draw, -0.999), season: season, p)
        Self.step(
          &column, &levels, &slopes, path + half, error: max(-draw, -0.999), season: season, p)
      }
      if !factors.isEmpty { update(&factors, &column, levels, h: h) }
      values.append(column)
    }
    return .simulated(values, levels: options.levels)
  }

  private static func step(
    _ column: inout [Double], _ levels: inout [Double], _ slopes: inout [Double], _ path: Int,
    error: Double, season: Double, _ p: ETSKernel.Parameters
  ) {
    let damped = p.phi * slopes[path]
    let trend = levels[path] + damped
    column[path] = trend * season * (1 + error)
    levels[path] = trend * (1 + p.alpha * error)
    slopes[path] = damped + p.beta * trend * error
  }

  /// Applies what earlier errors did to a season, and keeps what this error does.
  ///
  /// The error is read back from the level, `level = trend·(1 + α·error)` being one to one.
  private func update(
    _ factors: inout [[Double]], _ column: inout [Double], _ levels: [Double], h: Int
  ) {
    let j = h % model.seasonLength
    guard j < factors.count else { return }
    let season = model.last.seasons[j]
    let (alpha, gamma) = (model.start.alpha, model.start.gamma)
    for path in column.indices {
      // column = trend·season·(1 + e) and level = trend·(1 + αe), so their ratio gives e.
      let ratio = column[path] / (season * levels[path])
      let error = (ratio - 1) / (1 - alpha * ratio)
      let factor = factors[j][path]
      column[path] *= factor
      factors[j][path] = factor * (1 + gamma * error)
    }
  }
}
