/// The mean of all values.
struct MeanModel: FittedModel {
  private let mean: Double
  private let count: Int
  let residuals: [Double]

  init(_ sample: ForecastSample) {
    count = sample.count
    // Each share alone, so that the sum of large values stays in range.
    mean = sample.values.reduce(0) { $0 + $1 / Double(sample.count) }
    residuals = sample.values.map { [mean] in $0 - mean }
  }

  var name: String { "mean" }
  var parameters: [ForecastParameter] { [ForecastParameter("mean", mean)] }
  var parameterCount: Int { 1 }

  func points(_ horizon: Int) -> [Double] { [Double](repeating: mean, count: horizon) }

  func deviations(_ horizon: Int) -> [Double]? {
    residualDeviation.map {
      [Double](repeating: $0 * (1 + 1 / Double(count)).squareRoot(), count: horizon)
    }
  }
}

/// The last value.
struct NaiveModel: FittedModel {
  private let last: Double
  let residuals: [Double]

  init(_ sample: ForecastSample) {
    last = sample.values[sample.count - 1]
    residuals = zip(sample.values.dropFirst(), sample.values).map { $0 - $1 }
  }

  var name: String { "naive" }
  var parameters: [ForecastParameter] { [] }
  var parameterCount: Int { 0 }

  func points(_ horizon: Int) -> [Double] { [Double](repeating: last, count: horizon) }

  func deviations(_ horizon: Int) -> [Double]? {
    residualDeviation.map { sigma in (1...horizon).map { sigma * Double($0).squareRoot() } }
  }
}

/// The last value and the mean change.
struct DriftModel: FittedModel {
  private let last: Double
  private let slope: Double
  private let count: Int
  let residuals: [Double]

  init(_ sample: ForecastSample) throws(ForecastError) {
    let y = sample.values
    guard y.count >= 2 else {
      throw .tooShort(method: "drift", needed: 2, found: y.count, simpler: "naive")
    }
    count = y.count
    last = y[y.count - 1]
    slope = (y[y.count - 1] - y[0]) / Double(y.count - 1)
    residuals = zip(y.dropFirst(), y).map { [slope] in $0 - $1 - slope }
  }

  var name: String { "drift" }
  var parameters: [ForecastParameter] { [ForecastParameter("drift", slope)] }
  var parameterCount: Int { 1 }

  func points(_ horizon: Int) -> [Double] { (1...horizon).map { last + Double($0) * slope } }

  func deviations(_ horizon: Int) -> [Double]? {
    residualDeviation.map { sigma in
      (1...horizon).map { h in
        sigma * (Double(h) * (1 + Double(h) / Double(count - 1))).squareRoot()
      }
    }
  }
}

/// The value of the same season a year before.
struct SeasonalNaiveModel: FittedModel {
  private let lastYear: [Double]
  let residuals: [Double]

  init(_ sample: ForecastSample) throws(ForecastError) {
    let (y, m) = (sample.values, sample.seasonLength)
    guard y.count >= m else {
      throw .tooShort(method: "snaive", needed: m, found: y.count, simpler: "naive")
    }
    lastYear = Array(y.suffix(m))
    residuals = zip(y.dropFirst(m), y).map { $0 - $1 }
  }

  var name: String { "seasonal naive" }
  var parameters: [ForecastParameter] { [] }
  var parameterCount: Int { 0 }

  func points(_ horizon: Int) -> [Double] {
    (0..<horizon).map { lastYear[$0 % lastYear.count] }
  }

  func deviations(_ horizon: Int) -> [Double]? {
    residualDeviation.map { sigma in
      (0..<horizon).map { sigma * Double($0 / lastYear.count + 1).squareRoot() }
    }
  }
}
