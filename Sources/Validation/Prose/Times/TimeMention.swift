/// A time that a text names, before the year is known.
struct TimeMention: Sendable {
  /// What is named.
  enum Form: Sendable, Hashable {
    /// Whole months from one of a year, possibly into the next.
    case months(first: Int, count: Int)
    /// A calendar year.
    case year
    /// A fiscal year, named by its first calendar year.
    case fiscalYear
    /// The first months of a fiscal year.
    case fiscalMonths(Int)
    /// So many months that end with a month.
    case rolling(count: Int, last: Int)
    /// Days of one or two months.
    case days(month: Int, day: Int, lastMonth: Int, lastDay: Int)
    /// The first days of a month that are no Saturday or Sunday.
    case businessDays(month: Int, count: Int)
    /// A time told by its distance.
    case relative(Relation)
    /// "the first", a quarter whose noun stands elsewhere.
    case part(Int)
    /// "the quarter": a length, the place is known from before.
    case length(Int)
    /// "the six months": those spoken of, else the first of the year.
    case same(Int)
    /// "the last twelve months": so many months up to the end of those spoken of.
    case latest(Int)
    /// More than one year.
    case years(Int)
  }

  /// How a time is told by another.
  enum Relation: Int16, Sendable, Hashable {
    case yearEarlier = 1, samePeriodLastYear, samePeriodOf, previousPeriod, previousMonth,
      previousQuarter, previousHalf, equivalentPeriod, lastYear, thisYear, lastMonth, lastQuarter,
      toDate, twoYearsEarlier, quarterEarlier, tenYearsEarlier, fiveYearsEarlier, threeYearsEarlier,
      monthToDate
  }

  /// What is named.
  var form: Form
  /// The year, if it is printed.
  var year: Int?
  /// The distance from the current year where it is said in words: -1 for "May last year".
  var yearOffset: Int?
  /// Whether a fiscal year is named by one year: "fiscal 2023", which ends in it, but begins in it in
  /// some countries.
  var isFiscalByOneYear = false
  /// Whether the end of the time is meant, for stocks.
  var isEnd = false
  /// Whether a preposition of comparison stands before it.
  var isBase = false
}
