internal import TradeModel

/// Finds the times that a text names and puts them in the place of their words.
///
/// Runs before figures are read, so that years, days and ordinals never become figures.
struct TimeReader {
  /// The text.
  let bytes: [UInt8]
  /// Its tokens.
  let tokens: [TextToken]
  /// The items.
  let items: [ProseItem]
  /// What was found.
  var times: [TimeMention] = []
  /// The full dates, which are no periods, by the token they begin with.
  var dates: [(token: Int, date: Vintage)] = []
  /// The items with times in the place of their words.
  var output: [ProseItem] = []

  /// Prepares reading.
  init(bytes: [UInt8], tokens: [TextToken], items: [ProseItem]) {
    (self.bytes, self.tokens, self.items) = (bytes, tokens, items)
  }

  /// Reads all items; linear, since each attempt looks at a bounded number of items.
  mutating func read() {
    output.reserveCapacity(items.count)
    var index = 0
    while index < items.count {
      let end = attempt(at: index)
      if end > index {
        index = end
      } else {
        output.append(items[index])
        index += 1
      }
    }
  }

  mutating func attempt(at index: Int) -> Int {
    switch items[index].tag {
    case .month: return readMonths(at: index)
    case .number: return readNumber(at: index)
    case .numberWord: return readCount(Int(items[index].a), at: index, start: index)
    case .ordinal: return readOrdinal(at: index)
    case .calendarPart: return readPart(at: index)
    case .relative: return readRelative(at: index)
    case .matching: return readMatching(at: index)
    case .fiscal: return readFiscal(at: index)
    case .endOf: return readEnd(at: index)
    case .timeUnit: return readUnit(at: index)
    default: return index
    }
  }

  mutating func emit(_ mention: TimeMention, _ first: Int, _ end: Int) {
    times.append(mention)
    output.append(
      ProseItem(
        tag: .time, a: 0, b: 0, first: items[first].first, last: items[end - 1].last,
        index: times.count - 1))
  }

  private mutating func addDate(_ year: Int, _ month: Int, _ day: Int, at index: Int) {
    let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    if let date = Vintage(parsing: text) { dates.append((items[index].first, date)) }
  }

  /// `2023-11-08`: a date, no year.
  private mutating func readISODate(at start: Int) -> Int? {
    guard tag(start + 1) == .hyphen, tag(start + 3) == .hyphen,
      (1...4).allSatisfy({ isGlued(start + $0) }), let year = year(start),
      let month = digits(start + 2), let day = digits(start + 4),
      [start + 2, start + 4].allSatisfy({ tokens[items[$0].first].range.count == 2 }),
      (1...12).contains(month)
    else { return nil }
    addDate(year, month, day, at: start)
    return silent(start, start + 5)
  }

  // MARK: Looking ahead

  func tag(_ index: Int) -> Lexeme.Tag? { index < items.count ? items[index].tag : nil }

  func preposition(_ index: Int) -> Lexeme.Preposition? {
    index < items.count ? items[index].preposition : nil
  }

  /// The whole number printed at an item, if it has no separators.
  func digits(_ index: Int) -> Int? {
    guard tag(index) == .number else { return nil }
    let range = tokens[items[index].first].range
    guard range.count <= 4 else { return nil }
    var value = 0
    for position in range {
      guard bytes[position] >= 0x30, bytes[position] <= 0x39 else { return nil }
      value = value * 10 + Int(bytes[position] - 0x30)
    }
    return value
  }

  /// Whether an item is one of some words.
  func isWord(_ index: Int, _ words: Set<String>) -> Bool {
    guard index < items.count, items[index].first == items[index].last else { return false }
    let range = tokens[items[index].first].range
    guard range.count < 16 else { return false }
    return words.contains(String(decoding: bytes[range].map { $0 | 0x20 }, as: UTF8.self))
  }

  func isGlued(_ index: Int) -> Bool {
    index < items.count && !tokens[items[index].first].isSpaced
  }

