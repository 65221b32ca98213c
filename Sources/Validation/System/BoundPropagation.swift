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
    /// The steps it uses.
    let uses: [Int]
  }

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

  private mutating func tighten(_ row: LinearConstraint, _ place: Int, isTurned: Bool) {
    // A row with more than one unknown that nothing bounds says nothing.
    var open = 0
    for (position, index) in row.indices.enumerated() {
      let isUp = (row.factors[position].signum > 0) != isTurned
      if (isUp ? high[index] : low[index]) == nil { open += 1 }
    }
    guard open <= 1 else { return }
    for target in row.indices.indices {
      if open == 1 {
        let isUp = (row.factors[target].signum > 0) != isTurned
        if (isUp ? high[row.indices[target]] : low[row.indices[target]]) != nil { continue }
      }
      var rest = isTurned ? -row.bound : row.bound
      var uses: [Int] = []
      var isKnown = true
      for position in row.indices.indices where position != target {
        let factor = isTurned ? -row.factors[position] : row.factors[position]
        let index = row.indices[position]
        guard let step = factor.signum > 0 ? high[index] : low[index] else {
          isKnown = false
          break
        }
        rest -= factor * steps[step].value
        uses.append(step)
        // Bounds that nobody could write down tell nobody anything, and grow from round to round.
        guard rest.isSmall else {
          isKnown = false
          break
        }
      }
      guard isKnown else { continue }
      let factor = isTurned ? -row.factors[target] : row.factors[target]
      let (unknown, value, isLower) = (row.indices[target], rest / factor, factor.signum > 0)
      if let known = isLower ? low[unknown] : high[unknown] {
        let old = steps[known].value
        if isLower ? value <= old : value >= old { continue }
      }
      steps.append(
        Step(unknown: unknown, isLower: isLower, value: value, row: place, uses: uses))
      if isLower { low[unknown] = steps.count - 1 } else { high[unknown] = steps.count - 1 }
      if let first = low[unknown], let second = high[unknown],
        steps[first].value > steps[second].value
      {
        clash = (first, second)
        return
      }
    }
  }

  /// The steps that some steps stand on, in order, themselves included.
  func chain(to ends: [Int]) -> [Int] {
    var (needed, waiting) = (Set<Int>(), ends)
    while let next = waiting.popLast() {
      if needed.insert(next).inserted { waiting += steps[next].uses }
    }
    return needed.sorted()
  }

  /// The range of an unknown as far as it is known.
  func range(_ unknown: Int) -> ExactInterval {
    ExactInterval(
      low[unknown].map { steps[$0].value }, high[unknown].map { steps[$0].value })
  }
}
