/// A part of a reading that shares no unknown with the rest.
struct Component {
  /// The numbers of its unknowns in the reading; its systems number them from 0.
  let unknowns: [Int]
  /// The number in its systems of each of its unknowns.
  let local: Places
  /// The places of its figures.
  let figures: [Int]
  /// The places of its identities.
  let identities: [Int]
  /// The figures that others tie: where a level or a rate stands alone there is nothing to check.
  let tied: Set<Int>
  /// The power of ten its unknowns are counted in: the last printed place or a half of it.
  let exponent: Int
  /// One system for each combination of cases; one of them must hold.
  let systems: [LinearSystem]
  /// Whether there were too many combinations of cases to try them all.
  let isCutOff: Bool

  /// The places of unknowns in a list; a few are looked through faster than they are hashed.
  struct Places {
    private let few: [Int]
    private let many: [Int: Int]

    init(of unknowns: [Int]) {
      let isShort = unknowns.count <= 16
      few = isShort ? unknowns : []
      many =
        isShort ? [:] : Dictionary(uniqueKeysWithValues: unknowns.enumerated().map { ($1, $0) })
    }

    subscript(unknown: Int) -> Int? { few.isEmpty ? many[unknown] : few.firstIndex(of: unknown) }
  }
}

extension CompiledReading {
  /// How many combinations of cases are tried.
  static var caseLimit: Int { 64 }

  /// The parts of the reading, in the order of their first unknowns.
  func components() -> [Component] {
    var sets = DisjointSets(quantities.count)
    func join(_ form: [Int]) { for other in form.dropFirst() { sets.join(form[0], other) } }
    for figure in unknownsOfStatement { for each in figure where !each.isEmpty { join(each) } }
    for figure in unknownsOfStatement { join(figure.compactMap(\.first)) }
    for each in unknownsOfIdentity where !each.isEmpty { join(each) }

    let tied = tiedFigures(unknownsOfStatement, unknownsOfIdentity)
    var order: [Int: Int] = [:]
    var unknowns: [[Int]] = []
    for unknown in quantities.indices {
      let root = sets.root(unknown)
      if let known = order[root] {
        unknowns[known].append(unknown)
      } else {
        order[root] = unknowns.count
        unknowns.append([unknown])
      }
    }
    var figuresOf = [[Int]](repeating: [], count: unknowns.count)
    var identitiesOf = figuresOf
    for (figure, all) in unknownsOfStatement.enumerated() {
      if let first = all.first(where: { !$0.isEmpty })?.first, let part = order[sets.root(first)] {
        figuresOf[part].append(figure)
      }
    }
    for (identity, all) in unknownsOfIdentity.enumerated() {
      if let first = all.first, let part = order[sets.root(first)] {
        identitiesOf[part].append(identity)
      }
    }
    var parts: [Component] = []
    var local = [Int](repeating: 0, count: quantities.count)
    for part in unknowns.indices {
      for (index, unknown) in unknowns[part].enumerated() { local[unknown] = index }
      parts.append(
        component(unknowns[part], figuresOf[part], identitiesOf[part], tied: tied, local: local))
    }
    return parts
  }

  private func component(
    _ unknowns: [Int], _ figures: [Int], _ identities: [Int], tied: Set<Int>, local: [Int]
  ) -> Component {
    var fixed: [LinearConstraint] = []
    var open: [[[LinearConstraint]]] = []
    for unknown in unknowns where quantities[unknown].isNonNegative {
      fixed.append(row(ofSign: unknown))
    }
    for identity in identities { fixed.append(row(ofIdentity: identity)) }
    for figure in figures {
      for statement in statements[figure] {
        let cases = statement.cases.map { rows($0, of: figure) }
        if cases.count == 1 { fixed += cases[0] } else { open.append(cases) }
      }
    }
    var combinations: [[LinearConstraint]] = [fixed]
    var isCutOff = false
    for cases in open {
      if combinations.count * cases.count > CompiledReading.caseLimit {
        isCutOff = true
        break
      }
      combinations = combinations.flatMap { rows in cases.map { rows + $0 } }
    }
    let exponent = Component.exponent(of: combinations)
    let unit = Rational(significand: 1, exponent: -exponent)
    let systems = combinations.map { rows in
      LinearSystem(
        count: unknowns.count,
        rows: rows.compactMap { row in
          // A row without unknowns says nothing about them.
          if row.indices.isEmpty { return nil }
          var row = row
          row.indices = row.indices.map { local[$0] }
          if exponent != 0 { row.bound = row.bound * unit }
          return row
        })
    }
    return Component(
      unknowns: unknowns, local: Component.Places(of: unknowns), figures: figures,
      identities: identities,
      tied: Set(figures.filter(tied.contains)), exponent: exponent, systems: systems,
      isCutOff: isCutOff)
  }

  /// The figures that are left when every unknown that one row alone speaks of is taken away with
  /// that row, again and again: such a row can always be fulfilled.
  private func tiedFigures(_ statements: [[[Int]]], _ identities: [[Int]]) -> Set<Int> {
    var rows: [(figure: Int?, unknowns: [Int])] = []
    for (figure, all) in statements.enumerated() {
      for unknowns in all where !unknowns.isEmpty { rows.append((figure, Array(Set(unknowns)))) }
    }
    for unknowns in identities where !unknowns.isEmpty { rows.append((nil, Array(Set(unknowns)))) }
    var rowsOf = [[Int]](repeating: [], count: quantities.count)
    for (place, row) in rows.enumerated() {
      for unknown in row.unknowns { rowsOf[unknown].append(place) }
    }
    var left = rowsOf.map(\.count)
    var isGone = [Bool](repeating: false, count: rows.count)
    var waiting = left.indices.filter { left[$0] == 1 }
    while let unknown = waiting.popLast() {
      guard left[unknown] == 1, let row = rowsOf[unknown].first(where: { !isGone[$0] }) else {
        continue
      }
      isGone[row] = true
      for other in rows[row].unknowns {
        left[other] -= 1
        if left[other] == 1 { waiting.append(other) }
      }
    }
    return Set(rows.indices.compactMap { isGone[$0] ? nil : rows[$0].figure })
  }
}

extension Component {
  /// The largest power of ten of which every bound is a whole multiple.
  static func exponent(of combinations: [[LinearConstraint]]) -> Int {
    var least: Int?
    for rows in combinations {
      for row in rows where !row.bound.isZero {
        least = min(row.bound.decimalExponent(most: least ?? 30), least ?? 30)
      }
    }
    return least ?? 0
  }
}

/// Sets of numbers that grow together.
struct DisjointSets {
  private var parent: [Int]

  init(_ count: Int) { parent = Array(0..<count) }

  mutating func root(_ element: Int) -> Int {
    var root = element
    while parent[root] != root { root = parent[root] }
    var walk = element
    while parent[walk] != root { (parent[walk], walk) = (root, parent[walk]) }
    return root
  }

  mutating func join(_ first: Int, _ second: Int) {
    let (a, b) = (root(first), root(second))
    if a != b { parent[max(a, b)] = min(a, b) }
  }
}
