/// How often a series is observed; the raw value is the number of months between observations.
public enum Frequency: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// Every month.
  case monthly = 1
  /// Every calendar quarter.
  case quarterly = 3
  /// Every calendar half-year.
  case halfYearly = 6
  /// Every calendar year.
  case yearly = 12

  /// The months of one period.
  public var months: Int { rawValue }

  /// The periods of a year: 12, 4, 2 or 1.
  public var periodsPerYear: Int { 12 / rawValue }

  /// The name of one period: `month`, `quarter`, `half-year`, `year`.
  public var unitName: String {
    switch self {
    case .monthly: "month"
    case .quarterly: "quarter"
    case .halfYearly: "half-year"
    case .yearly: "year"
    }
  }

  /// More frequent comes first.
  public static func < (lhs: Frequency, rhs: Frequency) -> Bool { lhs.rawValue < rhs.rawValue }
}
