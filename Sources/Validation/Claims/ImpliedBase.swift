/// The level a year before that a printed level and its printed change imply.
///
///     let implied = ImpliedBase(level: trade, change: decrease)
///     implied?.range            // 29.71 billion and -3.1 %: 30.639… to 30.681… billion
///     implied?.judge(Claim(.growth, ids), printed: lastYear).verdict
///
/// With the level c in [c1, c2] and the change g in [g1, g2] percent the base lies in
/// [c1/(1+g2/100), c2/(1+g1/100)]. ``DocumentChecker/range(of:in:)`` gives what all figures of a
/// document imply together.
public struct ImpliedBase: Sendable, Hashable {
  /// The possible bases, in base units.
  public let range: ExactInterval
  private let unit: String

  /// Computes the base; `nil` when the change may be -100 % or less.
  public init?(
    level: CheckedFigure, change: CheckedFigure, rounding: RoundingConvention = .unknown
  ) {
    let factor =
      change.interval(under: rounding).scaled(by: Rational(1, 100)) + ExactInterval(exactly: 1)
    guard let low = factor.lower, low.value.signum > 0,
      let range = level.interval(under: rounding) / factor
    else { return nil }
    self.range = range
    unit = level.unit
  }

  /// Takes a base that a whole system implies, in base units.
  public init(range: ExactInterval, unit: String) {
    self.range = range
    self.unit = unit
  }

  /// Compares the base with the figure that was printed for it elsewhere.
  ///
  /// - Returns: A claim result with the verdict `consistent` when both can be, else
  ///   `revised_base`, the feasible range in the scale of the printed figure.
  public func judge(
    _ claim: Claim, printed figure: CheckedFigure, rounding: RoundingConvention = .unknown
  ) -> ClaimResult {
    let printed = figure.interval(under: rounding)
    let factor =
      Rational(significand: 1, exponent: -figure.number.lastPlaceExponent)
      * Rational(significand: 1, exponent: -figure.number.decimals)
    let own = range.scaled(by: factor)
    if printed.overlaps(range) {
      return ClaimResult(
        claim: claim, verdict: .consistent, feasible: own, printed: printed.scaled(by: factor))
    }
    let decimals = figure.number.decimals
    let low = own.lower.map { FigureNames.text($0.value, decimals: decimals, isLower: true) }
    let high = own.upper.map { FigureNames.text($0.value, decimals: decimals, isLower: false) }
    let revision = (range / printed).map { ($0 - ExactInterval(exactly: 1)).scaled(by: 100) }
    var text =
      "level and change imply a base of \(low ?? "anything") to \(high ?? "anything"); "
      + "\(figure.text) was printed for it"
    if let lower = revision?.lower, let upper = revision?.upper {
      text +=
        ", a revision of \(lower.value.text(decimals: 2, .down)) to "
        + "\(upper.value.text(decimals: 2, .up)) %"
    }
    return ClaimResult(
      claim: claim, verdict: .revisedBase, feasible: own, printed: printed.scaled(by: factor),
      explanation: text)
  }
}
