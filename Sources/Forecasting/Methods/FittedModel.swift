/// What every fitted model can say; ``ForecastFit`` makes forecasts of it.
protocol FittedModel: Sendable {
  /// The model as it stands in tables.
  var name: String { get }
  /// What was estimated.
  var parameters: [ForecastParameter] { get }
  /// One-step errors in the order of time, without those that the start costs.
  var residuals: [Double] { get }
  /// How many parameters the standard deviation of the residuals pays for.
  var parameterCount: Int { get }
  /// For a combination, its members.
  var members: [any FittedModel] { get }
  /// What a reader should know.
  var notes: [String] { get }
  /// The expected values of the next periods.
  func points(_ horizon: Int) -> [Double]
  /// The same where values below a floor are impossible; a combination raises its members first.
  func points(_ horizon: Int, atLeast floor: Double) -> [Double]
  /// The standard deviation at each horizon; `nil` where there is none to give.
  func deviations(_ horizon: Int) -> [Double]?
  /// The ends of the intervals; `nil` where there is no way to know.
  func bands(_ horizon: Int, options: ForecastOptions) -> IntervalBands?
}

extension FittedModel {
  var members: [any FittedModel] { [] }
  var notes: [String] { [] }

  func points(_ horizon: Int, atLeast floor: Double) -> [Double] {
    points(horizon).map { max(floor, $0) }
  }

  func bands(_ horizon: Int, options: ForecastOptions) -> IntervalBands? {
    deviations(horizon).map {
      .normal(points(horizon), deviations: $0, levels: options.levels)
    }
  }

  /// The standard deviation of the residuals; `nil` without degrees of freedom.
  var residualDeviation: Double? {
    let freedom = residuals.count - parameterCount
    guard freedom > 0 else { return nil }
    let squares = residuals.reduce(0) { $0 + $1 * $1 }
    return (squares / Double(freedom)).squareRoot()
  }
}

/// The ends of intervals, level after level, each with one value for each horizon.
struct IntervalBands: Sendable {
  let basis: IntervalBasis
  let lower: [[Double]]
  let upper: [[Double]]
}
