extension ProseAnalyzer {
  /// "5 million in exports", "a 4.3 billion deficit": the measure belongs to the figure before.
  mutating func attach(_ new: ProseTopic, at index: Int, _ around: Surroundings) -> Bool {
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
      // "imports of 6.0 billion the deficit widened": an article begins something.
      guard isPhrase || place == before(around.start) && word(around.start) != "the",
        !isBreak(place)
      else { return false }
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
    if let fallen = amountFallen(before: place) ?? amountPertaining(before: place) {
      return give(new, to: fallen, at: index)
    }
    guard preposition(place) != nil else { return false }
    let kind = preposition(place)
    place = before(place)
    if tag(place) == .level || tag(place) == .flow, kind == .with || kind == .on || kind == .from {
      place = before(place)
      if tag(place) == .level { place = before(place) }
    }
    guard [.of, .in, .with, .on, .from, .for].contains(kind) else { return false }
    if kind == .for {
      // "an increase of 21.7% for exports and 20.5% for imports"
      guard tag(place) == .figure, !figures[items[place].index].unit.isAmount,
        tag(behind(around.end - 1)) != .figure
      else { return false }
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
    let isSpent =
      kind == .on && ["spent", "spend", "spending", "paid"].contains(word(before(place)))
    if kind == .with || kind == .on, !isSpent, !hasLevelBetween(index, figure) { return false }
    if figures[figure].role == .share { return false }
    if figures[figure].unit == .percent, kind == .of { return false }
    if kind == .from, figures[figure].role == .change { return false }
    var new = new
    if kind == .of, figures[figure].scope.part == mainTopic.scope.part,
      figures[figure].scope.partner == mainTopic.scope.partner, isPartitive(before: index)
    {
      // "31 billion of the surplus is one customer"
      new.scope.part = knownPart(["part", "\(figure)"])
    }
    if listsOtherFlow(behind: index, new.measure) {
      new.measure = new.measure.isServices ? .servicesTrade : .trade
    }
    return give(new, to: figure, at: index)
  }

  /// "15.2 billion fell to the share of exports and 4.7 billion to that of imports".
  private func amountFallen(before index: Int) -> Int? {
    let share = before(index)
    guard preposition(index) == .of, tag(share) == .share || word(share) == "that",
      preposition(before(share)) == .to
    else { return nil }
    var place = before(before(share))
    if [.change, .level].contains(tag(place)) { place = before(place) }
    guard tag(place) == .figure else { return nil }
    let figure = figures[items[place].index]
    return figure.unit.isAmount && figure.role == .level ? items[place].index : nil
  }

  /// "of which 4.4 billion pertained to exports and 4.9 billion to imports".
  private func amountPertaining(before index: Int) -> Int? {
    guard preposition(index) == .to else { return nil }
    let verbs: Set<String> = [
      "pertained", "belonged", "related", "pertaining", "belonging", "relating", "attributable",
      "attributed", "due",
    ]
    var place = before(index)
    if tag(place) == .figure {
      guard (max(low, place - 8)..<place).contains(where: { verbs.contains(word($0)) }) else {
        return nil
      }
    } else {
      guard verbs.contains(word(place)) else { return nil }
      place = before(place)
      if tag(place) == .level { place = before(place) }
    }
    guard tag(place) == .figure else { return nil }
    let figure = figures[items[place].index]
    return figure.unit.isAmount && figure.role == .level ? items[place].index : nil
  }

  /// Whether an amount is told of "the", "this" or "its" flow, of which it is a part.
  private func isPartitive(before index: Int) -> Bool {
    var place = index - 1
    while place > low, place > index - 5 {
      if preposition(place) == .of { return false }
      if ["the", "this", "its", "their", "these"].contains(word(place)) {
        return preposition(place - 1) == .of && tag(place - 2) == .figure
      }
      place -= 1
    }
    return false
  }

  /// "185 billion in imports, exports and re-exports": all flows together.
  private func listsOtherFlow(behind index: Int, _ measure: ProseMeasure) -> Bool {
    guard measure.flow == .exports || measure.flow == .imports else { return false }
    let next = behind(index)
    guard tag(next) == .comma || tag(next) == .conjunction && items[next].a == 1 else {
      return false
    }
    let other = behind(next)
    guard tag(other) == .measure,
      ProseMeasure(rawValue: items[other].a)?.flow == measure.flow.mirrored
    else { return false }
    return tag(behind(other)) != .figure && preposition(behind(other)) != .of
      && tag(behind(other)) != .level && tag(behind(other)) != .change
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
  mutating func give(_ new: ProseTopic, to figure: Int, at index: Int) -> Bool {
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
      if figures[number].unit == .tonnes { figures[number].scope.basis = 5 }
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
