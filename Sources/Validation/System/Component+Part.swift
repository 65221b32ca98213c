extension Component {
  /// Whether a figure is one of its figures, which are in order.
  private func has(_ figure: Int) -> Bool {
    var (low, high) = (0, figures.count)
    while low < high {
      let middle = (low + high) / 2
      if figures[middle] < figure { low = middle + 1 } else { high = middle }
    }
    return low < figures.count && figures[low] == figure
  }

  /// The component of some figures only: their rows, the identities that tie their unknowns, and
  /// no other unknowns.
  func keeping(_ kept: Set<Int>, _ index: [RowIndex]? = nil) -> Component {
    let index = index ?? rowIndex
    let parts = systems.indices.map { index[$0].rows(of: kept, in: systems[$0]) }
    var (numbers, own) = ([Int: Int](), [Int]())
    for row in parts.flatMap({ $0 }) {
      for index in row.indices where numbers[index] == nil {
        numbers[index] = own.count
        own.append(index)
      }
    }
    let known = own.map { unknowns[$0] }
    let renumbered = parts.map { part in
      LinearSystem(
        count: own.count,
        rows: part.map { row in
          var row = row
          row.indices = row.indices.map { numbers[$0] ?? 0 }
          return row
        })
    }
    return Component(
      unknowns: known, local: Places(of: known),
      figures: kept.filter(has).sorted(), identities: identities,
      tied: kept.filter(tied.contains), exponent: exponent, systems: renumbered, isCutOff: isCutOff)
  }
}

extension Component {
  /// The rows of each of its systems by figure and unknown.
  var rowIndex: [RowIndex] { systems.map { RowIndex($0) } }
}

/// The rows of the systems of components, by figure and unknown, each found when first asked for.
final class RowIndexes {
  private let components: [Component]
  private var known: [Int: [RowIndex]] = [:]

  init(_ components: [Component]) { self.components = components }

  /// Those of a component.
  func index(of place: Int) -> [RowIndex] {
    if let index = known[place] { return index }
    let index = components[place].rowIndex
    known[place] = index
    return index
  }
}

/// Which rows of a system belong to a figure and which identities and signs speak of an unknown.
struct RowIndex {
  private var ofFigure: [Int: [Int]] = [:]
  private var ofUnknown: [[Int]]

  init(_ system: LinearSystem) {
    ofUnknown = Array(repeating: [], count: system.count)
    for (place, row) in system.rows.enumerated() {
      if let figure = row.source.figure {
        ofFigure[figure, default: []].append(place)
      } else {
        for unknown in row.indices { ofUnknown[unknown].append(place) }
      }
    }
  }

  /// The rows of figures and what ties their unknowns: an identity counts when it has at most one
  /// unknown that nothing else speaks of, a sign when its unknown occurs.
  func rows(of figures: Set<Int>, in system: LinearSystem) -> [LinearConstraint] {
    var kept = Set(figures.flatMap { ofFigure[$0] ?? [] })
    var touched = Set(kept.flatMap { system.rows[$0].indices })
    var waiting = touched.sorted()
    while let unknown = waiting.popLast() {
      for place in ofUnknown[unknown] where !kept.contains(place) {
        let row = system.rows[place]
        if row.source == .sign {
          kept.insert(place)
          continue
        }
        var missing: [Int] = []
        for other in row.indices where !touched.contains(other) {
          missing.append(other)
          if missing.count > 1 { break }
        }
        guard missing.count <= 1 else { continue }
        kept.insert(place)
        if let other = missing.first {
          touched.insert(other)
          waiting.append(other)
        }
      }
    }
    return kept.sorted().map { system.rows[$0] }
  }
}

extension LinearSystem {
  /// The rows of all its figures and of what ties their unknowns.
  var reachable: LinearSystem {
    let figures = Set(rows.compactMap(\.source.figure))
    return LinearSystem(count: count, rows: RowIndex(self).rows(of: figures, in: self))
  }
}
