extension ProseAnalyzer {
  /// Pairs figures with names where they are listed in parallel.
  mutating func pairLists() {
    for index in low..<high where items[index].tag == .respectively {
      _ = pairRespectively(at: index)
    }
    pairPartners()
    pairSilently()
  }

  /// The figures of the stretch that ends with an item, by unit and role, in order.
  private func groups(from start: Int, to end: Int, isSilent: Bool = false) -> [[Int]] {
    var groups: [[Int]] = []
    for (number, place) in zip(here, places) where place >= start && place < end {
      guard !isSilent || !figures[number].rules.contains(.respectively) else { continue }
      let index = groups.firstIndex { group in
        let first = figures[group[0]]
        return sameKind(first, figures[number])
      }
      if let index { groups[index].append(number) } else { groups.append([number]) }
    }
    return groups
  }

  private func sameKind(_ first: ProseFigure, _ second: ProseFigure) -> Bool {
    first.unit.isAmount == second.unit.isAmount
      && (first.unit.isAmount || first.unit == second.unit)
      && (first.role == .change) == (second.role == .change)
      && (first.unit == .tonnes) == (second.unit == .tonnes)
  }

  /// Where the stretch that a "respectively" speaks of begins.
  private func stretchStart(before index: Int) -> Int {
    var place = index - 1
    while place > low {
      let tag = items[place].tag
      if tag == .semicolon || tag == .respectively { return place + 1 }
      place -= 1
    }
    return low
  }

  private mutating func pairRespectively(at index: Int) -> Bool {
    if pairBehind(index) { return true }
    let start = stretchStart(before: index)
    let all = groups(from: start, to: index)
    guard let size = all.map(\.count).max(), size >= 2 else { return false }
    let wanted = all.filter { $0.count >= 2 }
    if size > 3, let times = adjacentTimes(from: start, to: index, count: size - 1) {
      // "281.8 billion, namely 66.4, 71.2, 68.9 and 75.3 in the first, second, third and fourth quarters"
      for group in wanted where group.count == size {
        for (number, time) in zip(group.dropFirst(), times) {
          figures[number].ownTime = time
          figures[number].rules.append(.respectively)
        }
      }
      return true
    }
    // Times: "1 and 1.78 billion of October and September", pairs of times beside each other.
    if let times = adjacentTimes(from: start, to: index, count: size) {
      for group in wanted where group.count == size {
        for (number, time) in zip(group, times) {
          figures[number].ownTime = time
          if group.count == 2 { timePair = times }
          figures[number].rules.append(.respectively)
        }
      }
      return true
    }
    if let told = wanted.first(where: { isInterleaved($0) || isToldApart($0, among: wanted) }) {
      for group in wanted where group.count == told.count && group != told && !isInterleaved(group)
      {
        follow(told, with: group, before: index)
      }
      return true
    }
    var names = namesInStretch(from: start, to: index)
    if names.count == 1, let sectors = sectorsTold(before: start) {
      // "… namely 40.2 of goods and 7.9 of services; imports were made up of 42.6 and 5.2 respectively"
      for group in wanted where figures[group[0]].unit.isAmount {
        for (number, sector) in zip(group.suffix(2), sectors) {
          figures[number].scope.part = sector
          if sector == ProseParts.services {
            figures[number].measure = figures[number].measure.ofServices
          }
          figures[number].rules.append(.respectively)
        }
      }
      return true
    }
    if names.count == 1, partnerPair.count == size, !hasPlural(from: start, to: index) {
      for group in wanted where group.count == size {
        for (number, partner) in zip(group, partnerPair) { figures[number].scope.partner = partner }
      }
      return true
    }
    if names.count == 1, !hasPlural(from: start, to: index) {
      if basisPair.count == size {
        for group in wanted where group.count == size {
          for (number, basis) in zip(group, basisPair) { figures[number].scope.basis = basis }
        }
      }
      for number in wanted.joined() { figures[number].rules.append(.respectively) }
      return true
    }
    if names.count < size {
      let flows = Self.distinct(
        topics.filter { $0.at < start && !$0.topic.measure.isBalance }.map(\.topic))
      names = flows.count >= size ? Array(flows.suffix(size)) : namesOfPronoun(size) ?? names
    }
    for group in wanted {
      let list = group.count == names.count ? names : Array(names.suffix(group.count))
      guard list.count == group.count else {
        keepApart(group)
        continue
      }
      give(list, to: group, .respectively)
    }
    // "both put on 400 million, to 60.5 and 51.3 respectively": one change told of the first.
    if names.count == size,
      (start..<index).contains(where: { tag($0) == .pronoun && word($0) == "both" })
    {
      for group in all where group.count == 1 && figures[group[0]].role == .change {
        give([names[0]], to: group, .respectively)
      }
    }
    return true
  }

