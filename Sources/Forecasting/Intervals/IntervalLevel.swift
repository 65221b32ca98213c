/// How often an interval is meant to hold the value that comes: 80 %, 95 %.
public struct IntervalLevel: Sendable, Hashable, Comparable {
  /// The level in percent, between 0 and 100, both excluded.
  public let percent: Double

  /// Makes a level; `nil` unless it is between 0 and 100.
  public init?(percent: Double) {
    guard percent > 0, percent < 100 else { return nil }
    self.percent = percent
  }

  private init(checked percent: Double) { self.percent = percent }

  /// A level that is written in the program: `.percent(95)`.
  ///
  /// - Precondition: The level is between 0 and 100, both excluded.
  public static func percent(_ percent: Double) -> IntervalLevel {
    precondition(
      percent > 0 && percent < 100, "an interval of \(percent) %: expected between 0 and 100")
    return IntervalLevel(checked: percent)
  }

  /// The probability that is left on both sides together: 0.05 for 95 %.
  public var outside: Double { 1 - percent / 100 }

  /// The smaller level first.
  public static func < (lhs: IntervalLevel, rhs: IntervalLevel) -> Bool {
    lhs.percent < rhs.percent
  }
}

/// The range that a value is expected in.
public struct PredictionInterval: Sendable, Hashable {
  /// How often such ranges are meant to hold.
  public let level: IntervalLevel
  /// The lower end, in the unit of the series; never NaN.
  public let lower: Double
  /// The upper end, not below the lower one.
  public let upper: Double

  /// Makes a range.
  ///
  /// - Precondition: The ends are finite and in order.
  public init(level: IntervalLevel, lower: Double, upper: Double) {
    precondition(
      lower.isFinite && upper.isFinite && lower <= upper, "an interval from \(lower) to \(upper)")
    self.level = level
    self.lower = lower
    self.upper = upper
  }
}
