extension ProseAnalyzer {
  /// Gives units to numbers of the sentence that a neighbour or an announcement lends them.
  mutating func lendUnits() {
    readAnnouncement()
    findSame()
    for index in low..<high where items[index].tag == .figure { lendMoney(at: index) }
    var index = high - 1
    // From the end, so that in "5.6, 9.8 and 4.2 billion" each number finds a figure behind it.
    while index >= low {
      if items[index].tag == .number { lend(at: index) }
      index -= 1
    }
    index = low
    while index < high {
      if items[index].tag == .number { lendFromBefore(at: index) }
      index += 1
    }
  }

  /// "the same as in April" behind a level becomes a figure that repeats it.
  private mutating func findSame() {
    var last: Int?
    for index in low..<high {
      if items[index].tag == .figure { last = items[index].index }
      guard items[index].tag == .same, word(index).hasSuffix("same as"), let level = last,
        figures[level].unit.isAmount
      else { continue }
      var end = behind(index)
      if preposition(end) == .in { end = behind(end) }
      let stop = tag(end) == .time ? end : index
      var figure = figures[level]
      figure.range = Int(tokens[items[index].first].start)..<Int(tokens[items[stop].last].end)
      figure.isSame = true
      figure.rules = []
      add(figure, at: index)
    }
  }

  /// "in billions of kroner" counts for all numbers of the block.
  private mutating func readAnnouncement() {
    for index in low..<high where items[index].tag == .scale && preposition(index - 1) == .in {
      guard preposition(index + 1) == .of, tag(index + 2) == .currency else { continue }
      announced = (.money(items[index + 2].a), Int(items[index].a))
    }
    for index in low..<high
    where items[index].tag == .currency && tag(index + 1) == .scale
      && (preposition(index - 1) == .in || tag(index - 1) == .open && tag(index + 2) == .close)
    {
      // "in DKK million", "(USD million)"
      announced = (.money(items[index].a), Int(items[index + 1].a))
    }
  }

  /// A scale or a currency that is left out: "$2.048" after "$1.112 billion", "1.85 trillion".
  private mutating func lendMoney(at index: Int) {
    let number = items[index].index
    guard case .money(let row) = figures[number].unit else { return }
    if row < 0, isOfWeight(number, at: index) {
      // "2.29 million tonnes, from 2.27 million"
      figures[number].unit = .tonnes
      figures[number].rules.append(.inheritedUnit)
      return
    }
    if row < 0 {
      let found = money >= 0 ? money : nextMoney(after: index)
      figures[number].unit = .money(found)
      if found < 0 { figures[number].isDropped = true }
      figures[number].rules.append(.inheritedUnit)
    } else if figures[number].isInherited, !figures[number].isPerUnit, figures[number].exponent == 0
    {
      if let exponent = exponentBefore(index, row), tag(index + 1) != .per {
        figures[number].exponent = exponent
        figures[number].rules.append(.inheritedUnit)
      }
    }
    let isConversion = tag(before(index)) == .open && tag(before(before(index))) == .figure
    if case .money(let row) = figures[number].unit, row >= 0, !isConversion { money = row }
  }

  /// Whether the amount before one without a unit is a weight of the same scale.
  private func isOfWeight(_ number: Int, at index: Int) -> Bool {
    var place = index - 1
    while place >= 0, place > index - 60 {
      if items[place].tag == .figure, figures[items[place].index].unit.isAmount {
        let other = figures[items[place].index]
        return other.unit == .tonnes && other.exponent == figures[number].exponent
      }
      place -= 1
    }
    return false
  }

  private func nextMoney(after index: Int) -> Int16 {
    var place = index + 1
    while place < items.count, place < index + 60 {
      if items[place].tag == .figure, case .money(let row) = figures[items[place].index].unit,
        row >= 0
      {
        return row
      }
      place += 1
    }
    for place in index..<high where tag(place) == .currency && preposition(place - 1) == .in {
      return items[place].a
    }
    return -1
  }

  private func exponentBefore(_ index: Int, _ row: Int16) -> Int? {
    var place = index - 1
    while place >= 0, place > index - 60 {
      if items[place].tag == .figure, figures[items[place].index].unit == .money(row) {
        let exponent = figures[items[place].index].exponent
        return exponent >= 6 ? exponent : nil
      }
      place -= 1
    }
    return nil
  }

