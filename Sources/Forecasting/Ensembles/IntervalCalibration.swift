internal import NumericCore

/// How far values fell from combined forecasts at earlier origins, in units of the deviation that
/// the members give: Student's t, scaled.
///
/// The numbers are those of backtests inside the training parts of M1 and M3; see
/// `Documentation/Methods/forecast-default.md`.
struct IntervalCalibration: Sendable {
  /// The scale one step ahead.
  let scale: Double
  /// What is added to the scale with each further step.
  let growth: Double
  /// How heavy the tails are.
  let degreesOfFreedom: Double

  /// Normal quantiles as they are.
  static let none = IntervalCalibration(scale: 1, growth: 0, degreesOfFreedom: .infinity)
  /// For data with seasons.
  static let seasonal = IntervalCalibration(scale: 1, growth: 0, degreesOfFreedom: .infinity)
  /// For one value a year.
  static let yearly = IntervalCalibration(scale: 1, growth: 0, degreesOfFreedom: .infinity)

  /// The factor of the deviation so many steps ahead.
  func scale(step: Int) -> Double { scale + growth * Double(step - 1) }

  /// The half width of an interval in units of the scaled deviation.
  func quantile(_ level: IntervalLevel) -> Double {
    let probability = 1 - level.outside / 2
    return degreesOfFreedom.isInfinite
      ? NormalDistribution.standard.quantile(probability)
      : StudentTDistribution(degreesOfFreedom: degreesOfFreedom).quantile(probability)
  }
}
