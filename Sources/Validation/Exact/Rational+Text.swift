internal import BigInt

extension Rational: CustomStringConvertible {
  /// `5`, `-7/3`.
  public var description: String {
    switch storage {
    case .small(let numerator, let denominator):
      denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
    case .big(let numerator, let denominator):
      denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
    }
  }

  /// Reads `-12.50`, `3` or `3e9`; `nil` for anything else.
  ///
  ///     Rational(decimal: "24.845")   // 4969/200
  public init?(decimal text: some StringProtocol) {
    var exponent = 0
    var digits = text[...]
    if let mark = digits.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      guard let power = Int(digits[digits.index(after: mark)...]), abs(power) <= 300 else {
        return nil
      }
      exponent = power
      digits = digits[..<mark]
    }
    let isNegative = digits.first == "-"
    if isNegative || digits.first == "+" { digits = digits.dropFirst() }
    var significand = BigInt(0)
    var (count, hasPoint) = (0, false)
    for byte in digits.utf8 {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
        continue
      }
      guard (48...57).contains(byte), count < 300 else { return nil }
      significand = significand * 10 + BigInt(byte - 48)
      count += 1
      if hasPoint { exponent -= 1 }
    }
    guard count > 0 else { return nil }
    let signed = isNegative ? -significand : significand
    let power = BigInt(10).power(abs(exponent))
    self = exponent < 0 ? Rational(signed, power) : Rational(signed * power, 1)
  }

  /// The nearest `Double`, for output only; no verdict depends on it.
  public var doubleValue: Double {
    switch storage {
    case .small(let numerator, let denominator)
    where abs(numerator) < 1 << 53 && denominator < 1 << 53:
      // Both are exact, so the quotient is correctly rounded.
      Double(numerator) / Double(denominator)
    default: Double(scientificText(digits: 25)) ?? 0
    }
  }

  /// How the number is rounded to decimals in a text.
  public enum TextRounding: Sendable {
    /// To the nearest, halves away from zero.
    case nearest
    /// Towards minus infinity, for the lower end of a range.
    case down
    /// Towards infinity, for the upper end of a range.
    case up
  }

  /// The number with so many decimals.
  ///
  ///     Rational(2, 3).text(decimals: 2)           // "0.67"
  ///     Rational(2, 3).text(decimals: 2, .down)    // "0.66"
  ///
  /// - Precondition: `decimals` is in 0...300.
  public func text(decimals: Int, _ rounding: TextRounding = .nearest) -> String {
    let shifted = self * Rational.powerOfTen(decimals)
    if let value = shifted.wholeValue { return Self.text(value, decimals: decimals) }
    let whole: Rational
    switch rounding {
    case .down: whole = shifted.roundedDown
    case .up: whole = shifted.roundedUp
    case .nearest:
      let away = (shifted.magnitude + Rational(1, 2)).roundedDown
      whole = signum < 0 ? -away : away
    }
    let digits = Self.text(digits: whole.magnitude.description, decimals: decimals)
    return whole.signum < 0 ? "-" + digits : digits
  }

  /// A whole number of units of the last of so many decimals.
  static func text(_ value: Int, decimals: Int) -> String {
    if decimals == 0 { return String(value) }
    let sign = value < 0 ? "-" : ""
    guard decimals <= 18, let power = powerOfTen(decimals).wholeValue else {
      return sign + text(digits: String(value.magnitude), decimals: decimals)
    }
    let (whole, part) = value.magnitude.quotientAndRemainder(dividingBy: UInt(power))
    let digits = String(part)
    return sign + String(whole) + "."
      + String(repeating: "0", count: decimals - digits.utf8.count) + digits
  }

  private static func text(digits: String, decimals: Int) -> String {
    guard decimals > 0 else { return digits }
    let count = digits.utf8.count
    if count <= decimals {
      return "0." + String(repeating: "0", count: decimals - count) + digits
    }
    return String(digits.prefix(count - decimals)) + "." + digits.suffix(decimals)
  }

  /// The exact decimal digits when there are at most `limit` decimals; `nil` otherwise.
  ///
  ///     Rational(4969, 200).exactText(limit: 6)   // "24.845"
  ///     Rational(1, 3).exactText(limit: 6)        // nil
  public func exactText(limit: Int) -> String? {
    if let denominator = smallDenominator {
      guard let decimals = Self.decimals(ofDenominator: denominator), decimals <= limit else {
        return nil
      }
      return text(decimals: decimals)
    }
    var value = self
    for decimals in 0...limit {
      if value.isWhole { return text(decimals: decimals) }
      value = value * 10
    }
    return nil
  }

  /// The largest power of ten, -30 to `most`, of which the number, which is not zero, is a whole
  /// multiple; -30 where none is.
  func decimalExponent(most: Int) -> Int {
    if case .small(var rest, let denominator) = storage {
      var exponent = 0
      if denominator == 1 {
        while exponent < most, rest % 10 == 0 { (rest, exponent) = (rest / 10, exponent + 1) }
        return exponent
      }
      return -min(30, Self.decimals(ofDenominator: denominator) ?? 30)
    }
    var (value, exponent) = (self, 0)
    if value.isWhole {
      while exponent < most {
        let tenth = value * Rational(1, 10)
        guard tenth.isWhole else { break }
        (value, exponent) = (tenth, exponent + 1)
      }
    } else {
      while !value.isWhole, exponent > -30 { (value, exponent) = (value * 10, exponent - 1) }
    }
    return exponent
  }

  /// How many decimals the reduced fractions of a denominator have; `nil` where they do not end,
  /// for other prime factors than two and five.
  private static func decimals(ofDenominator denominator: Int) -> Int? {
    let twos = denominator.trailingZeroBitCount
    var (odd, fives) = (denominator >> twos, 0)
    while odd % 5 == 0 { (odd, fives) = (odd / 5, fives + 1) }
    return odd == 1 ? max(twos, fives) : nil
  }

  private func scientificText(digits: Int) -> String {
    let (numerator, denominator) = pair
    let size = numerator.magnitude.bitWidth - denominator.magnitude.bitWidth
    let exponent = digits - size * 30103 / 100_000
    let power = Rational(BigInt(10).power(abs(exponent)), 1)
    let shifted = exponent < 0 ? self / power : self * power
    return "\(shifted.roundedDown)e\(-exponent)"
  }
}
