internal import Glibc
public import TimeSeries

/// Changes between two observations: rates in percent, differences in the unit of the data.
///
///     Growth.rate(from: Observation(100), to: Observation(110)).value  // 10.0
///
/// A change that has no meaning is missing and says why. The rules for rates of change:
///
/// | base | current | result |
/// | --- | --- | --- |
/// | above 0 | above 0 | 100 · (current / base − 1), marked `extreme` above ten times the base |
/// | above 0 | 0 | −100 |
/// | above 0 | below 0 | missing, `signChange` |
/// | 0 | any | missing, `zeroBase` |
/// | below 0 | 0 or below | missing, `negativeBase`; see ``rateOfSize(from:to:)`` |
/// | below 0 | above 0 | missing, `signChange` |
/// | missing | any | missing, `baseMissing` and the reasons of the base |
/// | any | missing | missing, the reasons of the current value |
///
/// An observation that covers only a part of its period (`partial`) is not comparable with
/// another, so the change is missing. All other statuses, such as a break in the series, stay
/// with the result.
public enum Growth {
  /// How many times the base a value may be before the rate is marked `extreme`.
  public static let extremeRatio: Double = 10

  /// Returns the change from one observation to another in percent of the first.
  ///
  /// Definition: `100 · (c / b − 1)` for `b > 0` and `c ≥ 0`; not rounded.
  public static func rate(from base: Observation, to current: Observation) -> Observation {
    rate(from: base, to: current) { 100 * ($1 / $0 - 1) }
  }

  /// Returns the change of the size in percent, for two observations of the same sign.
  ///
  ///     // a deficit of 20 that becomes one of 25
  ///     Growth.rateOfSize(from: Observation(-20), to: Observation(-25)).value  // 25.0
  ///
  /// Definition: `100 · (|c| / |b| − 1)`; not rounded. This is the percentage in "the deficit
  /// widened by 5 (25 %)". Zero and a change of sign are treated as in ``rate(from:to:)``.
  public static func rateOfSize(from base: Observation, to current: Observation) -> Observation {
    guard let b = base.value, let c = current.value, b < 0, c <= 0 else {
      return rate(from: base, to: current)
    }
    return rate(from: Observation(-b, base.status), to: Observation(-c, current.status))
  }

  /// Returns the rate that a year of such changes would give, in percent.
  ///
  /// Definition: `100 · ((c / b)^p − 1)` for `p` periods in a year; not rounded.
  public static func annualizedRate(
    from base: Observation, to current: Observation, periodsPerYear: Double
  ) -> Observation {
    rate(from: base, to: current) { 100 * (pow($1 / $0, periodsPerYear) - 1) }
  }

  /// Returns the constant yearly rate that leads from one observation to another, in percent
  /// (CAGR).
  ///
  /// Definition: `100 · ((c / b)^(1 / T) − 1)` for `T` years; not rounded.
  ///
  /// - Precondition: `years` is above zero.
  public static func compoundRate(
    from base: Observation, to current: Observation, years: Double
  ) -> Observation {
    precondition(years > 0, "a yearly rate over \(years) years: expected more than 0")
    return rate(from: base, to: current) { 100 * (pow($1 / $0, 1 / years) - 1) }
  }

  /// Returns the change from one observation to another in their unit: money for exports,
  /// percentage points for rates.
  ///
  /// Definition: `c − b`. Signs do not matter.
  public static func difference(from base: Observation, to current: Observation) -> Observation {
    if let refusal = refusal(base, current) { return refusal }
    return current.combined(with: base, -)
  }

  /// Missing when an operand is missing or covers a part of its period only.
  private static func refusal(_ base: Observation, _ current: Observation) -> Observation? {
    var status = base.status.union(current.status)
    if base.value == nil { status.formUnion(.baseMissing) }
    let isIncomplete = status.contains(.partial)
    guard base.value == nil || current.value == nil || isIncomplete else { return nil }
    return Observation(missing: status)
  }

  private static func rate(
    from base: Observation, to current: Observation, _ formula: (Double, Double) -> Double
  ) -> Observation {
    if let refusal = refusal(base, current) { return refusal }
    guard let b = base.value, let c = current.value else { return refusal(base, current, .unknown) }
    if b == 0 { return refusal(base, current, .zeroBase) }
    if b < 0 { return refusal(base, current, c > 0 ? .signChange : .negativeBase) }
    if c < 0 { return refusal(base, current, .signChange) }
    var status = base.status.union(current.status)
    if c / b > extremeRatio { status.formUnion(.extreme) }
    let value = formula(b, c)
    return value.isFinite ? Observation(value, status) : Observation(missing: status)
  }

  private static func refusal(
    _ base: Observation, _ current: Observation, _ reason: ObservationStatus
  ) -> Observation {
    Observation(missing: base.status.union(current.status).union(reason))
  }
}