  /// A year at an item: four digits that are no amount.
  func year(_ index: Int) -> Int? {
    guard let value = digits(index), (1900...2100).contains(value),
      tokens[items[index].first].range.count == 4, !isAmount(at: index)
    else { return nil }
    return value
  }

  func isAmount(at index: Int) -> Bool {
    if index > 0, items[index - 1].tag == .currency, items[index - 1].b & 4 != 0 { return true }
    switch tag(index + 1) {
    case .scale, .percent, .points, .weight, .currency, .times, .counted: return true
    case .shortScale: return isGlued(index + 1)
    default: return false
    }
  }

  func month(_ index: Int) -> Int? {
    tag(index) == .month ? Int(items[index].a) : nil
  }

  func isRangeMark(_ index: Int) -> Bool {
    switch tag(index) {
    case .hyphen, .dash: true
    case .preposition: [.to, .through, .by].contains(preposition(index))
    case .mark: isGlued(index) && isGlued(index + 1)
    default: false
    }
  }

  func skipFillers(_ index: Int) -> Int {
    var next = index
    while tag(next) == .filler || tag(next) == .hyphen { next += 1 }
    return next
  }

  /// Reads a year behind a time: `2024`, `, 2024`, `of 2024`, `this year`, `last year`.
  func trailingYear(_ index: Int) -> (year: Int?, offset: Int?, end: Int) {
    var next = index
    if tag(next) == .comma || preposition(next) == .of || preposition(next) == .in
      || tag(next) == .hyphen || tag(next) == .possessive
    {
      next += 1
    }
    while tag(next) == .filler { next += 1 }
    if let value = year(next) {
      if tag(next + 1) == .hyphen || tag(next + 1) == .mark, isGlued(next + 1), isGlued(next + 2),
        let second = digits(next + 2), second == (value + 1) % 100
      {
        return (value, nil, next + 3)
      }
      return (value, nil, next + 1)
    }
    if tag(next) == .relative, next == index || tag(index) != .comma {
      switch TimeMention.Relation(rawValue: items[next].a) {
      case .lastYear: return (nil, -1, next + 1)
      case .thisYear: return (nil, 0, next + 1)
      case .yearEarlier where preposition(index) == .of: return (nil, -1, next + 1)
      default: break
      }
    }
    return (nil, nil, index)
  }

  // MARK: Months

  mutating func readMonths(at start: Int, dayBefore: Int? = nil) -> Int {
    guard let first = month(start) else { return start }
    var next = start + 1
    var firstDay = dayBefore
    if firstDay == nil, let value = digits(next), (1...31).contains(value), !isAmount(at: next),
      tag(next + 1) != .month
    {
      firstDay = value
      next += 1
      if isGlued(next), tag(next) == .unknown { next += 1 }
    }
    if let firstDay {
      if isRangeMark(next), let lastDay = digits(next + 1), (1...31).contains(lastDay),
        tag(next + 2) != .month
      {
        let after = trailingYear(next + 2)
        emitDays(first, firstDay, first, lastDay, after, start)
        return after.end
      }
      if isRangeMark(next), let last = month(next + 1), let lastDay = digits(next + 2),
        (1...31).contains(lastDay)
      {
        let after = trailingYear(next + 3)
        emitDays(first, firstDay, last, lastDay, after, start)
        return after.end
      }
      // A single day dates a release; it is no period of a figure.
      let after = trailingYear(next)
      if let year = after.year { addDate(year, first, firstDay, at: start) }
      return after.year != nil || dayBefore == nil ? silent(start, after.end) : silent(start, next)
    }
    let firstYear = trailingYear(next)
    if firstYear.year != nil { next = firstYear.end }
    if let (last, end) = rangeEnd(next), !(tag(next) == .conjunction && hasRespectively(from: end))
    {
      let after = trailingYear(end)
      let from = firstYear.year
      let to = after.year
      var count = (last - first + 12) % 12 + 1
      if let from, let to { count = 12 * (to - from) + last - first + 1 }
      guard count > 0 else { return start }
      let year = from ?? to.map { last < first ? $0 - 1 : $0 }
      var mention = TimeMention(form: .months(first: first, count: count), year: year)
      mention.yearOffset = year == nil ? after.offset : nil
      emit(mention, start, after.end)
      return after.end
    }
    if firstYear.year == nil, let end = readNamedQuarter(first, at: next, start) { return end }
    var mention = TimeMention(form: .months(first: first, count: 1), year: firstYear.year)
    mention.yearOffset = firstYear.offset
    let end = firstYear.year != nil || firstYear.offset != nil ? firstYear.end : next
    emit(mention, start, end)
    return end
  }

