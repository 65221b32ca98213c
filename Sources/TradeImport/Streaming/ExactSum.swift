/// A sum of doubles without any rounding: an integer multiple of the smallest double.
///
/// Method: the fixed-point accumulator of U. W. Kulisch and W. L. Miranker, "The arithmetic of the
/// digital computer: a new approach", SIAM Review 28 (1986) 1-40, with 32 bits a digit and room
/// for carries in each.
struct ExactSum: Sendable, Hashable {
  /// Digits of 32 bits, the lowest worth 2^-1074; each may be beyond its range for a while.
  private var digits = [Int64](repeating: 0, count: 68)
  private var additionsLeft = 1 << 29

  /// Adds a finite number.
  mutating func add(_ value: Double) {
    guard value != 0 else { return }
    let isSubnormal = value.exponentBitPattern == 0
    let significand = value.significandBitPattern | (isSubnormal ? 0 : 1 << 52)
    let shift = isSubnormal ? 0 : Int(value.exponentBitPattern) - 1
    let wide = UInt128(significand) << UInt128(shift % 32)
    let first = shift / 32
    for index in 0..<3 {
      let part = Int64(truncatingIfNeeded: (wide >> UInt128(32 * index)) & 0xFFFF_FFFF)
      digits[first + index] += value < 0 ? -part : part
    }
    additionsLeft -= 1
    if additionsLeft == 0 { carry() }
  }

  /// Adds another sum.
  mutating func add(_ other: ExactSum) {
    var other = other
    other.carry()
    carry()
    for index in digits.indices { digits[index] += other.digits[index] }
    carry()
  }

  /// Whether the sum is zero.
  var isZero: Bool {
    var copy = self
    copy.carry()
    return copy.digits.allSatisfy { $0 == 0 }
  }

  /// Brings every digit but the last into 0..<2^32; the last carries the sign.
  private mutating func carry() {
    var carried: Int64 = 0
    for index in digits.indices.dropLast() {
      let digit = digits[index] + carried
      digits[index] = digit & 0xFFFF_FFFF
      carried = digit >> 32
    }
    digits[digits.count - 1] += carried
    additionsLeft = 1 << 29
  }

  /// The sum as two doubles whose exact sum is within 2^-100 of it, relatively.
  var value: DoubleDouble {
    var copy = self
    copy.carry()
    let isNegative = (copy.digits.last ?? 0) < 0
    if isNegative {
      for index in copy.digits.indices { copy.digits[index] = -copy.digits[index] }
      copy.carry()
    }
    var result = DoubleDouble(0)
    for (index, digit) in copy.digits.enumerated().reversed() where digit != 0 {
      // The scale is exact, also where the result is subnormal.
      let term = Double(sign: .plus, exponent: 32 * index - 1074, significand: Double(digit))
      result = result + DoubleDouble(term)
    }
    return isNegative ? DoubleDouble(-result.high, -result.low) : result
  }
}

/// A number as the sum of two doubles, about 106 bits.
///
/// Method: T. J. Dekker, "A floating-point technique for extending the available precision",
/// Numerische Mathematik 18 (1971) 224-242, with D. Knuth's two-sum.
struct DoubleDouble: Sendable, Hashable {
  let high: Double
  let low: Double

  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let (sum, error) = twoSum(a.high, b.high)
    guard sum.isFinite else { return DoubleDouble(sum) }
    let (low, lowError) = twoSum(a.low, b.low)
    let first = twoSum(sum, error + low)
    let second = twoSum(first.0, first.1 + lowError)
    return DoubleDouble(second.0, second.1)
  }

  static func / (a: DoubleDouble, b: Double) -> DoubleDouble {
    let quotient = a.high / b
    let rest = a.high.addingProduct(-quotient, b)
    let (high, low) = twoSum(quotient, (rest + a.low) / b)
    return DoubleDouble(high, low)
  }

  /// The nearest double.
  var rounded: Double { high + low }

  private static func twoSum(_ a: Double, _ b: Double) -> (Double, Double) {
    let sum = a + b
    let taken = sum - a
    return (sum, (a - (sum - taken)) + (b - taken))
  }
}
