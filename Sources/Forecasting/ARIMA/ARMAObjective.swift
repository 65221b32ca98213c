internal import Glibc
internal import NumericCore

/// What is minimized over the coefficients of a seasonal ARMA model.
struct ARMAObjective: DifferentiableFunction {
  /// How errors are computed.
  enum Kind {
    /// Values and errors before the first are taken as zero; quick.
    case conditional
    /// The exact likelihood, for the search of orders.
    case exactSearch
    /// The exact likelihood.
    case exact
  }

  let order: ARIMAOrder
  let seasonLength: Int
  let w: [Double]
  /// Impulses in the place of missing values, for the exact likelihood.
  let gaps: [[Double]]
  let kind: Kind
  let meanUnit: Double
  private var errors: [Double]

  init(
    _ order: ARIMAOrder, w: [Double], gaps: [[Double]] = [], seasonLength: Int, kind: Kind
  ) {
    self.order = order
    self.w = w
    self.gaps = gaps
    self.seasonLength = seasonLength
    self.kind = kind
    let n = Double(max(1, w.count))
    let mean = w.reduce(0, +) / n
    let variance = w.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n
    meanUnit = variance > 0 ? (variance / n).squareRoot() : 1
    errors = [Double](repeating: 0, count: w.count)
  }

  /// Where the search begins: coefficients of zero and the mean of the values.
  var start: [Double] {
    var x = [Double](repeating: 0.1, count: order.coefficientCount)
    if order.hasConstant {
      x[x.count - 1] = w.reduce(0, +) / Double(max(1, w.count)) / meanUnit
    }
    return x
  }

  func coefficients(_ x: [Double]) -> ARMACoefficients {
    ARMACoefficients(order, variables: x, meanUnit: meanUnit)
  }

  /// Minus twice the log-likelihood at the best variance.
  mutating func objective(_ x: [Double]) -> Double {
    let c = coefficients(x)
    switch kind {
    case .exact, .exactSearch:
      guard
        let likelihood = ARMALikelihood(
          w, ar: c.fullAR(seasonLength), ma: c.fullMA(seasonLength), mean: c.mean, gaps: gaps)
      else { return .infinity }
      return -2 * likelihood.logLikelihood
    case .conditional:
      return conditional(c)
    }
  }

  private mutating func conditional(_ c: ARMACoefficients) -> Double {
    let ar = c.fullAR(seasonLength).enumerated().filter { $0.element != 0 }
    let ma = c.fullMA(seasonLength).enumerated().filter { $0.element != 0 }
    var squares = 0.0
    // Before this position some terms reach back beyond the first value.
    let full = min(w.count, max(ar.last?.offset ?? -1, ma.last?.offset ?? -1) + 1)
    for t in 0..<full {
      var e = w[t] - c.mean
      for (i, a) in ar where i < t { e -= a * (w[t - 1 - i] - c.mean) }
      for (i, b) in ma where i < t { e -= b * errors[t - 1 - i] }
      errors[t] = e
      squares += e * e
    }
    let constant = c.mean * (1 - ar.reduce(0) { $0 + $1.element })
    for t in full..<w.count {
      var e = w[t] - constant
      for (i, a) in ar { e -= a * w[t - 1 - i] }
      for (i, b) in ma { e -= b * errors[t - 1 - i] }
      errors[t] = e
      squares += e * e
    }
    let n = Double(w.count)
    return n * (log(max(squares / n, 1e-300) * 2 * Double.pi) + 1)
  }

  /// The gradient is by differences, there being few variables: central ones for the fit, forward
  /// ones for the search.
  mutating func value(at x: [Double], gradient: inout [Double]) -> Double {
    let here = objective(x)
    guard here.isFinite else { return here }
    var moved = x
    for i in x.indices {
      let step = (kind == .exact ? 1e-5 : 1e-7) * max(1, x[i].magnitude)
      moved[i] = x[i] + step
      let up = objective(moved)
      if kind == .exact {
        moved[i] = x[i] - step
        gradient[i] = (up - objective(moved)) / (2 * step)
      } else {
        gradient[i] = (up - here) / step
      }
      moved[i] = x[i]
    }
    return here
  }
}
