/// Levels that are of another flow than the words were understood to say: what a text is measured in
/// may stand in a word that is not known.
///
///     "Exports were 78.1 and imports 69.4; the overhang was 8.7": the third is their difference
///
/// Two levels of one scope and time whose measures are known leave a number for what lies between them,
/// their sum or their difference. A level beside them that is understood as something else and has
/// this very number is taken for it, with what its clause says of the same thing. Only a reading that
/// accuses nobody by itself does this, so a chance can clear a text and never accuse one.
struct FlowRereading {
  /// The figures.
  private(set) var figures: [ProseFigure]
  /// So many figures before and behind a level are looked at.
  private static let reach = 12

  /// Rereads the levels and amounts of change.
  ///
  /// - Complexity: linear in the figures; each looks at the pairs of those near it.
  init(_ figures: [ProseFigure]) {
    self.figures = figures
    for index in figures.indices where isAmount(index) {
      guard let found = thirdOf(index) else { continue }
      reread(index, as: found.measure, like: found.model, sign: found.sign)
    }
  }

  private func isAmount(_ index: Int) -> Bool {
    let figure = figures[index]
    return figure.unit.isAmount && figure.role != .share && figure.measure != .none
      && !figure.isFragment && !figure.isPerUnit && !figure.isWhole && figure.hedge == 0
      && figure.size > 0
  }

  private struct Third {
    /// What the level measures.
    let measure: ProseMeasure
    /// A figure of the same scope and time.
    let model: Int
    /// The sign of a balance.
    let sign: Int
  }

  /// What a level is, if two others near it leave it as the third of trade or of a balance.
  private func thirdOf(_ index: Int) -> Third? {
    let own = figures[index]
    let near = (max(0, index - Self.reach)..<min(figures.count, index + Self.reach + 1))
      .filter { $0 != index && isAmount($0) && isBeside(figures[$0], own) }
    for (at, first) in near.enumerated() {
      for second in near[(at + 1)...] where isPair(first, second) {
        guard let third = third(of: first, second, own) else { continue }
        // A flow or balance that is called one stays that of what it is told of; only trade may be the
        // sum of flows that are told of less.
        let isKnown =
          own.measure == third.measure
          && (own.measure.flow != .trade
            || own.scope == figures[first].scope && own.period == figures[first].period)
        if !isKnown { return third }
      }
    }
    return nil
  }

  private func isBeside(_ other: ProseFigure, _ own: ProseFigure) -> Bool {
    other.unit == own.unit && (other.role == .change) == (own.role == .change)
      && abs(other.sentence - own.sentence) <= 2
  }

  private func isPair(_ first: Int, _ second: Int) -> Bool {
    let (one, two) = (figures[first], figures[second])
    return one.measure != two.measure && one.scope == two.scope && one.period == two.period
      && one.measure.isServices == two.measure.isServices
      && (one.role != .change || one.base == two.base)
  }

  /// The measure that goes with two others and has the number of a level.
  private func third(of first: Int, _ second: Int, _ own: ProseFigure) -> Third? {
    let (one, two) = (figures[first], figures[second])
    let slack = (half(one) + half(two) + half(own)) * (1 + 1e-9)
    guard slack < 0.1 * own.size else { return nil }
    func isOwn(_ value: Double) -> Bool { abs(abs(value) - own.size) <= slack }
    func value(_ flow: ProseMeasure) -> Double? {
      [one, two].first { $0.measure.flow == flow }?.signedValue
    }
    let isServices = one.measure.isServices
    func found(_ flow: ProseMeasure, _ value: Double) -> Third? {
      guard isOwn(value), own.role == .change || flow == .balance || value > 0 else { return nil }
      return Third(
        measure: isServices ? flow.ofServices : flow, model: first, sign: value < 0 ? -1 : 1)
    }
    switch (value(.exports), value(.imports), value(.trade), value(.balance)) {
    case (let out?, let back?, _, _):
      return found(.balance, out - back) ?? found(.trade, out + back)
    case (let out?, nil, let both?, _): return found(.imports, both - out)
    case (nil, let back?, let both?, _): return found(.exports, both - back)
    case (let out?, nil, nil, let left?): return found(.imports, out - left)
    case (nil, let back?, nil, let left?): return found(.exports, back + left)
    default: return nil
    }
  }

  /// Half a unit of the last printed digit.
  private func half(_ figure: ProseFigure) -> Double {
    var unit = 0.5
    for _ in 0..<figure.exponent { unit *= 10 }
    for _ in 0..<figure.numeral.decimals { unit /= 10 }
    return unit
  }

  /// Gives a level another measure, and the figures of its sentence that hang on the same word.
  private mutating func reread(
    _ index: Int, as measure: ProseMeasure, like model: Int, sign: Int
  ) {
    let old = figures[index]
    var first = index
    while first > 0, figures[first - 1].sentence == old.sentence { first -= 1 }
    var place = first
    while place < figures.count, figures[place].sentence == old.sentence {
      defer { place += 1 }
      let isOwn =
        place == index
        || figures[place].measure == old.measure && figures[place].scope == old.scope
          && figures[place].topicAt == old.topicAt && figures[place].role != .share
          && place > index - 2
      guard isOwn else { continue }
      figures[place].measure = measure
      figures[place].scope = figures[model].scope
      figures[place].balanceSign = measure.isBalance ? sign : 0
      if figures[place].role == .change { continue }
      figures[place].role = measure.isBalance ? .balance : .level
      // The sign is printed for what the words were understood to say, so either may be meant.
      figures[place].isLoose = measure.isBalance
    }
    if old.role != .change { figures[index].period = figures[model].period }
    figures[index].isBase = figures[model].isBase
  }
}
