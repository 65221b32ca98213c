internal import NumericCore

extension PeriodBlock {
  /// The values of longer periods when every value is there and none has a status: what each
  /// longer period is made of is then the same for all columns and is found once.
  ///
  /// The sums are compensated in the same way as those of single periods, so that both give the
  /// same bits. `nil` when the block is not plain, a partial value is asked for, or a sum is not
  /// finite; the general way then has the answer.
  func plainAggregate(
    over target: PeriodAxis, allowPartial: Bool
  ) throws(SeriesError) -> PeriodBlock? {
    guard isPlain, columns > 0, !target.isEmpty else { return nil }
    var plan = AggregationPlan()
    for period in target {
      let aggregate = try aggregate(over: period, column: 0)
      let isMissing = aggregate.observation.value == nil
      if isMissing, allowPartial || aggregate.isComplete { return nil }
      // A stock's one piece is the period; its value is that of the row it ends with.
      let rows =
        kind == .stock
        ? (isMissing ? [] : [stockRow(of: period)]).compactMap { $0 }
        : aggregate.pieces.compactMap { axis.index(of: $0) }
      plan.append(
        isMissing ? [] : rows, isMissing ? aggregate.observation.status : nil)
    }
    let length = kind == .flow ? plan.uniformLength : nil
    // The length as a constant lets the compiler unroll the loop over a quarter's three months.
    let results =
      switch length {
      case 3: sums(plan, piecesEach: 3)
      case let length?: sums(plan, piecesEach: length)
      case nil: sums(plan)
      }
    guard results.areFinite else { return nil }
    return plan.block(axis: target, columns: columns, kind: kind, values: results)
  }

  private func stockRow(of period: Period) -> Int? {
    axis.index(of: period) ?? axis.indices.first { axis[$0].last == period.last }
  }

  /// Every longer period is made of as many rows, one after the other without a gap.
  @inline(__always)
  private func sums(_ plan: AggregationPlan, piecesEach length: Int) -> [Double] {
    let source = values.span
    let (targets, rows, first) = (plan.missing.count, rows, plan.rows[0])
    var results = [Double](repeating: 0, count: targets * columns)
    var all = results.mutableSpan
    for column in 0..<columns {
      let start = column * rows + first
      let pieces = source.extracting(start..<(start + targets * length))
      let target = column * targets
      for position in 0..<targets {
        var sum = CompensatedSum(pieces[position * length])
        for next in 1..<length { sum.add(pieces[position * length + next]) }
        all[target + position] = sum.value
      }
    }
    return results
  }

  private func sums(_ plan: AggregationPlan) -> [Double] {
    let source = values.span
    let weights = plan.rows.map { kind == .index ? Double(axis[$0].count) : 1 }
    return [Double](capacity: plan.missing.count * columns) { output in
      for column in 0..<columns {
        let column = source.extracting((column * rows)..<((column + 1) * rows))
        for target in plan.missing.indices {
          let pieces = plan.starts[target]..<plan.starts[target + 1]
          if pieces.count < 2 {
            output.append(pieces.first.map { column[plan.rows[$0]] } ?? 0)
            continue
          }
          var (sum, months) = (CompensatedSum(), 0.0)
          for piece in pieces {
            sum.add(weights[piece] * column[plan.rows[piece]])
            months += weights[piece]
          }
          output.append(kind == .index ? sum.value / months : sum.value)
        }
      }
    }
  }
}

/// What each longer period is made of, for all columns alike.
private struct AggregationPlan {
  /// The rows of all longer periods, one after the other.
  private(set) var rows: [Int] = []
  /// Where the rows of each longer period begin, and the end.
  private(set) var starts: [Int] = [0]
  /// Why a longer period is missing; `nil` where it is there.
  private(set) var missing: [ObservationStatus?] = []

  mutating func append(_ pieces: [Int], _ reason: ObservationStatus?) {
    rows += pieces
    starts.append(rows.count)
    missing.append(reason)
  }

  /// The number of rows of each longer period when none is missing, all have as many, and the
  /// rows follow each other without a gap; `nil` otherwise.
  var uniformLength: Int? {
    guard let first = rows.first, missing.allSatisfy({ $0 == nil }) else { return nil }
    let length = starts[1]
    let isUniform =
      starts.indices.allSatisfy { starts[$0] == $0 * length }
      && rows.indices.allSatisfy { rows[$0] == first + $0 }
    return length > 0 && isUniform ? length : nil
  }

  /// The sums as a block, missing where the plan says so.
  func block(axis: PeriodAxis, columns: Int, kind: SeriesKind, values: [Double]) -> PeriodBlock {
    let block = PeriodBlock(axis: axis, columns: columns, kind: kind, finite: values)
    return missing.allSatisfy { $0 == nil } ? block : marked(block)
  }

  // Apart, because a loop that may write makes the compiler copy the values before it.
  @inline(never)
  private func marked(_ plain: PeriodBlock) -> PeriodBlock {
    var block = plain
    for (row, reason) in missing.enumerated() {
      guard let reason else { continue }
      for column in 0..<block.columns { block[row, column] = Observation(missing: reason) }
    }
    return block
  }
}
