internal import NumericCore
internal import TimeSeries

/// How far values fell from combined forecasts at earlier origins, in units of the deviation that
/// the members give: Student's t, scaled, wider with each step.
///
/// The numbers are those of backtests inside the training parts of M1 and M3, M3 having most of
/// the weight by its number of series; see `Documentation/Methods/forecast-default.md`.
struct IntervalCalibration: Sendable {
  /// The scale one step ahead.
  let scale: Double
  /// What is added to the scale with each further step.
  let growth: Double
  /// The furthest step that was measured; beyond it the scale stays.
  let furthest: Int
  /// How heavy the tails are; infinite for normal ones.
  let degreesOfFreedom: Double

  /// Normal quantiles as they are.
  static let none = IntervalCalibration(
    scale: 1, growth: 0, furthest: 1, degreesOfFreedom: .infinity)

  /// Makes what backtests gave for a frequency.
  init(_ frequency: Frequency) {
    switch frequency {
    case .monthly: self.init(scale: 0.86, growth: 0.012, furthest: 18, degreesOfFreedom: 4)
    case .quarterly, .halfYearly:
      self.init(scale: 0.99, growth: 0.06, furthest: 8, degreesOfFreedom: 5)
    case .yearly: self.init(scale: 1, growth: 0.22, furthest: 6, degreesOfFreedom: 3)
    }
  }

  private init(scale: Double, growth: Double, furthest: Int, degreesOfFreedom: Double) {
    self.scale = scale
    self.growth = growth
    self.furthest = furthest
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The factor of the deviation so many steps ahead.
  func scale(step: Int) -> Double { scale + growth * Double(min(step, furthest) - 1) }

  /// The half width of an interval in units of the scaled deviation.
  func quantile(_ level: IntervalLevel) -> Double {
    let probability = 1 - level.outside / 2
    return degreesOfFreedom.isInfinite
      ? NormalDistribution.standard.quantile(probability)
      : StudentTDistribution(degreesOfFreedom: degreesOfFreedom).quantile(probability)
  }
}
