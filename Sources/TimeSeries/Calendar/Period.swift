/// A span of whole months: a month, a quarter, a half, a calendar or fiscal year, January-February,
/// January-September, any other.
///
/// Everything that reports date their figures by is this one type, so that the base of a change
/// is always the same span a year earlier, and sums are made of spans that tile a longer one.
///
///     let quarter = Period.quarter(2009, 3)
///     quarter.shifted(byYears: -1)               // 2008-Q3
///     Period.yearToDate(through: quarter.last)   // 2009-01/2009-09
///     Period.year(2009).contains(quarter)        // true
public struct Period: Sendable, Hashable {
  /// The first month.
  public let first: Month
  /// The number of months, at least 1.
  public let count: Int

  /// Makes a span of `count` months.
  ///
  /// - Precondition: `count` is at least 1.
  public init(from first: Month, count: Int) {
    precondition(count >= 1, "a period of \(count) months: expected at least 1")
    self.first = first
    self.count = count
  }

  /// Makes the span from one month to another, both included.
  ///
  /// - Precondition: `last` is not before `first`.
  public init(from first: Month, through last: Month) {
    precondition(first <= last, "a period from \(first) through \(last): the end is first")
    self.init(from: first, count: first.distance(to: last) + 1)
  }

  /// The last month.
  public var last: Month { first.advanced(by: count - 1) }

  /// The months from the first to the last.
  public var months: ClosedRange<Month> { first...last }

  /// The number of days, leap years counted.
  public var days: Int { months.reduce(0) { $0 + $1.days } }
}

extension Period {
  /// One month: `Period.month(2009, 6)`.
  public static func month(_ year: Int, _ month: Int) -> Period {
    Period(from: Month(year: year, month: month), count: 1)
  }

  /// One month.
  public static func month(_ month: Month) -> Period { Period(from: month, count: 1) }

  /// One calendar quarter, 1 to 4.
  public static func quarter(_ year: Int, _ quarter: Int) -> Period {
    precondition((1...4).contains(quarter), "quarter \(quarter): expected 1 to 4")
    return Period(from: Month(year: year, month: quarter * 3 - 2), count: 3)
  }

  /// One calendar half-year, 1 or 2.
  public static func half(_ year: Int, _ half: Int) -> Period {
    precondition((1...2).contains(half), "half \(half): expected 1 or 2")
    return Period(from: Month(year: year, month: half * 6 - 5), count: 6)
  }

  /// One calendar year.
  public static func year(_ year: Int) -> Period {
    Period(from: Month(year: year, month: 1), count: 12)
  }

  /// The twelve months that begin in a month of a year.
  public static func fiscalYear(from first: Month) -> Period { Period(from: first, count: 12) }

  /// January to a month of the same year.
  public static func yearToDate(through last: Month) -> Period {
    Period(from: Month(year: last.year, month: 1), through: last)
  }

  /// The calendar period of a frequency that holds a month.
  public static func containing(_ month: Month, _ frequency: Frequency) -> Period {
    let offset = (month.month - 1) % frequency.months
    return Period(from: month.advanced(by: -offset), count: frequency.months)
  }
}

extension Period {
  /// What a span is called when its place in the calendar gives it a name.
  public enum Shape: Sendable, Hashable {
    /// One month.
    case month
    /// A calendar quarter, 1 to 4.
    case quarter(Int)
    /// A calendar half-year, 1 or 2.
    case half(Int)
    /// January to December.
    case year
    /// Twelve months that begin in another month than January.
    case fiscalYear
    /// January to a month before December, when it is neither a quarter nor a half.
    case yearToDate
    /// Any other span.
    case span
  }

  /// What this span is called.
  public var shape: Shape {
    let month = first.month
    switch count {
    case 1: return .month
    case 3 where month % 3 == 1: return .quarter((month + 2) / 3)
    case 6 where month % 6 == 1: return .half((month + 5) / 6)
    case 12: return month == 1 ? .year : .fiscalYear
    case ..<12 where month == 1: return .yearToDate
    default: return .span
    }
  }

  /// The calendar frequency this span is one period of; `nil` for other spans.
  public var frequency: Frequency? {
    switch shape {
    case .month: .monthly
    case .quarter: .quarterly
    case .half: .halfYearly
    case .year: .yearly
    case .fiscalYear, .yearToDate, .span: nil
    }
  }

  /// The same span so many years later.
  public func shifted(byYears years: Int) -> Period { shifted(byMonths: 12 * years) }

  /// The same span so many months later.
  public func shifted(byMonths months: Int) -> Period {
    Period(from: first.advanced(by: months), count: count)
  }

  /// The span of the same length that ends where this one begins.
  public var previous: Period { shifted(byMonths: -count) }

  /// The span of the same length that begins where this one ends.
  public var next: Period { shifted(byMonths: count) }

  /// January of the first month's year through this span's last month, for spans within one
  /// calendar year; `nil` for spans over a turn of the year.
  public var yearToDate: Period? {
    first.year == last.year ? .yearToDate(through: last) : nil
  }

  /// Whether all months of another span are in this one.
  public func contains(_ other: Period) -> Bool { first <= other.first && other.last <= last }

  /// Whether a month is in this span.
  public func contains(_ month: Month) -> Bool { first <= month && month <= last }

  /// Whether the two spans share a month.
  public func overlaps(_ other: Period) -> Bool { first <= other.last && other.first <= last }

  /// The calendar periods of a frequency that tile this span; `nil` when they do not.
  public func divided(into frequency: Frequency) -> [Period]? {
    guard count % frequency.months == 0, (first.month - 1) % frequency.months == 0 else {
      return nil
    }
    return stride(from: 0, to: count, by: frequency.months).map {
      Period(from: first.advanced(by: $0), count: frequency.months)
    }
  }
}

extension Period: Comparable {
  /// By first month, then by length.
  public static func < (lhs: Period, rhs: Period) -> Bool {
    lhs.first == rhs.first ? lhs.count < rhs.count : lhs.first < rhs.first
  }
}

extension Period: CustomStringConvertible {
  /// The shortest form that says it: `2009`, `2009-H1`, `2009-Q3`, `2009-06`, `2009-01/2009-09`.
  public var description: String {
    let year = first.description.dropLast(3)
    return switch shape {
    case .month: first.description
    case .quarter(let number): "\(year)-Q\(number)"
    case .half(let number): "\(year)-H\(number)"
    case .year: String(year)
    case .fiscalYear, .yearToDate, .span: "\(first)/\(last)"
    }
  }

  /// The form in SDMX: `2009-A1`, `2009-S1`, `2009-Q3`, `2009-M06`, `2009-01-01/P9M`.
  ///
  /// Source: SDMX 3.0 Technical Notes, section 4.2.6 (time formats).
  public var sdmx: String {
    let year = first.description.dropLast(3)
    return switch shape {
    case .month: "\(year)-M\(first.description.suffix(2))"
    case .quarter(let number): "\(year)-Q\(number)"
    case .half(let number): "\(year)-S\(number)"
    case .year: "\(year)-A1"
    case .fiscalYear, .yearToDate, .span: "\(first)-01/P\(count)M"
    }
  }
}
