/// What sets the figures of a sentence apart, once all of them are read.
extension ProseAnalyzer {
  /// Two different levels under one name are two things, of which the text has not said what sets
  /// the second apart.
  mutating func tellApart() {
    // Two rates of one thing on one base differ: they are of two things.
    for number in here where figures[number].role == .change && !figures[number].unit.isAmount {
      let figure = figures[number]
      let key = RateKey(
        measure: figure.measure, scope: figure.scope, period: figure.period, base: figure.base,
        terms: figure.terms)
      if let value = rates[key], value != figure.signedValue {
        if !hasOtherCurrency(number) {
          setApart(rate: number)
        }
      } else {
        rates[key] = figure.signedValue
      }
    }
    for (at, number) in here.enumerated() where figures[number].role == .share {
      let figure = figures[number]
      let isAgain = here[..<at].contains {
        figures[$0].role == .share && figures[$0].measure == figure.measure
          && figures[$0].scope == figure.scope && figures[$0].whole == figure.whole
          && figures[$0].period == figure.period && figures[$0].signedValue != figure.signedValue
      }
      if isAgain { figures[number].scope.part = knownPart(["another", "\(number)"]) }
    }
    for (at, number) in here.enumerated() {
      let figure = figures[number]
      guard figure.unit.isAmount, figure.role == .level || figure.role == .balance,
        !figure.rules.contains(.restatement)
      else { continue }
      for other in here[..<at].reversed() {
        guard figures[other].unit == figure.unit, figures[other].role == figure.role,
          figures[other].measure == figure.measure, figures[other].scope == figure.scope,
          figures[other].period == figure.period, figures[other].topicAt == figure.topicAt,
          figures[other].signedValue != figure.signedValue,
          figure.period != nil || figures[other].isBase == figure.isBase
        else { continue }
        let old = figure.scope
        let part = knownPart(["another", "\(number)"])
        for later in here[at...]
        where figures[later].scope == old && figures[later].topicAt == figure.topicAt {
          figures[later].scope.part = part
        }
        break
      }
    }
  }

  /// Gives a rate a part of its own, with the amount that says the same, "33.6%, or 1,321.8 million".
  private mutating func setApart(rate number: Int) {
    let old = figures[number].scope
    figures[number].scope.part = knownPart(["another", "\(number)"])
    guard let at = here.firstIndex(of: number), at + 1 < here.count,
      figures[here[at + 1]].role == .change, figures[here[at + 1]].scope == old,
      figures[here[at + 1]].topicAt == figures[number].topicAt
    else { return }
    let joint = before(places[at + 1])
    guard tag(joint) == .conjunction, items[joint].a == 2 else { return }
    figures[here[at + 1]].scope.part = figures[number].scope.part
  }

  /// Whether the level beside a rate is in another currency than the first level of the text, so
  /// that two rates of one thing can both hold.
  func hasOtherCurrency(_ number: Int) -> Bool {
    guard let at = here.firstIndex(of: number) else { return false }
    let units = here[max(0, at - 2)...min(here.count - 1, at + 2)].map { figures[$0].unit }.filter(
      \.isMoney)
    let all = Set(figures[max(0, number - 40)..<number].map(\.unit).filter(\.isMoney))
    return units.contains { !all.isEmpty && all.count > 1 || !all.contains($0) }
  }

  /// "4.2 million tonnes, up 45%": rates of a sentence that tells weights only are of weights.
  mutating func weighRates() {
    let units = here.map { figures[$0].unit }
    guard units.contains(.tonnes) else { return }
    guard !units.contains(where: \.isMoney) else {
      // "722,000 tonnes, 7.2% less than the 778,000 tonnes of April, earning 15.6 billion"
      for at in here.indices.dropFirst()
      where figures[here[at]].unit == .percent && figures[here[at]].role == .change
        && figures[here[at]].scope.basis == 0 && figures[here[at - 1]].unit == .tonnes
        && !(at + 1 < here.count && figures[here[at + 1]].unit.isMoney
          && preposition(before(places[at + 1])) == .to)
      {
        figures[here[at]].scope.basis = 5
      }
      return
    }
    for number in here where !figures[number].unit.isAmount && figures[number].scope.basis == 0 {
      figures[number].scope.basis = 5
    }
  }

  /// Notes the figures whose partner only an earlier sentence names.
  mutating func notePartners() {
    guard hasMainTopic else { return }
    for number in here {
      let partner = figures[number].scope.partner
      guard partner >= 0, partner != mainTopic.scope.partner,
        !(low..<high).contains(where: { tag($0) == .place && items[$0].a == partner })
      else { continue }
      figures[number].isPartnerTakenOver = true
    }
  }
}
