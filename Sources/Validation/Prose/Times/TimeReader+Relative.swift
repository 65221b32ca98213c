extension TimeReader {
  mutating func readRelative(at start: Int) -> Int {
    guard let relation = TimeMention.Relation(rawValue: items[start].a) else { return start }
    if relation == .lastQuarter, preposition(start + 1) == .of {
      let after = trailingYear(start + 1)
      if after.year != nil || after.offset != nil {
        var mention = TimeMention(form: .months(first: 10, count: 3), year: after.year)
        mention.yearOffset = after.offset
        emit(mention, start, after.end)
        return after.end
      }
    }
    var (mention, end) = (TimeMention(form: .relative(relation)), start + 1)
    if relation == .samePeriodOf {
      let place = skipFillers(end)
      if let value = year(place) {
        mention.year = value
        end = place + 1
      } else if let value = month(place) {
        let after = trailingYear(place + 1)
        mention = TimeMention(form: .months(first: value, count: 1), year: after.year)
        end = after.end
      }
    }
    emit(mention, start, end)
    return end
  }

  /// "the same three months of 2021", "the corresponding stretch last year": the current period in
  /// another year.
  mutating func readMatching(at start: Int) -> Int {
    var next = skipFillers(start + 1)
    if let value = year(next), tag(next + 1) == .timeUnit || isWord(next + 1, ["period", "span"]) {
      // "in the like 1978 period", "the same 2012 quarter"
      emit(TimeMention(form: .relative(.samePeriodOf), year: value), start, next + 2)
      return next + 2
    }
    if tag(next) == .numberWord || digits(next) != nil { next = skipFillers(next + 1) }
    guard
      tag(next) == .timeUnit
        || isWord(
          next,
          [
            "period", "time", "span", "stretch", "interval", "timeframe", "point", "stage",
            "window",
          ])
    else { return readAsWord(at: start) }
    next += 1
    var mention = TimeMention(form: .relative(.samePeriodOf))
    let isTied = preposition(next) == .of || preposition(next) == .in
    let place = skipFillers(isTied ? next + 1 : next)
    if isTied, tag(place) == .fiscal, let value = year(place + 1) ?? shortYear(place + 1) {
      if lastFiscal == value + 1 { mention = TimeMention(form: .relative(.samePeriodLastYear)) }
      next = place + 2
    } else if isTied, let value = year(place) {
      mention.year = value
      next = place + 1
    } else if tag(place) == .relative,
      [.lastYear, .yearEarlier].contains(TimeMention.Relation(rawValue: items[place].a))
    {
      next = place + 1
    }
    emit(mention, start, next)
    return next
  }

  /// The word without a time behind it is any word.
  private mutating func readAsWord(at start: Int) -> Int {
    var item = items[start]
    item.tag = isWord(start, ["corresponding"]) ? .filler : .unknown
    output.append(item)
    return start + 1
  }

  mutating func readFiscal(at start: Int) -> Int {
    var next = start + 1
    if let end = readRolling(12, at: next, start) { return end }
    if tag(next) == .hyphen { next += 1 }
    if let value = year(next) ?? shortYear(next) {
      if tag(next + 1) == .hyphen || tag(next + 1) == .mark, isGlued(next + 2),
        let second = digits(next + 2), second % 100 == (value + 1) % 100
      {
        emit(TimeMention(form: .fiscalYear, year: value), start, next + 3)
        return next + 3
      }
      lastFiscal = value
      if let (last, year, end) = endOfFiscalYear(at: next + 1) {
        fiscalName = (last, year - value)
        emit(TimeMention(form: .rolling(count: 12, last: last), year: year), start, end)
        return end
      }
      if let name = fiscalName {
        let year = value + name.shift
        emit(TimeMention(form: .rolling(count: 12, last: name.last), year: year), start, next + 1)
        return next + 1
      }
      // "FY2023" is named by its last year; see FiscalCalendar.
      var mention = TimeMention(form: .fiscalYear, year: value - 1)
      mention.isFiscalByOneYear = true
      emit(mention, start, next + 1)
      return next + 1
    }
    return start
  }

  /// "(April 2023 to March 2024)": the month and year in which a fiscal year that is told in brackets
  /// ends.
  private func endInBrackets(at start: Int) -> (month: Int, year: Int, end: Int)? {
    guard tag(start) == .open, let first = month(start + 1) else { return nil }
    let from = trailingYear(start + 2)
    guard from.year != nil, isRangeMark(from.end), let last = month(from.end + 1) else {
      return nil
    }
    let to = trailingYear(from.end + 2)
    guard let year = to.year, tag(to.end) == .close, last == (first + 10) % 12 + 1 else {
      return nil
    }
    return (last, year, to.end + 1)
  }

  /// "fiscal 2021, which ended in March 2022": the month and year in which it ends.
  private func endOfFiscalYear(at start: Int) -> (month: Int, year: Int, end: Int)? {
    if let told = endInBrackets(at: start) { return told }
    var next = tag(start) == .comma ? start + 1 : start
    if isWord(next, ["which", "that"]) { next += 1 }
    guard isWord(next, ["ended", "ends", "ending", "closed", "closes"]) else { return nil }
    next += 1
    if preposition(next) == .in || preposition(next) == .on || preposition(next) == .at {
      next += 1
    }
    if tag(next) == .endOf { next += 1 }
    guard let month = month(next) else { return nil }
    next += 1
    if let day = digits(next), (1...31).contains(day) { next += 1 }
    let after = trailingYear(next)
    return after.year.map { (month, $0, after.end) }
  }

  func shortYear(_ index: Int) -> Int? {
    guard isGlued(index), let value = digits(index), value >= 10, value < 60,
      tokens[items[index].first].range.count == 2
    else { return nil }
    return 2000 + value
  }

  /// "the end of 2022", "end-2013", "as of June 2024".
  mutating func readEnd(at start: Int) -> Int {
    var next = start + 1
    while tag(next) == .hyphen || tag(next) == .filler || tag(next) == .endOf
      || preposition(next) == .of
    {
      next += 1
    }
    guard next < items.count, next <= start + 4 else { return start }
    let (count, size) = (times.count, output.count)
    let end = attempt(at: next)
    guard end > next, times.count == count + 1, output.count == size + 1 else {
      times.removeLast(times.count - count)
      output.removeLast(output.count - size)
      return start
    }
    times[count].isEnd = true
    output[size].first = items[start].first
    return end
  }

  /// "a quarter of total exports", "half of its trade": a part of a whole, no time.
  private mutating func readFraction(_ unit: Int, at start: Int) -> Int? {
    guard unit == 3 || unit == 6, start > 0, preposition(start + 1) == .of else { return nil }
    let before = items[start - 1]
    let isPart =
      before.tag == .filler
      ? isWord(start - 1, ["a"], isFirst: true)
      : before.tag != .ordinal
        && before.tag != .number && before.tag != .numberWord && before.tag != .preposition
        && before.tag != .whole && before.tag != .hyphen
    var place = start + 2
    while place < items.count, place < start + 6 {
      switch items[place].tag {
      case .filler, .pronoun, .place, .possessive, .unknown, .sector: place += 1
      case .whole, .measure:
        guard isPart else { return nil }
        var item = items[start]
        (item.tag, item.a, item.b) = (.fraction, 1, unit == 3 ? 4 : 2)
        if before.tag == .filler, output.last?.last == before.last {
          output.removeLast()
          item.first = before.first
        }
        output.append(item)
        return start + 1
      default: return nil
      }
    }
    return nil
  }

  /// "the quarter", "the year": a length whose place is known from before.
  mutating func readUnit(at start: Int) -> Int {
    let unit = Int(items[start].a)
    guard unit > 0, start > 0 else { return start }
    // "the year to June", "the half-year ended 31 December", "the quarter through March".
    let ends = preposition(start + 1) == .to || preposition(start + 1) == .through
    if ends || isWord(start + 1, ["ended", "ending"]),
      let end = readRolling(unit, at: start + 1, start)
    {
      return end
    }
    if let end = readFraction(unit, at: start) { return end }
    let before = items[start - 1].tag
    guard before == .filler || before == .whole || before == .preposition || before == .hyphen
    else {
      return start
    }
    if tag(start + 1) == .unknown || (tag(start + 1) == .measure && before != .whole) {
      return start
    }
    emit(TimeMention(form: .length(unit)), start, start + 1)
    return start + 1
  }
}
