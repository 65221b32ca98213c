internal import NumericCore

/// The effect of something in the calendar, as estimated from a series.
public struct EstimatedEffect: Sendable, Hashable {
  /// What it is.
  public let effect: CalendarEffect
  /// The change that a regressor of one makes: of the logarithm for a multiplicative
  /// adjustment (0.05 is about 5 percent), else in units of the series.
  public let coefficient: Double
  /// Its standard error under independent errors of the differenced series, so approximate;
  /// `nil` without degrees of freedom.
  public let standardError: Double?
}

/// A regression of a differenced series on calendar regressors, differenced alike.
///
/// Definition: ordinary least squares for `(1 − B)(1 − Bᵐ)y = (1 − B)(1 − Bᵐ)X·b + e`, so that
/// neither trend nor season have to be modelled. It is not the joint estimation with an ARIMA
/// model that X-13ARIMA-SEATS does.
struct CalendarRegression {
  /// The effects that the series can tell; those that vanish in the differences are left out.
  let estimates: [EstimatedEffect]
  /// The sum of all effects for each value.
  let total: [Double]

  init(
    _ values: [Double], seasonLength: Int, effects: [(CalendarEffect, [Double])]
  ) throws(NumericError) {
    func differenced(_ y: [Double]) -> [Double] {
      let seasonal = (seasonLength..<y.count).map { y[$0] - y[$0 - seasonLength] }
      return zip(seasonal.dropFirst(), seasonal).map { $0 - $1 }
    }
    let usable = effects.compactMap { effect, regressor -> (CalendarEffect, [Double], [Double])? in
      let column = differenced(regressor)
      return column.contains { $0.magnitude > 1e-9 } ? (effect, regressor, column) : nil
    }
    guard !usable.isEmpty else {
      (estimates, total) = ([], Array(repeating: 0, count: values.count))
      return
    }
    let fit = try Matrix(fromColumns: usable.map(\.2)).leastSquares(for: differenced(values))
    estimates = usable.indices.map { index in
      EstimatedEffect(
        effect: usable[index].0, coefficient: fit.coefficients[index],
        standardError: fit.standardErrors?[index])
    }
    total = values.indices.map { row in
      usable.indices.reduce(0) { $0 + fit.coefficients[$1] * usable[$1].1[row] }
    }
  }
}
