extension Component {
  /// The component of some figures only: their rows, the identities that tie their unknowns, and
  /// no other unknowns.
  func keeping(_ kept: Set<Int>) -> Component {
    let others = Set(figures).subtracting(kept)
    let parts = systems.map { $0.without(others).reachable }
    var (numbers, own) = ([Int: Int](), [Int]())
    for row in parts.flatMap(\.rows) {
      for index in row.indices where numbers[index] == nil {
        numbers[index] = own.count
        own.append(index)
      }
    }
    // Statements of the figures may speak of unknowns without a row; they are free.
    let known = own.map { unknowns[$0] }
    let renumbered = parts.map { part in
      LinearSystem(
        count: own.count,
        rows: part.rows.map { row in
          var row = row
          row.indices = row.indices.map { numbers[$0] ?? 0 }
          return row
        })
    }
    return Component(
      unknowns: known,
      local: Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, $0) }),
      figures: figures.filter(kept.contains), identities: identities,
      tied: tied.intersection(kept), exponent: exponent, systems: renumbered, isCutOff: isCutOff)
  }
}

extension LinearSystem {
  /// The rows of figures and what ties their unknowns: an identity counts when it has at most one
  /// unknown that nothing else speaks of, a sign when its unknown occurs.
  var reachable: LinearSystem {
    var touched = Set(rows.filter { $0.source.figure != nil }.flatMap(\.indices))
    var kept = rows.map { $0.source.figure != nil }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for (place, row) in rows.enumerated() where !kept[place] {
        guard case .identity = row.source,
          row.indices.count(where: { !touched.contains($0) }) <= 1
        else { continue }
        kept[place] = true
        isGrowing = true
        touched.formUnion(row.indices)
      }
    }
    for (place, row) in rows.enumerated() where row.source == .sign {
      kept[place] = row.indices.allSatisfy(touched.contains)
    }
    return LinearSystem(count: count, rows: rows.indices.filter { kept[$0] }.map { rows[$0] })
  }
}
