/// The ways in which the figures of a text can be understood, the most plausible first.
///
/// The first takes every word at its value. When nothing ties the figures then, words before a
/// measure may name no part of trade, or parts may be listed behind their total. When the first
/// contradicts itself, sentences that name no topic may speak of something else. A text is
/// inconsistent only if every reading is; a reading that ties nothing accuses nobody.
struct ProseReadings {
  /// What was read.
  let result: ProseReader.Result

  /// The readings, at least one, and all that the figures say in the first.
  func all() -> (readings: [Reading], statements: [FigureStatement]) {
    var builder = StatementBuilder(result)
    let plain = builder.build()
    return (readings(besides: plain), builder.statements)
  }

  /// Beyond so many figures a text is read plainly only: the parts of a long text that nothing ties
  /// would all have to be read in the same other way.
  private static let largestText = 400

  private func readings(besides plain: Reading) -> [Reading] {
    guard result.figures.count <= Self.largestText else { return [plain] }
    if plain.statements.isEmpty {
      return [plain]
        + [reading(.merged), ListedSums(result).reading()]
        .filter { !$0.statements.isEmpty }
    }
    let apart = reading(.separated)
    return apart.statements == plain.statements ? [plain] : [plain, apart]
  }

  private func reading(_ distinction: ProseDistinction) -> Reading {
    var builder = StatementBuilder(
      distinction.applied(to: result), name: distinction.name)
    return builder.build()
  }
}

/// How figures are told apart where the words leave it open.
enum ProseDistinction {
  /// As the words say.
  case asNamed
  /// Words before a measure name no part of trade: "actual exports" are exports.
  case merged
  /// Words such as "doubled" and "a third" are meant loosely and tie nothing.
  case loosely
  /// Only what the text itself says ties figures: no guess by place or custom.
  case separated

  /// What sets the reading apart, for readers.
  var name: String {
    switch self {
    case .asNamed: ""
    case .merged: "qualifying words name no part of trade"
    case .loosely: "words such as 'doubled' are meant loosely"
    case .separated:
      "a level told twice with two values is two things, and nothing is guessed from place or custom"
    }
  }

  /// The figures as they are told apart.
  func applied(to result: ProseReader.Result) -> ProseReader.Result {
    var result = result
    switch self {
    case .asNamed: break
    case .loosely:
      for index in result.figures.indices where result.figures[index].wordRange != nil {
        result.figures[index].measure = .none
      }
    case .merged:
      let (names, subjects) = (result.partNames, result.subjectParts)
      func merged(_ scope: ProseScope) -> ProseScope {
        subjects.contains(scope.part) ? scope : Self.merged(scope, names)
      }
      let partners = Set(result.figures.map(\.scope.partner)).filter { $0 >= 0 }
      result.main = merged(result.main)
      for index in result.figures.indices {
        var figure = result.figures[index]
        figure.scope = merged(figure.scope)
        // FOB and CIF, and the only partner there is.
        if figure.scope.basis == 9 { figure.scope.basis = 0 }
        if partners.count == 1, let only = partners.first { figure.scope.partner = only }
        if let whole = figure.whole { figure.whole?.scope = merged(whole.scope) }
        result.figures[index] = figure
      }
    case .separated:
      result = Self.loosely.applied(to: result)
      Self.readAsGoods(&result)
      result.figures = FlowRereading(result.figures).figures
      let plain = result
      Self.setApart(&result.figures)
      for index in result.figures.indices {
        if Self.restsOnAGuess(index, result, plain) {
          result.figures[index].measure = .none
        } else {
          Self.compareOtherwise(&result.figures[index])
          Self.leaveSignOpen(&result.figures[index])
        }
      }
    }
    return result
  }

  private static func namesTopic(_ figure: ProseFigure) -> Bool {
    !figure.rules.contains(.inheritedTopic) || figure.rules.contains(.restatement)
      || figure.rules.contains(.sameAsBefore)
  }

