/// What a percentage is of, and whether it is a share at all.
extension ProseAnalyzer {
  /// "of which" and the like begin a part, not a whole.
  func isOfPart(_ index: Int) -> Bool { items[index].tag != .preposition }

  /// Whether a rate has a word of change directly at its side.
  func hasChangeBeside(_ index: Int) -> Bool {
    let next = behind(index)
    if tag(next) == .change, items[next].b != 3 { return true }
    let previous = before(index)
    if tag(previous) == .change { return true }
    return preposition(previous) == .by
  }

  /// What the percentage is of: "of total exports", "of the whole", "of their GDP".
  func wholeBehind(_ index: Int) -> ProseTopic? {
    var place = behind(index)
    while tag(place) == .time { place += 1 }
    // "(56%) of unadjusted exports", "34.7% and 40.9% of total exports"
    if tag(place) == .close, tag(before(index)) == .open { place = behind(place) }
    if tag(place) == .conjunction, items[place].a == 1, tag(behind(place)) == .figure,
      figures[items[behind(place)].index].unit == .percent,
      preposition(behind(behind(place))) == .of
    {
      return wholeBehind(behind(place))
    }
    if tag(place) == .ofWhich, ["of that", "of this", "of these", "of them"].contains(word(place)),
      lastTopic.measure != .none, [.dash, .open, .comma, .stop, .level].contains(tag(place + 1))
    {
      // "66 percent of that - 170 million - was"
      return isTopicNamedBefore(index) ? topic : lastTopic
    }
    if tag(place) == .share, items[place].a == 0 {
      return ProseTopic(measure: .none, scope: topic.scope, balanceSign: 0)
    }
    guard preposition(place) == .of || preposition(place) == .in && tag(behind(place)) == .whole
    else {
      return nil
    }
    place += 1
    var found = ProseTopic(measure: .none, scope: mainTopic.scope, balanceSign: 0)
    var hasWhole = false
    var sellers: [String] = []
    let start = place + 1
    let limit = place + 9
    while place < high, place < limit {
      switch tag(place) {
      case .whole: hasWhole = true
      case .basis: found.scope.basis = items[place].a == 1 ? 0 : items[place].a
      case .pronoun where isAlone(place) && lastTopic.measure != .none:
        // "Oil accounted for 25.0 or 26 percent of these": what was spoken of last.
        return isTopicNamedBefore(index) ? topic : lastTopic
      case .filler where isSumWord(place) && place > start:
        // "19 % of the African sum"
        hasWhole = true
      case .filler, .possessive, .time, .hyphen, .pronoun, .sector: break
      case .ordinal where word(place) == "last": return nil
      case .place:
        let value = items[place].a
        if isGroupOfPartners(value) {
          found.scope.partner = value
        } else if value != reporter {
          found.scope.reporter = value
        } else {
          found.scope.partner = -1
        }
      case .preposition
      where preposition(place) == .of && tag(place - 1) == .pronoun
        && word(place - 1).hasPrefix("the "):
        // "17 % of the value of imports"
        break
      case .former: return topicOfFormer(place)
      case .reverse where items[place].a == 2: return nil
      case .measure, .balance:
        found.measure = ProseMeasure(rawValue: items[place].a) ?? .none
        if word(place, has: "inward") { found.scope.part = parts.known("inward") }
        if word(place, has: "outward") { found.scope.part = parts.known("outward") }
        if items[place].tag == .balance {
          found.measure = .balance
          found.balanceSign = Int(items[place].a)
        }
        if hasWhole { found.scope.part = mainTopic.scope.part }
        return found
      case .counted:
        guard tag(place + 1) == .possessive else { return nil }
      case .figure where figures[items[place].index].unit.isAmount:
        // "15.7 percent of its 32.33 trillion of foreign trade": the whole with its amount.
        hasWhole = true
        found.scope = wholeScope(of: topic.scope)
        if [.of, .in].contains(preposition(place + 1)) { place += 1 }
      case .unknown, .negation:
        if let part = partNamed(at: place) {
          found.measure = measured.measure
          found.scope.part = part
          return found
        }
        if let verb = verbOfWhole(behind: place) {
          let words = (place..<verb).filter { tag($0) == .unknown }.map { word($0) }
          sellers = words.filter { !["what", "everything", "anything"].contains($0) }
          place = verb - 1
          break
        }
        if place + 1 < limit, isNounBefore(measureWithin: 3, place) { break }
        return nil
      case .comparison: break
      case .flow where (1...3).contains(items[place].a):
        // "of all goods exported"; "of what the mines sold abroad" is of a part.
        found.measure = ProseMeasure(rawValue: items[place].a) ?? .none
        if !sellers.isEmpty { found.scope.part = parts.known(sellers.joined(separator: " ")) }
        return found
      default: return hasWhole ? found : nil
      }
      place += 1
    }
    return hasWhole ? found : nil
  }

