/// The check of one reading of a document.
struct ReadingCheck {
  /// How many repairs of one part are worked out.
  static var shownRepairs: Int { 60 }

  let reading: CompiledReading
  let options: CheckOptions
  let components: [Component]

  init(_ document: CheckDocument, _ reading: Reading, _ options: CheckOptions) {
    self.options = options
    self.reading = CompiledReading(
      document.figures, reading, rounding: options.rounding, switchedOff: options.switchedOff)
    components = self.reading.components()
  }

  /// What was decided of each component.
  enum State {
    /// Nothing ties its figures.
    case loose
    case holds(isInside: Bool?)
    /// Each of its systems contradicts itself.
    case fails([Certificate])
    case undecided
  }

  /// The states of all components.
  func states() -> [State] {
    let decider = SystemDecider(workLimit: options.workLimit)
    return components.map { component in
      guard component.figures.count > 1 else { return .loose }
      if component.isCutOff { return .undecided }
      var certificates: [Certificate] = []
      var isUndecided = false
      for system in component.systems {
        switch decider.decide(system) {
        case .feasible(let isInside):
          return component.tied.isEmpty ? .loose : .holds(isInside: isInside)
        case .infeasible(let certificate): certificates.append(certificate)
        case .undecided: isUndecided = true
        }
      }
      return isUndecided ? .undecided : .fails(certificates)
    }
  }

  /// The verdict from the states.
  static func verdict(_ states: [State]) -> CheckResult.Verdict {
    var hasTied = false
    for state in states {
      switch state {
      case .fails: return .inconsistent
      case .holds: hasTied = true
      case .loose, .undecided: break
      }
    }
    return hasTied ? .consistent : .notCheckable
  }

  /// The places of the figures that a proof of a component names.
  func proof(_ component: Component, _ certificates: [Certificate]) -> Set<Int> {
    var figures: Set<Int> = []
    for (system, certificate) in zip(component.systems, certificates) {
      figures.formUnion(certificate.entries.compactMap { system.rows[$0.row].source.figure })
    }
    return figures
  }
}