  /// Exports and imports beside a balance of goods may be those of goods, where none are named so.
  private static func readAsGoods(_ result: inout ProseReader.Result) {
    let goods = result.figures.filter { $0.scope.part == ProseParts.goods }
    guard goods.contains(where: { $0.measure == .balance }),
      !goods.contains(where: { $0.measure == .exports || $0.measure == .imports })
    else { return }
    for index in result.figures.indices
    where result.figures[index].scope.part == 0
      && (result.figures[index].measure == .exports || result.figures[index].measure == .imports)
    {
      result.figures[index].scope.part = ProseParts.goods
    }
  }

  /// Gives the levels a part of their own that tell another value of a level told before, with what
  /// their sentence says of the same thing behind them: two things under one name are more
  /// plausible than one thing told twice, once wrongly.
  private static func setApart(_ figures: inout [ProseFigure]) {
    var levels: [LevelKey: ProseFigure] = [:]
    for index in figures.indices {
      let figure = figures[index]
      guard figure.unit.isAmount, figure.role == .level || figure.role == .balance,
        figure.measure != .none
      else { continue }
      var key = LevelKey(
        measure: figure.measure, scope: figure.scope, period: figure.period, unit: figure.unit)
      if levels[key] == nil, key.scope.part == 0, !namesTopic(figure) {
        // What names no topic is no more all trade than it is the goods told before.
        key.scope.part = ProseParts.goods
        if levels[key] == nil { key.scope.part = 0 }
        // Nor is it adjusted where the figures before are told as not adjusted.
        var unadjusted = key
        unadjusted.scope.basis = 2
        if levels[key] == nil, levels[unadjusted] != nil { key = unadjusted }
      }
      guard let first = levels[key] else {
        levels[key] = figure
        continue
      }
      guard abs(first.signedValue - figure.signedValue) > 0.02 * first.size,
        !figure.rules.contains(.restatement), !figure.rules.contains(.sameAsBefore)
      else { continue }
      let part = ProseParts().known("sentence \(figure.sentence), part \(figure.scope.part)")
      if figure.isWhole {
        // "22 percent of the 2,018 billion sent abroad by the country": the whole alone.
        figures[index].scope.part = part
        continue
      }
      // The figures of a sentence are neighbours.
      let start = namesTopic(figure) ? index : firstOfSentence(index, figures)
      var later = start
      while later < figures.count, figures[later].sentence == figure.sentence {
        let isMoved = later >= index || !namesTopic(figures[later])
        if isMoved, figures[later].scope == figure.scope { figures[later].scope.part = part }
        later += 1
      }
    }
  }

  /// Whether a figure took over an earlier time than that of the text's first figure from a sentence
  /// before: texts look back and return without saying so.
  private static func hasSlippedBack(_ figure: ProseFigure, _ result: ProseReader.Result) -> Bool {
    guard figure.rules.contains(.inheritedTime), !figure.isBase,
      !figure.rules.contains(.ownTime), !figure.rules.contains(.laterTime),
      let period = figure.period, let first = result.figures.first(where: { !$0.isBase })?.period
    else { return false }
    return period.lastMonth < first.lastMonth
  }

  /// Whether the level of what a share can be of stands before it in its sentence or the last.
  private static func hasWholeBeside(_ index: Int, _ result: ProseReader.Result) -> Bool {
    let share = result.figures[index]
    var first = firstOfSentence(index, result.figures)
    if first > 0 { first = firstOfSentence(first - 1, result.figures) }
    return result.figures[first..<index].contains {
      $0.unit.isAmount && $0.role == .level && $0.measure == share.measure
        && $0.scope.partner == result.main.partner && $0.scope.part == result.main.part
        && $0.scope != share.scope
    }
  }

  /// "4.4% and 12.5% more respectively": two rates of one thing, of which the text has not said here what
  /// each is compared with.
  private static func hasTwin(_ index: Int, _ result: ProseReader.Result) -> Bool {
    let figure = result.figures[index]
    func isSetApart(_ figure: ProseFigure) -> Bool {
      result.partNames[figure.scope.part]?.hasPrefix("another ") == true
    }
    let near = max(0, index - 2)..<min(result.figures.count, index + 3)
    return result.figures[near].contains {
      $0.role == .change && $0.unit == figure.unit && $0.measure == figure.measure
        && $0.sentence == figure.sentence && $0.topicAt == figure.topicAt && $0.topicAt >= 0
        && isSetApart($0) != isSetApart(figure)
    }
  }

