/// What exact arithmetic says of a system.
enum Decision {
  /// A point fulfils every row; whether one does without the ends of printed ranges, where that
  /// is known.
  case feasible(isInside: Bool?)
  /// The rows of the certificate contradict each other.
  case infeasible(Certificate)
  /// Not decided within the work allowed.
  case undecided
}

/// Decides a system and parts of it: small ones by the exact simplex method, large ones by
/// proposals that are proved exactly.
final class SystemDecider {
  let system: LinearSystem
  let work: WorkBudget
  private lazy var large: LargeSystem? =
    SystemDecider.isSolvedExactly(system, size: SystemDecider.exactSize)
    ? nil : LargeSystem(system, work: work)

  /// Systems with at most so many entries in the tableau are solved exactly at once.
  static var exactSize: Int { 4_000 }
  /// Systems with at most so many entries are solved exactly when a proposal failed.
  static var largestExactSize: Int { 40_000 }

  init(_ system: LinearSystem, work: WorkBudget) {
    self.system = system
    self.work = work
  }

  /// What can be proved of the rows outside of some figures; the rows of a certificate are those
  /// of the whole system.
  ///
  /// - Parameters:
  ///   - removed: The figures.
  ///   - tellsInside: Whether it is wanted if a point fulfils the rows without the ends of ranges.
  /// - Returns: What was decided.
  func decide(without removed: Set<Int> = [], tellsInside: Bool = true) -> Decision {
    if let large {
      let decision = large.decide(without: removed)
      guard case .undecided = decision else { return decision }
    }
    return SystemDecider.isSolvedExactly(system, size: SystemDecider.largestExactSize)
      ? exactly(removed, tellsInside: tellsInside) : .undecided
  }

  /// The range of `value / base`, the base being positive, over the points that the rows outside
  /// of some figures and some more rows allow.
  func range(
    of value: LinearConstraint, over base: LinearConstraint?, given more: [LinearConstraint] = [],
    without removed: Set<Int> = []
  ) -> RangeAnswer {
    if let large {
      let answer = large.range(of: value, over: base, given: more, without: removed)
      guard case .undecided = answer else { return answer }
    }
    guard SystemDecider.isSolvedExactly(system, size: SystemDecider.largestExactSize) else {
      return .undecided
    }
    var rest = system.without(removed)
    rest.rows += more
    return RangeFinder(work: work).range(of: value, over: base, in: rest)
  }

  private func exactly(_ removed: Set<Int>, tellsInside: Bool) -> Decision {
    let places = system.rows.indices.filter { place in
      system.rows[place].source.figure.map { !removed.contains($0) } ?? true
    }
    let rest =
      removed.isEmpty
      ? system : LinearSystem(count: system.count, rows: places.map { system.rows[$0] })
    var simplex = ExactSimplex(rest, work: work.allowance)
    let outcome = simplex.solve()
    work.settle(unused: simplex.work)
    switch outcome {
    case .feasible:
      guard let point = simplex.point(fulfilling: rest) else { return .undecided }
      guard tellsInside else { return .feasible(isInside: nil) }
      if rest.holdsInside(at: point) { return .feasible(isInside: true) }
      var strict = ExactSimplex(rest.opened, work: work.allowance)
      let strictOutcome = strict.solve()
      work.settle(unused: strict.work)
      switch strictOutcome {
      case .feasible: return .feasible(isInside: true)
      case .infeasible: return .feasible(isInside: false)
      case .undecided: return .feasible(isInside: nil)
      }
    case .infeasible(let certificate):
      guard certificate.proves(rest) else { return .undecided }
      return .infeasible(
        Certificate(
          entries: certificate.entries.map {
            .init(row: places[$0.row], multiplier: $0.multiplier)
          }))
    case .undecided: return .undecided
    }
  }

  static func isSolvedExactly(_ system: LinearSystem, size: Int) -> Bool {
    let sums = system.rows.count { $0.indices.count > 1 }
    return sums * system.count <= size
  }
}
