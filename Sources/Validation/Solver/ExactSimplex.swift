/// The simplex method in exact arithmetic, for bounds of both kinds and strict ones.
///
/// Unknowns and the sums of rows are all "variables" with bounds; a tableau writes the basic ones
/// as sums of the others. A basic variable outside its bounds is moved to the bound by exchanging
/// it with another one that can still move; when none can, the row of the tableau is a
/// certificate that the rows contradict each other, and an irreducible one. Strict bounds carry an
/// infinitesimal (``DeltaNumber``). Variables start at the middle of their bounds, so that a
/// document of right figures needs few exchanges.
///
/// Source: B. Dutertre and L. de Moura, A fast linear-arithmetic solver for DPLL(T), CAV 2006.
/// The least-index rule of Bland makes it end. Complexity of one exchange: O(rows × unknowns). The
/// work is counted in entries of the tableau and limited; long numbers count more.
struct ExactSimplex {
  struct Bound {
    let value: DeltaNumber
    let row: Int
  }

  /// What a run came to.
  enum Outcome {
    case feasible
    case infeasible(Certificate)
    case undecided
  }

  let unknowns: Int
  /// The factor between the sum of a row and its variable.
  private var rowVariable: [Int]
  private var rowFactor: [Rational]
  private let rows: [LinearConstraint]
  /// The tableau: `basic[i] = sum of tableau[i][j] * nonbasic[j]`.
  var tableau: [[Rational]] = []
  var basic: [Int] = []
  var nonbasic: [Int]
  /// The place of a variable: its row when basic, else -1 - its column.
  var place: [Int]
  var value: [DeltaNumber]
  var lower: [Bound?]
  var upper: [Bound?]
  var work: Int

  /// Sets a system up; `work` is how many entries of the tableau may be computed.
  init(_ system: LinearSystem, work: Int) {
    unknowns = system.count
    self.work = work
    nonbasic = Array(0..<system.count)
    place = (0..<system.count).map { -1 - $0 }
    rowVariable = []
    rowFactor = []
    rows = system.rows
    rowVariable.reserveCapacity(rows.count)
    rowFactor.reserveCapacity(rows.count)
    var sums = KnownSums(isShort: system.rows.count <= 24)
    for row in system.rows {
      let lead = row.factors.first ?? .one
      rowFactor.append(lead)
      if row.indices.count == 1 {
        rowVariable.append(row.indices[0])
        continue
      }
      let key = RowKey(indices: row.indices, factors: row.factors.divided(by: lead))
      if let known = sums[key] {
        rowVariable.append(known)
        continue
      }
      let variable = place.count
      sums[key] = variable
      var line = [Rational](repeating: .zero, count: system.count)
      for (position, index) in key.indices.enumerated() { line[index] = key.factors[position] }
      place.append(tableau.count)
      basic.append(variable)
      tableau.append(line)
      rowVariable.append(variable)
    }
    value = Array(repeating: .zero, count: place.count)
    lower = Array(repeating: nil, count: place.count)
    upper = lower
    for row in system.rows.indices { addBound(of: row) }
    for variable in 0..<unknowns { value[variable] = start(variable) }
    for row in tableau.indices { value[basic[row]] = sum(tableau[row]) }
  }

  private struct RowKey: Hashable {
    let indices: [Int]
    let factors: [Rational]
  }

  /// The variables of sums; a few are compared faster than they are hashed.
  private struct KnownSums {
    let isShort: Bool
    private var few: [(key: RowKey, variable: Int)] = []
    private var many: [RowKey: Int] = [:]

    init(isShort: Bool) { self.isShort = isShort }

    subscript(key: RowKey) -> Int? {
      get { isShort ? few.first { $0.key == key }?.variable : many[key] }
      set {
        guard let newValue else { return }
        if isShort { few.append((key, newValue)) } else { many[key] = newValue }
      }
    }
  }

  private mutating func addBound(of row: Int) {
    let (variable, factor) = (rowVariable[row], rowFactor[row])
    let number = factor == .one ? rows[row].bound : rows[row].bound / factor
    switch rows[row].relation {
    case .exactly:
      raise(variable, DeltaNumber(number), row)
      lowerUpper(variable, DeltaNumber(number), row)
    case .atLeast, .above:
      let step: Rational = rows[row].relation == .above ? 1 : 0
      if factor.signum > 0 {
        raise(variable, DeltaNumber(number, delta: step), row)
      } else {
        lowerUpper(variable, DeltaNumber(number, delta: -step), row)
      }
    }
  }

  private mutating func raise(_ variable: Int, _ bound: DeltaNumber, _ row: Int) {
    if let old = lower[variable], bound <= old.value { return }
    lower[variable] = Bound(value: bound, row: row)
  }

  private mutating func lowerUpper(_ variable: Int, _ bound: DeltaNumber, _ row: Int) {
    if let old = upper[variable], old.value <= bound { return }
    upper[variable] = Bound(value: bound, row: row)
  }

  private func start(_ variable: Int) -> DeltaNumber {
    switch (lower[variable]?.value, upper[variable]?.value) {
    case (let low?, let high?): high < low ? low : (low + high).times(Rational(1, 2))
    case (let low?, nil): low
    case (nil, let high?): high
    case (nil, nil): .zero
    }
  }

  func sum(_ line: [Rational]) -> DeltaNumber {
    var total = DeltaNumber.zero
    for column in line.indices where !line[column].isZero {
      total = total + value[nonbasic[column]].times(line[column])
    }
    return total
  }