  /// Whether the level that a share should be of stands among others, one of which is larger: "was
  /// 9.7, 10.3, 10.8 and 11.0, in all 41.8, of which 53.5 percent".
  private static func isWholeUnclear(_ share: ProseFigure, _ result: ProseReader.Result) -> Bool {
    let scope = share.whole?.scope ?? result.main
    let measure = share.whole?.measure ?? share.measure
    let levels = result.figures.filter {
      $0.unit.isAmount && $0.role == .level && $0.measure == measure && $0.period == share.period
    }
    guard let whole = levels.first(where: { $0.scope == scope }) else { return false }
    return levels.contains {
      $0.sentence == whole.sentence && $0.unit == whole.unit && $0.size > 1.02 * whole.size
        && result.partNames[$0.scope.part]?.hasPrefix("another ") == true
    }
  }

  private static func firstOfSentence(_ index: Int, _ figures: [ProseFigure]) -> Int {
    var first = index
    while first > 0, figures[first - 1].sentence == figures[index].sentence { first -= 1 }
    return first
  }

  /// Whether what a figure is tied to follows from its place only: a level behind a share and "or",
  /// a share whose whole is not said, names and figures that stand in parallel.
  private static func restsOnAGuess(
    _ index: Int, _ result: ProseReader.Result, _ plain: ProseReader.Result
  ) -> Bool {
    let figure = result.figures[index]
    if figure.isMeasureGuessed || figure.isPartnerTakenOver || hasSlippedBack(figure, result) {
      return true
    }
    if result.partNames[figure.scope.part] == ProseParts.reexports {
      // They may be a part of exports, unless they are larger.
      let beside = max(0, index - 8)..<min(result.figures.count, index + 9)
      return !result.figures[beside].contains {
        $0.measure == .exports && $0.role == .level && $0.period == figure.period
          && $0.unit == figure.unit && $0.size < figure.size
      }
    }
    if figure.role == .change, !figure.unit.isAmount, hasTwin(index, result) { return true }
    if figure.role == .share, figure.measure.isBalance, figure.rules.contains(.formerLatter) {
      return true
    }
    if figure.role == .share, figure.measure != .coverage, isWholeUnclear(figure, plain) {
      return true
    }
    if figure.role == .share, figure.whole == nil, figure.measure != .coverage {
      return !hasWholeBeside(index, plain)
    }
    return figure.rules.contains {
      $0 == .levelOfShare || $0 == .silentRespectively || $0 == .shareInBrackets
        || $0 == .otherWay
    }
  }

  /// A month or quarter whose comparison the text does not say may be compared with the year before
  /// or with the month or quarter before.
  private static func compareOtherwise(_ figure: inout ProseFigure) {
    guard figure.role == .change, figure.rules.contains(.comparisonUsual),
      let period = figure.period, period.months == 1 || period.months == 3
    else { return }
    figure.base =
      figure.comparison == .yearOverYear
      ? period.shifted(byMonths: -period.months) : period.shifted(byYears: -1)
  }

  /// A balance whose sign no word tells may have either, and so may a rate.
  private static func leaveSignOpen(_ figure: inout ProseFigure) {
    if figure.role == .balance, figure.balanceSign == 0, figure.printedSign == 0,
      figure.unit.isAmount
    {
      figure.isLoose = true
    }
    if figure.role == .change, figure.isSignGuessed, figure.unit == .percent {
      figure.isLoose = true
    }
  }

  private struct LevelKey: Hashable {
    let measure: ProseMeasure
    var scope: ProseScope
    let period: ProsePeriod?
    let unit: ProseFigure.Unit
  }

  /// The scope without a part that only words before a measure name.
  private static func merged(_ scope: ProseScope, _ names: [Int32: String]) -> ProseScope {
    var scope = scope
    let name = names[scope.part] ?? ""
    let isKept = name.hasPrefix("another ") || name.hasPrefix("part ") || name.hasPrefix("non")
    if scope.part > ProseParts.services, !isKept { scope.part = 0 }
    return scope
  }
}