  /// Goods and services, in the order of the figures before an item of the sentence.
  private func sectorsTold(before index: Int) -> [Int32]? {
    let told = zip(here, places).filter { $0.1 < index }.map { figures[$0.0].scope.part }
      .filter { $0 == ProseParts.goods || $0 == ProseParts.services }.suffix(2)
    return Set(told).count == 2 ? Array(told) : nil
  }

  /// "exports added 2.8 and imports 22.4 percent, to 74.21 and 157.07 billion respectively": figures
  /// behind others that have names of their own are of the same things.
  private mutating func follow(_ told: [Int], with group: [Int], before index: Int) {
    guard let last = told.last, let first = group.first, first > last else { return }
    let start = here.firstIndex(of: last).map { places[$0] } ?? low
    let hasChange = (start..<index).contains { tag($0) == .change || tag($0) == .comparison }
    for (number, name) in zip(group, told) {
      figures[number].measure = figures[name].measure
      figures[number].scope = figures[name].scope
      figures[number].balanceSign = figures[name].balanceSign
      figures[number].isDropped = false
      figures[number].rules.append(.respectively)
      if figures[number].unit == .percent, figures[number].printedSign == 0, !hasChange,
        figures[name].role == .level, figures[name].scope.partner != mainTopic.scope.partner
      {
        // "241 million and the Dutch 156 million - 32 percent and 12 percent, respectively"
        (figures[number].role, figures[number].sign) = (.share, 1)
      }
    }
  }

  /// What an amount is of.
  private struct ThingTold: Hashable {
    let measure: ProseMeasure
    let scope: ProseScope

    init(_ figure: ProseFigure) {
      (measure, scope) = (figure.measure, figure.scope)
    }
  }

  /// Whether amounts are told of different flows, partners or parts, and as many rates follow them.
  private func isToldApart(_ group: [Int], among all: [[Int]]) -> Bool {
    guard let last = group.last, figures[last].unit.isAmount,
      Set(group.map { ThingTold(figures[$0]) }).count == group.count
    else { return false }
    return all.contains { $0.count == group.count && ($0.first ?? 0) > last }
  }

  /// "A for 345 and B for 407, respectively 34.7% and 40.9% of": rates behind the word belong to as
  /// many levels before it.
  private mutating func pairBehind(_ index: Int) -> Bool {
    var rates: [Int] = []
    var place = behind(index)
    while tag(place) == .figure, figures[items[place].index].unit == .percent {
      rates.append(items[place].index)
      guard tag(place + 1) == .comma || tag(place + 1) == .conjunction else { break }
      place = behind(place + 1)
      if tag(place) == .conjunction { place = behind(place) }
    }
    guard rates.count >= 2 else { return false }
    let levels = zip(here, places).filter { number, place in
      place < index && figures[number].unit.isAmount && figures[number].role != .change
    }.map(\.0).suffix(rates.count)
    guard levels.count == rates.count, Set(levels.map { figures[$0].scope }).count == levels.count
    else { return false }
    for (rate, level) in zip(rates, levels) {
      figures[rate].measure = figures[level].measure
      figures[rate].scope = figures[level].scope
      figures[rate].isDropped = false
      figures[rate].rules.append(.respectively)
    }
    return true
  }

  /// Figures whose names were not found are of different things.
  private mutating func keepApart(_ group: [Int]) {
    guard Set(group.map { figures[$0].scope }).count == 1 else { return }
    for number in group { figures[number].scope.part = knownPart(["another", "\(number)"]) }
  }

  /// Topics named in a stretch without a figure between them, the longest such run.
  private func namesInStretch(from start: Int, to end: Int) -> [ProseTopic] {
    var best: [ProseTopic] = []
    var run: [ProseTopic] = []
    var last = -1
    for (at, topic) in topics where at >= start && at < end {
      let between = last >= 0 ? (last..<at).contains { tag($0) == .figure } : false
      if between || last < 0 { run = [] }
      if !run.contains(where: { $0.measure == topic.measure && $0.scope == topic.scope }) {
        run.append(topic)
      }
      last = at
      if run.count > best.count { best = run }
    }
    return best
  }

  /// "they", "the figures", "the changes": the two topics before.
  private func namesOfPronoun(_ size: Int) -> [ProseTopic]? {
    pair.count == size ? pair : self.names.count >= size ? Array(self.names.prefix(size)) : nil
  }

