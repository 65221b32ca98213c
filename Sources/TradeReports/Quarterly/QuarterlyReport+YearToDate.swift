internal import Indicators
internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// The year so far.
extension QuarterlyReport {
  /// The year so far, where the report's period is only a part of it.
  var yearToDate: [Block] {
    guard let span = figures.period.yearToDate, span != figures.period else { return [] }
    let toDate = figures.at(span)
    guard toDate.exports.level.value != nil, toDate.imports.level.value != nil else { return [] }
    let noun = balanceNoun(toDate.balance.level)
    var text: Prose = """
      \(Phrases.capitalized(span.adverbial)), \(clause(.exports, toDate)), and \
      \(clause(.imports, toDate)). That left \(noun.text)\(noun.remark).
      """
    if let missing = missingBase(toDate) { text = text + " " + missing }
    let heading: Prose = span.shape == .year ? "The whole year" : "Year to date"
    return [.heading(level: 1, heading), .paragraph(text)]
  }

  private func clause(_ flow: Flow, _ toDate: PartnerFigures) -> Prose {
    let comparison = toDate.comparison(of: flow)
    let change = figures.change(toDate, of: flow)
    let mark = mark(vintageNote(change, comparison))
    let start: Prose = "\(directed(flow, partnersShort)) were \(amount(comparison.level))"
    return switch phrase(change, comparison) {
    case .moved(let verb):
      start
        + """
        , \(verb == "rose" ? "up" : "down") by \(percentSize(change.rate))\(mark) on the year
        """
    case .unchanged(let word): start + ", \(word) on the year\(mark)"
    case .fromTo, .unclear, .beside:
      start + ", compared with \(amount(comparison.base)) a year earlier\(mark)"
    case .alone: start
    }
  }
}
