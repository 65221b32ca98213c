internal import TimeSeries
internal import TradeModel

/// Turns mentions of times into periods, with what the text has said before.
struct PeriodResolver: Sendable {
  /// The current period of the text.
  var current: ProsePeriod?
  /// The year that an unnamed year is taken for, where the text tells it.
  var year: Int?
  /// The first month of the reporter's fiscal year.
  var fiscalStart = 1
  /// Whether the reporter names its fiscal year by the calendar year in which it begins, as Japan does.
  var isFiscalNamedByFirstYear = false
  /// When the text was published, where that is known.
  var published: Vintage?

  private var contextYear: Int {
    current?.lastMonth.year ?? year ?? published?.year ?? ProsePeriod.unknownYear
  }

  /// The year in which months that no year is named with begin: the last that were over when the
  /// text was published.
  private func publishedYear(first: Int, count: Int, isWhole: Bool = true) -> Int? {
    guard year == nil, let published else { return nil }
    let limit = Month(year: published.year, month: published.month ?? 12)
    let isOver = (published.day ?? 31) >= 20 || !isWhole
    var start = Month(year: published.year, month: first)
    while start.advanced(by: count - 1) > limit
      || start.advanced(by: count - 1) == limit && !isOver
    {
      start = start.advanced(by: -12)
    }
    return start.year
  }

  /// The period of a mention that dates the current figures.
  func period(of mention: TimeMention) -> ProsePeriod? {
    switch mention.form {
    case .months(let first, let count):
      let year =
        mention.year ?? mention.yearOffset.map { contextYear + $0 }
        ?? nearYear(first: first, count: count)
      let result = ProsePeriod.span(Month(year: year, month: first), count)
      return mention.isEnd ? result.asStock : result
    case .year:
      guard let year = mention.year else { return nil }
      let result = ProsePeriod.span(Month(year: year, month: 1), 12)
      return mention.isEnd ? result.asStock : result
    case .years(let count):
      return .span(Month(year: mention.year ?? contextYear, month: 1), 12 * count)
    case .fiscalYear:
      guard var year = mention.year else { return nil }
      if mention.isFiscalByOneYear, isFiscalNamedByFirstYear { year += 1 }
      return .span(Month(year: year, month: fiscalStart == 1 ? 4 : fiscalStart), 12)
    case .fiscalMonths(let count):
      let start = fiscalStart == 1 ? 7 : fiscalStart
      let year =
        mention.year ?? (current == nil ? publishedYear(first: start, count: count) : nil)
        ?? contextYear
      return .span(Month(year: year, month: start), count)
    case .rolling(let count, let last):
      let year =
        mention.year ?? mention.yearOffset.map { contextYear + $0 }
        ?? nearYear(first: last, count: 1)
      return .span(Month(year: year, month: last).advanced(by: 1 - count), count)
    case .days(let month, let day, let lastMonth, let lastDay):
      let year =
        mention.year ?? mention.yearOffset.map { contextYear + $0 }
        ?? (current == nil ? publishedYear(first: lastMonth, count: 1, isWhole: false) : nil)
        ?? contextYear
      let wraps = (lastMonth, lastDay) < (month, day)
      let first = Month(year: wraps ? year - 1 : year, month: month)
      guard let from = FigurePeriod.CalendarDay(first, day: day),
        let to = FigurePeriod.CalendarDay(Month(year: year, month: lastMonth), day: lastDay),
        from <= to
      else { return nil }
      return ProsePeriod(period: .days(from: from, through: to))
    case .businessDays(let month, let count):
      let year = mention.year ?? contextYear
      return businessDays(count, of: Month(year: year, month: month))
    case .relative(let relation): return period(of: relation, mention)
    case .part(let ordinal):
      let length = current.map { $0.months <= 3 ? 3 : $0.months } ?? 3
      guard ordinal * length <= 12 else { return nil }
      return .span(Month(year: contextYear, month: (ordinal - 1) * length + 1), length)
    case .length(let months): return period(ofLength: months)
    case .latest(let months):
      guard let current else {
        return period(of: TimeMention(form: .months(first: 13 - months, count: months)))
      }
      return .span(current.lastMonth.advanced(by: 1 - months), months)
    case .same(let months):
      if let current, current.months == months { return current }
      return period(
        of: TimeMention(
          form: .months(first: 1, count: months), year: mention.year, yearOffset: mention.yearOffset
        ))
    }
  }

  /// The days from the first of a month through its n-th day from Monday to Friday.
  private func businessDays(_ count: Int, of month: Month) -> ProsePeriod? {
    guard month.year < ProsePeriod.unknownYear - 100 else { return .span(month, 1) }
    var left = count
    for day in 1...month.days {
      if !Self.isWeekend(month, day) { left -= 1 }
      if left == 0, let first = FigurePeriod.CalendarDay(month, day: 1),
        let last = FigurePeriod.CalendarDay(month, day: day)
      {
        return ProsePeriod(period: .days(from: first, through: last))
      }
    }
    return nil
  }

  /// Whether a day is a Saturday or Sunday; by Zeller's congruence.
  private static func isWeekend(_ month: Month, _ day: Int) -> Bool {
    let shifted = month.month < 3 ? month.month + 12 : month.month
    let year = month.month < 3 ? month.year - 1 : month.year
    let weekday = (day + 13 * (shifted + 1) / 5 + year + year / 4 - year / 100 + year / 400) % 7
    return weekday < 2
  }

