public import Diagnostics

/// The sums of an aggregation, in order, and what was found on the way.
///
/// Rows are sorted by their keys, the period last, each by the bytes of its text.
public struct AggregationResult: Sendable {
  /// What was done.
  public let plan: AggregationPlan
  /// What became of the rows of the file.
  public let account: AggregationAccount
  /// What is wrong or worth knowing: the first twenty findings about rows, how many more there are
  /// of each kind, and what is about the whole file.
  public let diagnostics: [Diagnostic]
  /// For each key of the plan its texts, sorted by bytes.
  let texts: [[[UInt8]]]
  /// For each key of the plan, and each row, the index of its text.
  let keys: [[Int32]]
  /// For each row the sum; `nil` when its group has no number, only missing ones.
  public let values: [Double?]
  /// For each row the change in percent, `nil` where it has no meaning; empty when the plan asks
  /// for none.
  public let changes: [Double?]

  /// How many groups there are.
  public var rowCount: Int { values.count }

  /// Whether there is an error among the findings.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Returns the texts of the keys of a row, in the order of the plan.
  ///
  /// - Precondition: The row is in `0..<rowCount`.
  public func keys(ofRow row: Int) -> [String] {
    precondition(row >= 0 && row < rowCount, "row \(row) of \(rowCount)")
    return keys.indices.map { column in
      String(decoding: texts[column][Int(keys[column][row])], as: UTF8.self)
    }
  }
}
