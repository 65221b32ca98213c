/// What became of the rows of a file; nothing is lost silently.
public struct AggregationAccount: Sendable, Hashable, CustomStringConvertible {
  /// How many rows stand behind the header; blank lines are none.
  public internal(set) var read = 0
  /// How many rows have a number that is in a sum.
  public internal(set) var aggregated = 0
  /// How many rows have nothing in the column of the measure: missing, not zero.
  ///
  /// Their groups are in the result.
  public internal(set) var missing = 0
  /// How many rows were published again in a newer vintage, which counts in their place.
  public internal(set) var superseded = 0
  /// How many rows do not meet the filters.
  public internal(set) var filtered = 0
  /// How many rows are in no sum because something is wrong with them.
  public internal(set) var reported = 0

  /// Makes an account of zero.
  public init() {}

  /// Whether every row is accounted for.
  public var isBalanced: Bool {
    read == aggregated + missing + superseded + filtered + reported
  }

  /// For example `10 rows read = 7 aggregated + 1 without a value + 0 filtered out + 2 reported`.
  public var description: String {
    "\(read) \(read == 1 ? "row" : "rows") read = \(aggregated) aggregated + "
      + "\(missing) without a value + "
      + (superseded > 0 ? "\(superseded) of older vintages + " : "")
      + "\(filtered) filtered out + \(reported) reported"
  }

  mutating func add(_ other: AggregationAccount) {
    read += other.read
    aggregated += other.aggregated
    missing += other.missing
    superseded += other.superseded
    filtered += other.filtered
    reported += other.reported
  }
}
