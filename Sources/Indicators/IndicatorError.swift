public import TimeSeries

/// Why an indicator has no answer for this data.
public enum IndicatorError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The indicator says nothing about this kind of series.
  case kindNotAllowed(operation: String, found: SeriesKind, advice: String)
  /// The series has no such period, and none that make it up.
  case periodNotFound(operation: String, Period)
  /// The two periods are not of the same length.
  case differentLengths(operation: String, Period, Period)
  /// The two periods are different parts of their years.
  case differentParts(operation: String, Period, Period)
  /// The second period is not after the first.
  case reversed(operation: String, Period, Period)
  /// Two operands that must have as many columns do not.
  case columnMismatch(operation: String, Int, Int)
  /// An operation on the series has no answer.
  case series(SeriesError)

  /// What is wrong, with what was expected.
  public var description: String {
    switch self {
    case .kindNotAllowed(let operation, let found, let advice):
      "\(operation) of \(found.withArticle) has no meaning, expected \(advice)"
    case .periodNotFound(let operation, let period):
      "\(operation) needs \(period), which is not in the data"
    case .differentLengths(let operation, let first, let second):
      "\(operation) from \(first) (\(first.lengthText)) to \(second) (\(second.lengthText)), "
        + "expected periods of the same length"
    case .differentParts(let operation, let first, let second):
      "\(operation) from \(first) to \(second), expected the same months of both years"
    case .reversed(let operation, let first, let second):
      "\(operation) from \(first) to \(second), expected a later second period"
    case .columnMismatch(let operation, let left, let right):
      "\(operation) of \(left) and \(right) series, expected as many on both sides"
    case .series(let error): error.description
    }
  }
}

extension SeriesKind {
  /// The name as it stands in a sentence: `a flow`, `an index`.
  var withArticle: String { self == .index ? "an index" : "a \(rawValue)" }
}

extension Period {
  /// The length as it stands in a sentence: `1 month`, `9 months`.
  fileprivate var lengthText: String { count == 1 ? "1 month" : "\(count) months" }
}
