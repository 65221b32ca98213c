public import TimeSeries

/// Something in the calendar that moves values between periods, as a regressor.
public enum CalendarEffect: Sendable, Hashable {
  /// The share of a window around a moving holiday that falls into a period.
  ///
  /// The window goes from so many days before the holiday (negative) through so many after it;
  /// 0 is the holiday itself. With −7 through −1, a holiday on 3 February has two of seven days
  /// in February, so that February counts 2/7 and January 5/7.
  case holiday(MovingHoliday, from: Int, through: Int)
  /// Days from Monday to Friday less 5/2 of the other days.
  case workingDays
  /// Three quarters for a February of 29 days, minus one quarter for one of 28.
  case leapYear

  /// The usual effects in the trade of China and its neighbours: two weeks before the new year, the
  /// week of the holiday, and two weeks after it.
  public static let chineseNewYear: [CalendarEffect] = [
    .holiday(.chineseNewYear, from: -14, through: -1),
    .holiday(.chineseNewYear, from: 0, through: 6),
    .holiday(.chineseNewYear, from: 7, through: 20),
  ]
  /// The usual effects where Easter is kept: the eight days to Easter Sunday's eve, working days and
  /// leap years.
  public static let western: [CalendarEffect] = [
    .holiday(.easter, from: -8, through: -1), .workingDays, .leapYear,
  ]

  /// The name in tables.
  public var name: String {
    switch self {
    case .holiday(let holiday, let first, let last):
      "\(holiday.rawValue), days \(first) to \(last)"
    case .workingDays: "working days"
    case .leapYear: "leap year"
    }
  }

  /// Returns the regressor over periods.
  ///
  /// - Parameter periods: Spans of whole months of the same length, in order.
  /// - Returns: One value for each period. A holiday's share is given less its mean in that season
  ///   of the year over the years from 1951 to 2050, so that a mean effect stays in the
  ///   season; `nil` when a holiday is not known for one of the years.
  /// - Complexity: O(*n*) for *n* periods, and a hundred years of means for a holiday.
  public func values(over periods: some Sequence<Period>) -> [Double]? {
    switch self {
    case .workingDays: return periods.map(Self.workingDays)
    case .leapYear:
      return periods.map { period in
        period.months.reduce(0) { sum, month in
          month.month == 2 ? sum + (month.days == 29 ? 0.75 : -0.25) : sum
        }
      }
    case .holiday(let holiday, let first, let last):
      precondition(first <= last, "a window from day \(first) through \(last): the end is first")
      var means: [Int: Double] = [:]
      var result: [Double] = []
      for period in periods {
        guard let share = Self.share(holiday, first, last, in: period) else { return nil }
        let season = period.first.month
        let mean = means[season] ?? Self.mean(holiday, first, last, like: period)
        means[season] = mean
        result.append(share - mean)
      }
      return result
    }
  }

  private static func workingDays(in period: Period) -> Double {
    let start = CivilDay(period.first, day: 1)
    let weekend = (0..<period.days).count { start.advanced(by: $0).weekday >= 5 }
    return Double(period.days - weekend) - 2.5 * Double(weekend)
  }

  /// The part of the windows of the years around a period that falls into it.
  private static func share(
    _ holiday: MovingHoliday, _ first: Int, _ last: Int, in period: Period
  ) -> Double? {
    let start = CivilDay(period.first, day: 1).number
    let end = start + period.days - 1
    var days = 0
    for year in (period.first.year - 1)...(period.last.year + 1) {
      guard let day = holiday.day(in: year)?.number else {
        // A window reaches into a neighbouring year only from a few days away.
        if year < period.first.year || year > period.last.year { continue }
        return nil
      }
      days += max(0, min(end, day + last) - max(start, day + first) + 1)
    }
    return Double(days) / Double(last - first + 1)
  }

  private static func mean(
    _ holiday: MovingHoliday, _ first: Int, _ last: Int, like period: Period
  ) -> Double {
    let shares = (1951...2050).compactMap { year in
      share(holiday, first, last, in: period.shifted(byYears: year - period.first.year))
    }
    return shares.reduce(0, +) / Double(shares.count)
  }
}
