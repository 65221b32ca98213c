/// What is known of the values that a system allows a sum or a quotient.
enum RangeAnswer {
  /// The values; a missing end means that there is none.
  case range(ExactInterval)
  /// The system has no point.
  case empty
  /// Nothing within the work allowed.
  case undecided

  /// The values, when there are any and they are known.
  var interval: ExactInterval? {
    if case .range(let interval) = self { return interval }
    return nil
  }
}

/// The exact least and largest value that a small system allows a figure.
struct RangeFinder {
  let work: WorkBudget

  /// The range of `value / base` over all points of a system, the base being positive.
  ///
  /// Quotients are found by Dinkelbach's method: the largest `value - t × base`, with `t` raised to
  /// the quotient at that point until nothing is left. Where the base can come near zero or the
  /// sum has no end, everything is counted in units of the base instead (Charnes and Cooper,
  /// 1962): z = y/base and t = 1/base.
  ///
  /// Source: W. Dinkelbach, On nonlinear fractional programming, Management Science 13 (1967)
  /// 492-498.
  func range(
    of value: LinearConstraint, over base: LinearConstraint?, in system: LinearSystem
  ) -> RangeAnswer {
    var simplex = ExactSimplex(system, work: work.allowance)
    let outcome = simplex.solve()
    guard case .feasible = outcome else {
      work.settle(unused: simplex.work)
      if case .infeasible = outcome { return .empty }
      return .undecided
    }
    if let base {
      let high = quotient(value, base, &simplex)
      let low = high == nil ? nil : quotient(value.turned, base, &simplex)
      work.settle(unused: simplex.work)
      if let high, let low {
        return .range(
          ExactInterval(from: .init(-low.value, isIncluded: low.isIncluded), to: high))
      }
      return scaled(value, base, system)
    }
    let high = end(value.indices, value.factors, &simplex)
    let low = end(value.indices, value.factors.map { -$0 }, &simplex)
    work.settle(unused: simplex.work)
    return interval(low, high, constant: -value.bound)
  }

  /// The largest quotient; `nil` when it is not reached in this way.
  private func quotient(
    _ value: LinearConstraint, _ base: LinearConstraint, _ simplex: inout ExactSimplex
  ) -> ExactInterval.End? {
    func sum(_ form: LinearConstraint) -> Rational {
      var total = -form.bound
      for (position, index) in form.indices.enumerated() {
        total += form.factors[position] * simplex.value[index].number
      }
      return total
    }
    for _ in 0..<40 {
      let size = sum(base)
      guard size.signum > 0 else { return nil }
      let quotient = sum(value) / size
      let indices = value.indices + base.indices
      let factors = value.factors + base.factors.map { -($0 * quotient) }
      guard case .reached(let most) = simplex.maximum(indices, factors) else { return nil }
      if (most.number - value.bound + quotient * base.bound).isZero {
        return .init(quotient, isIncluded: most.delta.isZero)
      }
    }
    return nil
  }

  private func scaled(
    _ value: LinearConstraint, _ base: LinearConstraint, _ system: LinearSystem
  ) -> RangeAnswer {
    var simplex = ExactSimplex(homogeneous(system, base: base), work: work.allowance)
    defer { work.settle(unused: simplex.work) }
    guard case .feasible = simplex.solve() else { return .undecided }
    let indices = value.indices + [system.count]
    let factors = value.factors + [-value.bound]
    let high = end(indices, factors, &simplex)
    let low = end(indices, factors.map { -$0 }, &simplex)
    return interval(low, high, constant: .zero)
  }

  private func interval(
    _ low: DeltaNumber??, _ high: DeltaNumber??, constant: Rational
  ) -> RangeAnswer {
    guard let high, let low else { return .undecided }
    return .range(
      ExactInterval(
        from: low.map { .init(constant - $0.number, isIncluded: $0.delta.isZero) },
        to: high.map { .init(constant + $0.number, isIncluded: $0.delta.isZero) }))
  }

  /// The largest value of a sum: `.some(nil)` when there is no end, `nil` when not decided.
  private func end(
    _ indices: [Int], _ factors: [Rational], _ simplex: inout ExactSimplex
  ) -> DeltaNumber?? {
    switch simplex.maximum(indices, factors) {
    case .unbounded: return .some(nil)
    case .reached(let value): return .some(value)
    case .undecided: return nil
    }
  }

  private func homogeneous(_ system: LinearSystem, base: LinearConstraint) -> LinearSystem {
    let scale = system.count
    var rows = system.rows
    for place in rows.indices where !rows[place].bound.isZero {
      rows[place].indices.append(scale)
      rows[place].factors.append(-rows[place].bound)
      rows[place].bound = .zero
    }
    var unit = base
    unit.relation = .exactly
    if !base.bound.isZero {
      unit.indices.append(scale)
      unit.factors.append(-base.bound)
    }
    unit.bound = .one
    rows.append(unit)
    rows.append(
      LinearConstraint(
        indices: [scale], factors: [.one], relation: .above, bound: .zero, source: .sign,
        part: .base))
    return LinearSystem(count: scale + 1, rows: rows)
  }
}
