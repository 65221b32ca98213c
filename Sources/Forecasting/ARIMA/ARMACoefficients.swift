internal import Glibc

/// The coefficients of a seasonal ARMA model and their unbounded variables.
///
/// `φ(B)Φ(B^m)(w − mean) = θ(B)Θ(B^m)e` with `φ(B) = 1 − φ₁B − …` and `θ(B) = 1 + θ₁B + …`. A
/// variable is the inverse hyperbolic tangent of a partial autocorrelation, so that every value
/// gives a stationary and invertible model.
///
/// Source: R. H. Jones, Technometrics 22 (1980) 389-395, doi 10.1080/00401706.1980.10486171.
struct ARMACoefficients: Sendable, Hashable {
  var ar: [Double] = []
  var ma: [Double] = []
  var seasonalAR: [Double] = []
  var seasonalMA: [Double] = []
  var mean = 0.0

  /// Reads variables in the order AR, MA, seasonal AR, seasonal MA, mean.
  ///
  /// `meanUnit`: What the variable of the mean is multiplied by.
  init(_ order: ARIMAOrder, variables x: [Double], meanUnit: Double) {
    var rest = x[...]
    func take(_ count: Int) -> [Double] {
      defer { rest = rest.dropFirst(count) }
      return Self.coefficients(rest.prefix(count).map(tanh))
    }
    ar = take(order.p)
    ma = take(order.q).map { -$0 }
    seasonalAR = take(order.seasonalP)
    seasonalMA = take(order.seasonalQ).map { -$0 }
    if order.hasConstant, let last = rest.first { mean = last * meanUnit }
  }

  /// Autoregressive coefficients from partial autocorrelations (Durbin and Levinson).
  static func coefficients(_ partials: [Double]) -> [Double] {
    var phi: [Double] = []
    for r in partials {
      let reversed = phi.reversed()
      phi = zip(phi, reversed).map { $0 - r * $1 } + [r]
    }
    return phi
  }

  /// The coefficients of `1 − φ₁B − …` times its seasonal part, as what a value is predicted from:
  /// `w(t) = a₁w(t−1) + …`.
  func fullAR(_ m: Int) -> [Double] {
    let own = [1] + ar.map { -$0 }
    let seasonal = Self.spread(seasonalAR.map { -$0 }, m)
    return Self.product(own, seasonal).dropFirst().map { -$0 }
  }

  /// The coefficients of `(1 + θ₁B + …)` times its seasonal part, without the leading one.
  func fullMA(_ m: Int) -> [Double] {
    Array(Self.product([1] + ma, Self.spread(seasonalMA, m)).dropFirst())
  }

  private static func spread(_ coefficients: [Double], _ m: Int) -> [Double] {
    var result = [Double](repeating: 0, count: coefficients.count * m + 1)
    result[0] = 1
    for (index, value) in coefficients.enumerated() { result[(index + 1) * m] = value }
    return result
  }

  static func product(_ a: [Double], _ b: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: a.count + b.count - 1)
    for (i, x) in a.enumerated() where x != 0 {
      for (j, y) in b.enumerated() { result[i + j] += x * y }
    }
    return result
  }
}
