extension PeriodData {
  /// The values of longer periods; see ``PeriodBlock/aggregated(over:allowPartial:)``.
  public func aggregated(
    over periods: some Sequence<Period>, allowPartial: Bool = false
  ) throws(SeriesError) -> Self {
    with(try block.aggregated(over: periods, allowPartial: allowPartial))
  }

  /// The values of every calendar period; see ``PeriodBlock/aggregated(to:allowPartial:)``.
  public func aggregated(
    to frequency: Frequency, allowPartial: Bool = false
  ) throws(SeriesError) -> Self {
    with(try block.aggregated(to: frequency, allowPartial: allowPartial))
  }

  /// The year-to-date sums; see ``PeriodBlock/cumulated(resetMonth:)``.
  public func cumulated(resetMonth: Int = 1) throws(SeriesError) -> Self {
    with(try block.cumulated(resetMonth: resetMonth))
  }

  /// The single flows; see ``PeriodBlock/decumulated(resetMonth:)``.
  public func decumulated(resetMonth: Int = 1) throws(SeriesError) -> Self {
    with(try block.decumulated(resetMonth: resetMonth))
  }

  /// The moving sums; see ``PeriodBlock/rolling(months:)``.
  public func rolling(months: Int) throws(SeriesError) -> Self {
    with(try block.rolling(months: months))
  }

  /// The same values on another axis; see ``PeriodBlock/selecting(axis:)``.
  public func selecting(axis: PeriodAxis) -> Self { with(block.selecting(axis: axis)) }
}
