public import TimeSeries

/// What exports and imports of one period say together.
///
/// A result is missing when an operand is, or covers only a part of its period. Statuses of both
/// operands stay with the result.
public enum Balance {
  /// Returns exports less imports, in their unit.
  public static func difference(exports: Observation, imports: Observation) -> Observation {
    let status = exports.status.union(imports.status)
    return status.contains(.partial)
      ? Observation(missing: status) : exports.combined(with: imports, -)
  }

  /// Returns exports in percent of imports, 100 for equal values.
  ///
  /// Definition: `100 · X / M`. Missing as `zeroBase` when nothing is imported, as not applicable
  /// when a side is below zero.
  public static func coverRatio(exports: Observation, imports: Observation) -> Observation {
    Share.quotient(of: exports, by: imports) { 100 * $0 / $1 }
  }

  /// Returns the balance over total trade, from −1 (imports only) to 1 (exports only).
  ///
  /// Definition: `(X − M) / (X + M)`. Missing as `zeroBase` without any trade, as not applicable
  /// when a side is below zero.
  public static func normalized(exports: Observation, imports: Observation) -> Observation {
    let status = exports.status.union(imports.status)
    guard let x = exports.value, let m = imports.value, !status.contains(.partial) else {
      return Observation(missing: status)
    }
    if x < 0 || m < 0 { return Observation(missing: status.union(.notApplicable)) }
    let total = x + m
    if total == 0 { return Observation(missing: status.union(.zeroBase)) }
    return total.isFinite ? Observation((x - m) / total, status) : Observation(missing: status)
  }
}
