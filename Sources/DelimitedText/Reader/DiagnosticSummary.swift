public import Diagnostics

/// How often one kind of finding occurs, and where first.
public struct DiagnosticSummary: Sendable, Hashable, CustomStringConvertible {
  /// The id that the findings share.
  public let id: String
  /// How many findings there are.
  public let count: Int
  /// The greatest severity among them.
  public let severity: Severity
  /// The first of them.
  public let first: Diagnostic

  /// For example `12 × csv.unequal-fields (error), first at trade.csv:14:1`.
  public var description: String {
    "\(count) × \(id) (\(severity.rawValue))" + (first.location.map { ", first at \($0)" } ?? "")
  }
}

extension Sequence where Element == Diagnostic {
  /// Returns one summary for each id, in the order of their first findings.
  ///
  /// - Complexity: O(*n*).
  public func summarizedByID() -> [DiagnosticSummary] {
    var summaries: [DiagnosticSummary] = []
    var places: [String: Int] = [:]
    for finding in self {
      if let place = places[finding.id] {
        let old = summaries[place]
        summaries[place] = DiagnosticSummary(
          id: old.id, count: old.count + 1, severity: Swift.max(old.severity, finding.severity),
          first: old.first)
      } else {
        places[finding.id] = summaries.count
        summaries.append(
          DiagnosticSummary(
            id: finding.id, count: 1, severity: finding.severity, first: finding))
      }
    }
    return summaries
  }
}
