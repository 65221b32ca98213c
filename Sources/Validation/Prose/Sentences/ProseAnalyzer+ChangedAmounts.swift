/// Which amounts are changes, not levels.
extension ProseAnalyzer {
  /// Why an amount is a change; `nil` when it is not.
  func changeRule(at index: Int) -> ProseRule? {
    // "5.0 bn higher", "3.5 billion more than in 2022"
    if comparativeOfBoth(index) != nil { return .changeByComparative }
    var next = behind(index)
    while tag(next) == .comparison { next = behind(next) }
    if tag(next) == .open, tag(behind(closingBracket(next))) == .change,
      items[behind(closingBracket(next))].b == 2
    {
      return .changeByComparative
    }
    if tag(next) == .comma, tag(behind(next)) == .conjunction, items[behind(next)].a == 2 {
      next = behind(next)
    }
    if tag(next) == .change, tag(behind(next)) == .measure, word(next) == "less" {
      // "exports 17.7 less imports 15.1"
      next = high
    }
    if tag(next) == .change, items[next].a != 0 {
      let isFollowedByFigure = tag(behind(next)) == .figure
      if items[next].b == 2 || items[next].b == 4, !isFollowedByFigure {
        return .changeByComparative
      }
      if items[next].b == 3, !isFollowedByFigure, preposition(next + 1) != .from,
        preposition(next + 1) != .to || preposition(before(index)) != .from
      {
        return .changeByComparative
      }
      if items[next].b == 0, !isFollowedByFigure, hasArticle(before: index),
        [.in, .of, .on, .from].contains(preposition(next + 1))
      {
        // "a 0.7 billion fall in the deficit"
        return .changeByNoun
      }
      if items[next].b == 1, !isFollowedByFigure, tag(before(index)) != .comma {
        return .changeByComparative
      }
    }
    // "EUR 1.06 mln or 8.7% more"
    if tag(next) == .conjunction, word(next) == "or", tag(next + 1) == .figure,
      !figures[items[next + 1].index].unit.isAmount, directionIndexBehind(next + 1) != nil,
      preposition(before(index)) != .at, preposition(before(index)) != .to,
      !isReached(by: before(index))
    {
      return .changeByComparative
    }
    let previous = before(index)
    switch tag(previous) {
    case .preposition:
      if preposition(previous) == .by, tag(before(previous)) == .balance,
        word(before(previous)).hasPrefix("in ")
      {
        // "was in surplus by 3.4"
        return nil
      }
      if preposition(previous) == .by, tag(before(previous)) == .polarity { return nil }
      if preposition(previous) == .by, tag(before(previous)) != .share, tag(index + 1) != .balance {
        return .changeBy
      }
      if preposition(previous) == .of {
        let noun = before(previous)
        if tag(noun) == .change || isIncreaseIn(noun) { return .changeByNoun }
      }
      return nil
    case .change where isAddition(previous, index) || comparesWith(previous): return nil
    case .change where items[previous].a != 0:
      return items[previous].b == 1 ? .changeByNoun : .changeByVerb
    case .conjunction where items[previous].a == 2:
      if let joined = figureBefore(previous), figures[joined].role == .change {
        return .changeByVerb
      }
      let comma = before(previous)
      if tag(comma) == .comma, let joined = figureBefore(comma), figures[joined].role == .change,
        figures[joined].unit == .percent
      {
        return .changeByVerb
      }
      return nil
    case .comma
    where tag(before(previous)) == .change && preposition(before(before(previous))) == .by
      || preposition(before(previous)) == .by:
      // "by less, 1.1 billion", "by even more, 1.1 billion"
      return .changeBy
    case .level where tag(before(previous)) == .change && isNoun(before(previous)):
      return .changeByNoun
    case .measure, .balance, .sector, .place, .unknown, .comma, .conjunction, .level:
      if tag(previous) != .level, tag(previous) != .comma, reachesLevel(index) {
        return .changeByVerb
      }
      return sharesChange(at: index, previous) ? .changeByVerb : nil
    case .open:
      // "down 2.4 percent (756 million)"; "(up 9.1% or …" has its verb.
      let rate = before(previous)
      guard tag(rate) == .figure, tag(index + 1) == .close else { return nil }
      let other = figures[items[rate].index]
      return other.role == .change && other.unit == .percent && !other.isBase ? .changeByVerb : nil
    default: return nil
    }
  }

