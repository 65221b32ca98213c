extension TimeReader {
  mutating func readNumber(at start: Int) -> Int {
    if let end = readISODate(at: start) { return end }
    if let value = digits(start) {
      if tokens[items[start].first].range.count <= 2, (1...31).contains(value), !isAmount(at: start)
      {
        if tag(start + 1) == .month, !isLikelyCount(start) {
          return readMonths(at: start + 1, dayBefore: value)
        }
        if isGlued(start + 1), tag(start + 1) == .unknown || tag(start + 1) == .filler,
          isOrdinalSuffix(start + 1)
        {
          return silent(start, start + 2)
        }
      }
      if let end = readGluedPart(value, at: start) { return end }
    }
    if let value = year(start) {
      if isInTitle(value, at: start) { return silent(start, start + 1) }
      if tag(start + 1) == .hyphen || tag(start + 1) == .mark || tag(start + 1) == .dash,
        isGlued(start + 1), isGlued(start + 2), let second = digits(start + 2)
      {
        if second == (value + 1) % 100 || second == value + 1,
          tag(start + 1) != .dash || second < 100
        {
          emit(TimeMention(form: .fiscalYear, year: value), start, start + 3)
          return start + 3
        }
        if second > value, second <= 2100 {
          emit(TimeMention(form: .years(second - value + 1), year: value), start, start + 3)
          return start + 3
        }
      }
      var mention = TimeMention(form: .year, year: value)
      // "When 2022 ended": the end of it.
      mention.isEnd =
        start > 0 && isWord(start - 1, ["when", "as"])
        && isWord(start + 1, ["ended", "closed", "ends", "closes"])
      emit(mention, start, start + 1)
      return start + 1
    }
    if let value = digits(start), value <= 36 { return readCount(value, at: start, start: start) }
    return start
  }

  /// "the World Investment Report 2023 … in 2022": the year of a publication, where another year is
  /// named near it.
  private func isInTitle(_ value: Int, at index: Int) -> Bool {
    guard index > 0, tokens[items[index - 1].first].isCapital,
      isWord(
        index - 1,
        ["report", "outlook", "review", "survey", "yearbook", "factsheet", "bulletin", "monitor"])
    else { return false }
    return (max(0, index - 24)..<min(items.count, index + 24)).contains {
      $0 != index && year($0) != nil && year($0) != value
    }
  }

  /// "5 May" is a day, but "worth 5 March shipments" is not; a number after a currency is neither.
  func isLikelyCount(_ index: Int) -> Bool {
    index > 0 && items[index - 1].tag == .currency
  }

  func isOrdinalSuffix(_ index: Int) -> Bool {
    let range = tokens[items[index].first].range
    guard range.count == 2 else { return false }
    let pair = (bytes[range.lowerBound] | 0x20, bytes[range.lowerBound + 1] | 0x20)
    return pair == (0x74, 0x68) || pair == (0x73, 0x74) || pair == (0x6E, 0x64)
      || pair == (0x72, 0x64)
  }

  /// `3Q24`, `2Q`, `1H 2024`, `9M 2024`.
  mutating func readGluedPart(_ value: Int, at start: Int) -> Int? {
    guard isGlued(start + 1), value >= 1, value <= 11 else { return nil }
    let range = tokens[items[start + 1].first].range
    guard items[start + 1].first == items[start + 1].last, (1...5).contains(range.count) else {
      return nil
    }
    let letter = bytes[range.lowerBound] | 0x20
    let unit: Int
    switch letter {
    case 0x71 where value <= 4: unit = 3
    case 0x68 where value <= 2: unit = 6
    case 0x6D where bytes[range.lowerBound] == 0x4D && value >= 2: unit = 1
    default: return nil
    }
    var year: Int?
    if range.count > 1 {
      var number = 0
      for position in range.dropFirst() {
        guard bytes[position] >= 0x30, bytes[position] <= 0x39 else { return nil }
        number = number * 10 + Int(bytes[position] - 0x30)
      }
      guard range.count == 3 || range.count == 5 else { return nil }
      year = number < 100 ? 2000 + number : number
    }
    var end = start + 2
    if year == nil {
      let after = trailingYear(end)
      if unit == 1, after.year == nil { return nil }
      (year, end) = (after.year, after.end)
    }
    let form: TimeMention.Form =
      unit == 1
      ? .months(first: 1, count: value) : .months(first: (value - 1) * unit + 1, count: unit)
    emit(TimeMention(form: form, year: year), start, end)
    return end
  }

  /// "the first gain in 11 months", "the lowest in two quarters": how long nothing like it was.
  private func isDistance(before start: Int) -> Bool {
    guard preposition(start - 1) == .in else { return false }
    return (max(0, start - 6)..<start).contains {
      isWord(
        $0,
        [
          "first", "lowest", "highest", "biggest", "largest", "smallest", "fastest", "slowest",
          "weakest", "strongest", "best", "worst", "steepest", "sharpest",
        ])
    }
  }

  /// "nine months", "nine-month", "three months to July 2023", "four quarters to the end of Q2".
  mutating func readCount(_ count: Int, at index: Int, start: Int) -> Int {
    var next = index + 1
    while tag(next) == .hyphen || tag(next) == .filler { next += 1 }
    guard tag(next) == .timeUnit else { return start }
    let unit = Int(items[next].a)
    guard unit > 0, unit < 12, count > 0, count * unit <= 48 else { return start }
    next += 1
    if isDistance(before: start) { return silent(start, next) }
    if let end = readRolling(count * unit, at: next, start) { return end }
    if preposition(next) == .from, month(next + 1) != nil, rangeEnd(next + 2) != nil {
      // "the ten months from January to October 2022": the months say it.
      return silent(start, next + 1)
    }
    let after = trailingYear(next)
    guard count * unit <= 12, count > 1 || after.year != nil else { return start }
    if tag(next) == .relative || isFollowedByAgo(next) { return start }
    if after.year == nil, start > 1, preposition(start - 1) == .for,
      items[start - 2].tag == .change
    {
      // "have fallen for eight months" is how long, not when.
      return start
    }
    if preposition(next) == .of, tag(skipFillers(next + 1)) == .fiscal {
      emit(TimeMention(form: .fiscalMonths(count * unit)), start, skipFillers(next + 1) + 1)
      return skipFillers(next + 1) + 1
    }
    var mention = TimeMention(form: .months(first: 1, count: count * unit), year: after.year)
    mention.yearOffset = after.offset
    if after.year == nil, after.offset == nil { return emitLength(count * unit, start, next) }
    emit(mention, start, after.end)
    return after.end
  }

  /// "in nine months" begins with January when nothing else is known.
  mutating func emitLength(_ months: Int, _ start: Int, _ end: Int) -> Int {
    let isAnchored =
      start > 0
      && (items[start - 1].tag == .preposition || items[start - 1].tag == .possessive
        || items[start - 1].tag == .filler || items[start - 1].tag == .place)
    guard isAnchored || months >= 2 else { return start }
    let isKnown = start > 0 && isWord(start - 1, ["the"])
    emit(
      TimeMention(form: isKnown ? .same(months) : .months(first: 1, count: months)), start, end)
    return end
  }

  func isFollowedByAgo(_ index: Int) -> Bool {
    tag(index) == .preposition && preposition(index) == .of && tag(index + 1) == .unknown
  }

  /// `to July 2023`, `ending in August`, `to the end of Q2 2025`.
  mutating func readRolling(_ count: Int, at index: Int, _ start: Int) -> Int? {
    var next = index
    while tag(next) == .level || tag(next) == .filler || tag(next) == .endOf || tag(next) == .hyphen
      || preposition(next) == .to || preposition(next) == .in || preposition(next) == .through
      || preposition(next) == .of
    {
      next += 1
      if next > index + 6 { return nil }
    }
    guard next > index, preposition(index) != .of, preposition(index) != .in else { return nil }
    // "to 30 June 2022": whole months as a rule.
    if let day = digits(next), (28...31).contains(day), month(next + 1) != nil { next += 1 }
    var last: Int?
    if let value = month(next) { last = value }
    if tag(next) == .calendarPart { last = Int(items[next].a + items[next].b) - 1 }
    guard let last else { return nil }
    let after = trailingYear(next + 1)
    var mention = TimeMention(form: .rolling(count: count, last: last), year: after.year)
    mention.yearOffset = after.offset
    emit(mention, start, after.end)
    return after.end
  }
}
