/// Linear equations with few unknowns each, solved in rational numbers.
///
/// The shortest equation is solved next, for the unknown that the fewest others hold. Proofs of a
/// linear program are nearly triangular, so that they stay sparse and their numbers short.
///
/// Complexity: linear in the entries for triangular systems, cubic at worst. The work is counted and
/// limited; long numbers count more.
struct SparseEquations {
  private struct Equation {
    var indices: [Int]
    var factors: [Rational]
    var bound: Rational
  }

  private var equations: [Equation] = []
  /// The equations that an unknown occurs, or once occurred, in.
  private var places: [[Int]]
  /// Equations by how many unknowns they had when they were put there.
  private var waiting: [[Int]] = []
  private var isSolved: [Bool] = []
  private(set) var work: Int

  /// No equations over so many unknowns; `work` is how many entries may be computed.
  init(unknowns: Int, work: Int) {
    places = Array(repeating: [], count: unknowns)
    self.work = work
  }

  /// Adds `sum of factors × unknowns = bound`; each unknown at most once.
  mutating func add(_ terms: [(index: Int, factor: Rational)], bound: Rational) {
    let sorted = terms.filter { !$0.factor.isZero }.sorted { $0.index < $1.index }
    for term in sorted { places[term.index].append(equations.count) }
    equations.append(
      Equation(indices: sorted.map(\.index), factors: sorted.map(\.factor), bound: bound))
    isSolved.append(false)
    wait(equations.count - 1)
  }

  /// A solution; unknowns that nothing defines get the value of `open`.
  ///
  /// - Parameters:
  ///   - skipsContradictions: Whether an equation that contradicts those before it is left out.
  ///   - open: The value of an unknown that is not defined.
  /// - Returns: `nil` when there is none or the work was used up.
  mutating func solve(
    skipsContradictions: Bool = false, open: (Int) -> Rational = { _ in .zero }
  ) -> [Rational]? {
    var order: [(unknown: Int, equation: Int)] = []
    while let next = shortest() {
      isSolved[next] = true
      let equation = equations[next]
      guard !equation.indices.isEmpty else {
        if equation.bound.isZero || skipsContradictions { continue }
        return nil
      }
      let pivot = rarest(equation)
      let unknown = equation.indices[pivot]
      order.append((unknown, next))
      for other in places[unknown] where !isSolved[other] {
        guard work > 0 else { return nil }
        subtract(equation, pivot, from: other)
      }
    }
    var values = places.indices.map(open)
    for (unknown, place) in order.reversed() {
      let equation = equations[place]
      var (rest, own) = (equation.bound, Rational.one)
      for (position, index) in equation.indices.enumerated() {
        if index == unknown {
          own = equation.factors[position]
        } else {
          rest -= equation.factors[position] * values[index]
        }
      }
      values[unknown] = rest / own
      work -= equation.indices.count * values[unknown].weight
      guard work > 0 else { return nil }
    }
    return values
  }

  private mutating func wait(_ place: Int) {
    let count = equations[place].indices.count
    while waiting.count <= count { waiting.append([]) }
    waiting[count].append(place)
  }

  private mutating func shortest() -> Int? {
    for count in waiting.indices {
      while let place = waiting[count].popLast() {
        // Others were put there again under the length they have now.
        if !isSolved[place], equations[place].indices.count == count { return place }
      }
    }
    return nil
  }

  private func rarest(_ equation: Equation) -> Int {
    var best = 0
    for position in equation.indices.indices.dropFirst()
    where places[equation.indices[position]].count < places[equation.indices[best]].count {
      best = position
    }
    return best
  }

  /// Takes a multiple of an equation from another one, so that the pivot's unknown is gone there.
  private mutating func subtract(_ pivotal: Equation, _ pivot: Int, from place: Int) {
    guard let own = equations[place].indices.firstIndex(of: pivotal.indices[pivot]) else { return }
    let times = equations[place].factors[own] / pivotal.factors[pivot]
    if pivotal.indices.count == 1 {
      // The value is known: long equations lose it in place.
      equations[place].indices.remove(at: own)
      equations[place].factors.remove(at: own)
      equations[place].bound -= times * pivotal.bound
      work -= equations[place].bound.weight
      wait(place)
      return
    }
    let target = equations[place]
    var merged = Equation(indices: [], factors: [], bound: target.bound - times * pivotal.bound)
    merged.indices.reserveCapacity(target.indices.count + pivotal.indices.count)
    merged.factors.reserveCapacity(target.indices.count + pivotal.indices.count)
    var (left, right) = (0, 0)
    while left < target.indices.count || right < pivotal.indices.count {
      let first = left < target.indices.count ? target.indices[left] : Int.max
      let second = right < pivotal.indices.count ? pivotal.indices[right] : Int.max
      let index = min(first, second)
      var factor = first == index ? target.factors[left] : Rational.zero
      if second == index, index != pivotal.indices[pivot] {
        factor -= times * pivotal.factors[right]
        if first != index { places[index].append(place) }
      } else if second == index {
        factor = .zero
      }
      if first == index { left += 1 }
      if second == index { right += 1 }
      work -= factor.weight
      if factor.isZero { continue }
      merged.indices.append(index)
      merged.factors.append(factor)
    }
    equations[place] = merged
    wait(place)
  }
}
