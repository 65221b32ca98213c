internal import TimeSeries

/// A feast whose date in the Gregorian calendar changes from year to year.
public enum MovingHoliday: String, Sendable, Hashable, CaseIterable {
  /// Easter Sunday of the western churches.
  case easter
  /// The Chinese New Year, known from 1901 to 2099.
  case chineseNewYear = "Chinese New Year"

  /// Returns the day of the feast in a year; `nil` where the calendar is not known.
  ///
  /// Easter is computed (J. Meeus, "Astronomical Algorithms", 2nd ed., 1998, chapter 8). The
  /// Chinese New Year is tabulated: the second new moon after the winter solstice, seen from
  /// China; see ``ChineseNewYearTable``.
  public func day(in year: Int) -> CivilDay? {
    switch self {
    case .easter: return Self.easterSunday(year)
    case .chineseNewYear:
      let table = ChineseNewYearTable.daysAfterJanuary20
      let index = year - ChineseNewYearTable.firstYear
      guard table.indices.contains(index) else { return nil }
      return CivilDay(Month(year: year, month: 1), day: 20).advanced(by: table[index])
    }
  }

  private static func easterSunday(_ year: Int) -> CivilDay? {
    guard year >= 1583 else { return nil }
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let (d, e) = (b / 4, b % 4)
    let g = (b - (b + 8) / 25 + 1) / 3
    let h = (19 * a + b - d - g + 15) % 30
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let sum = h + l - 7 * m + 114
    return CivilDay(Month(year: year, month: sum / 31), day: sum % 31 + 1)
  }
}
