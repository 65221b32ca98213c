internal import Reporting
internal import TradeModel

/// The first paragraphs: what happened, in one sentence each.
extension QuarterlyReport {
  var summary: [Block] {
    var points = [sentence(of: .exports), sentence(of: .imports), balanceSentence(figures.total)]
    if let drivers = drivers(of: .exports) { points.append(drivers) }
    if let drivers = drivers(of: .imports) { points.append(drivers) }
    return [.heading(level: 1, "Main points"), .list(points)]
  }

  /// `Exports fell by 19.2% on the year, to US$149.9 billion.`
  private func sentence(of flow: Flow) -> Prose {
    let comparison = figures.total.comparison(of: flow)
    let subject = "\(Phrases.capitalized(flow.name)) \(flow == .exports ? "to" : "from") "
    let rate = comparison.rate
    guard let movement = Movement(rate, printedIn: .percent()) else {
      return """
        \(subject)\(partnersShort) were \(amount(comparison.level)); the data hold no figures of \
        \(comparison.basePeriod.words) to compare them with.
        """
    }
    let note = vintageNote(comparison).map { Prose([.footnote($0)]) } ?? ""
    switch movement {
    case .up, .down:
      return """
        \(subject)\(partnersShort) \(movement.verb) by \(percentSize(rate))\(note) on the year, \
        to \(amount(comparison.level)).
        """
    case .unchanged:
      return """
        \(subject)\(partnersShort) were \(amount(comparison.level)), unchanged on the \
        year\(note).
        """
    case .unclear:
      return """
        \(subject)\(partnersShort) were \(amount(comparison.level)), little changed on the \
        year\(note): the printed digits do not tell a rise from a fall.
        """
    }
  }

  /// Which partners made the change, in percentage points.
  private func drivers(of flow: Flow) -> Prose? {
    guard figures.each.count > 1 else { return nil }
    let ranked = figures.rankedByContribution(to: flow)
    let points = ranked.map { figures.contribution($0, to: flow) }
    guard points.allSatisfy({ $0.value != nil }) else { return nil }
    let style = NumberStyle(decimals: 1, sign: .always)
    let parts = zip(ranked, points).enumerated().map { place, item -> Prose in
      let size = Quantity(
        item.1.value, place == 0 ? style.withUnit(suffix: " percentage points") : style)
      let verb = place == 0 ? " contributed" : ""
      return "\(inSentence(item.0.partners[0]))\(verb) \(size)"
    }
    let rate = Quantity(
      figures.total.comparison(of: flow).rate.value, .percent().withSign(.always))
    return "To the change of \(flow.name), \(rate), \(Phrases.list(parts))."
  }
}