  /// "reaching 6.6 billion, or 10 percent more than in 2022": a verb that tells a level.
  private func isReached(by verb: Int) -> Bool {
    tag(verb) == .level
      && ["reach", "total", "amount", "hit", "stood", "stand"].contains { word(verb).hasPrefix($0) }
  }

  /// "14.6 percent down on the 1,031": the level compared with.
  func comparesWith(_ index: Int) -> Bool {
    tag(index) == .change && items[index].b == 2
      && (word(index).hasSuffix(" on") || word(index).hasSuffix(" of")
        || word(index).hasPrefix("off "))
  }

  /// "parts added another 98.7 billion": a level told beside others.
  func isAddition(_ verb: Int, _ index: Int) -> Bool {
    word(verb).hasPrefix("add")
      && (verb + 1..<index).contains { ["another", "further", "additional"].contains(word($0)) }
  }

  /// "an increase in the goods deficit of 2.0 billion".
  func isIncreaseIn(_ index: Int) -> Bool {
    var place = index
    var count = 0
    while count < 6,
      [.measure, .balance, .sector, .place, .possessive, .filler, .whole, .unknown].contains(
        tag(place))
    {
      place = before(place)
      count += 1
    }
    guard count > 0, preposition(place) == .in else { return false }
    let noun = before(place)
    return tag(noun) == .change && items[noun].a != 0
  }

  /// Whether a word of change is a noun: "the year-on-year gain was".
  func isNoun(_ index: Int) -> Bool {
    if items[index].b == 1 { return true }
    let previous = index - 1
    return tag(previous) == .filler && ["the", "a", "an"].contains(word(previous))
      || tag(previous) == .comparison || tag(previous) == .possessive || tag(previous) == .pronoun
  }

  /// "exports rose 1.0 (17 percent) to 7.0, and imports 1.3 (25 percent) to 6.7": behind a change
  /// the second amount of a clause without a verb is one too, as the level behind "to" shows.
  func reachesLevel(_ index: Int) -> Bool {
    guard let at = places.firstIndex(of: index), at > 0 else { return false }
    let next = closing(index)
    guard preposition(next) == .to, tag(behind(next)) == .figure,
      figures[items[behind(next)].index].unit.isAmount
    else { return false }
    return here[..<at].contains { figures[$0].role == .change && figures[$0].unit.isAmount }
  }

  /// A verb or noun of change that serves several amounts: "1.8 billion in turnover, 953 million in
  /// exports", "exports fell 2 million and imports 3 million".
  func sharesChange(at index: Int, _ previous: Int) -> Bool {
    guard let at = places.firstIndex(of: index), at > 0 else { return false }
    var other = at - 1
    while other >= 0, !figures[here[other]].unit.isAmount { other -= 1 }
    guard other >= 0, figures[here[other]].role == .change else { return false }
    let from = places[other]
    if tag(previous) == .comma || tag(previous) == .conjunction {
      // Parallel only if the figure has the same words behind it.
      let first = preposition(from + 1) ?? preposition(closing(from))
      let second = preposition(index + 1) ?? preposition(closing(index))
      return first != nil && first == second
    }
    if tag(previous) == .level || hasOwnChange(behind: index) { return false }
    for place in from + 1..<index {
      switch tag(place) {
      case .level, .change, .preposition, .semicolon, .flow: return false
      default: break
      }
    }
    return tag(previous) == .measure || tag(previous) == .balance || tag(previous) == .sector
  }

  /// "and imports 316.9, down 6.1": a level with its own change behind it.
  func hasOwnChange(behind index: Int) -> Bool {
    let comma = behind(index)
    guard tag(comma) == .comma else { return false }
    let verb = behind(comma)
    guard tag(verb) == .change, items[verb].a != 0 else { return false }
    let next = preposition(behind(verb)) == .by ? behind(behind(verb)) : behind(verb)
    return tag(next) == .figure
  }

  func closing(_ index: Int) -> Int {
    guard tag(index + 1) == .open else { return index + 1 }
    var place = index + 2
    while place < high, place < index + 7, items[place].tag != .close { place += 1 }
    return place + 1
  }
}
