/// Independent ranges of levels, through which a statement is computed.
struct IntervalBox {
  let quantities: [Quantity]
  private(set) var ranges: [Quantity: ExactInterval]

  init(quantities: [Quantity], range: (Quantity) -> ExactInterval) {
    self.quantities = quantities
    ranges = [:]
    for quantity in quantities { ranges[quantity] = range(quantity) }
  }

  /// Whether a range holds nothing, so that no level is possible.
  var isEmpty: Bool { ranges.values.contains(where: \.isEmpty) }

  /// The exact range of `value / base`, the base positive and the conditions met.
  ///
  /// Exact because every level occurs once: value is split into a multiple of the base and a
  /// rest of other levels.
  ///
  /// - Returns: `nil` when levels occur twice otherwise, or when nothing is possible.
  mutating func range(of each: FigureStatement.Case) -> ExactInterval? {
    for condition in each.conditions where condition.terms.count == 1 {
      let term = condition.terms[0]
      let end = -condition.constant / term.factor
      let allowed =
        term.factor.signum > 0
        ? ExactInterval(from: .included(end), to: nil)
        : ExactInterval(from: nil, to: .included(end))
      ranges[term.quantity] = ranges[term.quantity]?.intersection(allowed)
    }
    if isEmpty { return nil }
    guard let base = each.base else { return range(of: each.value) }
    var (rest, multiple) = (each.value, Rational.zero)
    if let shared = base.terms.first,
      let same = each.value.terms.first(where: { $0.quantity == shared.quantity })
    {
      multiple = same.factor / shared.factor
      rest = each.value - base * multiple
    }
    let own = Set(base.quantities)
    guard !rest.quantities.contains(where: own.contains) else { return nil }
    let below = range(of: base).intersection(ExactInterval(from: .excluded(0), to: nil))
    guard !below.isEmpty, let quotient = range(of: rest) / below else { return nil }
    return quotient + ExactInterval(exactly: multiple)
  }

  func range(of form: LinearForm) -> ExactInterval {
    var total = ExactInterval(exactly: form.constant)
    for term in form.terms {
      total = total + (ranges[term.quantity] ?? .all).scaled(by: term.factor)
    }
    return total
  }

  /// The point in the middle, missing ends left out.
  func middle(_ quantity: Quantity) -> Rational {
    guard let range = ranges[quantity] else { return .one }
    switch (range.lower?.value, range.upper?.value) {
    case (let low?, let high?): return (low + high) * Rational(1, 2)
    case (let low?, nil): return low + 1
    case (nil, let high?): return high - 1
    case (nil, nil): return .one
    }
  }
}
