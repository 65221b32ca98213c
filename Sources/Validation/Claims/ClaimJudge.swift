internal import TradeModel

/// Judges claims by the figures they tie and nothing else.
struct ClaimJudge {
  let reading: CompiledReading
  let components: [Component]
  /// The component of each unknown.
  let componentOf: [Int]
  /// The level figures of each unknown.
  let levels: [[Int]]
  /// The rows of each component's systems.
  let rows: RowIndexes
  let work: WorkBudget
  /// What was decided of each component.
  let states: [ReadingCheck.State]

  /// The verdict on a claim and whether only the ends of ranges let it hold; `nil` where its other
  /// figures contradict each other, so that nothing can be said of the one it is about.
  func judge(_ draft: ClaimDraft) -> (result: ClaimResult, isBoundary: Bool)? {
    switch draft.ground {
    case .statement(let statement): return judge(draft, by: statement)
    case .identity(let index):
      let identity = reading.identities[index]
      guard let first = identity.form.terms.first else { return (undecided(draft), false) }
      // The target is what the other terms leave over.
      let rest = (LinearForm([first]) - identity.form) * first.factor.reciprocal
      let each = FigureStatement.Case(value: rest)
      guard identity.relation == .zero else { return judgeJointly(draft) }
      return judge(
        draft, by: FigureStatement(figure: draft.claim.target ?? "", kind: .sum, cases: [each]),
        isIdentity: true)
    case .equality:
      let (first, second) = (draft.figures[0], draft.figures[1])
      return finish(
        draft, feasible: reading.demand(first),
        explanation: { isLow in
          Explanation.equality(reading, first, second, isLow: isLow)
        })
    case .mix(let parts):
      let mix = GrowthMix(
        parts.map { part in
          GrowthMix.Part(
            now: part.level.map(reading.demand) ?? ExactInterval(from: .included(0), to: nil),
            growth: reading.demand(part.rate))
        })
      guard let mix else { return judgeJointly(draft) }
      return finish(
        draft, feasible: mix.range,
        explanation: { isLow in
          Explanation.mix(reading, draft, mix, count: parts.count, isLow: isLow)
        })
    case .joint: return judgeJointly(draft)
    }
  }

  private func undecided(_ draft: ClaimDraft) -> ClaimResult {
    ClaimResult(claim: draft.claim, verdict: .undecided)
  }

  private func judge(
    _ draft: ClaimDraft, by statement: FigureStatement, isIdentity: Bool = false
  ) -> (result: ClaimResult, isBoundary: Bool)? {
    var feasible: ExactInterval?
    var shown: (each: FigureStatement.Case, box: IntervalBox)?
    for each in statement.cases {
      var box = IntervalBox(quantities: statement.quantities) { quantity in
        level(of: quantity, tied: draft.figures)
      }
      guard let range = box.range(of: each) else {
        if box.isEmpty { continue }
        return judgeJointly(draft)
      }
      if shown == nil { shown = (each, box) }
      feasible = feasible.map { $0.covering(range) } ?? range
    }
    guard let feasible, let shown else { return judgeJointly(draft) }
    return finish(
      draft, feasible: feasible,
      explanation: { isLow in
        Explanation.direct(
          reading, draft, statement, shown.each, shown.box, feasible, isLow: isLow,
          isIdentity: isIdentity)
      })
  }

  private func level(of quantity: Quantity, tied: [Int]) -> ExactInterval {
    var range =
      quantity.isNonNegative ? ExactInterval(from: .included(0), to: nil) : ExactInterval.all
    guard let unknown = reading.number[quantity] else { return range }
    if let figure = tied.first(where: { levels[unknown].contains($0) }) {
      range = range.intersection(reading.demand(figure))
    }
    return range
  }

  private func finish(
    _ draft: ClaimDraft, feasible: ExactInterval, explanation: (Bool) -> String
  ) -> (result: ClaimResult, isBoundary: Bool) {
    guard let target = draft.figures.last else { return (undecided(draft), false) }
    let printed = reading.demand(target)
    let factor = reading.ownFactor(target)
    let fits = printed.overlaps(feasible)
    let isLow = feasible.lower.map { lower in printed.upper.map { $0.value <= lower.value } ?? false
    }
    return (
      ClaimResult(
        claim: draft.claim, verdict: fits ? .consistent : .inconsistent,
        feasible: feasible.scaled(by: factor), printed: printed.scaled(by: factor),
        decisionError: fits
          ? nil : DecisionError(reading.figures[target], draft.claim.kind, allowed: feasible),
        explanation: fits ? "" : explanation(isLow ?? false)),
      fits && printed.touches(feasible) && printed.width != .zero && feasible.width != .zero
    )
  }

  /// The verdict by the rows of the figures of the claim and the identities around them.
  private func judgeJointly(_ draft: ClaimDraft) -> (result: ClaimResult, isBoundary: Bool)? {
    guard let target = draft.figures.last,
      let unknown = reading.statements[target].first?.quantities.first
        .flatMap({ reading.number[$0] })
    else { return (undecided(draft), false) }
    let place = componentOf[unknown]
    let component = components[place].keeping(Set(draft.figures), rows.index(of: place))
    let deciders = component.systems.map { SystemDecider($0, work: work) }
    var certificate: (Certificate, LinearSystem)?
    // What all figures fulfil together, some of them do.
    var fits = states[place].isInside
    var isBoundary = !fits
    for decider in fits ? [] : deciders {
      switch decider.decide() {
      case .feasible(let isInside):
        fits = true
        if isInside != false { isBoundary = false }
      case .infeasible(let proof): certificate = certificate ?? (proof, decider.system)
      case .undecided: return (undecided(draft), false)
      }
    }
    if !fits, failsWithout(target, deciders) { return nil }
    let ranges = FigureRanges(reading: reading, component: component, deciders: deciders)
    let feasible = ranges.range(of: target, without: [target])
    let printed = reading.ownPrinted(target)
    if fits {
      return (
        ClaimResult(
          claim: draft.claim, verdict: .consistent, feasible: feasible, printed: printed),
        isBoundary
      )
    }
    var explanation = ""
    if let (proof, system) = certificate {
      explanation =
        Derivation(reading: reading, component: component, system: system, certificate: proof)
        .sentences(goal: target)
    }
    return (
      ClaimResult(
        claim: draft.claim, verdict: .inconsistent, feasible: feasible, printed: printed,
        decisionError: feasible.flatMap {
          DecisionError(reading.figures[target], draft.claim.kind, allowed: $0)
        }, explanation: explanation),
      false
    )
  }

  /// Whether the others contradict each other without a figure.
  private func failsWithout(_ target: Int, _ deciders: [SystemDecider]) -> Bool {
    deciders.allSatisfy { decider in
      if case .infeasible = decider.decide(without: [target]) { return true }
      return false
    }
  }
}
