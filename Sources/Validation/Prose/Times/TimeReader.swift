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
  /// The last fiscal year that was named.
  var lastFiscal: Int?
  /// How a text that says when its fiscal year ends names it: the last month, and how many years
  /// after the one in its name.
  var fiscalName: (last: Int, shift: Int)?
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
    case .unknown where isWord(index, ["like"]) && year(index + 1) != nil:
      return readMatching(at: index)
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

  mutating func addDate(_ year: Int, _ month: Int, _ day: Int, at index: Int) {
    let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    if let date = Vintage(parsing: text) { dates.append((items[index].first, date)) }
  }

  /// `2023-11-08`: a date, no year.
  mutating func readISODate(at start: Int) -> Int? {
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

  func tag(_ index: Int) -> Lexeme.Tag? {
    index >= 0 && index < items.count ? items[index].tag : nil
  }

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

  /// Whether an item, or its first word, is one of some words.
  func isWord(_ index: Int, _ words: Set<String>, isFirst: Bool = false) -> Bool {
    guard index < items.count, isFirst || items[index].first == items[index].last else {
      return false
    }
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
    case .counted where tag(index - 1) == .endOf: return false
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
}
