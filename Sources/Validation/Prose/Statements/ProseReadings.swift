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
  /// A sentence that does not name its topic speaks of something of its own.
  case separated

  /// What sets the reading apart, for readers.
  var name: String {
    switch self {
    case .asNamed: ""
    case .merged: "qualifying words name no part of trade"
    case .loosely: "words such as 'doubled' are meant loosely"
    case .separated: "sentences without a topic of their own speak of something else"
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
      let sentences = Self.doubtful(in: result.figures)
      for index in result.figures.indices {
        let figure = result.figures[index]
        guard sentences.contains(figure.sentence), !Self.namesTopic(figure) else { continue }
        result.figures[index].scope.part = ProseParts().known(
          "sentence \(figure.sentence), part \(figure.scope.part)")
      }
    }
    return result
  }

  private static func namesTopic(_ figure: ProseFigure) -> Bool {
    !figure.rules.contains(.inheritedTopic) || figure.rules.contains(.restatement)
      || figure.rules.contains(.sameAsBefore)
  }

  /// The sentences that give another value for a level named before without naming it again.
  private static func doubtful(in figures: [ProseFigure]) -> Set<Int> {
    var levels: [LevelKey: ProseFigure] = [:]
    var sentences = Set<Int>()
    for figure in figures
    where figure.unit.isAmount && (figure.role == .level || figure.role == .balance) {
      let key = LevelKey(
        measure: figure.measure, scope: figure.scope, period: figure.period, unit: figure.unit)
      guard let first = levels[key] else {
        levels[key] = figure
        continue
      }
      let isOther = abs(first.signedValue - figure.signedValue) > 0.02 * first.size
      if isOther, first.sentence != figure.sentence, !namesTopic(figure) {
        sentences.insert(figure.sentence)
      }
    }
    return sentences
  }

  private struct LevelKey: Hashable {
    let measure: ProseMeasure
    let scope: ProseScope
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