  /// "the June quarter 2022": the three months that end with the month.
  mutating func readNamedQuarter(_ last: Int, at index: Int, _ start: Int) -> Int? {
    guard tag(index) == .timeUnit, items[index].a == 3 else { return nil }
    let after = trailingYear(index + 1)
    var mention = TimeMention(form: .rolling(count: 3, last: last), year: after.year)
    mention.yearOffset = after.offset
    let end = after.year != nil || after.offset != nil ? after.end : index + 1
    emit(mention, start, end)
    return end
  }

  /// The month that ends a range, and the index behind it.
  func rangeEnd(_ index: Int) -> (Int, Int)? {
    if isRangeMark(index), let last = month(index + 1) { return (last, index + 2) }
    if tag(index) == .preposition, preposition(index) == .to, tag(index + 1) == .endOf,
      let last = month(index + 2)
    {
      return (last, index + 3)
    }
    if tag(index) == .conjunction, items[index].a == 1, let last = month(index + 1),
      index > 0, let first = month(index - 1), last > first
    {
      return (last, index + 2)
    }
    return nil
  }

  func hasRespectively(from index: Int) -> Bool {
    var next = index
    while next < items.count, next < index + 24, items[next].tag != .stop {
      if items[next].tag == .respectively { return true }
      next += 1
    }
    return false
  }

  mutating func silent(_ start: Int, _ end: Int) -> Int {
    for position in start..<end {
      var item = items[position]
      item.tag = .filler
      output.append(item)
    }
    return end
  }

  mutating func emitDays(
    _ month: Int, _ day: Int, _ lastMonth: Int, _ lastDay: Int,
    _ after: (year: Int?, offset: Int?, end: Int), _ start: Int
  ) {
    var mention = TimeMention(
      form: .days(month: month, day: day, lastMonth: lastMonth, lastDay: lastDay), year: after.year)
    mention.yearOffset = after.offset
    emit(mention, start, after.end)
  }

  // MARK: Numbers

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
      emit(TimeMention(form: .year, year: value), start, start + 1)
      return start + 1
    }
    if let value = digits(start), value <= 36 { return readCount(value, at: start, start: start) }
    return start
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

  /// "nine months", "nine-month", "three months to July 2023", "four quarters to the end of Q2".
  mutating func readCount(_ count: Int, at index: Int, start: Int) -> Int {
    var next = index + 1
    while tag(next) == .hyphen || tag(next) == .filler { next += 1 }
    guard tag(next) == .timeUnit else { return start }
    let unit = Int(items[next].a)
    guard unit > 0, unit < 12, count > 0, count * unit <= 48 else { return start }
    next += 1
    if let end = readRolling(count * unit, at: next, start) { return end }
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
    emit(TimeMention(form: .months(first: 1, count: months)), start, end)
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

  // MARK: Ordinals and parts

  /// "the first quarter of 2024", "first nine months", "first and second quarters", "the first".
  mutating func readOrdinal(at start: Int) -> Int {
    let ordinal = Int(items[start].a)
    var next = skipFillers(start + 1)
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
      if tag(end) == .number, year(end) != nil, tag(end + 1) == .open { end += 1 }
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

  /// "above the first": only after a preposition of comparison, where a figure's part was named.
  mutating func readElided(_ ordinal: Int, at start: Int) -> Int {
    guard start > 1, ordinal <= 4, items[start - 1].tag == .filler,
      [.over, .than, .on, .from, .against, .with].contains(items[start - 2].preposition)
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
