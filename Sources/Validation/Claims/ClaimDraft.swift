/// A claim with what ties its figures, before it is judged.
struct ClaimDraft {
  /// What the claim stands on.
  enum Ground {
    /// A statement of the target, all of whose quantities are printed.
    case statement(FigureStatement)
    /// An identity, all of whose quantities are printed.
    case identity(Int)
    /// Two levels of one quantity.
    case equality
    /// The levels, where printed, and the growth of all parts of a whole.
    case mix([(level: Int?, rate: Int)])
    /// Statements and identities together.
    case joint
  }

  let claim: Claim
  /// The places of the figures, the target last.
  let figures: [Int]
  let ground: Ground
}

extension CompiledReading {
  /// The level figures of each unknown, by its number.
  func levelFigures() -> [[Int]] {
    var levels = [[Int]](repeating: [], count: quantities.count)
    for (figure, all) in statements.enumerated() {
      for (place, statement) in all.enumerated() where statement.kind == .level {
        guard statement.cases.count == 1, statement.cases[0].value.terms.count == 1,
          let unknown = unknownsOfStatement[figure][place].first
        else { continue }
        levels[unknown].append(figure)
      }
    }
    return levels
  }

  /// The claims of a reading: those that follow from its statements and identities, then those
  /// of the front end, each set of figures and kind once.
  func claimDrafts(_ levels: [[Int]]) -> [ClaimDraft] {
    var drafts: [ClaimDraft] = []
    // The places of two neighbours both tell their order.
    var ordered: Set<Set<Int>> = []
    for (figure, all) in statements.enumerated() {
      for (place, statement) in all.enumerated() where statement.kind != .level {
        let unknowns = unknownsOfStatement[figure][place]
        guard let draft = draft(of: statement, unknowns, figure, levels) else { continue }
        if statement.kind == .rank, !ordered.insert(Set(draft.figures.dropLast())).inserted {
          continue
        }
        drafts.append(draft)
      }
    }
    for figures in levels where figures.count > 1 {
      for other in figures.dropFirst() {
        drafts.append(make(.equal, [figures[0], other], .equality))
      }
    }
    for (index, identity) in identities.enumerated() {
      if let draft = draft(ofIdentity: identity, index, levels) { drafts.append(draft) }
    }
    drafts += growthMixes(levels)
    if reading.claims.isEmpty { return drafts }
    var seen = Set(drafts.map { Key(kind: $0.claim.kind, figures: Set($0.figures)) })
    for claim in reading.claims {
      let figures = claim.figures.compactMap { place[$0] }
      guard figures.count == claim.figures.count, !figures.isEmpty,
        seen.insert(Key(kind: claim.kind, figures: Set(figures))).inserted
      else { continue }
      drafts.append(ClaimDraft(claim: claim, figures: figures, ground: .joint))
    }
    return drafts
  }

  private struct Key: Hashable {
    let kind: Claim.Kind
    let figures: Set<Int>
  }

  private func make(
    _ kind: Claim.Kind, _ figures: [Int], _ ground: ClaimDraft.Ground, _ sentence: String = ""
  ) -> ClaimDraft {
    ClaimDraft(
      claim: Claim(kind, figures.map { self.figures[$0].id }, sentence: sentence),
      figures: figures, ground: ground)
  }

  private func draft(
    of statement: FigureStatement, _ unknowns: [Int], _ figure: Int, _ levels: [[Int]]
  ) -> ClaimDraft? {
    var tied: [Int] = []
    // A few are compared faster than they are hashed.
    let isShort = unknowns.count <= 12
    var seen = Set<Int>()
    for (place, unknown) in unknowns.enumerated()
    where isShort ? !unknowns[..<place].contains(unknown) : seen.insert(unknown).inserted {
      guard let level = levels[unknown].first(where: { $0 != figure }) else { return nil }
      tied.append(level)
    }
    return make(kind(of: statement), tied + [figure], .statement(statement))
  }

