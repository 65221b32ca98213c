/// The printed values as a first point of a large system, the widths of its rows, and points made
/// exact.
///
/// Equalities define one unknown each by the others, so that a point is exact in them whatever
/// the others are. Points are counted on a grid of whole parts, from a centre near the printed values.
struct StartingPoint {
  private let rows: IntegerRows
  /// The unknowns that equalities define, in an order in which each can be computed.
  private let defined: [(unknown: Int, row: Int)]
  /// The middle of the range of each unknown in whole units; those that are defined are computed.
  let centre: [Int]
  /// The bounds of the rows when unknowns are counted from the centre, so that big values keep
  /// their digits.
  let exactGaps: [Int128]
  /// The same in floating-point numbers.
  let gaps: [Double]
  /// How far apart the ends of a row's figure are at that point; 0 for rows without slack.
  let widths: [Double]
  /// The printed values themselves.
  let values: GridPoint

  /// - Returns: `nil` when the values are too large for words.
  init?(_ system: LinearSystem, _ rows: IntegerRows) {
    self.rows = rows
    defined = StartingPoint.definitions(system)
    let middles = StartingPoint.middles(rows)
    var whole: [Int] = []
    for middle in middles {
      guard let value = middle.roundedDown.wholeValue, abs(value) < 1 << 60 else { return nil }
      whole.append(value)
    }
    let bounds = rows.bounds.map { Int128($0) }
    guard
      let centre = StartingPoint.completed(
        GridPoint(offsets: whole, grid: 1), rows, defined, gaps: bounds)?.offsets,
      centre.allSatisfy({ abs($0) < 1 << 60 })
    else { return nil }
    self.centre = centre
    exactGaps = bounds.indices.map { bounds[$0] - rows.sum($0, at: centre) }
    gaps = exactGaps.map { Double($0) }
    widths = StartingPoint.widths(system, rows, gaps)
    // Middles are halves and quarters of units.
    var offsets: [Int] = []
    for (index, middle) in middles.enumerated() {
      let rest = (middle - Rational(centre[index])) * Rational(StartingPoint.finest)
      offsets.append(rest.magnitude < Rational(1 << 60) ? rest.roundedDown.wholeValue ?? 0 : 0)
    }
    values =
      StartingPoint.completed(
        GridPoint(offsets: offsets, grid: StartingPoint.finest), rows, defined, gaps: exactGaps)
      ?? GridPoint(offsets: Array(repeating: 0, count: rows.count), grid: 1)
  }

  /// The finest grid.
  private static var finest: Int { 1_000_000_000_000 }

  /// The point on the finest grid that fits, next to one of Clp, exact in all equalities; `nil` when
  /// there is none.
  func exact(near offsets: [Double]) -> GridPoint? {
    let largest = offsets.reduce(1.0) { max($0, abs($1)) }
    var grid = StartingPoint.finest
    while grid > 1_000, largest * Double(grid) > 1e18 { grid /= 10 }
    var whole: [Int] = []
    whole.reserveCapacity(offsets.count)
    for offset in offsets {
      let part = (offset * Double(grid)).rounded()
      guard abs(part) <= 1e18 else { return nil }
      whole.append(Int(part))
    }
    return StartingPoint.completed(
      GridPoint(offsets: whole, grid: grid), rows, defined, gaps: exactGaps)
  }

  /// The point with the defined unknowns computed from the others.
  private static func completed(
    _ point: GridPoint, _ rows: IntegerRows, _ defined: [(unknown: Int, row: Int)], gaps: [Int128]
  ) -> GridPoint? {
    var point = point
    for (unknown, row) in defined {
      var rest = gaps[row] * Int128(point.grid)
      var own = 1
      for entry in rows.entries(row) {
        if rows.indices[entry] == unknown {
          own = rows.factors[entry]
        } else {
          rest -= Int128(rows.factors[entry]) * Int128(point.offsets[rows.indices[entry]])
        }
      }
      guard rest % Int128(own) == 0, let value = Int(exactly: rest / Int128(own)) else {
        return nil
      }
      point.offsets[unknown] = value
    }
    return point
  }

