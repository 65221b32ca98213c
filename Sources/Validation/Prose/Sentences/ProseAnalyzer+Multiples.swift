internal import TradeModel

/// Multiples and fractions in words: "doubled to 5.2 from 2.6", "1.6, two thirds of total exports".
///
/// They are read when the sentence is, and hang on the level beside them: its measure, scope and
/// time are theirs. No other rule looks at them.
extension ProseAnalyzer {
  /// A multiple that a verb says.
  private struct Multiple {
    /// The digits of the multiple.
    let numeral: Numeral
    /// The range of now to before that the word means.
    let range: ExactInterval
  }

  /// Reads the multiples and fractions of the sentence.
  mutating func readWordedFigures() {
    for index in low..<high {
      switch tag(index) {
      case .change: readMultiple(at: index)
      case .fraction:
        readFraction(Int(items[index].a), of: Int(items[index].b), from: index, through: index)
      case .numberWord:
        if let (below, last) = soManyOf(at: index) {
          readFraction(Int(items[index].a), of: below, from: index, through: last)
        }
      default: break
      }
    }
  }

  // MARK: Multiples

  /// The widths are those of Documentation/Methods/prose-claims.md.
  private static func multiple(_ word: String) -> Multiple? {
    if word == "halved" {
      return Multiple(
        numeral: Numeral(significand: 5, decimals: 1),
        range: ExactInterval(Rational(475, 1000), Rational(525, 1000)))
    }
    return multiples[word].map { times in
      Multiple(
        numeral: Numeral(significand: times, decimals: 0),
        range: ExactInterval(Rational(975 * times, 1000), Rational(1025 * times, 1000)))
    }
  }

  private static let multiples: [String: Int] = [
    "doubled": 2, "doubling": 2, "twofold": 2, "tripled": 3, "trebled": 3, "threefold": 3,
    "quadrupled": 4, "fourfold": 4, "quintupled": 5, "fivefold": 5, "sixfold": 6, "tenfold": 10,
  ]

  private mutating func readMultiple(at index: Int) {
    guard let multiple = Self.multiple(word(index)), let level = levelReached(from: index),
      let period = figures[level].period
    else { return }
    var figure = figures[level]
    let base = here.first {
      figures[$0].isBase && figures[$0].measure == figure.measure
        && figures[$0].scope == figure.scope && figures[$0].unit == figure.unit
    }
    figure.role = .change
    figure.unit = .multiple
    figure.numeral = multiple.numeral
    figure.exponent = 0
    figure.sign = 1
    figure.isBase = false
    figure.base = base.flatMap { figures[$0].period } ?? period.shifted(byYears: -1)
    figure.comparison = figure.base.map { PeriodResolver.comparison(period, $0) }
    figure.wordRange = hedged(multiple.range, at: index)
    figure.rules = [.multipleInWords]
    add(figure, from: index, through: index)
  }

  /// "doubled to 5.2": the level of a multiple.
  private func levelReached(from index: Int) -> Int? {
    var place = index + 1
    while place < high, place < index + 8, !isBreak(place), tag(place) != .comma {
      if tag(place) == .figure {
        let number = items[place].index
        let isLevel = figures[number].role == .level || figures[number].role == .balance
        return isLevel && figures[number].unit.isAmount && !figures[number].isDropped
          && preposition(before(place)) == .to ? number : nil
      }
      place += 1
    }
    return nil
  }

  // MARK: Fractions

  /// "one in five", "four out of five dollars", "one euro in three": of how many, and the last item.
  private func soManyOf(at index: Int) -> (below: Int, last: Int)? {
    var place = behind(index)
    if tag(place) == .currency { place = behind(place) }
    if word(place) == "out", preposition(place + 1) == .of {
      place += 1
    } else if word(place) != "in" {
      return nil
    }
    place = behind(place)
    guard tag(place) == .numberWord, items[place].a > items[index].a else { return nil }
    return (Int(items[place].a), tag(place + 1) == .currency ? place + 1 : place)
  }

  private mutating func readFraction(
    _ above: Int, of below: Int, from index: Int, through last: Int
  ) {
    guard let at = places.lastIndex(where: { $0 < index }), index - places[at] <= 7 else { return }
    let part = figures[here[at]]
    guard part.unit.isAmount, part.role == .level, !part.isDropped,
      (places[at] + 1..<index).allSatisfy({
        [.comma, .conjunction, .open, .hedge, .filler, .time].contains(tag($0))
          || preposition($0) == .in
      }), let whole = wholeBehind(last)
    else { return }
    let middle = Rational(above, below)
    let width = Rational(17, 1000)
    if part.rules.contains(.inheritedTopic), whole.measure != .none {
      figures[here[at]].measure = whole.measure
    }
    var figure = figures[here[at]]
    figure.role = .share
    figure.unit = .ratio
    figure.numeral = Numeral(significand: (above * 200 + below) / (2 * below), decimals: 2)
    figure.exponent = 0
    figure.sign = 1
    figure.isBase = false
    figure.whole = ProseWhole(
      measure: whole.measure == .none ? part.measure : whole.measure, scope: whole.scope)
    figure.wordRange = hedged(ExactInterval(middle - width, middle + width), at: index)
    figure.rules = [.fractionInWords]
    add(figure, from: index, through: last)
  }

  // MARK: Both

  /// "more than doubled", "nearly a third": one side of the number, 10 % wide.
  private func hedged(_ range: ExactInterval, at index: Int) -> ExactInterval {
    guard tag(index - 1) == .hedge || tag(index - 1) == .filler, let lower = range.lower?.value,
      let upper = range.upper?.value
    else { return range }
    let middle = (lower + upper) * Rational(1, 2)
    let isDecrease = tag(index) == .change && middle < Rational(1)
    switch word(index - 1) {
    case "more than" where isDecrease:
      return ExactInterval(middle * Rational(1, 2), middle)
    case "nearly" where isDecrease, "almost" where isDecrease:
      return ExactInterval(middle, middle * Rational(11, 10))
    case "more than", "over", "well over", "at least", "just over":
      return ExactInterval(middle, middle * Rational(3, 2))
    case "nearly", "almost", "just under", "less than", "close to":
      return ExactInterval(middle * Rational(9, 10), middle)
    case "about", "around", "roughly", "approximately", "some":
      return ExactInterval(middle * Rational(9, 10), middle * Rational(11, 10))
    default: return range
    }
  }

  private mutating func add(_ figure: ProseFigure, from first: Int, through last: Int) {
    var figure = figure
    figure.range = Int(tokens[items[first].first].start)..<Int(tokens[items[last].last].end)
    figure.hedge = 0
    figures.append(figure)
  }
}
