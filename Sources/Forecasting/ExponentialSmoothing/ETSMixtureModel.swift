/// The mean of all forms of exponential smoothing by Akaike weights, as a member of the default.
struct ETSMixtureModel: FittedModel {
  private let mixture: ETSMixture
  let residuals: [Double]

  init(_ sample: ForecastSample) throws(ForecastError) {
    guard let mixture = ETSMixture(sample) else {
      throw .tooShort(method: "ets", needed: 5, found: sample.count, simpler: "naive")
    }
    self.mixture = mixture
    residuals = mixture.mean { $0.residuals }
  }

  var name: String {
    let forms = zip(mixture.models, mixture.weights).prefix(3).map { model, weight in
      "\(Int((100 * weight).rounded())) % \(model.name)"
    }
    return
      "ETS by weights (\(forms.joined(separator: ", "))\(mixture.models.count > 3 ? ", …" : ""))"
  }

  var parameterCount: Int { mixture.models.first?.parameterCount ?? 1 }

  var parameters: [ForecastParameter] {
    zip(mixture.models, mixture.weights).map { ForecastParameter("weight \($0.name)", $1) }
  }

  func points(_ horizon: Int) -> [Double] { mixture.mean { $0.points(horizon) } }

  /// The mean of the deviations of the forms.
  func deviations(_ horizon: Int) -> [Double]? {
    guard mixture.models.allSatisfy({ $0.variance != nil }) else { return nil }
    return mixture.mean { $0.deviations(horizon) ?? [] }
  }

  func bands(_ horizon: Int, options: ForecastOptions) -> IntervalBands? {
    deviations(horizon).map {
      .normal(points(horizon), deviations: $0, levels: options.levels, basis: .members)
    }
  }
}
