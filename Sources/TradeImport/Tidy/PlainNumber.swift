internal import DelimitedText
internal import TradeModel

/// Numbers as tidy CSV writes them.
///
/// An optional sign, digits with at most one point, an optional exponent. Anything else is refused
/// with what stands in the way.
enum PlainNumber {
  /// Why a text is not a number.
  struct Problem: Error, Equatable {
    let hint: String?
  }

  /// Reads a number exactly as the nearest `Double`.
  static func read(_ text: String) throws(Problem) -> Double {
    if let value = NumberScanner.double(text.utf8Span.span), value.isFinite { return value }
    var hasDigit = false
    var hasPoint = false
    var hasExponent = false
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        let isFirst =
          previous == 0 || previous == UInt8(ascii: "e") || previous == UInt8(ascii: "E")
        guard isFirst else { throw Problem(hint: hint(for: text)) }
      case UInt8(ascii: ".") where !hasPoint && !hasExponent: hasPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard hasDigit, !hasExponent else { throw Problem(hint: hint(for: text)) }
        hasExponent = true
      default: throw Problem(hint: hint(for: text))
      }
      previous = byte
    }
    guard hasDigit, let value = Double(text) else { throw Problem(hint: hint(for: text)) }
    guard value.isFinite else { throw Problem(hint: "the number is too large") }
    return value
  }

  /// The digits of a number that was read, as a printed figure; the exponent is its scale.
  ///
  /// - Returns: `nil` for more digits or a greater exponent than a figure can have.
  static func figure(_ text: String, hedge: Hedge?) -> PublishedFigure? {
    guard text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) else {
      return PublishedFigure(printed: text, hedge: hedge)
    }
    let parts = text.split(separator: "e", maxSplits: 1).flatMap { $0.split(separator: "E") }
    guard let digits = parts.first else { return nil }
    guard let exponent = parts.count == 2 ? Int(parts[1]) : 0, (-18...18).contains(exponent) else {
      return nil
    }
    return PublishedFigure(
      printed: String(digits), scale: DecimalScale(exponent: exponent), hedge: hedge)
  }

  /// The shortest digits that are read as the same number, without an exponent.
  static func digits(of value: Double) -> String {
    let text = value.description
    if !text.utf8.contains(UInt8(ascii: "e")) {
      return text.utf8.suffix(2).elementsEqual(".0".utf8) ? String(text.dropLast(2)) : text
    }
    let parts = text.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return text }
    let sign = value < 0 ? "-" : ""
    let mantissa = parts[0].drop { $0 == "-" }.split(separator: ".")
    let fraction = mantissa.count == 2 && mantissa[1] != "0" ? String(mantissa[1]) : ""
    let digits = (mantissa.first.map(String.init) ?? "") + fraction
    if exponent < 0 {
      return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
    }
    let zeros = exponent - fraction.count
    if zeros >= 0 { return sign + digits + String(repeating: "0", count: zeros) }
    return sign + digits.dropLast(-zeros) + "." + digits.suffix(-zeros)
  }

  static func hint(for text: String) -> String? {
    let withoutLetters = text.map {
      $0 == "O" || $0 == "o" ? "0" : $0 == "l" || $0 == "I" ? "1" : $0
    }
    if text.contains(where: { "OolI".contains($0) }),
      withoutLetters.allSatisfy({ "+-.0123456789".contains($0) }),
      Double(String(withoutLetters)) != nil
    {
      return "a letter stands where a digit is expected: \(String(withoutLetters).quotedForHint)"
    }
    if text.contains(",") {
      return text.contains(".") || text.filter({ $0 == "," }).count > 1
        ? "write numbers without thousands separators, with a point for decimals"
        : "write a point for decimals and no thousands separators"
    }
    if text.contains(where: { $0.isWhitespace }) { return "write numbers without spaces" }
    if text.unicodeScalars.contains("\u{2212}") { return "write the minus sign as '-'" }
    if text.contains("%") { return "write the number alone and 'percent' in the unit column" }
    if ["nan", "na", "n/a", ":", "..", "-", "null"].contains(text.lowercased()) {
      return "leave the value empty and say why in the status column (O, Q, M or L)"
    }
    return nil
  }
}

extension String {
  fileprivate var quotedForHint: String { "'\(self)'?" }
}
