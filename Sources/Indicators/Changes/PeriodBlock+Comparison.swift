internal import TimeSeries

extension PeriodBlock {
  /// Returns what a formula gives for each period and its base.
  ///
  /// Columns without missing values and statuses on an axis without gaps go through one loop over
  /// the stored numbers; what that loop cannot settle (a base of zero, a change of sign) is done
  /// again for the columns concerned, one observation at a time.
  ///
  /// A base that was published in parts only is put together first: January-February this year is
  /// compared with January and February of last year.
  func compared(
    _ comparison: Comparison, as kind: SeriesKind, _ formula: some PairFormula
  ) -> PeriodBlock {
    guard let whole = withAssembledBases(comparison) else {
      return compared(ComparedRows(axis, comparison), as: kind, formula)
    }
    let result = whole.compared(ComparedRows(whole.axis, comparison), as: kind, formula)
    return result.selecting(
      axis: PeriodAxis(result.axis.filter { axis.index(of: $0) != nil }))
  }

  /// The block with the base periods that its periods tile where they are missing themselves;
  /// `nil` when there are none.
  private func withAssembledBases(_ comparison: Comparison) -> PeriodBlock? {
    guard axis.step == nil, kind != .rate else { return nil }
    let absent = axis.map(comparison.base).filter { base in
      axis.index(of: base).map { row in !(0..<columns).allSatisfy { validity[row, $0] } } ?? true
        && base.months.allSatisfy { month in
          axis.contains { $0 != base && base.contains($0) && $0.contains(month) }
        }
    }
    guard !absent.isEmpty else { return nil }
    return try? aggregated(over: axis.periods + absent)
  }

  /// Returns what a formula gives for paired rows.
  func compared(
    _ pairs: ComparedRows, as kind: SeriesKind, _ formula: some PairFormula
  ) -> PeriodBlock {
    var results = [Double](repeating: 0, count: pairs.axis.count * columns)
    var unsettled: [Int] = []
    for column in 0..<columns {
      if let lag = pairs.lag, isPlain(column: column),
        settle(column, lag, formula, &results)
      {
        continue
      }
      unsettled.append(column)
    }
    var block = PeriodBlock(axis: pairs.axis, columns: columns, kind: kind, values: results)
    for column in unsettled {
      for row in pairs.axis.indices {
        block[row, column] = formula.observation(
          from: self[pairs.base[row], column], to: self[pairs.current[row], column])
      }
    }
    return block
  }

  /// Computes a plain column; `false` when some cell needs a reason or a mark.
  private func settle(
    _ column: Int, _ lag: Int, _ formula: some PairFormula, _ results: inout [Double]
  ) -> Bool {
    let count = rows - lag
    let start = column * rows
    let all = values.span
    let base = all.extracting(start..<(start + count))
    let current = all.extracting((start + lag)..<(start + rows))
    var target = results.mutableSpan
    let first = column * count
    // A mask instead of an early exit leaves the loop without branches.
    var settled: Int64 = -1
    for row in 0..<count {
      let (value, isSettled) = formula.value(from: base[row], to: current[row])
      target[first + row] = isSettled ? value : 0
      settled &= isSettled ? -1 : 0
    }
    return settled == -1
  }

  /// Whether every value of a column is there and none has a status.
  private func isPlain(column: Int) -> Bool {
    guard validity.isComplete(column: column) else { return false }
    if statuses.isEmpty { return true }
    return statuses[(column * rows)..<((column + 1) * rows)].allSatisfy { $0 == .normal }
  }
}
