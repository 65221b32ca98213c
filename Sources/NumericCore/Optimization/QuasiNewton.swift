/// The quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno, for few variables.
///
///     let minimum = QuasiNewton(tolerance: 1e-9).minimize(&function, from: start, scales: scales)
///
/// Steps go down by Armijo's rule with a quadratic fit; the inverse Hessian is updated when the
/// curvature along the step is positive. A step to where the function is not defined is halved.
///
/// Source: J. Nocedal, S. J. Wright, Numerical Optimization, 2nd edition, Springer 2006,
/// algorithms 3.1 and 6.1.
public struct QuasiNewton: Sendable, Hashable {
  /// The search ends when two steps running, or the step to come, lower the value by less.
  public let tolerance: Double
  /// The largest number of steps.
  public let stepLimit: Int

  /// Where the search ended.
  public struct Minimum: Sendable, Hashable {
    /// The variables.
    public let point: [Double]
    /// The value there.
    public let value: Double
    /// The gradient there.
    public let gradient: [Double]
    /// How often the function was called.
    public let evaluations: Int
    /// Whether the search ended by its tolerance; not by its limit of steps, nor because no step
    /// down the gradient led lower.
    public let isConverged: Bool
  }

  /// Makes a search.
  ///
  /// - Precondition: The tolerance is positive and the limit is at least 1.
  public init(tolerance: Double, stepLimit: Int = 200) {
    precondition(tolerance > 0 && stepLimit >= 1, "tolerance \(tolerance), limit \(stepLimit)")
    self.tolerance = tolerance
    self.stepLimit = stepLimit
  }

  /// Searches a minimum.
  ///
  /// - Parameters:
  ///   - function: The function; it may keep a workspace, so it is changed.
  ///   - start: Where to start.
  ///   - scales: For each variable the inverse of the curvature that is expected along it,
  ///     positive; the first direction is the gradient times these.
  /// - Returns: Where the search ended; `nil` when the function is not defined at the start.
  /// - Complexity: O(*k*²) for each step beside the calls, for *k* variables.
  public func minimize(
    _ function: inout some DifferentiableFunction, from start: [Double], scales: [Double]
  ) -> Minimum? {
    let k = start.count
    precondition(scales.count == k, "\(k) variables, \(scales.count) scales")
    var x = start
    var g = [Double](repeating: 0, count: k)
    var f = function.value(at: x, gradient: &g)
    var evaluations = 1
    guard f.isFinite, g.allSatisfy(\.isFinite) else { return nil }
    var inverse = [Double](repeating: 0, count: k * k)
    for i in 0..<k { inverse[i * k + i] = scales[i] }
    var d = [Double](repeating: 0, count: k)
    var (trial, trialGradient) = (x, g)
    var change = d
    var smallSteps = 0
    var isFresh = true
    for _ in 0..<stepLimit {
      var slope = Self.descend(inverse, g, into: &d)
      if !(slope < 0) {
        if isFresh {
          return Minimum(
            point: x, value: f, gradient: g, evaluations: evaluations, isConverged: true)
        }
        Self.reset(&inverse, to: scales)
        isFresh = true
        slope = Self.descend(inverse, g, into: &d)
      }
      if -slope < tolerance {
        return Minimum(
          point: x, value: f, gradient: g, evaluations: evaluations, isConverged: true)
      }
      var step = 1.0
      var next = Double.nan
      var isAccepted = false
      for _ in 0..<30 {
        for i in 0..<k { trial[i] = x[i] + step * d[i] }
        next = function.value(at: trial, gradient: &trialGradient)
        evaluations += 1
        if next.isFinite && next <= f + 1e-4 * step * slope {
          isAccepted = true
          break
        }
        if next.isFinite {
          let fitted = -slope * step * step / (2 * (next - f - slope * step))
          step = min(max(fitted, 0.1 * step), 0.5 * step)
        } else {
          step *= 0.25
        }
      }
      guard isAccepted, trialGradient.allSatisfy(\.isFinite) else {
        if isFresh {
          return Minimum(
            point: x, value: f, gradient: g, evaluations: evaluations, isConverged: false)
        }
        Self.reset(&inverse, to: scales)
        isFresh = true
        continue
      }
      for i in 0..<k {
        d[i] *= step
        change[i] = trialGradient[i] - g[i]
      }
      Self.update(&inverse, step: d, change: change)
      isFresh = false
      smallSteps = f - next < tolerance ? smallSteps + 1 : 0
      f = next
      swap(&x, &trial)
      swap(&g, &trialGradient)
      if smallSteps == 2 {
        return Minimum(
          point: x, value: f, gradient: g, evaluations: evaluations, isConverged: true)
      }
    }
    return Minimum(point: x, value: f, gradient: g, evaluations: evaluations, isConverged: false)
  }

  /// Writes the direction `−H·g` and returns its slope `g·d`.
  private static func descend(
    _ inverse: [Double], _ g: [Double], into d: inout [Double]
  ) -> Double {
    let k = g.count
    var slope = 0.0
    for i in 0..<k {
      var sum = 0.0
      for j in 0..<k { sum += inverse[i * k + j] * g[j] }
      d[i] = -sum
      slope -= sum * g[i]
    }
    return slope
  }

  private static func reset(_ inverse: inout [Double], to scales: [Double]) {
    let k = scales.count
    for i in 0..<k {
      for j in 0..<k { inverse[i * k + j] = i == j ? scales[i] : 0 }
    }
  }

  /// The update of the inverse Hessian, `H + (1 + yᵀHy/sᵀy)·ssᵀ/sᵀy − (Hysᵀ + syᵀH)/sᵀy`.
  private static func update(_ inverse: inout [Double], step s: [Double], change y: [Double]) {
    let k = s.count
    var (product, lengths) = (0.0, (s: 0.0, y: 0.0))
    for i in 0..<k {
      product += s[i] * y[i]
      lengths.s += s[i] * s[i]
      lengths.y += y[i] * y[i]
    }
    guard product > 1e-10 * (lengths.s * lengths.y).squareRoot() else { return }
    var hy = [Double](repeating: 0, count: k)
    var quadratic = 0.0
    for i in 0..<k {
      var sum = 0.0
      for j in 0..<k { sum += inverse[i * k + j] * y[j] }
      hy[i] = sum
      quadratic += y[i] * sum
    }
    let weight = (1 + quadratic / product) / product
    for i in 0..<k {
      let (own, cross) = (weight * s[i] - hy[i] / product, s[i] / product)
      for j in 0..<k { inverse[i * k + j] += own * s[j] - cross * hy[j] }
    }
  }
}
