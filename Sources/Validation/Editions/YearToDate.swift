internal import TimeSeries

/// The change of the year to date that the levels and changes of single months allow.
struct YearToDate {
  /// January to the month of the change.
  let span: Period
  private let index: EditionIndex
  private let months: [(now: Quantity, base: Quantity)]

  /// `nil` for January, for other spans than months, and for changes that are not on the year.
  init?(_ index: EditionIndex, _ now: Quantity, _ base: Quantity) {
    guard case .span(let period)? = now.period, period.count == 1,
      case .span(let before)? = base.period, before == period.shifted(byYears: -1),
      let span = period.yearToDate, span.count > 1
    else { return nil }
    self.index = index
    self.span = span
    months = span.months.map { month in
      let period = FigurePeriod.span(.month(month))
      return (now.of(period), base.of(period.shifted(byYears: -1)))
    }
  }

  /// The change in percent; bases that are not printed follow from the changes of other documents
  /// than one.
  ///
  /// - Returns: `nil` when a month is missing.
  func range(besides part: Int) -> ExactInterval? {
    var (sum, baseSum) = (ExactInterval(exactly: .zero), ExactInterval(exactly: .zero))
    for month in months {
      guard let now = index.level(month.now, near: part),
        let base = base(month.now, month.base, now.interval, besides: part)
      else { return nil }
      sum = sum + now.interval
      baseSum = baseSum + base
    }
    return GrowthRange.growth(of: sum, on: baseSum)
  }

  private func base(
    _ now: Quantity, _ base: Quantity, _ level: ExactInterval, besides part: Int
  ) -> ExactInterval? {
    if let printed = index.level(base, near: part) { return printed.interval }
    let entries = index.rates(of: now, on: base)
    // The latest document that prints the change; the questioned one only when it is the only one.
    guard let rate = entries.last(where: { $0.part != part }) ?? entries.last else { return nil }
    return GrowthRange.base(of: level, growth: rate.interval)
  }
}
