/// Where the search for weights and initial states begins.
///
/// Seasons are those of a classical decomposition of the first years; level and slope are those of
/// a line through the first adjusted values.
enum ETSStart {
  static func parameters(
    _ form: ExponentialSmoothing, y: [Double], seasonLength m: Int
  ) -> ETSKernel.Parameters? {
    var p = ETSKernel.Parameters()
    var adjusted = y
    if form.season != .none {
      let years = min(y.count / m, 5)
      guard years >= 2 else { return nil }
      let head = Array(y.prefix(years * m))
      let kind: SeasonalForm = form.season == .multiplicative ? .multiplicative : .additive
      guard
        let seasons = ClassicalDecomposition(values: head, seasonLength: m, form: kind)
      else { return nil }
      p.seasons = seasons.seasonal
      if form.season == .multiplicative {
        // A season near zero cannot divide; the others give what it is raised by.
        p.seasons = p.seasons.map { max($0, 0.01) }
        let mean = p.seasons.reduce(0, +) / Double(m)
        p.seasons = p.seasons.map { $0 / mean }
      }
      adjusted = seasons.adjusted(head)
    }
    let count = min(max(10, 2 * m), adjusted.count)
    let line = LineFit(adjusted.prefix(count))
    p.alpha = 0.5
    p.gamma = form.season == .none ? 0 : 0.05
    if form.trend == .none {
      p.level = line.mean
    } else {
      p.beta = 0.01
      p.level = line.intercept
      p.slope = line.slope
      if form.trend == .damped {
        p.phi = 0.97
        p.slope /= p.phi
      }
      if form.needsPositiveValues && p.level + p.slope <= 0 {
        p.level = max(line.mean / 2, y[0] / 2)
        p.slope = 0
      }
    }
    return p
  }
}

/// A line through values at 1, 2, 3 and so on.
struct LineFit {
  let intercept: Double
  let slope: Double
  let mean: Double

  init(_ values: some Collection<Double>) {
    let n = Double(values.count)
    let average = values.reduce(0, +) / n
    let middle = (n + 1) / 2
    var (cross, squares) = (0.0, 0.0)
    for (index, value) in values.enumerated() {
      let x = Double(index + 1) - middle
      cross += x * (value - average)
      squares += x * x
    }
    mean = average
    slope = squares > 0 ? cross / squares : 0
    intercept = average - slope * middle
  }
}
