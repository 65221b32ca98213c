extension ProseAnalyzer {
  /// The topic, or the one before where it measures nothing yet.
  var measured: ProseTopic {
    topic.measure == .none ? lastTopic : topic
  }

  mutating func begin(_ new: ProseTopic, at index: Int) {
    topic = new
    isTopicNamed = true
    topics.append((index, new))
  }

  /// "exports covered 82.9 percent of imports", "coverage was 57.1 percent".
  mutating func readCoverage(at index: Int) {
    var new = topic
    new.measure = .coverage
    new.balanceSign = 0
    if hasMainTopic, !isTopicNamed { new.scope = mainTopic.scope }
    begin(new, at: index)
  }

  func hasFigure(after index: Int, within limit: Int) -> Bool {
    var place = index + 1
    while place < high, place <= index + limit, !isBreak(place) {
      if tag(place) == .figure { return true }
      place += 1
    }
    return false
  }

  /// A place that is neither the owner nor the partner of a measure beside it.
  mutating func readPlace(at index: Int) {
    let place = items[index].a
    let previous = preposition(before(index))
    if tag(index + 1) == .hyphen, tag(index + 2) == .place { return }
    let next = behind(index)
    if isOwner(at: index) { return }
    switch previous {
    case .to, .from, .with, .into:
      guard place != reporter else { return }
      // "With the United States, imports of …": for the rest of the sentence.
      topic.scope.partner = place
      if retroPartner(place, at: index) { return }
      if topics.isEmpty { topic.scope.part = mainTopic.scope.part }
    case .in
    where measured.measure == .fdiFlow || measured.measure == .fdiStock
      || measured.measure == .balance:
      guard place != reporter else { return }
      if retroPartner(place, at: index) { return }
      topic.scope.partner = place
    case .of, .than, .between, .by, .against, .on: return
    case nil where items[index].b == 1 && tag(next) == .sector && place != reporter:
      // "bought $419 million worth of Turkish goods"
      topic.scope.partner = place
    default:
      subject = place
      guard place != reporter, reporter >= 0 || hasMainTopic else {
        if place == reporter, heads(next), hasMainTopic {
          topic.scope.partner = mainTopic.scope.partner
        }
        return
      }
      if isAgentNamed || heads(next) || isClauseStart(index) && ranks(next) {
        topic.scope.partner = place
        if hasMainTopic { topic.scope.part = mainTopic.scope.part }
        if measured.measure != topic.measure { topic.measure = measured.measure }
      }
    }
  }

  /// Whether a place stands before a measure that takes it as its owner.
  private func isOwner(at index: Int) -> Bool {
    var place = index + 1
    while place < high, place < index + 7 {
      switch tag(place) {
      case .measure, .balance: return true
      case .possessive, .time, .unknown, .filler, .whole, .sector, .comparison, .basis, .hyphen,
        .counted:
        place += 1
      default: return false
      }
    }
    return false
  }

  /// Whether what follows a place speaks of it: a figure, a verb, a bracket.
  private func heads(_ index: Int) -> Bool {
    switch tag(index) {
    case .unknown, .counted: [.figure, .flow, .share, .level, .change].contains(tag(index + 1))
    case .figure, .open, .level, .share, .flow, .change, .possessive, .pronoun: true
    case .preposition:
      [.for, .with, .at].contains(preposition(index)) && tag(behind(index)) == .figure
    case .colon: hasMainTopic && [.measure, .balance, .figure].contains(tag(behind(index)))
    case .comma:
      tag(behind(index)) == .pronoun || tag(index + 1) == .change || tag(index + 1) == .figure
    default: false
    }
  }

  /// "India topped the list of partners with 137": an amount told of the place that opens a clause.
  private func ranks(_ index: Int) -> Bool {
    var place = index
    while place < high, place < index + 9 {
      switch tag(place) {
      case .measure, .balance, .figure, .comma, .semicolon, .flow, .place: return false
      case .preposition where preposition(place) == .with || preposition(place) == .at:
        if tag(behind(place)) == .figure { return true }
      default: break
      }
      place += 1
    }
    return false
  }

  /// "152.4 bn to EFTA", "2.56 trillion in the United States": the partner of the figure before.
  private mutating func retroPartner(_ place: Int16, at index: Int) -> Bool {
    var at = before(before(index))
    var skipped = 0
    if tag(at) == .sector || tag(at) == .measure, preposition(before(at)) == .of,
      tag(before(before(at))) == .figure
    {
      // "230 billion of goods to China"
      at = before(before(at))
    }
    while skipped < 2, tag(at) == .unknown || tag(at) == .level || tag(at) == .share {
      (at, skipped) = (before(at), skipped + 1)
    }
    let figure =
      tag(at) == .close ? figureBefore(at + 1) : tag(at) == .figure ? items[at].index : nil
    guard let figure else { return false }
    guard
      figures[figure].unit.isAmount || figures[figure].role == .share
        || figures[figure].role == .change
    else { return false }
    for number in here
    where number == figure || figures[number].range.lowerBound > figures[figure].range.lowerBound {
      guard figures[number].range.upperBound <= Int(tokens[items[index].first].start) else {
        continue
      }
      figures[number].scope.partner = place
      figures[number].scope.reporter = reporter
    }
    topic.scope.partner = place
    return true
  }

  /// "goods fell 7.3 %", "5.1 million in services": goods or services alone.
  mutating func readSector(at index: Int) {
    let sector = items[index].a
    let next = behind(index)
    if tag(next) == .measure || tag(next) == .balance { return }
    guard hasServices else { return }
    if tag(next) == .sector || tag(next) == .unknown && sector == 1 { return }
    var new = measured
    new.scope.partner = topic.scope.partner
    new.scope.reporter = reporter
    new.scope.part = sector == 1 ? ProseParts.goods : sector == 2 ? ProseParts.services : 0
    new.measure = sector == 2 ? new.measure.flow.ofServices : new.measure.flow
    if new.measure == .coverage { return }
    let at = before(index)
    if preposition(at) == .of, tag(before(at)) == .figure {
      // "40.2 billion of goods and 7.9 billion of services": these amounts only.
      let number = items[before(at)].index
      guard figures[number].unit.isAmount, figures[number].measure.isFlowOfTrade else { return }
      figures[number].scope.part = new.scope.part
      figures[number].measure =
        sector == 2 ? figures[number].measure.flow.ofServices : figures[number].measure.flow
      return
    }
    if preposition(at) == .in || preposition(at) == .for || preposition(at) == .from
      || preposition(at) == .on || isCopula(at)
    {
      let place = before(at)
      let figure =
        tag(place) == .close
        ? figureBefore(place + 1) : tag(place) == .figure ? items[place].index : nil
      if let figure {
        for number in here
        where number == figure
          || figures[number].range.lowerBound > figures[figure].range.lowerBound
        {
          guard figures[number].range.upperBound <= Int(tokens[items[index].first].start) else {
            continue
          }
          figures[number].scope.part = new.scope.part
          let isFlow = figures[number].measure.rawValue <= 3 || figures[number].measure.isServices
          if isFlow {
            figures[number].measure =
              sector == 2 ? figures[number].measure.flow.ofServices : figures[number].measure.flow
          }
        }
        topic.scope.part = new.scope.part
        if topic.measure.rawValue <= 3 || topic.measure.isServices {
          topic.measure = sector == 2 ? topic.measure.flow.ofServices : topic.measure.flow
        }
        return
      }
      if tag(before(at)) == .measure || tag(before(at)) == .balance { return }
    }
    begin(new, at: index)
  }

  /// "2.6 billion (44.0%) were goods": the verb between an amount and what it is.
  private func isCopula(_ index: Int) -> Bool {
    guard tag(index) == .level, ["was", "were", "are", "is"].contains(word(index)),
      let number = figureBefore(index)
    else { return false }
    return figures[number].unit.isAmount && figures[number].role == .level
  }

  /// "the former", "the latter": the topics named side by side before.
  mutating func readFormer(at index: Int) {
    if readFormerReporter(first: items[index].a == 1) { return }
    let flows = topics.filter { !$0.topic.measure.isBalance }
    let both = flows.count >= 2 ? flows.suffix(2).map(\.topic) : pair
    guard both.count >= 2 else { return }
    let isFirst = items[index].a == 1
    // Topics named by the former themselves keep the pair as it was.
    let chosen = isFirst ? both[0] : both[1]
    if pair.isEmpty || flows.count >= 2 { pair = Array(both) }
    topic = pair.count >= 2 ? (isFirst ? pair[0] : pair[1]) : chosen
    isTopicNamed = true
    pendingRule = .formerLatter
  }

  /// "Norway exported …; Sweden exported … The former had a surplus": whose figures come next.
  private mutating func readFormerReporter(first isFirst: Bool) -> Bool {
    let here = Self.reporters(of: topics)
    let both = here.count >= 2 ? here : reporterPair
    guard both.count >= 2 else { return false }
    reporterPair = Array(both.prefix(2))
    owner = both[isFirst ? 0 : 1]
    topic.scope.reporter = owner
    topic.scope.partner = -1
    return true
  }

  /// The reporters of topics, each once.
  static func reporters(of topics: [(at: Int, topic: ProseTopic)]) -> [Int16] {
    var result: [Int16] = []
    for (_, topic) in topics
    where topic.scope.reporter >= 0 && !result.contains(topic.scope.reporter) {
      result.append(topic.scope.reporter)
    }
    return result
  }

  /// "the flow the other way", "the rest".
  mutating func readReverse(at index: Int) {
    guard items[index].a == 1 else { return }
    let isTold = places.contains { $0 < index }
    var new =
      topics.last { $0.topic.measure.mirrored != $0.topic.measure }?.topic
      ?? (isTold ? topic : lastTopic)
    if new.measure.isBalance || new.measure == .trade { new = lastTopic }
    new.measure = new.measure.mirrored
    if let number = figureThatCame(before: index) {
      figures[number].measure = new.measure
      figures[number].scope = new.scope
      figures[number].rules.append(.otherWay)
      return
    }
    begin(new, at: index)
    pendingRule = .otherWay
  }

  /// "while goods worth 0.6 billion came the other way": the level before, when none follows.
  private func figureThatCame(before index: Int) -> Int? {
    guard !hasFigure(after: index, within: 6), let at = places.lastIndex(where: { $0 < index }),
      index - places[at] <= 4, figures[here[at]].unit.isAmount, figures[here[at]].role == .level,
      !(places[at]..<index).contains(where: { isBreak($0) || tag($0) == .comma })
    else { return nil }
    return here[at]
  }

  /// "in real terms", "unadjusted", "by weight".
  mutating func readBasis(at index: Int) {
    let value = items[index].a
    if items[index].b == 1 { return }
    if word(index).hasSuffix("value and weight") {
      basisPair = [0, 5]
      if here.count >= 2, let at = places.lastIndex(where: { $0 < index }), at > 0 {
        figures[here[at]].scope.basis = 5
        figures[here[at - 1]].scope.basis = 0
      }
      return
    }
    // Behind a figure it belongs to that figure, before one to what follows.
    let at = before(index)
    let previous = tag(at) == .preposition ? before(at) : at
    if tag(previous) == .figure || tag(previous) == .close, preposition(at) != .of, value != 8,
      value != 1, value != 3
    {
      let figure = tag(previous) == .figure ? items[previous].index : figureBefore(previous + 1)
      if let figure, figures[figure].unit != .tonnes {
        if value == 0, figures[figure].scope.basis == 5 { figures[figure].scope.basis = 0 }
        if value != 0 { figures[figure].scope.basis = value }
        return
      }
    }
    if value == 1 { return }
    basis = value
    topic.scope.basis = value
  }

  /// "In 2021 the total had been 223.9": the total of the sentence before.
  mutating func readWhole(at index: Int) {
    guard let totalTopic, word(index) == "total", word(index - 1) == "the",
      tag(index + 1) == .level, preposition(before(index)) != .of, !isTopicNamed
    else { return }
    begin(totalTopic, at: index)
  }
}
