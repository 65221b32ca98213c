/// Why the values of long periods cannot be split into short ones.
public enum DisaggregationError: Error, Sendable, Hashable {
  /// There are fewer known totals than the method needs.
  case tooFewTotals(method: String, needed: Int, found: Int)
  /// The indicators do not cover all periods of the totals.
  case indicatorTooShort(needed: Int, found: Int)
  /// The method needs at least one indicator, which was not given, or takes only one.
  case indicatorCount(method: String, expected: String, found: Int)
  /// A total or an indicator is not a finite number.
  case nonFinite(what: String)
  /// The wanted frequency does not divide that of the totals.
  case frequency(from: String, to: String)
  /// The indicators say the same, or say nothing.
  case dependentIndicators
  /// A proportional method has an indicator that is zero or below.
  case notPositive(index: Int, value: Double)
  /// A calculation failed.
  case numeric(String)
}

extension DisaggregationError: CustomStringConvertible {
  /// The reason in words, with what was found and what is needed.
  public var description: String {
    switch self {
    case .tooFewTotals(let method, let needed, let found):
      "\(method) needs \(needed) totals, found \(found)"
    case .indicatorTooShort(let needed, let found):
      "the indicator must cover \(needed) periods, found \(found)"
    case .indicatorCount(let method, let expected, let found):
      "\(method) takes \(expected), found \(found)"
    case .nonFinite(let what):
      "\(what) holds a NaN or an infinity, expected finite numbers"
    case .frequency(let from, let to):
      "values by \(from) cannot be split by \(to), expected a shorter period that divides it"
    case .dependentIndicators:
      "the indicators depend on each other or on a constant, expected independent ones"
    case .notPositive(let index, let value):
      "a proportional method needs an indicator above zero, found \(value) at period \(index + 1); "
        + "the additive one takes any"
    case .numeric(let reason): reason
    }
  }
}
