/// Verbs that are a flow of their subject: "sold", "bought", "shipped", "went to".
extension ProseAnalyzer {
  /// "sold", "imported", "attracted": the flow of the subject.
  mutating func readFlow(at index: Int) {
    guard let (said, moved) = flowSaid(at: index) else { return }
    let item = items[index]
    let isInvestment =
      [.fdiFlow, .fdiStock, .netPosition].contains(measured.measure)
      || measured.measure == .none && isAboutInvestment
    if isTopicNamed, tag(before(index)) == .measure || isShareTaken(by: index) { return }
    var new = topic
    if isInvestment {
      new.measure = measured.measure == .none ? .fdiFlow : measured.measure
      if new.measure == .netPosition { new.measure = .fdiStock }
    } else {
      let isServices =
        measured.measure.isServices || topic.scope.part == ProseParts.services
        || word(index).hasSuffix(" services")
      new.measure = isServices && said.rawValue <= 3 ? said.ofServices : said
    }
    new.balanceSign = 0
    new.scope.basis = basis
    new.scope.reporter = reporter
    let rule = takeSides(&new, at: index, isInvestment: isInvestment)
    if item.b == 0, subject >= 0, subject == reporter { hasOwnVerb = true }
    if let partner = partnerNamed(behind: index) { new.scope.partner = partner }
    if new.measure == .trade, let other = partnerOfPair(before: index) {
      new.scope.partner = other
    }
    if !isTopicNamed, hasServices, tag(index + 1) != .sector { new.scope.part = topic.scope.part }
    if word(index).hasSuffix(" services") { new.scope.part = ProseParts.services }
    if isInvestment, item.a == 1 { new.scope.part = knownPart(["outward"]) }
    if let moved {
      _ = give(new, to: moved, at: index)
      return
    }
    let goods = goodsMoved(behind: index)
    if !goods.isEmpty { new.scope.part = knownPart(goods) }
    begin(new, at: index)
    pendingRule = rule
  }

  /// The flow that a verb says and the amount before it that it is told of, if it tells an amount.
  private mutating func flowSaid(at index: Int) -> (ProseMeasure, moved: Int?)? {
    let verb = word(index)
    if verb.hasPrefix("t"), isIdiom(behind: index) { return nil }
    var said = ProseMeasure(rawValue: items[index].a) ?? .none
    if verb.hasSuffix(" in"), topics.contains(where: { $0.topic.measure.flow == .exports }) {
      // "shipped 38.0 billion north and took in 92.6 billion"
      said = .imports
    }
    if isAgentNamed, ["it", "they"].contains(word(before(index))) { subject = -1 }
    let moved = said.isFlowOfTrade ? amountMoved(before: index) : nil
    if moved == nil, tag(behind(index)) != .figure, verb.hasPrefix("pa") || verb.hasPrefix("sp") {
      // "dairy, which pays most of our bills, slipped by 9%"
      return nil
    }
    // "Peru shipped more fish in 2022. Volume: 1.2 million tonnes."
    let opensText = here.isEmpty && !hasMainTopic && items[index].b == 0
    guard
      moved != nil || hasFigure(after: index, within: 10) || isListed(behind: index) || opensText
    else { return nil }
    return (said, moved)
  }

  /// Turns a flow round where the partner is its subject, and says by which rule it is known.
  private mutating func takeSides(
    _ new: inout ProseTopic, at index: Int, isInvestment: Bool
  ) -> ProseRule {
    let speaker = speaker(before: index)
    // "We sold Chile 843 million": the reporter's own.
    if speaker == "we" { return .flowVerb }
    if speaker == "you" || isTold(ofUs: index) {
      // "it sold us 1.1 billion", "they bought 58 billion from us"
      if subject >= 0, subject != reporter { new.scope.partner = subject }
      new.measure = new.measure.mirrored
      return .partnersFlow
    }
    if subject >= 0, subject != reporter,
      reporter >= 0 || hasMainTopic || isGroupOfPartners(subject)
    {
      guard
        isInvestment || items[index].b != 0 || !hasOwnVerb || isPartner(subject, before: index)
      else {
        // "Norway exported 251 and imported 107; Sweden exported 198"
        (new.scope.reporter, new.scope.partner) = (subject, -1)
        return .flowVerb
      }
      new.scope.partner = subject
      if !isInvestment { new.measure = new.measure.mirrored }
      return new.measure.mirrored != new.measure ? .partnersFlow : .flowVerb
    }
    if isGroupOfPartnersNamed(before: index) {
      new.measure = new.measure.mirrored
    } else if word(index).hasPrefix("sp"), areGuests(before: index) {
      // "Tourists spent 5.0 billion": services sold to them.
      new.measure = .servicesExports
    }
    return .flowVerb
  }

