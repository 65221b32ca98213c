/// The check of one reading of a document.
struct ReadingCheck {
  /// How many repairs of one part are worked out.
  static var shownRepairs: Int { 60 }

  let reading: CompiledReading
  let options: CheckOptions
  let components: [Component]
  let work: WorkBudget
  /// The deciders of each component, one for each of its systems.
  let deciders: [[SystemDecider]]

  init(_ document: CheckDocument, _ reading: Reading, _ options: CheckOptions) {
    self.options = options
    self.reading = CompiledReading(
      document.figures, reading, rounding: options.rounding, switchedOff: options.switchedOff,
      words: document.words)
    components = self.reading.components()
    let work = WorkBudget(limit: options.workLimit, allowsClp: options.allowsClp)
    self.work = work
    deciders = components.map { $0.systems.map { SystemDecider($0, work: work) } }
  }

  /// What was decided of each component.
  enum State {
    /// Nothing ties its figures.
    case loose
    case holds(isInside: Bool?)
    /// Each of its systems contradicts itself.
    case fails([Certificate])
    case undecided

    /// Whether the component is known to hold without the ends of printed ranges.
    var isInside: Bool {
      if case .holds(isInside: true) = self { return true }
      return false
    }
  }

  /// The states of all components.
  func states() -> [State] {
    components.indices.map { place in
      let component = components[place]
      guard component.figures.count > 1 else { return .loose }
      if component.isCutOff { return .undecided }
      var certificates: [Certificate] = []
      var isUndecided = false
      for decider in deciders[place] {
        switch decider.decide() {
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

  /// The document of the figures and identities of a proof alone; `nil` when every component holds.
  func core(_ states: [State]) -> CheckDocument? {
    for (place, state) in states.enumerated() {
      guard case .fails(let certificates) = state else { continue }
      let proof = proof(components[place], certificates).sorted()
      var identities: Set<Int> = []
      for (system, certificate) in zip(components[place].systems, certificates) {
        for entry in certificate.entries {
          if case .identity(let index) = system.rows[entry.row].source { identities.insert(index) }
        }
      }
      return CheckDocument(
        file: "", figures: proof.map { reading.figures[$0] },
        readings: [
          Reading(
            statements: proof.flatMap { reading.statements[$0] },
            identities: identities.sorted().map { reading.identities[$0] })
        ])
    }
    return nil
  }
}
