internal import TradeModel

/// Sentences for claims that their own figures decide.
enum Explanation {
  /// Two figures for one thing.
  static func equality(
    _ reading: CompiledReading, _ first: Int, _ second: Int, isLow: Bool
  ) -> String {
    let names = FigureNames(
      reading, reading.statements[first].flatMap(\.quantities), figures: [first, second])
    guard let quantity = reading.statements[first].first?.quantities.first else { return "" }
    let range = reading.demand(first)
    guard let end = isLow ? range.lower : range.upper else { return "" }
    let text = names.text(end.value, unit: reading.figures[first].unit, isLower: isLow)
    return
      "\(names.name(quantity)) \(names.verb(quantity)) at \(isLow ? "least" : "most") \(text); "
      + printed(reading, second, names, isLow: isLow)
  }

  /// A statement or an identity whose levels are printed: `exports are at least 24.845 and
  /// imports are at least 4.855, so total trade is at least 29.700; printed 29.6 is at most 29.65`.
  static func direct(
    _ reading: CompiledReading, _ draft: ClaimDraft, _ statement: FigureStatement,
    _ each: FigureStatement.Case, _ box: IntervalBox, _ feasible: ExactInterval, isLow: Bool,
    isIdentity: Bool
  ) -> String {
    guard let target = draft.figures.last, let end = isLow ? feasible.lower : feasible.upper else {
      return ""
    }
    let figure = reading.figures[target]
    let own = reading.statements[target].flatMap(\.quantities)
    let names = FigureNames(
      reading, isIdentity ? own + box.quantities : box.quantities, figures: draft.figures)
    var facts: [String] = []
    for quantity in box.quantities {
      guard let rises = rises(each, quantity, box), let range = box.ranges[quantity] else {
        continue
      }
      // A low result takes the low end of what raises it.
      let takesLow = rises == isLow
      guard let bound = takesLow ? range.lower : range.upper else { continue }
      let text = names.text(bound.value, unit: unit(quantity, draft, reading), isLower: takesLow)
      facts.append(
        "\(names.name(quantity)) \(names.verb(quantity)) at \(takesLow ? "least" : "most") \(text)")
    }
    if statement.kind == .rank {
      return "\(list(facts)), so the order is the other one; printed \(figure.text)"
    }
    let value =
      figure.isPercentage
      ? FigureNames.text(end.value * 100, decimals: figure.number.decimals, isLower: isLow)
      : names.text(end.value, unit: figure.unit, isLower: isLow)
    let subject: (String, String)
    if isIdentity, let quantity = own.first {
      subject = (names.name(quantity), names.verb(quantity))
    } else {
      subject = (noun(statement, figure), "is")
    }
    return "\(list(facts)), so \(subject.0) \(subject.1) at \(isLow ? "least" : "most") \(value)"
      + "\(suffix(figure)); \(printed(reading, target, names, isLow: isLow))"
  }

  /// The growth of a whole of many parts.
  static func mix(
    _ reading: CompiledReading, _ draft: ClaimDraft, _ mix: GrowthMix, count: Int, isLow: Bool
  ) -> String {
    guard let target = draft.figures.last else { return "" }
    let figure = reading.figures[target]
    let (end, word) = isLow ? (mix.lower, "least") : (mix.upper, "most")
    let names = FigureNames(reading, [], figures: draft.figures)
    var text = "with the levels and changes of the \(count) parts at the ends that make it "
    text += isLow ? "smallest" : "largest"
    if let sums = end.sums, let level = draft.figures.first {
      let unit = reading.figures[level].unit
      text +=
        ", they add up to \(names.text(sums.now, unit: unit, isLower: !isLow)) on a base of "
        + names.text(sums.before, unit: unit, isLower: isLow)
    }
    text += ", so the change of the whole is at \(word) "
    text += FigureNames.text(end.growth * 100, decimals: figure.number.decimals, isLower: isLow)
    return text + "\(suffix(figure)); \(printed(reading, target, names, isLow: isLow))"
  }

  /// `printed 29.6 is at most 29.65`.
  static func printed(
    _ reading: CompiledReading, _ target: Int, _ names: FigureNames, isLow: Bool
  ) -> String {
    let figure = reading.figures[target]
    let range = reading.ownPrinted(target)
    guard let end = isLow ? range.upper : range.lower else { return "printed \(figure.text)" }
    let text = FigureNames.text(end.value, decimals: figure.number.decimals, isLower: !isLow)
    let suffix = names.suffix(figure)
    return "printed \(figure.number.digits)\(suffix) is at \(isLow ? "most" : "least") \(text)"
      + suffix
  }

  static func suffix(_ figure: CheckedFigure) -> String {
    switch figure.unit {
    case "percent": " %"
    case "pp": " points"
    default: ""
    }
  }

  static func noun(_ statement: FigureStatement, _ figure: CheckedFigure) -> String {
    switch statement.kind {
    case .growth, .change, .sizeGrowth, .sizeChange: "the change"
    case .share: "the share"
    case .contribution: "the contribution"
    case .ratio: "the ratio"
    case .rank, .difference: figure.role == .balance ? "the balance" : "the difference"
    case .level, .sum: figure.measure.name
    }
  }

  static func list(_ facts: [String]) -> String {
    guard let last = facts.last else { return "" }
    if facts.count == 1 { return last }
    return facts.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Whether `value / base` rises with a level; `nil` when it does not move.
  static func rises(
    _ each: FigureStatement.Case, _ quantity: Quantity, _ box: IntervalBox
  ) -> Bool? {
    func factor(_ form: LinearForm) -> Rational {
      form.terms.first { $0.quantity == quantity }?.factor ?? .zero
    }
    func middle(_ form: LinearForm) -> Rational {
      form.terms.reduce(form.constant) { $0 + $1.factor * box.middle($1.quantity) }
    }
    var slope = factor(each.value)
    if let base = each.base { slope = slope * middle(base) - middle(each.value) * factor(base) }
    return slope.isZero ? nil : slope.signum > 0
  }

  private static func unit(
    _ quantity: Quantity, _ draft: ClaimDraft, _ reading: CompiledReading
  ) -> String {
    for index in draft.figures {
      let says = reading.statements[index].contains {
        $0.kind == .level && $0.quantities.first == quantity
      }
      if says { return reading.figures[index].unit }
    }
    return quantity.unit
  }
}
