import Testing
import TimeSeries

@Suite("Aggregation") struct AggregationTests {
  let months = PeriodAxis(from: .month(2009, 1), count: 12)

  @Test("sums published months to the published quarter")
  func published() throws {
    // China's exports to the European Union, US$ billion (Reuters, table of November 2009).
    let exports = Series("Exports", from: .month(2009, 7), values: [20.7, 20.6, 22.6])
    let quarter = try exports.block.aggregate(over: .quarter(2009, 3), column: 0)
    // 63.9 to the last bit but one: none of the figures is a binary fraction.
    #expect(abs((quarter.observation.value ?? 0) - 63.9) < 1e-13)
    #expect(quarter.observation.status == .normal)
    #expect(quarter.coverage == "3 of 3 months")
    #expect(quarter.isComplete)
    #expect(try exports.aggregated(to: .quarterly).observations == [quarter.observation])
  }

  @Test("adds flows, takes the end of stocks, averages indices by months")
  func kinds() throws {
    let values = (1...12).map(Double.init)
    func quarters(_ kind: SeriesKind) throws -> [Double?] {
      try Series("x", from: .month(2009, 1), kind: kind, values: values)
        .aggregated(to: .quarterly).values
    }
    #expect(try quarters(.flow) == [6, 15, 24, 33])
    #expect(try quarters(.stock) == [3, 6, 9, 12])
    #expect(try quarters(.index) == [2, 5, 8, 11])
    #expect(throws: SeriesError.rateNotAggregable) { try quarters(.rate) }
    // Weights are months: (2·10 + 1·40) / 3 = 20.
    let uneven = Series(
      "x", kind: .index,
      [
        (Period(from: Month(year: 2009, month: 1), count: 2), Observation(10)),
        (.month(2009, 3), Observation(40)),
      ])
    #expect(try uneven.aggregated(over: [Period.quarter(2009, 1)]).values == [20])
  }

