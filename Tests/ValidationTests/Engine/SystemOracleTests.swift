import TestSupport
import Testing

@testable import Validation

/// A slow, obvious decision: unknowns are eliminated one by one (Fourier and Motzkin).
struct FourierMotzkin {
  struct Row {
    var factors: [Rational]
    var bound: Rational
    var isStrict: Bool
  }

  /// Whether the rows `factors · y >= bound` (or `>`) can hold together.
  static func isFeasible(_ system: LinearSystem) -> Bool {
    var rows: [Row] = []
    for row in system.rows {
      var factors = [Rational](repeating: .zero, count: system.count)
      for (place, index) in row.indices.enumerated() { factors[index] += row.factors[place] }
      rows.append(Row(factors: factors, bound: row.bound, isStrict: row.relation == .above))
      if row.relation == .exactly {
        rows.append(Row(factors: factors.map { -$0 }, bound: -row.bound, isStrict: false))
      }
    }
    for unknown in 0..<system.count {
      let up = rows.filter { $0.factors[unknown].signum > 0 }
      let down = rows.filter { $0.factors[unknown].signum < 0 }
      var next = rows.filter { $0.factors[unknown].isZero }
      for first in up {
        for second in down {
          let (a, b) = (first.factors[unknown], -second.factors[unknown])
          next.append(
            Row(
              factors: zip(first.factors, second.factors).map { $0 * b + $1 * a },
              bound: first.bound * b + second.bound * a,
              isStrict: first.isStrict || second.isStrict))
        }
      }
      rows = next
    }
    return rows.allSatisfy { $0.isStrict ? $0.bound.signum < 0 : $0.bound.signum <= 0 }
  }
}

@Suite("Systems against a slow decision") struct SystemOracleTests {
  static func randomSystem(_ generator: inout RepeatableGenerator) -> LinearSystem {
    let count = Int.random(in: 1...3, using: &generator)
    var rows: [LinearConstraint] = []
    for place in 0..<Int.random(in: 1...6, using: &generator) {
      var factors = (0..<count).map { _ in Rational(Int.random(in: -2...2, using: &generator)) }
      if factors.allSatisfy(\.isZero) { factors[0] = 1 }
      let used = factors.indices.filter { !factors[$0].isZero }
      let relation: LinearConstraint.Relation =
        [.atLeast, .atLeast, .above, .exactly][Int.random(in: 0...3, using: &generator)]
      rows.append(
        LinearConstraint(
          indices: used, factors: used.map { factors[$0] }, relation: relation,
          bound: Rational(Int.random(in: -4...4, using: &generator), 2), source: .figure(place),
          part: .lowerEnd))
    }
    return LinearSystem(count: count, rows: rows)
  }

  @Test("the exact simplex method decides as elimination does, with proofs") func decisions() {
    var generator = RepeatableGenerator(seed: 11)
    var (feasible, infeasible) = (0, 0)
    for _ in 0..<700 {
      let system = SystemOracleTests.randomSystem(&generator)
      var simplex = ExactSimplex(system, work: 10_000)
      switch simplex.solve() {
      case .feasible:
        feasible += 1
        #expect(simplex.point(fulfilling: system) != nil)
        #expect(FourierMotzkin.isFeasible(system))
      case .infeasible(let certificate):
        infeasible += 1
        #expect(certificate.proves(system))
        #expect(!FourierMotzkin.isFeasible(system))
      case .undecided: Issue.record("not decided: \(system)")
      }
    }
    #expect(feasible > 100)
    #expect(infeasible > 100)
  }

  @Test("a proof names no more rows than it needs") func irreducible() {
    var generator = RepeatableGenerator(seed: 12)
    var checked = 0
    for _ in 0..<200 {
      let system = SystemOracleTests.randomSystem(&generator)
      var simplex = ExactSimplex(system, work: 10_000)
      guard case .infeasible(let certificate) = simplex.solve() else { continue }
      let rows = Set(certificate.entries.map(\.row))
      for left in rows {
        let rest = LinearSystem(
          count: system.count, rows: rows.subtracting([left]).sorted().map { system.rows[$0] })
        checked += 1
        #expect(FourierMotzkin.isFeasible(rest))
      }
    }
    #expect(checked > 100)
  }

