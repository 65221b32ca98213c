/// Bounds of the unknowns of a large system in floating-point numbers, to find the few rows that
/// contradict each other before a linear program has to.
///
/// What it finds is solved exactly afterwards, so its rounding decides nothing.
struct RoughPropagation {
  private struct Step {
    let unknown: Int
    let isLower: Bool
    let row: Int
    /// The step before it that moved the same bound, or -1.
    let previous: Int
  }

  private let rows: IntegerRows
  /// What the bound of a row is when unknowns are counted from a centre.
  private let gaps: [Double]
  private var steps: [Step] = []
  private var low: [Double]
  private var high: [Double]
  /// The last step that moved a bound, or -1.
  private var lowStep: [Int]
  private var highStep: [Int]
  /// The places of rows that contradict each other; `nil` when none were found.
  private(set) var conflict: [Int]?

  /// Tightens bounds.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - gaps: Their bounds, with unknowns counted from a centre.
  ///   - order: The rows in the order in which they are gone through.
  ///   - isOff: The rows that do not count.
  ///   - rounds: How often all rows are gone through at most.
  init(_ rows: IntegerRows, gaps: [Double], order: [Int], isOff: [Bool], rounds: Int = 4) {
    self.rows = rows
    self.gaps = gaps
    low = Array(repeating: -Double.infinity, count: rows.count)
    high = Array(repeating: Double.infinity, count: rows.count)
    lowStep = Array(repeating: -1, count: rows.count)
    highStep = lowStep
    for _ in 0..<rounds {
      let before = steps.count
      for row in order where !isOff[row] {
        tighten(row, sign: 1)
        if rows.relations[row] == .exactly { tighten(row, sign: -1) }
        if conflict != nil { return }
      }
      if steps.count == before { return }
    }
  }

  private mutating func tighten(_ row: Int, sign: Double) {
    let entries = rows.entries(row)
    let bound = gaps[row] * sign
    var (total, open) = (0.0, 0)
    for entry in entries {
      let factor = Double(rows.factors[entry]) * sign
      let index = rows.indices[entry]
      let end = factor > 0 ? high[index] : low[index]
      if end.isFinite { total += factor * end } else { open += 1 }
    }
    guard open <= 1 else { return }
    for entry in entries {
      let factor = Double(rows.factors[entry]) * sign
      let index = rows.indices[entry]
      let end = factor > 0 ? high[index] : low[index]
      if open == 1, end.isFinite { continue }
      let rest = bound - (end.isFinite ? total - factor * end : total)
      let value = rest / factor
      let isLower = factor > 0
      let old = isLower ? low[index] : high[index]
      // Steps that gain next to nothing could go on for ever.
      let gain = isLower ? value - old : old - value
      guard !(gain <= 1e-9 * max(1, abs(value))) else { continue }
      let previous = isLower ? lowStep[index] : highStep[index]
      if isLower {
        (low[index], lowStep[index]) = (value, steps.count)
      } else {
        (high[index], highStep[index]) = (value, steps.count)
      }
      steps.append(Step(unknown: index, isLower: isLower, row: row, previous: previous))
      if low[index] > high[index] + 1e-9 * max(1, abs(value)) {
        conflict = places(behind: index)
        return
      }
    }
  }

  /// The rows behind both bounds of an unknown.
  private func places(behind unknown: Int) -> [Int] {
    var (places, seen) = (Set<Int>(), Set<Int>())
    var waiting = [lowStep[unknown], highStep[unknown]].filter { $0 >= 0 }
    while let step = waiting.popLast() {
      guard seen.insert(step).inserted else { continue }
      let row = steps[step].row
      places.insert(row)
      guard
        let own = rows.entries(row).first(where: { rows.indices[$0] == steps[step].unknown })
      else { continue }
      // The row was read in the direction in which it bounds this unknown.
      let isTurned = (rows.factors[own] > 0) != steps[step].isLower
      for entry in rows.entries(row) where entry != own {
        let needsHigh = (rows.factors[entry] > 0) != isTurned
        let index = rows.indices[entry]
        var before = needsHigh ? highStep[index] : lowStep[index]
        while before >= step { before = steps[before].previous }
        if before >= 0 { waiting.append(before) }
      }
    }
    return places.sorted()
  }
}
