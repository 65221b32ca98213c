extension ReadingCheck {
  /// Claims, repairs, ranges and notes for a reading whose components are decided.
  func result(
    _ document: CheckDocument, states: [State], fitsUnder: [RoundingConvention]
  ) -> CheckResult {
    let levels = reading.levelFigures()
    var componentOf = [Int](repeating: 0, count: reading.quantities.count)
    for (place, component) in components.enumerated() {
      for unknown in component.unknowns { componentOf[unknown] = place }
    }
    let judge = ClaimJudge(
      reading: reading, components: components, componentOf: componentOf, levels: levels,
      rows: RowIndexes(components), work: work, states: states)
    let drafts = reading.claimDrafts(levels)
    var judged: [(figures: [Int], result: ClaimResult)] = []
    var notes: [String] = []
    var edges = 0
    for draft in drafts {
      guard let (result, isBoundary) = judge.judge(draft) else { continue }
      if isBoundary { edges += 1 }
      judged.append((draft.figures, result))
    }
    let told = told(judged)
    var localisation: (order: [Int], slips: SlipFinder)?
    var (repairs, group) = ([Repair](), 0)
    var findings: Set<Int> = []
    var isUndecided = false
    for (place, state) in states.enumerated() {
      let component = components[place]
      switch state {
      case .loose: break
      case .undecided:
        isUndecided = true
        notes.append("not decided: \(names(component.figures)) take more work than allowed")
      case .holds(let isInside):
        if isInside == false {
          notes.append(
            "only at the boundary: \(names(component.figures)) hold together at the ends of their "
              + "ranges alone")
        }
      case .fails(let certificates):
        let proof = proof(component, certificates)
        findings.formUnion(proof)
        if !told.contains(place) { judged.append(joint(component, certificates, proof)) }
        if proof.isEmpty {
          notes.append("the identities contradict each other: no figure can repair that")
        } else if options.wantsRepairs {
          let (order, slips) =
            localisation
            ?? (triedOrder(), SlipFinder(reading: reading, rounding: options.rounding))
          localisation = (order, slips)
          repairs += self.repairs(of: place, proof: proof, order, slips, group: &group)
        }
      }
    }
    if edges > 0 {
      notes.append("\(edges) of \(drafts.count) claims hold only at the boundary of their ranges")
    }
    judged = judged.indices.sorted {
      (judged[$0].figures.last ?? 0, $0) < (judged[$1].figures.last ?? 0, $1)
    }.map { judged[$0] }
    var checked = Set(components.flatMap(\.tied))
    for (place, state) in states.enumerated() {
      if case .fails(let certificates) = state {
        checked.formUnion(proof(components[place], certificates))
      }
    }
    for claim in judged where claim.result.verdict != .undecided {
      checked.formUnion(claim.figures)
    }
    var verdict = ReadingCheck.verdict(states)
    if verdict == .notCheckable, judged.contains(where: { $0.result.verdict == .consistent }) {
      verdict = .consistent
    }
    return CheckResult(
      file: document.file, verdict: verdict, fitsUnder: fitsUnder, figures: document.figures,
      claims: judged.map(\.result), repairs: repairs, ranges: ranges(findings),
      checkedFigures: Set(checked.map { document.figures[$0].id }), identities: reading.identities,
      tyingIdentities: tyingIdentities,
      reading: reading.reading.name, notes: notes, isUndecided: isUndecided)
  }

  /// The identities of whose every level a figure speaks.
  private var tyingIdentities: [Identity] {
    var spoken: Set<Int> = []
    for unknowns in reading.unknownsOfStatement.joined() { spoken.formUnion(unknowns) }
    return zip(reading.identities, reading.unknownsOfIdentity).filter {
      spoken.isSuperset(of: $0.1)
    }
    .map(\.0)
  }

  /// The components all of whose contradiction a single claim shows.
  private func told(_ judged: [(figures: [Int], result: ClaimResult)]) -> Set<Int> {
    let wrong = judged.filter { $0.result.verdict == .inconsistent }
    guard !wrong.isEmpty else { return [] }
    var placeOf: [Int: Int] = [:]
    for (place, component) in components.enumerated() {
      for figure in component.figures { placeOf[figure] = place }
    }
    var told: Set<Int> = []
    for claim in wrong {
      let places = Set(claim.figures.map { placeOf[$0] })
      if places.count == 1, let place = places.first ?? nil { told.insert(place) }
    }
    return told
  }

  private func names(_ figures: [Int]) -> String {
    let shown = figures.prefix(4).map { reading.figures[$0].text }.joined(separator: ", ")
    return figures.count > 4 ? "\(shown) and \(figures.count - 4) more" : shown
  }

  /// The claim that stands for a contradiction no single relation shows.
  private func joint(
    _ component: Component, _ certificates: [Certificate], _ proof: Set<Int>
  ) -> (figures: [Int], result: ClaimResult) {
    let figures = proof.sorted()
    // Told of the last figure that is no level: levels are where a reader starts.
    let goal =
      figures.last { index in reading.statements[index].contains { $0.kind != .level } }
      ?? figures.last
    let ordered = figures.filter { $0 != goal } + (goal.map { [$0] } ?? [])
    var explanation = ""
    if let goal, let system = component.systems.first, let certificate = certificates.first {
      explanation =
        Derivation(
          reading: reading, component: component, system: system, certificate: certificate
        ).sentences(goal: goal)
      if certificates.count > 1 {
        explanation +=
          "; this is the first of \(certificates.count) cases of signs, and none of them can hold"
      }
    }
    let feasible = goal.flatMap {
      FigureRanges(reading: reading, component: component.keeping(proof), work: work)
        .range(of: $0, without: [$0])
    }
    let claim = Claim(.joint, ordered.map { reading.figures[$0].id })
    return (
      ordered,
      ClaimResult(
        claim: claim, verdict: .inconsistent, feasible: feasible,
        printed: goal.map(reading.ownPrinted),
        decisionError: goal.flatMap { goal in
          feasible.flatMap { DecisionError(reading.figures[goal], .joint, allowed: $0) }
        }, explanation: explanation)
    )
  }

  /// The ranges of the figures in findings, or of all that are tied.
  private func ranges(_ findings: Set<Int>) -> [String: ExactInterval] {
    var ranges: [String: ExactInterval] = [:]
    for (place, component) in components.enumerated() {
      let wanted = component.figures.filter { figure in
        options.wantsRanges ? component.tied.contains(figure) : findings.contains(figure)
      }
      let finder = FigureRanges(
        reading: reading, component: component, deciders: deciders[place])
      for figure in wanted {
        ranges[reading.figures[figure].id] = finder.range(of: figure, without: [figure])
      }
    }
    return ranges
  }
}
