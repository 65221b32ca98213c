internal import BigInt

extension Rational {
  /// The exact sum.
  public static func + (lhs: Rational, rhs: Rational) -> Rational {
    guard case .small(let a, let b) = lhs.storage, case .small(let c, let d) = rhs.storage else {
      let (x, y) = (lhs.pair, rhs.pair)
      return Rational(
        x.numerator * y.denominator + y.numerator * x.denominator, x.denominator * y.denominator)
    }
    if b == d {
      let (sum, overflow) = a.addingReportingOverflow(c)
      if !overflow, sum != Int.min {
        if b == 1 { return Rational(storage: .small(sum, 1)) }
        return reducedSmall(sum, b)
      }
    }
    let (left, first) = a.multipliedReportingOverflow(by: d)
    let (right, second) = c.multipliedReportingOverflow(by: b)
    let (sum, third) = left.addingReportingOverflow(right)
    let (under, fourth) = b.multipliedReportingOverflow(by: d)
    if !(first || second || third || fourth), sum != Int.min { return reducedSmall(sum, under) }
    return reduced(
      Int128(a) * Int128(d) + Int128(c) * Int128(b), Int128(b) * Int128(d))
  }

  /// The exact difference.
  public static func - (lhs: Rational, rhs: Rational) -> Rational { lhs + (-rhs) }

  /// The number with the other sign.
  public static prefix func - (value: Rational) -> Rational {
    switch value.storage {
    case .small(let numerator, let denominator):
      Rational(storage: .small(-numerator, denominator))
    case .big(let numerator, let denominator): Rational(storage: .big(-numerator, denominator))
    }
  }

  /// The exact product.
  public static func * (lhs: Rational, rhs: Rational) -> Rational {
    guard case .small(let a, let b) = lhs.storage, case .small(let c, let d) = rhs.storage else {
      let (x, y) = (lhs.pair, rhs.pair)
      return Rational(x.numerator * y.numerator, x.denominator * y.denominator)
    }
    if a == 0 || c == 0 { return .zero }
    if b == 1, d == 1 {
      let (product, overflow) = a.multipliedReportingOverflow(by: c)
      if !overflow, product != Int.min { return Rational(storage: .small(product, 1)) }
    }
    let (product, first) = a.multipliedReportingOverflow(by: c)
    let (under, second) = b.multipliedReportingOverflow(by: d)
    if !(first || second), product != Int.min { return reducedSmall(product, under) }
    return reduced(Int128(a) * Int128(c), Int128(b) * Int128(d))
  }

  /// The exact quotient.
  ///
  /// - Precondition: The divisor is not zero.
  public static func / (lhs: Rational, rhs: Rational) -> Rational { lhs * rhs.reciprocal }

  /// One divided by the number.
  ///
  /// - Precondition: The number is not zero.
  public var reciprocal: Rational {
    precondition(!isZero, "division by zero")
    switch storage {
    case .small(let numerator, let denominator):
      return Rational(
        storage: numerator < 0
          ? .small(-denominator, -numerator) : .small(denominator, numerator))
    case .big(let numerator, let denominator):
      return Rational(denominator, numerator)
    }
  }

  /// Adds in place.
  public static func += (lhs: inout Rational, rhs: Rational) { lhs = lhs + rhs }

  /// Subtracts in place.
  public static func -= (lhs: inout Rational, rhs: Rational) { lhs = lhs - rhs }

  /// The number without its sign.
  public var magnitude: Rational { signum < 0 ? -self : self }

  /// The largest whole number that is not above this one.
  public var roundedDown: Rational {
    switch storage {
    case .small(let numerator, let denominator):
      let quotient = numerator / denominator
      return Rational(numerator % denominator < 0 ? quotient - 1 : quotient)
    case .big(let numerator, let denominator):
      let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
      return Rational(remainder < 0 ? quotient - 1 : quotient, 1)
    }
  }

  /// The smallest whole number that is not below this one.
  public var roundedUp: Rational { -((-self).roundedDown) }

  /// The number as a word when it is whole and fits.
  public var wholeValue: Int? {
    if case .small(let numerator, 1) = storage { return numerator }
    return nil
  }

  private static func reducedSmall(_ numerator: Int, _ denominator: Int) -> Rational {
    if numerator == 0 { return .zero }
    if denominator == 1 { return Rational(storage: .small(numerator, 1)) }
    let divisor = Int(commonDivisor(numerator.magnitude, denominator.magnitude))
    if divisor == 1 { return Rational(storage: .small(numerator, denominator)) }
    return Rational(storage: .small(numerator / divisor, denominator / divisor))
  }
}

extension Rational: Comparable {
  /// Exact comparison.
  public static func < (lhs: Rational, rhs: Rational) -> Bool {
    guard case .small(let a, let b) = lhs.storage, case .small(let c, let d) = rhs.storage else {
      let (x, y) = (lhs.pair, rhs.pair)
      return x.numerator * y.denominator < y.numerator * x.denominator
    }
    if b == d { return a < c }
    return Int128(a) * Int128(d) < Int128(c) * Int128(b)
  }
}

extension Rational: ExpressibleByIntegerLiteral {
  /// A whole number in source code.
  public init(integerLiteral value: Int) { self.init(value) }
}
