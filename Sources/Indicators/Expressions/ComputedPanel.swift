public import TimeSeries

/// What an expression gives: values with their unit and a label for tables.
public struct ComputedPanel<Key: Hashable & Sendable>: Sendable, Equatable {
  /// The values; one that cannot be computed is missing and says why.
  public let panel: Panel<Key>
  /// The unit: `percent`, `pp`, `ratio`, `index`, or made from those of the measures.
  public let unit: String
  /// The expression written out.
  public let label: String
}
