import Testing
import TimeSeries

@Suite("Cumulation") struct CumulationTests {
  private func through(_ month: Int, from first: Int = 1, _ year: Int = 2009) -> Period {
    Period(from: Month(year: year, month: first), through: Month(year: year, month: month))
  }

  @Test("takes year-to-date sums apart")
  func workedExample() throws {
    // Documentation/Methods, worked example of cumulative figures: 300 (January-February),
    // 470, 640 give 300, 170, 170, with January-February left as one span.
    let sums = Series(
      "x",
      [
        (through(2), Observation(300)), (through(3), Observation(470)),
        (through(4), Observation(640)),
      ])
    let flows = try sums.decumulated()
    #expect(flows.axis.periods == [through(2), .month(2009, 3), .month(2009, 4)])
    #expect(flows.values == [300, 170, 170])
    #expect(try flows.cumulated() == sums)
  }

  @Test("sums from January through each month")
  func sums() throws {
    let flows = Series("x", from: .month(2009, 1), values: [100, 110, 120])
    let sums = try flows.cumulated()
    #expect(sums.axis.map(\.description) == ["2009-01", "2009-01/2009-02", "2009-Q1"])
    #expect(sums.values == [100, 210, 330])
  }

  @Test("starts anew in the fiscal year's first month")
  func fiscal() throws {
    let flows = Series("x", from: .month(2009, 3), values: [1, 2, 3])
    let sums = try flows.cumulated(resetMonth: 4)
    // March 2009 belongs to the year from April 2008, of which nothing else is known.
    let march = Period(from: Month(year: 2008, month: 4), count: 12)
    #expect(sums[march] == Observation(missing: [.unknown, .partial]))
    #expect(sums[.month(2009, 4)] == Observation(2))
    #expect(sums[through(5, from: 4)] == Observation(5))
    let back = try Series("x", from: .month(2009, 4), values: [2, 3]).cumulated(resetMonth: 4)
      .decumulated(resetMonth: 4)
    #expect(back.values == [2, 3])
    #expect(throws: SeriesError.notYearToDate(.month(2009, 4))) {
      try Series("x", from: .month(2009, 4), values: [2]).decumulated()
    }
  }

  @Test("makes later sums of the year missing after a gap, and no others")
  func gaps() throws {
    let flows = Series("x", from: .month(2009, 11), values: [1, nil, 3, 4])
    #expect(try flows.cumulated().values == [nil, nil, 3, 7])
    let year = Series("x", from: .month(2009, 1), values: [1, nil, 3])
    let sums = try year.cumulated()
    #expect(sums.values == [1, nil, nil])
    #expect(sums.observations[2].status == [.unknown, .partial])
  }

  @Test("gives both spans together after a missing sum, with its reason")
  func missingSum() throws {
    let sums = Series(
      "x",
      [
        (through(1), Observation(100)), (through(2), Observation(missing: .confidential)),
        (through(3), Observation(330)), (through(4), Observation(missing: .notYetPublished)),
      ])
    let flows = try sums.decumulated()
    #expect(flows[.month(2009, 1)] == Observation(100))
    #expect(flows[.month(2009, 2)] == Observation(missing: .confidential))
    #expect(flows[Period(from: Month(year: 2009, month: 2), count: 2)] == Observation(230))
    #expect(flows[.month(2009, 3)] == Observation(missing: .combined))
    #expect(flows[.month(2009, 4)] == Observation(missing: .notYetPublished))
    // A year whose first sum is missing: the next stands for its own span.
    let late = Series(
      "x", [(through(1), Observation(missing: .unknown)), (through(2), Observation(300))])
    #expect(try late.decumulated()[through(2)] == Observation(300))
    #expect(try late.decumulated()[.month(2009, 2)] == Observation(missing: .combined))
  }

  @Test("keeps the statuses of both sums")
  func statuses() throws {
    let sums = Series(
      "x", [(through(1), Observation(1, .estimated)), (through(2), Observation(3, .provisional))])
    #expect(
      try sums.decumulated()[.month(2009, 2)] == Observation(2, [.estimated, .provisional]))
  }

  @Test("is undone by its inverse, for any first month of the year", arguments: 1...12)
  func roundTrip(resetMonth: Int) throws {
    // Whole numbers, so that sums and differences are exact.
    var chance = SeededChance(UInt64(resetMonth))
    for step in [1, 2, 3, 4, 6] {
      let first = Period(from: Month(year: 2009, month: resetMonth), count: step)
      let values = (0..<(36 / step * 2)).map { _ in
        Double(Int.random(in: -1000...1000, using: &chance))
      }
      let block = PeriodBlock(
        axis: PeriodAxis(from: first, count: 36 / step), columns: 2, kind: .flow, values: values)
      let sums = try block.cumulated(resetMonth: resetMonth)
      #expect(try sums.decumulated(resetMonth: resetMonth) == block)
    }
  }

  @Test("is for flows and year-to-date spans only")
  func refusals() throws {
    let index = Series("x", from: .month(2009, 1), kind: .index, values: [1])
    #expect(
      throws: SeriesError.kindMismatch(
        operation: "a year-to-date sum", expected: .flow, found: .index)
    ) { try index.cumulated() }
    #expect(
      throws: SeriesError.kindMismatch(
        operation: "the differences of year-to-date sums", expected: .flow, found: .index)
    ) { try index.decumulated() }
    let long = Series("x", from: Period(from: Month(year: 2009, month: 1), count: 13), values: [1])
    #expect(throws: SeriesError.notYearToDate(long.axis[0])) { try long.decumulated() }
    let empty = Series("x", from: .month(2009, 1), values: [])
    #expect(try empty.cumulated().values.isEmpty)
    #expect(try empty.decumulated().values.isEmpty)
  }

  @Test("sums, averages or ends a moving window")
  func rolling() throws {
    let flows = Series("x", from: .month(2009, 1), values: [1, 2, 3, 4, 5])
    let sums = try flows.rolling(months: 3)
    #expect(sums.axis.map(\.description) == ["2009-Q1", "2009-02/2009-04", "2009-03/2009-05"])
    #expect(sums.values == [6, 9, 12])
    let index = Series("x", from: .month(2009, 1), kind: .index, values: [1, 2, 3, 4, 5])
    #expect(try index.rolling(months: 3).values == [2, 3, 4])
    #expect(try flows.rolling(months: 1) == flows)
    #expect(try flows.rolling(months: 6).values.isEmpty)
    let quarters = Series("x", from: .quarter(2009, 1), values: [1, 2, 3, 4, 5])
    #expect(try quarters.rolling(months: 12).values == [10, 14])
    let gap = Series("x", from: .month(2009, 1), values: [1, nil, 3, 4])
    #expect(try gap.rolling(months: 2).values == [nil, nil, 7])
  }

  @Test("refuses impossible months") func preconditions() async {
    await #expect(processExitsWith: .failure) {
      _ = try Series("x", from: .month(2009, 1), values: [1]).rolling(months: 0)
    }
    await #expect(processExitsWith: .failure) {
      _ = try Series("x", from: .month(2009, 1), values: [1]).cumulated(resetMonth: 13)
    }
    await #expect(processExitsWith: .failure) {
      _ = try Series("x", from: .month(2009, 1), values: [1]).decumulated(resetMonth: 0)
    }
  }
}
