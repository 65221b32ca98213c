internal import Indicators
internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// The sections on exports, imports and the balance.
extension QuarterlyReport {
  var flowSections: [Block] {
    [Flow.exports, .imports].flatMap { flow -> [Block] in
      var blocks: [Block] = [
        .heading(level: 1, Prose(Phrases.capitalized(flow.name))),
        .paragraph(opening(of: flow)),
      ]
      if figures.each.count > 1 { blocks.append(.paragraph(partners(of: flow))) }
      if let most = changedMost(flow) { blocks.append(.paragraph(most)) }
      return blocks
    }
  }

  /// Level, then change, then base.
  private func opening(of flow: Flow) -> Prose {
    let comparison = figures.total.comparison(of: flow)
    let direction = flow == .exports ? "to" : "from"
    let start: Prose = """
      In \(figures.period.words), \(possessive) \(flow.name) \(direction) \(together) were \
      \(amount(comparison.level))
      """
    guard let movement = Movement(comparison.rate, printedIn: .percent()) else {
      return start + """
        . The data hold no figures of \(comparison.basePeriod.words) to compare them with.
        """
    }
    let rate: Prose = movement == .unchanged ? "" : " of \(percentSize(comparison.rate))"
    return start + """
      , \(movement.noun)\(rate) compared with \(comparison.basePeriod.words) \
      (\(amount(comparison.base))).\(onPreviousPeriod(flow))
      """
  }

  /// The change on the period before, for data that are adjusted for the season.
  private func onPreviousPeriod(_ flow: Flow) -> Prose {
    guard dataset.manifest.isSeasonallyAdjusted(basis) else { return "" }
    let comparison = Comparison(
      .flow(flow, figures.partners), figures.period, against: figures.period.previous,
      in: figures.panels)
    guard let movement = Movement(comparison.rate, printedIn: .percent()) else { return "" }
    let note = vintageNote(comparison).map { Prose([.footnote($0)]) } ?? ""
    let rate: Prose =
      movement == .up || movement == .down ? " by \(percentSize(comparison.rate))" : ""
    return """
       Compared with \(comparison.basePeriod.words) they \(movement.verb)\(rate)\(note), \
      adjusted for the season.
      """
  }

  /// One clause for each partner, the largest contribution first.
  private func partners(of flow: Flow) -> Prose {
    let direction = flow == .exports ? "to" : "from"
    let clauses = figures.rankedByContribution(to: flow).enumerated().map { place, partner in
      let comparison = partner.comparison(of: flow)
      let subject =
        (place == 0 ? "\(Phrases.capitalized(flow.name)) " : "those ")
        + "\(direction) \(inSentence(partner.partners[0]))"
      return clause(subject, comparison)
    }
    return Phrases.list(clauses) + "."
  }

  private func clause(_ subject: String, _ comparison: Comparison) -> Prose {
    switch Movement(comparison.rate, printedIn: .percent()) {
    case .some(let movement) where movement == .up || movement == .down:
      """
      \(subject) \(movement.verb) by \(percentSize(comparison.rate)) to \
      \(amount(comparison.level))
      """
    case .some(let movement): "\(subject) \(movement.verb), at \(amount(comparison.level))"
    case nil: "\(subject) were \(amount(comparison.level))"
    }
  }

  /// The partner with the largest change in money, where that is sure.
  private func changedMost(_ flow: Flow) -> Prose? {
    guard figures.each.count > 1 else { return nil }
    let ranked = figures.each.filter { $0.comparison(of: flow).difference.value != nil }
      .sorted { magnitude($0, flow) > magnitude($1, flow) }
    guard ranked.count == figures.each.count, let first = ranked.first,
      let bounds = first.comparison(of: flow).difference.bounds
    else { return nil }
    let least = min(bounds.lower.magnitude, bounds.upper.magnitude)
    let isSure =
      bounds.lower * bounds.upper > 0
      && ranked.dropFirst().allSatisfy { other in
        guard let b = other.comparison(of: flow).difference.bounds else { return false }
        return max(b.lower.magnitude, b.upper.magnitude) < least
      }
    guard isSure else { return nil }
    let change = first.comparison(of: flow).difference
    let direction = flow == .exports ? "to" : "from"
    return """
      The largest change in money was that of \(flow.name) \(direction) \
      \(inSentence(first.partners[0])): \(size(change)) \
      \((change.value ?? 0) < 0 ? "less" : "more") than a year earlier.
      """
  }

  private func magnitude(_ partner: PartnerFigures, _ flow: Flow) -> Double {
    partner.comparison(of: flow).difference.value?.magnitude ?? 0
  }

