/// Reads what the figures of a text say, sentence by sentence, with what was said before.
///
/// One pass over the items with bounded looks to both sides. Each decision is one of the rules of
/// ``ProseRule``; the rules stand in the extensions of this type, one topic a file.
struct ProseAnalyzer {
  /// The text.
  let bytes: [UInt8]
  /// Its tokens.
  let tokens: [TextToken]
  /// The items with times and figures.
  var items: [ProseItem]
  /// The times.
  var times: [TimeMention]
  /// The figures.
  var figures: [ProseFigure]
  /// How the text writes numbers.
  let convention: NumeralConvention

  // What the text has said.

  /// The parts that were named.
  var parts = ProseParts()
  /// The words of the parts, by number.
  var partNames: [Int32: String] = [:]
  /// The parts that are subjects of clauses, not words before a measure.
  var subjectParts = Set<Int32>()
  /// The number of the sentence.
  var sentence = 0
  /// The place whose figures these are; -1 when the text does not say.
  var reporter: Int16 = -1
  /// What the text is about as a whole.
  var mainTopic = ProseTopic()
  /// Whether the main topic is set.
  var hasMainTopic = false
  /// Whether services and goods are told apart in the text.
  var hasServices = false
  /// The topic of the last figure.
  var lastTopic = ProseTopic()
  /// The last two topics named side by side, for "the former", "they", "respectively".
  var pair: [ProseTopic] = []
  /// All topics of the sentence before, each once.
  var names: [ProseTopic] = []
  /// The last two partners named in one sentence.
  var partnerPair: [Int16] = []
  /// Whether the reporter has been the subject of "exported" or "imported", so that another place
  /// with such a verb is a reporter too.
  var hasOwnVerb = false
  /// The two reporters that a sentence told apart, for "the former".
  var reporterPair: [Int16] = []
  /// The total that flows were said to add up to, for "the total" of later sentences.
  var totalTopic: ProseTopic?
  /// The time before that of the heading of the section.
  var timeOutside: ProsePeriod?
  /// What the last heading names, until something else is named.
  var sectionTopic: ProseTopic?
  /// Whether direct investment is named, if only as "FDI projects".
  var isAboutInvestment = false
  /// The name of a reporter that the tables do not hold: "Bavaria".
  var host: String?
  /// How many partners the sentence before told apart.
  var partnersBefore = 0
  /// Times in context.
  var resolver = PeriodResolver()
  /// The comparison said last.
  var comparison: ComparisonCue?
  /// The currency used last, a row of ``ProseCurrency``.
  var money: Int16 = -1
  /// The unit announced for all numbers of a block.
  var announced: (unit: ProseFigure.Unit, exponent: Int)?
  /// Whether the text says that it is adjusted for the season.
  var isAdjusted = false

  /// Value and weight, where two rates are told of both in turn.
  var basisPair: [Int16] = []
  /// The two times that were told apart last.
  var timePair: [Int] = []
  /// Whether what follows are parts of the topic: behind "of which".
  var isPart = false
  /// The rates said so far.
  var rates: [RateKey: Double] = [:]

  /// What a rate is of.
  struct RateKey: Hashable {
    /// The measure.
    let measure: ProseMeasure
    /// The scope.
    let scope: ProseScope
    /// The time.
    let period: ProsePeriod?
    /// The time compared with.
    let base: ProsePeriod?
    /// The currency, if it is said.
    let terms: Int16?
  }

  // What the sentence has said.

  /// The first item of the sentence.
  var low = 0
  /// The item after its last.
  var high = 0
  /// What the clause is about.
  var topic = ProseTopic()
  /// Whether the sentence has named it.
  var isTopicNamed = false
  /// The sign of the last verb of change.
  var verbSign = 0
  /// Whether the last word of change was of the kind better or worse.
  var verbIsJudging = false
  /// The last place named, for the verb of a flow.
  var subject: Int16 = -1
  /// The place that "the former" means, whose figures follow; -1 for none.
  var owner: Int16 = -1
  /// The topics of the sentence with the items they stand at.
  var topics: [(at: Int, topic: ProseTopic)] = []
  /// The figures of the sentence.
  var here: [Int] = []
  /// The figures of the sentence before that had some.
  var sentenceBefore: [Int] = []
  /// The part under the name of a region whose figures the text tells; 0 for none.
  var regionPart: Int32 = 0
  /// Rates that a noun behind them tells of something: "5% less fat".
  var isRateOfAThing = Set<Int>()
  /// How many breakdowns of totals were found.
  var breakdowns = 0
  /// The item each figure of the sentence stands at.
  var places: [Int] = []
  /// The basis named in the sentence.
  var basis: Int16 = 0
  /// Whether a forecast is spoken of.
  var isProjection = false
  /// The base of "between April and May", with its item.
  var splitBase: (at: Int, time: Int)?
  /// Whether a part was named without its measure, and the sentence before spoke of another measure
  /// than the text.
  var isMeasureGuessed = false
  /// Whether "buyers" or "suppliers" named the flow of the sentence, so that places are these.
  var isAgentNamed = false
  /// The rule that named the topic, for the next figure.
  var pendingRule: ProseRule?
  /// How many items were looked at, for the test that work grows with the text.
  var steps = 0

