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
    for equations in components.values where isTied(equations, unknowns) {
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

  private func isTied(_ equations: [Int], _ unknowns: [[Int]]) -> Bool {
    guard equations.count <= Self.largestComponent else { return true }
    var owner: [Int: Int] = [:]
    for equation in equations {
      var seen = Set<Int>()
      if !match(equation, unknowns, &owner, &seen) { return true }
    }
    return false
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
