/// A set of numbers between two ends, each of which may be missing, included or left out.
///
///     let printed = ExactInterval(Rational(decimal: "29.705"), Rational(decimal: "29.715"))
///     let allowed = ExactInterval(from: .included(29), to: .excluded(30))
///     printed.overlaps(allowed)   // true
///
/// A missing end is infinite. An interval may be empty, as an intersection may.
public struct ExactInterval: Sendable, Hashable {
  /// One end.
  public struct End: Sendable, Hashable {
    /// Where it is.
    public let value: Rational
    /// Whether the interval holds the value itself.
    public let isIncluded: Bool

    /// Makes an end.
    public init(_ value: Rational, isIncluded: Bool) {
      self.value = value
      self.isIncluded = isIncluded
    }

    /// An end that belongs to the interval.
    public static func included(_ value: Rational) -> End { End(value, isIncluded: true) }
    /// An end that does not.
    public static func excluded(_ value: Rational) -> End { End(value, isIncluded: false) }
  }

  /// The lower end; `nil` for minus infinity.
  public let lower: End?
  /// The upper end; `nil` for infinity.
  public let upper: End?

  /// Makes an interval from its ends.
  public init(from lower: End?, to upper: End?) {
    self.lower = lower
    self.upper = upper
  }

  /// Makes an interval with both ends included; `nil` is infinite.
  public init(_ lower: Rational?, _ upper: Rational?) {
    self.lower = lower.map(End.included)
    self.upper = upper.map(End.included)
  }

  /// One number.
  public init(exactly value: Rational) { self.init(value, value) }

  /// All numbers.
  public static let all = ExactInterval(from: nil, to: nil)

  /// Whether no number is in it.
  public var isEmpty: Bool {
    guard let lower, let upper else { return false }
    if lower.value == upper.value { return !(lower.isIncluded && upper.isIncluded) }
    return lower.value > upper.value
  }

  /// Whether it holds a number.
  public func contains(_ value: Rational) -> Bool {
    if let lower, lower.isIncluded ? value < lower.value : value <= lower.value { return false }
    if let upper, upper.isIncluded ? value > upper.value : value >= upper.value { return false }
    return true
  }

  /// Whether the two have a number in common.
  public func overlaps(_ other: ExactInterval) -> Bool { !intersection(other).isEmpty }

  /// Whether the two have exactly one number in common.
  public func touches(_ other: ExactInterval) -> Bool {
    let common = intersection(other).closed
    guard let lower = common.lower, let upper = common.upper else { return false }
    return lower.value == upper.value
  }

  /// The numbers in both; may be empty.
  public func intersection(_ other: ExactInterval) -> ExactInterval {
    ExactInterval(
      from: ExactInterval.tighter(lower, other.lower, isLower: true),
      to: ExactInterval.tighter(upper, other.upper, isLower: false))
  }

  /// The interval with both ends included.
  public var closed: ExactInterval { ExactInterval(lower?.value, upper?.value) }

  /// The distance of the ends; `nil` when one is missing.
  public var width: Rational? {
    guard let lower, let upper else { return nil }
    return upper.value - lower.value
  }

  private static func tighter(_ first: End?, _ second: End?, isLower: Bool) -> End? {
    guard let first else { return second }
    guard let second else { return first }
    if first.value == second.value { return first.isIncluded ? second : first }
    return (first.value > second.value) == isLower ? first : second
  }
}