  /// The last months or quarter that were over when the text was published.
  private func lastSpan(_ months: Int) -> ProsePeriod? {
    guard let published, let month = published.month else { return nil }
    let first = Month(year: published.year, month: (month - 1) / months * months + 1)
    return .span(first.advanced(by: -months), months)
  }

  /// "the quarter", "the year": the part of the calendar around the current period.
  private func period(ofLength months: Int) -> ProsePeriod? {
    guard let current else { return nil }
    if current.months == months { return current }
    guard current.months < months, months == 12 || 12 % months == 0 else { return current }
    let last = current.lastMonth
    let first = (last.month - 1) / months * months + 1
    let span = ProsePeriod.span(Month(year: last.year, month: first), months)
    // "the year" beside a part of it that is not its end says nothing.
    return months < 12 || last.month == 12 ? span : current
  }

  private func period(of relation: TimeMention.Relation, _ mention: TimeMention) -> ProsePeriod? {
    if let year = mention.year, relation == .samePeriodOf {
      guard let current else { return .span(Month(year: year, month: 1), 12) }
      return current.shifted(byYears: year - current.lastMonth.year)
    }
    switch relation {
    case .yearEarlier, .samePeriodLastYear, .samePeriodOf: return current?.shifted(byYears: -1)
    case .lastYear: return .span(Month(year: contextYear - 1, month: 1), 12)
    case .thisYear: return current ?? .span(Month(year: contextYear, month: 1), 12)
    case .twoYearsEarlier: return current?.shifted(byYears: -2)
    case .threeYearsEarlier: return current?.shifted(byYears: -3)
    case .fiveYearsEarlier: return current?.shifted(byYears: -5)
    case .tenYearsEarlier: return current?.shifted(byYears: -10)
    case .previousPeriod, .equivalentPeriod:
      return current.map { $0.shifted(byMonths: $0.months == 0 ? -12 : -shift($0)) }
    case .previousMonth: return current?.shifted(byMonths: -1)
    case .previousQuarter, .quarterEarlier: return current?.shifted(byMonths: -3)
    case .previousHalf: return current?.shifted(byMonths: -6)
    case .lastMonth: return current ?? lastSpan(1)
    case .lastQuarter: return current ?? lastSpan(3)
    case .monthToDate:
      guard let current else { return nil }
      guard case .days(_, let end) = current.period,
        let first = FigurePeriod.CalendarDay(current.lastMonth, day: 1)
      else { return .span(current.lastMonth, 1) }
      return ProsePeriod(period: .days(from: first, through: end))
    case .toDate:
      guard let current else { return nil }
      let last = current.lastMonth
      if case .days(_, let end) = current.period,
        let first = FigurePeriod.CalendarDay(Month(year: last.year, month: 1), day: 1)
      {
        return ProsePeriod(period: .days(from: first, through: end))
      }
      return .span(Month(year: last.year, month: 1), last.month)
    }
  }

  /// The length of a period, for periods longer than a year the years that hold it.
  private func shift(_ period: ProsePeriod) -> Int {
    period.months > 12 ? (period.months + 11) / 12 * 12 : period.months
  }

  /// The year of months without one: inside the current period, else the last ones before its end.
  private func nearYear(first: Int, count: Int) -> Int {
    let year = contextYear
    guard let current else {
      return publishedYear(first: first, count: count) ?? (first + count > 13 ? year - 1 : year)
    }
    let end = Month(year: year, month: first).advanced(by: count - 1)
    if end <= current.lastMonth { return year }
    if current.firstMonth <= Month(year: year, month: first), count == 1 { return year }
    // A later month of the same year stays in the year when the current period is a part of it.
    return current.months >= 12 || count > current.months || current.months > 1 && count < 12
      ? (first + count > 13 ? year - 1 : year) : (first + count > 13 ? year - 1 : year - 1)
  }

  /// The period of a mention that the current figures are compared with: never after them.
  func base(of mention: TimeMention) -> ProsePeriod? {
    guard let current else { return period(of: mention) }
    switch mention.form {
    case .months(let first, let count) where mention.year == nil && mention.yearOffset == nil:
      var start = Month(year: current.lastMonth.year, month: first)
      while start >= current.firstMonth { start = start.advanced(by: -12) }
      return .span(start, count)
    case .year:
      // "on 2021" beside a part of a year is the same part of 2021.
      guard let year = mention.year else { return nil }
      if case .stock = current.period {
        return ProsePeriod.span(Month(year: year, month: 1), 12).asStock
      }
      return current.months == 12 && current.firstMonth.month == 1
        ? .span(Month(year: year, month: 1), 12)
        : current.shifted(byYears: year - current.lastMonth.year)
    case .part:
      // "from 3.1 billion in the fourth" in a first quarter: that of the year before.
      guard let part = period(of: mention) else { return nil }
      return part.firstMonth < current.firstMonth ? part : part.shifted(byYears: -1)
    case .relative(.lastYear): return current.shifted(byYears: -1)
    case .relative(.lastMonth): return current.shifted(byMonths: -1)
    case .relative(.lastQuarter): return current.shifted(byMonths: -3)
    default: return period(of: mention)
    }
  }

  /// The comparison that a base means.
  static func comparison(_ current: ProsePeriod, _ base: ProsePeriod) -> FigureComparison {
    if base == current.shifted(byYears: -1) { return .yearOverYear }
    if current.months == base.months, current.months == 1, base == current.shifted(byMonths: -1) {
      return .monthOverMonth
    }
    if current.months == base.months, current.months == 3, base == current.shifted(byMonths: -3) {
      return .quarterOverQuarter
    }
    return .other
  }
}
