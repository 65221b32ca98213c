internal import Reporting

/// What the printed digits of a change allow to say about its direction.
enum Movement: Sendable, Equatable {
  case up, down
  /// Printed as zero.
  case unchanged
  /// Printed with a sign that the digits behind it do not bear out.
  case unclear

  /// - Parameters:
  ///   - change: The change with its bounds.
  ///   - style: How it is printed.
  init?(_ change: Figure, printedIn style: NumberStyle) {
    guard let value = change.value else { return nil }
    switch style.print(value).direction {
    case 0: self = .unchanged
    case 1...: self = change.bounds == nil || change.isSurelyPositive ? .up : .unclear
    default: self = change.bounds == nil || change.isSurelyNegative ? .down : .unclear
    }
  }

  /// `rose`, `fell`, `did not change`, `changed little`.
  var verb: String {
    switch self {
    case .up: "rose"
    case .down: "fell"
    case .unchanged: "did not change"
    case .unclear: "changed little"
    }
  }

  /// `an increase`, `a decrease`, `no change`, `a change that the printed digits leave open`.
  var noun: String {
    switch self {
    case .up: "an increase"
    case .down: "a decrease"
    case .unchanged: "no change"
    case .unclear: "a change whose direction the printed digits leave open"
    }
  }
}
