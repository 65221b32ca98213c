/// The mean of all forms of exponential smoothing by Akaike weights, as a member of the default.
///
/// Seasons are states of the forms, or are taken off before: then the forms have none, and fewer
/// states to estimate.
struct ETSMixtureModel: FittedModel {
  private let mixture: ETSMixture
  private let adjustment: SeasonalAdjustment?
  let residuals: [Double]

  /// Fits the forms; with `shrinkingSeasons` to values without their shrunk seasons.
  init(
    _ sample: ForecastSample, shrinkingSeasons isShrinking: Bool = false
  ) throws(ForecastError) {
    let adjustment = isShrinking ? SeasonalAdjustment(shrinking: sample) : nil
    guard
      let mixture = ETSMixture(
        adjustment?.sample(of: sample) ?? sample, withSeasons: !isShrinking)
    else { throw .tooShort(method: "ets", needed: 5, found: sample.count, simpler: "naive") }
    self.mixture = mixture
    self.adjustment = adjustment
    let errors = mixture.mean { $0.residuals }
    residuals = adjustment?.rescaledResiduals(errors) ?? errors
  }

  var name: String {
    let forms = zip(mixture.models, mixture.weights).prefix(3).map { model, weight in
      "\(Int((100 * weight).rounded())) % \(model.name)"
    }
    return
      "ETS by weights (\(forms.joined(separator: ", "))\(mixture.models.count > 3 ? ", …" : ""))"
      + (adjustment?.label ?? "")
  }

  var parameterCount: Int { mixture.models.first?.parameterCount ?? 1 }

  var parameters: [ForecastParameter] {
    zip(mixture.models, mixture.weights).map { ForecastParameter("weight \($0.name)", $1) }
  }

  func points(_ horizon: Int) -> [Double] {
    let points = mixture.mean { $0.points(horizon) }
    return adjustment?.reseasoned(points) ?? points
  }

  /// The mean of the deviations of the forms.
  func deviations(_ horizon: Int) -> [Double]? {
    guard mixture.models.allSatisfy({ $0.variance != nil }) else { return nil }
    let deviations = mixture.mean { $0.deviations(horizon) ?? [] }
    return adjustment?.rescaled(deviations) ?? deviations
  }

  func bands(_ horizon: Int, options: ForecastOptions) -> IntervalBands? {
    deviations(horizon).map {
      .normal(points(horizon), deviations: $0, levels: options.levels, basis: .members)
    }
  }
}
