extension ProseAnalyzer {
  /// Decides what a figure says: role, measure, scope, sign.
  mutating func assign(at index: Int) {
    let number = items[index].index
    if figures[number].isSame {
      copyBefore(number, at: index)
      return
    }
    if let previous = restated(at: index) {
      copy(from: previous, to: number)
      return
    }
    if case .money(let row) = figures[number].unit, row < 0 {
      figures[number].isDropped = true
      return
    }
    var current = topic.measure == .none && hasMainTopic ? lastTopic : topic
    if current.measure == .coverage, figures[number].unit.isAmount,
      let last = topics.last(where: { $0.topic.measure != .coverage })
    {
      // "a deficit of 1.8 implies a coverage of 91.8 %, and it was 0.3 smaller"
      current = last.topic
    }
    figures[number].measure = current.measure
    figures[number].scope = current.scope
    figures[number].balanceSign = current.balanceSign
    if let things = thingsWorth(before: index) {
      figures[number].scope.part = knownPart([things])
      topic.scope.part = figures[number].scope.part
    }
    if basis != 0, figures[number].scope.basis == 0 { figures[number].scope.basis = basis }
    if isProjection, isProjected(index) { figures[number].scope.basis = 20 }
    if figures[number].unit == .tonnes { figures[number].scope.basis = 5 }
    figures[number].rules.append(isTopicNamed ? pendingRule ?? .measureBefore : .inheritedTopic)
    pendingRule = nil
    switch figures[number].unit {
    case .percent, .points: assignRate(number, at: index)
    case .multiple:
      figures[number].role = .change
      figures[number].sign = 1
      // "4.1 times the exports" compares two flows, not two times.
      if [.measure, .balance].contains(tag(behind(index))) { figures[number].isOtherGap = true }
      if tag(index + 1) == .per { figures[number].isDropped = true }
    case .money, .tonnes: assignAmount(number, at: index)
    case .ratio: break
    }
    if figures[number].measure == .none
      || current.measure == .unrelated && figures[number].role != .share
    {
      figures[number].isDropped = true
    }
    if !figures[number].unit.isAmount, tag(behind(index)) == .per {
      figures[number].scope.basis = 6
    }
    if isMeasureGuessed || isRateOfAThing.contains(number) {
      figures[number].isMeasureGuessed = true
    }
    figures[number].topicAt = topics.last?.at ?? -1
    figures[number].isLoose = current.isLoose
    if isPart, figures[number].unit.isAmount,
      !topics.contains(where: { $0.at > partStart(index) }) || isLikeWhole(number, index)
    {
      figures[number].scope.part = knownPart(["part", "\(number)"])
    } else if isPart, let last = figureOfPart(index) {
      figures[number].scope.part = figures[last].scope.part
    }
    if figures[number].isPerTime { figures[number].scope.basis = 7 }
    if figures[number].unit.isMoney, figures[number].exponent == 0, figures[number].size < 10_000,
      !figures[number].isPerUnit, !figures[number].isInherited, announced == nil,
      !isUnitValue(index), !isPriceAgain(number)
    {
      // "the seminar costs CHF 120": a price, no trade of a country.
      figures[number].isDropped = true
    }
    if figures[number].isPerUnit || isUnitValue(index) || isPriceAgain(number) {
      figures[number].measure = .other
      figures[number].role = .level
      figures[number].sign = 1
      if figures[number].isPerUnit, hasMainTopic || here.contains(where: { !figures[$0].isDropped })
      {
        figures[number].isDropped = false
      }
    }
  }

  /// "3,188 projects worth 20 billion": what is counted and worth an amount, where the sentence names no
  /// topic.
  private func thingsWorth(before index: Int) -> String? {
    var worth = before(index)
    if preposition(worth) == .at { worth = before(worth) }
    let things = before(worth)
    guard !isTopicNamed, figures[items[index].index].unit.isMoney, tag(worth) == .level,
      word(worth) == "worth" || word(worth) == "valued", tag(things) == .counted
    else { return nil }
    return word(things)
  }

  /// Where "of which" stands before a figure.
  private func partStart(_ index: Int) -> Int {
    (low..<index).last { tag($0) == .ofWhich } ?? low
  }

  /// Whether a figure behind "of which" has the topic of the one before it.
  private func isLikeWhole(_ number: Int, _ index: Int) -> Bool {
    let start = partStart(index)
    guard let at = places.lastIndex(where: { $0 < start }) else { return false }
    let whole = here[at]
    return figures[whole].measure == figures[number].measure
      && figures[whole].scope == figures[number].scope
  }

