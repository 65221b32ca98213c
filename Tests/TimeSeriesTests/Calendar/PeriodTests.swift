import Testing
import TimeSeries

@Suite("Period") struct PeriodTests {
  @Test("names its shape by its place in the calendar")
  func shapes() {
    #expect(Period.month(2024, 9).shape == .month)
    #expect(Period.quarter(2024, 3).shape == .quarter(3))
    #expect(Period.half(2024, 2).shape == .half(2))
    #expect(Period.year(2024).shape == .year)
    #expect(Period.fiscalYear(from: Month(year: 2023, month: 4)).shape == .fiscalYear)
    #expect(Period.yearToDate(through: Month(year: 2024, month: 9)).shape == .yearToDate)
    #expect(Period.yearToDate(through: Month(year: 2024, month: 3)) == .quarter(2024, 1))
    #expect(Period.yearToDate(through: Month(year: 2024, month: 6)) == .half(2024, 1))
    #expect(Period.yearToDate(through: Month(year: 2024, month: 12)) == .year(2024))
    let shifted = Period.quarter(2024, 3).shifted(byMonths: 1)
    #expect(shifted.shape == .span)
    #expect(Period(from: Month(year: 2024, month: 1), count: 24).shape == .span)
  }

  @Test("is of a frequency exactly when it is a calendar period")
  func frequency() {
    #expect(Period.month(2024, 9).frequency == .monthly)
    #expect(Period.quarter(2024, 3).frequency == .quarterly)
    #expect(Period.half(2024, 1).frequency == .halfYearly)
    #expect(Period.year(2024).frequency == .yearly)
    #expect(Period.fiscalYear(from: Month(year: 2023, month: 4)).frequency == nil)
    #expect(Period.month(2024, 2).yearToDate?.frequency == nil)
  }

  @Test("shifts by years and by its own length")
  func shifting() {
    let quarter = Period.quarter(2009, 1)
    #expect(quarter.shifted(byYears: -1) == .quarter(2008, 1))
    #expect(quarter.previous == .quarter(2008, 4))
    #expect(quarter.next == .quarter(2009, 2))
    let nine = Period.yearToDate(through: Month(year: 2024, month: 9))
    #expect(nine.shifted(byYears: -1).description == "2023-01/2023-09")
  }

  @Test("has a year to date only within one calendar year")
  func yearToDate() {
    #expect(Period.quarter(2009, 3).yearToDate?.description == "2009-01/2009-09")
    let winter = Period(from: Month(year: 2023, month: 12), count: 3)
    #expect(winter.yearToDate == nil)
  }

  @Test("contains, overlaps and finds the calendar period of a month")
  func containment() {
    let year = Period.year(2009)
    #expect(year.contains(.quarter(2009, 4)))
    #expect(year.contains(year))
    #expect(!year.contains(Period(from: Month(year: 2009, month: 12), count: 2)))
    #expect(year.overlaps(Period(from: Month(year: 2009, month: 12), count: 2)))
    #expect(!year.overlaps(.month(2010, 1)))
    #expect(year.contains(Month(year: 2009, month: 1)))
    #expect(!year.contains(Month(year: 2010, month: 1)))
    let may = Month(year: 2009, month: 5)
    #expect(
      Frequency.allCases.map { Period.containing(may, $0).description }
        == ["2009-05", "2009-Q2", "2009-H1", "2009"])
  }

  @Test("is tiled by calendar periods where they fit")
  func tiling() {
    let quarters = Period.year(2009).divided(into: .quarterly)
    #expect(quarters?.map(\.description) == ["2009-Q1", "2009-Q2", "2009-Q3", "2009-Q4"])
    let fiscal = Period.fiscalYear(from: Month(year: 2023, month: 4))
    #expect(fiscal.divided(into: .quarterly)?.first == .quarter(2023, 2))
    #expect(fiscal.divided(into: .halfYearly) == nil)
    #expect(Period.month(2009, 6).divided(into: .quarterly) == nil)
    // Identity: the tiles follow each other and end where the span ends.
    for count in 1...30 {
      let span = Period(from: Month(year: 2009, month: 1), count: count * 3)
      let tiles = span.divided(into: .quarterly) ?? []
      #expect(zip(tiles, tiles.dropFirst()).allSatisfy { $0.next == $1 })
      #expect(tiles.last?.last == span.last)
    }
  }

  @Test("is ordered by start, then by length")
  func order() {
    let periods: [Period] = [.year(2009), .month(2009, 2), .quarter(2009, 1), .month(2009, 1)]
    #expect(
      periods.sorted().map(\.description) == ["2009-01", "2009-Q1", "2009", "2009-02"])
  }

  @Test("counts days with leap years")
  func days() {
    #expect(Period.year(2023).days == 365)
    #expect(Period.year(2024).days == 366)
    #expect(Period.quarter(2024, 1).days == 91)
  }

  @Test(
    "prints the shortest form and the form of SDMX",
    arguments: [
      (Period.month(2009, 6), "2009-06", "2009-M06"),
      (.quarter(2009, 3), "2009-Q3", "2009-Q3"),
      (.half(2009, 1), "2009-H1", "2009-S1"),
      (.year(2009), "2009", "2009-A1"),
      (Period(from: Month(year: 2009, month: 1), count: 9), "2009-01/2009-09", "2009-01-01/P9M"),
      (Period(from: Month(year: 2009, month: 4), count: 12), "2009-04/2010-03", "2009-04-01/P12M"),
    ])
  func printing(_ period: Period, text: String, sdmx: String) {
    #expect(period.description == text)
    #expect(period.sdmx == sdmx)
  }

  @Test("knows the length and the names of frequencies")
  func frequencies() {
    #expect(Frequency.allCases.map(\.periodsPerYear) == [12, 4, 2, 1])
    #expect(Frequency.allCases.map(\.months) == [1, 3, 6, 12])
    #expect(
      Frequency.allCases.map(\.unitName) == ["month", "quarter", "half-year", "year"])
    #expect(Frequency.monthly < .quarterly)
  }

  @Test("begins fiscal years where the calendar says")
  func fiscalYears() {
    let india = FiscalCalendar(firstMonth: 4)
    #expect(india.year(beginningIn: 2023).description == "2023-04/2024-03")
    #expect(india.naming == nil)
    // A year that begins in January begins and ends in the same calendar year.
    #expect(FiscalCalendar(firstMonth: 1).naming == .startYear)
    #expect(FiscalCalendar(firstMonth: 1).year(beginningIn: 2023) == .year(2023))
  }

  @Test("refuses impossible numbers") func preconditions() async {
    await #expect(processExitsWith: .failure) {
      _ = Period(from: Month(year: 2024, month: 1), count: 0)
    }
    await #expect(processExitsWith: .failure) {
      _ = Period(from: Month(year: 2024, month: 2), through: Month(year: 2024, month: 1))
    }
    await #expect(processExitsWith: .failure) { _ = Period.quarter(2024, 5) }
    await #expect(processExitsWith: .failure) { _ = Period.half(2024, 0) }
    await #expect(processExitsWith: .failure) { _ = FiscalCalendar(firstMonth: 13) }
  }
}
