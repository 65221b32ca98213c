extension ExactInterval {
  /// All sums of a number of each.
  public static func + (lhs: ExactInterval, rhs: ExactInterval) -> ExactInterval {
    ExactInterval(from: sum(lhs.lower, rhs.lower), to: sum(lhs.upper, rhs.upper))
  }

  /// All differences of a number of each.
  public static func - (lhs: ExactInterval, rhs: ExactInterval) -> ExactInterval { lhs + (-rhs) }

  /// All numbers with the other sign.
  public static prefix func - (value: ExactInterval) -> ExactInterval { value.scaled(by: -1) }

  /// All numbers times a factor.
  public func scaled(by factor: Rational) -> ExactInterval {
    if factor.isZero { return ExactInterval(exactly: .zero) }
    let low = lower.map { End($0.value * factor, isIncluded: $0.isIncluded) }
    let high = upper.map { End($0.value * factor, isIncluded: $0.isIncluded) }
    return factor.signum > 0
      ? ExactInterval(from: low, to: high) : ExactInterval(from: high, to: low)
  }

  /// All products of a number of each; neither may be empty.
  public static func * (lhs: ExactInterval, rhs: ExactInterval) -> ExactInterval {
    var (low, high) = (Bound.above, Bound.below)
    for first in [lhs.lowerBound, lhs.upperBound] {
      for second in [rhs.lowerBound, rhs.upperBound] {
        let product = first.times(second)
        low = low.minimum(product)
        high = high.maximum(product)
      }
    }
    return ExactInterval(from: low.end, to: high.end)
  }

  /// All quotients of a number of each; `nil` when the divisor may be zero.
  public static func / (lhs: ExactInterval, rhs: ExactInterval) -> ExactInterval? {
    guard !rhs.closed.contains(.zero) else {
      // A divisor that reaches zero from one side without holding it: one end is infinite.
      if let lower = rhs.lower, lower.value.isZero, !lower.isIncluded {
        return lhs * ExactInterval(from: rhs.upper.map(reciprocal) ?? .excluded(0), to: nil)
      }
      if let upper = rhs.upper, upper.value.isZero, !upper.isIncluded {
        return lhs * ExactInterval(from: nil, to: rhs.lower.map(reciprocal) ?? .excluded(0))
      }
      return nil
    }
    let inverse = ExactInterval(
      from: rhs.upper.map(reciprocal) ?? .excluded(0),
      to: rhs.lower.map(reciprocal) ?? .excluded(0))
    return lhs * inverse
  }

  private static func reciprocal(_ end: End) -> End {
    End(end.value.reciprocal, isIncluded: end.isIncluded)
  }

  private static func sum(_ first: End?, _ second: End?) -> End? {
    guard let first, let second else { return nil }
    return End(first.value + second.value, isIncluded: first.isIncluded && second.isIncluded)
  }

  private var lowerBound: Bound { lower.map(Bound.finite) ?? .below }
  private var upperBound: Bound { upper.map(Bound.finite) ?? .above }

  /// An end that may be infinite, for products.
  private enum Bound {
    case below
    case above
    case finite(End)

    var end: End? {
      if case .finite(let end) = self { return end }
      return nil
    }

    private var sign: Int {
      switch self {
      case .below: -1
      case .above: 1
      case .finite(let end): end.value.signum
      }
    }

    func times(_ other: Bound) -> Bound {
      if case .finite(let first) = self, case .finite(let second) = other {
        // Zero that is held makes the product zero whatever the other end is.
        let isHeld =
          first.isIncluded && second.isIncluded
          || first.value.isZero && first.isIncluded
          || second.value.isZero && second.isIncluded
        return .finite(End(first.value * second.value, isIncluded: isHeld))
      }
      // Zero times infinity: the product of the zero with numbers that grow is zero.
      if sign * other.sign == 0 {
        let zero = [self, other].compactMap(\.end).first { $0.value.isZero }
        return .finite(End(.zero, isIncluded: zero?.isIncluded ?? true))
      }
      return sign * other.sign < 0 ? .below : .above
    }

    func minimum(_ other: Bound) -> Bound {
      switch (self, other) {
      case (.below, _), (_, .below): .below
      case (.above, let bound), (let bound, .above): bound
      case (.finite(let first), .finite(let second)):
        first.value == second.value
          ? (first.isIncluded ? self : other) : (first.value < second.value ? self : other)
      }
    }

    func maximum(_ other: Bound) -> Bound {
      switch (self, other) {
      case (.above, _), (_, .above): .above
      case (.below, let bound), (let bound, .below): bound
      case (.finite(let first), .finite(let second)):
        first.value == second.value
          ? (first.isIncluded ? self : other) : (first.value > second.value ? self : other)
      }
    }
  }
}
