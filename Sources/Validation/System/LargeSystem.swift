/// A system that is too large for the exact method alone, prepared for many decisions with some
/// figures left out.
///
/// Floating-point numbers propose, whole numbers and fractions prove: a point on a grid is tested
/// against every row, a contradiction is added up. One program of Clp is kept and asked again, each
/// time from the basis of the last answer.
final class LargeSystem {
  let system: LinearSystem
  let rows: IntegerRows
  let start: StartingPoint
  let work: WorkBudget
  /// The rows of one unknown, then the others.
  private let order: [Int]
  private let rowsOfFigure: [Int: [Int]]
  let program: FloatingProgram?
  /// Points that fulfilled the rows of earlier questions.
  private var points: [GridPoint]

  /// How far inside of each row a point should be, in widths of the row: far more than rounding to
  /// the grid moves it, then less, then at the corner.
  private static var margins: [Double] { [1e-5, 1e-6, 1e-7, 1e-8, 0] }
  /// How many earlier points are tried again.
  private static var keptPoints: Int { 4 }

  /// - Returns: `nil` when the numbers do not fit into words.
  init?(_ system: LinearSystem, work: WorkBudget) {
    guard let rows = IntegerRows(system), let start = StartingPoint(system, rows) else {
      return nil
    }
    self.system = system
    self.rows = rows
    self.start = start
    self.work = work
    let places = rows.relations.indices
    order =
      places.filter { rows.entries($0).count == 1 } + places.filter { rows.entries($0).count > 1 }
    var rowsOfFigure: [Int: [Int]] = [:]
    for (place, row) in system.rows.enumerated() {
      if let figure = row.source.figure { rowsOfFigure[figure, default: []].append(place) }
    }
    self.rowsOfFigure = rowsOfFigure
    program =
      work.allowsClp
      ? FloatingProgram(rows, start, iterations: min(work.allowance, 50_000)) : nil
    points = [start.values]
  }

  /// Which rows do not count when some figures are left out.
  func rowsOff(without removed: Set<Int>) -> [Bool] {
    var isOff = [Bool](repeating: false, count: rows.rowCount)
    for figure in removed {
      for row in rowsOfFigure[figure] ?? [] { isOff[row] = true }
    }
    return isOff
  }

  /// What can be proved of the rows outside of some figures; the rows of a certificate are those
  /// of the whole system.
  func decide(without removed: Set<Int> = []) -> Decision {
    let isOff = rowsOff(without: removed)
    for point in points.reversed() {
      if let decision = holds(point, isOff) { return decision }
    }
    let rough = RoughPropagation(rows, gaps: start.gaps, order: order, isOff: isOff)
    if let places = rough.conflict, let certificate = contradiction(at: places) {
      return .infeasible(certificate)
    }
    guard let program else { return .undecided }
    for margin in LargeSystem.margins {
      switch program.point(isOff: isOff, margin: margin) {
      case .point(let offsets):
        if let point = start.exact(near: offsets), let decision = holds(point, isOff) {
          points = points.suffix(LargeSystem.keptPoints - 1) + [point]
          return decision
        }
        if margin == 0, vertex(near: offsets, program, isOff) {
          return .feasible(isInside: nil)
        }
      case .contradiction(let places):
        if let certificate = contradiction(at: places) { return .infeasible(certificate) }
      case .nothing: return .undecided
      }
    }
    return .undecided
  }

  /// The decision when a point fulfils all rows that count.
  private func holds(_ point: GridPoint, _ isOff: [Bool]) -> Decision? {
    guard rows.holds(at: point, gaps: start.exactGaps, isOff: isOff) else { return nil }
    let isInside = rows.holds(at: point, gaps: start.exactGaps, isOff: isOff) {
      system.rows[$0].isPrintedEnd
    }
    return .feasible(isInside: isInside ? true : nil)
  }

  /// Whether the rows that meet at a corner have an exact solution that fulfils all rows.
  private func vertex(near offsets: [Double], _ program: FloatingProgram, _ isOff: [Bool]) -> Bool {
    var equations = SparseEquations(unknowns: system.count, work: work.allowance)
    for place in program.corner() {
      let row = system.rows[place]
      equations.add(Array(zip(row.indices, row.factors)), bound: row.bound)
    }
    let near = start.exact(near: offsets) ?? start.values
    let point = equations.solve(skipsContradictions: true) {
      Rational(start.centre[$0]) + Rational(near.offsets[$0], near.grid)
    }
    work.settle(unused: equations.work)
    guard let point else { return false }
    return system.rows.indices.allSatisfy { isOff[$0] || system.rows[$0].holds(at: point) }
  }

  /// The proof that some rows contradict each other; `nil` when they do not, as far as is seen.
  private func contradiction(at places: [Int]) -> Certificate? {
    let (part, _) = system.part(places)
    var found: Certificate?
    if SystemDecider.isSolvedExactly(part, size: SystemDecider.exactSize) {
      var simplex = ExactSimplex(part, work: work.allowance)
      if case .infeasible(let certificate) = simplex.solve() { found = certificate }
      work.settle(unused: simplex.work)
    }
    if found == nil {
      found = RowCombination(places.map { system.rows[$0] }, work: work).contradiction()
    }
    guard let found else { return nil }
    let whole = Certificate(
      entries: found.entries.map { .init(row: places[$0.row], multiplier: $0.multiplier) })
    return whole.proves(system) ? whole : nil
  }
}
