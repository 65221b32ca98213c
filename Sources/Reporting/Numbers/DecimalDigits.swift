/// A number as decimal digits, so that rounding is exact.
///
/// The value is `± 0.d₁d₂d₃… × 10^point`. Statistical data come from decimals: 1.005 in a file
/// means 1.005, though the nearest `Double` is a little less. Rounding therefore works on the
/// shortest decimal text that gives the `Double` back, cut to 15 significant digits.
struct DecimalDigits: Hashable {
  /// The digits, most significant first, without zeros at the front; empty for zero.
  private(set) var digits: [UInt8]
  /// How many digits stand before the decimal point; may be negative.
  private(set) var point: Int
  /// Whether the number is below zero; never true for zero.
  private(set) var isNegative: Bool

  /// The significant digits that a `Double` carries whatever its value.
  static let significantDigits = 15

  /// Takes the digits of a finite number.
  ///
  /// - Precondition: The value is finite; what is missing is `nil`, not a number.
  init(_ value: Double) {
    precondition(value.isFinite, "a number to print is finite; what is missing is nil")
    (digits, point, isNegative) = ([], 0, value < 0)
    var exponent = 0
    var (seenPoint, seenDigit) = (false, false)
    // The description is the shortest text that reads back as the same value.
    let parts = value.magnitude.description.utf8.split(separator: UInt8(ascii: "e"))
    for byte in parts[0] {
      if byte == UInt8(ascii: ".") {
        seenPoint = true
      } else {
        let digit = byte - UInt8(ascii: "0")
        seenDigit = seenDigit || digit > 0
        if seenDigit { digits.append(digit) }
        if seenPoint { exponent -= 1 }
      }
    }
    if parts.count > 1, let power = Int(Substring(parts[1])) { exponent += power }
    point = digits.count + exponent
    trim()
    // Whole numbers up to 2⁵³ are exact and keep all their digits.
    if value.magnitude > 0x1p53 || digits.count > point {
      round(keeping: Self.significantDigits, by: .halfAwayFromZero)
    }
  }

  /// The same digits, the point moved to the left by a power of ten.
  func divided(byPowerOfTen power: Int) -> DecimalDigits {
    var result = self
    if !digits.isEmpty { result.point -= power }
    return result
  }

  /// The power of ten that this number is, if it is one.
  var powerOfTen: Int? { digits == [1] && !isNegative ? point - 1 : nil }

  /// The number rounded to so many decimals.
  func rounded(toDecimals decimals: Int, by mode: RoundingMode) -> DecimalDigits {
    var result = self
    result.round(keeping: point + decimals, by: mode)
    return result
  }

  /// The digits before the point, at least one.
  var wholePart: String {
    point <= 0 ? "0" : text(of: 0..<point)
  }

  /// So many digits after the point.
  func fraction(decimals: Int) -> String { text(of: point..<(point + decimals)) }

  /// The digits at the places counted from the first significant one, zeros where there are none.
  private func text(of places: Range<Int>) -> String {
    String(
      decoding: places.map { UInt8(ascii: "0") + (digits.indices.contains($0) ? digits[$0] : 0) },
      as: UTF8.self)
  }

  private mutating func round(keeping count: Int, by mode: RoundingMode) {
    guard count < digits.count else { return }
    // A place left of the first digit holds a zero.
    let next = count < 0 ? 0 : digits[count]
    let restIsZero = digits.dropFirst(max(0, count + 1)).isEmpty && count >= 0
    let lastIsOdd = count > 0 && digits[count - 1] % 2 == 1
    let up =
      switch mode {
      case .halfAwayFromZero: next >= 5
      case .halfToEven: next > 5 || (next == 5 && (!restIsZero || lastIsOdd))
      case .towardZero: false
      case .down: isNegative
      case .up: !isNegative
      }
    digits.removeSubrange(max(0, count)...)
    if up { increment(place: count) }
    trim()
  }

  /// Adds one at the last place kept; the digits removed there were not all zero.
  private mutating func increment(place count: Int) {
    guard count > 0 else {
      digits = [1]
      point += 1 - count
      return
    }
    var index = count - 1
    while digits[index] == 9 {
      digits[index] = 0
      guard index > 0 else {
        digits.insert(1, at: 0)
        point += 1
        return
      }
      index -= 1
    }
    digits[index] += 1
  }

  /// Drops zeros at the end; zero has no digits and no sign.
  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { (point, isNegative) = (0, false) }
  }
}
