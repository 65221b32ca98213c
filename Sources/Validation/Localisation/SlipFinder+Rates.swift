internal import TimeSeries
internal import TradeModel

extension SlipFinder {
  /// Slips in how a change was computed.
  func rateSlip(_ figure: Int, _ range: ExactInterval) -> Slip? {
    let checked = reading.figures[figure]
    guard checked.role == .change,
      let statement = reading.statements[figure].first(where: {
        $0.kind == .growth || $0.kind == .sizeGrowth || $0.kind == .contribution
          || $0.kind == .difference || $0.kind == .change
      })
    else { return nil }
    let printed = reading.ownPrinted(figure)
    guard let base = statement.cases[0].base else { return nil }
    let current = (statement.cases[0].value + base)
    if statement.kind == .growth, let now = level(current), let before = level(base),
      now.lower.map({ $0.value.signum > 0 }) ?? false
    {
      // Points of a rate instead of percent of it.
      if checked.isPercentage, isRate(current), printed.overlaps((now - before).scaled(by: 100)) {
        return Slip(.percentForPoints)
      }
      // (c - b)/c = 1 - b/c.
      if let quotient = before / now,
        printed.overlaps((ExactInterval(exactly: 1) - quotient).scaled(by: 100))
      {
        return Slip(.newLevelAsBase)
      }
    } else if statement.kind == .growth, let lower = range.lower, let upper = range.upper,
      lower.value > -100
    {
      // g/(1 + g) rises with g.
      func turned(_ value: Rational) -> Rational { value * 100 / (value + 100) }
      if printed.overlaps(ExactInterval(turned(lower.value), turned(upper.value))) {
        return Slip(.newLevelAsBase)
      }
    }
    return otherBase(figure, printed, current, base)
  }

  /// The change on another printed level of the same quantity, or of another span of it.
  private func otherBase(
    _ figure: Int, _ printed: ExactInterval, _ current: LinearForm, _ base: LinearForm
  ) -> Slip? {
    guard current.terms.count == 1, base.terms.count == 1, reading.figures[figure].isPercentage
    else { return nil }
    let (now, before) = (current.terms[0].quantity, base.terms[0].quantity)
    let levels = levels[now.of(nil as FigurePeriod?)] ?? []
    func matches(_ top: Int, _ bottom: Int) -> Bool {
      let below = reading.demand(bottom).intersection(ExactInterval(from: .excluded(0), to: nil))
      guard !below.isEmpty, let quotient = reading.demand(top) / below else { return false }
      return printed.overlaps((quotient - ExactInterval(exactly: 1)).scaled(by: 100))
    }
    if let top = levels.first(where: { $0.quantity == now }) {
      for bottom in levels
      where bottom.quantity != now && bottom.quantity != before
        && bottom.quantity.period?.span?.count == now.period?.span?.count
        && matches(top.figure, bottom.figure)
      {
        return Slip(.wrongBasePeriod, source: reading.figures[bottom.figure].id)
      }
    }
    for top in levels where top.quantity.period?.span?.count != now.period?.span?.count {
      guard let span = top.quantity.period?.span, let own = now.period?.span,
        span.last == own.last,
        let bottom = levels.first(where: {
          $0.quantity.period == top.quantity.period?.shifted(byYears: -1)
        })
      else { continue }
      if matches(top.figure, bottom.figure) {
        return Slip(.monthForYearToDate, source: reading.figures[top.figure].id)
      }
    }
    return nil
  }

  /// What the printed levels allow a form of one quantity.
  private func level(_ form: LinearForm) -> ExactInterval? {
    guard form.terms.count == 1, form.constant.isZero,
      let unknown = reading.number[form.terms[0].quantity], let figure = levelOf[unknown]
    else { return nil }
    return reading.demand(figure).scaled(by: form.terms[0].factor)
  }

  private func isRate(_ form: LinearForm) -> Bool {
    form.quantities.allSatisfy { ["ratio", "percent", "pp"].contains($0.unit) }
  }
}