  @Test("ranges are the tightest and their ends are open where they must be") func ranges() {
    var generator = RepeatableGenerator(seed: 13)
    var checked = 0
    for _ in 0..<150 {
      let system = SystemOracleTests.randomSystem(&generator)
      guard FourierMotzkin.isFeasible(system) else { continue }
      let value = LinearConstraint(
        indices: [0], factors: [1], relation: .atLeast, bound: .zero, source: .sign,
        part: .structure)
      guard
        let range = RangeFinder(work: WorkBudget(limit: 10_000)).range(
          of: value, over: nil, in: system
        ).interval
      else {
        Issue.record("no range: \(system)")
        continue
      }
      func allows(_ relation: LinearConstraint.Relation, _ bound: Rational, turned: Bool) -> Bool {
        var more = system
        more.rows.append(
          LinearConstraint(
            indices: [0], factors: [turned ? -1 : 1], relation: relation,
            bound: turned ? -bound : bound, source: .sign, part: .structure))
        return FourierMotzkin.isFeasible(more)
      }
      if let upper = range.upper {
        checked += 1
        #expect(!allows(.above, upper.value, turned: false))
        #expect(allows(.atLeast, upper.value, turned: false) == upper.isIncluded)
        #expect(allows(.above, upper.value - Rational(1, 1000), turned: false))
      } else {
        #expect(allows(.atLeast, 1_000_000, turned: false))
      }
      if let lower = range.lower {
        #expect(!allows(.above, lower.value, turned: true))
        #expect(allows(.atLeast, lower.value, turned: true) == lower.isIncluded)
      }
    }
    #expect(checked > 15)
  }

  @Test("ranges of quotients hold the quotients of points and no others") func quotients() {
    // y/x with x in [1, 2] and y in [3, 4]: [1.5, 4].
    func bound(_ index: Int, _ low: Int, _ high: Int) -> [LinearConstraint] {
      [(1, low), (-1, -high)].map { sign, bound in
        LinearConstraint(
          indices: [index], factors: [Rational(sign)], relation: .atLeast, bound: Rational(bound),
          source: .figure(index), part: .lowerEnd)
      }
    }
    func form(_ index: Int) -> LinearConstraint {
      LinearConstraint(
        indices: [index], factors: [1], relation: .atLeast, bound: .zero, source: .sign,
        part: .structure)
    }
    let system = LinearSystem(count: 2, rows: bound(0, 1, 2) + bound(1, 3, 4))
    let finder = RangeFinder(work: WorkBudget(limit: 1000))
    #expect(finder.range(of: form(1), over: form(0), in: system).interval == interval("1.5", "4"))
    // Without an upper bound of y there is none of the quotient.
    let open = LinearSystem(count: 2, rows: bound(0, 1, 2) + [bound(1, 3, 4)[0]])
    #expect(
      finder.range(of: form(1), over: form(0), in: open).interval
        == ExactInterval(rational("1.5"), nil))
  }

  @Test("what is not decided is said to be so") func undecided() {
    var generator = RepeatableGenerator(seed: 14)
    var (decided, undecided) = (0, 0)
    for _ in 0..<200 {
      let system = SystemOracleTests.randomSystem(&generator)
      switch SystemDecider(system, work: WorkBudget(limit: 0)).decide() {
      case .feasible:
        decided += 1
        #expect(FourierMotzkin.isFeasible(system))
      case .infeasible:
        decided += 1
        #expect(!FourierMotzkin.isFeasible(system))
      case .undecided: undecided += 1
      }
    }
    // What needs no work is decided without any.
    #expect(decided > 20 && undecided > 20, "\(decided) decided, \(undecided) not")
  }
}
