public import TradeModel

/// A number as it was printed: signed digits, how many of them are decimals, and the scale.
///
/// `0.1` and `0.10` are different numbers: their units of the last place differ.
///
///     let number = PrintedNumber(digits: "29.71", scale: .billion)
///     number?.value             // 29_710_000_000
///     number?.lastPlace         // 10_000_000
public struct PrintedNumber: Sendable, Hashable {
  /// All digits as one whole number, with the sign.
  public let significand: Int
  /// How many of the digits stand behind the decimal point; negative is not possible.
  public let decimals: Int
  /// What the digits are counted in: lakh is 10⁵, crore 10⁷, wan 10⁴, yi 10⁸.
  public let scale: DecimalScale

  /// Makes a number from its parts.
  ///
  /// - Precondition: `decimals` is in 0...40.
  public init(significand: Int, decimals: Int, scale: DecimalScale = .one) {
    precondition((0...40).contains(decimals), "\(decimals) decimals: expected 0 to 40")
    self.significand = significand
    self.decimals = decimals
    self.scale = scale
  }

  /// Reads plain digits: an optional sign, digits, at most one point; `nil` for any other text
  /// and for more than 18 digits.
  public init?(digits text: String, scale: DecimalScale = .one) {
    guard let figure = PublishedFigure(printed: text, scale: scale) else { return nil }
    self.init(significand: figure.significand, decimals: figure.decimals, scale: scale)
  }

  /// The power of ten of the last printed digit.
  public var lastPlaceExponent: Int { scale.exponent - decimals }

  /// The number in base units, exactly.
  public var value: Rational { Rational(significand: significand, exponent: lastPlaceExponent) }

  /// One unit of the last printed digit, in base units.
  public var lastPlace: Rational { Rational(significand: 1, exponent: lastPlaceExponent) }

  /// The digits as printed, without the scale: `-3.10`.
  public var digits: String {
    Rational.text(significand, decimals: decimals)
  }

  /// The same place and scale with other digits.
  public func with(significand: Int) -> PrintedNumber {
    PrintedNumber(significand: significand, decimals: decimals, scale: scale)
  }

  /// The number with the other sign.
  public var negated: PrintedNumber { with(significand: -significand) }

  /// The number without its sign.
  public var magnitude: PrintedNumber { with(significand: abs(significand)) }
}
