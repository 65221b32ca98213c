internal import TimeSeries

extension ProseAnalyzer {
  /// Whether a time is what something is compared with.
  func isBase(at index: Int) -> Bool {
    guard index < items.count, items[index].tag == .time else { return false }
    let mention = times[items[index].index]
    if case .relative(let relation) = mention.form {
      switch relation {
      case .lastYear, .thisYear, .lastMonth, .lastQuarter, .toDate, .monthToDate: break
      default: return true
      }
    }
    if case .part = mention.form { return true }
    if mention.isBase { return true }
    if case .relative(.lastYear) = mention.form, ["level", "levels"].contains(word(index + 1)) {
      // "came close to last year's level"
      return true
    }
    if case .year = mention.form, index + 1 < items.count, items[index + 1].tag == .unknown,
      ["peak", "high", "low", "record", "trough"].contains(word(index + 1))
    {
      return true
    }
    var place = index - 1
    var count = 0
    while place >= 0, count < 6 {
      count += 1
      switch items[place].tag {
      case .filler, .possessive, .hyphen, .endOf, .whole, .mark, .pronoun, .comparison: place -= 1
      case .conjunction where items[place].a == 1 && place > 0 && items[place - 1].tag == .time:
        if place > 1, items[place - 2].preposition == .between { return false }
        return isBase(at: place - 1)
      case .preposition:
        switch items[place].preposition {
        case .than, .against, .since: return true
        case .in, .at, .for, .of:
          // "than in March", "compared with that of 2017"
          place -= 1
          if place >= 0, items[place].tag == .same { return true }
          if place >= 0, items[place].tag == .time { return false }
          if place >= 0, items[place].tag == .pronoun {
            // "than that of 2017", but "notes that in 2011"
            guard ["that", "those", "one", "ones"].contains(word(place)), place > 0 else {
              return false
            }
            let left = items[place - 1]
            return items[place + 1].preposition == .of
              || left.tag != .unknown && left.tag != .level
          }
          while place >= 0, items[place].tag == .filler { place -= 1 }
          guard place >= 0, [.than, .against, .since, .from].contains(items[place].preposition)
          else { return false }
          return items[place].preposition != .from
        case .between:
          return hasSecond(after: index)
        case .from:
          return place > 0
            && [.figure, .change, .time, .comparison, .close].contains(items[place - 1].tag)
        case .after: return place > 0 && items[place - 1].tag == .figure
        case .over, .on:
          // "a decrease of 2.7 billion, or 11.8 percent, on November 2022"
          let isOn = items[place].preposition == .on
          if isOn, place > 1, items[place - 1].tag == .comma, items[place - 2].tag == .figure,
            figures[items[place - 2].index].unit == .percent, items[place + 1].tag == .time
          {
            place -= 1
          }
          guard place > 0 else { return false }
          return (isEarlier(mention) || isOn)
            && (items[place - 1].tag == .figure || items[place - 1].tag == .change
              || isOn && items[place - 1].tag == .close)
        default: return false
        }
      case .change where items[place].b == 2:
        // "1.2% down on April" compares, "lower in April" dates.
        return count > 1 || word(place).hasSuffix(" on") || word(place).hasSuffix(" of")
      case .measure, .balance:
        if count > 1, items[place].tag == .measure { return false }
        place -= 1
      default: return false
      }
    }
    return false
  }

  /// "between January 2022 (18.3) and December 2023 (18.1)": the first is the base.
  private func hasSecond(after index: Int) -> Bool {
    var place = index + 1
    while place < items.count, place < index + 8 {
      if items[place].tag == .conjunction, items[place].a == 1 {
        return place + 1 < items.count && items[place + 1].tag == .time
      }
      if items[place].tag == .stop || items[place].tag == .comma { return false }
      place += 1
    }
    return false
  }

