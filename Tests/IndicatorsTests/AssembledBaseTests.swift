import Indicators
import TestSupport
import Testing
import TimeSeries

/// Last year's separate months are summed to the span of a combined figure first.
@Suite("Bases published in parts") struct AssembledBaseTests {
  static let combined = Period(from: Month(year: 2020, month: 1), count: 2)

  static let exports = Series(
    "Exports",
    [
      (.month(2019, 1), Observation(217)), (.month(2019, 2), Observation(135)),
      (.month(2019, 3), Observation(198)), (combined, Observation(292)),
      (.month(2020, 3), Observation(185)),
    ])

  @Test("January-February is compared with the sum of January and February") func combined() throws
  {
    let growth = try Self.exports.yearOverYear()
    // By hand: 292 / (217 + 135) - 1 and 185 / 198 - 1.
    #expect(growth.axis.periods == [Self.combined, .month(2020, 3)])
    #expect(abs((growth[Self.combined].value ?? 0) - 100 * (292.0 / 352 - 1)) < 1e-12)
    #expect(abs((growth[.month(2020, 3)].value ?? 0) - 100 * (185.0 / 198 - 1)) < 1e-12)
  }

  @Test("a part that is missing leaves the change missing with its reason") func missingPart()
    throws
  {
    let series = Series(
      "Exports",
      [
        (.month(2019, 1), Observation(217)),
        (.month(2019, 2), Observation(missing: .confidential)), (Self.combined, Observation(292)),
      ])
    let growth = try series.yearOverYear()[Self.combined]
    #expect(growth.value == nil)
    #expect(growth.status.contains(.confidential))
  }

  /// The first quarter of 2019 is confidential, and its months are there.
  @Test(
    "what is not published is not made up because another base is put together",
    arguments: [false, true])
  func otherRows(_ hasCombined: Bool) throws {
    var values: [(Period, Observation)] = [
      (.month(2019, 1), Observation(1)), (.month(2019, 2), Observation(2)),
      (.month(2019, 3), Observation(3)),
      (.quarter(2019, 1), Observation(missing: .confidential)), (.quarter(2020, 1), Observation(9)),
    ]
    if hasCombined { values.append((Self.combined, Observation(4))) }
    let growth = try Series("Exports", values).yearOverYear()[.quarter(2020, 1)]
    #expect(growth.value == nil)
    #expect(growth.status.contains(.confidential))
  }

  @Test("contributions have the bases that growth has") func contributions() throws {
    let parts = Panel(
      keys: ["A", "B"],
      PeriodBlock(
        axis: Self.exports.axis, columns: 2, kind: .flow,
        values: Self.exports.values.map { $0 ?? 0 } + [17, 35, 18, 92, 85]))
    let total = Series(
      "Total", zip(Self.exports.axis, [300.0, 200, 300, 450, 330]).map { ($0, Observation($1)) })
    let result = try parts.contributions(to: total)
    let residual = try #require(result.residual)
    // By hand: 292 - (217 + 135) = -60 and 92 - (17 + 35) = 40, of 300 + 200; the total falls by
    // 50 of 500. In March 185 - 198 = -13 and 85 - 18 = 67 of 300; the total rises by 30.
    let expected: [(Period, [Double], Double)] = [
      (Self.combined, [-12, 8], -10), (.month(2020, 3), [-13 / 3.0, 67 / 3.0], 10),
    ]
    #expect(result.parts.axis.periods == expected.map(\.0))
    for (row, (period, points, growth)) in expected.enumerated() {
      for column in 0..<2 {
        let found = try #require(result.parts.block[row, column].value)
        #expect(abs(found - points[column]) < 1e-12)
      }
      let rest = growth - points[0] - points[1]
      #expect(abs(try #require(result.growth[period].value) - growth) < 1e-12)
      #expect(abs(try #require(residual[period].value) - rest) < 1e-12)
    }
  }

  @Test(
    "expressions compute contributions on those bases too",
    arguments: ["contribution(exports, exports)", "contribution(exports by partner)"])
  func expression(_ text: String) throws {
    let evaluator = try Evaluator<String>(
      try ExpressionParser().parse(text), measures: ["exports"], dimensions: ["partner"])
    let result = try evaluator.evaluate(
      measure: { _ in (Panel(keys: ["World"], Self.exports.block), "USD") },
      value: { key, dimension in dimension == "partner" ? key : nil })
    // Of itself a total contributes its own growth.
    let growth = try Self.exports.yearOverYear()
    #expect(result.panel.axis == growth.axis)
    for row in growth.axis.indices {
      let points = try #require(result.panel.block[row, 0].value)
      #expect(abs(points - (growth.values[row] ?? .nan)) < 1e-12)
    }
  }

  /// Years whose January and February come together or apart, by chance.
  @Test(
    "contributions and the residual add to the growth of the total, on such axes",
    arguments: 0..<30 as Range<UInt64>)
  func additive(_ seed: UInt64) throws {
    var generator = RepeatableGenerator(seed: seed)
    var periods: [Period] = []
    for year in 2018...2022 {
      if Bool.random(using: &generator) {
        periods.append(Period(from: Month(year: year, month: 1), count: 2))
      } else {
        periods += [.month(year, 1), .month(year, 2)]
      }
      periods += (3...4).map { .month(year, $0) }
    }
    let axis = PeriodAxis(periods)
    let values = (0..<(3 * axis.count)).map { _ in Double.random(in: 1...100, using: &generator) }
    let parts = Panel(
      keys: [1, 2, 3], PeriodBlock(axis: axis, columns: 3, kind: .flow, values: values))
    let total = Series(
      "T", axis.map { ($0, Observation(Double.random(in: 400...900, using: &generator))) })
    let result = try parts.contributions(to: total)
    let growth = try total.yearOverYear()
    #expect(result.parts.axis == growth.axis && result.growth == Series("T", growth.block))
    let residual = try #require(result.residual)
    for (row, period) in growth.axis.enumerated() {
      let sum = (0..<3).reduce(residual[period].value ?? .nan) {
        $0 + (result.parts.block[row, $1].value ?? .nan)
      }
      #expect(abs(sum - (growth[period].value ?? .nan)) < 1e-9)
    }
  }

  @Test("a month this year has no base in a combined one last year") func otherWay() throws {
    let series = Series(
      "Exports",
      [
        (Period(from: Month(year: 2020, month: 1), count: 2), Observation(292)),
        (.month(2021, 1), Observation(263)), (.month(2021, 2), Observation(204)),
      ])
    #expect(try series.yearOverYear().axis.isEmpty)
  }
}
