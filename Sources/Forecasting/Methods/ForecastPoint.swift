public import TimeSeries

/// The forecast of one period.
public struct ForecastPoint: Sendable, Hashable {
  /// The period.
  public let period: Period
  /// The expected value, in the unit of the series; finite.
  public let value: Double
  /// One interval for each level that was asked for, the smallest level first; none where the
  /// series is too short for any.
  public let intervals: [PredictionInterval]

  /// Makes a point.
  ///
  /// - Precondition: The value is finite.
  public init(period: Period, value: Double, intervals: [PredictionInterval]) {
    precondition(value.isFinite, "a forecast of \(value)")
    self.period = period
    self.value = value
    self.intervals = intervals
  }

  /// The interval of a level; `nil` when it was not asked for or could not be given.
  public func interval(_ level: IntervalLevel) -> PredictionInterval? {
    intervals.first { $0.level == level }
  }
}
