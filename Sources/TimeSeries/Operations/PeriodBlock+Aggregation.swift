internal import NumericCore

extension PeriodBlock {
  /// Returns the value of one column for a longer period, made from the periods that tile it.
  ///
  ///     // three months of exports, 207, 206 and 226
  ///     try block.aggregate(over: .quarter(2009, 3), column: 0).observation.value  // 639.0
  ///
  /// Definition: a flow is the sum of its pieces, a stock the value at the end of the period, an
  /// index the mean of its pieces weighted by their months. The pieces are observed periods that
  /// do not overlap; those that cover most are taken, among them the fewest, so that a published
  /// quarter is used before its months and a combined January-February where no months are.
  ///
  /// - Parameters:
  ///   - period: The longer period.
  ///   - column: The series.
  ///   - allowPartial: Whether to give the value of what is covered; it is marked `partial`.
  /// - Returns: The value with the statuses of its pieces and the pieces themselves. Not covered
  ///   months give a missing value that says why, with `partial` when others are covered; a sum
  ///   beyond the range of `Double` is missing too. The end value of a stock stands for the whole
  ///   period, so that its one piece is the period.
  /// - Throws: ``SeriesError/rateNotAggregable`` for a rate.
  /// - Complexity: O(*m*·*k*) for *m* months and the *k* observed periods within.
  public func aggregate(
    over period: Period, column: Int, allowPartial: Bool = false
  ) throws(SeriesError) -> Aggregate {
    if let row = axis.index(of: period), validity[row, column] {
      return Aggregate(period: period, observation: self[row, column], pieces: [period])
    }
    switch kind {
    case .rate: throw .rateNotAggregable
    case .stock: return stockAtEnd(of: period, column: column)
    case .flow, .index: break
    }
    let rows = tiling(of: period, column: column)
    let pieces = rows.map { axis[$0] }
    let covered = pieces.reduce(0) { $0 + $1.count }
    var status = rows.reduce(into: ObservationStatus()) { $0.formUnion(self[$1, column].status) }
    if covered < period.count {
      status.formUnion(reasonsForGaps(in: period, beside: pieces, column: column))
      if covered > 0 { status.formUnion(.partial) }
    }
    guard covered == period.count || (allowPartial && covered > 0) else {
      return Aggregate(
        period: period, observation: Observation(missing: status), pieces: pieces)
    }
    var sum = CompensatedSum()
    for row in rows {
      let weight = kind == .index ? Double(axis[row].count) : 1
      sum.add(weight * values[column * self.rows + row])
    }
    let value = kind == .index ? sum.value / Double(covered) : sum.value
    return Aggregate(
      period: period,
      observation: value.isFinite ? Observation(value, status) : Observation(missing: status),
      pieces: pieces)
  }

  /// Returns the values of longer periods, made from the periods that tile each.
  ///
  /// - Parameters:
  ///   - periods: The longer periods.
  ///   - allowPartial: Whether to give values of what is covered; by default they are missing.
  /// - Returns: A block of the same columns on the axis of `periods`.
  /// - Throws: ``SeriesError/rateNotAggregable`` for a rate.
  /// - Complexity: O(*n*) for *n* values when every value is there and none has a status.
  public func aggregated(
    over periods: some Sequence<Period>, allowPartial: Bool = false
  ) throws(SeriesError) -> PeriodBlock {
    guard kind != .rate else { throw .rateNotAggregable }
    let target = PeriodAxis(periods)
    if let block = try plainAggregate(over: target, allowPartial: allowPartial) { return block }
    var block = PeriodBlock(axis: target, columns: columns, kind: kind)
    for column in 0..<columns {
      for (row, period) in target.enumerated() {
        block[row, column] = try aggregate(
          over: period, column: column, allowPartial: allowPartial
        ).observation
      }
    }
    block.compact()
    return block
  }

  /// Returns the values of every calendar period of a frequency between the first month and the
  /// last.
  ///
  /// - Throws: ``SeriesError/rateNotAggregable`` for a rate.
  public func aggregated(
    to frequency: Frequency, allowPartial: Bool = false
  ) throws(SeriesError) -> PeriodBlock {
    guard let span = axis.span else { return self }
    let first = Period.containing(span.first, frequency)
    let count = first.first.distance(to: span.last) / frequency.months + 1
    return try aggregated(
      over: PeriodAxis(from: first, count: count), allowPartial: allowPartial)
  }

  private func stockAtEnd(of period: Period, column: Int) -> Aggregate {
    let row =
      axis.step == nil
      ? axis.indices.first { axis[$0].last == period.last && validity[$0, column] }
      : axis.index(endingWith: period.last).flatMap { validity[$0, column] ? $0 : nil }
    guard let row else {
      let reasons = reasonsForGaps(in: .month(period.last), beside: [], column: column)
      return Aggregate(period: period, observation: Observation(missing: reasons), pieces: [])
    }
    return Aggregate(period: period, observation: self[row, column], pieces: [period])
  }

  /// The rows whose periods lie in a span without overlap and cover most of it, the fewest first.
  private func tiling(of span: Period, column: Int) -> [Int] {
    if let rows = regularTiling(of: span, column: column) { return rows }
    let lower = axis.firstIndex(notBefore: Period(from: span.first, count: 1))
    let upper = axis.firstIndex(notBefore: Period(from: span.last.advanced(by: 1), count: 1))
    var startingAt = [[Int]](repeating: [], count: span.count)
    for row in lower..<upper where span.contains(axis[row]) && validity[row, column] {
      startingAt[span.first.distance(to: axis[row].first)].append(row)
    }
    // From the end: the best way to cover what begins at each month.
    var best = [(covered: Int, pieces: Int, row: Int?)](
      repeating: (0, 0, nil), count: span.count + 1)
    for month in stride(from: span.count - 1, through: 0, by: -1) {
      best[month] = (best[month + 1].covered, best[month + 1].pieces, nil)
      for row in startingAt[month] {
        let rest = best[month + axis[row].count]
        let candidate = (covered: rest.covered + axis[row].count, pieces: rest.pieces + 1)
        let better =
          candidate.covered > best[month].covered
          || (candidate.covered == best[month].covered && candidate.pieces < best[month].pieces)
        if better { best[month] = (candidate.covered, candidate.pieces, row) }
      }
    }
    var rows: [Int] = []
    var month = 0
    while month < span.count {
      guard let row = best[month].row else {
        month += 1
        continue
      }
      rows.append(row)
      month += axis[row].count
    }
    return rows
  }

  /// The consecutive rows of a regular axis that tile a span exactly, all of them there.
  private func regularTiling(of span: Period, column: Int) -> [Int]? {
    guard let step = axis.step, span.count % step == 0 else { return nil }
    guard let first = axis.index(of: Period(from: span.first, count: step)) else { return nil }
    let rows = first..<(first + span.count / step)
    guard rows.upperBound <= axis.count else { return nil }
    return rows.allSatisfy { validity[$0, column] } ? Array(rows) : nil
  }

  /// Why the months of a span that the pieces leave out are missing.
  private func reasonsForGaps(
    in span: Period, beside pieces: [Period], column: Int
  ) -> ObservationStatus {
    let last = lastMonth(column: column)
    var reasons = ObservationStatus()
    for month in span.months where !pieces.contains(where: { $0.contains(month) }) {
      reasons.formUnion(
        reasonForAbsence(of: .month(month), column: column, lastMonth: last))
    }
    return reasons
  }
}