  /// "what the mines sold", "everything shipped": the verb that says the whole.
  private func verbOfWhole(behind index: Int) -> Int? {
    var place = index + 1
    while place < high, place < index + 6 {
      switch tag(place) {
      case .flow: return (1...3).contains(items[place].a) ? place : nil
      case .unknown, .filler, .place, .pronoun, .whole, .level, .possessive, .sector: place += 1
      default: return nil
      }
    }
    return nil
  }

  /// "figure", "sum" and the like behind words that say which.
  private func isSumWord(_ index: Int) -> Bool {
    tag(index) == .filler && ["figure", "sum", "amount", "value"].contains(word(index))
  }

  /// Whether "these" or the like ends its clause.
  private func isAlone(_ index: Int) -> Bool {
    guard ["these", "those", "this", "that", "it", "them"].contains(word(index)) else {
      return false
    }
    if word(index) == "it" || word(index) == "them" { return true }
    switch tag(index + 1) {
    case nil, .stop, .comma, .semicolon, .close, .open, .dash: return true
    default: return false
    }
  }

  /// Whether the sentence has named a flow or balance before an item.
  private func isTopicNamedBefore(_ index: Int) -> Bool {
    (low..<index).contains { tag($0) == .measure || tag($0) == .balance || tag($0) == .flow }
  }

  /// The scope of which another is a part: that of the text, or all partners or products.
  func wholeScope(of part: ProseScope) -> ProseScope {
    var whole = mainTopic.scope
    if whole.partner == part.partner, whole.part == part.part {
      if part.partner >= 0 { whole.partner = -1 } else { whole.part = 0 }
    }
    return whole
  }

  /// "30 percent of the watches" behind "watch exports": the part of trade that is spoken of.
  private func partNamed(at index: Int) -> Int32? {
    func stem(_ word: some StringProtocol) -> String {
      String(
        word.hasSuffix("es") ? word.dropLast(2) : word.hasSuffix("s") ? word.dropLast() : word[...])
    }
    let wanted = stem(word(index))
    guard wanted.utf8.count > 3 else { return nil }
    let known = [measured.scope.part] + here.suffix(8).map { figures[$0].scope.part }.reversed()
    return known.first { part in
      (partNames[part] ?? "").split(separator: " ").contains { stem($0) == wanted }
    }
  }

  private func isNounBefore(measureWithin limit: Int, _ index: Int) -> Bool {
    for place in index + 1...index + limit {
      if tag(place) == .measure || tag(place) == .balance || tag(place) == .whole { return true }
      if isSumWord(place) { return true }
      guard
        tag(place) == .unknown || tag(place) == .possessive || tag(place) == .filler
          || tag(place) == .hyphen || tag(place) == .time
      else { return false }
    }
    return false
  }

  func topicOfFormer(_ index: Int) -> ProseTopic? {
    guard pair.count >= 2 else { return nil }
    return items[index].a == 1 ? pair[0] : pair[1]
  }

  /// The measure and the whole of a share.
  mutating func applyWhole(_ whole: ProseTopic, to number: Int) {
    var measure = whole.measure
    if measure == .none { measure = figures[number].measure }
    if measure == .other {
      figures[number].whole = ProseWhole(measure: .other, scope: whole.scope)
      return
    }
    if topic.measure.isServices || mainTopic.measure.isServices, measure.rawValue <= 3 {
      measure = measure.ofServices
    }
    var scope = whole.scope
    if whole.measure == .none { scope = mainTopic.scope }
    if scope.basis == 0 { scope.basis = figures[number].scope.basis }
    if measure.isServices, scope.part == 0 { scope.part = ProseParts.services }
    figures[number].whole = ProseWhole(measure: measure, scope: scope)
    let part = figures[number].measure
    // Imports may be a part of trade; a product's trade is measured as its whole is.
    let isFlowOfTrade =
      (measure == .trade || measure == .servicesTrade)
      && (part.flow == .exports || part.flow == .imports) && isTopicNamed
      && figures[number].scope.part == scope.part && figures[number].scope.partner == scope.partner
    if part.isBalance, !measure.isBalance, whole.measure != .none {
      // "a deficit of 23.3, or 7 % of imports": the size of the balance.
      figures[number].measure = part
      return
    }
    if !isFlowOfTrade {
      figures[number].measure = measure
      fillLevels(with: measure, before: number)
    }
    figures[number].isDropped = measure == .none
    if scope.basis == 2, let at = here.firstIndex(of: number), at > 0,
      figures[here[at - 1]].scope == figures[number].scope
    {
      figures[here[at - 1]].scope.basis = scope.basis
      figures[number].scope.basis = scope.basis
    }
  }

