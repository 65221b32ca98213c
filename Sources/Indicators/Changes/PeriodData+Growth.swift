public import TimeSeries

extension PeriodData {
  /// Returns the change of each value on the same months of the year before, in percent.
  ///
  ///     let exports = Series("Exports", from: .year(2022), values: [80, 92])
  ///     try exports.yearOverYear().values  // [15.0], at 2023
  ///
  /// Definition: `100 · (x(t) / x(t − 1 year) − 1)`; not rounded. See ``Growth`` for what bases of
  /// zero or below give.
  ///
  /// - Returns: Rates on the axis of those periods whose base is on the axis; empty when there is
  ///   none. A missing value on either side gives a missing value with its reason.
  /// - Throws: ``IndicatorError/kindNotAllowed(operation:found:advice:)`` for a rate.
  /// - Complexity: O(*n*); for complete columns on an axis without gaps at the speed of memory.
  public func yearOverYear() throws(IndicatorError) -> Self { try rates(.yearBefore) }

  /// Returns the change of each value on the span of the same length before it, in percent.
  ///
  ///     let exports = Series("Exports", from: .quarter(2009, 1), values: [80, 92])
  ///     try exports.periodOverPeriod().values  // [15.0], at 2009-Q2
  ///
  /// Definition: `100 · (x(t) / x(t − 1) − 1)`; not rounded. The base is found by its months: March
  /// has none where January and February are published together. Meant for seasonally adjusted
  /// series; of others it shows mostly the season.
  ///
  /// - Returns: As for ``yearOverYear()``.
  /// - Throws: ``IndicatorError/kindNotAllowed(operation:found:advice:)`` for a rate.
  public func periodOverPeriod() throws(IndicatorError) -> Self { try rates(.periodBefore) }

  /// Returns the change on the period before at the pace of a year, in percent.
  ///
  /// Definition: `100 · ((x(t) / x(t − 1))^p − 1)`, `p` being the periods of that length in a
  /// year; not rounded. Meant for seasonally adjusted series.
  ///
  /// - Returns: As for ``periodOverPeriod()``.
  /// - Throws: ``IndicatorError/kindNotAllowed(operation:found:advice:)`` for a rate,
  ///   ``IndicatorError/differentLengths(operation:_:_:)`` for an axis of different lengths.
  public func annualized() throws(IndicatorError) -> Self {
    try block.requireLevel("the annualized change")
    guard let first = axis.first else { return with(block.with(kind: .rate)) }
    if let other = axis.first(where: { $0.count != first.count }) {
      throw .differentLengths(operation: "the annualized change", first, other)
    }
    let formula = AnnualizedFormula(periodsPerYear: 12 / Double(first.count))
    return with(try block.compared(.periodBefore, as: .rate, formula))
  }

  /// Returns the change of the sum since January on that of the year before, in percent.
  ///
  ///     // January-September 2019 on January-September 2018
  ///     try exports.yearToDateChange()
  ///
  /// Definition: ``yearOverYear()`` of the year-to-date sums; the months of both years are the
  /// same, whether or not they were published apart.
  ///
  /// - Parameter resetMonth: The month in which the sums start anew, 1 for calendar years.
  /// - Returns: Rates on the axis of year-to-date spans. A gap makes all later rates of its year
  ///   missing.
  /// - Throws: ``IndicatorError/kindNotAllowed(operation:found:advice:)`` for anything but a flow.
  public func yearToDateChange(resetMonth: Int = 1) throws(IndicatorError) -> Self {
    try block.requireFlow("the change of a year-to-date sum")
    return try IndicatorError.wrapping { () throws(SeriesError) in
      try cumulated(resetMonth: resetMonth)
    }.yearOverYear()
  }

  /// Returns the change of three months on the three months before, in percent.
  ///
  /// Definition: `100 · (Σ x(t − 0…2) / Σ x(t − 3…5) − 1)`; not rounded. Needs six months, or two
  /// quarters. Meant for seasonally adjusted series. Source: Office for National Statistics, UK
  /// trade, three-month on three-month growth.
  ///
  /// - Returns: Rates on the axis of the three-month spans.
  /// - Throws: ``IndicatorError/kindNotAllowed(operation:found:advice:)`` for a stock or a rate.
  public func threeMonthOnThreeMonth() throws(IndicatorError) -> Self {
    try movingQuarter("the change of three months").periodOverPeriod()
  }

  /// Returns the change of three months on the same months of the year before, in percent.
  ///
  /// Definition: `100 · (Σ x(t − 0…2) / Σ x(t − 12…14) − 1)`; not rounded.
  ///
  /// - Returns: Rates on the axis of the three-month spans.
  /// - Throws: ``IndicatorError/kindNotAllowed(operation:found:advice:)`` for a stock or a rate.
  public func movingQuarterYearOverYear() throws(IndicatorError) -> Self {
    try movingQuarter("the change of three months").yearOverYear()
  }

  private func rates(_ comparison: Comparison) throws(IndicatorError) -> Self {
    try block.requireLevel("a rate of change")
    return with(try block.compared(comparison, as: .rate, RateFormula()))
  }

  private func movingQuarter(_ operation: String) throws(IndicatorError) -> Self {
    guard kind == .flow || kind == .index else {
      throw .kindNotAllowed(operation: operation, found: kind, advice: "a flow or an index")
    }
    return try IndicatorError.wrapping { () throws(SeriesError) in try rolling(months: 3) }
  }
}