  /// "sold to China", "bought from there": the partner behind a verb.
  private func partnerNamed(behind index: Int) -> Int16? {
    var found: Int16?
    var place = index + 1
    while place < high, place < index + 7 {
      if tag(place) == .place, [.to, .from, .into, .in].contains(preposition(before(place))),
        items[place].a != reporter
      {
        found = items[place].a
      }
      if tag(place) == .figure || isBreak(place) || tag(place) == .comma { break }
      place += 1
    }
    return found
  }

  /// "took first place", "takes the lead": nothing is bought.
  func isIdiom(behind index: Int) -> Bool {
    let next = behind(index)
    return tag(next) == .ordinal
      || [
        "place", "lead", "part", "advantage", "over", "off", "note", "effect", "shape", "stock",
        "hold", "top", "pole",
      ].contains(word(next))
  }

  /// "have never shipped so much beef - 2.29 million tonnes": a figure behind a dash or colon.
  func isListed(behind index: Int) -> Bool {
    let mark = (index + 1..<min(high, index + 9)).first { isBreak($0) || tag($0) == .comma }
    guard let mark, tag(mark) == .dash || tag(mark) == .colon else { return false }
    return tag(behind(mark)) == .figure
  }

  /// "we" or "you" before a verb; empty without one.
  func speaker(before index: Int) -> String {
    var place = index - 1
    while place >= low, place > index - 4 {
      let text = word(place)
      if text == "we" || text == "you" { return text }
      guard [.level, .filler, .unknown].contains(tag(place)), text != "and" else { return "" }
      place -= 1
    }
    return ""
  }

  /// Whether "us" is who something is sold to or bought from.
  func isTold(ofUs index: Int) -> Bool {
    if isUs(index + 1) { return true }
    var place = index + 1
    while place < high, place < index + 9, !isBreak(place) {
      if tag(place) == .flow || tag(place) == .measure { return false }
      if isUs(place), [.to, .from, .with].contains(preposition(before(place))) { return true }
      place += 1
    }
    return false
  }

  private func isUs(_ index: Int) -> Bool {
    guard index < high else { return false }
    let token = tokens[items[index].first]
    return token.range.count == 2 && !token.isAllCapitals && word(index) == "us"
  }

  /// "General trade took 63.8 % of the total": a part of trade takes a share, it buys nothing.
  func isShareTaken(by index: Int) -> Bool {
    guard items[index].b == 1, tag(behind(index)) == .figure,
      figures[items[behind(index)].index].unit == .percent, let last = topics.last
    else { return false }
    return subjectParts.contains(last.topic.scope.part)
  }

  /// Whether a place is one that the text has as partner, so that its exports are imports, or has
  /// the reporter behind its verb: "Peru sold to China".
  func isPartner(_ place: Int16, before index: Int) -> Bool {
    if isGroupOfPartners(place) || mainTopic.scope.partner == place
      || lastTopic.scope.partner == place || partnerPair.contains(place)
      || topics.contains(where: { $0.topic.scope.partner == place })
      || here.contains(where: { figures[$0].scope.partner == place })
    {
      return true
    }
    return (index..<min(high, index + 9)).contains {
      tag($0) == .place && items[$0].a == reporter
        && [.to, .from].contains(preposition(before($0)))
    }
  }

  /// "exported copper worth 14.9 billion": the words between the verb and its amount.
  func goodsMoved(behind index: Int) -> [String] {
    var words: [String] = []
    var place = index + 1
    while place < high, place < index + 6 {
      switch tag(place) {
      case .unknown
      where !Self.stopWords.contains(word(place)) && !tokens[items[place].first].isCapital:
        words.append(word(place))
      case .filler, .hyphen: break
      case .level where word(place) == "worth" || word(place) == "valued":
        return words
      case .preposition where preposition(place) == .for && tag(behind(place)) == .figure:
        return words
      default: return []
      }
      place += 1
    }
    return []
  }

  /// "China and Brazil exchanged goods": the one of two places that is not the reporter.
  func partnerOfPair(before index: Int) -> Int16? {
    let second = before(index)
    guard tag(second) == .place, tag(before(second)) == .conjunction,
      tag(before(before(second))) == .place
    else { return nil }
    let pair = [items[before(before(second))].a, items[second].a]
    return pair.contains(reporter) ? pair.first { $0 != reporter } : nil
  }

  /// "EU suppliers delivered", "EU customers bought": agents on the partner's side.
  func isGroupOfPartnersNamed(before index: Int) -> Bool {
    var place = index - 1
    while place >= low, place > index - 4 {
      let text = word(place)
      if ["suppliers", "customers", "buyers", "sellers", "partners"].contains(text) {
        return true
      }
      place -= 1
    }
    return false
  }

