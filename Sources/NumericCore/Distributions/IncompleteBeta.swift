/// The continued fraction of the incomplete beta function.
enum IncompleteBeta {
  /// Returns `f` such that the regularized incomplete beta function is
  /// `I(x; a, b) = xᵃ yᵇ / (B(a, b) · f)`.
  ///
  /// - Parameters:
  ///   - a: First parameter, above zero.
  ///   - b: Second parameter, above zero.
  ///   - x: The argument, best below `(a + 1) / (a + b + 2)`, where few steps are needed.
  ///   - y: `1 − x`, given apart because it would lose digits where `x` is near 1.
  /// - Returns: The value of the fraction, above zero.
  ///
  /// Method: A. R. DiDonato, A. H. Morris, "Significant digit computation of the incomplete
  /// beta function ratios", ACM Transactions on Mathematical Software 18 (1992) 360-373,
  /// section 8, evaluated by W. J. Lentz's forward recurrence.
  static func fraction(_ a: Double, _ b: Double, x: Double, y: Double) -> Double {
    let smallest = 1e-300  // stands for a zero in the recurrence
    let lambda = a * y - b * x
    func denominator(_ n: Double) -> Double {
      n + n * (b - n) * x / (a + 2 * n - 1)
        + (a + n) / (a + 2 * n + 1) * (lambda + 1 + n * (1 + y))
    }
    func nonzero(_ value: Double) -> Double { value == 0 ? smallest : value }
    var value = nonzero(a / (a + 1) * (lambda + 1))
    var upper = value
    var lower = 0.0
    for step in 1...10_000 {
      let n = Double(step)
      let middle = a + 2 * n - 1
      let numerator =
        (a + n - 1) / middle * ((a + b + n - 1) / middle) * n * (b - n) * x * x
      let next = denominator(n)
      lower = 1 / nonzero(next + numerator * lower)
      upper = nonzero(next + numerator / upper)
      let change = upper * lower
      value *= change
      if (change - 1).magnitude <= .ulpOfOne { break }
    }
    return value
  }
}
