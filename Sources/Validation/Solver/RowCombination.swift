/// Multipliers that add some rows up to what is to be proved, solved exactly.
///
/// A linear program in floating-point numbers tells which rows prove something; how often each is
/// taken follows from the rows themselves, one equation for each unknown.
struct RowCombination {
  let rows: [LinearConstraint]
  let work: WorkBudget
  /// The equation of each unknown of the rows.
  private var place: [Int: Int] = [:]
  private var terms: [[(index: Int, factor: Rational)]] = []

  init(_ rows: [LinearConstraint], work: WorkBudget) {
    self.rows = rows
    self.work = work
    for (number, row) in rows.enumerated() {
      for (position, unknown) in row.indices.enumerated() {
        terms[equation(of: unknown)].append((number, row.factors[position]))
      }
    }
  }

  private mutating func equation(of unknown: Int) -> Int {
    if let known = place[unknown] { return known }
    place[unknown] = terms.count
    terms.append([])
    return terms.count - 1
  }

  /// The multipliers under which the rows contradict each other; `nil` when there are none or
  /// the rows leave several choices.
  func contradiction() -> Certificate? {
    guard
      let known = rows.indices.first(where: { rows[$0].indices.count > 1 }) ?? rows.indices.first
    else { return nil }
    var equations = SparseEquations(unknowns: rows.count, work: work.allowance)
    for each in terms {
      // The known row is taken once; it moves to the other side.
      let own = each.first { $0.index == known }?.factor ?? .zero
      equations.add(each.filter { $0.index != known }, bound: -own)
    }
    var solution = equations.solve()
    work.settle(unused: equations.work)
    solution?[known] = .one
    guard let multipliers = solution else { return nil }
    // An equality that was taken once may have been needed the other way round.
    for sign in [Rational.one, -1] {
      let signed = multipliers.map { $0 * sign }
      if isAllowed(signed) {
        return Certificate(
          entries: rows.indices.filter { !signed[$0].isZero }.map {
            .init(row: $0, multiplier: signed[$0])
          })
      }
    }
    return nil
  }

  /// A number that `value / base` cannot pass while the rows hold, the base being positive; `nil`
  /// when the rows do not give one.
  ///
  /// The rows add up to `value - t × base <= 0`, whose `t` is solved with the multipliers.
  func bound(of value: LinearConstraint, over base: LinearConstraint?) -> ExactInterval.End? {
    var all = self
    let goal = rows.count
    for (position, unknown) in (base?.indices ?? []).enumerated() {
      let equation = all.equation(of: unknown)
      all.terms[equation].append((goal, -(base?.factors[position] ?? .zero)))
    }
    var values: [Int: Rational] = [:]
    for (position, unknown) in value.indices.enumerated() {
      values[all.equation(of: unknown), default: .zero] += value.factors[position]
    }
    var equations = SparseEquations(unknowns: rows.count + 1, work: work.allowance)
    for (number, each) in all.terms.enumerated() {
      equations.add(each, bound: -(values[number] ?? .zero))
    }
    // The bounds add up to the constant of the value, less t times that of the base.
    var last = rows.indices.map { (index: $0, factor: rows[$0].bound) }
    last.append((goal, base.map { -$0.bound } ?? .one))
    equations.add(last, bound: -value.bound)
    let solution = equations.solve()
    work.settle(unused: equations.work)
    guard let solution, isAllowed(solution), all.adds(solution, upTo: values) else { return nil }
    let isReached = rows.indices.allSatisfy {
      rows[$0].relation != .above || solution[$0].isZero
    }
    return .init(solution[goal], isIncluded: isReached)
  }

  private func isAllowed(_ multipliers: [Rational]) -> Bool {
    rows.indices.allSatisfy { rows[$0].relation == .exactly || multipliers[$0].signum >= 0 }
  }

  /// Whether the unknowns add up as they must, computed anew.
  private func adds(_ solution: [Rational], upTo values: [Int: Rational]) -> Bool {
    terms.indices.allSatisfy { number in
      let sum = terms[number].reduce(Rational.zero) { $0 + solution[$1.index] * $1.factor }
      return (sum + (values[number] ?? .zero)).isZero
    }
  }
}
