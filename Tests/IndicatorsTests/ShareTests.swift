import Indicators
import TestSupport
import Testing
import TimeSeries

@Suite("Shares, contributions, long growth") struct ShareTests {
  static let parts = SeriesGrowthTests.parts
  static let total = Series("Exports", from: .year(2023), values: [200, 220])

  // Worked example of Documentation/Methods/shares-and-contributions.md.
  @Test("shares and contributions of the worked example")
  func workedExample() throws {
    for shares in [try Self.parts.shares(), try Self.parts.share(of: Self.total)] {
      let values = (0..<3).map { shares.block[1, $0].value }
      #expect(SeriesGrowthTests.close(values, [54.5455, 24.5455, 20.9091], within: 5e-5))
    }
    let contributions = try Self.parts.contributions()
    let points = (0..<3).map { contributions.parts.block[0, $0].value }
    #expect(SeriesGrowthTests.close(points, [10, -3, 3], within: 1e-12))
    #expect(SeriesGrowthTests.close(contributions.growth.values, [10], within: 1e-12))
    #expect(contributions.residual == nil)
  }

  @Test("contributions and the residual add to the growth of the total", arguments: 0..<20)
  func additive(_ seed: UInt64) throws {
    var generator = RepeatableGenerator(seed: seed)
    let columns = Int.random(in: 1...12, using: &generator)
    let axis = PeriodAxis(from: .quarter(2020, 1), count: 8)
    let values = (0..<(8 * columns)).map { _ in Double.random(in: -5...100, using: &generator) }
    let parts = Panel(
      keys: Array(0..<columns),
      PeriodBlock(axis: axis, columns: columns, kind: .flow, values: values))
    let total = Series(
      "T", from: .quarter(2020, 1),
      values: (0..<8).map { _ in Double.random(in: 500...900, using: &generator) })
    for comparison in Comparison.allCases {
      let result = try parts.contributions(to: total, on: comparison)
      let residual = try #require(result.residual)
      #expect(result.parts.axis == result.growth.axis && result.growth.axis == residual.axis)
      for row in result.parts.axis.indices {
        let sum = (0..<columns).reduce(residual.values[row] ?? .nan) {
          $0 + (result.parts.block[row, $1].value ?? .nan)
        }
        let growth = try #require(result.growth.values[row])
        #expect(abs(sum - growth) < 1e-9)
      }
    }
  }

  @Test("shares of a row add to 100 or are all missing with the reason")
  func sharesAdd() throws {
    var block = PeriodBlock(
      axis: PeriodAxis(from: .year(2020), count: 3), columns: 3, kind: .flow,
      values: [1, 2, 0, 3, 4, 0, 5, 6, 0])
    block[1, 2] = Observation(missing: .confidential)
    let shares = try Panel(keys: [1, 2, 3], block).shares().block
    let sum = (0..<3).reduce(0) { $0 + (shares[0, $1].value ?? .nan) }
    #expect(abs(sum - 100) < 1e-12)
    for column in 0..<3 {
      #expect(shares[1, column] == Observation(missing: .confidential))
      #expect(shares[2, column] == Observation(missing: .zeroBase))
    }
  }

  @Test("contributions are missing where the growth of the total is")
  func undefinedTotal() throws {
    let total = Series("T", from: .year(2023), values: [0, 220])
    let result = try Self.parts.contributions(to: total)
    #expect(result.parts.block[0, 0] == Observation(missing: .zeroBase))
    #expect(result.residual?.observations == [Observation(missing: .zeroBase)])
  }

  // Five values 100 104 99 112 121: compound 4.8808848, fitted 4.6587498; computed once with an
  // independent script, and 1.21^(1/4) − 1 by hand.
  @Test("compound and fitted growth")
  func longGrowth() throws {
    let series = Series("x", from: .year(2015), values: [100, 104, 99, 112, 121])
    let compound = try series.compoundAnnualGrowth(from: .year(2015), to: .year(2019))
    #expect(SeriesGrowthTests.close(compound.map(\.value), [4.8808848], within: 5e-8))
    let trend = try #require(try series.trendGrowth().first)
    #expect(SeriesGrowthTests.close([trend.rate.value], [4.6587498], within: 5e-8))
    #expect(trend.observationsUsed == 5 && trend.dropped.isEmpty)
  }

