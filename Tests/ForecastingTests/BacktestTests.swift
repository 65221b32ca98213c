import Forecasting
import Testing
import TimeSeries

@Suite("Backtests") struct BacktestTests {
  private let plan = Backtest(
    horizon: 3, fewestValues: 12, options: ForecastOptions(levels: [.percent(80), .percent(95)]))

  @Test("changing the future changes no past forecast") func noLeak() throws {
    let values: [Double?] = QuarterlyExample.values.enumerated().map { $0 == 13 ? nil : $1 }
    var changed = values
    for index in 16..<20 { changed[index] = 5000 + Double(index) }
    let methods: [ForecastMethod] = [
      .automatic, .automaticExponentialSmoothing, .theta, .dynamicOptimizedTheta, .comb,
      .automaticARIMA, .regression, .seasonalMomentum,
    ]
    let before = try plan.run(
      Series("x", from: .quarter(2001, 1), values: values), methods: methods)
    let after = try plan.run(
      Series("x", from: .quarter(2001, 1), values: changed), methods: methods)
    for method in before.methods {
      let known = { (result: BacktestResult) in
        result.outcomes(of: method).filter { $0.origin <= .quarter(2004, 4) }
          .map { "\($0.origin) \($0.step) \($0.forecast) \($0.intervals) \($0.scale)" }
      }
      #expect(known(before) == known(after), "\(method)")
      #expect(!known(before).isEmpty, "\(method)")
    }
  }

  @Test("origins grow by the step, and each has its whole horizon after it") func origins() throws {
    var plan = plan
    plan.step = 2
    let result = try plan.run(QuarterlyExample.series, methods: [.naive])
    #expect(result.origins.map(\.description) == ["2004-Q1", "2004-Q3", "2005-Q1"])
    #expect(result.outcomes(of: .naive).count == 9)
    #expect(result.methods == [.naive, .seasonalNaive, .naive2])
  }

  @Test("the outcomes of naive are the changes of the series") func outcomes() throws {
    let result = try plan.run(QuarterlyExample.series, methods: [.naive])
    let y = QuarterlyExample.values
    let first = try #require(result.outcomes(of: .naive, step: 2).first)
    #expect(first.forecast == y[11] && first.actual == y[13] && first.error == y[13] - y[11])
    let accuracy = result.accuracy(of: .naive2)
    #expect(accuracy[.overallWeightedAverage] == 1)
  }

  @Test("a method that fails leaves a reason at its origin and does not stop others")
  func failure() throws {
    let series = Series("x", from: .quarter(2001, 1), values: (0..<20).map { Double($0) - 8.5 })
    let method = ForecastMethod.exponentialSmoothing(.holtWintersMultiplicative)
    let result = try plan.run(series, methods: [method, .drift])
    #expect(result.failures.count == result.origins.count)
    #expect(result.outcomes(of: method).isEmpty)
    #expect(result.accuracy(of: .drift)[.meanAbsoluteError] == 0)
  }

  @Test("too short a series is refused") func short() {
    let series = Series("x", from: .year(2001), values: [1, 2, 3])
    #expect(
      throws: ForecastError.tooShort(
        method: "a backtest 3 periods ahead", needed: 15, found: 3, simpler: nil)
    ) {
      try plan.run(series, methods: [.naive])
    }
  }

  @Test("Diebold-Mariano needs twenty origins") func dieboldMariano() throws {
    let result = try plan.run(QuarterlyExample.series, methods: [.naive])
    #expect(
      throws: ForecastError.tooFewOrigins(
        what: "the Diebold-Mariano test", needed: 20, found: result.origins.count)
    ) { try result.dieboldMariano(.naive, .seasonalNaive) }
  }

  @Test("the Diebold-Mariano statistic is that of its formula") func statistic() throws {
    // Losses differ by 1 and 3 in turn: mean 2, variance 1, n = 20; the factor for one step is
    // √(19/20), so the statistic is √0.95·2/√(1/20) = 8.717797887.
    let first = (0..<20).map { $0 % 2 == 0 ? 2.0 : -4.0 }
    let second = [Double](repeating: 1, count: 20)
    let test = try DieboldMarianoTest(first, second, step: 1)
    #expect(isNear(test.statistic, 8.717797887, 1e-8))
    #expect(test.pValue < 1e-6)
  }
}

@Suite("Accuracy") struct AccuracyTests {
  private func outcome(_ actual: Double, _ forecast: Double, _ lower: Double, _ upper: Double)
    -> ForecastOutcome
  {
    ForecastOutcome(
      origin: .year(2000), step: 1, period: .year(2001), actual: actual, forecast: forecast,
      intervals: [PredictionInterval(level: .percent(95), lower: lower, upper: upper)],
      scale: AccuracyScale(values: [10, 12, 9, 14], seasonLength: 1))
  }

  @Test("measures are those of their definitions") func measures() {
    // Errors 2 and −4; scale (2 + 3 + 5)/3 = 10/3, squares (4 + 9 + 25)/3 = 38/3.
    let accuracy = ForecastAccuracy([outcome(12, 10, 8, 13), outcome(6, 10, 7, 15)])
    #expect(accuracy[.meanError] == -1)
    #expect(accuracy[.meanAbsoluteError] == 3)
    #expect(isNear(accuracy[.rootMeanSquaredError], 3.1622776601683795, 1e-12))
    #expect(isNear(accuracy[.meanAbsolutePercentageError], (100 / 6.0 + 400 / 6.0) / 2, 1e-12))
    #expect(isNear(accuracy[.symmetricMeanAbsolutePercentageError], (400 / 22.0 + 50) / 2, 1e-12))
    #expect(isNear(accuracy[.meanAbsoluteScaledError], 0.9, 1e-12))
    #expect(isNear(accuracy[.rootMeanSquaredScaledError], (10 / (38 / 3.0)).squareRoot(), 1e-12))
    #expect(accuracy[.coverage] == 50)
    // Widths 5 and 8; the second value is 1 below, which costs 2/0.05.
    #expect(isNear(accuracy[.meanScaledIntervalScore], (5 + 8 + 40) / 2 / (10 / 3.0), 1e-9))
    // Quantile losses at 2.5 % and 97.5 %: (4 + 1)·0.025/2 and (0.975 + 9·0.025)/2.
    #expect(isNear(accuracy[.pinballLoss], (0.0625 + 0.6) / 2, 1e-12))
  }

  @Test("what is not defined is missing, not infinite") func undefined() {
    let flat = AccuracyScale(values: [3, 3, 3], seasonLength: 1)
    let zero = ForecastOutcome(
      origin: .year(2000), step: 1, period: .year(2001), actual: 0, forecast: 0, intervals: [],
      scale: flat)
    let accuracy = ForecastAccuracy([zero])
    #expect(accuracy[.meanAbsoluteScaledError] == nil)
    #expect(accuracy[.meanAbsolutePercentageError] == nil)
    #expect(accuracy[.symmetricMeanAbsolutePercentageError] == 0)
    #expect(accuracy[.coverage] == nil)
    #expect(ForecastAccuracy([])[.meanAbsoluteError] == nil)
  }
}
