internal import Glibc

/// All forms that a sample allows, each weighted by how likely its criterion makes it.
///
/// The weights are Akaike's: `exp(−(AICc − smallest AICc)/2)`, scaled to add to one. Forms with
/// less than a hundredth of the largest weight are left out.
///
/// Source: S. Kolassa, International Journal of Forecasting 27 (2011) 238-251,
/// doi 10.1016/j.ijforecast.2010.04.006.
struct ETSMixture: Sendable {
  /// The models, the likeliest first.
  let models: [ETSModel]
  /// One weight for each, adding to one.
  let weights: [Double]

  /// Fits all forms, or those without seasons; `nil` when none can be fitted.
  init?(_ sample: ForecastSample, withSeasons: Bool = true) {
    var search = ETSSelection.search(sample)
    let fits = ETSSelection.fits(sample, &search, withSeasons: withSeasons).sorted {
      $0.criterion < $1.criterion
    }
    guard let best = fits.first else { return nil }
    let kept = fits.prefix { exp((best.criterion - $0.criterion) / 2) >= 0.01 }
    models = kept.map { search.model($0) }
    let raw = kept.map { exp((best.criterion - $0.criterion) / 2) }
    let total = raw.reduce(0, +)
    weights = raw.map { $0 / total }
  }

  /// The weighted mean of what the models say, all of the same length.
  func mean(_ values: (ETSModel) -> [Double]) -> [Double] {
    var sum: [Double] = []
    for (model, weight) in zip(models, weights) {
      let own = values(model)
      if sum.isEmpty { sum = [Double](repeating: 0, count: own.count) }
      for i in own.indices { sum[i] += weight * own[i] }
    }
    return sum
  }
}
