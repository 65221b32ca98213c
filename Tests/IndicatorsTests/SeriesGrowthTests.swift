import Indicators
import TestSupport
import Testing
import TimeSeries

@Suite("Changes of series and panels") struct SeriesGrowthTests {
  /// Exports of products A, B, C in two years: the worked example of
  /// Documentation/Methods/shares-and-contributions.md.
  static let parts = Panel(
    keys: ["A", "B", "C"],
    PeriodBlock(
      axis: PeriodAxis(from: .year(2023), count: 2), columns: 3, kind: .flow,
      values: [100, 120, 60, 54, 40, 46]))

  static func close(_ found: [Double?], _ expected: [Double], within slack: Double) -> Bool {
    found.count == expected.count
      && zip(found, expected).allSatisfy { pair in
        pair.0.map { abs($0 - pair.1) <= slack } ?? false
      }
  }

  // Worked example: 20, −10, 15.
  @Test("year over year of the worked example")
  func workedExample() throws {
    let growth = try Self.parts.yearOverYear()
    #expect(growth.axis.periods == [.year(2024)])
    #expect(growth.kind == .rate)
    let values = (0..<3).map { growth.block[0, $0].value }
    #expect(Self.close(values, [20, -10, 15], within: 1e-12))
  }

  @Test("the base is found by period on an axis of combined months")
  func combinedMonths() throws {
    let span = { (year: Int, through: Int) in
      Period(from: Month(year: year, month: 1), through: Month(year: year, month: through))
    }
    let series = Series(
      "Exports",
      [
        (span(2023, 2), Observation(200)), (.month(2023, 3), Observation(100)),
        (span(2023, 9), Observation(900)), (span(2024, 2), Observation(220)),
        (.month(2024, 3), Observation(90)), (.month(2024, 4), Observation(99)),
        (span(2024, 9), Observation(990)),
      ])
    let yearly = try series.yearOverYear()
    #expect(yearly.axis.periods == [span(2024, 2), span(2024, 9), .month(2024, 3)])
    // By hand: 220/200, 990/900, 90/100.
    #expect(Self.close(yearly.values, [10, 10, -10], within: 1e-12))
    // March has no base: February is only in January-February. April has March.
    let monthly = try series.periodOverPeriod()
    #expect(monthly.axis.periods == [.month(2024, 4)])
    #expect(Self.close(monthly.values, [10], within: 1e-12))
  }

  @Test("a gap leaves out what it is the base of, and nothing is taken from a neighbouring row")
  func gap() throws {
    let months = [1, 2, 4].map { (Period.month(2023, $0), Observation(Double($0))) }
    let later = (1...4).map { (Period.month(2024, $0), Observation(10 * Double($0))) }
    let growth = try Series("x", months + later).yearOverYear()
    #expect(growth.axis.periods == [.month(2024, 1), .month(2024, 2), .month(2024, 4)])
    #expect(Self.close(growth.values, [900, 900, 900], within: 1e-9))
  }

  /// A block with everything the fast loop cannot settle, in some columns.
  static func mixedBlock(_ axis: PeriodAxis, seed: UInt64) -> PeriodBlock {
    var generator = RepeatableGenerator(seed: seed)
    var block = PeriodBlock(axis: axis, columns: 8, kind: .flow)
    for column in 0..<8 {
      for row in axis.indices {
        let value = Double.random(in: 1...100, using: &generator)
        let odd = Int.random(in: 0..<12, using: &generator)
        block[row, column] =
          switch (column, odd) {
          case (1, 0): Observation(0)
          case (2, 0): Observation(-value)
          case (3, 0): Observation(missing: .confidential)
          case (4, 0): Observation(value, .provisional)
          case (5, 0): Observation(value / 1000)
          case (6, _): Observation(0)
          default: Observation(value)
          }
      }
    }
    return block
  }

