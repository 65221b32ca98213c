/// How seasons and level go together.
public enum SeasonalForm: String, Sendable, Hashable {
  /// Level plus season.
  case additive
  /// Level times season; only for values above zero.
  case multiplicative
}

/// The classical decomposition: a centred moving average, then the mean ratio (or difference) to
/// it for each season.
///
///     ClassicalDecomposition(values: y, seasonLength: 4, form: .multiplicative)?.seasonal
///
/// Definition: the trend is the 2×m moving average (m for odd m); the index of a season is the mean
/// of `y/trend` (or `y − trend`) over its periods, and the indices are scaled to mean 1 (shifted
/// to mean 0). In R: `decompose(y, "multiplicative")$figure`.
public struct ClassicalDecomposition: Sendable, Hashable {
  /// How seasons and level go together.
  public let form: SeasonalForm
  /// Periods in a year.
  public let seasonLength: Int
  /// One index for each season, that of the first value first.
  public let seasonal: [Double]
  /// The moving average; `nil` for the half year at each end.
  public let trend: [Double?]

  /// Decomposes values; `nil` with less than two whole years, or when a multiplicative form meets
  /// a value that is not above zero.
  ///
  /// - Complexity: O(*n*).
  public init?(values y: [Double], seasonLength m: Int, form: SeasonalForm) {
    guard m > 1, y.count >= 2 * m else { return nil }
    if form == .multiplicative, !y.allSatisfy({ $0 > 0 }) { return nil }
    self.form = form
    seasonLength = m
    let trend = Self.movingAverage(y, length: m)
    var sums = [Double](repeating: 0, count: m)
    var counts = [Int](repeating: 0, count: m)
    for (t, level) in trend.enumerated() {
      guard let level else { continue }
      sums[t % m] += form == .multiplicative ? y[t] / level : y[t] - level
      counts[t % m] += 1
    }
    let indices = zip(sums, counts).map { $0 / Double($1) }
    let mean = indices.reduce(0, +) / Double(m)
    seasonal = indices.map { form == .multiplicative ? $0 / mean : $0 - mean }
    self.trend = trend
    guard seasonal.allSatisfy({ $0.isFinite && (form == .additive || $0 > 0) }) else { return nil }
  }

  init(form: SeasonalForm, seasonLength: Int, seasonal: [Double], trend: [Double?]) {
    self.form = form
    self.seasonLength = seasonLength
    self.seasonal = seasonal
    self.trend = trend
  }

  /// The centred moving average over a year, `nil` where it does not fit in.
  public static func movingAverage(_ y: [Double], length m: Int) -> [Double?] {
    var result = [Double?](repeating: nil, count: y.count)
    let half = m / 2
    guard y.count > 2 * half else { return result }
    for t in half..<(y.count - half) {
      var sum = 0.0
      if m % 2 == 0 {
        sum = (y[t - half] + y[t + half]) / 2
        for j in (t - half + 1)..<(t + half) { sum += y[j] }
      } else {
        for j in (t - half)...(t + half) { sum += y[j] }
      }
      result[t] = sum / Double(m)
    }
    return result
  }

  /// The index of the period at a position, also beyond the values.
  public func index(at position: Int) -> Double { seasonal[position % seasonLength] }

  /// The values without their seasons.
  public func adjusted(_ y: [Double]) -> [Double] {
    y.indices.map { form == .multiplicative ? y[$0] / index(at: $0) : y[$0] - index(at: $0) }
  }

  /// Values with the seasons put back, the first of which stands at a position.
  public func reseasoned(_ values: [Double], from position: Int) -> [Double] {
    values.indices.map {
      let season = index(at: position + $0)
      return form == .multiplicative ? values[$0] * season : values[$0] + season
    }
  }
}
