import Testing

@testable import TimeSeries

@Suite("Validity map") struct ValidityMapTests {
  @Test("agrees with an array of Booleans", arguments: [0, 1, 2, 63, 64, 65, 128, 130])
  func bits(rows: Int) {
    var chance = SeededChance(UInt64(rows))
    var map = ValidityMap(rows: rows, columns: 3, allValid: true)
    var plain = [Bool](repeating: true, count: rows * 3)
    for _ in 0..<(rows * 6) {
      let (row, column) = (
        Int.random(in: 0..<rows, using: &chance), Int.random(in: 0..<3, using: &chance)
      )
      let value = Bool.random(using: &chance)
      map[row, column] = value
      plain[column * rows + row] = value
    }
    for column in 0..<3 {
      for row in 0..<rows { #expect(map[row, column] == plain[column * rows + row]) }
      #expect(
        map.isComplete(column: column)
          == plain[(column * rows)..<((column + 1) * rows)].allSatisfy { $0 })
    }
  }

  @Test("is equal and complete whichever way it was filled", arguments: [0, 1, 64, 65])
  func equality(rows: Int) {
    let complete = ValidityMap(rows: rows, columns: 2, allValid: true)
    var filled = ValidityMap(rows: rows, columns: 2, allValid: false)
    #expect((filled == complete) == (rows == 0))
    for column in 0..<2 { for row in 0..<rows { filled[row, column] = true } }
    #expect(filled == complete)
    #expect(complete == filled)
    #expect(filled.hashValue == complete.hashValue)
    filled.compact()
    #expect(filled.isComplete)
    #expect(complete != ValidityMap(rows: rows + 1, columns: 2, allValid: true))
  }

  @Test("refuses places outside") func outside() async {
    await #expect(processExitsWith: .failure) {
      _ = ValidityMap(rows: 2, columns: 2, allValid: true)[2, 0]
    }
    await #expect(processExitsWith: .failure) {
      _ = ValidityMap(rows: 2, columns: 2, allValid: false)[0, 2]
    }
  }
}

@Suite("Period block") struct PeriodBlockTests {
  let axis = PeriodAxis(from: .month(2009, 1), count: 3)

  @Test("keeps columns apart and statuses with their values")
  func storage() {
    var block = PeriodBlock(axis: axis, columns: 2, kind: .flow, values: [1, 2, 3, 4, 5, 6])
    #expect(block.isPlain)
    #expect(block.column(1).map(\.value) == [4, 5, 6])
    block[1, 0] = Observation(20, .estimated)
    block[2, 1] = Observation(missing: .confidential)
    #expect(!block.isPlain)
    #expect(block.column(0) == [Observation(1), Observation(20, .estimated), Observation(3)])
    #expect(block.column(1).last == Observation(missing: .confidential))
    // A missing value is stored as zero.
    #expect(block.values == [1, 20, 3, 4, 5, 0])
  }

  @Test("is equal and plain whichever way it was filled")
  func equality() {
    let made = PeriodBlock(axis: axis, columns: 1, kind: .flow, values: [1, 2, 3])
    var filled = PeriodBlock(axis: axis, columns: 1, kind: .flow)
    for row in 0..<3 { filled[row, 0] = Observation(Double(row + 1)) }
    #expect(filled == made)
    #expect(made == filled)
    #expect(filled.hashValue == made.hashValue)
    #expect(Series("x", from: .month(2009, 1), values: [1, 2, 3]).block.isPlain)
    filled[0, 0] = Observation(1, .provisional)
    #expect(filled != made)
    #expect(made != made.with(kind: .stock))
  }