  /// Looks for values inside all bounds.
  mutating func solve() -> Outcome {
    for variable in lower.indices {
      if let low = lower[variable], let high = upper[variable], high.value < low.value {
        return .infeasible(
          Certificate(entries: [
            entry(low.row, raising: true, times: 1), entry(high.row, raising: false, times: 1),
          ]))
      }
    }
    while true {
      guard let row = violatedRow() else { return .feasible }
      guard work > 0 else { return .undecided }
      let variable = basic[row]
      let isLow = lower[variable].map { value[variable] < $0.value } ?? false
      guard let bound = isLow ? lower[variable] : upper[variable] else { return .undecided }
      if let column = column(movingRow: row, up: isLow) {
        exchange(row, column, to: bound.value)
      } else {
        return .infeasible(certificate(row, isLow: isLow, bound: bound))
      }
    }
  }

  /// The violated basic variable with the smallest number.
  private func violatedRow() -> Int? {
    var found: Int?
    for row in basic.indices {
      let variable = basic[row]
      if let known = found, basic[known] < variable { continue }
      if let low = lower[variable], value[variable] < low.value {
        found = row
      } else if let high = upper[variable], high.value < value[variable] {
        found = row
      }
    }
    return found
  }

  /// The column of the smallest variable that can move the row.
  private func column(movingRow row: Int, up: Bool) -> Int? {
    var found: Int?
    for column in nonbasic.indices {
      let sign = tableau[row][column].signum
      if sign == 0 { continue }
      if let known = found, nonbasic[known] < nonbasic[column] { continue }
      if canMove(nonbasic[column], up: (sign > 0) == up) { found = column }
    }
    return found
  }

  func canMove(_ variable: Int, up: Bool) -> Bool {
    if up { return upper[variable].map { value[variable] < $0.value } ?? true }
    return lower[variable].map { $0.value < value[variable] } ?? true
  }

  /// Exchanges a basic with a nonbasic variable and moves the basic one to a value.
  mutating func exchange(_ row: Int, _ column: Int, to target: DeltaNumber) {
    let pivot = tableau[row][column]
    let (leaving, entering) = (basic[row], nonbasic[column])
    let step = (target - value[leaving]).times(pivot.reciprocal)
    value[leaving] = target
    value[entering] = value[entering] + step
    for other in tableau.indices where other != row && !tableau[other][column].isZero {
      value[basic[other]] = value[basic[other]] + step.times(tableau[other][column])
      // A product and a sum, of the number and of the infinitesimal.
      work -= 4 * value[basic[other]].number.weight
    }
    pivotTableau(row, column)
    basic[row] = entering
    nonbasic[column] = leaving
    place[entering] = row
    place[leaving] = -1 - column
  }

  private mutating func pivotTableau(_ row: Int, _ column: Int) {
    let inverse = tableau[row][column].reciprocal
    var used: [Int] = []
    for other in nonbasic.indices where other != column && !tableau[row][other].isZero {
      tableau[row][other] = -(tableau[row][other] * inverse)
      used.append(other)
    }
    tableau[row][column] = inverse
    work -= used.count + tableau.count
    let line = tableau[row]
    for other in tableau.indices where other != row {
      let factor = tableau[other][column]
      if factor.isZero { continue }
      var spent = 0
      for position in used {
        tableau[other][position] += factor * line[position]
        spent += tableau[other][position].weight
      }
      tableau[other][column] = factor * inverse
      work -= spent
    }
  }

  private func certificate(_ row: Int, isLow: Bool, bound: Bound) -> Certificate {
    var entries = [entry(bound.row, raising: isLow, times: 1)]
    for column in nonbasic.indices {
      let factor = tableau[row][column]
      if factor.isZero { continue }
      // The row cannot move because this variable is at the end that stops it.
      let stopsAtUpper = (factor.signum > 0) == isLow
      let variable = nonbasic[column]
      guard let stop = stopsAtUpper ? upper[variable] : lower[variable] else { continue }
      entries.append(entry(stop.row, raising: !stopsAtUpper, times: factor.magnitude))
    }
    return Certificate(entries: entries)
  }

  /// The entry for a bound: raising bounds count as `variable >= bound`.
  private func entry(_ row: Int, raising: Bool, times factor: Rational) -> Certificate.Entry {
    let own = factor / rowFactor[row].magnitude
    if rows[row].relation == .exactly {
      let isTurned = (rowFactor[row].signum > 0) != raising
      return .init(row: row, multiplier: isTurned ? -own : own)
    }
    return .init(row: row, multiplier: own)
  }

  /// The values of the unknowns as numbers that fulfil the system, with the infinitesimal made
  /// small enough.
  func point(fulfilling system: LinearSystem) -> [Rational]? {
    var step = Rational.one
    for _ in 0..<80 {
      let numbers = (0..<unknowns).map { value[$0].number + value[$0].delta * step }
      if system.holds(at: numbers) { return numbers }
      step = step * Rational(1, 16)
    }
    return nil
  }
}

extension [Rational] {
  /// All numbers divided by one that is not zero.
  fileprivate func divided(by divisor: Rational) -> [Rational] {
    if divisor == .one { return self }
    if divisor == -1 { return map { -$0 } }
    let inverse = divisor.reciprocal
    return map { $0 * inverse }
  }
}