  /// Whether a year or month named behind "on" or "over" can be a base: "3 % on 2021", but "over the
  /// first ten months" is the current period.
  private func isEarlier(_ mention: TimeMention) -> Bool {
    switch mention.form {
    case .year, .fiscalYear: return true
    case .months(_, let count):
      guard let year = mention.year, let now = resolver.current else {
        return count <= 3 && mention.year != nil
      }
      return year < now.lastMonth.year || count == 1
    default: return false
    }
  }

  /// Gives every figure of the sentence its period.
  mutating func datePeriods() {
    splitBetween()
    markFirstOfTwo()
    let before = resolver.current
    let opening = resolver
    var own: [Int: Int] = [:]
    var claimed = Set<Int>()
    var leading = Set<Int>()
    var openPart: Int?
    for (number, place) in zip(here, places) {
      if let time = figures[number].ownTime {
        own[number] = time
      } else if let at = timeBeside(place) {
        own[number] = items[at].index
        claimed.insert(at)
        if isBase(at: at), figures[number].role != .change, !isPartInTurn(place, items[at].index) {
          figures[number].isBase = true
        }
        if leadsWithLastYear(number, at) {
          figures[number].isBase = false
          leading.insert(at)
        }
      }
    }
    // The first time that dates the sentence counts backwards too.
    var stretch = low
    var isDated = false
    var contrast: ProsePeriod?
    var contrastEnd = high
    var told: [ProsePeriod] = []
    var depth = 0
    for index in low..<high {
      let item = items[index]
      if item.tag == .semicolon || item.tag == .colon || item.tag == .dash { stretch = index }
      if item.tag == .open { depth += 1 }
      if item.tag == .close { depth = max(0, depth - 1) }
      if index == contrastEnd { contrast = nil }
      if item.tag == .time, !isBase(at: index), !isOfBaseFigure(index, own) {
        if case .months = times[item.index].form, times[item.index].year == nil,
          times[item.index].yearOffset == nil
        {
          openPart = item.index
        } else if case .year = times[item.index].form, let open = openPart,
          let year = times[item.index].year, !isSetOff(open, before: index)
        {
          // "First-half exports were 12.6 billion in 2009": the half of that year.
          times[open].year = year
          times[item.index] = times[open]
          isDated = false
          openPart = nil
        }
        guard !leading.contains(index), let period = resolver.period(of: times[item.index]) else {
          continue
        }
        if depth > 0, bracketHasFigure(index) { continue }
        if own.contains(where: { $0.value == item.index && figures[$0.key].scope.basis == 20 }) {
          // "earned 35.4 billion in 2023 and plans on 59 billion in 2028"
          continue
        }
        if isDated, claimed.contains(index), let now = resolver.current,
          period.lastMonth <= now.lastMonth
        {
          continue
        }
        if claimed.contains(index), let now = resolver.current,
          period == now.shifted(byYears: -1), hasOtherFigure(before: index, own)
        {
          // "ended in a surplus of 16.5, having been in a deficit of 8.5 in February 2022"
          continue
        }
        if let now = resolver.current, period == now.shifted(byYears: -1),
          stretch == low || places.contains(where: { stretch < $0 && $0 < index }),
          !isDated, opensContrast(index), hasOtherFigure(before: index, own)
        {
          // "reached 4.9 bn, while in January 2021 it was 6.2 bn"
          contrast = period
          continue
        }
        if let now = resolver.current, period.lastMonth < now.lastMonth,
          period.months == now.months, isPastPerfect(at: index)
        {
          if !isDated, !hasOtherFigure(before: index, own) {
            backdate(to: index, from: stretch, period, own)
          }
          contrast = period
          contrastEnd = endOfRelative(at: index)
          continue
        }
        if let now = resolver.current, period.lastMonth < now.firstMonth,
          claimed.contains(index), isApposition(at: index) || isBehindParticiple(index)
        {
          continue
        }
        if isDated, let now = resolver.current, period.lastMonth < now.firstMonth,
          isBehindComparison(index)
        {
          // "compared with 18.5 billion in what was a weak 2018": an earlier time is no new one.
          continue
        }
        if isDated, claimed.contains(index), let now = resolver.current,
          now.firstMonth <= period.firstMonth, period.lastMonth <= now.lastMonth
        {
          continue
        }
        resolver.current = period
        told.append(period)
        if !isDated || stretch > low {
          // "was 0.4; in April it had been 3.9": the clause before keeps the time it had.
          let isOwnClause = before != nil && tag(stretch) == .semicolon
          backdate(to: index, from: isDated || isOwnClause ? stretch : low, period, own)
        }
        isDated = true
        resolver.year = nil
      } else if item.tag == .figure {
        let number = item.index
        let current = contrast ?? resolver.current
        figures[number].period = isStock(number) ? current?.asStock : flowing(current, number)
        if figures[number].measure == .fdiFlow, case .stock? = resolver.current?.period {
          figures[number].measure = .fdiStock
        }
        figures[number].rules.append(
          isDated || contrast != nil ? .clauseTime : .inheritedTime)
      }
    }
    if resolver.current == nil { resolver.current = before }
    for (number, place) in zip(here, places) {
      guard let time = own[number] else {
        shareTime(number, place, own)
        continue
      }
      figures[number].ownTime = time
      let mention = times[time]
      let base = resolver.current
      if let at = items[low..<high].firstIndex(where: { $0.tag == .time && $0.index == time }),
        isBase(at: at)
      {
        var local = resolver
        local.current = figures[number].period ?? resolver.current
        if case .part = mention.form, let part = partBefore(place) { local.current = part }
        if figures[number].isBase {
          figures[number].period = local.base(of: mention)
        } else if isPartInTurn(place, time) {
          figures[number].period = local.period(of: mention)
        }
      } else if figures[number].isBase {
        var local = resolver
        local.current = figures[number].period ?? base
        figures[number].period = local.base(of: mention)
      } else {
        var local = resolver
        local.current = leading.isEmpty ? figures[number].period ?? before ?? base : base
        // "was 1.84 billion last year": where that dated the sentence, it is not taken twice.
        let isTaken =
          figures[number].period != nil && opening.period(of: mention) == figures[number].period
        if !isTaken { figures[number].period = local.period(of: mention) }
      }
      if isStock(number) { figures[number].period = figures[number].period?.asStock }
      if figures[number].measure == .fdiFlow, case .stock? = figures[number].period?.period {
        figures[number].measure = .fdiStock
      }
      figures[number].rules.append(.ownTime)
    }
    shareTimeBehind(own)
    comeBack(from: told)
  }

