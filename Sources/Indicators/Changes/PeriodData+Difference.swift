public import TimeSeries

extension PeriodData {
  /// Returns the change of each value in the unit of the data.
  ///
  ///     let balance = Series("Balance", from: .year(2022), values: [-20, 15])
  ///     try balance.difference().values  // [35.0], at 2023
  ///
  /// Definition: `x(t) − x(base of t)`. Signs do not matter, so this is the change of balances and
  /// of net flows.
  ///
  /// - Parameter comparison: What to compare with; by default the same months a year earlier.
  /// - Returns: Changes on the axis of those periods whose base is on the axis. They are flows for
  ///   flows and, on the period before, for stocks; else what the data are.
  /// - Throws: ``IndicatorError/kindNotAllowed(operation:found:advice:)`` for a rate, whose change
  ///   is in percentage points.
  public func difference(
    on comparison: Comparison = .yearBefore
  ) throws(IndicatorError) -> Self {
    if kind == .rate {
      throw .kindNotAllowed(
        operation: "a change in the unit of the data", found: kind,
        advice: "a level; percentagePointChange gives the change of a rate")
    }
    let changed: SeriesKind = kind == .stock && comparison == .periodBefore ? .flow : kind
    return with(try block.compared(comparison, as: changed, DifferenceFormula()))
  }

  /// Returns the change of each rate in percentage points, never in percent.
  ///
  ///     // growth of 3.1 % after growth of 5.0 % is −1.9 percentage points
  ///
  /// Definition: `r(t) − r(base of t)`.
  ///
  /// - Parameter comparison: What to compare with; by default the same months a year earlier.
  /// - Returns: Changes on the axis of those periods whose base is on the axis.
  /// - Throws: ``IndicatorError/kindNotAllowed(operation:found:advice:)`` for anything but a rate.
  public func percentagePointChange(
    on comparison: Comparison = .yearBefore
  ) throws(IndicatorError) -> Self {
    guard kind == .rate else {
      throw .kindNotAllowed(
        operation: "a change in percentage points", found: kind,
        advice: "a rate; yearOverYear or difference give the change of a level")
    }
    return with(try block.compared(comparison, as: .rate, DifferenceFormula()))
  }

  /// Returns the data as an index: each value in percent of the value of one period, or of
  /// another number than 100.
  ///
  ///     try exports.rebased(in: .year(2015))
  ///
  /// Definition: `level · x(t) / x(base)`. When the data have no such period but the shorter ones
  /// that make it up, the base is their mean: months of flows are compared with a twelfth of the
  /// year.
  ///
  /// - Parameters:
  ///   - level: What the base period becomes.
  ///   - period: The base period.
  /// - Returns: Indices on the same axis. A column without a base, or with one of zero or below,
  ///   is missing throughout and says why; so is a single index beyond the range of `Double`.
  /// - Throws: ``IndicatorError/periodNotFound(operation:_:)``, and
  ///   ``IndicatorError/kindNotAllowed(operation:found:advice:)`` for a rate.
  public func rebased(to level: Double = 100, in period: Period) throws(IndicatorError) -> Self {
    try block.requireLevel("an index")
    /// The product first, as the definition says; the quotient first where that is too large.
    func index(_ value: Double?, _ base: Double?) -> Double? {
      guard let value, let base else { return nil }
      return [level * value / base, level * (value / base)].first(where: \.isFinite)
    }
    var indices = PeriodBlock(axis: axis, columns: block.columns, kind: .index)
    for column in 0..<block.columns {
      let base = try block.meanLevel(of: period, column: column)
      for row in axis.indices {
        let rate = Growth.rate(from: base, to: block[row, column])
        indices[row, column] =
          if let index = index(block[row, column].value, base.value), rate.value != nil {
            Observation(index, rate.status.subtracting(.extreme))
          } else {
            Observation(missing: rate.status)
          }
      }
    }
    return with(indices)
  }
}

extension PeriodBlock {
  /// Refuses rates, of which a rate of change says nothing.
  func requireLevel(_ operation: String) throws(IndicatorError) {
    if kind == .rate {
      throw .kindNotAllowed(
        operation: operation, found: kind,
        advice: "a level; percentagePointChange gives the change of a rate")
    }
  }

  /// Refuses everything that does not add up over time.
  func requireFlow(_ operation: String) throws(IndicatorError) {
    guard kind == .flow else {
      throw .kindNotAllowed(operation: operation, found: kind, advice: "a flow")
    }
  }

  /// The value of a period, or the mean of the equally long periods that make it up.
  fileprivate func meanLevel(
    of period: Period, column: Int
  ) throws(IndicatorError) -> Observation {
    if let row = axis.index(of: period) { return self[row, column] }
    let pieces = axis.filter { period.contains($0) }
    guard let length = pieces.first?.count, pieces.allSatisfy({ $0.count == length }),
      pieces.count * length == period.count, kind != .stock
    else { throw .periodNotFound(operation: "an index", period) }
    let whole = try IndicatorError.wrapping { () throws(SeriesError) in
      try aggregate(over: period, column: column).observation
    }
    guard kind == .flow, let sum = whole.value else { return whole }
    return Observation(sum / Double(pieces.count), whole.status)
  }
}

extension IndicatorError {
  /// The result of an operation on the series, with its error as one of an indicator.
  static func wrapping<Result>(
    _ operation: () throws(SeriesError) -> Result
  ) throws(IndicatorError) -> Result {
    do { return try operation() } catch { throw .series(error) }
  }
}
