/// Numbers as tidy CSV writes them: an optional sign, digits with at most one point, an optional
/// exponent. Anything else is refused with what stands in the way.
enum PlainNumber {
  /// Why a text is not a number.
  struct Problem: Error, Equatable {
    let hint: String?
  }

  /// Reads a number exactly as the nearest `Double`.
  static func read(_ text: String) throws(Problem) -> Double {
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

  private static func hint(for text: String) -> String? {
    let withoutLetters = text.map {
      $0 == "O" || $0 == "o" ? "0" : $0 == "l" || $0 == "I" ? "1" : $0
    }
    if text.contains(where: { "OolI".contains($0) }), Double(String(withoutLetters)) != nil {
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