  @Test("whole columns give the same bits as the rules for single cells", arguments: 0..<20)
  func pathsAgree(_ seed: UInt64) throws {
    let axis = PeriodAxis(from: .month(2019, 3), count: Int(seed) * 3)
    let data = Panel(keys: Array(0..<8), Self.mixedBlock(axis, seed: seed))
    typealias Rule = (Observation, Observation) -> Observation
    let cases: [(Panel<Int>, Int, Rule)] = [
      (try data.yearOverYear(), 12, { Growth.rate(from: $0, to: $1) }),
      (try data.periodOverPeriod(), 1, { Growth.rate(from: $0, to: $1) }),
      (
        try data.annualized(), 1, { Growth.annualizedRate(from: $0, to: $1, periodsPerYear: 12) }
      ),
      (try data.difference(), 12, { Growth.difference(from: $0, to: $1) }),
      (try data.difference(on: .periodBefore), 1, { Growth.difference(from: $0, to: $1) }),
    ]
    for (found, lag, rule) in cases {
      #expect(found.axis.count == max(0, axis.count - lag))
      for column in 0..<8 {
        for row in found.axis.indices {
          let expected = rule(data.block[row, column], data.block[row + lag, column])
          #expect(found.block[row, column] == expected)
        }
      }
    }
  }

  @Test("rates do not depend on the unit", arguments: [1e-9, 1e12])
  func scale(_ factor: Double) throws {
    let base = Series("x", from: .quarter(2020, 1), values: [1, 3, 2, 5, 4, 6, 1, 9])
    let scaled = Series(
      "x", from: .quarter(2020, 1), values: base.values.map { $0.map { $0 * factor } })
    for operation in [
      { (s: Series) in try s.yearOverYear() }, { (s: Series) in try s.periodOverPeriod() },
      { (s: Series) in try s.annualized() }, { (s: Series) in try s.yearToDateChange() },
    ] {
      let plain = try operation(base).values.compactMap { $0 }
      let found = try operation(scaled).values
      #expect(!plain.isEmpty)
      #expect(Self.close(found, plain, within: 1e-9))
    }
  }

  @Test("empty and short data give empty results", arguments: 0..<5)
  func short(_ count: Int) throws {
    let series = Series("x", from: .quarter(2020, 1), values: (0..<count).map { Double($0 + 1) })
    #expect(try series.yearOverYear().axis.count == max(0, count - 4))
    #expect(try series.periodOverPeriod().axis.count == max(0, count - 1))
    #expect(try series.difference(on: .periodBefore).axis.count == max(0, count - 1))
    #expect(try series.annualized().axis.count == max(0, count - 1))
  }

