public import TimeSeries

/// The time a figure speaks of: a span of months, the end of a month, or a span of days.
///
///     FigurePeriod.span(.quarter(2024, 3)).description                       // "2024-Q3"
///     FigurePeriod.stock(endOf: Month(year: 2024, month: 4)).description     // "end-2024-04"
public enum FigurePeriod: Sendable, Hashable, CustomStringConvertible {
  /// A flow over whole months.
  case span(Period)
  /// A stock at the end of a month.
  case stock(endOf: Month)
  /// A flow over days, both named days included; never added to others.
  case days(from: CalendarDay, through: CalendarDay)

  /// A day of the calendar, for spans that are no whole months.
  public struct CalendarDay: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The month.
    public let month: Month
    /// The day in it, from 1.
    public let day: Int

    /// Makes a day; `nil` when the month is shorter.
    public init?(_ month: Month, day: Int) {
      guard day >= 1, day <= month.days else { return nil }
      self.month = month
      self.day = day
    }

    /// `2024-09-20`.
    public var description: String { "\(month)-\(day < 10 ? "0" : "")\(day)" }

    /// By date.
    public static func < (lhs: CalendarDay, rhs: CalendarDay) -> Bool {
      (lhs.month, lhs.day) < (rhs.month, rhs.day)
    }
  }

  /// The form of files: `2024-Q3`, `2024-01/2024-09`, `end-2024-04`, `2024-09-01/2024-09-20`.
  public var description: String {
    switch self {
    case .span(let period): period.description
    case .stock(let month): "end-\(month)"
    case .days(let first, let last): "\(first)/\(last)"
    }
  }

  /// The span of months; `nil` for stocks and days.
  public var span: Period? {
    if case .span(let period) = self { return period }
    return nil
  }

  /// The same time so many years later, or earlier for a negative number; the last of February
  /// stays inside the month.
  public func shifted(byYears years: Int) -> FigurePeriod {
    switch self {
    case .span(let period): .span(period.shifted(byYears: years))
    case .stock(let month): .stock(endOf: month.advanced(by: 12 * years))
    case .days(let first, let last):
      .days(from: first.shifted(byYears: years), through: last.shifted(byYears: years))
    }
  }
}

extension FigurePeriod.CalendarDay {
  func shifted(byYears years: Int) -> FigurePeriod.CalendarDay {
    let moved = month.advanced(by: 12 * years)
    return FigurePeriod.CalendarDay(moved, day: min(day, moved.days)) ?? self
  }
}
