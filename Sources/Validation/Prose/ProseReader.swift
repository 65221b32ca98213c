internal import TradeModel

/// Reads the figures of a running text and what each says.
struct ProseReader {
  /// The grammar of the language.
  let grammar: ProseGrammar

  /// What was read.
  struct Result {
    /// The figures in the order of the text.
    var figures: [ProseFigure]
    /// The place whose figures they are, a number of ``ProsePlaces``; -1 when not known.
    var reporter: Int16
    /// What the text is about as a whole.
    var main: ProseScope
    /// The words of the parts of trade, by number.
    var partNames: [Int32: String]
    /// The parts that are subjects of clauses: "shrimp accounted for".
    var subjectParts: Set<Int32>
    /// How many items were looked at.
    var steps: Int
  }

  /// Reads `17,071 billion` as 17.071 billion where all plain amounts of the currency are five
  /// hundred times smaller.
  private static func readPlausibly(_ figures: inout [ProseFigure]) {
    var largest: [ProseFigure.Unit: Double] = [:]
    for figure in figures
    where figure.unit.isMoney && figure.alternative == nil && figure.exponent >= 6 {
      largest[figure.unit] = max(largest[figure.unit] ?? 0, figure.size)
    }
    for index in figures.indices {
      guard let other = figures[index].alternative, let size = largest[figures[index].unit],
        figures[index].size > 500 * size
      else { continue }
      figures[index].numeral = other
    }
  }

  /// Imports are valued with and exports without the cost of transport: "imports (c.i.f.)" are no others
  /// than imports, unless both valuations are told.
  private static func mergeValuations(_ figures: inout [ProseFigure], isAdjusted: Bool) {
    // "In original values": of a text that tells no adjusted ones, plain.
    if !isAdjusted, !figures.contains(where: { $0.scope.basis == 1 || $0.scope.basis == 3 }) {
      for index in figures.indices {
        if figures[index].scope.basis == 2 { figures[index].scope.basis = 0 }
        if figures[index].whole?.scope.basis == 2 { figures[index].whole?.scope.basis = 0 }
      }
    }
    let valued = Set(figures.filter { $0.scope.basis != 9 }.map { Valued($0) })
    for index in figures.indices where figures[index].scope.basis == 9 {
      var plain = figures[index]
      plain.scope.basis = 0
      if !valued.contains(Valued(plain)) { figures[index] = plain }
    }
  }

  /// What may be told in two valuations.
  private struct Valued: Hashable {
    let measure: ProseMeasure
    let scope: ProseScope
    let period: ProsePeriod?
    let role: FigureRole

    init(_ figure: ProseFigure) {
      (measure, scope, period) = (figure.measure, figure.scope, figure.period)
      role = figure.role
    }
  }

  /// A full date among so many tokens, before any figure, is the date line.
  private static let openingTokens = 40

  /// Reads a text of blocks: paragraphs, headings, items.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - blocks: Its blocks.
  ///   - published: When it was published; without it the date line says it, if there is one.
  /// - Complexity: O(*n*) for *n* bytes; every look ahead and back is bounded.
  /// - Returns: The figures with what each says.
  func read(_ bytes: [UInt8], blocks: [Range<Int>], published: Vintage? = nil) -> Result {
    let tokenizer = TextTokenizer(bytes: bytes, lexicon: grammar.lexicon)
    var tokens: [TextToken] = []
    var firstTokens: [Int] = []
    for block in blocks {
      firstTokens.append(tokens.count)
      tokens += tokenizer.tokens(in: block)
    }
    var convention = NumeralConvention()
    for token in tokens where token.kind == .number { convention.learn(from: bytes, token.range) }
    let itemReader = ProseItemReader(grammar: grammar, bytes: bytes)
    var items: [ProseItem] = []
    var times: [TimeMention] = []
    var published = published
    var figures: [ProseFigure] = []
    var firstItems: [Int] = []
    for (index, first) in firstTokens.enumerated() {
      let end = index + 1 < firstTokens.count ? firstTokens[index + 1] : tokens.count
      firstItems.append(items.count)
      guard first < end else { continue }
      let local = Array(tokens[first..<end])
      var timeReader = TimeReader(bytes: bytes, tokens: local, items: itemReader.items(of: local))
      timeReader.read()
      if published == nil, figures.isEmpty, let found = timeReader.dates.first,
        first + found.token < Self.openingTokens
      {
        published = found.date
      }
      var figureReader = FigureReader(
        bytes: bytes, tokens: local, items: timeReader.output, times: timeReader.times,
        convention: convention)
      figureReader.read()
      for item in figureReader.output {
        var item = item
        item.first += first
        item.last += first
        if item.tag == .time { item.index += times.count }
        if item.tag == .figure { item.index += figures.count }
        items.append(item)
      }
      times += timeReader.times
      // The figures of a text of one block are many, and need no copy.
      if figures.isEmpty { figures = figureReader.figures } else { figures += figureReader.figures }
    }
    Self.readPlausibly(&figures)
    var analyzer = ProseAnalyzer(
      bytes: bytes, tokens: tokens, items: items, times: times, figures: consume figures,
      convention: convention)
    analyzer.resolver.published = published
    analyzer.analyze(blocks: firstItems)
    analyzer.figures.removeAll { $0.isDropped || $0.measure == .none }
    analyzer.figures.sort { $0.range.lowerBound < $1.range.lowerBound }
    Self.mergeValuations(&analyzer.figures, isAdjusted: analyzer.isAdjusted)
    return Result(
      figures: analyzer.figures, reporter: analyzer.reporter, main: analyzer.mainTopic.scope,
      partNames: analyzer.partNames, subjectParts: analyzer.subjectParts, steps: analyzer.steps)
  }
}
