/// Bounds of the unknowns of a large system in floating-point numbers, to find the few rows that
/// contradict each other before a linear program has to.
///
/// What it finds is solved exactly afterwards, so its rounding decides nothing.
struct RoughPropagation {
  private struct Step {
    let unknown: Int
    let isLower: Bool
    let row: Int
  }

  private let system: LinearSystem
  private var steps: [Step] = []
  private var low: [Double]
  private var high: [Double]
  /// The steps that moved a bound, in order.
  private var history: [[Int]]
  /// The places of rows that contradict each other; `nil` when none were found.
  private(set) var conflict: [Int]?

  init(_ system: LinearSystem, rounds: Int = 4) {
    self.system = system
    low = Array(repeating: -Double.infinity, count: system.count)
    high = Array(repeating: Double.infinity, count: system.count)
    history = Array(repeating: [], count: system.count)
    let rows = system.rows.map { row in
      (indices: row.indices, factors: row.factors.map(\.doubleValue), bound: row.bound.doubleValue)
    }
    let order =
      rows.indices.filter { rows[$0].indices.count == 1 }
      + rows.indices.filter { rows[$0].indices.count > 1 }
    for _ in 0..<rounds {
      let before = steps.count
      for place in order {
        tighten(place, rows[place].indices, rows[place].factors, rows[place].bound)
        if system.rows[place].relation == .exactly {
          tighten(
            place, rows[place].indices, rows[place].factors.map { -$0 }, -rows[place].bound)
        }
        if conflict != nil { return }
      }
      if steps.count == before { return }
    }
  }

  private mutating func tighten(
    _ place: Int, _ indices: [Int], _ factors: [Double], _ bound: Double
  ) {
    var (total, open) = (0.0, 0)
    for (position, index) in indices.enumerated() {
      let end = factors[position] > 0 ? high[index] : low[index]
      if end.isFinite { total += factors[position] * end } else { open += 1 }
    }
    guard open <= 1 else { return }
    for (position, index) in indices.enumerated() {
      let factor = factors[position]
      let end = factor > 0 ? high[index] : low[index]
      if open == 1, end.isFinite { continue }
      let rest = bound - (end.isFinite ? total - factor * end : total)
      let value = rest / factor
      let isLower = factor > 0
      let old = isLower ? low[index] : high[index]
      // Steps that gain next to nothing could go on for ever.
      let gain = isLower ? value - old : old - value
      guard !(gain <= 1e-9 * max(1, abs(value))) else { continue }
      if isLower { low[index] = value } else { high[index] = value }
      history[index].append(steps.count)
      steps.append(Step(unknown: index, isLower: isLower, row: place))
      if low[index] > high[index] + 1e-9 * max(1, abs(value)) {
        conflict = rows(behind: index)
        return
      }
    }
  }

  /// The rows behind both bounds of an unknown.
  private func rows(behind unknown: Int) -> [Int] {
    var (rows, seen) = (Set<Int>(), Set<Int>())
    var waiting: [Int] = []
    for isLower in [true, false] {
      if let step = last(unknown, isLower, before: steps.count) { waiting.append(step) }
    }
    while let step = waiting.popLast() {
      guard seen.insert(step).inserted else { continue }
      let place = steps[step].row
      rows.insert(place)
      let row = system.rows[place]
      guard let own = row.indices.firstIndex(of: steps[step].unknown) else { continue }
      // The row was read in the direction in which it bounds this unknown.
      let isTurned = (row.factors[own].signum > 0) != steps[step].isLower
      for (position, index) in row.indices.enumerated() where position != own {
        let needsHigh = (row.factors[position].signum > 0) != isTurned
        if let before = last(index, !needsHigh, before: step) { waiting.append(before) }
      }
    }
    return rows.sorted()
  }

  private func last(_ unknown: Int, _ isLower: Bool, before step: Int) -> Int? {
    history[unknown].last { $0 < step && steps[$0].isLower == isLower }
  }
}