  /// A comparison that the text states.
  struct ComparisonCue: Sendable {
    /// What is compared, if a phrase says it.
    var kind: FigureComparison?
    /// The mention of the base, if a time says it.
    var mention: Int?
    /// The item.
    var at = 0
  }

  /// The most items of a sentence.
  static let longestSentence = 300

  /// Prepares the analysis.
  init(
    bytes: [UInt8], tokens: [TextToken], items: [ProseItem], times: [TimeMention],
    figures: [ProseFigure], convention: NumeralConvention
  ) {
    self.bytes = bytes
    self.tokens = tokens
    self.items = items
    self.times = times
    self.figures = figures
    self.convention = convention
  }

  /// Reads all sentences.
  ///
  /// - Parameter blocks: The first items of the blocks of the text, for headings and captions.
  mutating func analyze(blocks: [Int]) {
    survey()
    var blockIndex = 0
    low = 0
    while low < items.count {
      while blockIndex < blocks.count, blocks[blockIndex] <= low {
        blockIndex += 1
      }
      let limit = blockIndex < blocks.count ? blocks[blockIndex] : items.count
      high = endOfSentence(from: low, before: limit)
      let isBlock = high == limit && blockIndex > 0 && blocks[blockIndex - 1] == low
      let before = resolver.current
      readSentence()
      readSection(from: low, to: high)
      if isBlock { leaveSection(before) }
      low = high
    }
  }

  /// A heading that names a flow or balance is what the list behind it is about.
  private mutating func readSection(from start: Int, to end: Int) {
    let hasFigures = (start..<end).contains { tag($0) == .figure }
    if !hasFigures, let named = topics.last?.topic {
      sectionTopic = named
    } else if hasFigures, isTopicNamed, topics.contains(where: { $0.topic.scope.part == 0 }) {
      sectionTopic = nil
    }
  }

  /// The time of a heading, "January to September", holds for its section: a heading without one goes
  /// back to the time before.
  private mutating func leaveSection(_ before: ProsePeriod?) {
    guard !(low..<high).contains(where: { tag($0) == .figure }) else { return }
    if (low..<high).contains(where: { tag($0) == .time && !isBase(at: $0) }) {
      timeOutside = timeOutside ?? before
    } else if let timeOutside {
      resolver.current = timeOutside
      self.timeOutside = nil
    }
  }

  /// The item after the last of a sentence.
  private func endOfSentence(from start: Int, before limit: Int) -> Int {
    // Longer sentences are no prose; cut, so that work stays in proportion to the text.
    let limit = min(limit, start + Self.longestSentence)
    var index = start
    while index < limit {
      if items[index].tag == .stop, index + 1 < limit, isBoundary(index) { return index + 1 }
      index += 1
    }
    return limit
  }

  private func isBoundary(_ index: Int) -> Bool {
    let next = tokens[items[index + 1].first]
    guard next.isSpaced else { return false }
    if index > 0 {
      let before = tokens[items[index - 1].last]
      // Initials and "No." do not end a sentence.
      if before.kind == .word, before.isCapital, before.range.count <= 2,
        items[index - 1].tag == .unknown, next.kind == .number
      {
        return false
      }
    }
    return next.isCapital || next.kind != .word || !isLowerLetter(next)
  }

  private func isLowerLetter(_ token: TextToken) -> Bool {
    let byte = bytes[Int(token.start)]
    return byte >= 0x61 && byte <= 0x7A
  }

  private mutating func readSentence() {
    topic = hasMainTopic ? inheritedTopic() : ProseTopic()
    isTopicNamed = false
    (verbSign, verbIsJudging, subject, basis, isProjection) = (0, false, -1, 0, false)
    isPart = false
    (owner, isMeasureGuessed, isAgentNamed) = (-1, false, false)
    (topics, here, places, splitBase) = ([], [], [], nil)
    lendUnits()
    for index in low..<high where items[index].tag == .figure {
      here.append(items[index].index)
      places.append(index)
    }
    var index = low
    while index < high {
      steps += 1
      index = read(at: index)
    }
    sentence += 1
    for number in here { figures[number].sentence = sentence }
    guard !here.isEmpty else {
      readTimesOfEmptySentence()
      return
    }
    steps += here.count * (here.count + topics.count)
    fillForward()
    pairLists()
    weighRates()
    datePeriods()
    compare()
    tellApart()
    notePartners()
    readBreakdowns()
    readWordedFigures()
    remember()
    sentenceBefore = here
  }

