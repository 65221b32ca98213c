internal import Indicators
internal import TimeSeries

/// A computed figure with the range that the printed digits behind it allow.
struct Figure: Sendable, Hashable {
  /// The value, or why there is none.
  let observation: Observation
  /// Every value that the true one can have; `nil` where the value is missing, and where no range
  /// can be given.
  let bounds: Bounds?

  init(_ observation: Observation, _ bounds: Bounds?) {
    self.observation = observation
    self.bounds = observation.value == nil ? nil : bounds
  }

  /// A figure that is missing for a reason.
  static func missing(_ reason: ObservationStatus) -> Figure {
    Figure(Observation(missing: reason), nil)
  }

  var value: Double? { observation.value }

  /// Whether the figure is above zero whatever the digits behind it stand for.
  var isSurelyPositive: Bool { bounds.map { $0.lower > Self.slack($0) } ?? false }

  /// Whether the figure is below zero whatever the digits behind it stand for.
  var isSurelyNegative: Bool { bounds.map { $0.upper < -Self.slack($0) } ?? false }

  /// Whether the figure is surely larger than another.
  func isSurelyAbove(_ other: Figure) -> Bool { (self - other).isSurelyPositive }

  static func - (lhs: Figure, rhs: Figure) -> Figure {
    let difference = Growth.difference(from: rhs.observation, to: lhs.observation)
    guard let a = lhs.bounds, let b = rhs.bounds else { return Figure(difference, nil) }
    return Figure(difference, a - b)
  }

  /// The last bits of `Double`, so that an end at zero is not taken for one beside it.
  private static func slack(_ bounds: Bounds) -> Double {
    1e-9 * max(bounds.lower.magnitude, bounds.upper.magnitude)
  }
}
