/// The exact least and largest value that a system allows a figure.
struct RangeFinder {
  let workLimit: Int

  /// Systems with more rows are not worth a linear program for each range.
  static var largestProgram: Int { 3_000 }

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
    let high = end(value.indices, value.factors, system)
    let low = end(value.indices, value.factors.map { -$0 }, system)
    guard let high, let low else { return nil }
    return ExactInterval(
      from: low.map { .init(constant - $0.number, isIncluded: $0.delta.isZero) },
      to: high.map { .init(constant + $0.number, isIncluded: $0.delta.isZero) })
  }

  /// The largest value of a sum: `.some(nil)` when there is no end, `nil` when not decided.
  private func end(
    _ indices: [Int], _ factors: [Rational], _ system: LinearSystem
  ) -> DeltaNumber?? {
    if SystemDecider.isSolvedExactly(system, size: SystemDecider.exactSize) {
      return exactEnd(indices, factors, system)
    }
    guard system.rows.count <= RangeFinder.largestProgram else { return nil }
    // The rows that support the optimum of Clp bound it exactly; the others cannot lower it
    // further than Clp found.
    let program = FloatingProgram(system: system)
    if let proposal = program.maximum(indices, factors, iterations: workLimit) {
      var places = proposal.support
      places.sort()
      let (part, unknowns) = system.part(places)
      let numbers = Dictionary(uniqueKeysWithValues: unknowns.enumerated().map { ($1, $0) })
      let local = indices.compactMap { numbers[$0] }
      if local.count == indices.count,
        SystemDecider.isSolvedExactly(part, size: SystemDecider.largestExactSize),
        case .some(.some(let end)) = exactEnd(local, factors, part),
        abs(end.number.doubleValue - proposal.optimum) <= 1e-6 * max(1, abs(proposal.optimum))
      {
        return .some(end)
      }
    }
    return SystemDecider.isSolvedExactly(system, size: SystemDecider.largestExactSize)
      ? exactEnd(indices, factors, system) : nil
  }

  private func exactEnd(
    _ indices: [Int], _ factors: [Rational], _ system: LinearSystem
  ) -> DeltaNumber?? {
    var simplex = ExactSimplex(system, work: workLimit)
    guard case .feasible = simplex.solve() else { return nil }
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