  /// The quarter or half of the last figure before an item that has one, for "from 397 in the first".
  private func partBefore(_ index: Int) -> ProsePeriod? {
    let told = zip(here, places).filter { $0.1 < index }.compactMap { figures[$0.0].period }
    return told.last { $0.months == 3 }
  }

  /// Whether a comma and no figure stand between a time and another: "with the price freed in May,
  /// exports were 4 billion in 2023" has two times, "First-half exports were 12.6 billion in 2009" one.
  private func isSetOff(_ time: Int, before index: Int) -> Bool {
    guard let first = (low..<index).last(where: { tag($0) == .time && items[$0].index == time })
    else { return false }
    let measure = (first..<index).first {
      tag($0) == .measure || tag($0) == .flow || tag($0) == .figure
    }
    let comma = (first..<index).first { tag($0) == .comma }
    guard let comma, first > low + 3 else { return false }
    return comma < measure ?? index
  }

  /// Whether a comparison opens the part of the clause that a time stands in.
  private func isBehindComparison(_ index: Int) -> Bool {
    var place = index - 1
    while place >= low, place > index - 10 {
      switch tag(place) {
      case .comma, .conjunction: return false
      case .preposition
      where preposition(place) == .against || preposition(place) == .than:
        return true
      default: if isBreak(place) { return false }
      }
      place -= 1
    }
    return false
  }

  /// Whether "while", "whereas" or "but" stands before a time.
  private func opensContrast(_ index: Int) -> Bool {
    var place = before(index)
    if tag(place) == .preposition { place = before(place) }
    return tag(place) == .conjunction && items[place].a >= 3
  }