  /// Looks at one item and returns the next to look at.
  private mutating func read(at index: Int) -> Int {
    let item = items[index]
    switch item.tag {
    case .measure: return readMeasure(at: index)
    case .balance: return readMeasure(at: index)
    case .coverage:
      readCoverage(at: index)
    case .flow: readFlow(at: index)
    case .place: readPlace(at: index)
    case .sector: readSector(at: index)
    case .unknown, .counted, .negation: return readSubject(at: index)
    case .ofWhich: if isClauseStart(index) { readOfThese(at: index) }
    case .numberWord: if word(index) == "one" { readPronoun(at: index) }
    case .preposition:
      readContents(at: index)
      if item.preposition == .of, index == low,
        tag(behind(index)) == .former || tag(behind(index)) == .whole
      {
        isPart = true
      }
    case .former: readFormer(at: index)
    case .reverse: readReverse(at: index)
    case .change:
      if item.a != 0, !isDegree(index), preposition(before(index)) != .after {
        // "lost 9.4% after growth of 19.6%, others 8.5%": a noun looked back to is no verb.
        (verbSign, verbIsJudging) = (Int(item.a), item.b == 4)
      }
    case .basis: readBasis(at: index)
    case .projection: isProjection = true
    case .level: readMove(at: index)
    case .whole: readWhole(at: index)
    case .figure: assign(at: index)
    case .pronoun: readPronoun(at: index)
    case .semicolon: (basis, isProjection) = (basis == 8 ? 8 : basis, false)
    case .conjunction, .open: return endOfAside(at: index) ?? index + 1
    default: break
    }
    return index + 1
  }

  /// The end of an aside without a figure that says what a word means and names no topic of its own.
  ///
  ///     The deficit, i.e. the difference between imports and exports, was …
  ///     trade (exports and imports)
  private func endOfAside(at index: Int) -> Int? {
    let isBracket = tag(index) == .open
    guard isBracket || items[index].a == 2 && word(index) != "or" else { return nil }
    var flows = 0
    var place = index + 1
    while place < high, place < index + 16 {
      switch tag(place) {
      case .measure, .balance: flows += 1
      case .figure, .level, .change, .semicolon, .stop: return nil
      case .close where isBracket: return flows >= 2 ? place : nil
      case .comma where !isBracket: return flows >= 1 ? place : nil
      default: break
      }
      place += 1
    }
    return nil
  }

  /// What a new sentence is about as long as it does not say: the main topic of the text with the
  /// partner of the sentence before.
  private func inheritedTopic() -> ProseTopic {
    var topic = lastTopic
    topic.measure = mainTopic.measure == .netPosition ? .fdiStock : mainTopic.measure
    topic.balanceSign = mainTopic.measure.isBalance ? mainTopic.balanceSign : 0
    topic.scope.part = mainTopic.scope.part
    if topic.scope.partner < 0 || partnersBefore > 1 || isGroupOfPartners(topic.scope.partner) {
      topic.scope.partner = mainTopic.scope.partner
    }
    topic.scope.reporter = mainTopic.scope.reporter
    topic.scope.basis = 0
    if let sectionTopic {
      topic.measure = sectionTopic.measure
      topic.balanceSign = sectionTopic.balanceSign
    }
    return topic
  }

  private mutating func remember() {
    if let last = here.last(where: { !figures[$0].isDropped }) {
      lastTopic.measure = figures[last].measure
      lastTopic.scope = figures[last].scope
      lastTopic.balanceSign =
        figures[last].role == .balance ? figures[last].sign : figures[last].balanceSign
    }
    if !hasMainTopic, let first = here.first(where: { !figures[$0].isDropped }) {
      mainTopic.measure = figures[first].measure
      mainTopic.balanceSign = figures[first].balanceSign
      mainTopic.scope = figures[first].scope
      mainTopic.scope.basis = 0
      if mainTopic.scope.part > 2 && mainTopic.measure != .trade
        && mainTopic.scope.part != regionPart || mainTopic.scope.part == 1
      {
        mainTopic.scope.part = 0
      }
      mainTopic.scope.reporter = reporter
      if Set(here.map { figures[$0].scope.partner }.filter { $0 >= 0 }).count > 1 {
        // "a surplus with countries outside the EU, a deficit within it": a text about all.
        mainTopic.scope.partner = -1
      }
      hasMainTopic = true
    }
    let reporters = Self.reporters(of: topics)
    if reporters.count >= 2 { reporterPair = Array(reporters.prefix(2)) }
    let flows = topics.filter { !$0.topic.measure.isBalance && $0.topic.measure != .trade }
    let measures = Set(here.map { figures[$0].measure })
    let told = topics.map(\.topic).filter { measures.contains($0.measure) }
    names = Self.distinct(told.isEmpty ? topics.map(\.topic) : told)
    let partners = here.map { figures[$0].scope.partner }
    partnersBefore = Set(partners).count
    if let first = partners.first(where: { $0 >= 0 }),
      let second = partners.first(where: { $0 >= 0 && $0 != first })
    {
      partnerPair = [first, second]
    }
    if flows.count >= 2 {
      pair = flows.prefix(2).map(\.topic)
    } else if topics.count >= 2 {
      pair = topics.prefix(2).map(\.topic)
    }
  }

