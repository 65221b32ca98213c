internal import TimeSeries

/// The time of a figure: a period, or one whose year the text does not tell.
struct ProsePeriod: Sendable, Hashable {
  /// The year that stands for an unknown one, so that differences of years still count.
  static let unknownYear = 5000

  /// The time; its year is near ``unknownYear`` when it is not known.
  var period: FigurePeriod

  /// Whether the year is known.
  var isYearKnown: Bool { lastMonth.year < 4000 }

  /// The time for readers: of a year that is not told "…-10", and "…-10, 1 year earlier".
  var told: String {
    guard !isYearKnown else { return period.description }
    let years = Self.unknownYear - lastMonth.year
    let text = shifted(byYears: years).period.description.replacing(
      "\(Self.unknownYear)", with: "…")
    if years == 0 { return text }
    let count = years.magnitude == 1 ? "1 year" : "\(years.magnitude) years"
    return "\(text), \(count) \(years > 0 ? "earlier" : "later")"
  }

  /// The last month.
  var lastMonth: Month {
    switch period {
    case .span(let span): span.last
    case .stock(let month): month
    case .days(_, let last): last.month
    }
  }

  /// The first month.
  var firstMonth: Month {
    switch period {
    case .span(let span): span.first
    case .stock(let month): month
    case .days(let first, _): first.month
    }
  }

  /// The number of months: 0 for days, 12 for the stock at the end of a year.
  var months: Int {
    switch period {
    case .span(let span): span.count
    case .stock: 12
    case .days: 0
    }
  }

  /// A span of months.
  static func span(_ first: Month, _ count: Int) -> ProsePeriod {
    ProsePeriod(period: .span(Period(from: first, count: max(1, count))))
  }

  /// So many years later.
  func shifted(byYears years: Int) -> ProsePeriod {
    ProsePeriod(period: period.shifted(byYears: years))
  }

  /// So many months later; days keep their place.
  func shifted(byMonths months: Int) -> ProsePeriod {
    switch period {
    case .span(let span): ProsePeriod(period: .span(span.shifted(byMonths: months)))
    case .stock(let month): ProsePeriod(period: .stock(endOf: month.advanced(by: months)))
    case .days: months % 12 == 0 ? shifted(byYears: months / 12) : self
    }
  }

  /// The stock at the end of it.
  var asStock: ProsePeriod { ProsePeriod(period: .stock(endOf: lastMonth)) }
}
