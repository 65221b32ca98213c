/// A number as it stands on the page: its text, and the value that this text says.
///
/// Sentences compare printed values, not the data behind them, so that "rose" never stands next
/// to 0.0 and "equal" never next to two different figures.
public struct FormattedNumber: Sendable, Hashable, CustomStringConvertible {
  /// The part before the decimal point: sign, unit prefix and whole digits.
  public let head: String
  /// The rest: point, decimals and unit suffix.
  public let tail: String
  /// The number alone, without the unit: sign, digits, separators.
  public let number: String
  /// The printed value in printed units, with its sign even where the style shows none.
  public let value: Double
  /// Digits after the point.
  public let decimals: Int
  /// The printed value counted in units of its last place, unless it has more than 38 digits.
  let lastPlaces: Int128?

  /// The whole text.
  public var text: String { head + tail }

  /// The whole text.
  public var description: String { text }

  /// Whether zero is printed.
  public var isZero: Bool { value == 0 }

  /// Whether a number below, equal to or above zero is printed: -1, 0 or 1.
  public var direction: Int { value < 0 ? -1 : value > 0 ? 1 : 0 }
}
