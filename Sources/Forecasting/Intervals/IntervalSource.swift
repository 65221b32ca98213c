/// Where prediction intervals come from.
public enum IntervalSource: Sendable, Hashable {
  /// From the model: by formula where there is an exact one, by simulation otherwise; for
  /// combinations from their members and from past errors.
  case model
  /// From the method's own errors at earlier origins, without any assumption about their shape.
  ///
  /// - Parameter windows: How many earlier origins to use at most.
  case conformal(windows: Int)
}

/// The smallest value that a series can have.
public enum LowerBound: Sendable, Hashable {
  /// Zero for a flow or a stock that never was below zero, none otherwise.
  case automatic
  /// Zero; exports cannot be negative.
  case zero
  /// None; a balance can be negative even if it never was.
  case none
}

/// What a forecast is asked for beside its horizon.
public struct ForecastOptions: Sendable, Hashable {
  /// The levels of the intervals; none gives no intervals.
  public var levels: [IntervalLevel]
  /// Where the intervals come from.
  public var intervals: IntervalSource
  /// What values are possible; intervals and points are cut there.
  public var lowerBound: LowerBound
  /// The seed of the simulated paths.
  public var seed: UInt64
  /// How many paths are simulated where there is no formula.
  public var paths: Int

  /// Makes options; the defaults are intervals of 80 % and 95 % from the model.
  public init(
    levels: [IntervalLevel] = [.percent(80), .percent(95)], intervals: IntervalSource = .model,
    lowerBound: LowerBound = .automatic, seed: UInt64 = 1, paths: Int = 5000
  ) {
    precondition(paths >= 100, "\(paths) paths: expected at least 100")
    self.levels = levels.sorted()
    self.intervals = intervals
    self.lowerBound = lowerBound
    self.seed = seed
    self.paths = paths
  }
}
