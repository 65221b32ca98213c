/// A number as it was printed: its digits, its scale and the words beside it.
///
/// `0.1` and `0.10` are different figures: the first stands for 0.05 to 0.15, the second for
/// 0.095 to 0.105.
///
///     let figure = PublishedFigure(printed: "24.70", scale: .billion)
///     figure?.value      // 24_700_000_000
///     figure?.halfUnit   // 5_000_000
public struct PublishedFigure: Sendable, Hashable {
  /// The digits as printed, with their sign.
  public let text: String
  /// All digits as one whole number, negative for a negative figure.
  public let significand: Int
  /// How many of the digits stand behind the decimal point.
  public let decimals: Int
  /// What the digits are counted in.
  public let scale: DecimalScale
  /// The word beside the figure; `nil` when it is exact.
  public let hedge: Hedge?

  /// Reads printed digits: an optional sign, digits, at most one decimal point; `nil` for any
  /// other text and for more than 18 digits.
  public init?(printed text: String, scale: DecimalScale = .one, hedge: Hedge? = nil) {
    var digits = text.utf8[...]
    let sign = digits.first
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { digits = digits.dropFirst() }
    var (significand, count, decimals, hasPoint) = (0, 0, 0, false)
    for byte in digits {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), count < 18 else { return nil }
      significand = significand * 10 + Int(byte - UInt8(ascii: "0"))
      if significand > 0 { count += 1 }
      if hasPoint { decimals += 1 }
    }
    guard digits.contains(where: { $0 != UInt8(ascii: ".") }), decimals <= 40 else { return nil }
    self.text = text
    self.significand = sign == UInt8(ascii: "-") ? -significand : significand
    self.decimals = decimals
    self.scale = scale
    self.hedge = hedge
  }

  /// The power of ten of the last printed digit.
  public var unitExponent: Int { scale.exponent - decimals }

  /// The figure in base units, correctly rounded to a `Double`.
  public var value: Double { Self.decimal(significand, unitExponent) }

  /// Half a unit of the last printed digit, in base units: how far the true value can be away
  /// when the rounding is not known.
  public var halfUnit: Double { Self.decimal(5, unitExponent - 1) }

  /// The double nearest to digits times a power of ten.
  ///
  /// Digits below 2^53 and powers up to 10^22 are doubles themselves, so that one multiplication or
  /// division rounds once.
  private static func decimal(_ digits: Int, _ exponent: Int) -> Double {
    if digits.magnitude < 1 << 53, (-22...22).contains(exponent) {
      let power = powersOfTen[abs(exponent)]
      return exponent < 0 ? Double(digits) / power : Double(digits) * power
    }
    return Double("\(digits)e\(exponent)") ?? 0
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
