extension ProseAnalyzer {
  /// Decides whether an amount is a level, the level of the base, or a change.
  mutating func assignAmount(_ number: Int, at index: Int) {
    if let sign = exceedingSign(at: index) {
      figures[number].measure = .balance
      figures[number].role = .balance
      figures[number].sign = sign
      figures[number].balanceSign = sign
      figures[number].rules.append(.flowsExceed)
      return
    }
    if isBaseInBrackets(index) {
      figures[number].isBase = true
      figures[number].rules.append(.baseAmount)
    } else if let rule = changeRule(at: index) {
      figures[number].role = .change
      figures[number].rules.append(rule)
      setDirection(number, at: index)
      return
    }
    if isBase(amount: index), hasOwnGrowth(index) {
      // "5.7 (+7.6%), against 4.6 (+9.6%)": another thing, not an earlier time.
      figures[number].scope.part = knownPart(["contrasted with", word(behind(index + 4))])
    } else if isBase(amount: index) || isListedBehindBase(index) {
      figures[number].isBase = true
      figures[number].rules.append(.baseAmount)
    }
    let isBalance = figures[number].measure.isBalance
    if isBalance, let sign = polarity(before: index),
      figures[number].balanceSign == 0 || isPolarityOwn(before: index)
    {
      figures[number].balanceSign = sign
      topic.balanceSign = sign
    }
    figures[number].role = isBalance ? .balance : .level
    if isBalance, figures[number].printedSign == 0 {
      figures[number].sign = figures[number].balanceSign < 0 ? -1 : 1
      if figures[number].balanceSign != 0 {
        figures[number].rules.append(figures[number].balanceSign < 0 ? .deficit : .surplus)
      }
      if let sign = signOfFavour(index) ?? signOfOne(index) {
        (figures[number].sign, figures[number].balanceSign) = (sign, sign)
      }
    } else {
      figures[number].sign = figures[number].printedSign < 0 ? -1 : 1
      if isBalance {
        figures[number].balanceSign = figures[number].sign
        figures[number].rules.append(.signPrinted)
      }
    }
    if isTogether(index) {
      if hasGoodsAndServices(before: number) {
        figures[number].scope.part = 0
        if !isBalance { figures[number].measure = figures[number].measure.flow }
      } else if let total = totalOfFlows(before: index) {
        figures[number].measure = total
        if partNames[figures[number].scope.part] == ProseParts.reexports {
          figures[number].scope.part = mainTopic.scope.part
        }
        totalTopic = ProseTopic(measure: total, scope: figures[number].scope)
      } else {
        // The sum of what was listed, whatever that is.
        figures[number].scope.part = knownPart(["another", "\(number)"])
        figures[number].isWhole = true
        // "altogether 4,188.3, as against 4,766.2 in 2020": what follows is of the sum.
        topic.scope.part = figures[number].scope.part
      }
    }
    // "45.6% of the 5.92 billion it exported": the whole itself.
    var of = before(index)
    while [.pronoun, .possessive, .place, .time, .whole].contains(tag(of)) { of = before(of) }
    if preposition(of) == .of, tag(before(of)) == .figure,
      figures[items[before(of)].index].role == .share || isLevelOfPart(before(of))
    {
      let part = figures[items[before(of)].index]
      figures[number].scope = part.whole?.scope ?? wholeScope(of: part.scope)
      figures[number].isWhole = true
      if part.role == .share, part.scope == mainTopic.scope, tag(behind(index)) == .whole,
        [.exports, .imports].contains(part.measure.flow)
      {
        // "Imports were 90.6 percent of the 2,120 billion total": of exports and imports.
        let trade: ProseMeasure = part.measure.isServices ? .servicesTrade : .trade
        figures[number].measure = trade
        figures[items[before(of)].index].whole = ProseWhole(measure: trade, scope: part.scope)
      }
    }
    if let part = shareExplained(at: index) {
      figures[number].measure = part.measure
      figures[number].scope = part.scope
      figures[number].rules.append(.levelOfShare)
    }
    // "27 % of a total of 961.0": the whole itself.
    let previous = before(index)
    if preposition(previous) == .of, tag(before(previous)) == .whole,
      preposition(before(before(previous))) == .of
    {
      figures[number].scope.partner =
        mainTopic.scope.partner == figures[number].scope.partner ? -1 : mainTopic.scope.partner
      figures[number].scope.part = mainTopic.scope.part
    }
  }

  /// "firms accounted for 121.9 billion of Vietnam's 164.5 billion": a level that a share verb says.
  private func isLevelOfPart(_ index: Int) -> Bool {
    let level = figures[items[index].index]
    return level.unit.isAmount && level.role == .level && tag(before(index)) == .share
  }

