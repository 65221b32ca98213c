/// Why an operation has no answer for this data.
public enum SeriesError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Percentages and ratios do not add up or average to those of a longer period.
  case rateNotAggregable
  /// The operation is only for one kind of series.
  case kindMismatch(operation: String, expected: SeriesKind, found: SeriesKind)
  /// Values of this kind do not add up across series.
  case notAdditive(SeriesKind)
  /// Two operands that must have as many columns do not.
  case columnMismatch(operation: String, Int, Int)
  /// A period that does not run from the start of a year was given to a year-to-date operation.
  case notYearToDate(Period)

  /// What is wrong, with what was expected.
  public var description: String {
    switch self {
    case .rateNotAggregable:
      "a rate cannot be aggregated, expected levels to compute it anew from"
    case .kindMismatch(let operation, let expected, let found):
      "\(operation) of \(found.withArticle), expected \(expected.withArticle)"
    case .notAdditive(let kind):
      "the values of \(kind.withArticle) do not add up across series, "
        + "expected flows or stocks"
    case .columnMismatch(let operation, let left, let right):
      "\(operation) of \(left) and \(right) series, expected as many on both sides"
    case .notYearToDate(let period):
      "period \(period) is not a year-to-date period, expected at most 12 months from the month "
        + "in which the sums start anew"
    }
  }
}

extension SeriesKind {
  /// The name as it stands in a sentence: `a flow`, `an index`.
  fileprivate var withArticle: String { self == .index ? "an index" : "a \(rawValue)" }
}
