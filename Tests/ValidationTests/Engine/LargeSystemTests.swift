import TestSupport
import Testing
import TimeSeries
import TradeModel

@testable import Validation

/// The way of large systems, beside the exact simplex method on systems that both can decide.
@Suite("Large systems against the exact method") struct LargeSystemTests {
  /// A table of exports, imports and balances of two years with growth and totals, printed to
  /// tenths from true thousandths; then some figures are moved by a few last places.
  private func document(
    _ partners: Int, wrong: Int, by most: Int, _ generator: inout RepeatableGenerator
  ) -> SmallDocument {
    var document = SmallDocument()
    func digits(_ thousandths: Int) -> String {
      let size = (abs(thousandths) + 50) / 100
      return Rational(thousandths < 0 ? -size : size, 10).text(decimals: 1)
    }
    func rate(_ now: Int, _ before: Int) -> String {
      let (change, size) = ((now - before) * 1000, before)
      let whole = (2 * abs(change) + size) / (2 * size)
      return Rational(change < 0 ? -whole : whole, 10).text(decimals: 1)
    }
    var totals = [[0, 0], [0, 0]]
    func add(_ name: String, _ levels: [[Int]]) {
      for (place, year) in [2023, 2024].enumerated() {
        document.level(digits(levels[place][0]), .exports, year, subject: name)
        document.level(digits(levels[place][1]), .imports, year, subject: name)
        document.level(
          digits(levels[place][0] - levels[place][1]), .balance, year, subject: name)
        document.identities.append(
          .balance(
            id: "balance-\(name)-\(year)", "the balance is exports less imports",
            SmallDocument.quantity(.balance, year, subject: name),
            exports: SmallDocument.quantity(.exports, year, subject: name),
            imports: SmallDocument.quantity(.imports, year, subject: name)))
      }
      for (flow, measure) in [FigureMeasure.exports, .imports].enumerated() {
        let id = document.add(
          rate(levels[1][flow], levels[0][flow]), .change, measure, unit: "percent",
          subject: name)
        document.statements.append(
          .growth(
            id, of: SmallDocument.quantity(measure, 2024, subject: name),
            on: SmallDocument.quantity(measure, 2023, subject: name)))
      }
    }
    let names = (1...partners).map { "P\($0)" }
    for name in names {
      var levels = [[0, 0], [0, 0]]
      for flow in 0..<2 {
        levels[0][flow] = Int.random(in: 5_000...90_000, using: &generator)
        levels[1][flow] = levels[0][flow] * Int.random(in: 800...1250, using: &generator) / 1000
        for year in 0..<2 { totals[year][flow] += levels[year][flow] }
      }
      add(name, levels)
    }
    add("World", totals)
    for year in [2023, 2024] {
      for measure in [FigureMeasure.exports, .imports] {
        document.identities.append(
          .sum(
            id: "sum-\(measure)-\(year)", "the world is the sum of its parts",
            SmallDocument.quantity(measure, year, subject: "World"),
            of: names.map { SmallDocument.quantity(measure, year, subject: $0) }))
      }
    }
    for _ in 0..<wrong {
      let place = Int.random(in: document.figures.indices, using: &generator)
      let number = document.figures[place].number
      let step = Int.random(in: 1...most, using: &generator)
      document.figures[place].number = number.with(significand: number.significand + step)
    }
    return document
  }

  private func systems(_ document: SmallDocument, _ rounding: RoundingConvention) -> [LinearSystem]
  {
    ReadingCheck(document.document, document.document.readings[0], CheckOptions(rounding: rounding))
      .components.flatMap(\.systems)
  }

  @Test("verdicts are those of the exact method", arguments: [RoundingConvention.halfUp, .unknown])
  func verdicts(rounding: RoundingConvention) throws {
    var generator = RepeatableGenerator(seed: 41)
    var counts = (feasible: 0, infeasible: 0)
    for wrong in [0, 1, 1, 1, 2, 2] {
      let document = document(4, wrong: wrong, by: 2, &generator)
      for system in systems(document, rounding) {
        let large = try #require(LargeSystem(system, work: WorkBudget(limit: 1_000_000)))
        var simplex = ExactSimplex(system, work: 10_000_000)
        switch (large.decide(), simplex.solve()) {
        case (.feasible, .feasible): counts.feasible += 1
        case (.infeasible(let certificate), .infeasible):
          counts.infeasible += 1
          #expect(certificate.proves(system))
        case (let first, let second): Issue.record("\(first) beside \(second)")
        }
      }
    }
    #expect(counts.feasible > 0)
    #expect(counts.infeasible > 1)
  }