  var balanceSection: [Block] {
    var blocks: [Block] = [.heading(level: 1, "Balance")]
    let cover = coverRatio(figures.total) { $0.level }
    let before = coverRatio(figures.total) { $0.base }
    if let cover {
      let earlier: Prose = before.map { ", after \($0) a year earlier" } ?? ""
      blocks.append(
        .paragraph(
          """
          The balance with \(partnersShort) was \(balanceNoun(figures.total.balance.level)). Exports \
          covered \(cover) of imports\(earlier).
          """))
    }
    if figures.each.count > 1 {
      blocks.append(.list(figures.each.map { partnerBalance($0) }))
    }
    return blocks
  }

  /// Exports in percent of imports; `nil` where there are no imports.
  private func coverRatio(
    _ partner: PartnerFigures, _ side: (Comparison) -> Figure
  ) -> Quantity? {
    guard let exports = side(partner.exports).value, let imports = side(partner.imports).value,
      imports > 0
    else { return nil }
    return Quantity(100 * exports / imports, .percent())
  }

  /// `As a result, China recorded a surplus of … with …, compared with …; it narrowed by ….`
  func balanceSentence(_ partner: PartnerFigures) -> Prose {
    let balance = partner.balance
    let base = balance.base
    let opening: Prose = """
      As a result, \(reporterName) recorded \(balanceNoun(balance.level)) with \(partnersShort)
      """
    guard base.value != nil else { return opening + "." }
    return opening
      + ", compared with \(balanceNoun(base)) in \(balance.basePeriod.words)\(development(balance))."
  }

  /// `European Union: a surplus of …, compared with …; it narrowed by ….`
  private func partnerBalance(_ partner: PartnerFigures) -> Prose {
    let balance = partner.balance
    let opening: Prose = "\(name(partner.partners[0])): \(balanceNoun(balance.level))"
    guard balance.base.value != nil else { return opening }
    return opening
      + ", compared with \(balanceNoun(balance.base)) a year earlier\(development(balance))"
  }

  /// `a surplus of US$3.2 billion`, `balanced trade` where it is printed as zero.
  func balanceNoun(_ figure: Figure) -> Prose {
    guard let value = figure.value else { return "a balance that is not available" }
    switch money.amount.print(value).direction {
    case 0: return "balanced trade at the digits printed"
    case 1...: return "a surplus of \(size(figure))"
    default: return "a deficit of \(size(figure))"
    }
  }

  /// `; it narrowed by US$3.2 billion`, or nothing where the words already say it.
  private func development(_ balance: Comparison) -> Prose {
    guard let now = balance.current.value, let before = balance.base.value,
      let change = balance.difference.value
    else { return "" }
    let directions = [now, before].map { money.amount.print($0).direction }
    guard directions[0] == directions[1], directions[0] != 0 else { return "" }
    let isCertain = balance.difference.isSurelyPositive || balance.difference.isSurelyNegative
    guard money.amount.print(change).direction != 0 else { return ", unchanged" }
    guard isCertain else { return "; the change is within the rounding of the digits" }
    let widened = now.magnitude > before.magnitude
    return "; it \(widened ? "widened" : "narrowed") by \(size(balance.difference))"
  }

  /// The year so far, where the report's period is only a part of it.
  var yearToDate: [Block] {
    guard let span = figures.period.yearToDate, span != figures.period else { return [] }
    let toDate = figures.at(span)
    guard toDate.exports.level.value != nil, toDate.imports.level.value != nil else { return [] }
    func clause(_ flow: Flow) -> Prose {
      let comparison = toDate.comparison(of: flow)
      let direction = flow == .exports ? "to" : "from"
      let start: Prose =
        "\(flow.name) \(direction) \(partnersShort) were \(amount(comparison.level))"
      guard let movement = Movement(comparison.rate, printedIn: .percent()) else { return start }
      return movement == .unchanged
        ? start + ", unchanged on the year"
        : start + ", \(movement.noun) of \(percentSize(comparison.rate)) on the year"
    }
    var text: Prose = """
      In \(span.words), \(clause(.exports)), and \(clause(.imports)). \
      The balance was \(balanceNoun(toDate.balance.level)).
      """
    if toDate.exports.base.value == nil || toDate.imports.base.value == nil {
      text = text + " \(missingBase(toDate.exports.basePeriod))"
    }
    return [.heading(level: 1, "Year to date"), .paragraph(text)]
  }

  /// Why the year to date has no change on the year.
  private func missingBase(_ base: Period) -> Prose {
    let start = figures.panels.latest.values.axis.span?.first
    if let start, start > base.first {
      return """
        No change on the year can be given, because the data begin with \
        \(Period.month(start).words) and do not hold the start of \(base.last.year).
        """
    }
    return "No change on the year can be given, because \(base.words) is not complete in the data."
  }
}