  private static func middles(_ rows: IntegerRows) -> [Rational] {
    var low = [Rational?](repeating: nil, count: rows.count)
    var high = low
    for row in rows.relations.indices where rows.entries(row).count == 1 {
      if rows.relations[row] == .exactly { continue }
      let entry = rows.starts[row]
      let index = rows.indices[entry]
      let bound = Rational(rows.bounds[row], rows.factors[entry])
      if rows.factors[entry] > 0 {
        low[index] = low[index].map { max($0, bound) } ?? bound
      } else {
        high[index] = high[index].map { min($0, bound) } ?? bound
      }
    }
    return low.indices.map { index in
      switch (low[index], high[index]) {
      case (let low?, let high?): (low + high) * Rational(1, 2)
      case (let low?, nil): low.isZero ? .one : low
      case (nil, let high?): high
      case (nil, nil): Rational.one
      }
    }
  }

  /// For each equality one unknown that it defines, without circles; equalities that follow from
  /// others define none.
  private static func definitions(_ system: LinearSystem) -> [(unknown: Int, row: Int)] {
    var rowOf: [Int: Int] = [:]
    /// Whether an unknown is computed from `target`, directly or not.
    func depends(_ unknown: Int, on target: Int) -> Bool {
      var (waiting, seen) = ([unknown], Set<Int>())
      while let next = waiting.popLast() {
        if next == target { return true }
        guard seen.insert(next).inserted, let row = rowOf[next] else { continue }
        waiting += system.rows[row].indices.filter { $0 != next }
      }
      return false
    }
    for (place, row) in system.rows.enumerated() where row.relation == .exactly {
      let free = row.indices.first { candidate in
        rowOf[candidate] == nil
          && row.indices.allSatisfy { $0 == candidate || !depends($0, on: candidate) }
      }
      if let free { rowOf[free] = place }
    }
    // In order: what a definition needs comes before it.
    var (order, state) = ([(unknown: Int, row: Int)](), [Int: Bool]())
    for start in rowOf.keys.sorted() {
      var stack = [start]
      while let top = stack.last {
        guard let row = rowOf[top], state[top] != true else {
          stack.removeLast()
          continue
        }
        if state[top] == nil {
          state[top] = false
          stack += system.rows[row].indices.filter {
            $0 != top && rowOf[$0] != nil && state[$0] == nil
          }
        } else {
          state[top] = true
          order.append((top, row))
          stack.removeLast()
        }
      }
    }
    return order
  }

  private static func widths(
    _ system: LinearSystem, _ rows: IntegerRows, _ gaps: [Double]
  ) -> [Double] {
    /// The sum of a row less its bound, and its first factor.
    func rest(_ row: Int) -> (value: Double, lead: Double) {
      (-gaps[row], abs(Double(rows.factors[rows.starts[row]])))
    }
    // The two ends of a figure stand next to each other: their sums and bounds add up to the
    // width.
    var widths = [Double](repeating: 0, count: rows.rowCount)
    for (place, row) in system.rows.enumerated() where row.relation != .exactly {
      let own = rest(place)
      guard row.isPrintedEnd else {
        widths[place] = row.part == .base ? max(abs(own.value) * 1e-3, own.lead * 0.05) : 0
        continue
      }
      let partner = row.part == .lowerEnd ? place + 1 : place - 1
      var width = 1.0
      if system.rows.indices.contains(partner), system.rows[partner].source == row.source,
        system.rows[partner].isPrintedEnd
      {
        let other = rest(partner)
        width = abs(own.value / own.lead + other.value / other.lead) / 2
      }
      widths[place] = (width > 0 && width.isFinite ? width : 1) * own.lead
    }
    return widths
  }
}
