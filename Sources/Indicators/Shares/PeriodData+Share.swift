internal import NumericCore
public import TimeSeries

extension PeriodData {
  /// Returns each value in percent of the value of a total for the same period.
  ///
  ///     try partners.share(of: total)
  ///
  /// Definition: `100 · x / X`; not rounded. See ``Share/percent(of:in:)`` for what is missing.
  ///
  /// - Parameter total: The published total, whose definition must cover the parts.
  /// - Returns: Rates on the axis of this data; missing where the total has no value.
  /// - Throws: ``IndicatorError/kindNotAllowed(operation:found:advice:)`` for an index or a rate.
  public func share(of total: Series) throws(IndicatorError) -> Self {
    try block.requireParts("a share")
    return with(block.shares(of: total.block))
  }

  /// Returns each value in percent of the sum of all columns for the same period.
  ///
  ///     // exports of 120, 54 and 46: 54.54…, 24.54…, 20.90… percent
  ///
  /// Definition: `100 · x / Σ x`; not rounded. Columns must not hold each other, as the European
  /// Union holds Germany.
  ///
  /// - Returns: Rates on the same axis. Where one column is missing so is the sum, and every share.
  /// - Throws: ``IndicatorError/kindNotAllowed(operation:found:advice:)`` for an index or a rate.
  public func shares() throws(IndicatorError) -> Self {
    try block.requireParts("a share")
    return with(block.shares(of: block.columnSum(Array(0..<block.columns))))
  }
}

extension PeriodBlock {
  /// Refuses what does not add up across columns.
  func requireParts(_ operation: String) throws(IndicatorError) {
    guard kind == .flow || kind == .stock else {
      throw .kindNotAllowed(operation: operation, found: kind, advice: "flows or stocks")
    }
  }

  /// The shares of all columns in a block of one column.
  func shares(of total: PeriodBlock) -> PeriodBlock {
    let total = total.selecting(axis: axis)
    var result = PeriodBlock(axis: axis, columns: columns, kind: .rate)
    for column in 0..<columns {
      for row in axis.indices {
        result[row, column] = Share.percent(of: self[row, column], in: total[row, 0])
      }
    }
    return result
  }

  /// The sum of some columns, as a block of one; missing where one of them is.
  func columnSum(_ chosen: [Int]) -> PeriodBlock {
    var result = PeriodBlock(axis: axis, columns: 1, kind: kind)
    for row in axis.indices {
      var sum = CompensatedSum()
      var status = ObservationStatus()
      var isComplete = true
      for column in chosen {
        let observation = self[row, column]
        status.formUnion(observation.status)
        if let value = observation.value { sum.add(value) } else { isComplete = false }
      }
      let value = sum.value
      result[row, 0] =
        isComplete && value.isFinite ? Observation(value, status) : Observation(missing: status)
    }
    return result
  }
}
