/// Bounds of unknowns, tightened row by row until nothing moves, with the reason of each.
///
/// A row `sum >= bound` bounds each of its unknowns by the bounds of the others. The result is
/// right but not always the tightest: what several rows say together only a linear program
/// sees. It is what a reader can follow, so explanations are made of it.
struct BoundPropagation {
  /// One bound with where it comes from.
  struct Step {
    let unknown: Int
    let isLower: Bool
    let value: Rational
    /// The place of the row.
    let row: Int
    /// The step before it that moved the same bound.
    let previous: Int?
  }

  private let rows: [LinearConstraint]
  private(set) var steps: [Step] = []
  private(set) var low: [Int?]
  private(set) var high: [Int?]
  /// The two steps that contradict each other.
  private(set) var clash: (Int, Int)?

  /// Tightens the bounds of a system by the rows allowed.
  ///
  /// - Parameters:
  ///   - system: The rows.
  ///   - rounds: How often all rows are gone through at most; circles of rates can go on for ever.
  ///   - allows: Which rows count.
  init(_ system: LinearSystem, rounds: Int = 12, allows: (LinearConstraint) -> Bool = { _ in true })
  {
    rows = system.rows
    low = Array(repeating: nil, count: system.count)
    high = low
    // Rows of one unknown first, so that what is printed comes before what follows.
    let allowed = system.rows.indices.filter { allows(system.rows[$0]) }
    let order =
      allowed.filter { system.rows[$0].indices.count == 1 && system.rows[$0].source != .sign }
      + allowed.filter { system.rows[$0].indices.count > 1 }
      + allowed.filter { system.rows[$0].source == .sign }
    for _ in 0..<rounds {
      let before = steps.count
      for place in order {
        let row = system.rows[place]
        tighten(row, place, isTurned: false)
        if row.relation == .exactly { tighten(row, place, isTurned: true) }
        if clash != nil { return }
      }
      if steps.count == before { return }
    }
  }

  /// Bounds each unknown of a row by the others, in time linear in the row.
  private mutating func tighten(_ row: LinearConstraint, _ place: Int, isTurned: Bool) {
    // A row with more than one unknown that nothing bounds says nothing.
    var open: Int?
    var rest = isTurned ? -row.bound : row.bound
    for position in row.indices.indices {
      if let value = end(row, position, isTurned) {
        rest -= factor(row, position, isTurned) * value
      } else if open == nil {
        open = position
      } else {
        return
      }
    }
    for target in row.indices.indices where open == nil || open == target {
      let factor = factor(row, target, isTurned)
      // What the others leave over; a pass moves none of the ends that it reads.
      let own = end(row, target, isTurned).map { rest + factor * $0 } ?? rest
      // Bounds that nobody could write down tell nobody anything, and grow from round to round.
      guard own.isSmall else { continue }
      let (unknown, value, isLower) = (row.indices[target], own / factor, factor.signum > 0)
      let known = isLower ? low[unknown] : high[unknown]
      if let known {
        let old = steps[known].value
        if isLower ? value <= old : value >= old { continue }
      }
      steps.append(
        Step(unknown: unknown, isLower: isLower, value: value, row: place, previous: known))
      if isLower { low[unknown] = steps.count - 1 } else { high[unknown] = steps.count - 1 }
      if let first = low[unknown], let second = high[unknown],
        steps[first].value > steps[second].value
      {
        clash = (first, second)
        return
      }
    }
  }

  private func factor(_ row: LinearConstraint, _ position: Int, _ isTurned: Bool) -> Rational {
    isTurned ? -row.factors[position] : row.factors[position]
  }

  /// The end of an unknown's bounds at which it adds most to the sum of a row.
  private func end(_ row: LinearConstraint, _ position: Int, _ isTurned: Bool) -> Rational? {
    let isUp = (row.factors[position].signum > 0) != isTurned
    return (isUp ? high : low)[row.indices[position]].map { steps[$0].value }
  }

  /// The steps that a step uses: the last before it that moved what its row was read with.
  private func uses(of place: Int) -> [Int] {
    let step = steps[place]
    let row = rows[step.row]
    guard let own = row.indices.firstIndex(of: step.unknown) else { return [] }
    // The row was read in the direction in which it bounds this unknown.
    let isTurned = (row.factors[own].signum > 0) != step.isLower
    return row.indices.indices.compactMap { position in
      guard position != own else { return nil }
      let isUp = (row.factors[position].signum > 0) != isTurned
      var before = (isUp ? high : low)[row.indices[position]]
      while let known = before, known >= place { before = steps[known].previous }
      return before
    }
  }

  /// The steps that some steps stand on, in order, themselves included.
  func chain(to ends: [Int]) -> [Int] {
    var (needed, waiting) = (Set<Int>(), ends)
    while let next = waiting.popLast() {
      if needed.insert(next).inserted { waiting += uses(of: next) }
    }
    return needed.sorted()
  }

  /// The range of an unknown as far as it is known.
  func range(_ unknown: Int) -> ExactInterval {
    ExactInterval(
      low[unknown].map { steps[$0].value }, high[unknown].map { steps[$0].value })
  }
}
