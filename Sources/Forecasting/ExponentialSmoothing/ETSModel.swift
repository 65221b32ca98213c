internal import Glibc
internal import NumericCore
internal import TimeSeries

/// Exponential smoothing of one form, fitted by maximum likelihood.
struct ETSModel: FittedModel {
  let form: ExponentialSmoothing
  let seasonLength: Int
  /// Weights, and the states before the first value, in the unit of the series.
  let start: ETSKernel.Parameters
  /// Weights, and the states after the last value; the season of the next period first.
  let last: ETSKernel.Parameters
  let residuals: [Double]
  let parameterCount: Int
  /// The variance of the errors, relative ones where they are multiplicative.
  let variance: Double?
  /// The log-likelihood as R gives it, up to the same constant.
  let logLikelihood: Double
  /// Akaike's criterion with the correction for few values; infinite when there are too few.
  let criterion: Double
  /// Whether it was chosen among forms.
  var isSelected = false

  var name: String { form.description }

  var parameters: [ForecastParameter] {
    var list = [ForecastParameter("alpha", start.alpha)]
    if form.trend != .none { list.append(ForecastParameter("beta", start.beta)) }
    if form.season != .none { list.append(ForecastParameter("gamma", start.gamma)) }
    if form.trend == .damped { list.append(ForecastParameter("phi", start.phi)) }
    list.append(ForecastParameter("l0", start.level))
    if form.trend != .none { list.append(ForecastParameter("b0", start.slope)) }
    for (index, season) in start.seasons.enumerated() {
      list.append(ForecastParameter("s\(index + 1)", season))
    }
    list.append(ForecastParameter("loglik", logLikelihood))
    if criterion.isFinite { list.append(ForecastParameter("aicc", criterion)) }
    return list
  }

  /// Fits a form.
  ///
  /// `slopeShare`: The largest β as a share of α.
  /// - Throws: Why the form cannot be fitted, with a simpler one.
  init(
    _ form: ExponentialSmoothing, _ sample: ForecastSample, slopeShare: Double = 1
  ) throws(ForecastError) {
    try Self.check(form, sample)
    var search = ETSSearch(sample, slopeShare: slopeShare)
    // Seasons can be slow or quick, and there is often a maximum for each.
    let quick = form.season == .none ? nil : search.fit(form, quickSeasons: true, tolerance: 1e-8)
    let slow = search.fit(form, tolerance: 1e-8)
    guard let fit = [slow, quick].compactMap(\.self).min(by: { $0.objective < $1.objective }) else {
      throw .noAnswer(
        method: form.description, reason: "no weights fit these values",
        simpler: form.season == .none ? "naive" : "snaive")
    }
    self = search.model(fit)
  }

  init(
    form: ExponentialSmoothing, seasonLength: Int, start: ETSKernel.Parameters,
    last: ETSKernel.Parameters, residuals: [Double], parameterCount: Int, variance: Double?,
    logLikelihood: Double, criterion: Double
  ) {
    self.form = form
    self.seasonLength = seasonLength
    self.start = start
    self.last = last
    self.residuals = residuals
    self.parameterCount = parameterCount
    self.variance = variance
    self.logLikelihood = logLikelihood
    self.criterion = criterion
  }

  private static func check(
    _ form: ExponentialSmoothing, _ sample: ForecastSample
  ) throws(ForecastError) {
    let name = form.description
    let m = sample.seasonLength
    if form.season != .none {
      if m == 1 { throw .noSeasons(method: name, simpler: form.trend == .none ? "ses" : "holt") }
      if sample.count < 2 * m {
        throw .tooShort(
          method: name, needed: 2 * m, found: sample.count,
          simpler: sample.count >= m ? "snaive" : "ses")
      }
    }
    let needed = form.trend == .none ? 3 : 4
    if sample.count < needed {
      throw .tooShort(method: name, needed: needed, found: sample.count, simpler: "naive")
    }
    if form.needsPositiveValues, let index = sample.firstNotPositive {
      let simpler = ExponentialSmoothing(
        error: .additive, trend: form.trend, season: form.season == .none ? .none : .additive)
      throw .notPositive(
        method: name, period: sample.period(at: index).description, value: sample.values[index],
        simpler: simpler.map { ForecastMethod.exponentialSmoothing($0).description } ?? "ses")
    }
  }
}
