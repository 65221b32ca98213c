/// The printed values as a first point of a large system, the widths of its rows, and points made
/// exact.
///
/// Equalities define one unknown each by the others, so that a point is exact in them whatever
/// the others are.
struct StartingPoint {
  private let system: LinearSystem
  /// The unknowns that equalities define, in an order in which each can be computed.
  private let defined: [(unknown: Int, row: Int)]
  /// The middle of the range of each unknown.
  private let middles: [Rational]
  /// How far apart the ends of a row's figure are at that point; 0 for rows without slack.
  let widths: [Double]

  init(_ system: LinearSystem) {
    self.system = system
    defined = StartingPoint.definitions(system)
    var low = [Rational?](repeating: nil, count: system.count)
    var high = low
    for row in system.rows where row.indices.count == 1 && row.relation != .exactly {
      let (index, bound) = (row.indices[0], row.bound / row.factors[0])
      if row.factors[0].signum > 0 {
        low[index] = low[index].map { max($0, bound) } ?? bound
      } else {
        high[index] = high[index].map { min($0, bound) } ?? bound
      }
    }
    let middles = (0..<system.count).map { index in
      switch (low[index], high[index]) {
      case (let low?, let high?): (low + high) * Rational(1, 2)
      case (let low?, nil): low.isZero ? .one : low
      case (nil, let high?): high
      case (nil, nil): Rational.one
      }
    }
    self.middles = middles
    widths = StartingPoint.widths(system, middles)
  }

  /// The printed values themselves, when they fulfil every row.
  var fulfilling: [Rational]? {
    let point = completed(middles)
    return system.holds(at: point) ? point : nil
  }

  /// A point inside all rows, found by going from row to row and moving onto each that is broken;
  /// exact, or `nil` when that did not lead anywhere soon.
  ///
  /// Source: S. Agmon, The relaxation method for linear inequalities, Canadian Journal of
  /// Mathematics 6 (1954) 382-392.
  func relaxed() -> [Rational]? {
    var point = completed(middles).map(\.doubleValue)
    let rows = system.rows.map { row in
      (
        indices: row.indices, factors: row.factors.map(\.doubleValue),
        bound: row.bound.doubleValue, isEqual: row.relation == .exactly
      )
    }
    let norms = rows.map { $0.factors.reduce(0) { $0 + $1 * $1 } }
    for margin in [0.02, 0.002] {
      for _ in 0..<60 {
        var moves = 0
        for place in rows.indices {
          let row = rows[place]
          var sum = -row.bound
          for (position, index) in row.indices.enumerated() {
            sum += row.factors[position] * point[index]
          }
          let wanted = margin * widths[place]
          if row.isEqual ? abs(sum) < 1e-6 : sum >= wanted { continue }
          moves += 1
          // A little past the row, so that narrow corners are reached.
          let step = (row.isEqual ? -sum : (wanted - sum) * 1.1) / norms[place]
          for (position, index) in row.indices.enumerated() {
            point[index] += step * row.factors[position]
          }
        }
        guard moves == 0 else { continue }
        if let exact = exact(near: point) { return exact }
        break
      }
    }
    return nil
  }

  /// The exact point next to one of Clp, when it fulfils every row.
  func exact(near point: [Double]) -> [Rational]? {
    var rounded: [Rational] = []
    for value in point {
      // Six decimals of the last printed place are finer than any slack that is worth having.
      let scaled = (value * 1e6).rounded()
      guard let whole = Int(exactly: scaled) else { return nil }
      rounded.append(Rational(whole, 1_000_000))
    }
    let exact = completed(rounded)
    return system.holds(at: exact) ? exact : nil
  }

  private func completed(_ point: [Rational]) -> [Rational] {
    var point = point
    for (unknown, place) in defined {
      let row = system.rows[place]
      var rest = row.bound
      var own = Rational.one
      for (position, index) in row.indices.enumerated() {
        if index == unknown {
          own = row.factors[position]
        } else {
          rest -= row.factors[position] * point[index]
        }
      }
      point[unknown] = rest / own
    }
    return point
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

  private static func widths(_ system: LinearSystem, _ middles: [Rational]) -> [Double] {
    let point = middles.map(\.doubleValue)
    func sum(_ row: LinearConstraint) -> Double {
      var total = 0.0
      for (position, index) in row.indices.enumerated() {
        total += row.factors[position].doubleValue * point[index]
      }
      return total
    }
    // The two ends of a figure stand next to each other: their sums and bounds add up to the
    // width.
    var widths = [Double](repeating: 0, count: system.rows.count)
    for (place, row) in system.rows.enumerated() {
      guard row.relation != .exactly else { continue }
      guard row.isPrintedEnd else {
        widths[place] = row.part == .base ? max(abs(sum(row)), 1e-3) * 1e-3 : 0
        continue
      }
      let partner = row.part == .lowerEnd ? place + 1 : place - 1
      var width = 1.0
      if system.rows.indices.contains(partner), system.rows[partner].source == row.source,
        system.rows[partner].isPrintedEnd
      {
        let other = system.rows[partner]
        width = abs((sum(row) + sum(other)) - (row.bound + other.bound).doubleValue) / 2
      }
      widths[place] = width > 0 && width.isFinite ? width : 1
    }
    return widths
  }
}
