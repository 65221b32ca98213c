extension ProseAnalyzer {
  /// Gives a change its sign: the printed one, a word behind it, a word before, a shared verb.
  mutating func setDirection(_ number: Int, at index: Int) {
    if figures[number].printedSign != 0 {
      figures[number].sign = figures[number].printedSign
      figures[number].rules.append(.signPrinted)
      return
    }
    if word(behind(index)) == "off", figures[number].unit == .percent {
      // "8.5 percent off the record 485.7 billion"
      set(number, -1, isJudging: false, .signBehind)
      return
    }
    let next = directionIndexBehind(index)
    if let next {
      set(number, Int(items[next].a), isJudging: items[next].b == 4, .signBehind)
      return
    }
    var place = index - 1
    while place >= low {
      let tag = items[place].tag
      if tag == .change, items[place].a != 0, !isDegree(place),
        !(items[place].b == 2 && preposition(before(place)) == .by)
      {
        set(number, Int(items[place].a), isJudging: items[place].b == 4, .signBefore)
        return
      }
      if tag == .figure || tag == .open || tag == .semicolon || tag == .stop { break }
      if tag == .close { break }
      place -= 1
    }
    let previous = before(index)
    let isJoined =
      tag(previous) == .open || (tag(previous) == .conjunction && items[previous].a != 3)
      || tag(previous) == .comma
    if isJoined, let joined = figureBefore(previous), figures[joined].role == .change {
      figures[number].sign = figures[joined].sign
      figures[number].rules.append(.signShared)
      return
    }
    figures[number].isSignGuessed = verbSign == 0 || hasUnknownVerb(before: index)
    if verbSign != 0 {
      set(number, verbSign, isJudging: verbIsJudging, .signShared)
    } else {
      figures[number].sign = 1
    }
  }

  /// Whether the clause of a rate has a word that is not known, which may tell its own direction.
  private func hasUnknownVerb(before index: Int) -> Bool {
    var place = index - 1
    while place >= low, !isClauseStart(place + 1) {
      if tag(place) == .unknown, !Self.stopWords.contains(word(place)) { return true }
      place -= 1
    }
    return false
  }

  /// "grew less strongly": how much, not where to.
  func isDegree(_ index: Int) -> Bool {
    guard items[index].b == 2, tag(index - 1) == .change, items[index - 1].b == 0 else {
      return false
    }
    return tag(index + 1) == .filler || tag(index + 1) == .unknown
  }

  /// The word of direction directly behind a figure, a comparison between them passed over.
  func directionIndexBehind(_ index: Int) -> Int? {
    var place = behind(index)
    while tag(place) == .comparison || tag(place) == .basis { place = behind(place) }
    if tag(place) == .open || tag(place) == .close { place = behind(closingBracket(place)) }
    if let shared = comparativeOfBoth(index) { return shared }
    if tag(place) == .conjunction, items[place].a == 1, tag(place + 1) == .figure,
      tag(index + 1) == .conjunction,
      !figures[items[place + 1].index].unit.isAmount, !figures[items[index].index].unit.isAmount
    {
      return directionIndexBehind(place + 1)
    }
    if let shared = directionShared(behind: place, verb: before(index)) { return shared }
    if tag(place) == .conjunction, items[place].a == 2, tag(behind(place)) == .figure {
      return directionIndexBehind(behind(place))
    }
    guard tag(place) == .change, items[place].a != 0 else { return nil }
    if tag(before(place)) == .close, items[place].b != 2 { return nil }
    if items[place].b == 0, place < high, !hasArticle(before: index) {
      // A verb behind a figure begins something else, but "a 27.7 percent surge" is a noun.
      return nil
    }
    return place
  }

  /// "57.4 billion, or 28 percent, lower than", "28.8 per cent, or 67.4 billion, less than": the comparative of
  /// an amount and its rate.
  func comparativeOfBoth(_ index: Int) -> Int? {
    var place = behind(index)
    if tag(before(index)) != .conjunction || items[before(index)].a != 2 {
      guard tag(place) == .comma, tag(behind(place)) == .conjunction, items[behind(place)].a == 2,
        tag(behind(behind(place))) == .figure
      else { return nil }
      place = behind(behind(behind(place)))
    }
    guard tag(place) == .comma, tag(behind(place)) == .change, items[behind(place)].b == 2,
      preposition(behind(behind(place))) == .than
    else { return nil }
    return behind(place)
  }

  /// "imports were 10.4% and exports 3.9% lower": the comparative behind the second.
  private func directionShared(behind conjunction: Int, verb: Int) -> Int? {
    guard tag(conjunction) == .conjunction, items[conjunction].a == 1, tag(verb) == .level else {
      return nil
    }
    let measure = behind(conjunction)
    let second = behind(measure)
    guard tag(measure) == .measure, tag(second) == .figure,
      !figures[items[second].index].unit.isAmount, let shared = directionIndexBehind(second),
      items[shared].b == 2
    else { return nil }
    return shared
  }

  /// The closing bracket of a short bracket that opens at an item, or the item itself.
  func closingBracket(_ index: Int) -> Int {
    var place = index
    while place < high, place < index + 7 {
      if items[place].tag == .close { return place }
      place += 1
    }
    return index
  }

  func hasArticle(before index: Int) -> Bool {
    var place = index - 1
    while place >= low, place > index - 5 {
      switch tag(place) {
      case .filler:
        let text = word(place)
        if text == "a" || text == "the" || text == "another" || text == "an"
          || text.hasSuffix("sharp") || text == "strong"
        {
          return true
        }
      case .hedge, .possessive, .time: break
      case .pronoun: return true
      case .preposition:
        return preposition(place) == .of || preposition(place) == .than
          || preposition(place) == .with || preposition(place) == .after
      default: return false
      }
      if tag(place) == .time || tag(place) == .possessive { return true }
      place -= 1
    }
    return false
  }

  /// The sign of the balance that a change is told of: "in surplus by 9.1 after a deficit of 13.9,
  /// improved by 23.0" is of the surplus.
  private func signOfBalance(_ number: Int) -> Int {
    let told = here.last {
      $0 < number && figures[$0].role == .balance && !figures[$0].isBase
        && figures[$0].scope == figures[number].scope
    }
    return told.map { figures[$0].sign } ?? figures[number].balanceSign
  }

  private mutating func set(_ number: Int, _ sign: Int, isJudging: Bool, _ rule: ProseRule) {
    let flips = isJudging && figures[number].measure.isBalance && signOfBalance(number) < 0
    figures[number].sign = flips ? -sign : sign
    figures[number].isJudged = isJudging
    figures[number].rules.append(rule)
  }
}
