extension TimeReader {
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
        var after = trailingYear(next + 2)
        if after.year == nil, isWord(next + 2, ["period"]) { after = trailingYear(next + 3) }
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
      let own = trailingYear(next)
      if let year = own.year, isRangeMark(own.end), let last = month(own.end + 1),
        let lastDay = digits(own.end + 2), (1...31).contains(lastDay)
      {
        // "March 21, 2021-March 20, 2022"
        let after = trailingYear(own.end + 3)
        if after.year == ((last, lastDay) < (first, firstDay) ? year + 1 : year) {
          emitDays(first, firstDay, last, lastDay, after, start)
          return after.end
        }
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
      // "July to March 2023-24": in a fiscal year that is named by both its years.
      let isFiscal = to != nil && year(after.end - 1) == nil
      let year = from ?? to.map { last < first && !isFiscal ? $0 - 1 : $0 }
      var mention = TimeMention(form: .months(first: first, count: count), year: year)
      mention.yearOffset = year == nil ? after.offset : nil
      emit(mention, start, after.end)
      return after.end
    }
    if start > 0, items[start - 1].tag == .hedge, isWord(start - 1, ["up"], isFirst: true) {
      // "Up to November 2019": the year to date.
      var mention = TimeMention(form: .months(first: 1, count: first), year: firstYear.year)
      mention.yearOffset = firstYear.offset
      let end = firstYear.year != nil || firstYear.offset != nil ? firstYear.end : next
      emit(mention, start, end)
      return end
    }
    if let end = readNamedQuarter(first, at: next, start, firstYear.year) { return end }
    var mention = TimeMention(form: .months(first: first, count: 1), year: firstYear.year)
    mention.yearOffset = firstYear.offset
    let end = firstYear.year != nil || firstYear.offset != nil ? firstYear.end : next
    emit(mention, start, end)
    return end
  }

  /// "the June quarter 2022", "the June 2022 quarter": the three months that end with the month.
  mutating func readNamedQuarter(_ last: Int, at index: Int, _ start: Int, _ year: Int? = nil)
    -> Int?
  {
    guard tag(index) == .timeUnit, items[index].a == 3 else { return nil }
    if let year {
      emit(TimeMention(form: .rolling(count: 3, last: last), year: year), start, index + 1)
      return index + 1
    }
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
    if isRangeMark(index), isWord(index + 1, ["mid"]), tag(index + 2) == .hyphen,
      let last = month(index + 3)
    {
      return (last, index + 4)
    }
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
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let isWhole = day == 1 && lastDay >= lengths[lastMonth - 1] && month < lastMonth
    let form: TimeMention.Form =
      isWhole
      ? .months(first: month, count: lastMonth - month + 1)
      : .days(month: month, day: day, lastMonth: lastMonth, lastDay: lastDay)
    var mention = TimeMention(form: form, year: after.year)
    mention.yearOffset = after.offset
    emit(mention, start, after.end)
  }
}
