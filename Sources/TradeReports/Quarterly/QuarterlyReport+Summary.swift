internal import Indicators
internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// The first paragraphs: what happened, in one sentence each.
extension QuarterlyReport {
  var summary: [Block] {
    var points = [sentence(of: .exports), sentence(of: .imports), balanceSentence]
    points += [Flow.exports, .imports].compactMap(drivers)
    if let missing = missingBase(figures.total) { points.append(missing) }
    return [.heading(level: 1, "Main points"), .list(points)]
  }

  /// The headline of a flow, such as `Exports to … fell by 19.7% on the year, to …`.
  private func sentence(of flow: Flow) -> Prose {
    let change = figures.change(figures.total, of: flow)
    let comparison = figures.total.comparison(of: flow)
    let subject = Phrases.capitalized(directed(flow, partnersShort))
    let mark = mark(vintageNote(change, comparison))
    switch phrase(change, comparison) {
    case .moved(let verb):
      return """
        \(subject) \(verb) by \(percentSize(change.rate))\(mark) on the year, to \
        \(amount(comparison.level)).
        """
    case .fromTo(let verb):
      return """
        \(subject) \(verb) from \(amount(comparison.base)) a year earlier to \
        \(amount(comparison.current))\(mark).
        """
    case .unchanged(let word):
      return "\(subject) were \(amount(comparison.level)), \(word) on the year\(mark)."
    case .unclear:
      return """
        \(subject) were \(amount(comparison.level)), compared with \(amount(comparison.base)) a \
        year earlier\(mark); the printed digits do not show whether they rose or fell.
        """
    case .beside:
      return """
        \(subject) were \(amount(comparison.level)), compared with \(amount(comparison.base)) a \
        year earlier\(mark).
        """
    case .alone: return "\(subject) were \(amount(comparison.level))."
    }
  }

  /// Which parts made the change, in percentage points.
  private func drivers(of flow: Flow) -> Prose? {
    guard figures.hasParts, let contributions = figures.contributions(to: flow) else { return nil }
    let style = NumberStyle(decimals: 1, sign: .always)
    var points: [StyledQuantity] = []
    let parts = contributions.parts.map { part -> Prose in
      let isFirst = points.isEmpty
      points.append(StyledQuantity(part.points.value, style))
      let size =
        isFirst
        ? StyledQuantity(part.points.value, style.withUnit(suffix: " percentage points"))
        : StyledQuantity(part.points.value, style)
      return "\(inSentence(part.scope))\(isFirst ? " contributed" : "") \(size)"
    }
    let rate = StyledQuantity(contributions.growth.value, .percent().withSign(.always))
    let whole = figures.world == nil ? flow.name : directed(flow, inSentence(Scope.world))
    let gap = RoundingGap("", parts: points, total: rate)
    let note: Prose =
      gap == nil ? "" : "; because of rounding the contributions do not add to the change"
    return "To the change of \(whole), \(rate), \(Phrases.list(parts))\(note)."
  }
}