  /// The amount before a rate behind "of which", whose part the rate is of.
  private func figureOfPart(_ index: Int) -> Int? {
    guard let at = places.firstIndex(of: index), at > 0, places[at - 1] > partStart(index) else {
      return nil
    }
    let previous = here[at - 1]
    return figures[previous].topicAt == figures[here[at]].topicAt ? previous : nil
  }

  private func isProjected(_ index: Int) -> Bool {
    var place = index - 1
    while place >= low, place > index - 9 {
      if tag(place) == .projection { return true }
      if tag(place) == .figure || isBreak(place) { return false }
      place -= 1
    }
    return tag(behind(index)) == .projection
  }

  /// "a tonne went for $4,610 instead of $5,730": beside a price a ton another of its size.
  private func isPriceAgain(_ number: Int) -> Bool {
    let figure = figures[number]
    guard figure.unit.isMoney, figure.exponent == 0, figure.size < 100_000 else { return false }
    return (max(0, number - 3)..<number).contains {
      figures[$0].unit == figure.unit && figures[$0].exponent == 0
        && figures[$0].measure == .other && !figures[$0].isDropped
        && figures[$0].size < 3 * figure.size && figure.size < 3 * figures[$0].size
    }
  }

  /// "each ton exported was worth $348".
  private func isUnitValue(_ index: Int) -> Bool {
    guard figures[items[index].index].unit.isMoney else { return false }
    var place = index - 1
    while place >= low, place > index - 8 {
      if tag(place) == .per, items[place].a == 0 { return true }
      if isBreak(place) { return false }
      if tag(place) == .figure {
        return figures[items[place].index].isPerUnit
      }
      place -= 1
    }
    return false
  }

  // MARK: The same amount again

  /// "4.02 trillion yuan (about $571 billion)", "34.32 trillion yuan, or approximately USD 4.78".
  private func restated(at index: Int) -> Int? {
    let number = items[index].index
    guard figures[number].unit.isMoney else { return nil }
    var place = before(index)
    switch tag(place) {
    case .open: place = before(place)
    case .conjunction where items[place].a == 2:
      place = before(place)
      if tag(place) == .comma { place = before(place) }
    default: return nil
    }
    guard tag(place) == .figure else { return nil }
    let previous = items[place].index
    guard figures[previous].unit.isMoney, figures[previous].role != .share else { return nil }
    if figures[previous].unit == figures[number].unit {
      // "8.4 (6.8)" are two times, "876 million (0.87 billion)" is one amount.
      let isOther =
        abs(figures[previous].size - figures[number].size) > 0.05 * figures[previous].size
      if tag(before(index)) != .open || figures[previous].isBase || isOther { return nil }
    }
    return previous
  }

  /// "the same as the previous year": the level before, at the earlier time.
  private mutating func copyBefore(_ number: Int, at index: Int) {
    guard let at = places.firstIndex(of: index), at > 0 else {
      figures[number].isDropped = true
      return
    }
    copy(from: here[at - 1], to: number)
    figures[number].rules = [.sameAsBefore]
    figures[number].isBase = true
  }

  private mutating func copy(from previous: Int, to number: Int) {
    let model = figures[previous]
    figures[number].measure = model.measure
    figures[number].scope = model.scope
    figures[number].balanceSign = model.balanceSign
    figures[number].role = model.role
    figures[number].sign = model.sign
    figures[number].isBase = model.isBase
    figures[number].isDropped = model.isDropped
    figures[number].rules.append(.restatement)
  }

  // MARK: Rates

  private mutating func assignRate(_ number: Int, at index: Int) {
    decideRate(number, at: index)
    guard figures[number].role == .share else { return }
    noteOrdinal(number, at: index)
    guard figures[number].whole == nil else { return }
    if let last = here.last(where: { $0 < number && figures[$0].role == .share }),
      let whole = figures[last].whole, whole.measure == .other,
      figures[last].rules.contains(.shareOf)
    {
      // "equal to 1.7 percent of GDP, and South Asia 35 billion or 0.8 percent"
      figures[number].whole = whole
      return
    }
    weighShare(number)
    let next = tag(behind(index)) == .comma ? behind(behind(index)) : behind(index)
    if preposition(next) == .of, tag(behind(index)) == .comma {
      // "13.9 billion, or 31 per cent, of your shopping bill": a whole that is not known.
      figures[number].whole = ProseWhole(measure: .other, scope: figures[number].scope)
    }
  }

