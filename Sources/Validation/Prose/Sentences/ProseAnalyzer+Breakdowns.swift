/// Totals that a text says are made up of parts: "trade broke down into …", "5 billion for grain and
/// the remaining 3 billion for oil".
extension ProseAnalyzer {
  /// How far the parts may be from the total: a list that is further off leaves something out.
  private static let largestGap = 0.1
  /// How many levels are looked at for the total.
  private static let lookedAt = 9

  /// Finds the breakdowns of the sentence.
  mutating func readBreakdowns() {
    for index in low..<high {
      switch tag(index) {
      case .ofWhich where items[index].a == 1 && !isPartial(before: index):
        breakDown(behind: index)
      case .reverse where items[index].a == 2: breakDown(through: index)
      case .unknown, .level:
        if tag(index - 1) == .filler, tag(behind(index)) == .figure, word(index - 1) == "the",
          ["remaining", "other"].contains(word(index))
        {
          breakDown(through: index)
        }
      default: break
      }
    }
    breakDownByShares()
  }

  /// "of the 20 billion, grain was 12 billion (60%) and oil 8 billion (40%)": levels with shares in
  /// brackets that make up 100 percent leave nothing out.
  private mutating func breakDownByShares() {
    var (parts, shares) = ([Int](), [Double]())
    for (at, number) in here.enumerated().dropLast() where isLevelTold(number) {
      let share = figures[here[at + 1]]
      guard share.unit == .percent, share.role == .share,
        tag(closingBracket(behind(places[at]))) == .close,
        tag(behind(places[at])) == .open, places[at + 1] - places[at] <= 4
      else { continue }
      parts.append(number)
      shares.append(share.size)
    }
    guard (2...Self.lookedAt).contains(parts.count), abs(shares.reduce(0, +) - 100) < 0.15,
      let first = here.firstIndex(of: parts[0])
    else { return }
    let before = here[..<first].reversed() + sentenceBefore.reversed()
    for total in before.filter({ isLevelTold($0) }).prefix(2)
    where isWhole(total, of: parts, shares) && tie(total, parts, isOfOneMeasure: false) {
      return
    }
  }

  /// Whether one of some shares at least is that of its level in a total, so that the others are meant
  /// to be.
  private func isWhole(_ total: Int, of parts: [Int], _ shares: [Double]) -> Bool {
    zip(parts, shares).contains { part, share in
      abs(100 * figures[part].size - share * figures[total].size) < 0.6 * figures[total].size
    }
  }

  /// "made up mainly of", "consisting largely of": a list that is not complete.
  private func isPartial(before index: Int) -> Bool {
    let partial = [
      "mainly", "largely", "mostly", "chiefly", "primarily", "partly", "predominantly",
    ]
    return (max(low, index - 2)..<min(high, index + 3)).contains { partial.contains(word($0)) }
  }

  /// The parts behind "made up of"; the total is the level before them.
  private mutating func breakDown(behind index: Int) {
    let end = (index..<high).first { tag($0) == .semicolon } ?? high
    let behind = zip(here, places).filter { $0.1 > index && $0.1 < end }
      .prefix(4 * Self.lookedAt).map(\.0)
    let parts = Array(behind.filter { isLevelTold($0) }.prefix(Self.lookedAt))
    guard parts.count >= 2, let first = here.firstIndex(where: { $0 == parts[0] }) else { return }
    let before = here[..<first].reversed() + sentenceBefore.reversed()
    for total in before.filter({ isLevelTold($0) }).prefix(2) {
      for count in (2...parts.count).reversed() where tie(total, Array(parts.prefix(count))) {
        return
      }
    }
  }

  /// The parts that end with "the remaining 3 billion", "the rest, 3 billion".
  private mutating func breakDown(through index: Int) {
    guard let at = here.indices.first(where: { places[$0] > index }), places[at] - index <= 3,
      isLevelTold(here[at])
    else { return }
    let levels = (sentenceBefore + here[...at]).filter { isLevelTold($0) }.suffix(Self.lookedAt)
    guard levels.count >= 3 else { return }
    let list = Array(levels)
    for total in (0...(list.count - 3)).reversed()
    where tie(list[total], Array(list[(total + 1)...])) {
      return
    }
  }

  private func isLevelTold(_ number: Int) -> Bool {
    let figure = figures[number]
    return figure.unit.isAmount && figure.role == .level && !figure.isBase && !figure.isDropped
      && !figure.isPerUnit && figure.scope.basis != 20 && !figure.rules.contains(.restatement)
  }

  /// Ties a total to its parts if they come near it.
  private mutating func tie(_ total: Int, _ parts: [Int], isOfOneMeasure: Bool = true) -> Bool {
    let whole = figures[total]
    guard whole.breakdown == 0,
      parts.allSatisfy({
        figures[$0].unit == whole.unit && (!isOfOneMeasure || figures[$0].measure == whole.measure)
          && figures[$0].period == whole.period && figures[$0].breakdown == 0
      })
    else { return false }
    let sum = parts.reduce(0) { $0 + figures[$1].size }
    guard abs(sum - whole.size) <= Self.largestGap * whole.size else { return false }
    breakdowns += 1
    figures[total].breakdown = breakdowns
    figures[total].isTotal = true
    for number in parts {
      figures[number].breakdown = breakdowns
      figures[number].rules.append(.breakdown)
      if partNames[figures[number].scope.part] == ProseParts.reexports {
        // Those that are a part of exports come to them no more.
        figures[number].scope.part = knownPart(["re", "exports", "within"])
      }
      guard figures[number].scope == whole.scope, figures[number].measure == whole.measure else {
        continue
      }
      // A part without a name, and what stands in brackets behind it.
      let part = knownPart(["part", "\(number)"])
      guard let at = here.firstIndex(of: number) else {
        figures[number].scope.part = part
        continue
      }
      for other in here[at...] {
        if other != number, figures[other].unit.isAmount || figures[other].scope != whole.scope {
          break
        }
        figures[other].scope.part = part
      }
    }
    return true
  }
}
