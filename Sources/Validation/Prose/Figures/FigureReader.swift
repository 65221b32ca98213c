/// Finds the figures of a text and puts them in the place of their words.
///
/// A figure is digits with a currency, a scale, a percent sign or a weight. Digits alone stay
/// numbers; ``InheritedUnits`` decides whether a neighbour lends them a unit. Years, days and
/// ordinals were taken by ``TimeReader`` before.
struct FigureReader {
  /// The text.
  let bytes: [UInt8]
  /// Its tokens.
  let tokens: [TextToken]
  /// The items, with times.
  let items: [ProseItem]
  /// The times.
  let times: [TimeMention]
  /// How the text writes numbers.
  let convention: NumeralConvention
  /// What was found.
  private(set) var figures: [ProseFigure] = []
  /// The items with figures in the place of their words.
  private(set) var output: [ProseItem] = []

  /// Prepares reading.
  init(
    bytes: [UInt8], tokens: [TextToken], items: [ProseItem], times: [TimeMention],
    convention: NumeralConvention
  ) {
    (self.bytes, self.tokens, self.items) = (bytes, tokens, items)
    (self.times, self.convention) = (times, convention)
  }

  /// Reads all items; linear.
  mutating func read() {
    output.reserveCapacity(items.count)
    var index = 0
    while index < items.count {
      if let (figure, end) = figure(at: index) {
        append(figure, index, end)
        index = end
      } else if items[index].tag == .hedge {
        appendHedge(at: index)
        index += 1
      } else {
        output.append(items[index])
        index += 1
      }
    }
  }

  private mutating func append(_ figure: ProseFigure, _ first: Int, _ end: Int) {
    var figure = figure
    var place = output.count - 1
    while place >= 0, output[place].tag == .filler { place -= 1 }
    if place >= 0, output[place].tag == .hedge {
      figure.hedge = Int(output[place].a)
      figure.isUpTo = isWord("up", output[place])
    }
    if let last = output.last, last.tag == .scale || last.tag == .shortScale {
      figure.isFragment = true
    }
    figures.append(figure)
    output.append(
      ProseItem(
        tag: .figure, a: 0, b: 0, first: items[first].first, last: items[end - 1].last,
        index: figures.count - 1))
  }

  // MARK: Hedges

  /// "more than" is a hedge before a figure and a comparison elsewhere: "4 % more than in 2021".
  private mutating func appendHedge(at index: Int) {
    let item = items[index]
    if tag(index + 1) == .fraction || tag(index + 1) == .change && items[index + 1].b == 0 {
      // "more than doubled", "nearly a third"
      output.append(item)
      return
    }
    let isBeforeFigure = startsFigure(after: index)
    let followsFigure = output.last?.tag == .figure || output.last?.tag == .comparison
    let isComparing =
      item.b > 0 || isWord("more", item) || isWord("less", item) || isWord("fewer", item)
    let isDefinite = item.b > 0 && startsWithArticle(index + 1) && !isWord("broke", item)
    guard isComparing, !isBeforeFigure || followsFigure || isDefinite else {
      if isWord("up", item), output.last?.tag == .change || output.last?.tag == .level {
        output.append(ProseItem(tag: .preposition, a: 2, b: 0, first: item.first, last: item.last))
      } else if isBeforeFigure {
        output.append(item)
      } else {
        output.append(ProseItem(tag: .filler, a: 0, b: 0, first: item.first, last: item.last))
      }
      return
    }
    let isOver = isWord("over", item) || isWord("under", item)
    // "brought in 9.4 billion over the first ten months": a stretch of time, no comparison.
    let isStretch = isWord("over", item) && startsStretch(index + 1)
    if !followsFigure && isOver && !isBeforeFigure || isStretch {
      output.append(ProseItem(tag: .preposition, a: 12, b: 0, first: item.first, last: item.last))
      return
    }
    let sign: Int16 = item.a == 2 ? 1 : -1
    if !(isOver && followsFigure) {
      output.append(
        ProseItem(tag: .change, a: sign, b: item.b == 2 ? 0 : 2, first: item.first, last: item.last)
      )
    }
    let than = Lexeme.Preposition.than.rawValue
    output.append(ProseItem(tag: .preposition, a: than, b: 0, first: item.last, last: item.last))
  }

