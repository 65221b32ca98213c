internal import TimeSeries

extension RuleEvaluator {
  /// The value of a function at a place.
  func call(_ function: RuleFunction, _ arguments: [String], _ place: Quantity) -> Value? {
    if function == .sum { return sum(over: arguments[0], place) }
    guard let key = quantity(arguments[0], at: place) else { return nil }
    switch function {
    case .growth, .change:
      guard let now = level(key), let before = level(key.of(key.period?.shifted(byYears: -1)))
      else {
        return nil
      }
      let figures = now.figures + before.figures
      if function == .change {
        guard let a = now.form, let b = before.form else { return nil }
        return Value(
          interval: now.interval - before.interval, figures: figures, form: a - b, scale: now.scale)
      }
      return GrowthRange.growth(of: now.interval, on: before.interval)
        .map { Value(interval: $0, figures: figures) }
    case .share, .ratio:
      guard let part = level(key), let whole = level(quantity(arguments[1], at: place)),
        let ratio = part.interval / whole.interval
      else { return nil }
      return Value(
        interval: function == .share ? ratio.scaled(by: 100) : ratio,
        figures: part.figures + whole.figures)
    case .contribution: return contribution(key, quantity(arguments[1], at: place))
    case .parts: return parts(of: key)
    case .ytd:
      guard let span = key.period?.span?.yearToDate, key.period?.span?.count == 1 else {
        return nil
      }
      return total(span.months.map { key.of(.span(.month($0))) })
    case .yoy, .pop:
      return facts.change(of: key, onYear: function == .yoy)
        .map { Value(interval: $0.interval, figures: [$0.figure.id]) }
    case .sum: return nil
    }
  }

  /// The sum of all printed levels that differ from the place in one dimension only.
  private func sum(over dimension: String, _ place: Quantity) -> Value? {
    let members = facts.quantities.filter { quantity in
      guard open.place(of: quantity) == place else { return false }
      switch dimension {
      case "partner": return !quantity.partner.isEmpty
      case "product": return !quantity.product.isEmpty
      case "item", "subject": return !quantity.subject.isEmpty
      default: return false
      }
    }
    return members.isEmpty ? nil : total(members)
  }

  private func total(_ quantities: [Quantity]) -> Value? {
    var sum = Value(interval: ExactInterval(exactly: .zero), form: LinearForm(constant: .zero))
    for quantity in quantities {
      guard let value = level(quantity), let form = value.form, let before = sum.form else {
        return nil
      }
      sum.interval = sum.interval + value.interval
      sum.figures += value.figures
      sum.form = before + form
      sum.scale = sum.scale ?? value.scale
    }
    return sum
  }

  private func parts(of key: Quantity) -> Value? {
    guard let span = key.period?.span else { return nil }
    let known = facts.quantities.filter { $0.of(key.period).isSameLevel(as: key) }
      .compactMap { $0.period?.span }
    return StructureFinder.tiling(of: span, among: Set(known)).flatMap { parts in
      total(parts.map { key.of(.span($0)) })
    }
  }

  private func contribution(_ part: Quantity, _ whole: Quantity?) -> Value? {
    guard let whole, let now = level(part),
      let before = level(part.of(part.period?.shifted(byYears: -1))),
      let base = level(whole.of(whole.period?.shifted(byYears: -1))),
      let ratio = (now.interval - before.interval) / base.interval
    else { return nil }
    return Value(
      interval: ratio.scaled(by: 100), figures: now.figures + before.figures + base.figures)
  }
}
