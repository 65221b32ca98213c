extension ExactSimplex {
  /// The end of what a sum of unknowns can reach.
  enum Optimum {
    /// There is no end.
    case unbounded
    /// The end, with an infinitesimal where it is approached and not reached.
    case reached(DeltaNumber)
    /// The work allowed was used up.
    case undecided
  }

  /// Finds the largest value of a sum of unknowns; the values must be inside all bounds, as they
  /// are after ``solve()`` found them so.
  mutating func maximum(_ indices: [Int], _ factors: [Rational]) -> Optimum {
    while true {
      let costs = reducedCosts(indices, factors)
      work -= nonbasic.count + tableau.count
      var isExchanged = false
      // A variable that moves to its own end changes no cost, so that those before it, which could
      // not move, need not be looked at again.
      for column in improving(costs) {
        let up = costs[column].signum > 0
        guard canMove(nonbasic[column], up: up) else { continue }
        guard work > 0 else { return .undecided }
        work -= tableau.count
        guard let limit = step(column, up: up) else { return .unbounded }
        if let row = limit.row {
          exchange(row, column, to: limit.target)
          isExchanged = true
          break
        }
        move(column, by: up ? limit.step : -limit.step)
      }
      if !isExchanged { return .reached(objective(indices, factors)) }
    }
  }

  private func objective(_ indices: [Int], _ factors: [Rational]) -> DeltaNumber {
    var total = DeltaNumber.zero
    for (position, index) in indices.enumerated() {
      total = total + value[index].times(factors[position])
    }
    return total
  }

  private func reducedCosts(_ indices: [Int], _ factors: [Rational]) -> [Rational] {
    var costs = [Rational](repeating: .zero, count: nonbasic.count)
    for (position, index) in indices.enumerated() {
      let where_ = place[index]
      if where_ < 0 {
        costs[-1 - where_] += factors[position]
      } else {
        for column in nonbasic.indices where !tableau[where_][column].isZero {
          costs[column] += tableau[where_][column] * factors[position]
        }
      }
    }
    return costs
  }

  /// The columns that change the sum, those of the least variables first.
  private func improving(_ costs: [Rational]) -> [Int] {
    nonbasic.indices.filter { !costs[$0].isZero }.sorted { nonbasic[$0] < nonbasic[$1] }
  }

  private struct Limit {
    let step: DeltaNumber
    let row: Int?
    let target: DeltaNumber
  }

  /// How far a nonbasic variable can go; `nil` when nothing stops it.
  private func step(_ column: Int, up: Bool) -> Limit? {
    let variable = nonbasic[column]
    var best: Limit?
    if let bound = up ? upper[variable] : lower[variable] {
      let room = up ? bound.value - value[variable] : value[variable] - bound.value
      best = Limit(step: room, row: nil, target: bound.value)
    }
    for row in basic.indices {
      let factor = tableau[row][column]
      if factor.isZero { continue }
      let rises = (factor.signum > 0) == up
      guard let bound = rises ? upper[basic[row]] : lower[basic[row]] else { continue }
      let room = rises ? bound.value - value[basic[row]] : value[basic[row]] - bound.value
      let step = room.times(factor.magnitude.reciprocal)
      if let known = best {
        if known.step < step { continue }
        if known.step == step {
          guard let other = known.row, basic[row] < basic[other] else { continue }
        }
      }
      best = Limit(step: step, row: row, target: bound.value)
    }
    return best
  }

  private mutating func move(_ column: Int, by step: DeltaNumber) {
    value[nonbasic[column]] = value[nonbasic[column]] + step
    for row in basic.indices where !tableau[row][column].isZero {
      value[basic[row]] = value[basic[row]] + step.times(tableau[row][column])
    }
  }
}