  /// "232.2 bn, a fall of 16.7% (278.6 bn)": behind a level and its rate an amount in brackets is the level
  /// before where it is nearer to what these give than to their difference.
  private func isBaseInBrackets(_ index: Int) -> Bool {
    guard tag(before(index)) == .open, tag(index + 1) == .close,
      let at = places.firstIndex(of: index), at >= 2
    else { return false }
    let (amount, rate) = (figures[here[at]], figures[here[at - 1]])
    let level = figures[here[at - 2]]
    guard rate.unit == .percent, rate.role == .change, rate.size < 100, level.role == .level,
      level.unit == amount.unit, level.measure == rate.measure, level.scope == rate.scope,
      !level.isBase, amount.measure == level.measure, amount.scope == level.scope
    else { return false }
    let base = level.size / (1 + rate.size * Double(rate.sign) / 100)
    return abs(amount.size - base) < abs(amount.size - abs(level.size - base))
  }

  /// "the balance was negative at 4.8": the sign that an adjective tells.
  private func polarity(before index: Int) -> Int? {
    var place = before(index)
    while place >= low, place > index - 6 {
      switch tag(place) {
      case .polarity: return Int(items[place].a)
      case .preposition where preposition(place) == .at || preposition(place) == .by: break
      case .preposition where preposition(place) == .to: break
      case .level, .comma, .time: break
      default: return nil
      }
      place = before(place)
    }
    return nil
  }

  /// "the one was positive by 8.6, that with others negative by 6.9": each figure has its own sign.
  private func isPolarityOwn(before index: Int) -> Bool {
    var place = before(index)
    if preposition(place) == .at || preposition(place) == .by { place = before(place) }
    return tag(place) == .polarity && ["positive", "negative"].contains(word(place))
  }

  /// "sales were 20.4 and purchases 17.3, a positive 3.1": what is left of two flows.
  private func signOfResult(at index: Int) -> Int? {
    let name = word(index)
    guard name.hasPrefix("positive") || name.hasPrefix("negative"), tag(before(index)) == .comma
    else { return nil }
    let flows = Set(zip(here, places).filter { $0.1 < index }.map { figures[$0.0].measure.flow })
    guard flows.isSuperset(of: [.exports, .imports]) else { return nil }
    return name.hasPrefix("positive") ? 1 : -1
  }

  /// "221 million in Chile's favour": whose surplus it is.
  private func signOfFavour(_ index: Int) -> Int? {
    let place = behind(behind(index))
    guard preposition(behind(index)) == .in else { return nil }
    let isOwner = tag(place) == .place && tag(place + 1) == .possessive
    let noun = word(isOwner ? place + 2 : place + 1)
    guard noun.hasPrefix("favour") || noun.hasPrefix("favor") else { return nil }
    if isOwner { return items[place].a == reporter ? 1 : -1 }
    return word(place) == "our" ? 1 : nil
  }

  /// "it was a positive one of 6.2": the sign of a balance.
  private func signOfOne(_ index: Int) -> Int? {
    let of = before(index)
    guard preposition(of) == .of, word(before(of)) == "one" else { return nil }
    switch word(before(before(of))) {
    case "positive": return 1
    case "negative": return -1
    default: return nil
    }
  }

  /// "made up 49.6% of 538.9 billion of trade, or 267.3 billion": the share whose level follows.
  private func shareExplained(at index: Int) -> ProseFigure? {
    let mark = before(index)
    // "(57.3% of imports, 2,300 billion)"
    let isBracketed =
      tag(mark) == .comma && tag(index + 1) == .close
      && (max(low, mark - 8)..<mark).contains { tag($0) == .open }
    guard let at = places.firstIndex(of: index) else { return nil }
    if tag(mark) == .open, tag(index + 1) == .close, at > 0, figures[here[at - 1]].role == .share,
      figures[here[at - 1]].whole != nil,
      !(places[at - 1]..<mark).contains(where: { isBreak($0) || tag($0) == .comma })
    {
      // "25.2 percent of exports (22.1 billion)"
      return figures[here[at - 1]]
    }
    guard isBracketed || tag(mark) == .conjunction && items[mark].a == 2 else { return nil }
    guard let last = here[..<at].last(where: { !figures[$0].isWhole }),
      here[..<at].suffix(2).contains(last)
    else { return nil }
    return figures[last].role == .share ? figures[last] : nil
  }

