extension ProseAnalyzer {
  /// What the words around a measure say of it.
  private struct Surroundings {
    var words: [String] = []
    var sector: Int16 = 0
    var isWhole = false
    var isEverything = false
    /// The item of the measure.
    var index = 0
    var owner: Int16 = -1
    var partner: Int16 = -1
    /// Whether goods come from the partner: 1 to, -1 from, 0 not said.
    var direction = 0
    /// The item after the last that belongs to it.
    var end = 0
    /// The first item that belongs to it.
    var start = 0
    var basis: Int16 = 0
    /// The item after a noun that only completes the measure: "deficit in goods trade".
    var skip = 0
  }

  /// A flow, a stock or a balance: the new topic, or what the figure before it measures.
  mutating func readMeasure(at index: Int) -> Int {
    let item = items[index]
    let measure: ProseMeasure
    var sign = 0
    if item.tag == .balance {
      (measure, sign) = (.balance, Int(item.a))
    } else {
      measure = ProseMeasure(rawValue: item.a) ?? .none
      if tag(before(index)) == .polarity || word(before(index)) == "negative", measure.isBalance {
        sign = Int(items[before(index)].a)
      }
    }
    if isCompound(at: index) || isOfCoverage(at: index) { return index + 1 }
    if isOfPercentage(at: index) {
      // "56 % of unadjusted exports of 7,902 million": the whole has its level behind it.
      if preposition(index + 1) == .of, tag(behind(index + 1)) == .figure {
        var whole = ProseTopic(measure: measure, scope: mainTopic.scope, balanceSign: sign)
        whole.scope.basis = basis
        topic = whole
        topics.append((index, whole))
      } else if topic.measure == .none {
        topic = ProseTopic(measure: measure, scope: mainTopic.scope, balanceSign: sign)
        isTopicNamed = true
        topics.append((index, topic))
      }
      return index + 1
    }
    if isTwoWay(at: index) { return index + 3 }
    var around = Surroundings()
    around.index = index
    lookBack(from: index, into: &around)
    lookAhead(from: index, into: &around)
    var new = topic(measure, sign, around)
    new.isLoose = item.tag == .balance && (word(index) == "gap" || word(index) == "imbalance")
    if attach(new, at: index, around) { return index + 1 }
    topic = new
    isTopicNamed = true
    topics.append((index, new))
    return max(index + 1, around.skip)
  }

  /// "trade balance" and the like are phrases; what is left are words such as "trade unions".
  private func isCompound(at index: Int) -> Bool {
    if items[index].tag == .measure, items[index].a == 4 {
      return word(index + 1 < high ? index + 1 : index) == "sheet"
        || word(index + 1 < high ? index + 1 : index) == "payments"
    }
    guard items[index].tag == .measure,
      items[index].a == 3 || items[index].a == 1
        || items[index].a == 2 || items[index].a == 5 || items[index].a == 20
    else { return false }
    guard tag(index + 1) == .unknown else {
      return tag(index + 1) == .counted && items[index].a != 20
    }
    switch word(index + 1) {
    case "agreement", "agreements", "deal", "deals", "war", "wars", "policy", "policies", "union",
      "unions", "minister", "ministry",
      "commission", "fair", "fairs", "mission", "missions", "representative", "barriers", "talks",
      "tensions", "promotion",
      "destinations", "destination", "events", "office", "facilitation", "promotional", "licence",
      "licences", "controls", "tariff",
      "tariffs", "duties", "duty", "data", "statistics", "documents", "market", "markets", "price",
      "prices", "index", "promotion's",
      "council", "organisation", "organization", "association", "delegation", "relations", "ties",
      "links", "cooperation", "treaties",
      "protection", "fund", "bank", "company", "zone", "zones", "corridor", "route", "routes",
      "law", "dispute", "disputes", "secretary":
      return true
    default: return false
    }
  }

  /// "coverage of imports by exports": words of the ratio.
  private func isOfCoverage(at index: Int) -> Bool {
    if preposition(index + 1) == .of, tag(behind(index + 1)) == .figure { return false }
    guard let last = topics.last, last.topic.measure == .coverage, index - last.at < 8,
      let preposition = preposition(before(index))
    else { return false }
    return [.of, .by, .to, .over].contains(preposition)
      && !((last.at..<index).contains {
        tag($0) == .figure && figures[items[$0].index].unit != .percent
      })
      || preposition == .of && tag(before(before(index))) == .figure
  }

