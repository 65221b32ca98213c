public import TimeSeries

/// What a part is of a whole in one period, and what it adds to the growth of the whole.
public enum Share {
  /// Returns a part in percent of a total.
  ///
  ///     Share.percent(of: Observation(120), in: Observation(220)).value  // 54.5454…
  ///
  /// Definition: `100 · x / X`; not rounded. A part above its total gives more than 100.
  ///
  /// - Parameters:
  ///   - part: The part, zero or above.
  ///   - total: The total, above zero, in the unit of the part.
  /// - Returns: Missing as `zeroBase` for a total of zero, as not applicable when either is below
  ///   zero, with the reasons of a missing operand, and when one covers only a part of its period.
  public static func percent(of part: Observation, in total: Observation) -> Observation {
    quotient(of: part, by: total) { 100 * $0 / $1 }
  }

  /// Returns what a part adds to the growth of its total, in percentage points.
  ///
  ///     // a part that grows from 100 to 120 in a total that grows from 200 to 220
  ///     // contributes 10 of the 10 percent
  ///
  /// Definition: `100 · (x1 − x0) / X0`; the contributions of all parts add to the growth of the
  /// total. The part may have any sign.
  ///
  /// - Parameters:
  ///   - part0: The part in the base period.
  ///   - part1: The part in the current period.
  ///   - total0: The total in the base period.
  ///   - total1: The total in the current period.
  /// - Returns: Missing, for the same reason, wherever the growth of the total is.
  public static func contribution(
    from part0: Observation, to part1: Observation, totalFrom total0: Observation,
    to total1: Observation
  ) -> Observation {
    let growth = Growth.rate(from: total0, to: total1)
    let change = Growth.difference(from: part0, to: part1)
    let status = growth.status.union(change.status)
    guard growth.value != nil, let base = total0.value, let change = change.value else {
      return Observation(missing: status)
    }
    let points = 100 * change / base
    return points.isFinite ? Observation(points, status) : Observation(missing: status)
  }

  /// A quotient of two values that are not below zero.
  static func quotient(
    of part: Observation, by total: Observation, _ formula: (Double, Double) -> Double
  ) -> Observation {
    let status = part.status.union(total.status)
    guard let x = part.value, let whole = total.value, !status.contains(.partial) else {
      return Observation(missing: status)
    }
    if x < 0 || whole < 0 { return Observation(missing: status.union(.notApplicable)) }
    if whole == 0 { return Observation(missing: status.union(.zeroBase)) }
    let value = formula(x, whole)
    return value.isFinite ? Observation(value, status) : Observation(missing: status)
  }
}