  /// "24.7% of the outward stocks (2,161 bn) were located in the United States": where a part is.
  private func partnerOfPart(behind index: Int) -> Int16? {
    var (place, depth, hasVerb) = (index + 1, 0, false)
    while place < high, place < index + 20, !isBreak(place) {
      switch tag(place) {
      case .open: depth += 1
      case .close: depth -= 1
      case .figure where depth == 0: return nil
      case .comma where depth == 0: return nil
      case .level, .flow: hasVerb = hasVerb || depth == 0
      case .place
      where hasVerb && depth == 0 && items[place].a != reporter
        && [.in, .to, .from].contains(preposition(before(place))):
        return items[place].a
      default: break
      }
      place += 1
    }
    return nil
  }

  /// Whether a percentage is a coverage: "59.1% of imports was covered by exports".
  private func isCovered(_ index: Int) -> Bool {
    let of = behind(index)
    guard preposition(of) == .of else { return false }
    var place = behind(of)
    while tag(place) == .whole { place = behind(place) }
    guard tag(place) == .measure, items[place].a == 2 else { return false }
    place = behind(place)
    return tag(tag(place) == .level ? behind(place) : place) == .coverage
  }

  /// "the first of these had a share of 55 percent", "the second group's share in the total was": which
  /// one that is follows from its place only.
  private mutating func noteOrdinal(_ number: Int, at index: Int) {
    guard let last = places.last(where: { $0 < index }),
      (last..<index).contains(where: { tag($0) == .ordinal })
    else { return }
    figures[number].isMeasureGuessed = true
  }

  private mutating func decideRate(_ number: Int, at index: Int) {
    figures[number].role = .change
    if preposition(behind(index)) == .in, tag(behind(behind(index))) == .currency {
      figures[number].terms = items[behind(behind(index))].a
    }
    let isPoints = figures[number].unit == .points
    if isPoints, isBarePoints(index), topic.measure != .coverage, !hasShare(before: index) {
      // "an index of 50.2 points"
      figures[number].measure = .none
      figures[number].isDropped = true
      return
    }
    if !isPoints {
      if topic.measure == .coverage, !hasChangeBeside(index) {
        figures[number].role = .share
        if [.from, .against, .after].contains(basePreposition(index)) {
          figures[number].isBase = true
        }
        figures[number].rules.append(.coverage)
        return
      }
      if isCovered(index) {
        (figures[number].role, figures[number].measure) = (.share, .coverage)
        figures[number].scope = mainTopic.scope
        figures[number].rules.append(.coverage)
        return
      }
      if let whole = wholeBehind(index) {
        figures[number].role = .share
        if [.from, .against, .after].contains(basePreposition(index)) {
          figures[number].isBase = true
        }
        figures[number].rules.append(.shareOf)
        applyWhole(whole, to: number)
        if figures[number].scope.partner < 0, let partner = partnerOfPart(behind: index) {
          figures[number].scope.partner = partner
        }
        return
      }
      if let partner = partnerReached(behind: index) {
        figures[number].role = .share
        figures[number].rules.append(.shareOf)
        figures[number].whole = ProseWhole(
          measure: figures[number].measure, scope: wholeScope(of: figures[number].scope))
        figures[number].scope.partner = partner
        return
      }
      if isOfSomethingElse(index) {
        figures[number].measure = .none
        figures[number].isDropped = true
        return
      }
      if isShareBySaying(index) {
        figures[number].role = .share
        if [.from, .against, .after].contains(basePreposition(index)) {
          figures[number].isBase = true
        }
        figures[number].rules.append(.shareVerb)
        if isMeasureGuessed, lastTopic.measure == .trade, !topics.contains(where: { $0.at > index })
        {
          // "Trade totalled 1.76. Private firms' share was": of what was totalled.
          figures[number].measure = .trade
        }
        if [.exports, .imports].contains(figures[number].measure.flow),
          let trade = topics.first(where: { $0.topic.measure.flow == .trade && $0.at < index }),
          trade.topic.scope == figures[number].scope, places[0] > trade.at
        {
          // "In the structure of turnover, the share of exports was": the whole is named.
          figures[number].whole = ProseWhole(
            measure: trade.topic.measure, scope: trade.topic.scope)
          return
        }
        if isShareInTotal(index) {
          figures[number].whole = ProseWhole(
            measure: figures[number].measure, scope: wholeScope(of: figures[number].scope))
          return
        }
        if let partner = partnerOfShare(index) {
          figures[number].whole = ProseWhole(
            measure: figures[number].measure, scope: wholeScope(of: figures[number].scope))
          figures[number].scope.partner = partner
        }
        return
      }
      if isEarlierShare(index) {
        figures[number].role = .share
        figures[number].isBase = true
        figures[number].rules.append(.shareBefore)
        copyShare(to: number, at: index)
        return
      }
      if isShareBehindLevel(index) {
        figures[number].role = .share
        figures[number].rules.append(.shareInBrackets)
        return
      }
      if isShareInBrackets(index) {
        figures[number].role = .share
        if [.from, .against, .after].contains(basePreposition(index)) {
          figures[number].isBase = true
        }
        figures[number].rules.append(.shareInBrackets)
        return
      }
    }
    if figures[number].measure == .coverage, isPoints { figures[number].measure = .other }
    if isPoints, isGap(index) {
      figures[number].isOtherGap = true
      if word(behind(index)) == "off" || preposition(behind(index)) == .to {
        figures[number].measure = .other
      }
    }
    if followsOtherThing(index) || isOfCount(index) {
      figures[number].isDropped = true
      figures[number].measure = .none
      return
    }
    if [.after, .than, .against].contains(basePreposition(index)) || isPrior(before(index)) {
      figures[number].isBase = true
      figures[number].rules.append(.baseAmount)
    }
    setDirection(number, at: index)
    if let at = places.firstIndex(of: index), at > 0, figures[here[at - 1]].isPerUnit {
      // "282.6 million, or $2,433 a tonne, 55% more": of the one or of the other.
      isRateOfAThing.insert(number)
    }
    if let next = directionIndexBehind(index), ["more", "less", "fewer"].contains(word(next)),
      tag(next + 1) == .unknown, !Self.stopWords.contains(word(next + 1))
    {
      // "5% less fat and 13% less money": of that thing, whatever was spoken of.
      isRateOfAThing.insert(number)
    }
  }