  /// Whether each figure of a group has a topic of its own before it.
  private func isInterleaved(_ group: [Int]) -> Bool {
    var last = -1
    for number in group {
      guard let at = here.firstIndex(of: number) else { return false }
      guard topics.contains(where: { $0.at > last && $0.at < places[at] }) else { return false }
      last = places[at]
    }
    guard let first = here.firstIndex(of: group[0]) else { return false }
    return topics.contains { $0.at > places[first] && $0.at < last }
  }

  private func hasPlural(from start: Int, to end: Int) -> Bool {
    (start..<end).contains { tag($0) == .pronoun && isPlural(word($0)) }
  }

  private func adjacentTimes(from start: Int, to end: Int, count: Int) -> [Int]? {
    var run: [Int] = []
    var last = -1
    for place in start..<end where items[place].tag == .time {
      if last >= 0, !(last + 1..<place).allSatisfy({ isJoint($0) }) { run = [] }
      run.append(items[place].index)
      last = place
      if run.count == count,
        tag(behind(place)) == .respectively || tag(place + 1) == .comma
          || tag(behind(place)) == .stop || place + 3 >= end
      {
        return run
      }
    }
    return nil
  }

  private func isJoint(_ index: Int) -> Bool {
    switch items[index].tag {
    case .comma, .conjunction, .filler, .open, .close, .figure, .hyphen: true
    default: false
    }
  }

  private mutating func give(_ topics: [ProseTopic], to numbers: [Int], _ rule: ProseRule) {
    for (number, topic) in zip(numbers, topics) {
      for follower in bracketed(behind: number)
      where !numbers.contains(follower) && figures[follower].role == .change
        && figures[number].role != .change
      {
        figures[follower].measure = topic.measure
        figures[follower].scope = topic.scope
        figures[follower].balanceSign = topic.balanceSign
      }
      let oldBasis = figures[number].scope.basis
      figures[number].measure = topic.measure
      figures[number].scope = topic.scope
      if oldBasis != 0 { figures[number].scope.basis = oldBasis }
      figures[number].isDropped = false
      figures[number].rules.append(rule)
      figures[number].balanceSign = topic.balanceSign
      if topic.measure.isBalance, figures[number].role == .level {
        figures[number].role = .balance
        figures[number].sign = topic.balanceSign < 0 ? -1 : 1
      } else if !topic.measure.isBalance, figures[number].role == .balance {
        figures[number].role = .level
        figures[number].sign = 1
      }
    }
  }

  /// The figures in a bracket directly behind a figure.
  private func bracketed(behind number: Int) -> [Int] {
    guard let at = here.firstIndex(of: number), tag(places[at] + 1) == .open else { return [] }
    let end = closingBracket(places[at] + 1)
    return zip(here, places).filter { $0.1 > places[at] && $0.1 < end }.map(\.0)
  }

  /// As many figures as names without a word about it: "the figures were 3.58 and 3.47 billion".
  private mutating func pairSilently() {
    // Two or more flows named side by side, then as many figures of a kind before the next name.
    var index = 0
    while index + 1 < topics.count {
      let (first, second) = (topics[index], topics[index + 1])
      guard first.topic.measure != second.topic.measure,
        !(first.at..<second.at).contains(where: { tag($0) == .figure }),
        isSideBySide(first.at, second.at)
      else {
        index += 1
        continue
      }
      let end = index + 2 < topics.count ? topics[index + 2].at : high
      pairOrSum([first.topic, second.topic], from: second.at, to: end)
      index += 2
    }
    pairRates()
    if topics.isEmpty, pair.count == 2 {
      let all = groups(from: low, to: high, isSilent: true).filter { $0.count == 2 }
      let hasPlural = (low..<high).contains { tag($0) == .pronoun && isPlural(word($0)) }
      guard hasPlural || hasTwoFigures(all), !all.isEmpty else { return }
      for group in all { give(pair, to: group, .silentRespectively) }
    } else if let plural = pluralPlace() {
      let names = pair
      guard names.count == 2 else { return }
      let end = topics.first { $0.at > plural }?.at ?? high
      for group in groups(from: plural, to: end, isSilent: true) where group.count == 2 {
        give(inScope(names), to: group, .silentRespectively)
      }
    }
  }

  /// Names from before with the partner of the present clause.
  private func inScope(_ names: [ProseTopic]) -> [ProseTopic] {
    names.map { name in
      var name = name
      name.scope.partner = topic.scope.partner
      return name
    }
  }

  private func pluralPlace() -> Int? {
    (low..<high).first {
      tag($0) == .pronoun && isPlural(word($0)) && hasFigure(after: $0, within: 8)
    }
  }

  private func isPlural(_ word: String) -> Bool {
    ["they", "the figures", "the changes", "these", "the numbers", "the two"].contains(word)
  }