  @Test("is made of values, validity and statuses")
  func parts() {
    var validity = ValidityMap(rows: 3, columns: 1, allValid: true)
    #expect(
      PeriodBlock(
        axis: axis, columns: 1, kind: .flow, values: [1, 2, 3], validity: validity,
        statuses: [.normal, .normal, .normal]
      ).isPlain)
    validity[1, 0] = false
    let block = PeriodBlock(
      axis: axis, columns: 1, kind: .flow, values: [1, .nan, 3], validity: validity)
    #expect(
      block.column(0) == [Observation(1), Observation(missing: .unknown), Observation(3)])
    #expect(block.values == [1, 0, 3])
    let flagged = PeriodBlock(
      axis: axis, columns: 1, kind: .flow, values: [1, 9, 3], validity: validity,
      statuses: [.estimated, .confidential, .normal])
    #expect(
      flagged.column(0) == [
        Observation(1, .estimated), Observation(missing: .confidential), Observation(3),
      ])
  }

  @Test("answers for periods beside its axis with the reason")
  func absence() {
    let monthly = Series(
      "x",
      [
        (.month(2009, 3), Observation(3)),
        (Period(from: Month(year: 2009, month: 1), count: 2), Observation(5)),
        (.month(2009, 5), Observation(missing: .confidential)),
      ])
    #expect(monthly[.month(2009, 3)] == Observation(3))
    #expect(monthly[.month(2009, 1)] == Observation(missing: .combined))
    #expect(monthly[.month(2009, 5)] == Observation(missing: .confidential))
    #expect(monthly[.month(2009, 4)] == Observation(missing: .notYetPublished))
    #expect(monthly[.month(2008, 4)] == Observation(missing: .unknown))
    let quarters = Series(
      "x",
      [
        (.quarter(2009, 1), Observation(missing: .confidential)),
        (.quarter(2009, 2), Observation(1)),
        (.year(2008), Observation(2)),
      ])
    #expect(quarters[.month(2009, 2)] == Observation(missing: .confidential))
    // A year says nothing of its months.
    #expect(quarters[.month(2008, 2)] == Observation(missing: .unknown))
    let empty = PeriodBlock(axis: axis, columns: 1, kind: .flow)
    #expect(empty.observation(.month(2010, 1), column: 0) == Observation(missing: .unknown))
    #expect(empty.lastMonth(column: 0) == nil)
  }

  @Test("finds the last month though a long period begins early")
  func lastMonth() {
    let series = Series(
      "x", [(.year(2009), Observation(1)), (.month(2009, 3), Observation(1))])
    #expect(series.block.lastMonth(column: 0) == Month(year: 2009, month: 12))
  }

  @Test("gives columns and axes as a cell by cell copy does")
  func selecting() {
    var block = PeriodBlock(
      axis: axis, columns: 3, kind: .stock, values: (1...9).map(Double.init))
    #expect(block.selecting(columns: [2, 0]).values == [7, 8, 9, 1, 2, 3])
    #expect(block.selecting(columns: []).columns == 0)
    let other = PeriodAxis([Period.month(2009, 3), .month(2009, 2)])
    #expect(block.selecting(axis: other).values == [2, 3, 5, 6, 8, 9])
    #expect(block.selecting(axis: other).isPlain)
    block[1, 2] = Observation(missing: .confidential)
    block[0, 0] = Observation(1, .estimated)
    let chosen = block.selecting(columns: [2, 0])
    #expect(chosen.column(0) == block.column(2))
    #expect(chosen.column(1) == block.column(0))
    #expect(block.selecting(columns: [1]).isPlain)
    let longer = block.selecting(axis: PeriodAxis(from: .month(2008, 12), count: 5))
    #expect(longer.column(2).map(\.value) == [nil, 7, nil, 9, nil])
    #expect(longer[0, 2].status == .unknown)
    #expect(longer[2, 2].status == .confidential)
    #expect(longer[4, 2].status == .notYetPublished)
    #expect(block.selecting(column: 1).kind == .stock)
  }

  @Test("can be empty in both directions")
  func empty() {
    let noRows = PeriodBlock(axis: PeriodAxis([Period]()), columns: 2, kind: .flow, values: [])
    let noColumns = PeriodBlock(axis: axis, columns: 0, kind: .flow)
    #expect(noRows.isPlain)
    #expect(noRows.column(1).isEmpty)
    #expect(noColumns.values.isEmpty)
    #expect(noColumns == PeriodBlock(axis: axis, columns: 0, kind: .flow, values: []))
  }

  @Test("refuses wrong sizes and values that are not finite") func preconditions() async {
    await #expect(processExitsWith: .failure) {
      let axis = PeriodAxis(from: .month(2009, 1), count: 3)
      _ = PeriodBlock(axis: axis, columns: 1, kind: .flow, values: [1, 2])
    }
    for value in [Double.infinity, -.infinity, .nan] {
      #expect(!PeriodBlock.areFinite([1, value, 2]))
    }
    #expect(PeriodBlock.areFinite([.greatestFiniteMagnitude, -.leastNonzeroMagnitude, 0, -0.0]))
    await #expect(processExitsWith: .failure) {
      let axis = PeriodAxis(from: .month(2009, 1), count: 3)
      _ = PeriodBlock(axis: axis, columns: 1, kind: .flow, values: [1, .nan, 3])
    }
    await #expect(processExitsWith: .failure) {
      let axis = PeriodAxis(from: .month(2009, 1), count: 3)
      let block = PeriodBlock(axis: axis, columns: 2, kind: .flow, values: [1, 2, 3, 4, 5, 6])
      _ = block[3, 0]
    }
    await #expect(processExitsWith: .failure) {
      let axis = PeriodAxis(from: .month(2009, 1), count: 1)
      _ = PeriodBlock(axis: axis, columns: 1, kind: .flow, values: [1]).selecting(columns: [1])
    }
    await #expect(processExitsWith: .failure) {
      let axis = PeriodAxis(from: .month(2009, 1), count: 1)
      _ = PeriodBlock(
        axis: axis, columns: 1, kind: .flow, values: [1],
        validity: ValidityMap(rows: 2, columns: 1, allValid: true))
    }
  }
}
