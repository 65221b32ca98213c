/// A value with its status; without a value, the status says why.
public struct Observation: Sendable, Hashable {
  /// The value, `nil` when it is missing; never infinite, never NaN.
  public let value: Double?
  /// What is known beside the value.
  public let status: ObservationStatus

  /// Makes an observation with a value.
  ///
  /// - Precondition: `value` is finite.
  public init(_ value: Double, _ status: ObservationStatus = .normal) {
    precondition(value.isFinite, "an observation of \(value): expected a finite number")
    self.value = value
    self.status = status
  }

  /// Makes a missing observation; a status that gives no reason becomes unknown.
  public init(missing status: ObservationStatus) {
    value = nil
    self.status = status.isDisjoint(with: .missing) ? status.union(.unknown) : status
  }

  /// The value that a calculation on both gives, with the statuses of both; missing when one is,
  /// or when the result is not finite.
  public func combined(
    with other: Observation, _ calculate: (Double, Double) -> Double
  ) -> Observation {
    let status = status.union(other.status)
    guard let a = value, let b = other.value else { return Observation(missing: status) }
    let result = calculate(a, b)
    return result.isFinite ? Observation(result, status) : Observation(missing: status)
  }
}
