internal import Glibc
internal import NumericCore

/// The search for weights and initial states of one or more forms on one sample.
///
/// Values are divided by a power of two near their mean size, so that one tolerance is right for
/// all units and nothing is rounded.
struct ETSSearch {
  /// A form with the variables that fit it best.
  struct Fit {
    let form: ExponentialSmoothing
    let start: ETSKernel.Parameters
    /// `n·log Σe² (+ 2·Σ log μ)` in the unit of the series.
    let objective: Double
    let criterion: Double
    let parameterCount: Int
  }

  private let y: [Double]
  private let observed: [Bool]
  private let unit: Double
  let seasonLength: Int
  /// The largest β as a share of α.
  private let slopeShare: Double
  private let stepLimit: Int

  init(_ sample: ForecastSample, slopeShare: Double = 1, stepLimit: Int = 100) {
    self.slopeShare = slopeShare
    self.stepLimit = stepLimit
    let size =
      sample.values.reduce(0) { $0 + $1.magnitude / Double(sample.count) }
    unit = size > 0 ? exp2(size.exponent == Int.min ? 0 : Double(size.exponent)) : 1
    y = sample.values.map { [unit] in $0 / unit }
    observed = sample.observed
    seasonLength = sample.seasonLength
  }

  /// Fits a form; `nil` when there is no start from which it can be.
  ///
  /// With `other`, the search begins at the fit of a form with the same states; with `quickSeasons`
  /// at a small α and a large γ. It ends when steps lower minus twice the log-likelihood by less
  /// than `tolerance`.
  mutating func fit(
    _ form: ExponentialSmoothing, from other: Fit? = nil, quickSeasons: Bool = false,
    tolerance: Double
  ) -> Fit? {
    var objective = ETSObjective(
      form, y: y, observed: observed, seasonLength: seasonLength, slopeShare: slopeShare)
    guard
      var start = other.map({ scaled($0.start, by: 1 / unit, $0.form) })
        ?? ETSStart.parameters(form, y: y, seasonLength: seasonLength)
    else { return nil }
    if quickSeasons { (start.alpha, start.gamma) = (0.1, 0.6) }
    let n = Double(objective.kernel.observedCount)
    guard objective.kernel.objective(start).isFinite else { return nil }
    let square = objective.kernel.squares / n
    let meanSquare = form.error == .multiplicative ? square * start.level * start.level : square
    var x = objective.variables(start)
    // At a bound the sine is flat; a start there would never leave it.
    for i in 0..<weightCount(form) { x[i] = min(1.2, max(-1.2, x[i])) }
    guard
      let minimum = QuasiNewton(tolerance: tolerance, stepLimit: stepLimit).minimize(
        &objective, from: x, scales: objective.scales(start, meanSquare: meanSquare))
    else { return nil }
    let count = objective.variableCount + 1
    let value = minimum.value + 2 * n * log(unit)
    let freedom = n - Double(count) - 1
    let criterion =
      freedom > 0
      ? value + 2 * Double(count) + 2 * Double(count) * Double(count + 1) / freedom : .infinity
    return Fit(
      form: form, start: scaled(objective.parameters(minimum.point), by: unit, form),
      objective: value, criterion: criterion, parameterCount: count)
  }

  private func weightCount(_ form: ExponentialSmoothing) -> Int {
    1 + (form.trend == .none ? 0 : 1) + (form.season == .none ? 0 : 1)
      + (form.trend == .damped ? 1 : 0)
  }

  private func scaled(
    _ p: ETSKernel.Parameters, by factor: Double, _ form: ExponentialSmoothing
  ) -> ETSKernel.Parameters {
    var p = p
    p.level *= factor
    p.slope *= factor
    if form.season == .additive { p.seasons = p.seasons.map { $0 * factor } }
    return p
  }

  /// The model of a fit, with its residuals and last states.
  func model(_ fit: Fit) -> ETSModel {
    let form = fit.form
    var kernel = ETSKernel(form, y: y, observed: observed, seasonLength: seasonLength)
    _ = kernel.objective(scaled(fit.start, by: 1 / unit, form))
    let freedom = kernel.observedCount - fit.parameterCount
    let isRelative = form.error == .multiplicative
    return ETSModel(
      form: form, seasonLength: seasonLength, start: fit.start,
      last: scaled(kernel.last, by: unit, form),
      residuals: kernel.residuals.map { $0 * unit }, parameterCount: fit.parameterCount,
      variance: freedom > 0
        ? kernel.squares / Double(freedom) * (isRelative ? 1 : unit * unit) : nil,
      logLikelihood: -fit.objective / 2, criterion: fit.criterion)
  }
}

/// The choice among the forms by the corrected Akaike criterion.
enum ETSSelection {
  /// The largest β as a share of α in a choice: a trend that turns faster follows noise, as
  /// backtests show (Documentation/Methods/forecast-default.md).
  static let slopeShare = 0.1

  /// How many steps a search in a choice may take. With twelve seasons the last steps follow the noise
  /// of single months into forms with many parameters: eight forecast better than the maximum, as
  /// backtests show (Documentation/Methods/exponential-smoothing.md). With four they do not.
  static func stepLimit(seasonLength m: Int) -> Int { m >= 12 ? 8 : 100 }

  /// The search among the forms of a sample.
  static func search(_ sample: ForecastSample) -> ETSSearch {
    ETSSearch(
      sample, slopeShare: slopeShare, stepLimit: stepLimit(seasonLength: sample.seasonLength))
  }

  /// Returns the form with the smallest criterion, fitted.
  ///
  /// Forms with seasons need two years; forms for values above zero need such values. Where no
  /// form has a finite criterion, the sample is too short to choose.
  static func best(_ sample: ForecastSample) throws(ForecastError) -> ETSModel {
    var search = search(sample)
    guard let best = fits(sample, &search).min(by: { $0.criterion < $1.criterion }) else {
      throw .tooShort(method: "ets", needed: 5, found: sample.count, simpler: "naive")
    }
    return search.model(search.fit(best.form, from: best, tolerance: 1e-8) ?? best)
  }

  /// All forms that a sample allows and that have a finite criterion, fitted.
  static func fits(
    _ sample: ForecastSample, _ search: inout ETSSearch, withSeasons: Bool = true
  ) -> [ETSSearch.Fit] {
    var fits: [ETSSearch.Fit] = []
    var before: ETSSearch.Fit?
    for form in candidates(sample) where withSeasons || form.season == .none {
      let related = before.flatMap {
        $0.form.trend == form.trend && $0.form.season == form.season ? $0 : nil
      }
      guard let fit = search.fit(form, from: related, tolerance: 1e-4) else { continue }
      before = fit
      if fit.criterion.isFinite { fits.append(fit) }
    }
    return fits
  }

  /// The forms that a sample allows, those with the same states one after the other.
  static func candidates(_ sample: ForecastSample) -> [ExponentialSmoothing] {
    let isPositive = sample.firstNotPositive == nil
    let m = sample.seasonLength
    let allowsSeasons = m > 1 && sample.count >= 2 * m
    return ExponentialSmoothing.all.filter { form in
      (isPositive || !form.needsPositiveValues) && (allowsSeasons || form.season == .none)
        && sample.count
          > ETSObjective.variableCount(form, seasonLength: form.season == .none ? 0 : m) + 2
    }
  }
}
