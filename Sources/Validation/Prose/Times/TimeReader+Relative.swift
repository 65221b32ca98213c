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

  mutating func readFiscal(at start: Int) -> Int {
    var next = start + 1
    if tag(next) == .hyphen { next += 1 }
    if let value = year(next) ?? shortYear(next) {
      if tag(next + 1) == .hyphen || tag(next + 1) == .mark, isGlued(next + 2),
        let second = digits(next + 2), second % 100 == (value + 1) % 100
      {
        emit(TimeMention(form: .fiscalYear, year: value), start, next + 3)
        return next + 3
      }
      // "FY2023" is named by its last year; see FiscalCalendar.
      emit(TimeMention(form: .fiscalYear, year: value - 1), start, next + 1)
      return next + 1
    }
    return start
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

  /// "the quarter", "the year": a length whose place is known from before.
  mutating func readUnit(at start: Int) -> Int {
    let unit = Int(items[start].a)
    guard unit > 0, start > 0 else { return start }
    if unit == 12, preposition(start + 1) == .to, month(start + 2) != nil,
      let end = readRolling(12, at: start + 1, start)
    {
      return end
    }
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