  /// The level of a part beside its share is measured as the whole is: "computer services, at
  /// 39 billion, accounted for 42 per cent of exports".
  private mutating func fillLevels(with measure: ProseMeasure, before number: Int) {
    guard let at = here.firstIndex(of: number), at > 0, tag(before(places[at - 1])) != .open else {
      return
    }
    let previous = here[at - 1]
    guard figures[previous].scope == figures[number].scope, figures[previous].role == .level,
      figures[previous].rules.contains(.inheritedTopic) || figures[previous].scope.part > 2
        || figures[previous].measure == .servicesTrade && measure == .servicesExports
        || figures[previous].measure == .servicesTrade && measure == .servicesImports
    else { return }
    let old = figures[previous].measure
    guard old != measure, !old.isBalance else { return }
    for each in here[..<at]
    where figures[each].scope == figures[number].scope && figures[each].measure == old {
      figures[each].measure = measure
    }
    topic.measure = measure
  }

  func isShareBySaying(_ index: Int) -> Bool {
    let next = behind(index)
    if tag(next) == .change { return false }
    if figures[items[index].index].printedSign != 0 { return false }
    var place = index - 1
    var hasChange = false
    while place >= low {
      switch tag(place) {
      case .preposition
      where preposition(place) == .of && isClauseStart(place) && !hasChange && place + 7 > index
        && place != before(index) && !isOfPart(place):
        return true
      case .ofWhich where !hasChange && index - place <= 3: return true
      case .flow where items[place].b == 1 && before(index) == place && !hasChange: return true
      case .share:
        // "its share gaining 0.6 points to 27 percent" and "share of exports went down from".
        let previous = preposition(before(index))
        if hasChange {
          return previous == .to || previous == .from || previous == .at
            || items[place].a == 0 && previous != .by && tag(before(index)) != .change
        }
        return true
      case .change: hasChange = true
      case .figure:
        let other = items[place].index
        if figures[other].role == .share, figures[other].unit == .percent {
          return !hasChange || preposition(before(index)) == .to
        }
        if figures[other].unit == .points || figures[other].unit.isAmount { break }
        return false
      case .semicolon, .stop: return false
      default: break
      }
      place -= 1
    }
    return false
  }

  /// "its share in the total was": the whole is that of the text.
  func isShareInTotal(_ index: Int) -> Bool {
    var place = index - 1
    while place >= low, place > index - 9, tag(place) != .figure {
      if tag(place) == .share, items[place].a == 0, [.in, .of].contains(preposition(place + 1)) {
        let next = behind(place + 1)
        return word(next) == "total" && tag(behind(next)) != .measure
          && tag(behind(next)) != .unknown && preposition(behind(next)) != .of
      }
      place -= 1
    }
    return false
  }

  private static let verbsOfArrival: Set<String> = [
    "headed", "crossed", "flowed", "destined", "bound", "arrived", "travelled",
  ]

  /// "nearly 89 % went to the United States", "30 % of it crossed into Mexico": with whom the part is.
  func partnerReached(behind index: Int) -> Int16? {
    guard figures[items[index].index].printedSign == 0, tag(before(index)) != .change else {
      return nil
    }
    var place = behind(index)
    if tag(place) == .conjunction, items[place].a == 2, tag(behind(place)) == .figure {
      // "7.5% or 119 billion went to China"
      place = behind(behind(place))
    } else if tag(place) == .open, tag(place + 1) == .figure, tag(closingBracket(place)) == .close {
      place = behind(closingBracket(place))
    }
    if preposition(place) == .of, tag(behind(place)) == .pronoun || tag(behind(place)) == .whole {
      place = behind(behind(place))
    }
    var hasVerb = (index..<place).contains { Self.verbsOfArrival.contains(word($0)) }
    let limit = place + 4
    while place < high, place < limit {
      switch tag(place) {
      case .level, .flow: hasVerb = true
      case .unknown where Self.verbsOfArrival.contains(word(place)): hasVerb = true
      case .preposition where [.to, .into, .from].contains(preposition(place)):
        let target = behind(place)
        return hasVerb && tag(target) == .place && items[target].a != reporter
          ? items[target].a : nil
      default: return nil
      }
      place = behind(place)
    }
    return nil
  }

