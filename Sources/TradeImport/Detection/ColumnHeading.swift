internal import TimeSeries
internal import TradeModel

/// What the texts over a column say about its figures: `Exports (EUR mn)` over `2024` says the flow,
/// the unit, the scale and the period.
///
/// Each text is read as a whole first, then as words that are all known (`Value USD`,
/// `Exports 2023`). What is left is a name: a product, or anything else that tells columns apart.
struct ColumnHeading: Sendable, Hashable {
  /// The span, where the texts name one with its year.
  private(set) var period: Period?
  /// The part of a year, where another column names the year.
  private(set) var part: YearPart?
  private(set) var flow: Flow?
  /// The code of the area that the goods come from or go to.
  private(set) var partner: String?
  private(set) var unit: UnitWords.Reading?
  private(set) var measure: Measure?
  /// Whether a text says that there are figures, and no more.
  private(set) var isValue = false
  /// Whether the figures are changes or shares: in percent, unless a currency is named.
  private(set) var isRate = false
  /// What no rule reads, from the top down.
  private(set) var names: [String] = []

  /// Whether the texts say what is counted.
  var isMeasured: Bool { isValue || measure != nil }

  /// Whether the texts say that the column holds figures.
  var namesFigures: Bool { isValue || measure != nil || flow != nil || unit != nil }

  /// What is left, in one text.
  var name: String { names.joined(separator: " ") }

  /// One thing that a text says.
  private enum Fact {
    case period(Period)
    case part(YearPart)
    case flow(Flow)
    case unit(UnitWords.Reading)
    case measure(Measure)
    case value
    case partner(String)
  }

  /// Reads the texts over a column, from the top down.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - forms: How the periods of the table are written.
  init(_ texts: [String], _ forms: PeriodForms = PeriodForms()) {
    var parts: [YearPart] = []
    var periods: [Period] = []
    for (index, text) in texts.enumerated() where !text.isEmpty && !texts[..<index].contains(text) {
      for fact in facts(of: text, forms) {
        switch fact {
        case .period(let period): periods.append(period)
        case .part(let part): parts.append(part)
        case .flow(let flow): self.flow = flow
        case .unit(let unit): self.unit = unit
        case .measure(let measure): self.measure = measure
        case .value: isValue = true
        case .partner(let code): partner = code
        }
      }
    }
    // The finest: a month under its year.
    period = periods.min { ($0.count, $0.first) < ($1.count, $1.first) }
    if let year = period, year.isCalendarYear, let part = parts.last {
      period = part.of(year)
    } else if period == nil {
      part = parts.last
    }
  }

  // MARK: One text

  private mutating func facts(of text: String, _ forms: PeriodForms) -> [Fact] {
    if let period = forms.read(text) { return [.period(period)] }
    if HeadingWords.isToDate(text), let year = HeadingWords.year(in: text) {
      // Without its months no period is known.
      if let toDate = forms.toDate { return [.period(toDate.of(year))] }
      names.append(text)
      return []
    }
    if HeadingWords.isRate(text) {
      isRate = true
      names.append(text)
      // A change may be in money, as `balance_change_mcad` is.
      return HeadingWords.isInPercent(text) ? [] : currencies(in: text, forms)
    }
    let (body, notes) = HeadingWords.withoutNotes(HeadingWords.withoutFlag(text))
    var found: [Fact] = []
    var unread: [String] = []
    for note in notes {
      if let unit = UnitWords.read(note) {
        found.append(.unit(unit))
      } else if !HeadingWords.isMark(note) {
        unread.append("(\(note))")
      }
    }
    defer { names += unread }
    if body.isEmpty { return found }
    if let fact = fact(of: body, forms) { return found + [fact] }
    let tokens = HeadingWords.tokens(body)
    guard tokens.count > 1 || tokens != [body] else {
      names.append(body)
      return found
    }
    let (read, left) = facts(of: tokens, forms)
    if Self.isAmbiguous(read) {
      names.append(body)
      return found
    }
    let unknown = left.filter { !HeadingWords.glue.contains($0.lowercased()) }
    if unknown.isEmpty, !read.isEmpty { return found + read }
    // Of a text with a name in it the period alone is taken, unless it numbers a classification.
    let periods = read.filter { if case .period = $0 { true } else { false } }
    let name = left.joined(separator: " ")
    if periods.count == 1, read.count == 1, !ColumnRole.isKeyName(name),
      unknown.allSatisfy(HeadingWords.isPlainName)
    {
      names.append(name)
      return found + periods
    }
    names.append(body)
    return found
  }

