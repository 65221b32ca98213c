/// How a number is printed: digits, scale, sign, separators and unit.
///
///     NumberStyle(decimals: 2, divisor: 1e9, prefix: "US$", suffix: " billion")
///       .print(29_705_000_000).text  // "US$29.71 billion"
///     NumberStyle.percent().withSign(.always).print(3.05).text  // "+3.1%"
///
/// This is the one place where Tradewind rounds. The page `rounding.md` of the methods says how.
public struct NumberStyle: Sendable, Hashable {
  /// The most digits after the point that are printed.
  ///
  /// A double has no more than 15 to 17 digits, so that what stands behind is seldom its own.
  public static let decimalLimit = 15

  /// Digits after the point, 0 to ``decimalLimit``.
  public private(set) var decimals: Int
  /// What one printed unit is in units of the value: `1e9` shows base units in billions.
  public private(set) var divisor: Double
  /// What stands between groups of three digits.
  public private(set) var grouping: DigitGrouping
  /// When a sign is printed.
  public private(set) var sign: SignPolicy
  /// The character for numbers below zero.
  public private(set) var minus: MinusSign
  /// The unit before the number, after the sign, such as `US$`.
  public private(set) var prefix: String
  /// The unit after the number with its space, such as `%` or ` billion`.
  public private(set) var suffix: String
  /// How digits are dropped.
  public private(set) var rounding: RoundingMode
  /// What is printed for a missing value.
  public private(set) var missing: String

  /// Makes a style.
  ///
  /// More decimals than ``decimalLimit`` are cut to it, since a file may print as many as it likes.
  ///
  /// - Precondition: `decimals` is not below 0; `divisor` is finite and above zero.
  public init(
    decimals: Int, divisor: Double = 1, grouping: DigitGrouping = .comma,
    sign: SignPolicy = .automatic, minus: MinusSign = .hyphen, prefix: String = "",
    suffix: String = "", rounding: RoundingMode = .halfAwayFromZero, missing: String = ":"
  ) {
    precondition(decimals >= 0, "\(decimals) decimals cannot be printed")
    precondition(divisor > 0 && divisor.isFinite, "a divisor is above zero, not \(divisor)")
    self.decimals = min(decimals, Self.decimalLimit)
    self.divisor = divisor
    self.grouping = grouping
    self.sign = sign
    self.minus = minus
    self.prefix = prefix
    self.suffix = suffix
    self.rounding = rounding
    self.missing = missing
  }

  /// Whole numbers with commas: 12,345.
  public static let integer = NumberStyle(decimals: 0)

  /// Numbers that are percent already: `3.1%`.
  public static func percent(decimals: Int = 1) -> NumberStyle {
    NumberStyle(decimals: decimals, suffix: "%")
  }

  /// Differences of percentages, with their sign: `+0.4 pp`.
  public static func percentagePoints(decimals: Int = 1) -> NumberStyle {
    NumberStyle(decimals: decimals, sign: .always, suffix: " pp")
  }

  /// The style without its unit text, for cells under a heading that names the unit.
  public var withoutUnit: NumberStyle { withUnit() }

  /// The style with another unit text.
  public func withUnit(prefix: String = "", suffix: String = "") -> NumberStyle {
    var style = self
    (style.prefix, style.suffix) = (prefix, suffix)
    return style
  }

  /// The style with other decimals.
  ///
  /// - Precondition: `decimals` is not below 0; above ``decimalLimit`` they are cut to it.
  public func withDecimals(_ decimals: Int) -> NumberStyle {
    precondition(decimals >= 0, "\(decimals) decimals cannot be printed")
    var style = self
    style.decimals = min(decimals, Self.decimalLimit)
    return style
  }

  /// The style with another sign policy.
  public func withSign(_ sign: SignPolicy) -> NumberStyle {
    var style = self
    style.sign = sign
    return style
  }

  /// The style with another character for minus.
  public func withMinus(_ minus: MinusSign) -> NumberStyle {
    var style = self
    style.minus = minus
    return style
  }

  /// The style with another separator of groups.
  public func withGrouping(_ grouping: DigitGrouping) -> NumberStyle {
    var style = self
    style.grouping = grouping
    return style
  }

  /// The style with another way of rounding.
  public func withRounding(_ rounding: RoundingMode) -> NumberStyle {
    var style = self
    style.rounding = rounding
    return style
  }

  /// The style with another text for missing values.
  public func withMissing(_ missing: String) -> NumberStyle {
    var style = self
    style.missing = missing
    return style
  }
}
