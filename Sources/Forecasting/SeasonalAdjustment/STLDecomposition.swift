/// A series as trend, season and remainder, found by local regressions.
///
///     let parts = STLDecomposition(values, seasonLength: 12)
///     parts?.adjusted  // trend + remainder
///
/// Definition: the season is smoothed within each month over the years, the trend over what the
/// season leaves; in robust rounds a value loses weight by its remainder over six times the
/// median remainder.
///
/// Source: R. B. Cleveland and others, Journal of Official Statistics 6 (1990) 3-73.
/// Accuracy: agrees to 12 digits with the authors' program on the series that comes with it.
public struct STLDecomposition: Sendable, Hashable {
  /// The values, as given.
  public let values: [Double]
  /// The seasonal part, in units of the values.
  public let seasonal: [Double]
  /// The trend.
  public let trend: [Double]
  /// The weight of each value in the last robust round, 0 to 1.
  public let weights: [Double]

  /// The values less season and trend.
  public var remainder: [Double] { values.indices.map { values[$0] - seasonal[$0] - trend[$0] } }

  /// The values less the season.
  public var adjusted: [Double] { values.indices.map { values[$0] - seasonal[$0] } }

  /// Decomposes a series.
  ///
  /// - Parameters:
  ///   - values: Finite numbers, in any unit.
  ///   - seasonLength: The values of one year, at least 2: any period is allowed.
  ///   - parameters: Windows and rounds; robust with a season that may move, when left out.
  ///
  /// Gives `nil` with fewer than two whole years, or a season of fewer than two values.
  ///
  /// - Complexity: O(*n*·*w*) for windows of *w* values, for each round.
  public init?(_ values: [Double], seasonLength: Int, parameters: STLParameters? = nil) {
    guard seasonLength >= 2, values.count >= 2 * seasonLength, values.allSatisfy(\.isFinite)
    else { return nil }
    let parameters = parameters ?? .standard(seasonLength: seasonLength)
    var rounds = STLRounds(values, seasonLength: seasonLength, parameters: parameters)
    rounds.run()
    self.values = values
    seasonal = rounds.seasonal
    trend = rounds.trend
    weights =
      rounds.weights.isEmpty ? Array(repeating: 1, count: values.count) : rounds.weights
  }
}

/// The state that goes from round to round.
private struct STLRounds {
  let values: [Double]
  let length: Int
  let parameters: STLParameters
  var seasonal: [Double]
  var trend: [Double]
  /// Empty in the first round, where all count alike.
  var weights: [Double] = []

  init(_ values: [Double], seasonLength: Int, parameters: STLParameters) {
    self.values = values
    length = seasonLength
    self.parameters = parameters
    seasonal = .init(repeating: 0, count: values.count)
    trend = seasonal
  }

  mutating func run() {
    for round in 0...parameters.robustRounds {
      if round > 0 { weights = robustWeights() }
      for _ in 0..<parameters.innerRounds { step() }
    }
  }

  private func regression(_ window: STLParameters.Window) -> LocalRegression {
    LocalRegression(span: window.span, degree: window.degree, jump: window.jump)
  }

  private mutating func step() {
    let n = values.count
    let cycle = smoothedCycle(values.indices.map { values[$0] - trend[$0] })
    let average = Self.movingAverage(
      Self.movingAverage(Self.movingAverage(cycle, length), length), 3)
    let level = regression(parameters.lowPass).smoothed(average)
    seasonal = (0..<n).map { cycle[length + $0] - level[$0] }
    trend = regression(parameters.trend).smoothed(
      (0..<n).map { values[$0] - seasonal[$0] }, weights: weights)
  }

  /// Each month smoothed over the years, one year longer at both ends.
  private func smoothedCycle(_ detrended: [Double]) -> [Double] {
    let loess = regression(parameters.seasonal)
    var result = [Double](repeating: 0, count: values.count + 2 * length)
    for season in 0..<length {
      let places = stride(from: season, to: values.count, by: length)
      let own = places.map { detrended[$0] }
      let ownWeights = weights.isEmpty ? [] : places.map { weights[$0] }
      var smooth = loess.smoothed(own, weights: ownWeights)
      let reach = min(loess.span, own.count)
      let before =
        loess.fit(own, ownWeights, at: -1, from: 0, through: reach - 1) ?? smooth[0]
      let after =
        loess.fit(
          own, ownWeights, at: Double(own.count), from: own.count - reach, through: own.count - 1)
        ?? smooth[smooth.count - 1]
      smooth = [before] + smooth + [after]
      for (year, value) in smooth.enumerated() { result[season + year * length] = value }
    }
    return result
  }

  private static func movingAverage(_ values: [Double], _ length: Int) -> [Double] {
    var result: [Double] = []
    result.reserveCapacity(values.count - length + 1)
    var sum = values.prefix(length).reduce(0, +)
    result.append(sum / Double(length))
    for index in length..<values.count {
      sum += values[index] - values[index - length]
      result.append(sum / Double(length))
    }
    return result
  }

  private func robustWeights() -> [Double] {
    let sizes = values.indices.map { (values[$0] - trend[$0] - seasonal[$0]).magnitude }
    let sorted = sizes.sorted()
    let middle = sorted[sorted.count / 2] + sorted[(sorted.count - 1) / 2]
    let limit = 3 * middle  // six medians
    return sizes.map { size in
      if size <= 0.001 * limit { return 1 }
      guard size <= 0.999 * limit else { return 0 }
      let ratio = size / limit
      return (1 - ratio * ratio) * (1 - ratio * ratio)
    }
  }
}