  /// Trade, if the two levels before a figure are exports and imports of one scope.
  private func totalOfFlows(before index: Int) -> ProseMeasure? {
    let levels = zip(here, places).filter { number, place in
      place < index && figures[number].role == .level && figures[number].unit.isAmount
    }.map { figures[$0.0] }.filter { partNames[$0.scope.part] != ProseParts.reexports }.suffix(2)
    if levels.isEmpty {
      // "Exports were 214, imports 169. In total, 383 crossed the border."
      let flows = names.filter { $0.measure.flow == .exports || $0.measure.flow == .imports }
      guard let first = flows.first, Set(flows.map(\.measure.flow)).count == 2 else { return nil }
      return first.measure.isServices ? .servicesTrade : .trade
    }
    guard let first = levels.first, let second = levels.last, first.scope == second.scope,
      Set([first.measure.flow, second.measure.flow]) == [.exports, .imports]
    else { return nil }
    return first.measure.isServices ? .servicesTrade : .trade
  }

  /// "goods 1,620 and services 710; together 2,331", "A, with 66, and B, with 43, together took 109".
  private func isTogether(_ index: Int) -> Bool {
    guard
      (places.first ?? high) < index || hasGoodsAndServices(before: items[index].index)
        || !isTopicNamed && totalOfFlows(before: index) != nil
    else { return false }
    var place = index - 1
    while place >= low, place > index - 7, tag(place) != .figure, !isBreak(place) {
      // Far from the amount only where it stands apart: "Put together, the two were worth".
      if place <= index - 5, tag(place + 1) != .comma { break }
      if ["together", "taken together", "altogether", "in total", "in all", "combined", "jointly"]
        .contains(word(place)) || isAddingUp(place) && !isTopicNamedLast(before: place)
      {
        return true
      }
      place -= 1
    }
    return false
  }

  /// Whether goods and services have been told apart in the figures before one.
  private func hasGoodsAndServices(before number: Int) -> Bool {
    let parts = figures[max(0, number - 12)..<number].map(\.scope.part)
    return parts.contains(ProseParts.goods) && parts.contains(ProseParts.services)
  }

  /// Whether a flow or balance stands between the last figure and an item: "the surplus added up to".
  private func isTopicNamedLast(before index: Int) -> Bool {
    guard let last = places.last(where: { $0 < index }) else { return false }
    return topics.contains { $0.at > last && $0.at < index }
  }

  /// "adding up to 266.4", "making a total of 30", "a combined 12".
  private func isAddingUp(_ index: Int) -> Bool {
    switch word(index) {
    case "overall", "total", "combined", "aggregate", "whole":
      ["volume", "value", "amount", "figure", "turnover"].contains(word(index + 1))
        || word(index) == "total" && tag(index + 1) == .preposition
    case "sum", "overall total", "grand total": tag(index + 1) == .preposition
    case "adding", "add", "adds", "added", "summing", "sums": word(index + 1).hasPrefix("up")
    default: false
    }
  }

  /// "exports exceeded imports by 1.4 billion": the sign of the balance.
  private func exceedingSign(at index: Int) -> Int? {
    if let sign = signOfExcess(at: index) ?? signOfResult(at: index) { return sign }
    guard preposition(before(index)) == .by, topics.count >= 2 else { return nil }
    let (first, second) = (topics[topics.count - 2], topics[topics.count - 1])
    let isFlows = [first.topic.measure.flow, second.topic.measure.flow]
    guard isFlows == [.exports, .imports] || isFlows == [.imports, .exports] else { return nil }
    let verbs: Set<String> = [
      "exceeded", "exceed", "exceeding", "outstripped", "outweighed", "surpassed", "topped",
      "outpaced",
    ]
    let falls: Set<String> = ["short of", "trailed", "lagged", "undershot", "shy of that of"]
    let sign = isFlows[0] == .exports ? 1 : -1
    let between = first.at..<second.at
    if between.contains(where: { verbs.contains(word($0)) }) { return sign }
    return between.contains(where: { falls.contains(word($0)) }) ? -sign : nil
  }

  /// "imports were 6.2 billion higher than exports": the sign of the balance.
  private func signOfExcess(at index: Int) -> Int? {
    let verb = behind(index)
    guard tag(verb) == .change, items[verb].b == 2, preposition(verb + 1) == .than,
      let first = topics.last?.topic.measure.flow, tag(behind(verb + 1)) == .measure,
      let second = ProseMeasure(rawValue: items[behind(verb + 1)].a)?.flow,
      second == first.mirrored, second != first
    else { return nil }
    return (first == .exports) == (items[verb].a > 0) ? 1 : -1
  }