  private func startsFigure(after index: Int) -> Bool {
    var next = index + 1
    while next < items.count, next < index + 5 {
      switch items[next].tag {
      case .filler, .hedge, .polarity, .plus, .hyphen: next += 1
      case .currency: return items[next].b & 4 != 0
      case .number, .numberWord: return true
      default: return false
      }
    }
    return false
  }

  /// Whether months or the like that are not told by another time begin at an item.
  private func startsStretch(_ index: Int) -> Bool {
    var next = index
    while tag(next) == .filler || tag(next) == .whole { next += 1 }
    guard tag(next) == .time else { return false }
    switch times[items[next].index].form {
    case .months(_, let count): return count > 1
    case .rolling, .fiscalMonths, .years, .length: return true
    default: return false
    }
  }

  /// "above the 80.5 billion of 2020" compares.
  private func startsWithArticle(_ index: Int) -> Bool {
    tag(index) == .filler && isWord("the", items[index])
  }

  private func isWord(_ word: String, _ item: ProseItem) -> Bool {
    let range = tokens[item.first].range
    guard range.count == word.utf8.count else { return false }
    return zip(bytes[range], word.utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  // MARK: One figure

  private func tag(_ index: Int) -> Lexeme.Tag? { index < items.count ? items[index].tag : nil }

  private func isGlued(_ index: Int) -> Bool {
    index < items.count && !tokens[items[index].first].isSpaced
  }

  private func skipHyphen(_ index: Int) -> Int {
    tag(index) == .hyphen && isGlued(index) && isGlued(index + 1) ? index + 1 : index
  }

  private func figure(at start: Int) -> (ProseFigure, Int)? {
    var next = start
    var sign = 0
    if let (value, end) = readSign(at: next, mayFollowWord: false) { (sign, next) = (value, end) }
    var currency: Int16?
    if tag(next) == .currency, hasDigits(after: next) {
      currency = items[next].a
      next += 1
      if tag(next) == .stop, isGlued(next) { next += 1 }
      if let (value, end) = readSign(at: next, mayFollowWord: true) { (sign, next) = (value, end) }
    }
    guard let (numeral, isWord, digitsEnd) = numeral(at: next, hasCurrency: currency != nil) else {
      return nil
    }
    var (amount, end) = (numeral, digitsEnd)
    if currency == nil, let (unit, unitEnd) = rateUnit(at: skipHyphen(end)) {
      return (make(start, unitEnd, amount, 0, unit, sign), unitEnd)
    }
    var exponent = 0
    var hasScale = false
    while let (power, scaleEnd) = scale(at: skipHyphen(end), isFirst: !hasScale) {
      exponent += power
      (hasScale, end) = (true, scaleEnd)
      guard exponent <= 15 else { return nil }
    }
    var step: Int?
    while hasScale, let (sum, power, sumEnd) = compound(amount, exponent, at: end) {
      // A third part goes on as the second: "7 trillion 92 billion 66 crore" mixes two ways to count.
      guard step == nil || step == exponent - power else { break }
      step = exponent - power
      (amount, exponent, end) = (sum, power, sumEnd)
    }
    if isWord, !hasScale { return nil }
    let unitAt = skipHyphen(end)
    if tag(unitAt) == .weight {
      return (make(start, unitAt + 1, amount, exponent, .tonnes, sign), unitAt + 1)
    }
    if let (row, currencyEnd) = currencyWord(at: unitAt) {
      if currency == nil {
        // "chained 2012 dollars": prices of a year.
        if !hasScale, amount.decimals == 0, (1900...2100).contains(amount.significand) {
          return nil
        }
        currency = row
      }
      end = currencyEnd
    }
    if let currency {
      var figure = make(start, end, amount, exponent, .money(currency), sign)
      figure.isPerUnit = tag(end) == .per && items[end].a == 0
      figure.isPerTime = tag(end) == .per && items[end].a == 1
      figure.isInherited = !hasScale && amount.decimals > 0
      return (figure, end)
    }
    guard hasScale, !countsSomething(at: end) else { return nil }
    var figure = make(start, end, amount, exponent, .money(-1), sign)
    figure.isInherited = true
    return (figure, end)
  }

  private func make(
    _ first: Int, _ end: Int, _ numeral: Numeral, _ exponent: Int, _ unit: ProseFigure.Unit,
    _ sign: Int
  ) -> ProseFigure {
    let range = Int(tokens[items[first].first].start)..<Int(tokens[items[end - 1].last].end)
    var figure = ProseFigure(
      range: range, numeral: numeral, exponent: exponent, unit: unit, printedSign: sign)
    if numeral.decimals == 0, exponent >= 6, hasSingleComma(range) {
      figure.alternative = Numeral(significand: numeral.significand, decimals: 3)
    }
    return figure
  }

  /// Whether the digits of a figure have one comma before three digits and no point.
  private func hasSingleComma(_ range: Range<Int>) -> Bool {
    let separators = bytes[range].filter { $0 == 0x2C || $0 == 0x2E }
    guard separators.count == 1, separators.first == 0x2C else { return false }
    return true
  }

  private func hasDigits(after index: Int) -> Bool {
    var next = index + 1
    if tag(next) == .stop, isGlued(next) { next += 1 }
    if tag(next) == .hyphen || tag(next) == .plus || tag(next) == .dash { next += 1 }
    return tag(next) == .number || tag(next) == .numberWord && tag(next + 1) == .scale
  }

  /// A sign before digits or a currency: `-27%`, `+EUR 2.3 bln`, `minus EUR 736.8 million`.
  private func readSign(at index: Int, mayFollowWord: Bool) -> (Int, Int)? {
    switch tag(index) {
    case .plus, .hyphen, .dash:
      guard isGlued(index + 1), tag(index + 1) == .number || tag(index + 1) == .currency else {
        return nil
      }
      // A hyphen inside "10-percent" or a dash between words is no sign.
      if !mayFollowWord, isGlued(index), index > 0, items[index - 1].tag != .open,
        items[index - 1].tag != .mark, items[index - 1].tag != .comma
      {
        return nil
      }
      return (tag(index) == .plus ? 1 : -1, index + 1)
    case .polarity:
      guard tag(index + 1) == .number || tag(index + 1) == .currency else { return nil }
      return (Int(items[index].a), index + 1)
    default: return nil
    }
  }

  /// Digits, groups of digits apart, or a number in words before a scale.
  private func numeral(at index: Int, hasCurrency: Bool) -> (Numeral, isWord: Bool, Int)? {
    if tag(index) == .numberWord {
      let next = skipHyphen(index + 1)
      guard tag(next) == .scale || tag(next) == .percent || tag(next) == .points else { return nil }
      return (Numeral(significand: Int(items[index].a), decimals: 0), tag(next) == .scale, next)
    }
    guard tag(index) == .number else { return nil }
    var range = tokens[items[index].first].range
    guard var value = Numeral(bytes, range, convention) else { return nil }
    var next = index + 1
    // 5 749 billion: groups of three apart.
    while tag(next) == .number, value.decimals == 0, !isGlued(next) {
      let group = tokens[items[next].first].range
      let head = group.prefix { bytes[$0] >= 0x30 && bytes[$0] <= 0x39 }
      guard head.count == 3, range.count <= 3, group.lowerBound - range.upperBound <= 3,
        hasCurrency || isUnit(next + 1) || tag(next + 1) == .number,
        let tail = Numeral(bytes, group, convention),
        value.significand < 1_000_000_000_000
      else { break }
      var power = 1
      for _ in 0..<(3 + tail.decimals) { power *= 10 }
      value = Numeral(
        significand: value.significand * power + tail.significand, decimals: tail.decimals)
      range = group
      next += 1
    }
    // 40-point-one
    if tag(next) == .hyphen, next + 3 < items.count, isPoint(next + 1), tag(next + 2) == .hyphen,
      tag(next + 3) == .numberWord, value.decimals == 0, items[next + 3].a < 10
    {
      value = Numeral(
        significand: value.significand * 10 + Int(items[next + 3].a), decimals: 1)
      next += 4
    }
    if isGlued(next), tag(next) == .ordinal { return nil }
    return (value, false, next)
  }

  private func isPoint(_ index: Int) -> Bool {
    let range = tokens[items[index].first].range
    return range.count == 5 && bytes[range].elementsEqual("point".utf8)
  }

  private func isUnit(_ index: Int) -> Bool {
    switch tag(index) {
    case .scale, .percent, .points, .weight, .currency: true
    default: false
    }
  }

  private func rateUnit(at index: Int) -> (ProseFigure.Unit, Int)? {
    switch tag(index) {
    case .percent: (.percent, index + 1)
    case .points: (.points, index + 1)
    case .times: (.multiple, index + 1)
    default: nil
    }
  }

  private func scale(at index: Int, isFirst: Bool) -> (Int, Int)? {
    switch tag(index) {
    case .scale: return (Int(items[index].a), index + 1)
    case .shortScale:
      let letter = bytes[tokens[items[index].first].range.lowerBound]
      let isNear = isGlued(index) || (letter < 0x61 && letter != 0x54)
      guard isFirst, isNear else { return nil }
      return (Int(items[index].a), index + 1)
    default:
      // "hundred million" is one scale.
      return nil
    }
  }

  /// 14 billion 480 million, 17 kharab 45 arab 36 crore: the parts are one figure, in the smallest
  /// scale.
  private func compound(_ first: Numeral, _ exponent: Int, at index: Int) -> (Numeral, Int, Int)? {
    guard first.decimals == 0, tag(index) == .number, tag(index + 1) == .scale,
      let second = Numeral(bytes, tokens[items[index].first].range, convention),
      second.decimals == 0
    else { return nil }
    let power = Int(items[index + 1].a)
    guard power < exponent, exponent - power <= 9 else { return nil }
    var factor = 1
    for _ in 0..<(exponent - power) { factor *= 10 }
    guard second.significand < factor, first.significand < 1_000_000 else { return nil }
    return (
      Numeral(significand: first.significand * factor + second.significand, decimals: 0), power,
      index + 2
    )
  }

  private func currencyWord(at index: Int) -> (Int16, Int)? {
    var next = index
    if tag(next) == .preposition, items[next].preposition == .of { next += 1 }
    guard tag(next) == .currency else { return nil }
    // "195 billion re-exports"
    if tag(next + 1) == .hyphen, isGlued(next + 1), isGlued(next + 2) { return nil }
    let isPrefix = items[next].b & 4 != 0
    if isPrefix, tag(next + 1) == .number, !(isGlued(next) && false) { return nil }
    return (items[next].a, next + 1)
  }

  /// Whether a number without a currency counts things: "2.93 million passenger trips".
  private func countsSomething(at index: Int) -> Bool {
    switch tag(index) {
    case .unknown, .counted, .sector, .place, .number, .numberWord, .ordinal: true
    case .filler, .hyphen: countsSomethingBehind(index)
    default: false
    }
  }

  private func countsSomethingBehind(_ index: Int) -> Bool {
    tag(index + 1) == .unknown || tag(index + 1) == .counted
  }
}
