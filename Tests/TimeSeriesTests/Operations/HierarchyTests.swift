import Testing
import TimeSeries

@Suite("Sums by group") struct HierarchyTests {
  let axis = PeriodAxis(from: .year(2009), count: 2)

  private var block: PeriodBlock {
    PeriodBlock(axis: axis, columns: 3, kind: .flow, values: [1, 2, 10, 20, 100, 200])
  }

  @Test("adds the columns of each group and leaves others out")
  func sums() throws {
    #expect(try block.summed(by: [0, nil, 0], groupCount: 1).values == [101, 202])
    #expect(try block.summed(by: [1, 0, 1], groupCount: 2).values == [10, 20, 101, 202])
    #expect(try block.total().values == [111, 222])
    #expect(try block.summed(by: [0, 0, 0], groupCount: 1).isPlain)
    #expect(try block.summed(by: [0, 0, 0], groupCount: 1).kind == .flow)
  }

  @Test("agrees with plain addition of whole numbers, at any size", arguments: [1, 5, 40])
  func reference(rows: Int) throws {
    var chance = SeededChance(UInt64(rows))
    let columns = 50
    let values = (0..<(rows * columns)).map { _ in
      Double(Int.random(in: -1000...1000, using: &chance))
    }
    let groups = (0..<columns).map { _ in
      Bool.random(using: &chance) ? Int.random(in: 0..<6, using: &chance) : nil
    }
    let block = PeriodBlock(
      axis: PeriodAxis(from: .month(2009, 1), count: rows), columns: columns, kind: .stock,
      values: values)
    let result = try block.summed(by: groups, groupCount: 6)
    for group in 0..<6 {
      let members = groups.indices.filter { groups[$0] == group }
      for row in 0..<rows where !members.isEmpty {
        #expect(
          result[row, group].value == members.reduce(0) { $0 + values[$1 * rows + row] })
      }
    }
  }

  @Test("gives a missing sum with reasons, or the sum of those present, as the policy says")
  func missing() throws {
    var block = block
    block[0, 0] = Observation(missing: .confidential)
    block[0, 2] = Observation(100, .estimated)
    block[1, 0] = Observation(missing: .notYetPublished)
    block[1, 2] = Observation(missing: .unknown)
    let groups = [0, nil, 0] as [Int?]
    let strict = try block.summed(by: groups, groupCount: 1)
    #expect(
      strict.column(0) == [
        Observation(missing: [.confidential, .estimated, .partial]),
        Observation(missing: [.notYetPublished, .unknown]),
      ])
    let present = try block.summed(by: groups, groupCount: 1, missing: .sumOfPresent)
    #expect(
      present.column(0) == [
        Observation(100, [.confidential, .estimated, .partial]),
        Observation(missing: [.notYetPublished, .unknown]),
      ])
    // A column that is left out changes nothing.
    #expect(try block.summed(by: [nil, 0, nil], groupCount: 1).values == [10, 20])
    #expect(try block.summed(by: [nil, 0, nil], groupCount: 1).isPlain)
  }

  @Test("gives a group without columns no value, in plain and other blocks")
  func emptyGroups() throws {
    var flagged = block
    flagged[0, 0] = Observation(1, .estimated)
    for some in [block, flagged] {
      let result = try some.summed(by: [1, 1, 1], groupCount: 3)
      let none = Observation(missing: .notApplicable)
      #expect(result.column(0) == [none, none])
      #expect(result.column(1).map(\.value) == [111, 222])
      #expect(result.column(2) == [none, none])
    }
    #expect(try block.summed(by: [nil, nil, nil], groupCount: 0).columns == 0)
    let empty = PeriodBlock(axis: axis, columns: 0, kind: .flow)
    #expect(try empty.total().column(0).map(\.status) == [.notApplicable, .notApplicable])
  }

  @Test("gives plain blocks the same bits as others")
  func sameBits() throws {
    var chance = SeededChance(7)
    let values = (0..<600).map { _ in
      Double.random(in: -1...1, using: &chance) * (Bool.random(using: &chance) ? 1e12 : 1e-6)
    }
    let plain = PeriodBlock(
      axis: PeriodAxis(from: .year(1950), count: 6), columns: 100, kind: .flow, values: values)
    var flagged = plain
    flagged[0, 99] = Observation(values[594], .estimated)
    let groups = (0..<100).map { $0 == 99 ? nil : $0 % 7 }
    #expect(
      try plain.summed(by: groups, groupCount: 7) == flagged.summed(by: groups, groupCount: 7))
  }

  @Test("keeps small values beside huge ones, and gives no infinity")
  func extremes() throws {
    let year = PeriodAxis(from: .year(2009), count: 1)
    let mixed = PeriodBlock(axis: year, columns: 3, kind: .flow, values: [1e17, 1, -1e17])
    #expect(try mixed.total().values == [1])
    let huge = PeriodBlock(axis: year, columns: 2, kind: .flow, values: [1e308, 1e308])
    #expect(try huge.total().column(0) == [Observation(missing: .unknown)])
  }

  @Test("refuses what does not add up across series")
  func kinds() {
    for kind in [SeriesKind.index, .rate] {
      #expect(throws: SeriesError.notAdditive(kind)) { try block.with(kind: kind).total() }
    }
  }

  @Test("groups a panel by what its keys say, in the order of appearance")
  func panel() throws {
    let panel = Panel(keys: ["FRA", "USA", "DEU"], block)
    let regions = try panel.summed { ["FRA": "EU", "DEU": "EU", "USA": "America"][$0] }
    #expect(regions.keys == ["EU", "America"])
    #expect(regions.block.values == [101, 202, 10, 20])
    #expect(try panel.summed { _ -> String? in nil }.keys.isEmpty)
  }

  @Test("refuses groups that do not fit the columns") func preconditions() async {
    await #expect(processExitsWith: .failure) {
      let block = PeriodBlock(
        axis: PeriodAxis(from: .year(2009), count: 1), columns: 1, kind: .flow, values: [1])
      _ = try block.summed(by: [0, 0], groupCount: 1)
    }
    await #expect(processExitsWith: .failure) {
      let block = PeriodBlock(
        axis: PeriodAxis(from: .year(2009), count: 1), columns: 1, kind: .flow, values: [1])
      _ = try block.summed(by: [1], groupCount: 1)
    }
  }
}
