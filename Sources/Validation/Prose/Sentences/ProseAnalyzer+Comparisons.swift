extension ProseAnalyzer {
  /// Gives every change its comparison and every base figure its period.
  mutating func compare() {
    let cues = cues()
    let paired = pairedCues(cues)
    for (number, place) in zip(here, places) {
      let isChange = figures[number].role == .change
      guard isChange || figures[number].isBase else { continue }
      guard let period = figures[number].period else {
        if isChange { compareWithoutPeriod(number, at: place, cues) }
        continue
      }
      if figures[number].isBase, !isChange, figures[number].rules.contains(.ownTime) { continue }
      if isChange, figures[number].isBase, !figures[number].rules.contains(.ownTime) {
        // "after a 3.1 % decrease": the rate of the period before.
        let earlier = period.shifted(byMonths: -max(1, period.months))
        let (kind, _, rule) = comparison(
          for: number, at: place, period, cues.filter { $0.kind != nil })
        figures[number].comparison = kind
        figures[number].period = earlier
        figures[number].base = self.base(of: kind, earlier)
        figures[number].rules.append(rule)
        continue
      }
      let (kind, base, rule) =
        paired[number].flatMap { resolve($0, period) }
        ?? comparison(for: number, at: place, period, cues)
      if isChange {
        figures[number].comparison = kind
        figures[number].base = base
        figures[number].rules.append(rule)
        if figures[number].isOtherGap {
          (figures[number].comparison, figures[number].base) = (.other, nil)
        }
      } else {
        figures[number].period = base ?? period.shifted(byYears: -1)
      }
    }
    if let last = cues.last { comparison = last }
  }

  /// "122.5 billion, 4.4% more than in March and 12.5% more than in April 2021; imports 119.0 billion, 3.1%
  /// and 27.6% more": two rates side by side take the comparisons of the two before them in turn.
  private func pairedCues(_ cues: [ComparisonCue]) -> [Int: ComparisonCue] {
    var paired: [Int: ComparisonCue] = [:]
    var told: [(number: Int, cue: ComparisonCue)] = []
    for (at, number) in here.enumerated() where figures[number].role == .change {
      let next = at + 1 < here.count ? places[at + 1] : high
      if let cue = cues.first(where: { $0.at > places[at] && $0.at < next }) {
        told.append((number, cue))
        continue
      }
      guard told.count >= 2, at + 1 < here.count, figures[here[at + 1]].role == .change,
        tag(places[at] + 1) == .conjunction, next == places[at] + 2
      else { continue }
      let end = at + 2 < here.count ? places[at + 2] : high
      guard !cues.contains(where: { $0.at > next && $0.at < end }) else { continue }
      let pair = told.suffix(2)
      for (number, cue) in zip([number, here[at + 1]], pair.map(\.cue)) { paired[number] = cue }
    }
    return paired
  }

  /// All cues of the sentence in order: phrases and times compared with.
  private func cues() -> [ComparisonCue] {
    var cues: [ComparisonCue] = []
    for index in low..<high {
      let item = items[index]
      if item.tag == .comparison {
        if word(index) == "in the month", tag(before(index)) != .figure { continue }
        if item.b == 1, tag(behind(index)) != .change, !isRateAhead(index) { continue }
        let kinds: [FigureComparison] = [
          .yearOverYear, .monthOverMonth, .quarterOverQuarter, .other,
        ]
        cues.append(
          ComparisonCue(kind: kinds[max(0, min(3, Int(item.a) - 1))], mention: nil, at: index))
      } else if item.tag == .former, timePair.count == 2, preposition(before(index)) == .than {
        cues.append(
          ComparisonCue(kind: nil, mention: timePair[items[index].a == 1 ? 0 : 1], at: index))
      } else if item.tag == .time, isBase(at: index) {
        cues.append(ComparisonCue(kind: nil, mention: item.index, at: index))
      } else if item.tag == .time, let number = baseFigure(beside: index) {
        _ = number
        cues.append(ComparisonCue(kind: nil, mention: item.index, at: index))
      }
    }
    if let splitBase {
      cues.append(ComparisonCue(kind: nil, mention: splitBase.time, at: splitBase.at))
    }
    return cues.sorted { $0.at < $1.at }
  }

  private func isRateAhead(_ index: Int) -> Bool {
    let next = behind(index)
    return tag(next) == .figure && figures[items[next].index].unit == .percent
  }

  private func baseFigure(beside index: Int) -> Int? {
    for (number, place) in zip(here, places)
    where figures[number].isBase && figures[number].rules.contains(.ownTime)
      && abs(place - index) <= 4
    {
      return number
    }
    return nil
  }

  private func comparison(
    for number: Int, at place: Int, _ period: ProsePeriod, _ cues: [ComparisonCue]
  ) -> (FigureComparison, ProsePeriod?, ProseRule) {
    // Directly behind the figure, before it, later in the sentence.
    let next = places.first { $0 > place } ?? high
    let cues = cues.filter { $0.mention == nil || $0.mention != figures[number].ownTime }
    if let cue = cues.first(where: {
      $0.at > place && ($0.at < next || isOwnCue($0.at, of: place, next))
        && !isBreakBetween(place, $0.at)
    }),
      let found = resolve(cue, period)
    {
      return found
    }
    for cue in cues.reversed().prefix(6) where cue.at < place {
      if let found = resolve(cue, period) { return found }
    }
    for cue in cues.prefix(6) where cue.at > place {
      if let found = resolve(cue, period) { return (found.0, found.1, .comparisonInherited) }
    }
    if let comparison, let found = resolveInherited(comparison, period) {
      return (found.0, found.1, .comparisonInherited)
    }
    return usual(period)
  }

  /// "below the 34 billion of April 2018": the base stands behind its figure.
  private func isOwnCue(_ cue: Int, of place: Int, _ next: Int) -> Bool {
    guard next < high, figures[items[next].index].isBase else { return false }
    let following = places.first { $0 > next } ?? high
    return cue > next && cue < following
  }

  private func isBreakBetween(_ first: Int, _ second: Int) -> Bool {
    (first..<second).contains { isBreak($0) }
  }

  private func resolve(
    _ cue: ComparisonCue, _ period: ProsePeriod
  ) -> (FigureComparison, ProsePeriod?, ProseRule)? {
    if let kind = cue.kind {
      return (kind, base(of: kind, period), .comparisonStated)
    }
    guard let mention = cue.mention else { return nil }
    var local = resolver
    local.current = period
    // The figure's own time is no base: "after a 2.1 % drop in August".
    if isPlain(times[mention]), local.period(of: times[mention]) == period { return nil }
    guard let base = local.base(of: times[mention]) else { return nil }
    guard base != period, base.lastMonth <= period.lastMonth else { return nil }
    if case .relative(.equivalentPeriod) = times[mention].form {
      return (.other, base, .comparisonStated)
    }
    return (PeriodResolver.comparison(period, base), base, .comparisonFromBase)
  }

  /// Whether a time is named by the calendar, not by its distance from another.
  private func isPlain(_ mention: TimeMention) -> Bool {
    if case .relative = mention.form { return false }
    return true
  }

  /// A comparison of an earlier sentence holds for periods of the same length only.
  private func resolveInherited(
    _ cue: ComparisonCue, _ period: ProsePeriod
  ) -> (FigureComparison, ProsePeriod?, ProseRule)? {
    if let kind = cue.kind {
      switch kind {
      case .monthOverMonth where period.months != 1: return nil
      case .quarterOverQuarter where period.months != 3: return nil
      default: break
      }
      return (kind, base(of: kind, period), .comparisonInherited)
    }
    guard let mention = cue.mention else { return nil }
    if case .relative = times[mention].form { return resolve(cue, period) }
    guard var found = resolve(cue, period), found.0 != .other else { return nil }
    found.2 = .comparisonInherited
    return found
  }

  private func base(of kind: FigureComparison, _ period: ProsePeriod) -> ProsePeriod? {
    switch kind {
    case .yearOverYear: period.shifted(byYears: -1)
    case .monthOverMonth: period.months == 1 ? period.shifted(byMonths: -1) : nil
    case .quarterOverQuarter: period.months == 3 ? period.shifted(byMonths: -3) : nil
    case .other: nil
    }
  }

  /// What a publisher compares with when nothing is said: the year before, but offices that lead
  /// with adjusted figures compare months and quarters with those before.
  private func usual(_ period: ProsePeriod) -> (FigureComparison, ProsePeriod?, ProseRule) {
    let isSequential =
      isAdjusted
      || ["USA", "GBR", "CAN", "AUS", "FRA", "CHE"].contains(
        reporterCode.isEmpty ? currencyReporter : String(reporterCode.prefix(3)))
        && isPlainMonthly(period)
    if isSequential, period.months == 1 {
      return (.monthOverMonth, period.shifted(byMonths: -1), .comparisonUsual)
    }
    if isSequential, period.months == 3 {
      return (.quarterOverQuarter, period.shifted(byMonths: -3), .comparisonUsual)
    }
    return (.yearOverYear, period.shifted(byYears: -1), .comparisonUsual)
  }

  /// Offices that name no country in their text are known by their currency.
  private var currencyReporter: String {
    guard money >= 0 else { return "" }
    switch ProseCurrency.rows[Int(money)].code {
    case "GBP": return "GBR"
    case "CHF": return "CHE"
    case "CAD": return "CAN"
    case "AUD": return "AUS"
    default: return ""
    }
  }

  private func isPlainMonthly(_ period: ProsePeriod) -> Bool {
    period.months == 1 || period.months == 3
  }

  private mutating func compareWithoutPeriod(_ number: Int, at place: Int, _ cues: [ComparisonCue])
  {
    let stated =
      cues.last { $0.at < place || $0.at < (places.first { $0 > place } ?? high) } ?? cues.first
    let cue = stated ?? comparison
    figures[number].comparison = isAdjusted ? .monthOverMonth : .yearOverYear
    guard let cue else { return }
    if let kind = cue.kind {
      figures[number].comparison = kind
    } else if let mention = cue.mention {
      switch times[mention].form {
      case .relative(.previousMonth): figures[number].comparison = .monthOverMonth
      case .relative(.previousQuarter): figures[number].comparison = .quarterOverQuarter
      case .months(_, 1) where times[mention].year == nil:
        figures[number].comparison = .monthOverMonth
      default: break
      }
    }
  }
}
