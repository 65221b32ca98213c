internal import Indicators
internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// The sections on exports and imports.
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
    let change = figures.change(figures.total, of: flow)
    let mark = mark(vintageNote(change, comparison))
    let base = comparison.basePeriod.words
    let start: Prose = """
      \(Phrases.capitalized(figures.period.adverbial)), \(possessive) \(directed(flow, together)) \
      were \(amount(comparison.level))
      """
    let rest: Prose =
      switch phrase(change, comparison) {
      case .moved(let verb) where comparison.base.value == nil:
        """
        , \(noun(verb)) of \(percentSize(change.rate)) on the year as the source prints it; the \
        level of \(base) is not in the data
        """
      case .moved(let verb):
        """
        , \(inVintage(comparison))\(noun(verb)) of \(percentSize(change.rate))\(mark) \
        compared with \(base) \
        (\(amount(comparison.base)))
        """
      case .unchanged(let word): ", \(word) from \(base)\(mark)"
      case .fromTo, .unclear, .beside:
        ", compared with \(amount(comparison.base)) \(comparison.basePeriod.adverbial)\(mark)"
      case .alone: ""
      }
    return start + rest + "." + onPreviousPeriod(flow)
  }

  private func noun(_ verb: String) -> String { verb == "rose" ? "an increase" : "a decrease" }

  /// The change on the period before, for data that are adjusted for the season.
  private func onPreviousPeriod(_ flow: Flow) -> Prose {
    guard dataset.manifest.isSeasonallyAdjusted(basis), let frequency = figures.period.frequency,
      frequency != .yearly
    else { return "" }
    let comparison = LevelComparison(
      figures.total.scope.combination(flow), figures.period, against: figures.period.previous,
      in: figures.panels)
    let movement = Movement(
      comparison.rate, sureAs: comparison.difference, printedIn: .percent())
    let change = Change(rate: comparison.rate, isPrinted: false, movement: movement)
    let mark = mark(vintageNote(change, comparison))
    let base = comparison.basePeriod.words
    return switch phrase(change, comparison) {
    case .moved(let verb):
      """
       Compared with \(base) they \(verb) by \(percentSize(comparison.rate))\(mark), adjusted for \
      the season.
      """
    case .unchanged(let word):
      " Compared with \(base) they were \(word)\(mark), adjusted for the season."
    case .fromTo, .unclear, .beside, .alone: ""
    }
  }

  /// One clause for each partner, the largest contribution first.
  private func partners(of flow: Flow) -> Prose {
    let ranked = figures.contributions(to: flow)?.parts.compactMap { part in
      figures.each.first { $0.scope == part.scope }
    }
    let clauses = (ranked ?? figures.each).enumerated().map { place, partner in
      let name = inSentence(partner.scope)
      let subject =
        place == 0
        ? Phrases.capitalized(directed(flow, name))
        : "those \(flow == .exports ? "to" : "from") \(name)"
      return clause(
        subject, figures.change(partner, of: flow), partner.comparison(of: flow))
    }
    return Phrases.list(clauses) + "."
  }

  private func clause(_ subject: String, _ change: Change, _ comparison: LevelComparison) -> Prose {
    let level = amount(comparison.level)
    return switch phrase(change, comparison) {
    case .moved(let verb): "\(subject) \(verb) by \(percentSize(change.rate)) to \(level)"
    case .fromTo(let verb):
      "\(subject) \(verb) from \(amount(comparison.base)) to \(amount(comparison.current))"
    case .unchanged(let word): "\(subject) were \(word) at \(level)"
    case .unclear, .beside:
      "\(subject) were \(level) (\(amount(comparison.base)) a year earlier)"
    case .alone: "\(subject) were \(level)"
    }
  }

  /// The partner with the largest change in money, where that is sure.
  private func changedMost(_ flow: Flow) -> Prose? {
    guard figures.each.count > 1 else { return nil }
    let changes = figures.each.map { ($0.scope, $0.comparison(of: flow).difference) }
    let sure = changes.filter { $0.1.isSurelyPositive || $0.1.isSurelyNegative }
    let first = sure.max { ($0.1.value ?? 0).magnitude < ($1.1.value ?? 0).magnitude }
    guard let (scope, change) = first, let bounds = change.bounds else { return nil }
    let least = min(bounds.lower.magnitude, bounds.upper.magnitude)
    let isLargest = changes.filter { $0.0 != scope }.allSatisfy { _, other in
      other.bounds.map { max($0.lower.magnitude, $0.upper.magnitude) < least } ?? false
    }
    guard isLargest, let value = change.value, money.amount.print(value).direction != 0 else {
      return nil
    }
    return """
      The largest change in money was that of \(directed(flow, inSentence(scope))): \
      \(size(change)) \(value < 0 ? "less" : "more") than a year earlier.
      """
  }
}