  /// "2.3 per cent of their GDP": a whole, not a new topic.
  private func isOfPercentage(at index: Int) -> Bool {
    var place = before(index)
    var count = 0
    while count < 6,
      [
        .whole, .pronoun, .possessive, .place, .unknown, .sector, .time, .negation, .comparison,
        .basis,
      ].contains(tag(place))
    {
      place = before(place)
      count += 1
    }
    guard preposition(place) == .of else { return false }
    let previous = before(place)
    if tag(previous) == .close, let bracketed = bracketedBefore(previous) {
      return figures[bracketed].role == .share
    }
    guard tag(previous) == .figure else { return false }
    return figures[items[previous].index].role == .share
  }

  /// The last figure in the bracket that closes at an item.
  private func bracketedBefore(_ index: Int) -> Int? {
    var place = index - 1
    while place >= low, place > index - 6 {
      if tag(place) == .figure { return items[place].index }
      if tag(place) == .open { return nil }
      place -= 1
    }
    return nil
  }

  /// "flows to and from other member states": exports and imports.
  private mutating func isTwoWay(at index: Int) -> Bool {
    guard word(index) == "flows", preposition(index + 1) == .to, tag(index + 2) == .conjunction,
      preposition(index + 3) == .from
    else { return false }
    var out = topic
    out.measure = .exports
    out.scope.part = mainTopic.scope.part
    let place = behind(index + 3)
    if tag(place) == .place { out.scope.partner = items[place].a }
    var back = out
    back.measure = .imports
    topics.append((index, out))
    topics.append((index + 3, back))
    topic = out
    isTopicNamed = true
    return true
  }

  /// The words before a measure: whose it is, of what, all of it or a part.
  private func lookBack(from index: Int, into around: inout Surroundings) {
    var place = index - 1
    var count = 0
    around.start = index
    while place >= low, count < 9 {
      count += 1
      let item = items[place]
      switch item.tag {
      case .unknown, .counted:
        let text = word(place)
        if Self.stopWords.contains(text) { return }
        around.words.insert(text, at: 0)
      case .filler where ["a", "an", "the"].contains(word(place)):
        // The noun phrase begins here.
        around.start = place
        return
      case .pronoun where word(place) == "that": return
      case .hyphen, .possessive, .time, .comparison, .hedge, .ordinal, .filler, .polarity, .pronoun,
        .level where item.tag != .level || word(place) == "reported":
        if item.tag == .level { return }
        if item.tag == .pronoun, word(place) == "both" || word(place) == "they" { return }
      case .sector: around.sector = max(around.sector, item.a)
      case .negation: around.words.insert("non", at: 0)
      case .whole:
        around.isWhole = true
        if ["overall", "global", "world", "worldwide", "whole", "nationwide"].contains(word(place))
        {
          around.isEverything = true
        }
      case .measure where item.a < 20 && place == index - 1:
        if item.a >= 11 { around.sector = 2 }
      case .basis: around.basis = item.a == 1 ? 0 : item.a
      case .conjunction:
        guard item.a == 1, !around.words.isEmpty, tag(place - 1) == .unknown,
          !Self.stopWords.contains(word(place - 1)), place - 1 == low || tag(place - 2) != .figure
        else { return }
        around.words.insert("and", at: 0)
      case .place:
        if tag(place - 1) == .hyphen || tag(place - 1) == .dash, tag(place - 2) == .place {
          around.owner = items[place - 2].a
          around.partner = item.a
          around.start = place - 2
        } else if isPartnerPrefix(place) {
          around.partner = item.a
          around.start = place
        } else {
          around.owner = item.a
          around.start = place
        }
        return
      default: return
      }
      around.start = place
      place -= 1
    }
  }

  /// Intra-EU, extra-EU and the like name the partner of the trade they stand before.
  private func isPartnerPrefix(_ index: Int) -> Bool {
    let code = ProsePlaces.codes[Int(items[index].a)]
    if isGroupOfPartners(items[index].a) { return true }
    return word(index).hasPrefix("intra") || (code == "EU" && reporterCode != "EU" && reporter >= 0)
  }

