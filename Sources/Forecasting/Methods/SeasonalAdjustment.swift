/// The seasonal adjustment that Theta, Comb and naive 2 begin with, as in the M competitions.
///
/// The values are adjusted when the seasonality test finds seasons: by ratios where all values are
/// above zero, by differences otherwise.
struct SeasonalAdjustment: Sendable {
  /// The values to forecast.
  let values: [Double]
  /// The seasons that were taken off; `nil` when there were none to take.
  let seasons: ClassicalDecomposition?

  init(_ sample: ForecastSample, testing subject: SeasonalityTest.Subject = .values) {
    let (y, m) = (sample.values, sample.seasonLength)
    guard let test = SeasonalityTest(values: y, seasonLength: m, of: subject), test.isSeasonal
    else {
      values = y
      seasons = nil
      return
    }
    seasons =
      ClassicalDecomposition(values: y, seasonLength: m, form: .multiplicative)
      ?? ClassicalDecomposition(values: y, seasonLength: m, form: .additive)
    values = seasons?.adjusted(y) ?? y
  }

  /// Takes off seasons that are drawn towards none as far as they are uncertain, without a test.
  init(shrinking sample: ForecastSample) {
    let (y, m) = (sample.values, sample.seasonLength)
    seasons =
      ClassicalDecomposition(shrunkFrom: y, seasonLength: m, form: .multiplicative)
      ?? ClassicalDecomposition(shrunkFrom: y, seasonLength: m, form: .additive)
    values = seasons?.adjusted(y) ?? y
  }

  /// The adjusted values of a sample as a sample.
  func sample(of sample: ForecastSample) -> ForecastSample {
    ForecastSample(
      name: sample.name, first: sample.first, frequency: sample.frequency, kind: sample.kind,
      values: values, treatments: sample.treatments)
  }

  /// Forecasts of adjusted values with the seasons put back.
  func reseasoned(_ forecasts: [Double]) -> [Double] {
    seasons?.reseasoned(forecasts, from: values.count) ?? forecasts
  }

  /// Standard deviations of adjusted values, in the unit of the series.
  func rescaled(_ deviations: [Double]) -> [Double] {
    guard let seasons, seasons.form == .multiplicative else { return deviations }
    return deviations.indices.map { deviations[$0] * seasons.index(at: values.count + $0) }
  }

  /// Residuals of adjusted values, the last of which is that of the last value, likewise.
  func rescaledResiduals(_ residuals: [Double]) -> [Double] {
    guard let seasons, seasons.form == .multiplicative else { return residuals }
    let start = values.count - residuals.count
    return residuals.indices.map { residuals[$0] * seasons.index(at: start + $0) }
  }

  /// What was done, for the name of a model.
  var label: String {
    switch seasons?.form {
    case .multiplicative?: " with multiplicative seasons"
    case .additive?: " with additive seasons"
    case nil: ""
    }
  }
}

/// The last seasonally adjusted value, with its season: naive 2 of the M competitions.
struct AdjustedNaiveModel: FittedModel {
  private let adjustment: SeasonalAdjustment
  let residuals: [Double]

  init(_ sample: ForecastSample) {
    adjustment = SeasonalAdjustment(sample)
    let x = adjustment.values
    residuals = adjustment.rescaledResiduals(zip(x.dropFirst(), x).map { $0 - $1 })
  }

  var name: String { "naive 2" + adjustment.label }
  var parameters: [ForecastParameter] { [] }
  var parameterCount: Int { 0 }

  func points(_ horizon: Int) -> [Double] {
    let last = adjustment.values[adjustment.values.count - 1]
    return adjustment.reseasoned([Double](repeating: last, count: horizon))
  }

  func deviations(_ horizon: Int) -> [Double]? {
    residualDeviation.map { sigma in (1...horizon).map { sigma * Double($0).squareRoot() } }
  }
}
