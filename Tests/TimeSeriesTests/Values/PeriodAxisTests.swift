import Testing

@testable import TimeSeries

@Suite("Period axis") struct PeriodAxisTests {
  @Test("sorts, removes duplicates and sees whether it is regular")
  func making() {
    let axis = PeriodAxis([Period.quarter(2009, 2), .quarter(2009, 1), .quarter(2009, 2)])
    #expect(axis.periods == [.quarter(2009, 1), .quarter(2009, 2)])
    #expect(axis.step == 3)
    #expect(axis == PeriodAxis(from: .quarter(2009, 1), count: 2))
    #expect(PeriodAxis([Period.quarter(2009, 1), .quarter(2009, 3)]).step == nil)
    #expect(PeriodAxis([Period.month(2009, 1), .quarter(2009, 1)]).step == nil)
    #expect(PeriodAxis([Period]()).step == nil)
    #expect(PeriodAxis([Period.year(2009)]).step == 12)
  }

  @Test("finds a period where a linear search finds it")
  func lookup() {
    // The slow obvious version is firstIndex(of:).
    var chance = SeededChance(2)
    for round in 0..<200 {
      let start = Month(year: 2009, month: 1)
      let axis =
        round % 2 == 0
        ? PeriodAxis(from: Period(from: start, count: [1, 2, 3, 12][round / 2 % 4]), count: 20)
        : PeriodAxis(
          (0..<20).map { _ in
            Period(
              from: start.advanced(by: .random(in: 0..<24, using: &chance)),
              count: .random(in: 1...4, using: &chance))
          })
      for _ in 0..<50 {
        let period = Period(
          from: start.advanced(by: .random(in: -5..<60, using: &chance)),
          count: .random(in: 1...4, using: &chance))
        #expect(axis.index(of: period) == axis.periods.firstIndex(of: period))
        #expect(
          axis.firstIndex(notBefore: period)
            == axis.periods.firstIndex { $0 >= period } ?? axis.count)
      }
    }
  }

  @Test("says its frequency and its span")
  func summary() {
    #expect(PeriodAxis(from: .quarter(2009, 1), count: 3).frequency == .quarterly)
    #expect(PeriodAxis([Period.month(2009, 1), .quarter(2009, 1)]).frequency == nil)
    #expect(PeriodAxis([Period]()).frequency == nil)
    #expect(PeriodAxis([Period]()).span == nil)
    // The year ends after the later start of the month.
    #expect(PeriodAxis([Period.year(2009), .month(2009, 3)]).span == .year(2009))
  }

  @Test("keeps common periods or all")
  func aligning() {
    let a = PeriodAxis(from: .month(2009, 1), count: 3)
    let b = PeriodAxis(from: .month(2009, 3), count: 2)
    #expect(a.aligned(with: b, keeping: .common).periods == [.month(2009, 3)])
    #expect(a.aligned(with: b, keeping: .all) == PeriodAxis(from: .month(2009, 1), count: 4))
    #expect(a.aligned(with: a, keeping: .all) == a)
    let c = PeriodAxis(from: .year(2009), count: 1)
    #expect(a.aligned(with: c, keeping: .common).isEmpty)
  }

  @Test("refuses a negative length") func negative() async {
    await #expect(processExitsWith: .failure) {
      _ = PeriodAxis(from: .year(2009), count: -1)
    }
  }

  @Test("an axis without gaps holds the periods of one length") func regular() {
    let winter = Period(from: Month(year: 2020, month: 1), count: 2)
    let axis = PeriodAxis([.month(2020, 3), .month(2019, 12), winter, .month(2020, 6)])
    #expect(axis.regular(length: 1) == PeriodAxis(from: .month(2019, 12), count: 7))
    #expect(axis.regular(length: 3) == nil)
    // Quarters that begin in different months of a quarter cannot stand side by side.
    let late = Period(from: Month(year: 2020, month: 5), count: 3)
    #expect(PeriodAxis([.quarter(2020, 1), late]).regular(length: 3) == nil)
  }
}
