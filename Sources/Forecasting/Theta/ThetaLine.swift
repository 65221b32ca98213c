internal import Glibc

/// One Theta line: a series with its curvature around a trend multiplied by θ, how it is smoothed,
/// and how values come back from it.
///
/// With the trend T the line is `θ·y + (1 − θ)·T`, or by ratios `y^θ·T^(1 − θ)`. It is forecast by
/// simple smoothing, and `y = z/θ + (1 − 1/θ)·T`, or `y = z^(1/θ)·T^(1 − 1/θ)`, takes it back.
struct ThetaLine: Sendable {
  /// The trend through all values.
  let trend: Trend
  /// Whether line and trend are put together by ratios, not by differences.
  let isMultiplicative: Bool
  let theta: Double
  let smoothing: ProfiledSmoothing
  /// Errors of one step: ratios to the expected value less 1 where the line is multiplicative.
  let residuals: [Double]
  /// The mean of the absolute errors of one step, in the unit of the values.
  let meanAbsoluteError: Double

  /// A straight line, or one of the logarithms.
  struct Trend: Sendable {
    let line: LineFit
    let isExponential: Bool

    /// Fits the trend; `nil` when logarithms are asked of a value that is not above zero.
    init?(_ y: [Double], isExponential: Bool) {
      guard !isExponential || y.allSatisfy({ $0 > 0 }) else { return nil }
      line = LineFit(isExponential ? y.map { log($0) } : y)
      self.isExponential = isExponential
    }

    /// The trend at a period, the first being 0.
    func value(at index: Int) -> Double {
      let straight = line.intercept + line.slope * Double(index + 1)
      return isExponential ? exp(straight) : straight
    }
  }

  /// Smooths the line for one θ.
  ///
  /// Returns `nil` where a ratio would be to nothing, or a number too large.
  init?(_ y: [Double], trend: Trend, isMultiplicative: Bool, theta: Double) {
    let along = y.indices.map(trend.value(at:))
    if isMultiplicative {
      guard y.allSatisfy({ $0 > 0 }), along.allSatisfy({ $0 > 0 }) else { return nil }
    }
    let line = zip(y, along).map { y, t in
      isMultiplicative ? y * pow(y / t, theta - 1) : theta * y + (1 - theta) * t
    }
    guard line.allSatisfy(\.isFinite) else { return nil }
    let smoothing = ProfiledSmoothing(line)
    let expected = line.indices.map { line[$0] - smoothing.residuals[$0] }
    guard !isMultiplicative || expected.allSatisfy({ $0 > 0 }) && smoothing.level > 0 else {
      return nil
    }
    self.smoothing = smoothing
    self.trend = trend
    self.isMultiplicative = isMultiplicative
    self.theta = theta
    let fitted = zip(expected, along).map { z, t in
      Self.combined(z, with: t, theta: theta, isMultiplicative: isMultiplicative)
    }
    residuals = zip(y, fitted).map { isMultiplicative ? $0 / $1 - 1 : $0 - $1 }
    meanAbsoluteError =
      zip(y, fitted).reduce(0) { $0 + ($1.0 - $1.1).magnitude } / Double(y.count)
    guard meanAbsoluteError.isFinite, residuals.allSatisfy(\.isFinite) else { return nil }
  }

  /// The value that a smoothed line and the trend stand for.
  ///
  /// A straight trend that has fallen to zero leaves nothing of a product.
  private static func combined(
    _ z: Double, with trend: Double, theta: Double, isMultiplicative: Bool
  ) -> Double {
    isMultiplicative
      ? pow(z, 1 / theta) * pow(max(0, trend), 1 - 1 / theta)
      : z / theta + (1 - 1 / theta) * trend
  }

  /// The expected values after the last of `count`.
  func points(_ horizon: Int, after count: Int) -> [Double] {
    (0..<horizon).map { step in
      Self.combined(
        smoothing.level, with: trend.value(at: count + step), theta: theta,
        isMultiplicative: isMultiplicative)
    }
  }

  /// What was chosen, in words: "θ = 2 of an exponential trend, by ratios".
  var label: String {
    guard theta != 1 else { return "θ = 1, no trend" }
    let number = theta == theta.rounded() ? "\(Int(theta))" : "\(theta)"
    return "θ = \(number), \(trend.isExponential ? "exponential" : "straight") trend, "
      + (isMultiplicative ? "ratios" : "differences")
  }
}