  @Test("a trend of constant growth is that growth, whatever is dropped")
  func trendOfConstantGrowth() throws {
    var values: [Double?] = (0..<12).map { 100 * (1...($0 + 1)).reduce(1.0) { a, _ in a * 1.01 } }
    values[3] = 0
    values[7] = nil
    let months = Series("x", from: .month(2020, 1), values: values)
    let trend = try #require(try months.trendGrowth().first)
    // 1.01¹² − 1.
    #expect(SeriesGrowthTests.close([trend.rate.value], [12.6825030132], within: 1e-9))
    #expect(trend.observationsUsed == 10)
    #expect(trend.dropped == [.month(2020, 4), .month(2020, 8)])
    let part = try #require(
      try months.trendGrowth(from: .month(2020, 5), to: .month(2020, 7)).first)
    #expect(part.observationsUsed == 3 && part.dropped.isEmpty)
  }

  @Test("a trend is of the span that was named, or of the values it was fitted to")
  func trendOfNamedSpan() throws {
    func message(_ from: Period, _ to: Period) -> String {
      do throws(IndicatorError) {
        _ = try months.trendGrowth(from: from, to: to)
        return ""
      } catch { return error.description }
    }
    let months = Series("x", from: .month(2020, 3), values: [nil, 100, 101, 102, 103])
    #expect(
      message(.month(2020, 1), .month(2020, 7))
        == "trend growth needs 2020-01, which is not in the data")
    #expect(
      message(.month(2020, 4), .year(2020)) == "trend growth needs 2020, which is not in the data")
    #expect(
      message(.month(2020, 7), .month(2020, 4))
        == "trend growth from 2020-07 to 2020-04, expected a later second period")
    // The first period is on the axis and has no value.
    let missing = try #require(
      try months.trendGrowth(from: .month(2020, 3), to: .month(2020, 7)).first)
    #expect(missing.rate.value == nil && missing.dropped == [.month(2020, 3)])
    let own = try #require(try months.trendGrowth().first)
    #expect(
      own.rate.value != nil && own.span == Period(from: Month(year: 2020, month: 4), count: 4))
    #expect(own.isComplete)
    // A gap between the values is told.
    let gap = Series("x", from: .month(2020, 1), values: [100, 101, nil, 103])
    #expect(try gap.trendGrowth().first?.isComplete == false)
    // A stock of the end of 2020 begins a trend from 2020 on.
    let stocks = Series("x", from: .month(2020, 12), kind: .stock, values: [5, 6, 7])
    let trend = try stocks.trendGrowth(from: .year(2020), to: .month(2021, 2))
    #expect(trend.first?.observationsUsed == 3)
  }

  @Test("a value that another vintage holds leaves no trend")
  func trendAcrossVintages() throws {
    var block = PeriodBlock(
      axis: PeriodAxis(from: .year(2018), count: 5), columns: 1, kind: .flow,
      values: [1, 2, 3, 4, 5])
    block[1, 0] = Observation(missing: .inOtherVintage)
    let trend = try #require(
      try Series("x", block).trendGrowth(from: .year(2018), to: .year(2022)).first)
    #expect(trend.rate == Observation(missing: .inOtherVintage))
  }

  @Test("a trend needs three values above zero")
  func shortTrend() throws {
    let short = Series("x", from: .year(2020), values: [1, 2, 0])
    let trend = try #require(try short.trendGrowth().first)
    #expect(trend.rate == Observation(missing: .zeroBase))
    #expect(trend.observationsUsed == 2 && trend.dropped == [.year(2022)])
    let negative = Series("x", from: .year(2020), values: [1, 2, 3, -4])
    #expect(
      try negative.trendGrowth().first?.rate == Observation(missing: .negativeBase))
  }

  @Test("compound growth over a time that is no whole number of years")
  func halfYears() throws {
    let series = Series("x", from: .half(2020, 1), values: [100, 105, 110, 121])
    let rate = try series.compoundAnnualGrowth(from: .half(2020, 1), to: .half(2021, 2))
    // Over a year and a half: the factor to the power of three is 1.21².
    let factor = 1 + (try #require(rate.first?.value)) / 100
    #expect(abs(factor * factor * factor - 1.4641) < 1e-12)
  }

  @Test("panels are matched by key, and a missing side says so")
  func matching() throws {
    let axis = PeriodAxis(from: .year(2024), count: 1)
    let exports = Panel(
      keys: ["DEU", "FRA"], PeriodBlock(axis: axis, columns: 2, kind: .flow, values: [10, 20]))
    let imports = Panel(
      keys: ["FRA", "ITA"], PeriodBlock(axis: axis, columns: 2, kind: .flow, values: [5, 7]))
    let balance = try Balance.difference(exports: exports, imports: imports)
    #expect(balance.keys == ["DEU", "FRA", "ITA"])
    #expect((0..<3).map { balance.block[0, $0].value } == [nil, 15, nil])
    #expect(balance.kind == .flow)
    let cover = try Balance.coverRatio(exports: exports, imports: imports)
    #expect(cover.block[0, 1].value == 400)
    let normalized = try Balance.normalized(exports: exports, imports: imports)
    #expect(normalized.block[0, 1].value == 0.6)
  }
}
