/// The parts of a number that was read: ±`significand` · 10^`exponent`.
public struct ScannedNumber: Sendable, Hashable {
  /// Whether the number has a minus sign; `-0` has one too.
  public let isNegative: Bool
  /// The first nineteen digits, or fewer, as an integer.
  public let significand: UInt64
  /// The power of ten.
  public let exponent: Int
  /// Whether all digits are in the significand; if not, digits other than zero were left out.
  public let isExact: Bool

  /// The number as a decimal with 0 to 18 decimals; `nil` when it is not one.
  public var decimal: FieldNumber? {
    guard isExact, exponent <= 18 else { return nil }
    if significand == 0 { return FieldNumber(significand: 0, decimals: 0) }
    var (value, exponent) = (significand, exponent)
    while exponent > 0 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
      exponent -= 1
    }
    while exponent < -18 {
      guard value % 10 == 0 else { return nil }
      value /= 10
      exponent += 1
    }
    guard let magnitude = Int64(exactly: value) else { return nil }
    return FieldNumber(significand: isNegative ? -magnitude : magnitude, decimals: -exponent)
  }
}

/// Reads numbers as tidy CSV writes them, to the nearest `Double`.
///
///     NumberScanner.double(Array("1741.9".utf8).span)  // 1741.9
///
/// A number is an optional sign, digits with at most one point among or around them, and an
/// optional exponent; no spaces, no thousands separators, no names such as `nan`.
///
/// Method: W. D. Clinger, "How to read floating point numbers accurately", PLDI 1990: digits that
/// are below 2^53 and a power of ten up to 22 are both exact as doubles, so that one division or
/// multiplication rounds once. Everything else is left to the standard library, which is exact for
/// any number of digits.
public enum NumberScanner {
  /// Reads a number.
  ///
  /// - Returns: The nearest `Double`, of two that are equally near the even one; an infinity when
  ///   the number is beyond the range; `nil` when the text is not a number.
  /// - Complexity: O(*n*).
  public static func double(_ bytes: Span<UInt8>) -> Double? {
    guard let number = scan(bytes) else { return nil }
    if let value = fast(number) { return value }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for index in bytes.indices { text.append(bytes[index]) }
    return double(number, text: text[...])
  }

  /// Returns the value of a number that was read from a text.
  static func double(_ number: ScannedNumber, text: ArraySlice<UInt8>) -> Double {
    if let value = fast(number) { return value }
    // The text has the form of a number, so that this only fails to be finite.
    if let value = Double(String(decoding: text, as: UTF8.self)) { return value }
    let value: Double = number.exponent < 0 ? 0 : .infinity
    return number.isNegative ? -value : value
  }

  /// Clinger's short way; `nil` where it is not exact.
  private static func fast(_ number: ScannedNumber) -> Double? {
    guard number.isExact, number.significand < 1 << 53 else { return nil }
    let magnitude = Double(number.significand)
    let value: Double
    switch number.exponent {
    case 0: value = magnitude
    case 1...22: value = magnitude * powersOfTen[number.exponent]
    case -22 ... -1: value = magnitude / powersOfTen[-number.exponent]
    default:
      guard number.significand == 0 else { return nil }
      value = 0
    }
    return number.isNegative ? -value : value
  }

  /// Reads the parts of a number; `nil` when the text is not a number.
  ///
  /// - Complexity: O(*n*).
  public static func scan(_ bytes: Span<UInt8>) -> ScannedNumber? {
    var position = 0
    let count = bytes.count
    var isNegative = false
    if count > 0, bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+") {
      isNegative = bytes[0] == UInt8(ascii: "-")
      position = 1
    }
    var significand: UInt64 = 0
    var kept = 0
    var exponent = 0
    var isExact = true
    var hasDigit = false
    var hasPoint = false
    while position < count {
      let byte = bytes[position]
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        hasDigit = true
        if kept < 19 {
          significand = significand &* 10 &+ UInt64(digit)
          if significand != 0 { kept &+= 1 }
          if hasPoint { exponent &-= 1 }
        } else {
          if digit != 0 { isExact = false }
          if !hasPoint { exponent &+= 1 }
        }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      position &+= 1
    }
    guard hasDigit else { return nil }
    if position < count {
      guard let written = writtenExponent(bytes, from: position) else { return nil }
      exponent += written
    }
    return ScannedNumber(
      isNegative: isNegative, significand: significand, exponent: exponent, isExact: isExact)
  }

  /// Reads `e`, an optional sign and digits up to the end.
  private static func writtenExponent(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    guard bytes[start] | 0x20 == UInt8(ascii: "e") else { return nil }
    var position = start + 1
    var isNegative = false
    if position < bytes.count,
      bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+")
    {
      isNegative = bytes[position] == UInt8(ascii: "-")
      position += 1
    }
    guard position < bytes.count else { return nil }
    var value = 0
    while position < bytes.count {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      // Beyond this bound only zero or infinity can come out, whatever the digits are.
      if value < 1_000_000_000_000 { value = value * 10 + Int(digit) }
      position += 1
    }
    return isNegative ? -value : value
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
