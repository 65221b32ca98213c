/// The values that a number can have when its operands are known to half a printed unit: a
/// closed interval.
///
///     // exports of 196.2 and a year before 186.5, printed with one decimal
///     Bounds.growth(
///       from: Bounds(186.5, halfWidth: 0.05), to: Bounds(196.2, halfWidth: 0.05))
///     // 5.147 … 5.255 percent: a printed 5.2 follows
///
/// The operands are taken as independent, and every operation gives the smallest interval that
/// holds all results, up to the last bits of `Double`. Compare with a tolerance of some bits, or
/// with exact arithmetic where a verdict hangs on an end.
public struct Bounds: Sendable, Hashable, CustomStringConvertible {
  /// The least possible value.
  public let lower: Double
  /// The greatest possible value.
  public let upper: Double

  /// Makes an interval.
  ///
  /// - Precondition: The ends are numbers and in order.
  public init(_ lower: Double, _ upper: Double) {
    precondition(lower <= upper, "bounds from \(lower) to \(upper): the ends are not in order")
    self.lower = lower
    self.upper = upper
  }

  /// Makes the interval of all values at most so far from one.
  ///
  /// - Precondition: `halfWidth` is not negative.
  public init(_ value: Double, halfWidth: Double) {
    self.init(value - halfWidth, value + halfWidth)
  }

  /// The distance of the ends.
  public var width: Double { upper - lower }

  /// Whether a value is in the interval, its ends included.
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

  /// Whether the intervals share a value.
  public func overlaps(_ other: Bounds) -> Bool { lower <= other.upper && other.lower <= upper }

  /// The values of both intervals; `nil` when there are none.
  public func intersection(_ other: Bounds) -> Bounds? {
    overlaps(other) ? Bounds(max(lower, other.lower), min(upper, other.upper)) : nil
  }

  /// The ends as `[5.1, 5.3]`.
  public var description: String { "[\(lower), \(upper)]" }
}

extension Bounds {
  /// The sums of values of both.
  public static func + (lhs: Bounds, rhs: Bounds) -> Bounds {
    Bounds(lhs.lower + rhs.lower, lhs.upper + rhs.upper)
  }

  /// The differences of values of both.
  public static func - (lhs: Bounds, rhs: Bounds) -> Bounds {
    Bounds(lhs.lower - rhs.upper, lhs.upper - rhs.lower)
  }

  /// The values with the other sign.
  public static prefix func - (bounds: Bounds) -> Bounds { Bounds(-bounds.upper, -bounds.lower) }

  /// The values times a number, which may be negative.
  public func scaled(by factor: Double) -> Bounds {
    factor < 0 ? Bounds(upper * factor, lower * factor) : Bounds(lower * factor, upper * factor)
  }

  /// Returns the possible changes in percent; `nil` when the base can be zero or below.
  ///
  /// Definition: `100 · (c / b − 1)`. For a change of size between two negative values negate
  /// both.
  public static func growth(from base: Bounds, to current: Bounds) -> Bounds? {
    guard base.lower > 0 else { return nil }
    return ratio(of: current, to: base).map {
      Bounds(100 * ($0.lower - 1), 100 * ($0.upper - 1))
    }
  }

  /// Returns the possible ratios `a / b`; `nil` when the denominator can be zero.
  public static func ratio(of numerator: Bounds, to denominator: Bounds) -> Bounds? {
    guard denominator.lower > 0 || denominator.upper < 0 else { return nil }
    return corners(numerator, denominator) { $0 / $1 }
  }

  /// Returns the possible shares of a part in percent, the total being the part and the rest.
  ///
  /// Definition: `100 · p / (p + r)`. The part stands in the numerator and in the denominator, so
  /// the interval is narrower than that of a ratio.
  ///
  /// - Returns: `nil` when the total can be zero or below, or the part or the rest are surely
  ///   below zero.
  public static func share(of part: Bounds, rest: Bounds) -> Bounds? {
    guard part.lower + rest.lower > 0, part.upper >= 0, rest.upper >= 0 else { return nil }
    return corners(part, rest) { 100 * $0 / ($0 + $1) }
  }

  /// Returns the possible shares of a part in percent of the sum of all parts, itself among them.
  ///
  /// - Precondition: `parts` holds `part`.
  public static func share(of part: Bounds, inTotalOf parts: [Bounds]) -> Bounds? {
    var others = parts
    guard let own = others.firstIndex(of: part) else {
      preconditionFailure("a share of \(part) in a total that does not hold it")
    }
    others.remove(at: own)
    return share(of: part, rest: others.reduce(Bounds(0, 0), +))
  }

  /// Returns the possible contributions of a part to the growth of the total, in percentage
  /// points.
  ///
  /// Definition: `100 · (p1 − p0) / (p0 + r0)`.
  ///
  /// - Parameters:
  ///   - part0: The part in the base period.
  ///   - part1: The part in the current period.
  ///   - rest0: All other parts together in the base period.
  /// - Returns: `nil` when the total of the base period can be zero or below.
  public static func contribution(
    from part0: Bounds, to part1: Bounds, rest0: Bounds
  ) -> Bounds? {
    guard part0.lower + rest0.lower > 0 else { return nil }
    // With two of the three held fixed the value never turns in the third (the derivative keeps
    // its sign), so the extremes stand in corners of the box.
    let low = corners(part0, rest0) { 100 * (part1.lower - $0) / ($0 + $1) }
    let high = corners(part0, rest0) { 100 * (part1.upper - $0) / ($0 + $1) }
    return Bounds(low.lower, high.upper)
  }

  /// Returns the possible values of `(x − m) / (x + m)`, between −1 and 1; `nil` when the sum of
  /// exports and imports can be zero or below.
  public static func normalizedBalance(exports: Bounds, imports: Bounds) -> Bounds? {
    guard exports.lower + imports.lower > 0 else { return nil }
    return corners(exports, imports) { ($0 - $1) / ($0 + $1) }
  }

  /// The extremes over the corners, which are those over the box for a function that is monotone
  /// in each operand.
  private static func corners(
    _ a: Bounds, _ b: Bounds, _ value: (Double, Double) -> Double
  ) -> Bounds {
    let first = value(a.lower, b.lower)
    var (low, high) = (first, first)
    for corner in [value(a.lower, b.upper), value(a.upper, b.lower), value(a.upper, b.upper)] {
      low = min(low, corner)
      high = max(high, corner)
    }
    return Bounds(low, high)
  }
}
