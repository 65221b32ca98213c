/// How much a finding matters.
public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
  /// Worth knowing; nothing is wrong.
  case note
  /// Suspicious, or handled by a rule that the user should know of.
  case warning
  /// The input cannot be used as it is.
  case error

  /// A note is less than a warning, a warning is less than an error.
  public static func < (lhs: Severity, rhs: Severity) -> Bool { lhs.rank < rhs.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
