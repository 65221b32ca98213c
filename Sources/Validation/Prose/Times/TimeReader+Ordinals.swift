extension TimeReader {
  /// "the first quarter of 2024", "first nine months", "first and second quarters", "the first".
  mutating func readOrdinal(at start: Int) -> Int {
    let ordinal = Int(items[start].a)
    var next = skipFillers(start + 1)
    if let end = readOrdinals(from: start) { return end }
    if tag(next) == .conjunction, items[next].a == 1, tag(skipFillers(next + 1)) == .ordinal,
      tag(skipFillers(skipFillers(next + 1) + 1)) == .timeUnit
    {
      let second = skipFillers(next + 1)
      let unitAt = skipFillers(second + 1)
      let unit = Int(items[unitAt].a)
      guard unit == 3 || unit == 6, ordinal * unit <= 12, Int(items[second].a) * unit <= 12 else {
        return start
      }
      let after = trailingYear(unitAt + 1)
      for (position, value) in [(start, ordinal), (second, Int(items[second].a))] {
        var mention = TimeMention(
          form: .months(first: (value - 1) * unit + 1, count: unit), year: after.year)
        mention.yearOffset = after.offset
        // "between the second and third quarters": the first is the base.
        mention.isBase = position == start && isBehindBetween(start)
        emit(mention, position, position + 1)
      }
      return after.end
    }
    var count = 1
    var hasCount = false
    if tag(next) == .numberWord {
      (count, hasCount) = (Int(items[next].a), true)
      next = skipFillers(next + 1)
    } else if let value = digits(next), value <= 31 {
      (count, hasCount) = (value, true)
      next = skipFillers(next + 1)
    }
    guard tag(next) == .timeUnit else { return readElided(ordinal, at: start) }
    let unit = Int(items[next].a)
    let after = trailingYear(next + 1)
    if unit == 0 { return readDays(ordinal, count, hasCount, at: start, unitAt: next) }
    if preposition(next + 1) == .of, tag(skipFillers(next + 2)) == .fiscal {
      var end = skipFillers(next + 2) + 1
      let short = shortYear(end)
      if tag(end) == .number, year(end) != nil, tag(end + 1) == .open { end += 1 }
      if ordinal == 1, hasCount, let short {
        lastFiscal = short
        emit(TimeMention(form: .fiscalMonths(count * unit), year: short - 1), start, end + 1)
        return end + 1
      }
      if ordinal == 1, hasCount {
        emit(
          TimeMention(form: .fiscalMonths(count * unit), year: trailingYear(end).year), start, end)
      } else if tag(end) != .open {
        return silent(start, end)
      } else {
        return silent(start, end)
      }
      return end
    }
    guard unit < 12 else { return start }
    let months = count * unit
    guard months <= 12 else { return start }
    if hasCount, unit == 1, isWord(start, ["last"]), after.year == nil, after.offset == nil,
      preposition(next + 1) != .of
    {
      emit(TimeMention(form: .latest(months)), start, next + 1)
      return next + 1
    }
    let first: Int
    if hasCount {
      first = ordinal == 4 ? 13 - months : 1
    } else {
      first = ordinal == 4 && unit == 6 ? 7 : (ordinal - 1) * unit + 1
    }
    guard first + months <= 13, unit != 1 || hasCount else { return start }
    var mention = TimeMention(form: .months(first: first, count: months), year: after.year)
    mention.yearOffset = after.offset
    var end = after.year != nil || after.offset != nil ? after.end : next + 1
    if mention.year == nil, mention.yearOffset == nil, preposition(end) == .of,
      tag(skipFillers(end + 1)) == .timeUnit, items[skipFillers(end + 1)].a == 12
    {
      end = skipFillers(end + 1) + 1
    }
    emit(mention, start, end)
    return end
  }

  /// "in the first, second, third and fourth quarters": a time each.
  private mutating func readOrdinals(from start: Int) -> Int? {
    var ordinals = [start]
    var next = start + 1
    while ordinals.count < 5, tag(next) == .comma || tag(next) == .conjunction {
      let following = skipFillers(next + 1)
      guard tag(following) == .ordinal else { break }
      ordinals.append(following)
      next = following + 1
    }
    guard ordinals.count > 2, tag(next) == .timeUnit, items[next].a == 3,
      ordinals.allSatisfy({ items[$0].a <= 4 })
    else { return nil }
    let after = trailingYear(next + 1)
    for (position, place) in ordinals.enumerated() {
      var mention = TimeMention(
        form: .months(first: (Int(items[place].a) - 1) * 3 + 1, count: 3), year: after.year)
      mention.yearOffset = after.offset
      emit(mention, place, position == ordinals.count - 1 ? after.end : place + 1)
    }
    return after.end
  }

  private func isBehindBetween(_ index: Int) -> Bool {
    var place = index - 1
    while place >= 0, items[place].tag == .filler { place -= 1 }
    return preposition(place) == .between
  }

  /// "above the first": only after a preposition of comparison, where a figure's part was named.
  mutating func readElided(_ ordinal: Int, at start: Int) -> Int {
    guard start > 1, ordinal <= 4, items[start - 1].tag == .filler,
      [.over, .than, .on, .from, .against, .with, .in].contains(items[start - 2].preposition)
        || items[start - 2].tag == .hedge
    else { return start }
    switch tag(start + 1) {
    case .comma, .stop, .open, .close, .semicolon, nil, .conjunction:
      emit(TimeMention(form: .part(ordinal)), start, start + 1)
      return start + 1
    default: return start
    }
  }

  /// "first 20 days of August", "first six business days of April", "second week of February".
  mutating func readDays(
    _ ordinal: Int, _ count: Int, _ hasCount: Bool, at start: Int, unitAt: Int
  ) -> Int {
    guard preposition(unitAt + 1) == .of, let month = month(skipFillers(unitAt + 2)) else {
      return start
    }
    let place = skipFillers(unitAt + 2)
    let after = trailingYear(place + 1)
    let word = tokens[items[unitAt].first].range
    let isDay = bytes[word.lowerBound] | 0x20 == 0x64 && bytes[word.lowerBound + 1] | 0x20 == 0x61
    let isBusiness =
      bytes[word.lowerBound] | 0x20 == 0x62 || bytes[word.lowerBound + 1] | 0x20 == 0x6F
    let form: TimeMention.Form
    if isBusiness, hasCount, ordinal == 1 {
      form = .businessDays(month: month, count: count)
    } else if isDay, hasCount, ordinal == 1 {
      form = .days(month: month, day: 1, lastMonth: month, lastDay: count)
    } else {
      form = .months(first: month, count: 1)
    }
    emit(TimeMention(form: form, year: after.year), start, after.end)
    return after.end
  }

  mutating func readPart(at start: Int) -> Int {
    let after = trailingYear(start + 1)
    var mention = TimeMention(
      form: .months(first: Int(items[start].a), count: Int(items[start].b)), year: after.year)
    mention.yearOffset = after.offset
    emit(mention, start, after.end)
    return after.end
  }
}
