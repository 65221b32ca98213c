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

/// Decides systems: small ones by the exact simplex method, large ones by proposals of Clp that
/// are proved exactly.
struct SystemDecider {
  /// The exchanges one decision may take.
  let workLimit: Int

  /// Systems with at most so many entries in the tableau are solved exactly at once.
  static var exactSize: Int { 4_000 }
  /// Systems with at most so many entries are solved exactly when a proposal failed.
  static var largestExactSize: Int { 40_000 }

  func decide(_ system: LinearSystem) -> Decision {
    if SystemDecider.isSolvedExactly(system, size: SystemDecider.exactSize) {
      return exactly(system)
    }
    if let decision = byProposal(system) { return decision }
    return SystemDecider.isSolvedExactly(system, size: SystemDecider.largestExactSize)
      ? exactly(system) : .undecided
  }

  private func exactly(_ system: LinearSystem) -> Decision {
    var simplex = ExactSimplex(system, work: workLimit)
    switch simplex.solve() {
    case .feasible:
      guard let point = simplex.point(fulfilling: system) else { return .undecided }
      let opened = system.opened
      if opened.holds(at: point) { return .feasible(isInside: true) }
      var strict = ExactSimplex(opened, work: workLimit)
      switch strict.solve() {
      case .feasible: return .feasible(isInside: true)
      case .infeasible: return .feasible(isInside: false)
      case .undecided: return .feasible(isInside: nil)
      }
    case .infeasible(let certificate):
      return certificate.proves(system) ? .infeasible(certificate) : .undecided
    case .undecided: return .undecided
    }
  }

  private func byProposal(_ system: LinearSystem) -> Decision? {
    let start = StartingPoint(system)
    if let point = start.fulfilling {
      return .feasible(isInside: system.opened.holds(at: point) ? true : nil)
    }
    if let places = RoughPropagation(system).conflict,
      let decision = contradiction(in: system, at: places)
    {
      return decision
    }
    if let point = start.relaxed() {
      return .feasible(isInside: system.opened.holds(at: point) ? true : nil)
    }
    let program = FloatingProgram(system: system)
    guard let proposal = program.commonSlack(start.widths, iterations: workLimit) else {
      return nil
    }
    if proposal.optimum > 0, let point = start.exact(near: proposal.point) {
      return .feasible(isInside: system.opened.holds(at: point) ? true : nil)
    }
    // The rows that hold the slack down are few; they are solved exactly.
    return contradiction(in: system, at: proposal.support)
  }

  /// The proof that some rows of a system contradict each other; `nil` when they do not.
  private func contradiction(in system: LinearSystem, at places: [Int]) -> Decision? {
    let (part, _) = system.part(places)
    guard SystemDecider.isSolvedExactly(part, size: SystemDecider.largestExactSize) else {
      return nil
    }
    var simplex = ExactSimplex(part, work: workLimit)
    guard case .infeasible(let certificate) = simplex.solve() else { return nil }
    let whole = Certificate(
      entries: certificate.entries.map {
        .init(row: places[$0.row], multiplier: $0.multiplier)
      })
    return whole.proves(system) ? .infeasible(whole) : nil
  }

  static func isSolvedExactly(_ system: LinearSystem, size: Int) -> Bool {
    let sums = system.rows.count { $0.indices.count > 1 }
    return sums * system.count <= size
  }
}
