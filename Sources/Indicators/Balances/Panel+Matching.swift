internal import TimeSeries

extension Panel {
  /// The keys of both panels, this one's first, with the columns of each side in that order; a
  /// side without a key has a column in which everything is missing.
  func matched(
    with other: Panel
  ) -> (keys: [Key], left: PeriodBlock, right: PeriodBlock) {
    if keys == other.keys { return (keys, block, other.block) }
    let all = keys + other.keys.filter { column(of: $0) == nil }
    return (all, block(for: all), other.block(for: all))
  }

  /// The columns of some keys.
  private func block(for chosen: [Key]) -> PeriodBlock {
    if chosen == keys { return block }
    var result = PeriodBlock(axis: axis, columns: chosen.count, kind: kind)
    for (target, key) in chosen.enumerated() {
      guard let source = column(of: key) else { continue }
      for row in axis.indices { result[row, target] = block[row, source] }
    }
    return result
  }
}