  func areGuests(before index: Int) -> Bool {
    if word(index - 1) == "they" || word(index - 2) == "they" {
      return topics.last?.topic.measure == .servicesExports
    }
    return (max(low, index - 3)..<index).contains {
      ["tourists", "visitors", "guests", "travellers", "holidaymakers"].contains(word($0))
    }
  }

  /// "goods worth 83.1 billion were exported", "goods for 110.7 billion (12 %) sold": the amount
  /// that a flow's verb behind it is told of; `nil` where the verb has an object of its own.
  func amountMoved(before index: Int) -> Int? {
    var place = before(index)
    let isPassive =
      tag(place) == .level && ["was", "were", "are", "is", "been", "being"].contains(word(place))
    if isPassive {
      place = before(place)
      var count = 0
      while count < 4,
        [.time, .sector, .level].contains(tag(place)) || preposition(place) == .of
          || preposition(place) == .in && tag(place + 1) == .time
      {
        place = before(place)
        count += 1
      }
    } else if let object = objectOfRelative(before: index) {
      return object
    } else if hasFigure(after: index, within: 8), isWorth(before: place) == false {
      return nil
    }
    if tag(place) == .close {
      return figureBefore(place + 1).flatMap { isAmountTold($0) ? $0 : nil }
    }
    guard tag(place) == .figure else { return nil }
    return isAmountTold(items[place].index) ? items[place].index : nil
  }

  /// "the 8.13 million tonnes they shipped", "of the 108.2 billion that the country sold".
  func objectOfRelative(before index: Int) -> Int? {
    guard tag(behind(index)) != .figure else { return nil }
    var place = before(index)
    var count = 0
    while count < 4, place > low {
      let isSubject =
        [.pronoun, .place, .counted].contains(tag(place))
        || ["we", "you", "which", "had", "have"].contains(word(place))
      guard isSubject else { break }
      (place, count) = (before(place), count + 1)
    }
    guard count > 0, tag(place) == .figure, isAmountTold(items[place].index) else { return nil }
    return items[place].index
  }

  /// "Goods worth 82.7 million went to Afghanistan", "goods for 2 billion came from Chile".
  mutating func readMove(at index: Int) {
    if items[index].a == 2 { readLeaving(at: index) }
    if word(index) == "came in" { readComingIn(at: index) }
    guard items[index].a == 1,
      [.to, .from].contains(preposition(index + 1)), tag(before(index)) == .figure,
      isWorth(before: before(index)), tag(behind(index + 1)) == .place,
      items[behind(index + 1)].a != reporter
    else { return }
    let number = items[before(index)].index
    guard isAmountTold(number), figures[number].rules.contains(.inheritedTopic) else { return }
    var new = topic
    new.measure = preposition(index + 1) == .to ? .exports : .imports
    new.balanceSign = 0
    new.scope.partner = items[behind(index + 1)].a
    _ = give(new, to: number, at: index)
  }

  /// "1.87 billion worth of goods went out and 2.10 billion came in"; "came in at" tells a level.
  private mutating func readComingIn(at index: Int) {
    guard tag(before(index)) == .figure, tag(behind(index)) != .figure,
      preposition(index + 1) == nil, !topic.measure.isBalance,
      isAmountTold(items[before(index)].index)
    else { return }
    var new = topic
    new.measure = topic.measure.isServices ? .servicesImports : .imports
    new.balanceSign = 0
    _ = give(new, to: items[before(index)].index, at: index)
  }

  /// "It left Ireland to the tune of 236,000 tonnes".
  mutating func readLeaving(at index: Int) {
    guard !topic.measure.isBalance, tag(behind(index)) == .place,
      items[behind(index)].a == reporter
    else { return }
    var new = measured
    new.measure = .exports
    new.balanceSign = 0
    if hasFigure(after: behind(index), within: 6) {
      begin(new, at: index)
    } else if let number = amountMoved(before: index) {
      _ = give(new, to: number, at: index)
    }
  }

  func isAmountTold(_ number: Int) -> Bool {
    figures[number].unit.isAmount && figures[number].role != .share && !figures[number].isBase
  }

  /// Whether "goods worth" or "goods for" stands before the amount at an item.
  func isWorth(before index: Int) -> Bool {
    var place = index
    while place > low, place > index - 12, tag(place) != .figure || place == index {
      if word(place) == "worth" || preposition(place) == .for {
        return tag(before(place)) == .sector
      }
      place -= 1
    }
    return false
  }
}
