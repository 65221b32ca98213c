internal import NumericCore

/// Solves all steps with the constraints that they share, then those alone that have leaves
/// below zero.
struct StepSolver {
  let hierarchy: Hierarchy
  let covariance: ErrorCovariance
  let specification: Reconciliation

  /// The rows of each step, and the leaves kept at zero.
  typealias Solution = (values: Matrix, keptAtZero: [[Int]])

  mutating func solve(_ base: Matrix, _ fixed: [[Double]]) throws -> Solution {
    let definitions: [ConstraintSystem.Equation] = hierarchy.aggregates.map { row in
      [(row, 1)] + hierarchy.definitions[row].map { ($0.row, -Double($0.coefficient)) }
    }
    let fixedEquations: [ConstraintSystem.Equation] = specification.fixedRows.map { [($0, 1)] }
    let shared = try ConstraintSystem(definitions + fixedEquations, covariance)
    let zeros = [Double](repeating: 0, count: definitions.count)
    var columns: [[Double]] = []
    var keptAtZero: [[Int]] = []
    // With fixed rows the right sides differ from step to step.
    let together =
      specification.fixedRows.isEmpty ? try shared.nearest(to: base, right: zeros) : nil
    for step in 0..<base.columns {
      let start = Matrix(rows: base.rows, columns: 1, byColumn: Array(base.column(step)))
      var column: [Double]
      if let together {
        column = Array(together.values.column(step))
      } else {
        let found = try shared.nearest(to: start, right: zeros + fixed[step])
        try refuse(found.broken[0], hierarchy.aggregates + specification.fixedRows, step)
        column = found.values.storage
      }
      var kept: [Int] = []
      while true {
        let below = specification.nonNegativeLeaves.filter { column[$0] < 0 && !kept.contains($0) }
        if below.isEmpty { break }
        if let stuck = below.first(where: specification.fixedRows.contains) {
          throw ReconciliationError.negativeAggregate(name: hierarchy.names[stuck], step: step + 1)
        }
        kept = (kept + below).sorted()
        let equations = definitions + fixedEquations + kept.map { [($0, 1)] }
        let found = try ConstraintSystem(equations, covariance).nearest(
          to: start, right: zeros + fixed[step] + kept.map { _ in 0 })
        try refuse(
          found.broken[0], hierarchy.aggregates + specification.fixedRows + kept, step)
        column = found.values.storage
        for leaf in kept { column[leaf] = 0 }
      }
      columns.append(column)
      keptAtZero.append(kept)
    }
    return (
      Matrix(rows: base.rows, columns: base.columns, byColumn: columns.flatMap(\.self)), keptAtZero
    )
  }

  private func refuse(_ broken: Int?, _ rows: [Int], _ step: Int) throws(ReconciliationError) {
    if let broken {
      throw .contradictory(name: hierarchy.names[rows[broken]], step: step + 1)
    }
  }
}
