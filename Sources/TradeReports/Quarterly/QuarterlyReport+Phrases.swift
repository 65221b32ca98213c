internal import Indicators
internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// How a change of a flow is put into words.
enum ChangePhrase: Equatable {
  /// A rate says it: `rose by`.
  case moved(verb: String)
  /// Two levels say it better than a rate: from or to zero, or by more than ten times.
  case fromTo(verb: String)
  /// `unchanged` where the printed levels are equal, else `virtually unchanged`.
  case unchanged(word: String)
  /// The digits leave the direction open: two levels side by side, without a verb.
  case unclear
  /// There is no rate: two levels side by side.
  case beside
  /// There is nothing to compare with.
  case alone
}

extension QuarterlyReport {
  /// Chooses the words for a change.
  func phrase(_ change: Change, _ comparison: LevelComparison) -> ChangePhrase {
    guard let movement = change.movement else {
      return comparison.base.value == nil || comparison.current.value == nil ? .alone : .beside
    }
    if comparison.base.value != nil, isPrintedAsZero(comparison.base) { return .beside }
    switch movement {
    case .up, .down:
      let verb = movement == .up ? "rose" : "fell"
      let isPlain =
        comparison.base.value == nil
        || !change.rate.observation.status.contains(.extreme)
          && !isPrintedAsZero(comparison.level)
      return isPlain ? .moved(verb: verb) : .fromTo(verb: verb)
    case .unchanged:
      guard let base = comparison.base.value, let level = comparison.level.value else {
        return .unchanged(word: "virtually unchanged")
      }
      let isEqual = money.amount.print(base).text == money.amount.print(level).text
      return .unchanged(word: isEqual ? "unchanged" : "virtually unchanged")
    case .unclear: return comparison.base.value == nil ? .alone : .unclear
    }
  }

  /// `exports to Japan`, `imports from Japan`.
  func directed(_ flow: Flow, _ partner: String) -> String {
    "\(flow.name) \(flow == .exports ? "to" : "from") \(partner)"
  }

  /// The sentence that says why there is no change on the year; `nil` where there is one.
  func missingBase(_ partner: PartnerFigures) -> Prose? {
    let missing = [Flow.exports, .imports].filter {
      partner.comparison(of: $0).base.value == nil
        && figures.change(partner, of: $0).rate.value == nil
    }
    guard !missing.isEmpty else { return nil }
    let base = partner.exports.basePeriod
    let what =
      missing.count == 2
      ? "No change on the year can be given"
      : "No change of \(missing[0].name) on the year can be given"
    return "\(what): \(absence(of: base))."
  }

  /// `the data hold no figures of 2007`, `the data do not hold all of 2008`.
  private func absence(of base: Period) -> String {
    let latest = figures.panels.latest.values
    let held = latest.axis.filter { period in
      latest.keys.indices.contains { column in
        figures.partners.contains(latest.keys[column].partner)
          && latest.block.observation(period, column: column).value != nil
      }
    }
    if !held.contains(where: base.overlaps) { return "the data hold no figures of \(base.words)" }
    if let first = held.map(\.first).min(), first > base.first {
      let start = base.first.month == 1 ? "\(base.first.year)" : base.words
      return
        "the data begin with \(Period.month(first).words) and do not hold the start of \(start)"
    }
    return "the data do not hold all figures of \(base.words)"
  }
}
