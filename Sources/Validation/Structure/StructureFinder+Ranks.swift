internal import TradeModel

extension StructureFinder {
  /// A column of places in an order.
  private struct PlaceColumn: Hashable {
    let table: Int
    let column: Int
  }

  /// Levels that one order runs through: those of a column that differ in partner or product only.
  private struct OrderKey: Hashable {
    let flow: Flow?
    let period: FigurePeriod?
    let basis: String
    let reporter: String
    let unit: String
  }

  /// A place with the level it is about.
  private struct Ranked {
    let place: Int
    let level: Int
  }

  /// Finds the levels that columns of places in an order are about, and ties neighbours.
  ///
  /// The columns of levels beside the places are tried, the nearest on the right first, and the
  /// one that fits best is taken. A column with a name for an order is not believed when it fits
  /// in less than half of its places; one of bare numbers must fit in nine of ten of at least five.
  mutating func findRanks() {
    guard counts("rank") else { return }
    var columns: [PlaceColumn: [Int]] = [:]
    var order: [PlaceColumn] = []
    for (index, figure) in figures.enumerated() where figure.role == .rank {
      let key = PlaceColumn(table: figure.table, column: figure.column)
      if columns[key] == nil { order.append(key) }
      columns[key, default: []].append(index)
    }
    for key in order { findOrder(columns[key] ?? [], key, all: order) }
  }

  private mutating func findOrder(_ places: [Int], _ key: PlaceColumn, all: [PlaceColumn]) {
    var best: (groups: [[Ranked]], share: Rational, tested: Int)?
    for column in candidates(for: places, key, all: all) {
      let groups = ordered(places, byLevelsOf: column)
      let fits = groups.flatMap { neighbours($0).map { holds($0.larger, $0.smaller) } }
      guard !fits.isEmpty else { continue }
      let share = Rational(fits.count { $0 }, fits.count)
      if share > best?.share ?? Rational(-1) { best = (groups, share, fits.count) }
    }
    guard let best, let first = places.first else { return }
    let isWord = places.contains { figures[$0].place?.isWord == true }
    let isRowNumber = figures[first].isRowNumber
    if isRowNumber, best.tested < 5 || best.share < Rational(9, 10) { return }
    if best.share < Rational(1, 2), !isWord {
      rejected.append(
        "the places in an order fit the values beside them in "
          + "\((best.share * Rational(best.tested)).text(decimals: 0)) of \(best.tested) places, so "
          + "they are not assumed to be about them")
      return
    }
    for group in best.groups { state(group) }
  }

  /// The columns of levels between the neighbouring columns of places: on the right, then on the
  /// left, the nearest first.
  private func candidates(
    for places: [Int], _ key: PlaceColumn, all: [PlaceColumn]
  ) -> [Int] {
    let flow = places.first.flatMap { figures[$0].flow }
    let others = all.filter { $0.table == key.table }.map(\.column)
    let next = others.filter { $0 > key.column }.min() ?? Int.max
    let previous = others.filter { $0 < key.column }.max() ?? -1
    let levels = figures.filter {
      $0.table == key.table && $0.role == .level && (flow == nil || $0.flow == flow)
    }
    let columns = Set(levels.map(\.column)).sorted()
    let right = columns.filter { $0 > key.column && $0 < next }
    let left = columns.filter { $0 < key.column && $0 > previous }
    return right + left.reversed()
  }

  /// The places with the levels of a column in their rows, one list for each order, by place.
  private func ordered(_ places: [Int], byLevelsOf column: Int) -> [[Ranked]] {
    guard let table = places.first.map({ figures[$0].table }) else { return [] }
    var levels: [Int: Int] = [:]
    for (index, figure) in figures.enumerated()
    where figure.table == table && figure.column == column && figure.role == .level {
      if !figure.isTotal { levels[figure.row] = index }
    }
    func key(_ level: Int) -> OrderKey {
      let figure = figures[level]
      return OrderKey(
        flow: figure.flow, period: figure.period, basis: figure.basis, reporter: figure.reporter,
        unit: figure.unit)
    }
    var groups: [OrderKey: [Ranked]] = [:]
    var order: [OrderKey] = []
    for place in places {
      guard let level = levels[figures[place].row] else { continue }
      if groups[key(level)] == nil { order.append(key(level)) }
      groups[key(level), default: []].append(Ranked(place: place, level: level))
    }
    let words = places.filter { figures[$0].place?.isWord == true }
    if !words.isEmpty { return extremes(words, levels, by: key) }
    return order.map { key in
      (groups[key] ?? []).enumerated().sorted {
        (number($0.element), $0.offset) < (number($1.element), $1.offset)
      }.map(\.element)
    }
  }

  /// `largest` and `smallest` among the levels of an order: pairs with the nearest other level.
  private func extremes(
    _ words: [Int], _ levels: [Int: Int], by key: (Int) -> OrderKey
  ) -> [[Ranked]] {
    words.compactMap { word in
      guard let own = levels[figures[word].row] else { return nil }
      let isLargest = figures[word].place == .largest
      let rivals = levels.keys.sorted().compactMap { levels[$0] }
        .filter { $0 != own && isRival(key($0), key(own)) }
      let rival = rivals.max { first, second in
        let isBelow = figures[first].number.value < figures[second].number.value
        return isLargest ? isBelow : !isBelow
      }
      guard let rival else { return nil }
      let pair = [Ranked(place: word, level: own), Ranked(place: word, level: rival)]
      return isLargest ? pair : pair.reversed()
    }
  }

  /// A record runs through time as well as through partners.
  private func isRival(_ first: OrderKey, _ second: OrderKey) -> Bool {
    first.flow == second.flow && first.basis == second.basis && first.reporter == second.reporter
      && first.unit == second.unit
  }

  private func number(_ ranked: Ranked) -> Int { figures[ranked.place].number.significand }

  /// Levels next to each other in an order; equal places say nothing of each other.
  private func neighbours(_ group: [Ranked]) -> [(place: Int, larger: Int, smaller: Int)] {
    zip(group, group.dropFirst()).compactMap { first, second in
      if first.place == second.place { return (first.place, first.level, second.level) }
      return number(first) < number(second) ? (second.place, first.level, second.level) : nil
    }
  }

  private func holds(_ larger: Int, _ smaller: Int) -> Bool {
    (interval(larger) - interval(smaller)).overlaps(
      ExactInterval(from: .included(0), to: nil))
  }

  private mutating func state(_ group: [Ranked]) {
    let pairs = neighbours(group)
    for pair in pairs { state(pair.place, pair.larger, pair.smaller) }
    // The first place is above the second; it has no place before it.
    if let first = pairs.first, let top = group.first, top.place != first.place {
      state(top.place, first.larger, first.smaller)
    }
    let isRecord = group.first.map { figures[$0.place].place?.isWord == true } ?? false
    assume(
      "rank",
      isRecord
        ? "'largest' and 'smallest' are about the levels of their column"
        : "places in an order follow the levels beside them", count: pairs.count)
  }

  private mutating func state(_ place: Int, _ larger: Int, _ smaller: Int) {
    statements.append(
      .rank(ids[place], figures[larger].quantity, notBelow: figures[smaller].quantity))
  }
}