  private func hasTwoFigures(_ groups: [[Int]]) -> Bool {
    groups.contains { group in
      guard let first = here.firstIndex(of: group[0]), let second = here.firstIndex(of: group[1])
      else {
        return false
      }
      return places[second] - places[first] <= 2
        || (tag(places[first] + 1) == .open && places[second] - places[first] <= 6
          && (places[first]..<places[second]).contains { tag($0) == .conjunction })
    }
  }

  private func isSideBySide(_ first: Int, _ second: Int) -> Bool {
    var hasAnd = false
    for place in first + 1..<second {
      switch tag(place) {
      case .conjunction where items[place].a == 1: hasAnd = true
      case .comma, .filler, .preposition, .place, .unknown, .sector, .possessive, .hyphen, .time,
        .whole,
        .measure, .pronoun:
        break
      default: return false
      }
    }
    return hasAnd
  }

  /// Two flows with one level together are total trade; with two levels they have one each.
  private mutating func pairOrSum(_ names: [ProseTopic], from start: Int, to end: Int) {
    let all = groups(from: start, to: end, isSilent: true)
    let isFlows =
      names.map(\.measure.flow) == [.exports, .imports]
      || names.map(\.measure.flow) == [.imports, .exports]
    let doubles = all.filter { $0.count >= 2 && isListed($0) }
    if !doubles.isEmpty {
      for group in doubles { give(names, to: Array(group.prefix(2)), .silentRespectively) }
      // One change for both is told of the first.
      for group in all where group.count == 1 && figures[group[0]].role == .change {
        give([names[0]], to: group, .silentRespectively)
      }
    } else if isFlows, !hasCommaBetween(names, start),
      let level = all.first(where: { $0.count == 1 && figures[$0[0]].role == .level })
    {
      var total = names[0]
      total.measure = total.measure.isServices ? .servicesTrade : .trade
      give([total], to: level, .silentRespectively)
      for group in all where group.count == 1 && figures[group[0]].role == .change {
        give([total], to: group, .silentRespectively)
      }
    }
  }

  /// "on shipments of cars, and imports": a comma before "and" begins a clause.
  private func hasCommaBetween(_ names: [ProseTopic], _ second: Int) -> Bool {
    tag(before(second)) == .conjunction && tag(before(before(second))) == .comma
  }

  private func isListed(_ group: [Int]) -> Bool {
    guard let first = here.firstIndex(of: group[0]), let second = here.firstIndex(of: group[1])
    else {
      return false
    }
    if preposition(before(places[first])) == .from { return false }
    return (places[first]..<places[second]).contains { tag($0) == .conjunction }
      && !figures[group[1]].isBase
  }

  /// "shipments of 17 and arrivals of 19 made up 76.8 and 75.7 percent of the totals".
  private mutating func pairRates() {
    guard here.count >= 4 else { return }
    for at in 1..<here.count {
      let (first, second) = (here[at - 1], here[at])
      guard !figures[first].unit.isAmount, figures[first].unit == figures[second].unit,
        figures[first].measure == figures[second].measure || figures[second].role == .share,
        tag(places[at - 1] + 1) == .conjunction, places[at] == places[at - 1] + 2,
        figures[first].role == figures[second].role, !figures[first].rules.contains(.respectively)
      else { continue }
      let before = topics.filter { $0.at < places[at - 1] }.suffix(2).map(\.topic)
      guard before.count == 2, before[0].measure != before[1].measure,
        !before[0].measure.isBalance, !before[1].measure.isBalance,
        topics.filter({ $0.at < places[at - 1] }).suffix(2).allSatisfy({ topic in
          places.contains { $0 > topic.at && $0 < places[at - 1] }
        })
      else { continue }
      for (number, topic) in zip([first, second], before) {
        figures[number].measure = topic.measure
        figures[number].scope = topic.scope
        if figures[number].role == .share, var whole = figures[number].whole {
          whole.measure = topic.measure
          figures[number].whole = whole
        }
        figures[number].rules.append(.silentRespectively)
      }
    }
  }

  /// "in surplus with both: 21.0 and 61.6": one figure for each of the partners named before.
  private mutating func pairPartners() {
    guard partnerPair.count == 2,
      let both = (low..<high).first(where: { tag($0) == .pronoun && word($0) == "both" })
    else { return }
    for group in groups(from: both, to: high)
    where group.count == 2 && figures[group[0]].unit.isAmount {
      for (number, partner) in zip(group, partnerPair) {
        figures[number].scope.partner = partner
        figures[number].rules.append(.silentRespectively)
      }
    }
  }
}
