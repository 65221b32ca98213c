extension PeriodBlock {
  /// The observation of a period and a column; where the axis does not hold the period, missing
  /// for the reason that the neighbouring rows give.
  ///
  /// The reason is: that of a missing row whose span holds the period; `combined` when a value
  /// for a longer span of less than a year holds it (January, where only January-February is
  /// published); not yet published after the last month with a value; else unknown.
  public func observation(_ period: Period, column: Int) -> Observation {
    if let row = axis.index(of: period) { return self[row, column] }
    return Observation(
      missing: reasonForAbsence(
        of: period, column: column, lastMonth: lastMonth(column: column)))
  }

  /// The last month for which a column has a value.
  public func lastMonth(column: Int) -> Month? {
    var last: Month?
    // Rows are in the order of their first months, and a long one may end after later ones.
    for row in stride(from: rows - 1, through: 0, by: -1) where validity[row, column] {
      let end = axis[row].last
      if end > last ?? end.advanced(by: -1) { last = end }
      if axis.step != nil { break }
    }
    return last
  }

  /// Why a column has no value for a period.
  func reasonForAbsence(
    of period: Period, column: Int, lastMonth: Month?
  ) -> ObservationStatus {
    if let row = axis.index(of: period) {
      return self[row, column].status
    }
    let lower = axis.firstIndex(notBefore: Period(from: period.first.advanced(by: -11), count: 1))
    let upper = axis.firstIndex(notBefore: Period(from: period.first.advanced(by: 1), count: 1))
    var reasons = ObservationStatus()
    var isInside = false
    for row in lower..<upper where axis[row].contains(period) {
      if !validity[row, column] {
        reasons.formUnion(self[row, column].status)
      } else if axis[row].count < 12 {
        isInside = true
      }
    }
    if isInside { return .combined }
    if !reasons.isEmpty { return reasons }
    return lastMonth.map { period.last > $0 } ?? false ? .notYetPublished : .unknown
  }

  /// All observations of a column, in the order of the axis.
  public func column(_ column: Int) -> [Observation] { (0..<rows).map { self[$0, column] } }

  /// One column as a block.
  public func selecting(column: Int) -> PeriodBlock { selecting(columns: [column]) }

  /// Some columns in a new order as a block.
  ///
  /// - Precondition: The columns are in the block.
  /// - Complexity: O(*r*·*n*) for *r* rows and *n* chosen columns, copied as a whole.
  public func selecting(columns chosen: [Int]) -> PeriodBlock {
    var kept: [Double] = []
    var keptStatuses: [ObservationStatus] = []
    kept.reserveCapacity(chosen.count * rows)
    if !statuses.isEmpty { keptStatuses.reserveCapacity(chosen.count * rows) }
    for column in chosen {
      precondition(column >= 0 && column < columns, "column \(column) of \(columns)")
      let range = (column * rows)..<((column + 1) * rows)
      kept += values[range]
      if !statuses.isEmpty { keptStatuses += statuses[range] }
    }
    var block = PeriodBlock(axis: axis, columns: chosen.count, kind: kind, finite: kept)
    block.validity = validity.selecting(columns: chosen)
    block.statuses = keptStatuses
    block.compact()
    return block
  }

  /// The same values on another axis; periods that this block does not hold are missing, for the
  /// reason that ``observation(_:column:)`` gives.
  public func selecting(axis other: PeriodAxis) -> PeriodBlock {
    if other == axis { return self }
    let sources = other.map { axis.index(of: $0) }
    let present = sources.compactMap { $0 }
    if isPlain, present.count == sources.count {
      var kept: [Double] = []
      kept.reserveCapacity(columns * present.count)
      for column in 0..<columns {
        for row in present { kept.append(values[column * rows + row]) }
      }
      return PeriodBlock(axis: other, columns: columns, kind: kind, finite: kept)
    }
    var block = PeriodBlock(axis: other, columns: columns, kind: kind)
    for column in 0..<columns {
      let last = lastMonth(column: column)
      for (row, source) in sources.enumerated() {
        if let source {
          block[row, column] = self[source, column]
        } else {
          let reason = reasonForAbsence(of: other[row], column: column, lastMonth: last)
          block[row, column] = Observation(missing: reason)
        }
      }
    }
    block.compact()
    return block
  }

  /// The same values as another kind, as a change of exports is a rate.
  public func with(kind: SeriesKind) -> PeriodBlock {
    var block = PeriodBlock(axis: axis, columns: columns, kind: kind, finite: values)
    block.validity = validity
    block.statuses = statuses
    return block
  }
}
