internal import TradeModel
internal import Validation

/// What can be said of a total that does not fit its parts beyond the usual derivation.
struct SumReasons {
  /// The parts in one sentence where there are too many to name each; `nil` for fewer.
  let why: String?
  /// That the parts fit when their digits were cut off instead of rounded.
  let possible: String?

  private static let namedParts = 9

  /// `nil` for other findings than those of a total and its parts.
  init?(_ finding: ClaimResult, _ figures: [CheckedFigure]) {
    guard finding.claim.kind == .sum, let target = finding.claim.target else { return nil }
    let ids = Set(finding.claim.figures.dropLast())
    let parts = figures.filter { ids.contains($0.id) }
    guard let total = figures.first(where: { $0.id == target }), parts.count == ids.count,
      parts.count > 1
    else { return nil }
    func sum(_ convention: RoundingConvention) -> ExactInterval {
      parts.reduce(ExactInterval(exactly: .zero)) { $0 + $1.interval(under: convention) }
    }
    let unit = Rational(significand: 1, exponent: -total.number.scale.exponent)
    func text(_ interval: ExactInterval) -> String {
      FigureLabels.text(interval.scaled(by: unit), total)
    }
    why =
      parts.count > Self.namedParts
      ? "the \(parts.count) parts add up to \(text(sum(.unknown))); printed \(total.text)" : nil
    let cut = sum(.truncation)
    possible =
      cut.overlaps(total.interval(under: .unknown))
      ? "parts that were cut off instead of rounded add up to \(text(cut)), which fits" : nil
  }
}
