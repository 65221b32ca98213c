extension PrintedNumber {
  /// The true values that are printed as this number under a convention, in base units.
  ///
  ///     let number = PrintedNumber(digits: "29.71")
  ///     number?.interval(under: .unknown)       // [29.705, 29.715]
  ///     number?.interval(under: .halfUp)        // [29.705, 29.715)
  ///     number?.interval(under: .truncation)    // [29.71, 29.72)
  ///
  /// With u the unit of the last place and v the printed value: half up is
  /// [v-u/2, v+u/2) above zero, (v-u/2, v+u/2] below, (-u/2, u/2) at zero; half even holds both
  /// ends when the last digit is even and none when it is odd; truncation is [v, v+u),
  /// (v-u, v] and (-u, u); floor is [v, v+u); ceiling is (v-u, v]; unknown is [v-u/2, v+u/2].
  public func interval(under convention: RoundingConvention) -> ExactInterval {
    let unit = lastPlace
    let half = Rational(significand: 5, exponent: lastPlaceExponent - 1)
    let middle = value
    switch convention {
    case .unknown: return ExactInterval(middle - half, middle + half)
    case .halfUp:
      return ExactInterval(
        from: .init(middle - half, isIncluded: significand > 0),
        to: .init(middle + half, isIncluded: significand < 0))
    case .halfEven:
      let isEven = significand.isMultiple(of: 2)
      return ExactInterval(
        from: .init(middle - half, isIncluded: isEven), to: .init(middle + half, isIncluded: isEven)
      )
    case .truncation:
      return ExactInterval(
        from: significand > 0 ? .included(middle) : .excluded(middle - unit),
        to: significand < 0 ? .included(middle) : .excluded(middle + unit))
    case .floor: return ExactInterval(from: .included(middle), to: .excluded(middle + unit))
    case .ceiling: return ExactInterval(from: .excluded(middle - unit), to: .included(middle))
    }
  }

  /// The true values that are possible beside a hedge.
  ///
  /// About is 5 % of the number or the interval of the convention, whichever is wider; more than
  /// v is from v to 1.1 v, less than v from 0.9 v to v, both reaching half a unit past v; up to v
  /// is at most v. All are meant of the size and mirrored for a negative number.
  public func interval(under convention: RoundingConvention, hedge: FigureHedge) -> ExactInterval {
    if hedge == .exact { return interval(under: convention) }
    if significand < 0 { return -magnitude.interval(under: convention, hedge: hedge) }
    let (middle, half) = (value, Rational(significand: 5, exponent: lastPlaceExponent - 1))
    switch hedge {
    case .exact: return interval(under: convention)
    case .about:
      let around = middle * Rational(1, 20)
      let plain = interval(under: convention)
      let wide = ExactInterval(middle - around, middle + around)
      return plain.covering(wide)
    case .moreThan: return ExactInterval(middle - half, middle * Rational(11, 10) + half)
    case .lessThan: return ExactInterval(middle * Rational(9, 10) - half, middle + half)
    case .upTo: return ExactInterval(nil, middle)
    }
  }

  /// The numbers of the same decimals and scale that can stand for a value of an interval, at
  /// most `limit`, from the lowest; `nil` when there are more or the interval is not bounded.
  public func printable(
    in range: ExactInterval, under convention: RoundingConvention, limit: Int = 20
  ) -> [PrintedNumber]? {
    guard let lower = range.lower, let upper = range.upper else { return nil }
    let first = (lower.value / lastPlace).roundedDown - 1
    let last = (upper.value / lastPlace).roundedUp + 1
    guard last - first <= Rational(limit + 4), let start = first.wholeValue,
      let end = last.wholeValue
    else { return nil }
    let numbers = (start...end).map { with(significand: $0) }
      .filter { $0.interval(under: convention).overlaps(range) }
    return numbers.count <= limit ? numbers : nil
  }
}