  /// Whether an amount is the level compared with: behind "from", "against", "than the".
  private func isBase(amount index: Int) -> Bool {
    if isBehindEarlierTime(index) || isInBracketOfBase(index) { return true }
    if word(before(index)) == "been", word(before(before(index))) == "had",
      word(before(before(before(index)))) == "which"
    {
      // "the surplus, which had been 146.5 billion, was"
      return true
    }
    var place = before(index)
    // "than October's 7.7 billion", "from a deficit of 7.9", "against imports of" is no base.
    var passedMeasure = false
    var passedOf = false
    var count = 0
    while count < 8, place >= low {
      count += 1
      switch tag(place) {
      case .time, .possessive, .pronoun, .whole, .timeUnit: place = before(place)
      case .place:
        place = before(place)
        if preposition(place) == .from || preposition(place) == .against,
          [.measure, .balance, .flow, .sector].contains(tag(before(place)))
        {
          return false
        }
      case .change where comparesWith(place):
        return tag(before(place)) == .figure
      case .unknown where passedOf, .basis where passedOf: place = before(place)
      case .balance:
        passedMeasure = true
        place = before(place)
      case .preposition:
        switch preposition(place) {
        case .of
        where count <= 3 && [.balance, .pronoun, .unknown, .basis].contains(tag(before(place))):
          passedOf = true
          place = before(place)
        case .from where word(place + 1) == "it" || word(place + 1) == "there": return false
        case .from, .after, .than, .against:
          return !(passedMeasure && preposition(place) == .against && false)
        case .over, .on:
          let left = before(place)
          if tag(left) == .change { return true }
          if tag(left) == .figure { return figures[items[left].index].role == .change }
          return false
        default: return false
        }
      case .conjunction where items[place].a == 1:
        // "than the 275,209.8 tons and $15.10 million of a year before"
        let left = before(place)
        guard tag(left) == .figure, figures[items[left].index].isBase,
          figures[items[left].index].unit != figures[items[index].index].unit
        else { return false }
        return true
      default: return false
      }
    }
    return false
  }

  /// "4.5 (3.2 a year earlier) and imports 8.4 (6.8)": brackets behind a bracket with the earlier
  /// level hold earlier levels.
  private func isInBracketOfBase(_ index: Int) -> Bool {
    guard tag(before(index)) == .open, tag(before(before(index))) == .figure,
      let at = places.firstIndex(of: index), at > 0
    else { return false }
    let level = figures[items[before(before(index))].index]
    guard level.unit == figures[items[index].index].unit, level.role != .change else {
      return false
    }
    return zip(here, places).contains { number, place in
      guard place < index, tag(before(place)) == .open, figures[number].unit.isAmount else {
        return false
      }
      if figures[number].isBase { return true }
      return tag(behind(place)) == .time && isBase(at: behind(place))
    }
  }

  /// "In the same quarter of 2009 the figures had been 3.07, 4.10 and 1.03": all behind the first.
  private func isListedBehindBase(_ index: Int) -> Bool {
    guard let at = places.firstIndex(of: index), at > 0 else { return false }
    let first = places[0]
    guard figures[here[0]].isBase, isBehindEarlierTime(first) else { return false }
    return !(first..<index).contains { tag($0) == .time || isBreak($0) || tag($0) == .change }
  }

  /// Whether a bracket with a signed rate follows an amount.
  private func hasOwnGrowth(_ index: Int) -> Bool {
    guard tag(index + 1) == .open, tag(index + 2) == .figure else { return false }
    let rate = figures[items[index + 2].index]
    return rate.unit == .percent && rate.printedSign != 0 && preposition(before(index)) == .against
  }

  /// "a year before it was 13.1 billion".
  private func isBehindEarlierTime(_ index: Int) -> Bool {
    var place = before(index)
    var count = 0
    while count < 6,
      [.level, .pronoun, .comma, .balance, .measure, .flow, .polarity].contains(tag(place))
        || [.of, .to, .at, .by].contains(preposition(place))
          && [.balance, .measure, .level, .polarity].contains(tag(before(place)))
    {
      place = before(place)
      count += 1
    }
    if count > 0, tag(place) == .conjunction, word(place) == "when" {
      // "more than in 2022, when it was 4.43 billion"
      var time = before(place)
      if tag(time) == .comma { time = before(time) }
      return tag(time) == .time && isBase(at: time)
    }
    let isOpening =
      isClauseStart(place)
      || tag(before(place)) == .preposition && isClauseStart(before(place))
    guard count > 0, tag(place) == .time, isOpening,
      case .relative(let relation) = times[items[place].index].form
    else { return false }
    switch relation {
    case .yearEarlier, .samePeriodLastYear, .samePeriodOf, .previousMonth, .previousQuarter:
      return true
    default: return false
    }
  }
}