  @Test("ranges are those of the exact method") func ranges() throws {
    var generator = RepeatableGenerator(seed: 42)
    let document = document(3, wrong: 0, by: 1, &generator)
    let check = ReadingCheck(
      document.document, document.document.readings[0], CheckOptions(rounding: .halfUp))
    let system = try #require(check.components[0].systems.first)
    let large = try #require(LargeSystem(system, work: WorkBudget(limit: 1_000_000)))
    func form(_ terms: [(Int, Rational)]) -> LinearConstraint {
      LinearConstraint(
        indices: terms.map { $0.0 }, factors: terms.map { $0.1 }, relation: .atLeast, bound: .zero,
        source: .sign, part: .structure)
    }
    let exact = RangeFinder(work: WorkBudget(limit: 10_000_000))
    for unknown in stride(from: 0, to: system.count, by: 5) {
      let value = form([(unknown, 1)])
      let expected = exact.range(of: value, over: nil, in: system).interval
      let found = large.range(of: value, over: nil, given: [], without: []).interval
      #expect(found?.closed == expected?.closed)
      #expect(found?.width != nil)
    }
    // A growth rate, as a quotient, without the figure that prints it.
    let growth = try #require(
      document.statements.firstIndex { $0.kind == .growth && $0.cases[0].base != nil })
    let place = try #require(
      document.figures.firstIndex { $0.id == document.statements[growth].figure })
    let each = document.statements[growth].cases[0]
    let component = check.components[0]
    func row(_ sum: LinearForm) -> LinearConstraint {
      form(
        sum.terms.map { (component.local[check.reading.number[$0.quantity] ?? 0] ?? 0, $0.factor) })
    }
    var positive = row(try #require(each.base))
    positive.relation = .above
    let base = try #require(each.base.map(row))
    var rest = system.without([place])
    rest.rows.append(positive)
    #expect(
      large.range(of: row(each.value), over: base, given: [positive], without: [place])
        .interval?.closed
        == exact.range(of: row(each.value), over: base, in: rest).interval?.closed)
  }

  @Test("without Clp, or with next to no work, nothing is called wrong that is right")
  func nothingWrong() throws {
    var generator = RepeatableGenerator(seed: 43)
    for limit in [0, 50, 2_000_000] {
      for allowsClp in [false, true] {
        let right = document(10, wrong: 0, by: 1, &generator)
        var options = CheckOptions(rounding: .halfUp, workLimit: limit)
        options.allowsClp = allowsClp
        let result = right.check(options)
        #expect(result.verdict != .inconsistent)
        #expect(result.isUndecided || result.verdict == .consistent)
        if result.isUndecided {
          #expect(result.notes.contains { $0.hasPrefix("not decided") })
        }
        // One last place may be possible or not; with all the work allowed it is decided.
        if limit == 2_000_000, allowsClp {
          let wrong = document(10, wrong: 1, by: 1, &generator)
          #expect(!wrong.check(options).isUndecided)
        }
      }
    }
  }

  @Test("two slips far apart in a large table are found as pairs") func pairs() throws {
    var generator = RepeatableGenerator(seed: 44)
    var document = document(12, wrong: 0, by: 1, &generator)
    let first = try #require(document.figures.firstIndex { $0.subject == "P4" })
    let second = try #require(document.figures.firstIndex { $0.subject == "P10" })
    for place in [first, second] {
      let number = document.figures[place].number
      document.figures[place].number = number.with(significand: number.significand + 90)
    }
    let result = document.check(CheckOptions(rounding: .halfUp))
    #expect(result.verdict == .inconsistent)
    let wanted = [document.figures[first].id, document.figures[second].id]
    #expect(result.repairs.contains { $0.figures == wanted && $0.group == 0 })
    #expect(result.repairs.allSatisfy { $0.figures.count == 2 })
  }
}

@Suite("Sparse equations") struct SparseEquationsTests {
  @Test("random equations are solved exactly, or have no solution") func random() throws {
    var generator = RepeatableGenerator(seed: 51)
    for _ in 0..<60 {
      let count = Int.random(in: 1...9, using: &generator)
      let truth = (0..<count).map { _ in
        Rational(
          Int.random(in: -20...20, using: &generator), Int.random(in: 1...7, using: &generator))
      }
      var equations = SparseEquations(unknowns: count, work: 100_000)
      var rows: [(terms: [(index: Int, factor: Rational)], bound: Rational)] = []
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let terms = (0..<count).filter { _ in Int.random(in: 0...2, using: &generator) == 0 }.map {
          (index: $0, factor: Rational(Int.random(in: -3...3, using: &generator)))
        }
        let bound = terms.reduce(Rational.zero) { $0 + $1.factor * truth[$1.index] }
        rows.append((terms, bound))
        equations.add(terms, bound: bound)
      }
      guard let solution = equations.solve() else {
        Issue.record("equations that have a solution were not solved")
        continue
      }
      for row in rows {
        let sum = row.terms.reduce(Rational.zero) { $0 + $1.factor * solution[$1.index] }
        #expect(sum == row.bound)
      }
    }
    // x + y = 1, x + y = 2.
    var clash = SparseEquations(unknowns: 2, work: 1000)
    clash.add([(0, 1), (1, 1)], bound: 1)
    clash.add([(0, 1), (1, 1)], bound: 2)
    var other = clash
    let none = clash.solve()
    #expect(none == nil)
    let solution = other.solve(skipsContradictions: true)
    let either = try #require(solution).reduce(Rational.zero, +)
    #expect(either == 1 || either == 2)
    // x + y = 3, x - y = 1 without any work.
    var poor = SparseEquations(unknowns: 2, work: 0)
    poor.add([(0, 1), (1, 1)], bound: 3)
    poor.add([(0, 1), (1, -1)], bound: 1)
    let late = poor.solve()
    #expect(late == nil)
  }
}