  /// The units of money that a text names.
  private func currencies(in text: String, _ forms: PeriodForms) -> [Fact] {
    let (body, notes) = HeadingWords.withoutNotes(text)
    let read =
      notes.compactMap(UnitWords.read).map(Fact.unit)
      + facts(of: HeadingWords.tokens(body), forms).read
    return read.filter { fact in
      guard case .unit(let reading) = fact, let unit = reading.unit else { return false }
      return Unit(unit).isCurrency
    }
  }

  /// Whether words name a part of a year beside a period that has other months.
  private static func isAmbiguous(_ facts: [Fact]) -> Bool {
    var (parts, periods): ([YearPart], [Period]) = ([], [])
    for fact in facts {
      switch fact {
      case .part(let part): parts.append(part)
      case .period(let period) where !period.isCalendarYear: periods.append(period)
      default: break
      }
    }
    return periods.contains { period in parts.contains { $0.of(period) != period } }
  }

  /// Reads words from the left, as many as say one thing together.
  private func facts(
    of tokens: [String], _ forms: PeriodForms
  ) -> (read: [Fact], left: [String]) {
    var read: [Fact] = []
    var left: [String] = []
    var start = 0
    while start < tokens.count {
      let longest = (start + 1...min(start + 5, tokens.count)).reversed().lazy.compactMap { end in
        let words = tokens[start..<end]
        return (fact(of: words.joined(separator: " "), forms) ?? span(words, forms)).map {
          (end, $0)
        }
      }.first
      if let longest {
        read.append(longest.1)
        start = longest.0
      } else {
        left.append(tokens[start])
        start += 1
      }
    }
    return (read, left)
  }

  /// Two months with nothing between them, as in `jan_sep_2018`, are a span.
  private func span(_ words: ArraySlice<String>, _ forms: PeriodForms) -> Fact? {
    guard words.count > 1, let first = words.first, let last = words.dropFirst().first,
      let start = YearPart(first), let end = YearPart(last), start.count == 1, end.count == 1,
      start.first < end.first
    else { return nil }
    let text = ([first + "-" + last] + words.dropFirst(2)).joined(separator: " ")
    return forms.read(text).map(Fact.period) ?? YearPart(text).map(Fact.part)
  }

  private func fact(of text: String, _ forms: PeriodForms) -> Fact? {
    if let period = forms.read(text) { return .period(period) }
    if let part = YearPart(text) { return .part(part) }
    if text.count > 1, let flow = FlowWords.read(text), ![.totalTrade, .other].contains(flow) {
      return .flow(flow)
    }
    let key = ColumnRole.key(text)
    if let measure = HeadingWords.measures[key] {
      return measure == .value ? .value : .measure(measure)
    }
    if ColumnRole.names[.value]?.contains(key) ?? false { return .value }
    if let unit = UnitWords.read(text) { return .unit(unit) }
    // Short codes are words of other kinds too.
    if text.count >= 4, text.contains(where: \.isLetter), let area = Area(code: text) {
      return .partner(area.code)
    }
    return nil
  }
}

/// Months of any year, as `Jan`, `Q3` and `Jan-Sep` are.
struct YearPart: Sendable, Hashable {
  /// The first month, counted from 1.
  let first: Int
  /// How many months there are.
  let count: Int

  /// A whole year.
  static let year = YearPart(first: 1, count: 12)

  init(first: Int, count: Int) {
    self.first = first
    self.count = count
  }

  /// Reads a text without a year; `nil` when it is no part of one.
  init?(_ text: String) {
    guard text.first?.isLetter ?? false, text.utf8.count <= 30,
      !text.utf8.contains(where: { (0x30...0x39).contains($0) }) || text.utf8.count <= 3,
      let period = PeriodLabel.read("\(text) 2000"), period.first.year == 2000,
      period.count < 12
    else { return nil }
    (first, count) = (period.first.month, period.count)
  }

  /// The months in a year.
  func of(_ year: Period) -> Period {
    Period(from: Month(year: year.first.year, month: first), count: count)
  }
}

extension Period {
  /// Whether it is January to December of one year.
  var isCalendarYear: Bool { count == 12 && first.month == 1 }
}
