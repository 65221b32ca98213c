import Testing
import TimeSeries

@Suite("Alignment") struct AlignmentTests {
  let exports = Series("Exports", from: .month(2009, 1), values: [10, 20, 30])
  let imports = Series("Imports", from: .month(2009, 2), values: [1, 2, 3])

  private func minus(_ a: Observation, _ b: Observation) -> Observation { a.combined(with: b, -) }

  @Test("keeps common periods by default, all when asked")
  func rules() throws {
    let common = try exports.block.combined(with: imports.block, minus)
    #expect(common.axis == PeriodAxis(from: .month(2009, 2), count: 2))
    #expect(common.values == [19, 28])
    let all = try exports.block.combined(with: imports.block, keeping: .all, minus)
    #expect(all.axis.count == 4)
    #expect(all.column(0).map(\.value) == [nil, 19, 28, nil])
    #expect(all.column(0).map(\.status) == [.unknown, .normal, .normal, .notYetPublished])
  }

  @Test("gives values the same answer as observations")
  func fastAndGeneral() throws {
    var chance = SeededChance(6)
    for round in 0..<60 {
      let shift = round % 3
      func random(_ columns: Int, _ first: Period) -> PeriodBlock {
        var block = PeriodBlock(
          axis: PeriodAxis(from: first, count: 6), columns: columns, kind: .flow)
        for column in 0..<columns {
          for row in 0..<6 where round % 2 == 0 || .random(in: 0..<4, using: &chance) > 0 {
            let status: ObservationStatus = round % 4 == 0 ? .normal : .estimated
            block[row, column] = Observation(
              Double(Int.random(in: -3...3, using: &chance)), status)
          }
        }
        return block
      }
      let a = random([1, 3, 3][round % 3], .month(2009, 1))
      let b = random([3, 1, 3][round / 3 % 3], .month(2009, 1 + shift))
      for rule in [AlignmentRule.common, .all] {
        // Division by zero must give a missing value both ways.
        #expect(
          try a.combinedValues(with: b, keeping: rule, as: .rate, /)
            == a.combined(with: b, keeping: rule, as: .rate) { $0.combined(with: $1, /) })
      }
      #expect(
        a.mappedValues(as: .rate) { 1 / $0 }
          == a.mapped(as: .rate) { $0.combined(with: Observation(0)) { x, _ in 1 / x } })
    }
  }

  @Test("uses one column for many, on either side")
  func broadcasting() throws {
    let many = PeriodBlock(
      axis: exports.axis, columns: 2, kind: .flow, values: [1, 2, 3, 4, 5, 6])
    #expect(try many.combinedValues(with: exports.block, *).values == [10, 40, 90, 40, 100, 180])
    #expect(try exports.block.combined(with: many, minus).values == [9, 18, 27, 6, 15, 24])
    let none = PeriodBlock(axis: exports.axis, columns: 0, kind: .flow)
    #expect(try exports.block.combined(with: none, minus).columns == 0)
    let three = PeriodBlock(axis: exports.axis, columns: 3, kind: .flow)
    #expect(throws: SeriesError.columnMismatch(operation: "a calculation", 2, 3)) {
      try many.combined(with: three, minus)
    }
    #expect(throws: SeriesError.columnMismatch(operation: "a calculation", 3, 2)) {
      try three.combinedValues(with: many, -)
    }
  }

  @Test("keeps the kind unless told otherwise")
  func kinds() throws {
    #expect(try exports.block.combined(with: imports.block, minus).kind == .flow)
    #expect(try exports.block.combinedValues(with: imports.block, as: .rate, /).kind == .rate)
    #expect(exports.block.mappedValues { $0 }.kind == .flow)
    #expect(exports.block.mapped { $0 } == exports.block)
  }

  @Test("gives what is missing between the first and the last value")
  func gaps() {
    let series = Series("x", from: .month(2009, 1), values: [nil, 1, nil, nil, 2, nil])
    #expect(series.block.gaps(column: 0) == [.month(2009, 3), .month(2009, 4)])
    let absent = Series(
      "x", [(.quarter(2009, 1), Observation(1)), (.quarter(2009, 4), Observation(1))])
    #expect(absent.block.gaps(column: 0) == [.quarter(2009, 2), .quarter(2009, 3)])
    let mixed = Series(
      "x", [(.quarter(2009, 1), Observation(1)), (.month(2009, 6), Observation(1))])
    #expect(mixed.block.gaps(column: 0).isEmpty)
    #expect(Series("x", from: .year(2009), values: [nil]).block.gaps(column: 0).isEmpty)
  }

  @Test("selects an axis for series and panels alike")
  func selecting() {
    let axis = PeriodAxis(from: .month(2009, 3), count: 2)
    #expect(exports.selecting(axis: axis).values == [30, nil])
    let panel = Panel(keys: ["a"], exports.block)
    #expect(panel.selecting(axis: axis).block == exports.selecting(axis: axis).block)
  }
}
