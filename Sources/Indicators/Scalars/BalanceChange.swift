public import TimeSeries

/// How a balance changed, in the words of reports: the deficit widened by 5 (25 %).
///
///     let change = BalanceChange(from: Observation(-20), to: Observation(-25))
///     // change?.direction is .widened, change?.size is 5, change?.rateOfSize.value is 25
///
/// A change of a balance is always in money. "Widened" and "narrowed" speak of the size and are
/// used between balances of the same sign only.
public struct BalanceChange: Sendable, Hashable {
  /// Which side of zero a balance is on.
  public enum Position: String, Sendable, Hashable, CaseIterable {
    /// Exports are above imports.
    case surplus
    /// Exports are below imports.
    case deficit
    /// Exports and imports are equal.
    case balanced
  }

  /// What happened to the size of the balance.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// The same side of zero, further from it.
    case widened
    /// The same side of zero, nearer to it.
    case narrowed
    /// The same value.
    case unchanged
    /// From a deficit to a surplus or back.
    case turned
    /// From zero to a surplus or a deficit.
    case opened
    /// From a surplus or a deficit to zero.
    case closed
  }

  /// The balance before.
  public let base: Double
  /// The balance now.
  public let current: Double
  /// The statuses of both.
  public let status: ObservationStatus

  /// Makes the change between two balances; `nil` when one is missing or covers only a part of
  /// its period.
  public init?(from base: Observation, to current: Observation) {
    guard let before = base.value, let now = current.value,
      Growth.difference(from: base, to: current).value != nil
    else { return nil }
    self.base = before
    self.current = now
    status = base.status.union(current.status)
  }

  /// Where the balance was.
  public var basePosition: Position { Self.position(base) }
  /// Where the balance is.
  public var position: Position { Self.position(current) }

  /// What happened to the size.
  public var direction: Direction {
    if base == current { return .unchanged }
    if base == 0 { return .opened }
    if current == 0 { return .closed }
    if basePosition != position { return .turned }
    return current.magnitude > base.magnitude ? .widened : .narrowed
  }

  /// The balance now less the balance before: positive when it moved towards a surplus.
  public var change: Double { current - base }

  /// How far the balance moved, without a sign: the amount by which it widened or narrowed.
  public var size: Double { change.magnitude }

  /// The change of the size in percent; missing between balances of different sign.
  public var rateOfSize: Observation {
    Growth.rateOfSize(from: Observation(base, status), to: Observation(current, status))
  }

  private static func position(_ balance: Double) -> Position {
    balance > 0 ? .surplus : balance < 0 ? .deficit : .balanced
  }
}
