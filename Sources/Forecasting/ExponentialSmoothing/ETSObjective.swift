internal import Glibc
internal import NumericCore

/// Minus twice the log-likelihood of one form as a function of free variables.
///
/// Each weight is a sine of its variable between its bounds, which has a flat point at the bound
/// and not beyond: α in [10⁻⁴, 0.9999], β in [10⁻⁴, α] (or a share of α), γ in [10⁻⁴, 1 − α], φ in [0.8, 0.98]. The
/// last season follows from the others: they add to 0, or to their number.
struct ETSObjective: DifferentiableFunction {
  static let alphaBounds = (1e-4, 0.9999)
  static let phiBounds = (0.8, 0.98)

  let form: ExponentialSmoothing
  let seasonLength: Int
  var kernel: ETSKernel
  /// The largest β as a share of α: 1 for a form that is asked for by name, less in a choice.
  let slopeShare: Double
  private var parameters = ETSKernel.Parameters()
  private var derivatives = ETSKernel.Parameters()

  init(
    _ form: ExponentialSmoothing, y: [Double], observed: [Bool] = [], seasonLength: Int,
    slopeShare: Double = 1
  ) {
    self.form = form
    self.slopeShare = slopeShare
    self.seasonLength = form.season == .none ? 0 : seasonLength
    kernel = ETSKernel(form, y: y, observed: observed, seasonLength: seasonLength)
    let zeros = [Double](repeating: 0, count: self.seasonLength)
    parameters.seasons = zeros
    derivatives.seasons = zeros
  }

  /// How many free variables there are: the parameters of the criterion without the variance.
  var variableCount: Int { Self.variableCount(form, seasonLength: seasonLength) }

  static func variableCount(_ form: ExponentialSmoothing, seasonLength: Int) -> Int {
    var count = 2
    if form.trend != .none { count += 2 }
    if form.trend == .damped { count += 1 }
    if form.season != .none { count += seasonLength }
    return count
  }

  /// The place of a value between bounds as a variable, and back.
  private static func variable(_ value: Double, _ low: Double, _ high: Double) -> Double {
    guard high > low else { return 0 }
    return asin(min(1, max(-1, 2 * (value - low) / (high - low) - 1)))
  }

  private static func value(_ variable: Double, _ low: Double, _ high: Double) -> Double {
    low + (high - low) * (1 + sin(variable)) / 2
  }

  /// The variables of parameters.
  func variables(_ p: ETSKernel.Parameters) -> [Double] {
    var x = [Self.variable(p.alpha, Self.alphaBounds.0, Self.alphaBounds.1)]
    if form.trend != .none {
      x.append(Self.variable(p.beta, 1e-4, max(1e-4, slopeShare * p.alpha)))
    }
    if form.season != .none { x.append(Self.variable(p.gamma, 1e-4, max(1e-4, 1 - p.alpha))) }
    if form.trend == .damped {
      x.append(Self.variable(p.phi, Self.phiBounds.0, Self.phiBounds.1))
    }
    x.append(p.level)
    if form.trend != .none { x.append(p.slope) }
    if form.season != .none { x += p.seasons.dropLast() }
    return x
  }

  /// The parameters of variables.
  func parameters(_ x: [Double]) -> ETSKernel.Parameters {
    var p = ETSKernel.Parameters()
    p.seasons = [Double](repeating: 0, count: seasonLength)
    read(x, into: &p)
    return p
  }

  private func read(_ x: [Double], into p: inout ETSKernel.Parameters) {
    p.alpha = Self.value(x[0], Self.alphaBounds.0, Self.alphaBounds.1)
    var i = 1
    if form.trend != .none {
      p.beta = Self.value(x[i], 1e-4, max(1e-4, slopeShare * p.alpha))
      i += 1
    }
    if form.season != .none {
      p.gamma = Self.value(x[i], 1e-4, max(1e-4, 1 - p.alpha))
      i += 1
    }
    if form.trend == .damped {
      p.phi = Self.value(x[i], Self.phiBounds.0, Self.phiBounds.1)
      i += 1
    }
    p.level = x[i]
    i += 1
    if form.trend != .none {
      p.slope = x[i]
      i += 1
    }
    if form.season != .none {
      var sum = 0.0
      for j in 0..<(seasonLength - 1) {
        p.seasons[j] = x[i + j]
        sum += x[i + j]
      }
      p.seasons[seasonLength - 1] =
        form.season == .multiplicative ? Double(seasonLength) - sum : -sum
    }
  }

  mutating func value(at x: [Double], gradient: inout [Double]) -> Double {
    read(x, into: &parameters)
    let value = kernel.objective(parameters)
    guard value.isFinite else { return value }
    kernel.gradient(parameters, into: &derivatives)
    chain(x, into: &gradient)
    return value
  }

  /// Derivatives by the variables from those by the parameters.
  private func chain(_ x: [Double], into g: inout [Double]) {
    let (p, d) = (parameters, derivatives)
    let alphaSlope = (Self.alphaBounds.1 - Self.alphaBounds.0) * cos(x[0]) / 2
    var byAlpha = d.alpha
    var i = 1
    if form.trend != .none {
      let share = (1 + sin(x[i])) / 2
      g[i] = d.beta * max(0, slopeShare * p.alpha - 1e-4) * cos(x[i]) / 2
      byAlpha += d.beta * share * slopeShare
      i += 1
    }
    if form.season != .none {
      let share = (1 + sin(x[i])) / 2
      g[i] = d.gamma * max(0, 1 - p.alpha - 1e-4) * cos(x[i]) / 2
      byAlpha -= d.gamma * share
      i += 1
    }
    g[0] = byAlpha * alphaSlope
    if form.trend == .damped {
      g[i] = d.phi * (Self.phiBounds.1 - Self.phiBounds.0) * cos(x[i]) / 2
      i += 1
    }
    g[i] = d.level
    i += 1
    if form.trend != .none {
      g[i] = d.slope
      i += 1
    }
    if form.season != .none {
      let last = d.seasons[seasonLength - 1]
      for j in 0..<(seasonLength - 1) { g[i + j] = d.seasons[j] - last }
    }
  }

  /// The inverse curvatures to start with, from the size of the errors at the start: states are
  /// known as well as the periods that still remember them, weights from all periods.
  func scales(_ start: ETSKernel.Parameters, meanSquare: Double) -> [Double] {
    let n = Double(kernel.y.count)
    let weight = 4 / n
    var scales = [weight]
    if form.trend != .none { scales.append(weight) }
    if form.season != .none { scales.append(weight) }
    if form.trend == .damped { scales.append(weight) }
    let variance = max(meanSquare, 1e-12) / 2
    let memory = 1 - start.alpha
    let levelPeriods = min(n, 1 / max(1e-3, 1 - memory * memory))
    scales.append(variance / levelPeriods)
    if form.trend != .none { scales.append(variance / (levelPeriods * levelPeriods)) }
    if form.season != .none {
      let years = max(1, min(n / Double(seasonLength), 8))
      scales += [Double](repeating: variance / years, count: seasonLength - 1)
    }
    return scales
  }
}
