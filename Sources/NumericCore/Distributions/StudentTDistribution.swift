internal import Glibc

/// Student's t distribution.
///
///     StudentTDistribution(degreesOfFreedom: 10).quantile(0.975)  // 2.2281388519862744
public struct StudentTDistribution: Sendable, Hashable {
  /// The degrees of freedom, above zero; not always a whole number.
  public let degreesOfFreedom: Double

  /// `Γ(ν/2 + 1/2) / Γ(ν/2)`.
  private let gammaRatio: Double

  /// Makes a distribution.
  ///
  /// - Parameter degreesOfFreedom: A finite number above zero, for example 7.3 from an
  ///   approximation of Satterthwaite's kind.
  /// - Precondition: The degrees of freedom are above zero and finite.
  public init(degreesOfFreedom: Double) {
    precondition(
      degreesOfFreedom > 0 && degreesOfFreedom.isFinite,
      "degrees of freedom are above zero and finite, found \(degreesOfFreedom)")
    self.degreesOfFreedom = degreesOfFreedom
    gammaRatio = Self.gammaRatio(degreesOfFreedom / 2)
  }

  /// Returns the probability of a value at or below a bound.
  ///
  /// Definition: for `t ≤ 0` half the regularized incomplete beta function `I(x; ν/2, 1/2)` at
  /// `x = ν / (ν + t²)`, and by symmetry one minus that for `t > 0`.
  ///
  /// - Parameter bound: `t`; infinities give 0 and 1.
  /// - Returns: A probability from 0 to 1; in the lower tail correct to 13 digits relative to
  ///   itself.
  /// - Precondition: The bound is not NaN.
  /// - Complexity: At most about a hundred steps of a continued fraction, whatever ν is.
  public func cumulative(_ bound: Double) -> Double {
    precondition(!bound.isNaN, "a probability is asked for a number, found NaN")
    if bound.isInfinite { return bound < 0 ? 0 : 1 }
    if bound == 0 { return 0.5 }
    switch integral(to: bound.magnitude) {
    case .upperTail(let tail, _): return bound < 0 ? tail : 1 - tail
    case .center(let center, _): return bound < 0 ? 0.5 - center / 2 : 0.5 + center / 2
    }
  }

  /// Returns the value that is not exceeded with a probability.
  ///
  /// - Parameter probability: A number between 0 and 1, both excluded.
  /// - Returns: Correct to 13 digits; infinite when above the largest double, as happens in the
  ///   tails for ν far below 1.
  /// - Precondition: The probability is between 0 and 1.
  ///
  /// Method: Newton's steps for the logarithm of `t`. The logarithms of the tail and of the
  /// central probability are concave in `log t` (the density of `log t²` is log-concave), so
  /// the steps cannot cycle and reach the solution from any start.
  public func quantile(_ probability: Double) -> Double {
    precondition(
      probability > 0 && probability < 1,
      "a quantile is asked for a probability between 0 and 1, found \(probability)")
    if probability == 0.5 { return 0 }
    let tail = min(probability, 1 - probability)
    let center = 2 * (probability - 0.5).magnitude  // exact, where one minus the tail is not
    var t = NormalDistribution.standard.quantile(tail).magnitude
    for _ in 0..<100 {
      let step =
        center < 0.5
        ? stepForCenter(center, at: t) : stepForTail(tail, at: t)
      let next = t * exp(step)
      if next.isInfinite { return probability < 0.5 ? -.infinity : .infinity }
      let isDone = step.magnitude < 1e-15 || next == t
      t = next
      if isDone { break }
    }
    return probability < 0.5 ? -t : t
  }

  /// Newton's step in `log t` for the logarithm of the upper tail.
  private func stepForTail(_ wanted: Double, at t: Double) -> Double {
    switch integral(to: t) {
    case .upperTail(let tail, let slope) where tail == 0 || slope == 0:
      -1  // so far out that the tail is below the smallest double
    case .upperTail(let tail, let slope): Self.logOfRatio(tail, wanted) * tail / slope
    case .center(let center, let slope):
      Self.logOfRatio(0.5 - center / 2, wanted) * (0.5 - center / 2) / slope
    }
  }

  /// `log(a / b)`, precise where `a` is near `b`, and in range where `b` is very small.
  private static func logOfRatio(_ a: Double, _ b: Double) -> Double {
    let ratio = a / b
    return ratio.isFinite ? log(ratio) : log(a) - log(b)
  }

  /// Newton's step in `log t` for the logarithm of the central probability.
  private func stepForCenter(_ wanted: Double, at t: Double) -> Double {
    switch integral(to: t) {
    case .upperTail(let tail, let slope):
      log(wanted / (1 - 2 * tail)) * (1 - 2 * tail) / (2 * slope)
    case .center(let center, let slope): log(wanted / center) * center / (2 * slope)
    }
  }

  /// The probability beyond `t`, or between `−t` and `t`: whichever the fraction gives quickly;
  /// with `t` times the density at `t`.
  private enum Integral {
    case upperTail(Double, slope: Double)
    case center(Double, slope: Double)
  }

  private func integral(to t: Double) -> Integral {
    let a = degreesOfFreedom / 2
    let root = t / degreesOfFreedom.squareRoot()
    let r = root * root
    let x = 1 / (1 + r)
    let y = r.isFinite ? r * x : 1
    let logOfSum = r.isFinite ? log1p(r) : 2 * log(root)
    let rootOfY = r.isFinite ? root * x.squareRoot() : 1
    let slope = exp(-a * logOfSum) * rootOfY * gammaRatio / Double.pi.squareRoot()
    return r * (a + 1) > 1.5
      ? .upperTail(slope / (2 * IncompleteBeta.fraction(a, 0.5, x: x, y: y)), slope: slope)
      : .center(slope / IncompleteBeta.fraction(0.5, a, x: y, y: x), slope: slope)
  }

  /// `Γ(a + 1/2) / Γ(a)`: the asymptotic series of its logarithm (DLMF 5.11.8) from 20 on, and
  /// below that the recurrence of the gamma function up to there.
  private static func gammaRatio(_ a: Double) -> Double {
    var a = a
    var factor = 1.0
    while a < 20 {
      factor *= a / (a + 0.5)
      a += 1
    }
    let terms = [
      -1 / 8.0, 1 / 192.0, -1 / 640.0, 17 / 14336.0, -31 / 18432.0, 691 / 180224.0,
    ]
    let z = 1 / (a * a)
    return factor * a.squareRoot() * exp(terms.reversed().reduce(0) { $0 * z + $1 } / a)
  }
}