  /// The words behind a measure: of what, to whom, from whom.
  private func lookAhead(from index: Int, into around: inout Surroundings) {
    var place = index + 1
    around.end = place
    while place < high, place < index + 12 {
      switch tag(place) {
      case .filler, .hyphen, .possessive, .time: place += 1
      case .preposition:
        guard let end = readComplement(at: place, into: &around) else { return }
        place = end
        around.end = end
      default: return
      }
    }
  }

  private func readComplement(at index: Int, into around: inout Surroundings) -> Int? {
    let target = behind(index)
    guard target < high, let preposition = preposition(index) else { return nil }
    switch (preposition, tag(target)) {
    case (.of, .sector), (.in, .sector), (.for, .sector), (.on, .sector):
      around.sector = max(around.sector, items[target].a)
      let noun = behind(target)
      if tag(noun) == .measure, items[noun].a == 3 {
        around.skip = noun + 1
        return noun + 1
      }
      return target + 1
    case (.in, .measure), (.of, .measure), (.on, .measure):
      // "the deficit in trade with China", "the balance of trade in services"
      guard items[index - 1].tag == .balance || items[index - 1].a == 4,
        items[target].a == 3 || items[target].a == 13
      else { return nil }
      if items[target].a == 13 { around.sector = 2 }
      around.skip = target + 1
      return target + 1
    case (.in, .time), (.for, .time), (.at, .time), (.of, .time): return target + 1
    case (.of, .unknown), (.in, .unknown), (.for, .unknown):
      return readWords(from: target, into: &around)
    case (.of, .place)
    where (items[index - 1].tag == .balance || items[index - 1].a == 4)
      && endOfTrade(behind: target) != nil:
      // "the surplus of EU goods trade"
      around.owner = items[target].a
      if tag(behind(target)) == .sector {
        around.sector = max(around.sector, items[behind(target)].a)
      }
      around.skip = endOfTrade(behind: target) ?? 0
      return around.skip
    case (.of, .place):
      if tag(target + 1) == .unknown || tag(target + 1) == .sector { return target + 1 }
      around.owner = items[target].a
      return target + 1
    case (.to, .place), (.into, .place), (.with, .place), (.from, .place), (.in, .place),
      (.between, .place):
      return readPartner(at: target, preposition, into: &around)
    case (.with, .whole), (.to, .whole), (.from, .whole): return nil
    case (.with, .unknown), (.to, .unknown), (.from, .unknown):
      // A partner that the tables do not hold is a part under its own name.
      guard tokens[items[target].first].isCapital else { return nil }
      return readWords(from: target, into: &around)
    default: return nil
    }
  }

  /// The item after "goods trade" or "trade" behind a place.
  private func endOfTrade(behind place: Int) -> Int? {
    var noun = behind(place)
    if tag(noun) == .possessive { noun = behind(noun) }
    if tag(noun) == .sector { noun = behind(noun) }
    guard tag(noun) == .measure, items[noun].a == 3 || items[noun].a == 13 else { return nil }
    return noun + 1
  }

  private func readWords(from start: Int, into around: inout Surroundings) -> Int {
    var place = start
    while place < high, place < start + 6 {
      switch tag(place) {
      case .unknown where !Self.stopWords.contains(word(place)): around.words.append(word(place))
      case .hyphen, .filler: break
      case .sector: around.words.append(word(place))
      case .conjunction where items[place].a == 1 && tag(place + 1) == .unknown: break
      default: return place
      }
      place += 1
    }
    return place
  }

  private func readPartner(
    at target: Int, _ preposition: Lexeme.Preposition, into around: inout Surroundings
  ) -> Int {
    let place = items[target].a
    var end = target + 1
    if preposition == .between, tag(end) == .conjunction {
      let second = behind(end)
      around.owner = place
      if tag(second) == .place {
        around.partner = items[second].a
        end = second + 1
      }
      return end
    }
    if preposition == .in || preposition == .into, around.owner >= 0, around.owner != place {
      // "Indian FDI in the UK", "UK FDI in India"
      around.partner = place == reporter ? around.owner : place
      around.words.append(place == reporter ? "inward" : "outward")
      around.owner = reporter
      return end
    }
    if preposition == .in {
      around.owner = place
      return end
    }
    if tag(end) == .unknown, tokens[items[end].first].isCapital { end += 1 }
    if place == reporter {
      around.owner = around.owner < 0 && preposition != .to ? place : around.owner
      if preposition == .to { around.partner = place }
      if preposition == .into { around.owner = place }
    } else {
      around.partner = place
    }
    around.direction =
      preposition == .to || preposition == .into ? 1 : preposition == .from ? -1 : 0
    return end
  }