  /// A number in a list or beside a figure that follows.
  private mutating func lend(at index: Int) {
    guard let numeral = numeral(at: index) else { return }
    var next = index + 1
    if tag(next) == .hyphen, tag(next + 1) == .number || tag(next + 1) == .figure { next += 1 }
    var isList = next > index + 1
    while tag(next) == .comma || tag(next) == .conjunction || tag(next) == .filler
      || preposition(next) == .to || tag(next) == .dash
    {
      isList = true
      next += 1
      if next > index + 4 { break }
    }
    if isList, tag(next) == .figure {
      let figure = figures[items[next].index]
      let isRange = preposition(index + 1) == .to || tag(index + 1) == .hyphen
      if announced != nil, numeral.decimals > 0, figure.unit == .percent { return }
      guard figure.numeral.decimals > 0 || numeral.decimals == 0,
        (numeral.decimals > 0 && !figure.unit.isAmount == false) || isRange
          || tag(index + 1) == .conjunction || (index > low && items[index - 1].tag == .number)
      else { return }
      add(numeral, at: index, like: figure)
      return
    }
    guard numeral.decimals > 0 else { return }
    // "exports by 11.3 and imports by 13.2 per cent"
    let isAnchored =
      preposition(index - 1) == .by || preposition(index - 1) == .from
      || tag(index - 1) == .change || preposition(index - 1) == .of
    guard isAnchored, tag(index + 1) == .conjunction || preposition(index + 1) == .to else {
      return
    }
    var place = index + 1
    while place < high, place < index + 9, !isBreak(place) {
      if items[place].tag == .figure {
        let figure = figures[items[place].index]
        if figure.unit == .percent || figure.unit == .points {
          add(numeral, at: index, like: figure)
        }
        return
      }
      if items[place].tag == .number { return }
      place += 1
    }
  }

  /// A number that is compared with, or follows in the manner of, a figure before it.
  private mutating func lendFromBefore(at index: Int) {
    guard let numeral = numeral(at: index) else { return }
    if tag(index + 1) == .unknown, !tokens[items[index + 1].first].isSpaced { return }
    if let announced, numeral.decimals > 0 || isGrouped(index), tag(index + 1) != .counted {
      var figure = ProseFigure(
        range: tokens[items[index].first].range, numeral: numeral, exponent: announced.exponent,
        unit: announced.unit)
      figure.rules = [.announcedUnit]
      add(figure, at: index)
      return
    }
    let isSigned =
      tag(index - 1) == .plus || (tag(index - 1) == .hyphen && tag(index - 2) == .open)
    if isSigned, tag(index + 1) == .close, tag(index - 2) == .open,
      let figure = percentBefore(index)
    {
      let start = tokens[items[index - 1].first].range.lowerBound
      var new = ProseFigure(
        range: start..<tokens[items[index].first].range.upperBound, numeral: numeral, exponent: 0,
        unit: figure.unit)
      new.printedSign = tag(index - 1) == .plus ? 1 : -1
      new.rules = [.inheritedUnit]
      add(new, at: index)
      return
    }
    guard numeral.decimals > 0 else { return }
    switch preposition(before(index)) {
    case .from, .against, .after:
      var place = index - 1
      while place >= low, place > index - 12, !isBreak(place) {
        if items[place].tag == .figure {
          let figure = figures[items[place].index]
          guard figure.unit.isAmount || figure.unit == .percent else { return }
          add(numeral, at: index, like: figure)
          return
        }
        place -= 1
      }
    default: return
    }
  }

  private func percentBefore(_ index: Int) -> ProseFigure? {
    var place = index - 1
    while place >= 0, place > index - 40 {
      if items[place].tag == .figure, figures[items[place].index].unit == .percent {
        return figures[items[place].index]
      }
      place -= 1
    }
    return nil
  }

  private func isGrouped(_ index: Int) -> Bool {
    let range = tokens[items[index].first].range
    return bytes[range].contains(0x2C)
  }

  private func numeral(at index: Int) -> Numeral? {
    Numeral(bytes, tokens[items[index].first].range, convention)
  }

  private mutating func add(_ numeral: Numeral, at index: Int, like other: ProseFigure) {
    var figure = ProseFigure(
      range: tokens[items[index].first].range, numeral: numeral, exponent: other.exponent,
      unit: other.unit)
    figure.rules = [.inheritedUnit]
    figure.isInherited = true
    if tag(index - 1) == .hedge { figure.hedge = Int(items[index - 1].a) }
    add(figure, at: index)
  }

  private mutating func add(_ figure: ProseFigure, at index: Int) {
    figures.append(figure)
    items[index].tag = .figure
    items[index].index = figures.count - 1
  }
}