  /// "(expected +1.5%, prior -3.5%)": the rate of the period before.
  private func isPrior(_ index: Int) -> Bool {
    ["prior", "previous", "prev"].contains(word(index))
  }

  /// Whether "points" alone is the unit of a figure.
  private func isBarePoints(_ index: Int) -> Bool {
    let last = tokens[items[index].last]
    return items[index].last - items[index].first == 1 && last.range.count == 6
  }

  /// Whether a share is spoken of before an item of the sentence.
  private func hasShare(before index: Int) -> Bool {
    (low..<index).contains { tag($0) == .share }
      || here.contains { figures[$0].role == .share && !figures[$0].isDropped }
  }

  /// "and politics for 20 %" behind a share of something else.
  private func followsOtherThing(_ index: Int) -> Bool {
    guard let at = places.firstIndex(of: index), at > 0 else { return false }
    let previous = here[at - 1]
    return !hasMainTopic && figures[previous].unit == .percent && figures[previous].isDropped
      && figures[previous].measure == .none && topics.allSatisfy { $0.at < places[at - 1] }
  }

  /// "15,802 firms were approved, an increase of 9.9 percent": a rate of a count.
  private func isOfCount(_ index: Int) -> Bool {
    var place = index - 1
    var isCounted = false
    while place >= low, place > index - 14 {
      switch tag(place) {
      case .counted: isCounted = true
      case .number where isCounted && (place == low || isClauseStart(place)): return true
      case .measure, .balance, .figure, .semicolon, .stop, .open, .flow: return false
      default: break
      }
      place -= 1
    }
    return false
  }

  /// "outpacing overall growth by 11.7 points", "lopped 3.23 points off GDP": no change in time.
  private func isGap(_ index: Int) -> Bool {
    var place = index - 1
    while place >= low, place > index - 8 {
      switch word(place) {
      case "outpacing", "outpaced", "outstripping", "outperforming", "faster", "ahead", "outpaces":
        return true
      default: break
      }
      if tag(place) == .figure || isBreak(place) { break }
      place -= 1
    }
    let next = behind(index)
    return word(next < high ? next : index) == "off"
      || (preposition(next) == .to && preposition(before(index)) != .by
        && (next..<min(high, next + 5)).contains { tag($0) == .measure && items[$0].a == 20 })
  }

  /// The preposition of comparison before a rate, times and articles passed over.
  func basePreposition(_ index: Int) -> Lexeme.Preposition? {
    var place = before(index)
    while tag(place) == .time || tag(place) == .possessive { place = before(place) }
    return preposition(place)
  }

  /// "81 percent of the exhibitors" is no claim of trade.
  private func isOfSomethingElse(_ index: Int) -> Bool {
    var place = behind(index)
    guard preposition(place) == .of else { return false }
    place = behind(place)
    while tag(place) == .whole || tag(place) == .pronoun { place = behind(place) }
    return tag(place) == .unknown || tag(place) == .counted
  }
}
