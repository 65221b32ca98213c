extension LargeSystem {
  /// One end of a range.
  private enum End {
    case open
    case at(ExactInterval.End)
  }

  /// The range of `value / base` over the points that the rows outside of some figures and some
  /// more rows allow, the base being positive.
  ///
  /// Each end is proved by multipliers, so that the range is never too narrow; it is as tight as Clp
  /// finds it. Quotients are found by Dinkelbach's method: the largest `value - t × base`, with `t`
  /// raised to the quotient at that point until it no longer grows.
  ///
  /// Source: W. Dinkelbach, On nonlinear fractional programming, Management Science 13 (1967)
  /// 492-498.
  func range(
    of value: LinearConstraint, over base: LinearConstraint?, given more: [LinearConstraint],
    without removed: Set<Int>
  ) -> RangeAnswer {
    var isOff = rowsOff(without: removed)
    for row in more {
      guard let place = place(of: row) else {
        var other = system.without(removed)
        other.rows += more
        return LargeSystem(other, work: work)?
          .range(of: value, over: base, given: [], without: []) ?? .undecided
      }
      isOff[place] = false
    }
    guard let program, work.allowance > 0 else { return .undecided }
    let offsets: [Double]
    switch program.point(isOff: isOff, margin: 0) {
    case .point(let found): offsets = found
    // Clp alone says so, but no range is claimed where there may be none.
    case .contradiction: return .empty
    case .nothing: return .undecided
    }
    guard let high = end(value, base, program, from: offsets),
      let low = end(value.turned, base, program, from: offsets)
    else { return .undecided }
    var (lower, upper): (ExactInterval.End?, ExactInterval.End?) = (nil, nil)
    if case .at(let end) = low { lower = .init(-end.value, isIncluded: end.isIncluded) }
    if case .at(let end) = high { upper = end }
    return .range(ExactInterval(from: lower, to: upper))
  }

  /// The place of a base or condition with the same meaning.
  private func place(of row: LinearConstraint) -> Int? {
    system.rows.indices.first { place in
      let other = system.rows[place]
      return (other.part == .base || other.part == .condition) && other.relation == row.relation
        && other.indices == row.indices && other.factors == row.factors && other.bound == row.bound
    }
  }

  /// A sum over the distances from the centre.
  private struct FloatingSum {
    var constant = 0.0
    var factors: [Double]

    init(_ form: LinearConstraint, _ centre: [Int], count: Int) {
      factors = Array(repeating: 0, count: count)
      var constant = -form.bound
      for (position, index) in form.indices.enumerated() {
        factors[index] += form.factors[position].doubleValue
        constant += form.factors[position] * Rational(centre[index])
      }
      self.constant = constant.doubleValue
    }

    func value(at offsets: [Double]) -> Double {
      var total = constant
      for index in factors.indices { total += factors[index] * offsets[index] }
      return total
    }
  }

  private func end(
    _ value: LinearConstraint, _ base: LinearConstraint?, _ program: FloatingProgram,
    from offsets: [Double]
  ) -> End? {
    let top = FloatingSum(value, start.centre, count: rows.count)
    guard let base else {
      return support(program.maximum(top.factors)).flatMap { prove(value, nil, $0) }
    }
    let bottom = FloatingSum(base, start.centre, count: rows.count)
    var point = offsets
    for _ in 0..<30 {
      let size = bottom.value(at: point)
      guard size > 0 else { return nil }
      let quotient = top.value(at: point) / size
      let objective = top.factors.indices.map { top.factors[$0] - quotient * bottom.factors[$0] }
      guard case .reached(let next, let places) = program.maximum(objective) else { return nil }
      let grown = top.value(at: next) / bottom.value(at: next)
      guard grown.isFinite else { return nil }
      if grown - quotient <= 1e-11 * max(1, abs(quotient)) {
        return prove(value, base, .some(places))
      }
      point = next
    }
    return nil
  }

  /// The rows behind an optimum: `.some(nil)` when there is no end.
  private func support(_ optimum: FloatingProgram.Optimum) -> [Int]?? {
    switch optimum {
    case .reached(_, let support): .some(support)
    case .unbounded: .some(nil)
    case .nothing: nil
    }
  }

  private func prove(
    _ value: LinearConstraint, _ base: LinearConstraint?, _ places: [Int]?
  ) -> End? {
    guard let places else { return .open }
    return RowCombination(places.map { system.rows[$0] }, work: work)
      .bound(of: value, over: base).map(End.at)
  }
}
