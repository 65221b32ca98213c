/// The exact least and largest value that a small system allows a figure.
struct RangeFinder {
  let work: WorkBudget

  /// The range of `value / base` over all points of a system, the base being positive.
  ///
  /// A quotient of two sums is made linear by counting everything in units of the base
  /// (Charnes and Cooper, 1962): z = y/base and t = 1/base.
  ///
  /// - Returns: `nil` when the system has no point or nothing was decided; a missing end means
  ///   that there is none.
  func range(
    of value: LinearConstraint, over base: LinearConstraint?, in system: LinearSystem
  ) -> ExactInterval? {
    var (system, value, constant) = (system, value, -value.bound)
    if let base {
      let scale = system.count
      system = homogeneous(system, base: base)
      value.indices.append(scale)
      value.factors.append(constant)
      constant = .zero
    }
    var simplex = ExactSimplex(system, work: work.allowance)
    defer { work.settle(unused: simplex.work) }
    guard case .feasible = simplex.solve(),
      let high = end(value.indices, value.factors, &simplex),
      let low = end(value.indices, value.factors.map { -$0 }, &simplex)
    else { return nil }
    return ExactInterval(
      from: low.map { .init(constant - $0.number, isIncluded: $0.delta.isZero) },
      to: high.map { .init(constant + $0.number, isIncluded: $0.delta.isZero) })
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
