/// Simple exponential smoothing by least squares, its initial level solved for, not searched.
///
/// For one weight α the errors are linear in the initial level, so the best level is a ratio of
/// two sums; what is left is a search in one variable.
struct ProfiledSmoothing: Sendable {
  let alpha: Double
  let initialLevel: Double
  /// The level after the last value.
  let level: Double
  let residuals: [Double]

  init(_ y: [Double]) {
    let alpha = LineSearch.minimum(from: 1e-4, to: 0.9999, points: 40) { alpha in
      Self.pass(y, alpha: alpha).squares
    }
    self.alpha = alpha
    initialLevel = Self.pass(y, alpha: alpha).start
    var level = initialLevel
    residuals = y.map { value in
      let error = value - level
      level += alpha * error
      return error
    }
    self.level = level
  }

  /// The best initial level for a weight, and the sum of squared errors with it.
  private static func pass(_ y: [Double], alpha: Double) -> (start: Double, squares: Double) {
    var (p, d) = (0.0, 1.0)
    var (own, cross, squares) = (0.0, 0.0, 0.0)
    let keep = 1 - alpha
    for value in y {
      let error = value - p
      own += error * error
      cross += error * d
      squares += d * d
      p += alpha * error
      d *= keep
    }
    let start = cross / squares
    return (start, max(0, own - start * cross))
  }
}

/// The minimum of a function of one variable.
enum LineSearch {
  /// Looks at evenly spaced points and then narrows the best neighbourhood by golden sections.
  ///
  /// - Returns: A point within 10⁻⁸ of the width of a local minimum that is not above any of the
  ///   points.
  static func minimum(
    from low: Double, to high: Double, points: Int, _ function: (Double) -> Double
  ) -> Double {
    let step = (high - low) / Double(points)
    var (best, value) = (low, Double.infinity)
    for i in 0...points {
      let x = low + Double(i) * step
      let f = function(x)
      if f < value { (best, value) = (x, f) }
    }
    var (a, b) = (max(low, best - step), min(high, best + step))
    let golden = (5.0.squareRoot() - 1) / 2
    var (c, d) = (b - golden * (b - a), a + golden * (b - a))
    var (fc, fd) = (function(c), function(d))
    while b - a > 1e-8 * (high - low) {
      if fc <= fd {
        (b, d, fd) = (d, c, fc)
        c = b - golden * (b - a)
        fc = function(c)
      } else {
        (a, c, fc) = (c, d, fd)
        d = a + golden * (b - a)
        fd = function(d)
      }
    }
    let x = (a + b) / 2
    return function(x) <= value ? x : best
  }
}
