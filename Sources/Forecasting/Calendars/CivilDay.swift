public import TimeSeries

/// A day of the Gregorian calendar as a number, for counting days and weekdays.
public struct CivilDay: Sendable, Hashable, Comparable, Strideable {
  /// The days since 1 January 1970, which was a Thursday.
  public let number: Int

  /// Makes a day from its number.
  public init(number: Int) { self.number = number }

  /// Makes a day of a month.
  ///
  /// - Precondition: The month has that day.
  public init(_ month: Month, day: Int) {
    precondition((1...month.days).contains(day), "day \(day) of \(month)")
    // Years from March, so that the leap day is the last one of a year.
    let year = month.month > 2 ? month.year : month.year - 1
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * ((month.month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Monday is 0, Sunday is 6.
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 }

  /// Earlier days come first.
  public static func < (lhs: CivilDay, rhs: CivilDay) -> Bool { lhs.number < rhs.number }

  /// The number of days from this one to another.
  public func distance(to other: CivilDay) -> Int { other.number - number }

  /// The day so many days later.
  public func advanced(by days: Int) -> CivilDay { CivilDay(number: number + days) }
}
