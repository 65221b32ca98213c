/// Which time stands beside a figure, and which of two times is the base.
extension ProseAnalyzer {
  /// The time directly beside a figure: "24.6 in April", "July's 64.7", "April 2023 (217.2)".
  func timeBeside(_ index: Int) -> Int? {
    var next = index + 1
    while tag(next) == .filler { next += 1 }
    if figures[items[index].index].isBase, tag(next) == .open, tag(next + 1) == .figure,
      tag(next + 2) == .close
    {
      // "against $37.0 billion (Rs 3.1 trillion) during February 2023"
      next += 3
    }
    if tag(next) == .open, tag(next + 1) == .time, tag(next + 2) == .close { return next + 1 }
    if tag(next) == .balance || tag(next) == .measure
      || (tag(next) == .level && preposition(next + 1) == .in)
    {
      if preposition(next + 1) == .of || tag(next) == .level { next += 1 }
    }
    if tag(next) == .balance, [.in, .for].contains(preposition(next + 1)), tag(next + 2) == .time {
      // "against a 5.5 bn deficit in 2021"
      next += 1
    }
    if word(next) == "having" {
      // "a deficit of 10.5 billion, 3.5 billion having been recorded in 2021"
      while tag(next) == .level { next += 1 }
    }
    if tag(next) == .change, [.in, .for, .of].contains(preposition(next + 1)), items[next].b <= 1 {
      next += 1
    }
    if word(next) == "having" {
      // "3.5 billion having been recorded in 2021"
      while tag(next) == .level { next += 1 }
    }
    if [.in, .for, .of, .at].contains(preposition(next)) {
      next += 1
      while tag(next) == .filler { next += 1 }
    }
    if tag(next) == .time, !startsNext(next) { return next }
    var previous = before(index)
    if preposition(previous) == .of, tag(previous - 1) == .filler, tag(before(previous)) == .time,
      isBase(at: before(previous))
    {
      // "above the end-2017 figure of 1,224"
      return before(previous)
    }
    if preposition(previous) == .of, [.measure, .balance].contains(tag(before(previous))) {
      // "more than September exports of 206.8"
      let time = before(before(previous))
      if tag(time) == .time, [.than, .against, .from].contains(preposition(before(time))) {
        return time
      }
    }
    if tag(previous) == .possessive { previous = before(previous) }
    if tag(previous) == .time { return previous }
    if tag(previous) == .open || tag(previous) == .colon {
      let time = before(previous)
      if tag(time) == .time, figures[items[index].index].role != .change || tag(previous) == .colon
      {
        return time
      }
    }
    return nil
  }

  /// "in Q1 6.49, in Q2 6.44": a time between two figures belongs to the one without a comma.
  func startsNext(_ index: Int) -> Bool {
    guard tag(index + 1) == .figure else { return false }
    return tag(index - 1) == .comma || tag(index - 2) == .comma || tag(index - 1) == .conjunction
  }

  /// "Between April and May the surplus rose from … to …": the first month is the base.
  mutating func splitBetween() {
    for index in low..<high where items[index].tag == .time {
      guard preposition(index - 1) == .between,
        zip(here, places).contains(where: { number, place in
          figures[number].isBase && preposition(before(place)) == .from
        }), !(low..<high).contains(where: { $0 != index && isBase(at: $0) }),
        case .months(let first, let count) = times[items[index].index].form, count >= 2
      else { continue }
      var base = times[items[index].index]
      base.form = .months(first: first, count: 1)
      base.isBase = true
      let last = (first + count - 2) % 12 + 1
      times[items[index].index].form = .months(first: last, count: 1)
      times.append(base)
      splitBase = (index, times.count - 1)
    }
  }

  /// "From the first quarter of 2022 to the last of 2023 its weight dwindled by 7.7 points": the first
  /// of the two times is the base of what changed.
  mutating func markFirstOfTwo() {
    guard here.contains(where: { figures[$0].role == .change }) else { return }
    for index in low..<high
    where tag(index) == .time && preposition(before(index)) == .from
      && preposition(index + 1) == .to && tag(behind(index + 1)) == .time
    {
      times[items[index].index].isBase = true
    }
  }

  /// "2.91 in the first quarter, 5.08 in the second": the second part of the year, not a base.
  func isPartInTurn(_ place: Int, _ time: Int) -> Bool {
    guard case .part = times[time].form else { return false }
    switch preposition(before(place)) {
    case .from, .than, .against, .after, .over, .on, .with: return false
    default: return true
    }
  }

  /// "After 73.31 billion last year, …" opens with the year before, not with a base.
  func leadsWithLastYear(_ number: Int, _ time: Int) -> Bool {
    guard case .relative(.lastYear) = times[items[time].index].form else { return false }
    return preposition(behind(low - 1)) == .after && behind(behind(low - 1)) >= time - 2
  }

  /// Whether the bracket around a time holds a figure too, so that the time is that figure's.
  func bracketHasFigure(_ index: Int) -> Bool {
    var place = index
    while place > low, items[place].tag != .open { place -= 1 }
    while place < high, items[place].tag != .close {
      if items[place].tag == .figure { return true }
      place += 1
    }
    return false
  }
}
