internal import Reporting

/// What the printed digits of a change allow to say about its direction.
enum Movement: Sendable, Equatable {
  case up, down
  /// Printed as zero.
  case unchanged
  /// Printed with a sign that the digits behind it do not bear out.
  case unclear

  /// Judges a change; `nil` when it is missing.
  ///
  /// - Parameters:
  ///   - change: The change with its bounds.
  ///   - difference: A figure of the same sign that decides where the change has no bounds.
  ///   - style: How it is printed.
  init?(_ change: Figure, sureAs difference: Figure? = nil, printedIn style: NumberStyle) {
    guard let value = change.value else { return nil }
    let judge = change.bounds == nil ? difference ?? change : change
    switch style.print(value).direction {
    case 0: self = .unchanged
    case 1...: self = judge.isSurelyPositive ? .up : .unclear
    default: self = judge.isSurelyNegative ? .down : .unclear
    }
  }
}
