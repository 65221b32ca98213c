internal import Glibc
internal import NumericCore

/// A seasonal ARIMA model, fitted by exact maximum likelihood to the differenced values; missing ones
/// are estimated with it.
struct ARIMAModel: FittedModel {
  let order: ARIMAOrder
  private let seasonLength: Int
  private let values: [Double]
  private let unit: Double
  private let coefficients: ARMACoefficients
  private let likelihood: ARMALikelihood
  let residuals: [Double]
  /// Akaike's criterion with the correction for few values.
  let criterion: Double
  /// Whether a partial autocorrelation is within 1 % of the unit circle: such a model promises more
  /// than it can keep.
  let isNearCircle: Bool

  var parameterCount: Int { order.coefficientCount + 1 }

  var name: String {
    order.isSeasonal ? "\(order)[\(seasonLength)]" : order.description
  }

  var parameters: [ForecastParameter] {
    var list: [ForecastParameter] = []
    func add(_ label: String, _ values: [Double]) {
      for (index, value) in values.enumerated() {
        list.append(ForecastParameter("\(label)\(index + 1)", value))
      }
    }
    add("ar", coefficients.ar)
    add("ma", coefficients.ma)
    add("sar", coefficients.seasonalAR)
    add("sma", coefficients.seasonalMA)
    if order.hasConstant {
      list.append(
        ForecastParameter(
          order.d + order.seasonalD > 0 ? "drift" : "mean", coefficients.mean * unit))
    }
    list.append(ForecastParameter("sigma2", likelihood.variance * unit * unit))
    list.append(ForecastParameter("loglik", logLikelihood))
    if criterion.isFinite { list.append(ForecastParameter("aicc", criterion)) }
    return list
  }

  /// The log-likelihood of the differenced values in the unit of the series.
  var logLikelihood: Double {
    likelihood.logLikelihood - Double(likelihood.count) * log(unit)
  }

  /// Fits given orders.
  ///
  /// - Throws: Why they cannot be fitted, with a simpler method.
  init(_ order: ARIMAOrder, _ sample: ForecastSample) throws(ForecastError) {
    if order.isSeasonal && sample.seasonLength == 1 {
      throw .noSeasons(
        method: order.description,
        simpler: ARIMAOrder(p: order.p, d: order.d, q: order.q, constant: order.hasConstant)
          .description)
    }
    let lost = order.d + order.seasonalD * sample.seasonLength
    let needed = lost + order.coefficientCount + 3
    guard sample.count >= needed else {
      throw .tooShort(
        method: order.description, needed: needed, found: sample.count, simpler: "drift")
    }
    guard let model = ARIMAModel(order, sample, from: nil) else {
      throw .noAnswer(
        method: order.description, reason: "the likelihood has no maximum for these values",
        simpler: sample.isConstant ? "naive" : "ses")
    }
    self = model
  }

  init?(_ order: ARIMAOrder, _ sample: ForecastSample, from start: [Double]?) {
    self.order = order
    seasonLength = sample.seasonLength
    let size = sample.values.reduce(0) { $0 + $1.magnitude / Double(sample.count) }
    unit = size > 0 ? exp2(Double(size.exponent)) : 1
    var values = sample.values.map { [unit] in $0 / unit }
    let w = Differencing.apply(values, order, seasonLength: seasonLength)
    let gaps = Differencing.gaps(of: sample, order, seasonLength: seasonLength)
    guard w.count - gaps.count > order.coefficientCount + 1, w.contains(where: { $0 != w[0] })
    else {
      return nil
    }
    var objective = ARMAObjective(
      order, w: w, gaps: gaps, seasonLength: seasonLength, kind: .exact)
    var x = start ?? objective.start
    if !x.isEmpty {
      guard
        let minimum = QuasiNewton(tolerance: 1e-6, stepLimit: 100).minimize(
          &objective, from: x, scales: [Double](repeating: 1 / Double(w.count), count: x.count))
      else { return nil }
      x = minimum.point
    }
    isNearCircle = order.isNearCircle(x)
    coefficients = objective.coefficients(x)
    let (ar, ma) = (coefficients.fullAR(seasonLength), coefficients.fullMA(seasonLength))
    guard
      let likelihood = ARMALikelihood(w, ar: ar, ma: ma, mean: coefficients.mean, gaps: gaps)
    else { return nil }
    for (index, correction) in zip(sample.missing.sorted(), likelihood.corrections) {
      values[index] -= correction
    }
    self.values = values
    self.likelihood = likelihood
    residuals = likelihood.innovations.map { [unit] in $0 * unit }
    let (n, k) = (Double(likelihood.count), Double(order.coefficientCount + 1))
    let own = -2 * (likelihood.logLikelihood - n * log(unit))
    criterion = n - k - 1 > 0 ? own + 2 * k + 2 * k * (k + 1) / (n - k - 1) : .infinity
  }

  func points(_ horizon: Int) -> [Double] {
    let w = Differencing.apply(values, order, seasonLength: seasonLength)
    guard
      let extended = ARMALikelihood(
        w, ar: likelihood.ar, ma: likelihood.ma, mean: likelihood.mean, ahead: horizon)
    else { return [Double](repeating: .nan, count: horizon) }
    // Undo the differences: a value is its difference and what the difference took off.
    let polynomial = differencePolynomial
    var y = values
    for value in extended.forecasts(of: w) {
      var sum = value
      for (i, c) in polynomial.enumerated() where c != 0 { sum -= c * y[y.count - 1 - i] }
      y.append(sum)
    }
    return y.suffix(horizon).map { $0 * unit }
  }

  /// The coefficients of `(1 − B)^d(1 − B^m)^D` without the leading one.
  private var differencePolynomial: [Double] {
    var polynomial = [1.0]
    for _ in 0..<order.d { polynomial = ARMACoefficients.product(polynomial, [1, -1]) }
    for _ in 0..<order.seasonalD {
      let zeros = [Double](repeating: 0, count: seasonLength - 1)
      polynomial = ARMACoefficients.product(polynomial, [1] + zeros + [-1])
    }
    return Array(polynomial.dropFirst())
  }

  /// By the weights that the undifferenced model gives to past errors.
  func deviations(_ horizon: Int) -> [Double]? {
    let freedom = likelihood.count - order.coefficientCount
    guard freedom > 0 else { return nil }
    let squares = likelihood.variance * Double(likelihood.count)
    let variance = squares / Double(freedom) * unit * unit
    let full = ARMACoefficients.product(
      [1] + likelihood.ar.map { -$0 }, [1] + differencePolynomial)
    let psi = ARMALikelihood.responses(
      full.dropFirst().map { -$0 }, likelihood.ma, count: horizon)
    var sum = 0.0
    return psi.map { weight in
      sum += weight * weight
      return (variance * sum).squareRoot()
    }
  }
}
