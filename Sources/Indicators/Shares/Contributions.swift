public import TimeSeries

/// The growth of a total taken apart into what each part adds to it, in percentage points.
public struct Contributions<Parts: PeriodData>: Sendable {
  /// The contribution of each part, in percentage points.
  public let parts: Parts
  /// The growth of the total, in percent.
  public let growth: Series
  /// What the parts leave of the growth, in percentage points; `nil` when the total is the sum of
  /// the parts, so that nothing is left.
  public let residual: Series?
}

extension PeriodData {
  /// Returns what each column adds to the growth of a total, in percentage points.
  ///
  ///     // A, B, C from 100, 60, 40 to 120, 54, 46: 10, −3 and 3 of the 10 percent
  ///     try parts.contributions().parts
  ///
  /// Definition: `100 · (x1 − x0) / X0`, which is the share in the base period times the rate of
  /// the part; not rounded. The contributions and the residual add to the growth of the total.
  /// Parts may be negative.
  ///
  /// - Parameters:
  ///   - total: The published total; `nil` for the sum of the columns, missing where one is.
  ///   - comparison: What to compare with; by default the same months a year earlier.
  /// - Returns: Rates on the axis of those periods whose base is on the axis. All are missing
  ///   where the growth of the total is, for the same reason; the residual also where a part is.
  /// - Throws: ``IndicatorError/kindNotAllowed(operation:found:advice:)`` for an index or a rate.
  public func contributions(
    to total: Series? = nil, on comparison: Comparison = .yearBefore
  ) throws(IndicatorError) -> Contributions<Self> {
    try block.requireParts("a contribution to growth")
    let whole = total?.block ?? block.columnSum(Array(0..<block.columns))
    try whole.requireParts("a contribution to growth")
    let points = try block.contributions(to: whole, comparison)
    let growth = try whole.selecting(axis: axis)
      .compared(comparison, as: .rate, RateFormula()).selecting(axis: points.axis)
    var residual: Series?
    if let total {
      let sum = points.columnSum(Array(0..<points.columns))
      var rest = PeriodBlock(axis: points.axis, columns: 1, kind: .rate)
      for row in points.axis.indices {
        rest[row, 0] = growth[row, 0].combined(with: sum[row, 0], -)
      }
      residual = Series("Not covered by the parts of \(total.name)", rest)
    }
    return Contributions(
      parts: with(points), growth: Series(total?.name ?? "Total", growth), residual: residual)
  }
}

extension PeriodBlock {
  /// The contributions of all columns to the growth of a block of one column, on
  /// ``comparedAxis(_:)``.
  func contributions(
    to total: PeriodBlock, _ comparison: Comparison
  ) throws(IndicatorError) -> PeriodBlock {
    let parts = try withAssembledBases(comparison)
    let total = try total.selecting(axis: axis).withAssembledBases(comparison)
    let pairs = ComparedRows(parts.axis, comparison, of: axis)
    var result = PeriodBlock(axis: pairs.axis, columns: columns, kind: .rate)
    for column in 0..<columns {
      for row in pairs.axis.indices {
        let (base, current) = (pairs.base[row], pairs.current[row])
        result[row, column] = Share.contribution(
          from: parts[base, column], to: parts[current, column],
          totalFrom: total[base, 0], to: total[current, 0])
      }
    }
    return result
  }
}
