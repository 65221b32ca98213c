/// The same season a year before, times the growth of the latest values on a year.
///
/// Definition: `y(T+h−m)·G`, with `G` the sum of the last `q` values over the sum of the same `q` a
/// year earlier; `q` is a quarter of a year of months, half a year of quarters, and at least 1.
/// Beyond a year the same growth is applied again.
struct SeasonalMomentumModel: FittedModel {
  private let values: [Double]
  private let seasonLength: Int
  private let growth: Double
  let residuals: [Double]

  static func span(_ seasonLength: Int) -> Int {
    switch seasonLength {
    case 12: 3
    case 4: 2
    default: 1
    }
  }

  init(_ sample: ForecastSample) throws(ForecastError) {
    let (y, m) = (sample.values, sample.seasonLength)
    let q = Self.span(m)
    guard y.count >= m + q else {
      throw .tooShort(method: "momentum", needed: m + q, found: y.count, simpler: "snaive")
    }
    guard let growth = Self.growth(y, end: y.count, m: m, q: q) else {
      throw .noAnswer(
        method: "momentum", reason: "the values of a year ago do not sum to a positive number",
        simpler: "snaive")
    }
    values = y
    seasonLength = m
    self.growth = growth
    residuals = (m + q..<max(m + q, y.count)).compactMap { t in
      Self.growth(y, end: t, m: m, q: q).map { y[t] - y[t - m] * $0 }
    }
  }

  /// The growth on a year of the last `q` values before a position.
  private static func growth(_ y: [Double], end: Int, m: Int, q: Int) -> Double? {
    let now = y[(end - q)..<end].reduce(0, +)
    let before = y[(end - m - q)..<(end - m)].reduce(0, +)
    return before > 0 && now >= 0 ? now / before : nil
  }

  var name: String { "seasonal naive with momentum" }
  var parameters: [ForecastParameter] { [ForecastParameter("growth", growth)] }
  var parameterCount: Int { 0 }

  func points(_ horizon: Int) -> [Double] {
    Self.points(values, growth: growth, m: seasonLength, horizon: horizon)
  }

  private static func points(
    _ y: [Double], growth: Double, m: Int, horizon: Int
  ) -> [Double] {
    var path = Array(y.suffix(m))
    for h in 0..<horizon { path.append(path[h] * growth) }
    return Array(path.dropFirst(m))
  }

  /// From its own errors at all earlier origins, which cost one product each.
  func deviations(_ horizon: Int) -> [Double]? {
    let (m, q) = (seasonLength, Self.span(seasonLength))
    var errors = [[Double]](repeating: [], count: horizon)
    for end in (m + q)..<max(m + q, values.count) {
      guard let growth = Self.growth(values, end: end, m: m, q: q) else { continue }
      let past = Array(values[..<end])
      let ahead = min(horizon, values.count - end)
      let forecasts = Self.points(past, growth: growth, m: m, horizon: ahead)
      for (h, forecast) in forecasts.enumerated() { errors[h].append(values[end + h] - forecast) }
    }
    return PastErrors.deviations(errors)
  }

  func bands(_ horizon: Int, options: ForecastOptions) -> IntervalBands? {
    deviations(horizon).map {
      .normal(
        points(horizon), deviations: $0, levels: options.levels, basis: .pastErrors)
    }
  }
}