  private func kind(of statement: FigureStatement) -> Claim.Kind {
    switch statement.kind {
    case .level: .equal
    case .difference: .difference
    case .sum: isOverTime(statement.quantities) ? .yearToDate : .sum
    case .growth, .sizeGrowth: .growth
    case .change, .sizeChange: .change
    case .share: .share
    case .contribution: .contribution
    case .ratio: .ratio
    case .rank: .rank
    }
  }

  private func isOverTime(_ quantities: [Quantity]) -> Bool {
    Set(quantities.map(\.period)).count > 1
  }

  private func draft(
    ofIdentity identity: Identity, _ index: Int, _ levels: [[Int]]
  ) -> ClaimDraft? {
    var tied: [Int] = []
    for unknown in unknownsOfIdentity[index] {
      guard let level = levels[unknown].first else { return nil }
      tied.append(level)
    }
    guard let target = tied.first, tied.count > 1 else { return nil }
    if identity.kind == .same {
      return make(.equal, [tied[1], target], .equality, identity.sentence)
    }
    let kind: Claim.Kind
    switch identity.kind {
    case .difference: kind = .difference
    case .periods: kind = .parts
    case .sum, .same, .rule, .other: kind = isOverTime(identity.form.quantities) ? .parts : .sum
    }
    return make(kind, Array(tied.dropFirst()) + [target], .identity(index), identity.sentence)
  }

  /// The largest number of parts of a mix that is judged as a system of its own, with the level
  /// of the whole and the reasons step by step; longer ones are judged as a mix alone.
  private static var longestJointMix: Int { 8 }

  /// The quantity whose growth `value / base` is, when it is one.
  private static func current(_ value: LinearForm, base: LinearForm) -> Quantity? {
    if value.terms.count == 2, base.terms.count == 1,
      value.terms[1].quantity == base.terms[0].quantity,
      value.terms[1].factor == -base.terms[0].factor
    {
      return value.terms[0].quantity
    }
    let current = (value + base).terms
    return current.count == 1 ? current[0].quantity : nil
  }

  /// Totals whose growth is printed beside that of all their parts.
  private func growthMixes(_ levels: [[Int]]) -> [ClaimDraft] {
    var growth: [Int: (figure: Int, base: Int)] = [:]
    for (figure, all) in statements.enumerated() {
      for statement in all where statement.kind == .growth && statement.cases.count == 1 {
        guard let base = statement.cases[0].base, base.terms.count == 1,
          let baseUnknown = number[base.terms[0].quantity],
          let current = Self.current(statement.cases[0].value, base: base),
          let unknown = number[current]
        else { continue }
        if growth[unknown] == nil { growth[unknown] = (figure, baseUnknown) }
      }
    }
    if growth.isEmpty { return [] }
    let known = Set(unknownsOfIdentity.map { Set($0) })
    var drafts: [ClaimDraft] = []
    for identity in identities where identity.relation == .zero {
      let unknowns = identity.form.quantities.compactMap { number[$0] }
      let rates = unknowns.compactMap { growth[$0] }
      guard unknowns.count > 2, rates.count == unknowns.count,
        known.contains(Set(rates.map(\.base)))
      else { continue }
      let isLong = unknowns.count > CompiledReading.longestJointMix + 1
      if isLong, identity.form.terms.dropFirst().contains(where: { $0.factor != -1 }) { continue }
      // Levels and rates of the parts, the level of the total, then its rate.
      let parts = unknowns.indices.dropFirst().flatMap { index in
        (levels[unknowns[index]].first.map { [$0] } ?? []) + [rates[index].figure]
      }
      let total = levels[unknowns[0]].first.map { [$0] } ?? []
      let ground =
        isLong
        ? ClaimDraft.Ground.mix(
          unknowns.indices.dropFirst().map { (levels[unknowns[$0]].first, rates[$0].figure) })
        : .joint
      drafts.append(make(.growthMix, parts + total + [rates[0].figure], ground))
    }
    return drafts
  }
}
