extension StructureFinder {
  /// A total with the rows that it may be the sum of.
  private struct Pattern: Hashable {
    let table: Int
    let total: Int
    let parts: [Int]
  }

  /// Finds totals among several of a column: each of the run of rows above or below it, of the
  /// other totals, or of all rows.
  ///
  /// The rows are the same in all columns. A pattern counts when the parts come within half a
  /// percent of the total in at least half of the columns, so that an error in one column does not
  /// hide it.
  ///
  /// - Returns: The totals that have parts.
  mutating func findSubtotals(_ lines: [Line]) -> Set<Int> {
    var tried: [Pattern: [(candidate: Candidate, isClose: Bool, total: Int)]] = [:]
    var order: [Pattern] = []
    for line in lines where line.totals.count > 1 && line.adjustments.isEmpty {
      let rows = (line.totals + line.parts).sorted { figures[$0].row < figures[$1].row }
      for total in line.totals {
        for parts in possibleParts(of: total, among: rows, line) {
          let key = Pattern(
            table: figures[total].table, total: figures[total].row,
            parts: parts.map { figures[$0].row })
          if tried[key] == nil { order.append(key) }
          tried[key, default: []].append(
            (sum(total, parts, "sum"), isClose(total, parts), total))
        }
      }
    }
    var (found, totals) = ([Candidate](), Set<Int>())
    for key in order {
      // A column with an empty cell has a pattern of its own.
      let places = (tried[key] ?? []).filter { !totals.contains($0.total) }
      guard !places.isEmpty, places.count(where: \.isClose) * 2 >= places.count else { continue }
      found += places.map(\.candidate)
      totals.formUnion(places.map(\.total))
    }
    keepAll(found, "sum", "totals and sub-totals are the sums of their rows")
    return totals
  }

  /// The rows between this total and the ones before and after it, the other totals, and all rows
  /// that are no totals; lists of one row are no sums.
  private func possibleParts(of total: Int, among rows: [Int], _ line: Line) -> [[Int]] {
    guard let place = rows.firstIndex(of: total) else { return [] }
    let isTotal = Set(line.totals)
    let above = rows[..<place].reversed().prefix { !isTotal.contains($0) }.reversed()
    let below = rows[(place + 1)...].prefix { !isTotal.contains($0) }
    let others = rows.filter { isTotal.contains($0) && $0 != total }
    let all = rows.filter { !isTotal.contains($0) }
    var possible: [[Int]] = []
    for parts in [Array(above), Array(below), others, all]
    where parts.count > 1 && !possible.contains(parts) {
      possible.append(parts)
    }
    return possible
  }
}
