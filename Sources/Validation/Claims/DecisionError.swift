/// A mistake that changes what a reader concludes, not only a digit.
public enum DecisionError: String, Sendable, Hashable, CaseIterable {
  /// A rise is a fall, or the other way round.
  case direction
  /// A surplus is a deficit, or the other way round.
  case balance
  /// The order of two levels is the other one.
  case order

  /// What it means, for readers.
  public var sentence: String {
    switch self {
    case .direction: "the direction would change"
    case .balance: "a surplus would be a deficit, or the other way round"
    case .order: "the order would change"
    }
  }

  /// What the allowed range of a figure turns round; `nil` when it keeps the sign.
  ///
  /// A range that ends at zero turns it too: no rise is left of a rise.
  init?(_ figure: CheckedFigure, _ kind: Claim.Kind, allowed: ExactInterval) {
    if kind == .rank {
      self = .order
      return
    }
    let sign = figure.number.significand.signum()
    let isTurned =
      sign > 0 && allowed.upper.map { $0.value.signum <= 0 } ?? false
      || sign < 0 && allowed.lower.map { $0.value.signum >= 0 } ?? false
    guard isTurned else { return nil }
    switch figure.role {
    case .change: self = .direction
    case .balance: self = .balance
    case .level, .share: return nil
    }
  }
}
