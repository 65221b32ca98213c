internal import NumericCore

/// Rounds leaves to a common unit and adds them up as integers.
struct CoherentSums {
  private let hierarchy: Hierarchy
  private let fixedRows: [Int]
  /// For each row of ``fixedRows`` with a definition, its leaves; made only where needed.
  private let fixedLeaves: [(place: Int, terms: [Hierarchy.Term])]

  private let unitExponent: Int?

  init(_ hierarchy: Hierarchy, fixedRows: [Int], unitExponent: Int?) {
    self.hierarchy = hierarchy
    self.unitExponent = unitExponent
    self.fixedRows = fixedRows
    let isSum = fixedRows.contains { !hierarchy.definitions[$0].isEmpty }
    let terms = isSum ? hierarchy.leafTerms() : []
    // Rows inside others come first, so that what they settle is not touched again.
    let rank = Dictionary(
      uniqueKeysWithValues: hierarchy.aggregates.enumerated().map { ($1, $0) })
    fixedLeaves =
      isSum
      ? fixedRows.indices.filter { !hierarchy.definitions[fixedRows[$0]].isEmpty }
        .sorted { rank[fixedRows[$0], default: 0] < rank[fixedRows[$1], default: 0] }
        .map { ($0, terms[fixedRows[$0]]) } : []
  }

  func made(
    of values: Matrix, keptAtZero: [[Int]], fixedValues: [[Double]], shrinkage: Double?
  ) throws(ReconciliationError) -> ReconciledForecasts {
    let largest = values.storage.reduce(0) { max($0, $1.magnitude) }
    guard let grid = CoherentGrid(largest: largest, atLeast: unitExponent) else {
      throw .outOfRange(largest: largest)
    }
    var result: [Double] = []
    result.reserveCapacity(values.storage.count)
    for step in 0..<values.columns {
      let column = values.column(step)
      var counts = [Int](repeating: 0, count: hierarchy.count)
      for leaf in hierarchy.leaves {
        counts[leaf] = grid.count(of: column[column.startIndex + leaf])
      }
      settle(&counts, fixedValues[step], grid)
      for row in hierarchy.aggregates {
        counts[row] = hierarchy.definitions[row].reduce(0) { $0 + $1.coefficient * counts[$1.row] }
      }
      for count in counts { result.append(grid.value(of: count)) }
    }
    return ReconciledForecasts(
      values: Matrix(rows: values.rows, columns: values.columns, byColumn: result),
      unit: grid.unit, shrinkage: shrinkage, keptAtZero: keptAtZero)
  }

  /// Moves the few units that rounding takes from a fixed row into its largest free leaf.
  private func settle(_ counts: inout [Int], _ fixedValues: [Double], _ grid: CoherentGrid) {
    guard !fixedRows.isEmpty else { return }
    var settled = Set<Int>()
    for (place, row) in fixedRows.enumerated() where hierarchy.definitions[row].isEmpty {
      counts[row] = grid.count(of: fixedValues[place])
      settled.insert(row)
    }
    for (place, terms) in fixedLeaves {
      let sum = terms.reduce(0) { $0 + $1.coefficient * counts[$1.row] }
      let missing = grid.count(of: fixedValues[place]) - sum
      let free = terms.filter { abs($0.coefficient) == 1 && !settled.contains($0.row) }
      if missing != 0, let term = free.max(by: { abs(counts[$0.row]) < abs(counts[$1.row]) }) {
        counts[term.row] += term.coefficient * missing
      }
      settled.formUnion(terms.map(\.row))
    }
  }
}