  /// The topic that a measure with its surroundings is.
  private mutating func topic(_ measure: ProseMeasure, _ sign: Int, _ around: Surroundings)
    -> ProseTopic
  {
    var new = ProseTopic(measure: measure, scope: topic.scope, balanceSign: sign)
    var isServices = measure.isServices
    if around.sector == 2 || (around.sector == 0 && inheritsServices(measure)) { isServices = true }
    // Of what.
    if !around.words.isEmpty {
      new.scope.part = knownPart(around.words)
    } else if around.sector == 1 {
      new.scope.part = hasServices ? ProseParts.goods : 0
      isServices = false
    } else if around.sector == 3 || around.isWhole && around.sector == 0 {
      new.scope.part = 0
      if around.sector == 3 { isServices = false }
    } else if around.sector == 2 || (isServices && new.scope.part == ProseParts.goods) {
      new.scope.part = ProseParts.services
    }
    if isServices, measure.rawValue <= 3 || measure.isServices {
      new.measure = measure.ofServices
      if new.scope.part == 0 { new.scope.part = ProseParts.services }
    }
    if measure == .other, around.words.isEmpty { new.scope.part = knownPart([word(around.index)]) }
    if measure == .fdiStock || measure == .fdiFlow, around.words.isEmpty {
      direct(&new, at: around.start)
    }
    // With whom and whose.
    if around.partner >= 0 {
      new.scope.partner = around.partner
    } else if around.isWhole, around.sector == 0, around.words.isEmpty {
      new.scope.partner = mainTopic.scope.partner == new.scope.partner ? new.scope.partner : -1
      if around.isEverything { new.scope.partner = -1 }
    }
    new.scope.reporter = reporter
    if around.owner >= 0 { claim(around, &new) }
    new.scope.basis = around.basis != 0 ? around.basis : basis
    return new
  }

  /// Outward and inward investment are two parts.
  private mutating func direct(_ new: inout ProseTopic, at start: Int) {
    for index in start..<min(high, start + 4) {
      let text = word(index)
      if text.contains("disburse") || text.contains("realis") || text.contains("realiz") {
        new.scope.part = knownPart(["disbursed"])
        return
      }
      if text.hasPrefix("registered") || text.hasPrefix("committed") || text.hasPrefix("pledged")
        || text.hasPrefix("approved")
      {
        new.scope.part = knownPart(["pledged"])
        return
      }
      if text.contains("outward") || text.contains("abroad") || text.contains("outbound") {
        new.scope.part = knownPart(["outward"])
        return
      }
      if text.contains("inward") || text.contains("inbound") {
        new.scope.part = knownPart(["inward"])
        return
      }
    }
  }

  /// Whose flow it is: the reporter's, the partner's seen from the other side, or another's.
  private func claim(_ around: Surroundings, _ new: inout ProseTopic) {
    let owner = around.owner
    if owner == reporter { return }
    let partner = new.scope.partner
    if around.partner == reporter || (owner == partner && around.partner < 0) {
      new.scope.partner = owner
      new.measure = new.measure.mirrored
      return
    }
    if isGroupOfPartners(owner) {
      new.scope.partner = owner
      return
    }
    if around.partner < 0 { new.scope.partner = -1 }
    new.scope.reporter = owner
  }

  private func inheritsServices(_ measure: ProseMeasure) -> Bool {
    guard measure.rawValue <= 4 else { return false }
    let previous = isTopicNamed ? topic : mainTopic
    return previous.measure.isServices || previous.scope.part == ProseParts.services
  }

  /// The number of a part named before in this very form; new ones are added by `partNumber`.
  mutating func knownPart(_ words: [String]) -> Int32 {
    let filtered = words.filter { !Self.neutralWords.contains($0) }
    if filtered.isEmpty { return topic.scope.part }
    var text = filtered.joined(separator: " ")
    if text == "foreigners" || text == "outsiders" { text = "inward" }
    partNames[parts.known(text)] = text
    return parts.known(text)
  }

  // MARK: Measures behind figures

