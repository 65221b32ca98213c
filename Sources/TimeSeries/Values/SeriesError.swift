/// Why an operation has no answer for this data.
public enum SeriesError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Percentages and ratios do not add up or average to those of a longer period.
  case rateNotAggregable
  /// The operation is only for one kind of series.
  case kindMismatch(operation: String, expected: SeriesKind, found: SeriesKind)
  /// Two operands that must have as many columns do not.
  case columnMismatch(operation: String, Int, Int)
  /// A period that is not January to some month was given to a year-to-date operation.
  case notYearToDate(Period)

  /// What is wrong, with what was expected.
  public var description: String {
    switch self {
    case .rateNotAggregable:
      "a rate cannot be aggregated, expected levels to compute it anew from"
    case .kindMismatch(let operation, let expected, let found):
      "\(operation) of a \(found.rawValue), expected a \(expected.rawValue)"
    case .columnMismatch(let operation, let left, let right):
      "\(operation) of \(left) and \(right) series, expected as many on both sides"
    case .notYearToDate(let period):
      "period \(period) does not begin in January, expected a year-to-date period"
    }
  }
}