  /// The topics with different measures or parts, in order, coverage left out.
  static func distinct(_ topics: [ProseTopic]) -> [ProseTopic] {
    var result: [ProseTopic] = []
    for topic in topics where topic.measure != .coverage {
      if !result.contains(where: {
        $0.measure == topic.measure && $0.scope.part == topic.scope.part
      }) {
        result.append(topic)
      }
    }
    return result
  }

  /// A figure before the first topic of its sentence, "At 16.2 billion, external trade was", is told
  /// of that topic.
  private mutating func fillForward() {
    guard
      let first = topics.first(where: { $0.topic.measure != .coverage && $0.topic.measure != .none }
      )
    else { return }
    for (number, place) in zip(here, places) where place < first.at {
      let isLeading = leads(place)
      guard figures[number].measure == .none || isLeading else { continue }
      let wasDropped = figures[number].isDropped
      guard wasDropped || isLeading else { continue }
      // "the port handled 62 million tonnes, and customs assessed imports of"
      guard isLeading || figures[number].unit != .tonnes else { continue }
      guard figures[number].role != .share else { continue }
      let partner = figures[number].scope.partner
      figures[number].measure = first.topic.measure
      figures[number].scope = first.topic.scope
      if wasDropped, partner >= 0 { figures[number].scope.partner = partner }
      figures[number].balanceSign = first.topic.balanceSign
      figures[number].isDropped = false
      figures[number].topicAt = first.at
      figures[number].rules.append(.topicBehind)
      if first.topic.measure.isBalance, figures[number].role == .level {
        figures[number].role = .balance
        figures[number].sign = first.topic.balanceSign < 0 ? -1 : 1
      } else if !first.topic.measure.isBalance, figures[number].role == .balance {
        figures[number].role = .level
        figures[number].sign = 1
      }
    }
  }

  /// Whether a figure stands in the phrase that opens a sentence: "At 16.2 billion, …".
  private func leads(_ index: Int) -> Bool {
    guard let opening = preposition(behind(low - 1)), [.at, .after, .with, .from].contains(opening)
    else { return false }
    return !(low..<index).contains { tag($0) == .level || tag($0) == .change || isBreak($0) }
  }

  /// "the one with Argentina", "inward ones": the topic before with another partner or part.
  private mutating func readPronoun(at index: Int) {
    let text = word(index)
    if text == "it", !isTopicNamed, here.isEmpty == false, places[0] > index,
      tag(behind(index)) == .level, lastTopic.measure != .none,
      ["had", "reached", "stood"].contains(word(behind(index)))
        || ["was", "is"].contains(word(behind(index))) && index == low
          && tag(behind(behind(index))) == .figure
    {
      // "The year before, it had been 42.4": what the sentence before spoke of last.
      topic = lastTopic
      return
    }
    guard text == "one" || text == "ones" || text == "that" || text == "those" else { return }
    if text == "those", preposition(index + 1) == .of, tag(behind(index + 1)) == .unknown,
      !tokens[items[behind(index + 1)].first].isCapital, measured.measure != .none,
      hasFigure(after: index, within: 8)
    {
      // "Sales of semiconductors slid 3.1 percent; those of cars advanced"
      var new = measured
      new.scope.part = knownPart([word(behind(index + 1))])
      begin(new, at: index)
      return
    }
    if [.with, .to, .from].contains(preposition(index + 1)), tag(behind(index + 1)) == .place,
      !isTopicNamed
    {
      topic.measure = lastTopic.measure
      topic.balanceSign = lastTopic.balanceSign
    } else if tag(index - 1) == .unknown, text == "ones" || text == "one" {
      topic.scope.part = knownPart([word(index - 1)])
    }
  }
}
