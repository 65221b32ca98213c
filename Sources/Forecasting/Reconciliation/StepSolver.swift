internal import NumericCore

/// Solves all steps with the constraints that they share, then those alone that have leaves
/// below zero.
struct StepSolver {
  let hierarchy: Hierarchy
  let covariance: ErrorCovariance
  let specification: Reconciliation

  /// The rows of each step, and the leaves kept at zero.
  typealias Solution = (values: Matrix, keptAtZero: [[Int]])

  /// The nearest values of one step, and for each leaf held at zero how fast the distance would
  /// shrink if it could be below zero; where that is negative, the leaf wants to be above.
  private typealias Held = (values: [Double], pull: [Double])

  private var definitions: [ConstraintSystem.Equation] {
    hierarchy.aggregates.map { row in
      [(row, 1)] + hierarchy.definitions[row].map { ($0.row, -Double($0.coefficient)) }
    }
  }

  private var fixedEquations: [ConstraintSystem.Equation] {
    specification.fixedRows.map { [($0, 1)] }
  }

  func solve(_ base: Matrix, _ fixed: [[Double]]) throws -> Solution {
    let shared = try ConstraintSystem(definitions + fixedEquations, covariance)
    let zeros = [Double](repeating: 0, count: hierarchy.aggregates.count)
    var columns: [[Double]] = []
    var keptAtZero: [[Int]] = []
    // With fixed rows the right sides differ from step to step.
    let together =
      specification.fixedRows.isEmpty ? try shared.nearest(to: base, right: zeros) : nil
    for step in 0..<base.columns {
      let start = Matrix(rows: base.rows, columns: 1, byColumn: Array(base.column(step)))
      let free: [Double]
      if let together {
        free = Array(together.values.column(step))
      } else {
        let found = try shared.nearest(to: start, right: zeros + fixed[step])
        try refuse(found.broken[0], hierarchy.aggregates + specification.fixedRows, step)
        free = found.values.storage
      }
      let (column, kept) = try nonNegative(free, start, fixed[step], step: step)
      columns.append(column)
      keptAtZero.append(kept)
    }
    return (
      Matrix(rows: base.rows, columns: base.columns, byColumn: columns.flatMap(\.self)), keptAtZero
    )
  }

  /// The nearest values of a step without a leaf below zero, and the leaves held at zero.
  ///
  /// All leaves below zero are held and all held ones that want to be above are freed, as long as
  /// fewer are wrong than ever before; then one leaf at a time, the last wrong one, which cannot run
  /// in a circle (block pivoting of Portugal, Júdice and Vicente with Murty's rule). The end meets the
  /// conditions of Karush, Kuhn and Tucker: no other point is nearer. With fixed rows the rule has no
  /// proof; after ten rounds a leaf nothing is freed any more, so that it ends all the same.
  ///
  /// Source: L. F. Portugal, J. J. Júdice, L. N. Vicente, Mathematics of Computation 63 (1994)
  /// 625-643, doi 10.1090/S0025-5718-1994-1250776-4.
  private func nonNegative(
    _ free: [Double], _ start: Matrix, _ fixed: [Double], step: Int
  ) throws -> (values: [Double], kept: [Int]) {
    let leaves = specification.nonNegativeLeaves
    if let stuck = specification.fixedRows.first(where: { leaves.contains($0) && free[$0] < 0 }) {
      throw ReconciliationError.negativeAggregate(name: hierarchy.names[stuck], step: step + 1)
    }
    let tolerance = 1e-12 * start.storage.reduce(0) { max($0, $1.magnitude) }
    var kept: Set<Int> = []
    var column = free
    var wrong = leaves.filter { column[$0] < 0 }
    var (fewest, patience, rounds) = (Int.max, 3, 0)
    while let last = wrong.last {
      rounds += 1
      if wrong.count < fewest {
        (fewest, patience) = (wrong.count, 3)
      } else {
        patience -= 1
      }
      kept.formSymmetricDifference(patience > 0 ? Set(wrong) : [last])
      let held = kept.sorted()
      let solution = try holding(held, start, fixed, step: step)
      column = solution.values
      wrong = leaves.filter { column[$0] < -tolerance && !kept.contains($0) }
      if rounds < 10 * leaves.count {
        wrong += zip(held, solution.pull).filter { $0.1 < 0 }.map(\.0)
        wrong.sort()
      }
    }
    for leaf in leaves { column[leaf] = kept.contains(leaf) ? 0 : max(0, column[leaf]) }
    return (column, kept.sorted())
  }

  private func holding(
    _ held: [Int], _ start: Matrix, _ fixed: [Double], step: Int
  ) throws -> Held {
    let equations = definitions + fixedEquations + held.map { [($0, 1)] }
    let others = equations.count - held.count
    let right = equations.indices.map { index in
      index < others - fixed.count || index >= others ? 0 : fixed[index - others + fixed.count]
    }
    let found = try ConstraintSystem(equations, covariance).nearest(to: start, right: right)
    try refuse(found.broken[0], hierarchy.aggregates + specification.fixedRows + held, step)
    // `ỹ = ŷ − W·Cᵀ·λ`: a multiplier below zero holds its leaf up.
    return (found.values.storage, found.multipliers.column(0).suffix(held.count).map { -$0 })
  }

  private func refuse(_ broken: Int?, _ rows: [Int], _ step: Int) throws(ReconciliationError) {
    if let broken {
      throw .contradictory(name: hierarchy.names[rows[broken]], step: step + 1)
    }
  }
}
