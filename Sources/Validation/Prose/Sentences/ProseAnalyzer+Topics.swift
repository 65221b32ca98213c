extension ProseAnalyzer {
  /// A flow, a stock or a balance: the new topic, or what the figure before it measures.
  mutating func readMeasure(at index: Int) -> Int {
    let item = items[index]
    var measure: ProseMeasure
    var sign = 0
    if item.tag == .balance {
      (measure, sign) = (.balance, Int(item.a))
    } else {
      measure = ProseMeasure(rawValue: item.a) ?? .none
      if tag(before(index)) == .polarity || word(before(index)) == "negative", measure.isBalance {
        sign = Int(items[before(index)].a)
      }
    }
    if item.tag == .balance, ["a plus", "a minus"].contains(word(index)),
      preposition(index + 1) == .of, tag(behind(index + 1)) == .figure,
      !figures[items[behind(index + 1)].index].unit.isAmount
    {
      // "after $213 billion in 2021, a plus of 5 per cent"
      (verbSign, verbIsJudging) = (Int(item.a), false)
      return index + 1
    }
    if item.tag == .measure, item.a == 4, let named = balanceNamed(before: index) {
      // "the deficit in the balance of goods", "a deficit on the trade balance"
      sign = named
    }
    if word(index) == "flows", measured.measure.isFlowOfTrade || mainTopic.measure.isFlowOfTrade {
      // "the sum of both flows" behind exports and imports
      measure = .trade
    }
    if measure == .trade, yieldsBalance(behind: index) { measure = .balance }
    if measure == .fdiFlow, isStock(before: index) { measure = .fdiStock }
    if measure == .fdiFlow { isAboutInvestment = true }
    if isRemainder(index) || measure == .unrelated && isCircumstance(index) { return index + 1 }
    if measure == .other, let investment = investmentReinvested(at: index) {
      begin(investment, at: index)
      return index + 1
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
    if isRatio(at: index) {
      readCoverage(at: index)
      return index + 1
    }
    if isTwoWay(at: index) { return index + 3 }
    var around = Surroundings()
    around.index = index
    lookBack(from: index, into: &around)
    lookAhead(from: index, into: &around)
    var new = topic(measure, sign, around)
    new.isLoose = item.tag == .balance && (word(index) == "gap" || word(index) == "imbalance")
    if measure.flow == .trade, word(index + 1) == "among" {
      // "Trade among the euro area members": inside it.
      new.scope.partner = -1
      new.scope.part = knownPart(["intra"])
    }
    if attach(new, at: index, around) { return index + 1 }
    topic = new
    isTopicNamed = true
    // "… of goods and 7.9 billion of services; imports were": of services, or again of both.
    isMeasureGuessed =
      around.sector == 0 && new.measure.isServices && !measure.isServices
      && !mainTopic.measure.isServices
      && here.contains { figures[$0].scope.part == ProseParts.goods }
    topics.append((index, new))
    return max(index + 1, around.skip)
  }

  /// "Trade with the United States netted 12.0 billion", "goods trade yielded 13.5": what is left.
  private func yieldsBalance(behind index: Int) -> Bool {
    let end = min(high, index + 8)
    let verb = (index + 1..<end).first {
      tag($0) == .figure || tag($0) == .level || tag($0) == .change || isBreak($0)
    }
    return verb.map { ["netted", "yielded"].contains(word($0)) } ?? false
  }

  /// Whether a stock is what investment is named of: "the stock of Canadian direct investment abroad".
  private func isStock(before index: Int) -> Bool {
    guard let last = topics.last, last.topic.measure == .fdiStock, index - last.at < 6 else {
      return false
    }
    return preposition(last.at + 1) == .of
      && !(last.at..<index).contains { tag($0) == .figure || isBreak($0) }
  }

  /// "but at better prices, it brought 13.1 billion", "on lower prices": told by the way.
  private func isCircumstance(_ index: Int) -> Bool {
    var place = before(index)
    while [.unknown, .change, .whole, .polarity].contains(tag(place)), index - place < 5 {
      place = before(place)
    }
    guard [.at, .on, .with].contains(preposition(place)) else { return false }
    switch tag(behind(index)) {
    case nil, .comma, .colon, .stop, .semicolon, .conjunction, .dash: return true
    default: return false
    }
  }

  /// "the balance of 1.18 million tons", "47 percent; the balance, 41,000 tons": what is left of a list.
  private func isRemainder(_ index: Int) -> Bool {
    guard word(index) == "balance", word(index - 1) == "the" else { return false }
    let next = behind(index)
    guard preposition(next) == .of || tag(next) == .comma, tag(behind(next)) == .figure else {
      return false
    }
    let figure = figures[items[behind(next)].index]
    return figure.unit == .tonnes
      || figure.unit.isAmount && here.contains { figures[$0].role == .share }
  }

  /// "reinvested earnings", a component of direct investment in a text about it.
  private mutating func investmentReinvested(at index: Int) -> ProseTopic? {
    guard word(index) == "earnings", ["reinvested", "retained"].contains(word(before(index))) else {
      return nil
    }
    let known = [measured.measure, mainTopic.measure].first { $0 == .fdiFlow || $0 == .fdiStock }
    guard let known else { return nil }
    var new = topic
    new.measure = known
    new.balanceSign = 0
    new.scope.reporter = reporter
    new.scope.part = knownPart(["reinvested", "earnings"])
    return new
  }

  /// The sign of a surplus or deficit "in", "on" or "of" a balance.
  private func balanceNamed(before index: Int) -> Int? {
    var place = before(index)
    while [.filler, .sector, .possessive, .place].contains(tag(place)), place > low {
      place = before(place)
    }
    guard let preposition = preposition(place), [.in, .on, .of].contains(preposition),
      tag(before(place)) == .balance
    else { return nil }
    return Int(items[before(place)].a)
  }

  /// "trade balance" and the like are phrases; what is left are words such as "trade unions".
  private func isCompound(at index: Int) -> Bool {
    if items[index].tag == .measure, items[index].a == 4 {
      return word(index + 1 < high ? index + 1 : index) == "sheet"
        || word(index + 1 < high ? index + 1 : index) == "payments"
    }
    if items[index].tag == .measure, items[index].a == 3, index > low,
      tokens[items[index].first].isCapital, word(index) == "trade",
      tag(index - 1) == .comma && isName(index - 2)
        || tag(index + 1) == .conjunction && isName(index + 2)
    {
      // "the Ministry of Industry, Trade and Tourism"
      return true
    }
    if preposition(before(index)) == .of, items[index].tag == .measure,
      Self.institutions.contains(word(before(before(index))))
    {
      return true
    }
    if tag(index + 1) == .possessive, ["exporters", "importers"].contains(word(index)) {
      return true
    }
    guard items[index].tag == .measure,
      items[index].a == 3 || items[index].a == 1
        || items[index].a == 2 || items[index].a == 5 || items[index].a == 20
    else { return false }
    if index > low, tag(index + 1) == .unknown, tokens[items[index].first].isCapital,
      tokens[items[index + 1].first].isCapital, items[index].a != 20
    {
      // "the Trade Development Council": a name.
      return true
    }
    guard tag(index + 1) == .unknown else {
      return tag(index + 1) == .counted && items[index].a != 20
        && !(items[index].a <= 2 && listsPlaces(behind: index))
    }
    switch word(index + 1) {
    case "destinations", "destination", "partners", "markets", "suppliers":
      // "Top export partners in 2021 - China 615.6 million, Russia 610.1"
      return items[index].a > 2 || !listsPlaces(behind: index)
    case "factsheet", "fact", "bulletin", "agreement", "agreements", "deal", "deals", "war", "wars",
      "policy", "policies", "union",
      "unions", "minister", "ministry",
      "commission", "fair", "fairs", "mission", "missions", "representative", "barriers", "talks",
      "tensions", "promotion",
      "events", "office", "facilitation", "promotional", "licence",
      "licences", "controls", "tariff",
      "tariffs", "duties", "duty", "data", "statistics", "documents", "market", "price",
      "prices", "index", "promotion's",
      "section", "sections", "hall", "pavilion", "expo", "exhibition", "forum", "summit",
      "council", "organisation", "organization", "association", "delegation", "relations", "ties",
      "links", "cooperation", "treaties",
      "protection", "fund", "bank", "company", "zone", "zones", "corridor", "route", "routes",
      "law", "dispute", "disputes", "secretary":
      return true
    default: return false
    }
  }

  private func isName(_ index: Int) -> Bool {
    tag(index) == .unknown && tokens[items[index].first].isCapital
  }

  /// Words of offices: "the Ministry of Commerce", "the Chamber of Foreign Trade".
  private static let institutions: Set<String> = [
    "ministry", "minister", "ministers", "chamber", "department", "bureau", "secretary",
    "secretariat", "office", "directorate", "board", "institute", "federation", "association",
    "under-secretary", "general",
  ]

  /// Whether a dash or colon and a place with its figure follow a measure.
  private func listsPlaces(behind index: Int) -> Bool {
    guard
      let mark = (index + 1..<min(high, index + 9)).first(where: {
        tag($0) == .dash || tag($0) == .colon
      })
    else { return false }
    return tag(behind(mark)) == .place && hasFigure(after: mark, within: 4)
  }

  /// "coverage of imports by exports": words of the ratio.
  private func isOfCoverage(at index: Int) -> Bool {
    if preposition(index + 1) == .of, tag(behind(index + 1)) == .figure,
      figures[items[behind(index + 1)].index].unit.isAmount
    {
      return false
    }
    var place = before(index)
    while tag(place) == .whole, place > low { place = before(place) }
    guard let last = topics.last, last.topic.measure == .coverage, index - last.at < 8,
      let preposition = preposition(place)
    else { return false }
    return [.of, .by, .to, .over, .with].contains(preposition)
      && !((last.at..<index).contains {
        tag($0) == .figure && figures[items[$0].index].unit != .percent
      })
      || preposition == .of && tag(before(place)) == .figure
  }

  /// "the ratio of non-oil exports to imports": the second flow of a ratio.
  private func isRatio(at index: Int) -> Bool {
    guard items[index].tag == .measure, items[index].a == 2, preposition(before(index)) == .to,
      let first = topics.last, first.topic.measure.flow == .exports, index - first.at < 12
    else { return false }
    return (max(low, first.at - 10)..<first.at).contains { word($0) == "ratio" }
      && !(first.at..<index).contains { tag($0) == .figure || isBreak($0) }
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

  /// The topic that a measure with its surroundings is.
  private mutating func topic(_ measure: ProseMeasure, _ sign: Int, _ around: Surroundings)
    -> ProseTopic
  {
    var around = around
    if !around.host.isEmpty, !isHost(around.host) { around.words = around.host + around.words }
    let measure = isInvestmentAbroad(measure, around) ? ProseMeasure.fdiFlow : measure
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
    if !hasMainTopic, isRegion(around) { regionPart = new.scope.part }
    if around.owner == reporter, reporter >= 0, around.words.isEmpty, new.scope.part == regionPart {
      new.scope.part = 0
    }
    if measure == .other, around.words.isEmpty { new.scope.part = knownPart([word(around.index)]) }
    if measure == .fdiStock || measure == .fdiFlow, around.words.isEmpty {
      direct(&new, at: around.start)
      if around.isHost, around.owner == reporter, partNames[parts.known("outward")] != nil,
        new.scope.part == topic.scope.part
      {
        // "foreign investment in Switzerland" beside Swiss investment abroad
        new.scope.part = knownPart(["inward"])
      }
    }
    if new.measure.isServices,
      ["touris", "travel", "canal", "transit", "visitor"].contains(where: {
        word(around.index).contains($0)
      })
    {
      new.scope.part = knownPart([word(around.index)])
    }
    if ["re-e", "re e", "reex"].contains(where: { word(around.index).hasPrefix($0) }) {
      new.scope.part = knownPart([ProseParts.reexports])
    }
    // With whom and whose.
    if around.partner >= 0 {
      new.scope.partner = around.partner
    } else if around.isWhole, around.sector == 0, around.words.isEmpty {
      new.scope.partner = mainTopic.scope.partner == new.scope.partner ? new.scope.partner : -1
      if around.isEverything { new.scope.partner = -1 }
    }
    new.scope.reporter = owner >= 0 ? owner : reporter
    if around.direction < 0, new.measure.flow == .exports, around.owner < 0,
      around.partner != reporter, reporter >= 0
    {
      // "deliveries from Uzbekistan" come in.
      new.measure = new.measure.mirrored
    }
    if around.owner >= 0 {
      claim(around, &new)
    } else if around.isIts, subject >= 0, subject != reporter, reporter >= 0, hasMainTopic,
      ["purchases", "sales", "deliveries"].contains(word(around.index))
    {
      // "China halved its purchases": the partner's purchases are the reporter's exports.
      new.scope.partner = subject
      new.measure = new.measure.mirrored
    }
    if new.measure == .fdiStock || new.measure == .fdiFlow, new.scope.partner == reporter {
      // "FDI flows to Africa": of the text's own place.
      new.scope.partner = -1
    }
    new.scope.basis = around.basis != 0 ? around.basis : basis
    return new
  }

  /// Whether the words before a measure are the name of a region: "in 2023 Texas exports", "Flanders
  /// exported goods".
  private func isRegion(_ around: Surroundings) -> Bool {
    guard !around.words.isEmpty, tag(around.start) == .unknown,
      tokens[items[around.start].first].isCapital
    else { return false }
    let verb = word(around.index)
    return around.start > low || verb.hasPrefix("exported") || verb.hasPrefix("imported")
  }

  /// Whether words name the place, not in the tables, whose figures these are: the first such name
  /// of a text that names no other.
  mutating func isHost(_ words: [String]) -> Bool {
    guard reporter < 0 else { return false }
    let name = words.joined(separator: " ")
    if host == nil { host = name }
    return host == name
  }

  /// "European investment in China": direct investment where two places or the text say so.
  private func isInvestmentAbroad(_ measure: ProseMeasure, _ around: Surroundings) -> Bool {
    guard measure == .other, word(around.index).hasPrefix("investment") else { return false }
    let isAbout =
      [.fdiFlow, .fdiStock].contains(mainTopic.measure)
      || topics.contains {
        [.fdiFlow, .fdiStock].contains($0.topic.measure)
      }
    return around.partner >= 0 || around.owner >= 0 && isAbout
  }

  /// Outward and inward investment are two parts.
  private mutating func direct(_ new: inout ProseTopic, at start: Int) {
    for index in start..<min(high, start + 4) {
      let text = word(index)
      if text == "share purchases" || text == "capital contributions" {
        new.scope.part = knownPart([text])
        return
      }
      if word(index, has: "disburse") || word(index, has: "realis") || word(index, has: "realiz") {
        new.scope.part = knownPart(["disbursed"])
        return
      }
      if text.hasPrefix("registered") || text.hasPrefix("committed") || text.hasPrefix("pledged")
        || text.hasPrefix("approved")
      {
        new.scope.part = knownPart(["pledged"])
        return
      }
      if word(index, has: "outflow") || word(index, has: "outward") || word(index, has: "abroad")
        || word(index, has: "outbound")
      {
        new.scope.part = knownPart(["outward"])
        return
      }
      if word(index, has: "inward") || word(index, has: "inbound") {
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
    if filtered.isEmpty || filtered.count == 1 && Self.traders.contains(filtered[0]) {
      return topic.scope.part
    }
    var text = filtered.joined(separator: " ")
    if text == "foreigners" || text == "outsiders" { text = "inward" }
    partNames[parts.known(text)] = text
    return parts.known(text)
  }
}