  /// Whether a figure stands before a time in the sentence that is not that time's own.
  private func hasOtherFigure(before index: Int, _ own: [Int: Int]) -> Bool {
    zip(here, places).contains { number, place in
      place < index && own[number] != items[index].index && figures[number].role != .change
    }
  }

  /// "exports as of the end of May": what has flowed since the year began.
  private func flowing(_ period: ProsePeriod?, _ number: Int) -> ProsePeriod? {
    guard case .stock(let month)? = period?.period,
      figures[number].measure.isFlowOfTrade || figures[number].measure == .balance
    else { return period }
    return .span(Month(year: month.year, month: 1), month.month)
  }

  private func isStock(_ number: Int) -> Bool {
    figures[number].measure == .fdiStock || figures[number].measure == .netPosition
  }

  /// "73.31 billion last year, 32.2 percent more than in 2006": a rate behind a figure that has its
  /// own time is of that time.
  private mutating func shareTime(_ number: Int, _ place: Int, _ own: [Int: Int]) {
    guard figures[number].role == .change,
      tag(before(place)) == .comma
        || tag(before(place)) == .change && tag(before(before(place))) == .comma,
      let at = here.firstIndex(of: number), at > 0, own[here[at - 1]] != nil,
      figures[here[at - 1]].role != .change, !figures[here[at - 1]].isBase,
      (places[at - 1] + 1..<place).allSatisfy({
        [.time, .comma, .preposition, .filler, .change, .measure, .balance].contains(items[$0].tag)
      })
    else { return }
    figures[number].period = figures[here[at - 1]].period
  }

  /// "had declined 8.5 in 2015, recovered 1.2 per cent to 7.0 billion in 2016": a rate before "to" is of
  /// the time of the level behind it.
  private mutating func shareTimeBehind(_ own: [Int: Int]) {
    for (at, number) in here.enumerated().dropLast()
    where figures[number].role == .change {
      let next = here[at + 1]
      if own[number] != nil {
        // "dropped 15% in the second quarter to 336 billion"
        if own[next] == nil, figures[next].role != .change, !figures[next].isBase,
          preposition(before(places[at + 1])) == .to, places[at + 1] - places[at] <= 6,
          !figures[number].isBase
        {
          figures[next].period = figures[number].period
        }
        continue
      }
      guard own[next] != nil, figures[next].role != .change, !figures[next].isBase,
        preposition(before(places[at + 1])) == .to, places[at + 1] - places[at] <= 3
      else { continue }
      figures[number].period = figures[next].period
    }
  }

  private mutating func backdate(
    to index: Int, from start: Int, _ period: ProsePeriod, _ own: [Int: Int]
  ) {
    for (number, place) in zip(here, places) where place >= start && place < index {
      if figures[number].rules.contains(.clauseTime) { continue }
      if figures[number].measure == .fdiFlow, case .stock = period.period {
        figures[number].measure = .fdiStock
      }
      figures[number].period = isStock(number) ? period.asStock : flowing(period, number)
      figures[number].rules.append(.laterTime)
    }
  }

  /// Whether a time dates only a base figure: "from 23.8 billion in April".
  private func isOfBaseFigure(_ index: Int, _ own: [Int: Int]) -> Bool {
    own.contains { number, time in time == items[index].index && figures[number].isBase }
  }

  /// A heading or a sentence without figures still says the time and the subject.
  mutating func readTimesOfEmptySentence() {
    for index in low..<high where items[index].tag == .time && !isBase(at: index) {
      if let period = resolver.period(of: times[items[index].index]) { resolver.current = period }
      resolver.year = nil
    }
    if let topic = topics.last?.topic {
      lastTopic = topic
      if !hasMainTopic {
        mainTopic = topic
        if mainTopic.scope.part > 2 { mainTopic.scope.part = 0 }
        mainTopic.scope.reporter = reporter
        hasMainTopic = true
      }
    }
  }
}
