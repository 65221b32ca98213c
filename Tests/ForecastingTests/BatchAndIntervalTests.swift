import Testing
import TimeSeries

@testable import Forecasting

@Suite("Batches and intervals") struct BatchAndIntervalTests {
  @Test("rows are in input order and do not depend on the workers") func batch() {
    let series = (0..<40).map { number in
      Series(
        "s\(number)", from: .quarter(2001, 1),
        values: number % 9 == 4 ? [] : QuarterlyExample.values.map { $0 + Double(number) })
    }
    let one = ForecastBatch(series, method: .automatic, horizon: 3, workers: 1)
    let two = ForecastBatch(series, method: .automatic, horizon: 3, workers: 3)
    #expect(one.rows == two.rows)
    #expect(one.rows.map(\.series) == series.map(\.name))
    #expect(one.failedCount == 4 && one.succeededCount == 36)
    #expect(one.rows[4].result == .failure(.noValues))
  }

  @Test("levels are nested and the members are told") func levels() throws {
    let options = ForecastOptions(levels: [.percent(95), .percent(50), .percent(80)])
    let result = try ForecastMethod.automatic.forecast(
      QuarterlyExample.series, horizon: 8, options: options)
    for point in result.points {
      #expect(point.intervals.map(\.level.percent) == [50, 80, 95])
      for (inner, outer) in zip(point.intervals, point.intervals.dropFirst()) {
        #expect(outer.lower <= inner.lower && inner.upper <= outer.upper)
      }
    }
    #expect(result.members.count == 5)
    let mean = (0..<8).map { h in result.members.reduce(0) { $0 + $1.values[h] } / 5 }
    #expect(areNear(result.values, mean, 1e-9))
    #expect(result.intervalBasis == .members)
  }

  @Test("conformal radii are order statistics of past errors") func conformal() throws {
    // Naive errors one step ahead over the last 4 origins: 42, 15, 25, 44; the 80 % rank is
    // ⌈5·0.8⌉ = 4, the largest.
    let options = ForecastOptions(
      levels: [.percent(80), .percent(95)], intervals: .conformal(windows: 4), lowerBound: .none)
    let result = try ForecastMethod.naive.forecast(
      QuarterlyExample.series, horizon: 1, options: options)
    let inner = try #require(result.points[0].interval(.percent(80)))
    #expect(inner.upper - 175 == 44 && 175 - inner.lower == 44)
    let outer = try #require(result.points[0].interval(.percent(95)))
    #expect(outer.upper > inner.upper)
    #expect(result.intervalBasis == .pastErrors)
    #expect(result.notes.contains { $0.contains("widened") })
  }

  @Test("levels outside 0 and 100 cannot be made") func badLevels() {
    #expect(IntervalLevel(percent: 0) == nil && IntervalLevel(percent: 100) == nil)
    #expect(IntervalLevel(percent: -5) == nil && IntervalLevel(percent: .nan) == nil)
    #expect(IntervalLevel(percent: 80) == .percent(80))
  }

  @Test("placed order statistics are those of a sort", arguments: 1...40)
  func orderStatistics(_ count: Int) {
    let values = (0..<count).map { Double(($0 * 7919 + 13) % 17) }
    var placed = values
    let ranks = Set([0, count / 3, count / 2, count - 1]).sorted()
    OrderStatistics.place(&placed, ranks: ranks)
    let sorted = values.sorted()
    #expect(ranks.allSatisfy { placed[$0] == sorted[$0] })
    #expect(placed.sorted() == sorted)
  }

  @Test("method names are read back", arguments: ForecastMethod.named)
  func names(_ method: ForecastMethod) {
    #expect(ForecastMethod(name: method.description) == method)
    #expect(ForecastMethod(name: "prophet") == nil)
  }

  @Test("diagnostics are those of their formulas") func diagnostics() {
    // r(1) of 1, −1, 1, −1, 1 about their mean 0.2: by hand −0.8; Q = 5·7·0.64/4.
    let diagnostics = ResidualDiagnostics(
      residuals: [1, -1, 1, -1, 1], parameterCount: 1, seasonLength: 1)
    #expect(isNear(diagnostics.mean, 0.2, 1e-12))
    #expect(isNear(diagnostics.standardDeviation, (5.0 / 4).squareRoot(), 1e-12))
    #expect(diagnostics.ljungBoxLags == 1)
    let r = (-1.2 * 0.8 * 4) / (3 * 0.64 + 2 * 1.44)
    #expect(isNear(diagnostics.firstAutocorrelation, r, 1e-12))
    #expect(isNear(diagnostics.ljungBox, 35 * r * r / 4, 1e-12))
  }
}