  /// "5 million in exports", "a 4.3 billion deficit": the measure belongs to the figure before.
  private mutating func attach(_ new: ProseTopic, at index: Int, _ around: Surroundings) -> Bool {
    var place = before(around.start)
    // A new amount behind the measure means that the measure begins something.
    let next = behind(around.end - 1)
    if tag(next) == .figure, figures[items[next].index].unit.isAmount, tag(next - 1) != .time {
      if tag(place) != .figure || new.measure != .balance { return false }
    }
    if preposition(index + 1) == .of, tag(behind(index + 1)) == .figure { return false }
    if tag(index + 1) == .colon { return false }
    if tag(place) == .figure,
      items[index].tag == .balance || items[index].a == 4
        || word(index) == "sales"
    {
      let isPhrase = word(index).hasPrefix("in ")
      guard isPhrase || place == before(around.start), !isBreak(place) else { return false }
      return give(new, to: items[place].index, at: index)
    }
    // "of which 2.1 billion were Kenyan imports and 1.3 billion Kenyan exports"
    var copula =
      tag(place) == .level && ["were", "was", "are"].contains(word(place)) ? before(place) : place
    if copula != place {
      // "45.1 million of it was exports"
      if tag(copula) == .pronoun, preposition(before(copula)) == .of {
        copula = before(before(copula))
      } else if tag(copula) == .ofWhich {
        copula = before(copula)
      }
    }
    if tag(copula) == .figure, figures[items[copula].index].unit.isAmount, tag(next) != .figure,
      copula != place || around.start < index || !isClauseStart(index),
      figures[items[copula].index].role == .level || figures[items[copula].index].role == .balance
    {
      return give(new, to: items[copula].index, at: index)
    }
    guard preposition(place) != nil else { return false }
    let kind = preposition(place)
    place = before(place)
    if tag(place) == .level, kind == .with || kind == .on || kind == .from {
      place = before(place)
      if tag(place) == .level { place = before(place) }
    }
    guard kind == .of || kind == .in || kind == .with || kind == .on || kind == .from else {
      return false
    }
    let figure: Int?
    if tag(place) == .figure {
      figure = items[place].index
    } else if tag(place) == .close {
      figure = figureBefore(place + 1)
    } else {
      figure = nil
    }
    guard let figure, !figures[figure].isDropped || figures[figure].measure == .none else {
      return false
    }
    if kind == .with || kind == .on, !hasLevelBetween(index, figure) { return false }
    if figures[figure].role == .share { return false }
    if figures[figure].unit == .percent, kind == .of { return false }
    if kind == .from, figures[figure].role == .change { return false }
    return give(new, to: figure, at: index)
  }

  private func hasLevelBetween(_ index: Int, _ figure: Int) -> Bool {
    var place = index - 1
    while place >= low {
      if tag(place) == .level { return true }
      if tag(place) == .figure { return false }
      place -= 1
    }
    return false
  }

  /// Gives a topic to a figure and to the figures in brackets behind it.
  private mutating func give(_ new: ProseTopic, to figure: Int, at index: Int) -> Bool {
    topic = new
    isTopicNamed = true
    topics.append((index, new))
    if figures[figure].isBase, figures[figure].measure != new.measure,
      figures[figure].measure != .none
    {
      figures[figure].isBase = false
    }
    for number in here
    where number == figure || figures[number].range.lowerBound > figures[figure].range.lowerBound {
      guard figures[number].range.upperBound <= Int(tokens[items[index].first].start) else {
        continue
      }
      guard figures[number].role != .share else { continue }
      figures[number].measure = new.measure
      figures[number].scope = figures[number].isWhole ? figures[number].scope : new.scope
      figures[number].balanceSign = new.balanceSign
      figures[number].isDropped = false
      figures[number].topicAt = index
      figures[number].rules.append(.measureBehind)
      if new.measure.isBalance, figures[number].role == .level || figures[number].role == .balance {
        figures[number].role = .balance
        if figures[number].printedSign == 0 {
          figures[number].sign = new.balanceSign < 0 ? -1 : 1
          figures[number].rules.append(new.balanceSign < 0 ? .deficit : .surplus)
        }
      } else if figures[number].role == .balance, !new.measure.isBalance {
        figures[number].role = .level
        figures[number].sign = 1
      }
    }
    return true
  }
}
