internal import BigInt

/// An exact fraction of whole numbers of any length.
///
///     Rational(1, 3) + Rational(1, 6)              // 1/2
///     Rational(significand: 2971, exponent: -2)    // 2971/100
///
/// Numbers whose numerator and denominator fit into a word are kept as two words; the others as
/// big integers. The form is unique: reduced, the denominator positive. No operation rounds.
public struct Rational: Sendable, Hashable {
  enum Storage: Sendable, Hashable {
    case small(Int, Int)
    indirect case big(BigInt, BigInt)
  }

  let storage: Storage

  init(storage: Storage) { self.storage = storage }

  /// A whole number.
  public init(_ value: Int) { storage = .small(value, 1) }

  /// A quotient, reduced.
  ///
  /// - Precondition: The denominator is not zero.
  public init(_ numerator: Int, _ denominator: Int) {
    precondition(denominator != 0, "a fraction needs a denominator that is not zero")
    self = Rational.reduced(Int128(numerator), Int128(denominator))
  }

  /// `significand` times ten to the power `exponent`.
  ///
  /// - Precondition: `exponent` is in -400...400.
  public init(significand: Int, exponent: Int) {
    precondition((-400...400).contains(exponent), "exponent \(exponent): expected -400 to 400")
    let power = Rational.powerOfTen(abs(exponent))
    self = exponent < 0 ? Rational(significand) / power : Rational(significand) * power
  }

  /// Zero.
  public static let zero = Rational(0)
  /// One.
  public static let one = Rational(1)

  /// -1, 0 or 1.
  public var signum: Int {
    switch storage {
    case .small(let numerator, _): numerator.signum()
    case .big(let numerator, _): Int(numerator.signum())
    }
  }

  /// Whether the number is zero.
  public var isZero: Bool {
    if case .small(0, _) = storage { return true }
    return false
  }

  /// Whether the number is whole.
  public var isWhole: Bool {
    switch storage {
    case .small(_, let denominator): denominator == 1
    case .big(_, let denominator): denominator == 1
    }
  }

  /// Whether numerator and denominator each fit into a word.
  public var isSmall: Bool {
    if case .small = storage { return true }
    return false
  }

  var pair: (numerator: BigInt, denominator: BigInt) {
    switch storage {
    case .small(let numerator, let denominator): (BigInt(numerator), BigInt(denominator))
    case .big(let numerator, let denominator): (numerator, denominator)
    }
  }

  /// Ten to the power `exponent`, which is not negative.
  static func powerOfTen(_ exponent: Int) -> Rational {
    if exponent <= 18 {
      var power = 1
      for _ in 0..<exponent { power *= 10 }
      return Rational(power)
    }
    return Rational(BigInt(10).power(exponent), 1)
  }

  /// The reduced form of a quotient of two long words, the denominator not zero.
  static func reduced(_ numerator: Int128, _ denominator: Int128) -> Rational {
    if numerator == 0 { return .zero }
    let divisor = commonDivisor(numerator.magnitude, denominator.magnitude)
    let top = numerator.magnitude / divisor
    let bottom = denominator.magnitude / divisor
    let isNegative = (numerator < 0) != (denominator < 0)
    if bottom <= UInt128(Int.max), top <= UInt128(Int.max) {
      let value = Int(top)
      return Rational(storage: .small(isNegative ? -value : value, Int(bottom)))
    }
    let value = BigInt(top)
    return Rational(storage: .big(isNegative ? -value : value, BigInt(bottom)))
  }

  /// The reduced form of a quotient of big integers, the denominator not zero.
  init(_ numerator: BigInt, _ denominator: BigInt) {
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    var top = divisor == 1 ? numerator : numerator / divisor
    var bottom = divisor == 1 ? denominator : denominator / divisor
    if bottom < 0 { (top, bottom) = (-top, -bottom) }
    if let small = Int(exactly: top), let under = Int(exactly: bottom), small != Int.min {
      storage = .small(small, under)
    } else {
      storage = .big(top, bottom)
    }
  }

  private static func commonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
    var (a, b) = (first, second)
    while a > UInt128(UInt.max) || b > UInt128(UInt.max) {
      if b == 0 { return a }
      (a, b) = (b, a % b)
    }
    return UInt128(commonDivisor(UInt(a), UInt(b)))
  }

  /// The greatest common divisor of two words.
  static func commonDivisor(_ first: UInt, _ second: UInt) -> UInt {
    // Numbers of very different size come near each other in one division.
    var (a, b) = first < second ? (second, first) : (first, second)
    if b == 0 { return a }
    (a, b) = (b, a % b)
    if b == 0 { return a }
    let shift = (a | b).trailingZeroBitCount
    a >>= a.trailingZeroBitCount
    repeat {
      b >>= b.trailingZeroBitCount
      if a > b { swap(&a, &b) }
      b -= a
    } while b != 0
    return a << shift
  }
}

extension Rational {
  /// Numerator and denominator when each fits into a word.
  var smallPair: (numerator: Int, denominator: Int)? {
    if case .small(let numerator, let denominator) = storage { return (numerator, denominator) }
    return nil
  }

  /// The denominator of a number whose parts fit into words.
  var smallDenominator: Int? { smallPair?.denominator }

  /// How much work an operation with the number is, next to one with words: measured, its time is
  /// that of the common divisor of long numbers.
  var weight: Int {
    switch storage {
    case .small: return 1
    case .big(let numerator, let denominator):
      let words = (numerator.bitWidth + denominator.bitWidth) / 64
      return 20 * (words + 1) + words * words / 4
    }
  }
}
