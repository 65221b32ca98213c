/// Why forecasts cannot be made to add up.
public enum ReconciliationError: Error, Sendable, Hashable {
  /// The forecasts or residuals have another number of series than the hierarchy.
  case seriesMismatch(what: String, expected: Int, found: Int)
  /// The method needs residuals, which were not given.
  case residualsMissing(method: ReconciliationMethod)
  /// The method needs more residuals for each series.
  case tooFewResiduals(method: ReconciliationMethod, needed: Int, found: Int)
  /// A forecast or a residual is not finite.
  case nonFinite(what: String, name: String)
  /// A fixed row, or a row that must not be negative, is not in the hierarchy.
  case unknownRow(Int)
  /// The fixed rows contradict each other.
  case contradictory(name: String, step: Int)
  /// The rows that must not be negative cannot all be kept so.
  case negativeAggregate(name: String, step: Int)
  /// The values leave the range in which sums are exact.
  case outOfRange(largest: Double)
  /// A row has no forecast of its own.
  case noForecast(name: String, reason: ForecastError)
  /// The series end at different periods.
  case originsDiffer(name: String, origin: String, other: String)
  /// A calculation failed.
  case numeric(String)
}

extension ReconciliationError: CustomStringConvertible {
  /// The reason in words, with what was found and what is needed.
  public var description: String {
    switch self {
    case .seriesMismatch(let what, let expected, let found):
      "\(what) of \(found) series, expected \(expected), one for each row of the hierarchy"
    case .residualsMissing(let method):
      "reconciliation by \(method.rawValue) needs the residuals of the models, found none"
    case .tooFewResiduals(let method, let needed, let found):
      "reconciliation by \(method.rawValue) needs \(needed) residuals of each series, found \(found)"
    case .nonFinite(let what, let name):
      "\(what) of '\(name)' hold a NaN or an infinity, expected finite numbers"
    case .unknownRow(let row):
      "row \(row) is fixed or kept from being negative, but the hierarchy does not have it"
    case .contradictory(let name, let step):
      "the fixed rows contradict each other at step \(step), seen at '\(name)'"
    case .negativeAggregate(let name, let step):
      "'\(name)' is negative at step \(step) and has no part that could be raised"
    case .outOfRange(let largest):
      "a value of \(largest) is too large to be added exactly, expected at most 1e36"
    case .noForecast(let name, let reason): "'\(name)' has no forecast: \(reason)"
    case .originsDiffer(let name, let origin, let other):
      "'\(name)' ends with \(origin), expected \(other) as the others"
    case .numeric(let reason): reason
    }
  }
}