  /// "the share of the EAEU in turnover was", "Germany's share": whose part it is.
  func partnerOfShare(_ index: Int) -> Int16? {
    var place = index - 1
    while place >= low, place > index - 12 {
      if tag(place) == .share, items[place].a == 0 {
        var at = behind(place + 1)
        if preposition(place + 1) != .of {
          guard tag(place - 1) == .possessive else { return nil }
          at = place - 2
        }
        guard tag(at) == .place, items[at].a != reporter else { return nil }
        return items[at].a
      }
      if tag(place) == .figure || isBreak(place) { return nil }
      place -= 1
    }
    return nil
  }

  /// "22.3 % of the total, up from 21.2 % in 2022": the share of the earlier time.
  func isEarlierShare(_ index: Int) -> Bool {
    guard [.from, .against, .after, .than].contains(basePreposition(index)),
      let at = places.firstIndex(of: index), at > 0, index - places[at - 1] <= 12,
      !(places[at - 1]..<index).contains(where: { isBreak($0) }),
      topics.count(where: { $0.at > places[at - 1] && $0.at < index })
        <= (preposition(behind(places[at - 1])) == .of ? 1 : 0)
    else { return false }
    let previous = figures[here[at - 1]]
    return previous.role == .share && previous.unit == .percent && !previous.isDropped
  }

  mutating func copyShare(to number: Int, at index: Int) {
    guard let at = places.firstIndex(of: index), at > 0 else { return }
    let previous = figures[here[at - 1]]
    figures[number].measure = previous.measure
    figures[number].scope = previous.scope
    figures[number].whole = previous.whole
    figures[number].balanceSign = previous.balanceSign
  }

  /// The item of the level before a bracket, "or" or dash: "2.7 billion of it, or 22 per cent", "1.9
  /// billion worth (15%)".
  private func levelPlace(before index: Int) -> Int {
    var place = before(index)
    if tag(place) == .comma { place = before(place) }
    if tag(place) == .pronoun, preposition(before(place)) == .of { place = before(before(place)) }
    if tag(place) == .level, word(place) == "worth" { place = before(place) }
    return place
  }

  /// "324,000 tons, a share of 98 percent": the level before is a weight, so is what it is a share of.
  mutating func weighShare(_ number: Int) {
    guard let at = here.firstIndex(of: number), at > 0 else { return }
    let level = figures[here[at - 1]]
    guard level.unit == .tonnes, level.role == .level,
      level.scope.part == figures[number].scope.part,
      level.scope.partner == figures[number].scope.partner
    else { return }
    figures[number].scope.basis = 5
  }

  func isShareInBrackets(_ index: Int) -> Bool {
    let number = items[index].index
    guard figures[number].printedSign == 0 else { return false }
    let opening = before(index)
    var place = opening
    let isOr = tag(place) == .conjunction && items[place].a == 2
    // "(661 billion; 17.1 per cent)"
    let isListed =
      (tag(place) == .semicolon || tag(place) == .comma) && tag(index + 1) == .close
      && tag(before(before(place))) == .open
    guard tag(place) == .open || isOr || isListed else { return false }
    place = levelPlace(before: place)
    guard tag(place) == .figure else { return false }
    let level = figures[items[place].index]
    guard level.unit.isAmount, level.role == .level, !level.isBase else { return false }
    let next = behind(index)
    if tag(next) == .change || tag(next) == .comparison || tag(next) == .time { return false }
    if preposition(next) == .on || preposition(next) == .than || preposition(next) == .over {
      return false
    }
    if isOr { return true }
    if let at = here.firstIndex(of: number) {
      for other in here[..<at].reversed() where figures[other].unit == .percent {
        return figures[other].role == .share
      }
    }
    return level.scope.part > 2 || level.scope.partner != mainTopic.scope.partner
  }

  /// "hosted 347 billion of it, 26.5 percent": no word of change in the clause, and a part beside.
  func isShareBehindLevel(_ index: Int) -> Bool {
    guard figures[items[index].index].printedSign == 0, tag(before(index)) == .comma else {
      return false
    }
    switch tag(behind(index)) {
    case nil, .stop, .semicolon, .comma, .conjunction: break
    default: return false
    }
    var place = before(before(index))
    if tag(place) == .pronoun, preposition(before(place)) == .of { place = before(before(place)) }
    guard tag(place) == .figure else { return false }
    let level = figures[items[place].index]
    guard level.unit.isMoney, level.role == .level, !level.isBase,
      level.scope.part > 2 || level.scope.partner != mainTopic.scope.partner
    else { return false }
    var at = index
    while at > low, !isBreak(at), tag(at) != .semicolon {
      if tag(at) == .change { return false }
      at -= 1
    }
    return directionIndexBehind(index) == nil
  }
}