  @Test("gives a rate that is published for the longer period itself, and no other")
  func rates() throws {
    let rate = Series("x", from: .quarter(2009, 1), kind: .rate, values: [5])
    let own = try rate.block.aggregate(over: .quarter(2009, 1), column: 0)
    #expect(own.observation == Observation(5))
    #expect(throws: SeriesError.rateNotAggregable) {
      try rate.block.aggregate(over: .year(2009), column: 0)
    }
  }

  @Test("says how much is covered")
  func completeness() throws {
    let eight = Series("x", from: .month(2009, 1), values: [1, 1, 1, 1, nil, 1, 1, 1, 1])
    let nine = Period.yearToDate(through: Month(year: 2009, month: 9))
    let refused = try eight.block.aggregate(over: nine, column: 0)
    #expect(refused.observation == Observation(missing: [.unknown, .partial]))
    #expect(refused.coverage == "8 of 9 months")
    #expect(!refused.isComplete)
    #expect(refused.pieces.count == 8)
    let allowed = try eight.block.aggregate(over: nine, column: 0, allowPartial: true)
    #expect(allowed.observation == Observation(8, [.unknown, .partial]))
    let quarters = Series("x", from: .quarter(2009, 1), values: [1, 2, 3])
    #expect(
      try quarters.block.aggregate(over: .year(2009), column: 0).coverage == "3 of 4 quarters")
    #expect(
      try quarters.block.aggregate(over: .year(2010), column: 0).coverage == "0 of 12 months")
    #expect(
      try quarters.block.aggregate(over: .quarter(2009, 2), column: 0).coverage
        == "1 of 1 quarter")
  }

  @Test("tells what is not yet published from what is unknown")
  func reasons() throws {
    let series = Series("x", from: .month(2009, 1), values: [1, nil, 1, 1])
    func reason(_ period: Period) throws -> ObservationStatus {
      try series.block.aggregate(over: period, column: 0).observation.status
    }
    #expect(try reason(.quarter(2009, 1)) == [.unknown, .partial])
    #expect(try reason(.quarter(2009, 2)) == [.notYetPublished, .partial])
    #expect(try reason(.quarter(2009, 3)) == .notYetPublished)
    #expect(try reason(.quarter(2008, 3)) == .unknown)
    #expect(try reason(.year(2009)) == [.unknown, .notYetPublished, .partial])
    let none = PeriodBlock(axis: months, columns: 1, kind: .flow, missing: .confidential)
    #expect(
      try none.aggregate(over: .year(2009), column: 0).observation
        == Observation(missing: .confidential))
  }

  @Test("keeps the reason of a longer row, and of a neighbour that holds the month")
  func reasonsOfLongerRows() throws {
    let quarters = Series(
      "x",
      [
        (.quarter(2009, 1), Observation(1)),
        (.quarter(2009, 2), Observation(missing: .confidential)),
        (.quarter(2009, 3), Observation(1)), (.quarter(2009, 4), Observation(1)),
      ])
    #expect(
      try quarters.aggregated(over: [Period.year(2009)]).observations
        == [Observation(missing: [.confidential, .partial])])
    let china = Series(
      "x",
      [
        (Period(from: Month(year: 2009, month: 1), count: 2), Observation(5)),
        (.month(2009, 3), Observation(2)),
      ])
    #expect(
      try china.aggregated(to: .monthly).observations
        == [Observation(missing: .combined), Observation(missing: .combined), Observation(2)])
  }

  @Test("gives the statuses of the pieces to the sum")
  func statuses() throws {
    let series = Series(
      "x",
      [
        (.month(2009, 1), Observation(1, .estimated)), (.month(2009, 2), Observation(2)),
        (.month(2009, 3), Observation(3, .provisional)),
      ])
    #expect(
      try series.aggregated(to: .quarterly).observations
        == [Observation(6, [.estimated, .provisional])])
  }

  @Test("uses a published quarter before its months, and January-February where months are absent")
  func choice() throws {
    let januaryFebruary = Period(from: Month(year: 2009, month: 1), count: 2)
    let series = Series(
      "x",
      [
        (januaryFebruary, Observation(300)), (.month(2009, 3), Observation(170)),
        (.month(2009, 4), Observation(1)), (.month(2009, 5), Observation(1)),
        (.month(2009, 6), Observation(1)), (.quarter(2009, 2), Observation(4)),
      ])
    let half = try series.block.aggregate(over: .half(2009, 1), column: 0)
    #expect(half.pieces == [januaryFebruary, .month(2009, 3), .quarter(2009, 2)])
    #expect(half.observation == Observation(474))
    #expect(half.coverage == "6 of 6 months")
    let quarter = try series.block.aggregate(over: .quarter(2009, 2), column: 0)
    #expect(quarter.pieces == [.quarter(2009, 2)])
    #expect(quarter.observation == Observation(4))
  }

  @Test("decides for each column by itself")
  func columns() throws {
    var block = PeriodBlock(
      axis: PeriodAxis([Period.month(2009, 1), .month(2009, 2), .month(2009, 3), .quarter(2009, 1)]
      ),
      columns: 2, kind: .flow)
    for month in [Period.month(2009, 1), .month(2009, 2), .month(2009, 3)] {
      if let row = block.axis.index(of: month) { block[row, 0] = Observation(2) }
    }
    if let row = block.axis.index(of: .quarter(2009, 1)) { block[row, 1] = Observation(7) }
    let quarter = try block.aggregated(over: [Period.quarter(2009, 1)])
    #expect(quarter.column(0) == [Observation(6)])
    #expect(quarter.column(1) == [Observation(7)])
  }

  @Test(
    "agrees with the search through all choices, on any axis",
    arguments: [
      SeriesKind.flow, .stock, .index,
    ])
  func reference(kind: SeriesKind) throws {
    var chance = SeededChance(3)
    let start = Month(year: 2009, month: 1)
    for round in 0..<150 {
      let isRegular = round % 3 == 0
      let axis =
        isRegular
        ? PeriodAxis(from: .month(start), count: 9)
        : PeriodAxis(
          (0..<9).map { _ in
            Period(
              from: start.advanced(by: .random(in: 0..<9, using: &chance)),
              count: .random(in: 1...3, using: &chance))
          })
      var block = PeriodBlock(axis: axis, columns: 2, kind: kind)
      for column in 0..<2 {
        for row in axis.indices where round % 2 == 0 || .random(in: 0..<5, using: &chance) > 0 {
          block[row, column] = Observation(Double(Int.random(in: -50...50, using: &chance)))
        }
      }
      let targets = (0..<6).map { _ in
        Period(
          from: start.advanced(by: .random(in: -1..<9, using: &chance)),
          count: .random(in: 1...6, using: &chance))
      }
      let result = try block.aggregated(over: targets)
      for column in 0..<2 {
        for (row, period) in result.axis.enumerated() {
          let single = try block.aggregate(over: period, column: column)
          #expect(result[row, column] == single.observation)
          if block.axis.index(of: period).map({ block.validity[$0, column] }) != true {
            let expected = TilingReference.value(of: period, in: block, column: column)
            #expect(
              result[row, column].value == nil && expected == nil
                || abs((result[row, column].value ?? .nan) - (expected ?? .nan)) < 1e-12)
          }
        }
      }
    }
  }

  @Test(
    "gives plain blocks the same bits as the general way",
    arguments: [
      SeriesKind.flow, .stock, .index,
    ], [3, 4, 12, 13])
  func plain(kind: SeriesKind, rows: Int) throws {
    var chance = SeededChance(4)
    let first = Period.month(2009, 1)
    let values = (0..<(rows * 7)).map { _ in
      Double.random(in: -1...1, using: &chance)
        * [1e-9, 1, 1e12].randomElement(using: &chance, or: 1)
    }
    let axes = [
      PeriodAxis(from: first, count: rows),
      // The same months with their first pair joined: an axis that is not regular.
      PeriodAxis(
        [Period(from: first.first, count: 2)] + (2...rows).map { first.shifted(byMonths: $0) }),
    ]
    for axis in axes {
      let block = PeriodBlock(axis: axis, columns: 7, kind: kind, values: values)
      for frequency in Frequency.allCases {
        let result = try block.aggregated(to: frequency)
        for column in 0..<7 {
          for (row, period) in result.axis.enumerated() {
            #expect(
              try result[row, column] == block.aggregate(over: period, column: column).observation)
          }
        }
      }
    }
  }

  @Test("does not depend on scale, and sums of parts are the whole")
  func identities() throws {
    var chance = SeededChance(5)
    for scale in [0x1p-40, 1, 0x1p40] {
      let values = (0..<24).map { _ in Double(Int.random(in: 0...9999, using: &chance)) * scale }
      let series = Series("x", from: .month(2009, 1), values: values)
      let years = try series.aggregated(to: .yearly)
      #expect(try series.aggregated(to: .quarterly).aggregated(to: .yearly) == years)
      #expect(try series.aggregated(to: .monthly) == series)
    }
  }

  @Test("keeps small values beside huge ones, and gives no infinity")
  func extremes() throws {
    let mixed = Series("x", from: .month(2009, 1), values: [1e17, 1, -1e17])
    #expect(try mixed.aggregated(to: .quarterly).values == [1])
    let huge = Series("x", from: .month(2009, 1), values: [1e308, 1e308, 1e308])
    #expect(
      try huge.aggregated(to: .quarterly).observations == [Observation(missing: .unknown)])
    let tiny = Series("x", from: .month(2009, 1), values: [0x1p-1074, 0x1p-1074, 0])
    #expect(try tiny.aggregated(to: .quarterly).values == [0x1p-1073])
  }

  @Test("gives empty blocks for empty input")
  func empty() throws {
    let noRows = PeriodBlock(axis: PeriodAxis([Period]()), columns: 2, kind: .flow)
    #expect(try noRows.aggregated(to: .yearly).rows == 0)
    #expect(
      try noRows.aggregated(over: [Period.year(2009)]).column(1)
        == [Observation(missing: .unknown)])
    let block = PeriodBlock(axis: months, columns: 0, kind: .flow)
    #expect(try block.aggregated(to: .yearly).rows == 1)
    #expect(try block.aggregated(over: [Period]()).rows == 0)
  }

  @Test("keeps incomplete calendar periods at both ends as missing")
  func edges() throws {
    let series = Series("x", from: .month(2009, 2), values: [1, 1, 1, 1, 1, 1])
    let quarters = try series.aggregated(to: .quarterly)
    #expect(quarters.axis == PeriodAxis(from: .quarter(2009, 1), count: 3))
    #expect(quarters.values == [nil, 3, nil])
    #expect(quarters.observations[0].status == [.unknown, .partial])
    #expect(quarters.observations[2].status == [.notYetPublished, .partial])
    #expect(try series.aggregated(to: .quarterly, allowPartial: true).values == [2, 3, 1])
  }
}

extension Collection {
  /// A random element; another one when there is none.
  fileprivate func randomElement(using chance: inout SeededChance, or other: Element) -> Element {
    randomElement(using: &chance) ?? other
  }
}
