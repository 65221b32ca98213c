/// Which statements of a reading are tied to others, so that they can be wrong at all.
///
/// A statement or identity is an equation, a quantity an unknown. In a set of connected equations
/// in which each can be given an unknown of its own, any printed numbers can be true; only where
/// there are more equations than that is anything to check. Found by bipartite matching; Kuhn, H.
/// W. (1955), The Hungarian method, and the rank argument of Dulmage and Mendelsohn (1958).
struct Redundancy {
  /// The statements.
  let statements: [FigureStatement]
  /// The identities.
  let identities: [Identity]
  /// Components with more equations are not examined and count as tied.
  static let largestComponent = 400
  /// The most equations whose rank is worked out.
  static let largestRank = 60

  /// The statements and identities of the components in which something is tied.
  func tied() -> (statements: [FigureStatement], identities: [Identity]) {
    var numbers: [Quantity: Int] = [:]
    var unknowns: [[Int]] = []
    for statement in statements {
      unknowns.append(statement.quantities.map { number($0, &numbers) })
    }
    for identity in identities {
      unknowns.append(identity.form.quantities.map { number($0, &numbers) })
    }
    var sets = DisjointSets(numbers.count)
    for list in unknowns {
      for other in list.dropFirst() { sets.join(list[0], other) }
    }
    var components: [Int: [Int]] = [:]
    for (equation, list) in unknowns.enumerated() where !list.isEmpty {
      components[sets.root(list[0]), default: []].append(equation)
    }
    var kept = Set<Int>()
    for equations in components.values where isTied(equations, unknowns, numbers) {
      kept.formUnion(equations)
    }
    return (
      statements.indices.filter { kept.contains($0) }.map { statements[$0] },
      identities.indices.filter { kept.contains($0 + statements.count) }.map { identities[$0] }
    )
  }

  private func number(_ quantity: Quantity, _ numbers: inout [Quantity: Int]) -> Int {
    if let number = numbers[quantity] { return number }
    numbers[quantity] = numbers.count
    return numbers.count - 1
  }

  private func isTied(
    _ equations: [Int], _ unknowns: [[Int]], _ numbers: [Quantity: Int]
  ) -> Bool {
    guard equations.count <= Self.largestComponent else { return true }
    var owner: [Int: Int] = [:]
    for equation in equations {
      var seen = Set<Int>()
      if !match(equation, unknowns, &owner, &seen) { return true }
    }
    return equations.count <= Self.largestRank && rank(equations, numbers) < equations.count
  }

  /// The rank of some equations by elimination, each rate and share standing for a number of its
  /// own: three changes may be tied by two identities although each equation has its unknown.
  private func rank(_ equations: [Int], _ numbers: [Quantity: Int]) -> Int {
    var columns: [Int: Int] = [:]
    var entries: [[(column: Int, value: Double)]] = []
    for equation in equations {
      entries.append(
        terms(of: equation).map { quantity, factor in
          let number = numbers[quantity] ?? 0
          let column = columns[number] ?? columns.count
          columns[number] = column
          return (column, factor)
        })
    }
    var rows = entries.map { entries in
      var row = [Double](repeating: 0, count: columns.count)
      for (column, value) in entries { row[column] += value }
      return row
    }
    var rank = 0
    for column in 0..<columns.count {
      guard
        let pivot = (rank..<rows.count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[pivot][column]) > 1e-9
      else { continue }
      rows.swapAt(rank, pivot)
      for other in rank + 1..<rows.count where rows[other][column] != 0 {
        let factor = rows[other][column] / rows[rank][column]
        for place in column..<columns.count { rows[other][place] -= factor * rows[rank][place] }
      }
      rank += 1
      if rank == rows.count { break }
    }
    return rank
  }

  /// The terms of an equation, a rate times its base with a number for the rate.
  private func terms(of equation: Int) -> [(Quantity, Double)] {
    func factors(_ form: LinearForm, _ scale: Double) -> [(Quantity, Double)] {
      form.terms.map { ($0.quantity, $0.factor.doubleValue * scale) }
    }
    guard equation < statements.count else {
      return factors(identities[equation - statements.count].form, 1)
    }
    guard let first = statements[equation].cases.first else { return [] }
    var terms = factors(first.value, 1)
    if let base = first.base {
      // Irrational steps: no two rates depend on each other by chance.
      let rate = (Double(equation + 1) * 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1)
      terms += factors(base, -rate)
    }
    return terms
  }

  private func match(
    _ equation: Int, _ unknowns: [[Int]], _ owner: inout [Int: Int], _ seen: inout Set<Int>
  ) -> Bool {
    for unknown in unknowns[equation] where seen.insert(unknown).inserted {
      if let other = owner[unknown], !match(other, unknowns, &owner, &seen) { continue }
      owner[unknown] = equation
      return true
    }
    return false
  }
}
