import TimeSeries

/// The slow and obvious way to aggregate: every choice of rows without overlap is tried.
enum TilingReference {
  /// The rows that cover most of a span without overlap, among them the fewest.
  static func rows(of span: Period, in block: PeriodBlock, column: Int) -> [Int] {
    let inside = block.axis.indices.filter {
      span.contains(block.axis[$0]) && block.validity[$0, column]
    }
    var best: [Int] = []
    func covered(_ rows: [Int]) -> Int { rows.reduce(0) { $0 + block.axis[$1].count } }
    func extend(_ chosen: [Int], _ rest: ArraySlice<Int>) {
      if covered(chosen) > covered(best)
        || (covered(chosen) == covered(best) && chosen.count < best.count)
      {
        best = chosen
      }
      for (offset, row) in rest.enumerated()
      where !chosen.contains(where: { block.axis[$0].overlaps(block.axis[row]) }) {
        extend(chosen + [row], rest.dropFirst(offset + 1))
      }
    }
    extend([], inside[...])
    return best
  }

  /// The sum, end value or mean of those rows; `nil` when they do not cover the span.
  static func value(of span: Period, in block: PeriodBlock, column: Int) -> Double? {
    if block.kind == .stock {
      return block.axis.indices
        .first { block.axis[$0].last == span.last && block.validity[$0, column] }
        .flatMap { block[$0, column].value }
    }
    let rows = rows(of: span, in: block, column: column)
    guard rows.reduce(0, { $0 + block.axis[$1].count }) == span.count else { return nil }
    let parts = rows.map { (block[$0, column].value ?? .nan, Double(block.axis[$0].count)) }
    return block.kind == .index
      ? parts.reduce(0) { $0 + $1.0 * $1.1 } / Double(span.count) : parts.reduce(0) { $0 + $1.0 }
  }
}
