extension PeriodBlock {
  /// Returns the sums from the start of the year through each observed period's end.
  ///
  ///     // January 100, February 110, March 120
  ///     try block.cumulated()  // 2009-01: 100, 2009-01/2009-02: 210, 2009-Q1: 330
  ///
  /// - Parameter resetMonth: The month in which the sums start anew, 1 for calendar years.
  /// - Returns: A block on the axis of the year-to-date spans. A gap makes every later sum of its
  ///   year missing.
  /// - Throws: ``SeriesError/kindMismatch(operation:expected:found:)`` for anything but a flow.
  /// - Precondition: `resetMonth` is in 1...12.
  public func cumulated(resetMonth: Int = 1) throws(SeriesError) -> PeriodBlock {
    try requireFlow("a year-to-date sum")
    Self.checkReset(resetMonth)
    let ends = Set(axis.periods.map(\.last)).sorted()
    return try aggregated(over: ends.map { Self.toDate($0, resetMonth: resetMonth) })
  }

  /// Returns the flows of the single periods from year-to-date sums.
  ///
  ///     // January-February 300, January-March 470, January-April 640
  ///     try block.decumulated()  // 2009-01/2009-02: 300, 2009-03: 170, 2009-04: 170
  ///
  /// Definition: the sum through a period less the sum through the one before it in the same
  /// year; the first of a year stands for its own span, so that January is left undivided where
  /// it is only published with February. Valid within one vintage, because offices revise earlier
  /// months together with each sum.
  ///
  /// - Parameter resetMonth: The month in which the sums start anew, 1 for calendar years.
  /// - Returns: A block on the axis of all single spans that some column has. Where a sum is
  ///   missing, its single span is missing for the same reason, and the next sum gives the value
  ///   of both spans together; the later of the two is then missing as `combined`.
  /// - Throws: ``SeriesError/notYearToDate(_:)`` when a period begins elsewhere;
  ///   ``SeriesError/kindMismatch(operation:expected:found:)`` for anything but a flow.
  /// - Precondition: `resetMonth` is in 1...12.
  public func decumulated(resetMonth: Int = 1) throws(SeriesError) -> PeriodBlock {
    try requireFlow("the differences of year-to-date sums")
    Self.checkReset(resetMonth)
    for period in axis where period.first.month != resetMonth || period.count > 12 {
      throw .notYearToDate(period)
    }
    var pieces: [(column: Int, period: Period, observation: Observation)] = []
    for column in 0..<columns {
      // The last sum of the year that is there.
      var base: Int?
      for row in axis.indices {
        let (period, observation) = (axis[row], self[row, column])
        if let before = base, axis[before].first != period.first { base = nil }
        let single = singleSpan(row)
        if observation.value == nil {
          pieces.append((column, single, observation))
        } else if let before = base {
          let span = Period(from: axis[before].last.advanced(by: 1), through: period.last)
          pieces.append((column, span, observation.combined(with: self[before, column], -)))
          if span != single { pieces.append((column, single, Observation(missing: .combined))) }
        } else {
          pieces.append((column, period, observation))
          if period != single { pieces.append((column, single, Observation(missing: .combined))) }
        }
        if observation.value != nil { base = row }
      }
    }
    var block = PeriodBlock(
      axis: PeriodAxis(pieces.map(\.period)), columns: columns, kind: .flow)
    for piece in pieces {
      if let row = block.axis.index(of: piece.period) {
        block[row, piece.column] = piece.observation
      }
    }
    block.compact()
    return block
  }

  /// What a year-to-date row adds to the row before it in the same year.
  private func singleSpan(_ row: Int) -> Period {
    let period = axis[row]
    guard row > 0, axis[row - 1].first == period.first else { return period }
    return Period(from: axis[row - 1].last.advanced(by: 1), through: period.last)
  }

  /// Returns the sums (means, end values) over a moving window of months that ends with each
  /// observed period.
  ///
  /// - Parameter months: The length of the window, for example 12.
  /// - Returns: A block on the axis of the windows that begin at or after the first month.
  /// - Throws: ``SeriesError/rateNotAggregable`` for a rate.
  /// - Precondition: `months` is at least 1.
  public func rolling(months: Int) throws(SeriesError) -> PeriodBlock {
    precondition(months >= 1, "a window of \(months) months: expected at least 1")
    guard let start = axis.span?.first else { return self }
    let windows = axis.map { Period(from: $0.last.advanced(by: 1 - months), through: $0.last) }
    return try aggregated(over: windows.filter { $0.first >= start })
  }

  private static func toDate(_ last: Month, resetMonth: Int) -> Period {
    let back = (last.month - resetMonth + 12) % 12
    return Period(from: last.advanced(by: -back), through: last)
  }

  private static func checkReset(_ month: Int) {
    precondition((1...12).contains(month), "reset month \(month): expected 1 to 12")
  }

  private func requireFlow(_ operation: String) throws(SeriesError) {
    guard kind == .flow else {
      throw .kindMismatch(operation: operation, expected: .flow, found: kind)
    }
  }
}
