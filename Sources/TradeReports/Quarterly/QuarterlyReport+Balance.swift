internal import Indicators
internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// The balance.
extension QuarterlyReport {
  /// Says, for example, `As a result, China recorded a surplus of …; it narrowed by …`.
  var balanceSentence: Prose {
    let balance = figures.total.balance
    let noun = balanceNoun(balance.level)
    let opening: Prose =
      isPrintedAsZero(balance.level)
      ? "As a result, \(possessive) trade with \(partnersShort) was in balance\(noun.remark)"
      : "As a result, \(reporterName) recorded \(noun.text)\(noun.remark) with \(partnersShort)"
    let base = balance.basePeriod
    return opening + comparison(balance, at: base.adverbial) + "."
  }

  /// The end of a sentence, such as `, compared with a surplus of … in 2008; it narrowed by …`.
  private func comparison(_ balance: LevelComparison, at when: String) -> Prose {
    guard balance.base.value != nil, balance.current.value != nil else { return "" }
    let mark = mark(vintageNote(balance))
    let development = development(balance)
    if development == .same { return ", the same as \(when)\(mark)" }
    let noun = balanceNoun(balance.base)
    let words: Prose =
      switch development {
      case .none, .same: ""
      case .open: "; the printed digits do not show whether it widened or narrowed"
      case .moved(let verb): "; \(inVintage(balance))it \(verb) by \(size(balance.difference))"
      }
    return ", compared with \(noun.text)\(noun.remark) \(when)\(words)\(mark)"
  }

  /// `in the vintage of 2009-03 ` where a change is not that of the figures beside it.
  func inVintage(_ comparison: LevelComparison) -> String {
    guard comparison.usesOlderLevel, let vintage = comparison.vintage else { return "" }
    return "in the vintage of \(vintage) "
  }

  var balanceSection: [Block] {
    var blocks: [Block] = [.heading(level: 1, "Balance")]
    let total = figures.total
    let noun = balanceNoun(total.balance.level)
    var text: Prose = "Trade with \(partnersShort) left \(noun.text)\(noun.remark)"
    if let cover = coverRatio(total, { $0.level }) {
      text = text + "; exports covered \(cover) of imports"
      if let before = coverRatio(total, { $0.base }) {
        text = text + ", compared with \(before) a year earlier"
      }
    }
    blocks.append(.paragraph(text + "."))
    if figures.each.count > 1 {
      blocks.append(.list(figures.each.map { partnerBalance($0) }))
    }
    return blocks
  }

  /// The line of one partner, such as `European Union: a surplus of …, compared with …`.
  private func partnerBalance(_ partner: PartnerFigures) -> Prose {
    let noun = balanceNoun(partner.balance.level)
    return "\(name(partner.scope)): \(noun.text)\(noun.remark)"
      + comparison(partner.balance, at: "a year earlier")
  }

  /// Exports in percent of imports, with the range where it exceeds the last digit; `nil` where
  /// nothing is imported.
  private func coverRatio(
    _ partner: PartnerFigures, _ side: (LevelComparison) -> Figure
  ) -> StyledQuantity? {
    let (exports, imports) = (side(partner.exports), side(partner.imports))
    let ratio = Balance.coverRatio(exports: exports.observation, imports: imports.observation)
    guard let value = ratio.value, !isPrintedAsZero(imports) else { return nil }
    let bounds = exports.bounds.flatMap { x in
      imports.bounds.flatMap { Bounds.ratio(of: x, to: $0)?.scaled(by: 100) }
    }
    let range = bounds.flatMap { exceedsLastDigit($0) ? $0.lower...$0.upper : nil }
    return StyledQuantity(value, .percent(), range: range)
  }

  /// `a surplus of US$3.2 billion`, `a balance of zero`; in a remark what the digits leave open.
  func balanceNoun(_ figure: Figure) -> (text: Prose, remark: Prose) {
    guard let value = figure.value else { return ("a balance that is not available", "") }
    switch money.amount.print(value).direction {
    case 0:
      return ("a balance of zero", figure.bounds?.width == 0 ? "" : " at the digits printed")
    case 1...:
      let isOpen = figure.bounds != nil && !figure.isSurelyPositive
      return (
        "a surplus of \(size(figure))", isOpen ? " (the digits also allow a deficit)" : ""
      )
    default:
      let isOpen = figure.bounds != nil && !figure.isSurelyNegative
      return (
        "a deficit of \(size(figure))", isOpen ? " (the digits also allow a surplus)" : ""
      )
    }
  }

  /// What happened to the size of a balance.
  private enum Development: Equatable {
    /// Nothing to say: it turned, or is zero on one side.
    case none
    /// Both are printed alike.
    case same
    /// The digits leave it open.
    case open
    case moved(verb: String)
  }

  /// Widened and narrowed speak of the size, between balances of the same sign.
  private func development(_ balance: LevelComparison) -> Development {
    guard let now = balance.current.value, let before = balance.base.value,
      let newest = balance.level.value
    else { return .none }
    let printed = [now, before, newest].map(money.amount.print)
    if printed[1].text == printed[2].text, !balance.usesOlderLevel { return .same }
    let directions = Set(printed.map(\.direction))
    guard directions.count == 1, directions != [0] else { return .none }
    let change = balance.difference
    guard change.isSurelyPositive || change.isSurelyNegative else { return .open }
    guard let value = change.value, money.amount.print(value).direction != 0 else { return .none }
    return .moved(verb: now.magnitude > before.magnitude ? "widened" : "narrowed")
  }
}
