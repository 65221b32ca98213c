extension ProseAnalyzer {
  /// "2.8 trillion yen of mineral fuels": the product of the level before.
  mutating func readContents(at index: Int) {
    guard preposition(index) == .of, tag(index - 1) == .figure else { return }
    let number = items[index - 1].index
    guard figures[number].unit.isAmount, figures[number].role == .level,
      figures[number].scope.part == mainTopic.scope.part || figures[number].scope.part == 0
    else { return }
    var words: [String] = []
    var place = index + 1
    while place < high, place < index + 5 {
      guard
        tag(place) == .unknown || tag(place) == .place && items[place].b == 1
          || tag(place) == .filler
      else { break }
      if tag(place) == .unknown {
        if Self.stopWords.contains(word(place)) || tokens[items[place].first].isCapital { break }
        words.append(word(place))
      }
      place += 1
    }
    // "of imported goods", "of total trade" name no product.
    guard tag(place) != .measure, tag(place) != .sector, tag(place) != .balance else { return }
    let filtered = words.filter { !Self.neutralWords.contains($0) }
    guard !filtered.isEmpty else { return }
    figures[number].scope.part = knownPart(filtered)
    topic.scope.part = figures[number].scope.part
  }

  /// "Of these, 2.6 billion were goods": parts of the one thing that the sentence before told.
  mutating func readOfThese(at index: Int) {
    isPart = true
    guard index == low, names.count == 1, lastTopic.measure.isFlowOfTrade else { return }
    topic.measure = lastTopic.measure
    topic.balanceSign = 0
  }

  /// A product, a kind of firms, an unknown country: words the lexicon does not hold, as subject.
  mutating func readSubject(at index: Int) -> Int {
    if isInAside(index) { return index + 1 }
    guard
      isClauseStart(index) || isAfterOfWhich(index) || isBehindOpeningTime(index)
        || isBehindOwner(index)
    else {
      if items[index].a != 0, tag(index) != .negation { _ = readAgent(at: index) }
      return index + 1
    }
    if tag(index) == .negation { return readExclusion(at: index) }
    var words: [String] = []
    var place = index
    var hasCapital = false
    while place < high, place < index + 9 {
      switch tag(place) {
      case .unknown where items[place].a != 0 && readAgent(at: place),
        .counted where items[place].a != 0 && readAgent(at: place):
        return place + 1
      case .unknown:
        let text = word(place)
        if Self.stopWords.contains(text) { return place + 1 }
        hasCapital = hasCapital || tokens[items[place].first].isCapital
        words.append(text)
      case .counted, .sector, .negation: words.append(word(place))
      case .hyphen, .filler: break
      case .conjunction where items[place].a == 1 && tag(place + 1) == .unknown && !words.isEmpty:
        break
      case .place where items[place].b == 1 || tag(place + 1) == .unknown: break
      case .open
      where !words.isEmpty && closingBracket(place) > place
        && !(place..<closingBracket(place)).contains(where: { tag($0) == .figure }):
        // "Foreign-invested firms (crude oil included) earned"
        place = closingBracket(place)
      default:
        return finishSubject(words, from: index, to: place)
      }
      place += 1
    }
    return place
  }

  /// "exports, led by grain and oil, grew", "imports, mostly crude, jumped": words between commas behind
  /// a measure that tell what it is made up of, no other topic.
  private func isInAside(_ index: Int) -> Bool {
    let openers: Set<String> = [
      "led", "driven", "headed", "dominated", "mostly", "mainly", "chiefly", "largely", "primarily",
      "notably", "especially", "particularly", "predominantly",
    ]
    guard
      let comma = (max(low, index - 9)..<index).last(where: { tag($0) == .comma }),
      openers.contains(word(comma + 1)),
      let close = (index..<min(high, index + 9)).first(where: {
        tag($0) == .comma || tag($0) == .figure || isBreak($0)
      }),
      tag(close) == .comma, [.level, .change, .figure].contains(tag(behind(close)))
    else { return false }
    return topics.contains { $0.at < comma && comma - $0.at <= 4 }
  }

  /// "China was the largest buyer, with 5.2 billion", "the main suppliers were Poland (3.1 billion)
  /// and": the flow of those that places are called, where the sentence names none but "the
  /// destination of 29 billion and the origin of 40 billion".
  private mutating func readAgent(at index: Int) -> Bool {
    let isOtherRole =
      isAgentNamed && preposition(index + 1) == .of && tag(behind(index + 1)) == .figure
    guard !isTopicNamed && !isAgentNamed || isOtherRole,
      measured.measure.isFlowOfTrade || measured.measure.isBalance,
      let flow = ProseMeasure(rawValue: items[index].a), hasFigure(after: index, within: 12),
      subject >= 0 && subject != reporter || isCalled(behind: index)
    else { return false }
    isAgentNamed = true
    var new = topic
    new.measure = measured.measure.isServices ? flow.ofServices : flow
    new.balanceSign = 0
    if subject >= 0, subject != reporter { new.scope.partner = subject }
    begin(new, at: index)
    pendingRule = .partnersFlow
    return true
  }

  /// Whether a place that is not the reporter follows "the main suppliers" before any figure.
  private func isCalled(behind index: Int) -> Bool {
    var place = index + 1
    while place < high, place < index + 8, tag(place) != .figure,
      !isBreak(place) || tag(place) == .colon
    {
      if tag(place) == .place { return items[place].a != reporter }
      if tag(place) == .measure || tag(place) == .balance { return false }
      place += 1
    }
    return false
  }

  /// "Excluding energy, …", "leaving out fuels it was": a part for the rest of the sentence.
  private mutating func readExclusion(at index: Int) -> Int {
    var words = ["non"]
    var place = index + 1
    while place < high, place < index + 7 {
      switch tag(place) {
      case .unknown, .counted, .sector: words.append(word(place))
      case .filler, .hyphen, .conjunction: break
      default:
        let isTopic = [.balance, .measure].contains(tag(place)) && tag(place - 1) == .filler
        guard words.count > 1, tag(place) == .comma || tag(place) == .pronoun || isTopic else {
          return index + 1
        }
        topic.scope.part = knownPart(words)
        return place
      }
      place += 1
    }
    return index + 1
  }

  /// "Between January and June 2023 foreign-invested firms": an opening time without a comma.
  private func isBehindOpeningTime(_ index: Int) -> Bool {
    guard tag(index - 1) == .time, index - low < 5 else { return false }
    return (low..<index).allSatisfy {
      tag($0) == .time || tag($0) == .preposition || tag($0) == .filler
    }
  }

  /// "Kenya's tea", "Kenyan tea": a part of what the place that opens the clause trades.
  private func isBehindOwner(_ index: Int) -> Bool {
    let place = tag(index - 1) == .possessive ? index - 2 : index - 1
    guard tag(place) == .place, isClauseStart(place) else { return false }
    return items[place].a == reporter && (place < index - 1 || items[place].b == 1)
  }

  private func isAfterOfWhich(_ index: Int) -> Bool { tag(before(index)) == .ofWhich }

  private mutating func finishSubject(_ words: [String], from start: Int, to place: Int) -> Int {
    let isOwner =
      (tag(place) == .balance || tag(place) == .measure && items[place].a < 20)
      && ["a", "an"].contains(word(place - 1)) && words.last == "sector"
    guard !words.isEmpty, isOwner || speaks(at: place) else { return max(place, start + 1) }
    let filtered = words.filter { !Self.neutralWords.contains($0) }
    guard !filtered.isEmpty, !isParticiple(filtered) else { return max(place, start + 1) }
    if tag(place) == .flow, !word(place).hasPrefix("earn"), areTraders(filtered) {
      // "Mexican processors sourced", "growers sold": who trades, not what.
      return max(place, start + 1)
    }
    if filtered == ["net"], tag(place) == .figure {
      var net = measured
      (net.measure, net.balanceSign) = (.balance, 0)
      begin(net, at: start)
      return max(place, start + 1)
    }
    if tag(place) == .flow, items[place].b == 0, !word(place).hasPrefix("earn"),
      areNames(from: start, to: place), isHost(filtered)
    {
      // "Bavaria exported": whose figures these are.
      return max(place, start + 1)
    }
    var new = measured
    if new.measure.isBalance || new.measure == .coverage || new.measure == .none {
      new.measure = pair.first?.measure ?? mainTopic.measure
      if let flow = topics.first(where: {
        !$0.topic.measure.isBalance && $0.topic.measure != .coverage
      }) {
        new.measure = flow.topic.measure
      }
      if measured.measure.isBalance, tag(place) == .figure || words.contains("sector") {
        new = measured
      }
    }
    isMeasureGuessed = !isTopicNamed && lastTopic.measure != new.measure
    new.scope.part = knownPart(filtered)
    if tag(place) == .flow, word(place).hasPrefix("export") || word(place).hasPrefix("import"),
      areNames(from: start, to: place), !hasMainTopic
    {
      // "Texas exported" in a text of the United States: what follows is of Texas.
      regionPart = new.scope.part
    }
    subjectParts.insert(new.scope.part)
    new.scope.reporter = reporter
    begin(new, at: start)
    return max(place, start + 1)
  }

  /// Whether the last of some words names people or firms.
  private func areTraders(_ words: [String]) -> Bool {
    guard let last = words.last, !["buyers", "suppliers", "customers", "sellers"].contains(last)
    else { return false }
    return ["ers", "ors", "men", "firms", "companies", "houses", "traders", "makers"].contains {
      last.hasSuffix($0)
    }
  }

  private func areNames(from start: Int, to end: Int) -> Bool {
    (start..<end).allSatisfy { tag($0) != .unknown || tokens[items[$0].first].isCapital }
  }

  /// "registering a decline of", "boosted by": a lone participle is no subject.
  private func isParticiple(_ words: [String]) -> Bool {
    guard words.count == 1, let word = words.first else { return false }
    let products: Set<String> = [
      "manufacturing", "engineering", "mining", "fishing", "clothing", "processing", "seed", "feed",
      "printing", "shipbuilding", "packaging", "farming", "seasoning", "bedding",
    ]
    return (word.hasSuffix("ing") || word.hasSuffix("ed")) && !products.contains(word)
  }

  /// Whether a figure is said of the words before an item.
  private func speaks(at index: Int) -> Bool {
    var place = index
    switch tag(place) {
    case .change, .level, .share, .figure, .flow: break
    case .preposition where preposition(place) == .for: return tag(behind(place)) == .figure
    case .colon: return tag(behind(place)) == .figure
    case .open: return tag(place + 1) == .figure || tag(place + 1) == .change
    case .comma:
      place = behind(place)
      // "the foreign-invested sector, crude oil included, running a deficit"
      var aside = place
      while aside < place + 4, tag(aside) == .unknown { aside += 1 }
      if aside > place, tag(aside) == .comma, tag(behind(aside)) == .level { return true }
      guard
        tag(place) == .change || preposition(place) == .at || preposition(place) == .with
          || tag(place) == .level || tag(place) == .figure || preposition(place) == .after
      else { return false }
    default: return false
    }
    var ahead = place
    while ahead < high, ahead < place + 7 {
      switch tag(ahead) {
      case .figure: return true
      case .measure, .balance, .semicolon, .stop: return false
      case .comma where ahead > place: return false
      default: ahead += 1
      }
    }
    return false
  }
}
