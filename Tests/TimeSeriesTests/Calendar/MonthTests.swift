import Testing
import TimeSeries

@Suite("Month") struct MonthTests {
  @Test("counts months over the turn of the year")
  func arithmetic() {
    let june = Month(year: 2009, month: 6)
    #expect(june.advanced(by: 8) == Month(year: 2010, month: 2))
    #expect(june.advanced(by: -6) == Month(year: 2008, month: 12))
    #expect(june.distance(to: Month(year: 2012, month: 5)) == 35)
  }

  @Test("finds year and month of every ordinal, before year 0 too")
  func parts() {
    // Identity: the parts make the month again.
    for ordinal in -30...30 {
      let month = Month(ordinal: ordinal)
      #expect((1...12).contains(month.month))
      #expect(Month(year: month.year, month: month.month) == month)
    }
  }

  @Test("counts days by the Gregorian rule")
  func days() {
    // 1900 is no leap year, 2000 is; a common year has 365 days.
    #expect(Month(year: 1900, month: 2).days == 28)
    #expect(Month(year: 2000, month: 2).days == 29)
    #expect(Month(year: 2024, month: 2).days == 29)
    #expect((1...12).reduce(0) { $0 + Month(year: 2023, month: $1).days } == 365)
  }

  @Test(
    "prints ISO 8601",
    arguments: [
      (2009, 6, "2009-06"), (2009, 12, "2009-12"), (33, 1, "0033-01"), (0, 2, "0000-02"),
      (-1, 3, "-0001-03"), (12345, 4, "12345-04"),
    ])
  func printing(year: Int, month: Int, text: String) {
    #expect(Month(year: year, month: month).description == text)
  }

  @Test("reads what it prints and nothing else")
  func parsing() {
    #expect(Month(parsing: "2009-06") == Month(year: 2009, month: 6))
    for text in ["2009-13", "2009-00", "2009-6", "200906", "2009/06", "2009-06 ", "", "２009-06"] {
      #expect(Month(parsing: text) == nil, "\(text)")
    }
  }

  @Test("refuses a month that does not exist") func noSuchMonth() async {
    await #expect(processExitsWith: .failure) { _ = Month(year: 2024, month: 13) }
  }
}
