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
  ///
  /// - Returns: The results on ``comparedAxis(_:)``.
  func compared(
    _ comparison: Comparison, as kind: SeriesKind, _ formula: some PairFormula
  ) throws(IndicatorError) -> PeriodBlock {
    let whole = try withAssembledBases(comparison)
    return whole.compared(ComparedRows(whole.axis, comparison, of: axis), as: kind, formula)
  }

  /// The periods of the axis that have a base, on the axis or put together.
  func comparedAxis(_ comparison: Comparison) -> PeriodAxis {
    let bases = absentBases(comparison)
    let whole = bases.isEmpty ? axis : withBases(bases)
    return ComparedRows(whole, comparison, of: axis).axis
  }

  private func withBases(_ bases: [Period]) -> PeriodAxis {
    PeriodAxis(axis.periods + bases.filter { axis.index(of: $0) == nil })
  }

  /// The block with the base periods that its periods tile beside its own, which stay as they are.
  ///
  /// Blocks on one axis, none of them of rates, get the same bases.
  func withAssembledBases(_ comparison: Comparison) throws(IndicatorError) -> PeriodBlock {
    let bases = absentBases(comparison)
    if bases.isEmpty { return self }
    let assembled = try IndicatorError.wrapping { () throws(SeriesError) in
      try aggregated(over: bases)
    }
    var whole = selecting(axis: withBases(bases))
    for (row, base) in assembled.axis.enumerated() {
      guard let place = whole.axis.index(of: base) else { continue }
      for column in 0..<columns where isAbsent(base, column) {
        whole[place, column] = assembled[row, column]
      }
    }
    return whole
  }

  /// Whether a period is not on the axis, or has no value because another vintage of a column holds it.
  ///
  /// One that is there without a value, because it is confidential, say, stays so.
  private func isAbsent(_ period: Period, _ column: Int) -> Bool {
    guard let row = axis.index(of: period) else { return true }
    let observation = self[row, column]
    return observation.value == nil && observation.status.contains(.inOtherVintage)
  }

  /// The base periods absent in some column that its other periods cover.
  private func absentBases(_ comparison: Comparison) -> [Period] {
    guard axis.step == nil, kind != .rate else { return [] }
    return axis.map(comparison.base).filter { base in
      (0..<max(1, columns)).contains { isAbsent(base, $0) }
        && base.months.allSatisfy { month in
          axis.contains { $0 != base && base.contains($0) && $0.contains(month) }
        }
    }
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
