import Forecasting
import Testing
import TimeSeries

@Suite("Calendar effects") struct CalendarTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDay {
    CivilDay(Month(year: year, month: month), day: day)
  }

  @Test("weekdays: 1 January 1970 was a Thursday, 29 February 2000 a Tuesday") func weekdays() {
    #expect(day(1970, 1, 1).number == 0)
    #expect(day(1970, 1, 1).weekday == 3)
    #expect(day(2000, 2, 29).weekday == 1)
    #expect(day(1899, 12, 31).weekday == 6)
  }

  @Test("Easter Sundays of the United States Census Bureau's list and the extremes") func easter() {
    #expect(MovingHoliday.easter.day(in: 2000) == day(2000, 4, 23))
    #expect(MovingHoliday.easter.day(in: 2016) == day(2016, 3, 27))
    #expect(MovingHoliday.easter.day(in: 2024) == day(2024, 3, 31))
    #expect(MovingHoliday.easter.day(in: 1818) == day(1818, 3, 22))
    #expect(MovingHoliday.easter.day(in: 2038) == day(2038, 4, 25))
    #expect(MovingHoliday.easter.day(in: 1500) == nil)
    for year in 1583...2500 { #expect(MovingHoliday.easter.day(in: year)?.weekday == 6) }
  }

  @Test("Chinese New Years as published by the Hong Kong Observatory") func chineseNewYear() {
    #expect(MovingHoliday.chineseNewYear.day(in: 1985) == day(1985, 2, 20))
    #expect(MovingHoliday.chineseNewYear.day(in: 2009) == day(2009, 1, 26))
    #expect(MovingHoliday.chineseNewYear.day(in: 2015) == day(2015, 2, 19))
    #expect(MovingHoliday.chineseNewYear.day(in: 2024) == day(2024, 2, 10))
    #expect(MovingHoliday.chineseNewYear.day(in: 2034) == day(2034, 2, 19))
    #expect(MovingHoliday.chineseNewYear.day(in: 2100) == nil)
  }

  @Test("the tabulated new years are new moons: whole lunations lie between them") func lunations()
  {
    // The mean lunation is 29.530589 days; the true one differs by at most 0.6 days (Meeus).
    let first = MovingHoliday.chineseNewYear.day(in: 1901)?.number ?? 0
    for year in 1902...2099 {
      let days = Double((MovingHoliday.chineseNewYear.day(in: year)?.number ?? 0) - first)
      let lunations = (days / 29.530589).rounded()
      #expect((days - lunations * 29.530589).magnitude < 1.7, "\(year)")
    }
  }

  @Test("the share of a window in its months, less the mean") func shares() throws {
    // In 2011 the new year was on 3 February: of the seven days before, two are in February.
    let effect = CalendarEffect.holiday(.chineseNewYear, from: -7, through: -1)
    let values = try #require(
      effect.values(over: [.month(2011, 1), .month(2011, 2), .month(2011, 7)]))
    let others = try #require(
      effect.values(over: [.month(2009, 1), .month(2009, 2)]))  // 26 January: all in January
    let moved = 2.0 / 7
    #expect((values[0] - others[0] + moved).magnitude < 1e-12)
    #expect((values[1] - others[1] - moved).magnitude < 1e-12)
    #expect(values[2] == 0)
    #expect(effect.values(over: [.month(2110, 1)]) == nil)
  }

  @Test("working days and leap years") func workingDays() throws {
    // February 2021 has 20 working days and 8 others: 20 − 2.5·8 = 0.
    #expect(CalendarEffect.workingDays.values(over: [.month(2021, 2)]) == [0])
    // May 2021 has 21 and 10: −4.
    #expect(CalendarEffect.workingDays.values(over: [.month(2021, 5)]) == [-4])
    #expect(
      CalendarEffect.leapYear.values(over: [
        .quarter(2020, 1), .quarter(2021, 1), .quarter(2021, 2),
      ])
        == [0.75, -0.25, 0])
  }
}