  // 1.02⁴ = 1.08243216 and 1.01¹² = 1.126825030131969…, by hand.
  @Test("annualized changes of quarters and months")
  func annualized() throws {
    let quarters = Series("x", from: .quarter(2020, 1), values: [100, 102])
    #expect(Self.close(try quarters.annualized().values, [8.243216], within: 1e-9))
    let months = Series("x", from: .month(2020, 1), values: [100, 101])
    #expect(Self.close(try months.annualized().values, [12.6825030132], within: 1e-9))
    let mixed = Series("x", [(.month(2020, 1), Observation(1)), (.year(2020), Observation(1))])
    #expect(
      throws: IndicatorError.differentLengths(
        operation: "the annualized change", .month(2020, 1), .year(2020))
    ) { try mixed.annualized() }
  }

  // The cumulative example: January-February 300, then 170 and 170; against 250, 150, 190.
  @Test("year-to-date changes sum the same months of both years")
  func yearToDate() throws {
    let janFeb = Period(from: Month(year: 2024, month: 1), count: 2)
    let series = Series(
      "x",
      [
        (.month(2023, 1), Observation(120)), (.month(2023, 2), Observation(130)),
        (.month(2023, 3), Observation(150)), (.month(2023, 4), Observation(190)),
        (janFeb, Observation(300)), (.month(2024, 3), Observation(170)),
        (.month(2024, 4), Observation(170)),
      ])
    let change = try series.yearToDateChange()
    #expect(
      change.axis.periods == [
        janFeb, .quarter(2024, 1), .yearToDate(through: Month(year: 2024, month: 4)),
      ])
    // 300/250, 470/400, 640/590.
    #expect(Self.close(change.values, [20, 17.5, 100 * (640.0 / 590 - 1)], within: 1e-9))
  }

  @Test("three months on three months, and on the year")
  func threeMonths() throws {
    let values = (0..<15).map { Double($0 + 1) }
    let series = Series("x", from: .month(2023, 1), values: values)
    let change = try series.threeMonthOnThreeMonth()
    // By hand: (4+5+6)/(1+2+3) and, for the last, (13+14+15)/(10+11+12).
    #expect(change.axis.count == 10)
    #expect(change.axis.first == .quarter(2023, 2))
    #expect(Self.close([change.values.first ?? nil], [150], within: 1e-9))
    #expect(
      Self.close([change[.quarter(2024, 1)].value], [100 * (42.0 / 33 - 1)], within: 1e-9))
    let yearly = try series.movingQuarterYearOverYear()
    #expect(yearly.axis.periods == [.quarter(2024, 1)])
    #expect(Self.close(yearly.values, [600], within: 1e-9))
  }

  @Test("differences and percentage points")
  func differences() throws {
    let balance = Series("Balance", from: .year(2022), values: [-20, 15, nil, 4])
    let change = try balance.difference()
    #expect(change.values == [35, nil, nil])
    #expect(change[.year(2025)].status == [.unknown, .baseMissing])
    #expect(change.kind == .flow)
    let rate = Series("Growth", from: .year(2022), kind: .rate, values: [5, 3])
    #expect(try rate.percentagePointChange().values == [-2])
    let stock = Series("Stock", from: .quarter(2022, 1), kind: .stock, values: [5, 3])
    #expect(try stock.difference(on: .periodBefore).kind == .flow)
  }

  @Test("an index against a year compares months with its mean")
  func rebased() throws {
    let months = Series("x", from: .month(2020, 1), values: (1...24).map(Double.init))
    let index = try months.rebased(in: .year(2020))
    // The mean of 1…12 is 6.5.
    #expect(Self.close([index[.month(2021, 1)].value], [200], within: 1e-9))
    #expect(index.kind == .index)
    // 1e308 times a value is no double, and 1e308 times a part of the base is one.
    let large = try Series("x", from: .year(2020), values: [200, 100, 400])
      .rebased(to: 1e308, in: .year(2020)).values
    #expect(large == [1e308, 5e307, nil])
    let own = try months.rebased(to: 1, in: .month(2020, 2))
    #expect(own[.month(2020, 6)].value == 3)
    #expect(own[.month(2021, 12)].status == .normal)
    let balance = Series("b", from: .year(2020), values: [-1, 2])
    #expect(try balance.rebased(in: .year(2020))[.year(2021)].status == .signChange)
    #expect(
      throws: IndicatorError.periodNotFound(operation: "an index", .year(2019))
    ) { try months.rebased(in: .year(2019)) }
  }

  @Test("changes of a balance come with words for its direction")
  func balanceChanges() throws {
    let cases: [(Double, Double, BalanceChange.Direction)] = [
      (-20, -25, .widened), (-20, -15, .narrowed), (20, 25, .widened), (20, 15, .narrowed),
      (-20, 5, .turned), (20, -5, .turned), (0, -5, .opened), (20, 0, .closed),
      (-3, -3, .unchanged),
    ]
    for (base, current, direction) in cases {
      let change = try #require(
        BalanceChange(from: Observation(base), to: Observation(current)))
      #expect(change.direction == direction)
      #expect(change.change == current - base && change.size == (current - base).magnitude)
    }
    #expect(BalanceChange(from: Observation(missing: .unknown), to: Observation(1)) == nil)
    #expect(BalanceChange(from: Observation(1, .partial), to: Observation(1)) == nil)
    let exports = Series("X", from: .year(2023), values: [200, 220])
    let imports = Series("M", from: .year(2023), values: [180, 180])
    let changes = Balance.changes(
      of: try Balance.difference(exports: exports, imports: imports))
    #expect(changes.map(\.period) == [.year(2024)])
    let change = try #require(changes.first?.change)
    #expect(change.position == .surplus && change.basePosition == .surplus)
    #expect(change.size == 20 && change.rateOfSize.value == 100)
  }
}
