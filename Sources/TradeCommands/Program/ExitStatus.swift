/// What the program tells its caller.
public enum ExitStatus: Int, Sendable, Comparable {
  /// Done, and nothing found.
  case fine = 0
  /// Done, with findings: an inconsistent figure, a stale notebook.
  case findings = 1
  /// An input cannot be read, or does not hold what was asked for.
  case badInput = 2
  /// The command line is wrong.
  case usage = 64
  /// A defect of the program.
  case defect = 70

  /// The worse is greater.
  public static func < (lhs: ExitStatus, rhs: ExitStatus) -> Bool { lhs.rawValue < rhs.rawValue }
}
