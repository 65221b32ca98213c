internal import TimeSeries
internal import TradeModel

/// What a heading, a row name or a caption says about the figures it stands for.
///
///     TableLabel("exports_usd_bn")        // exports, USD, 1e9
///     TableLabel("2017-2018 %Share")      // a share, fiscal year 2017-18
///     TableLabel("Ausfuhren Frankreich")  // exports, subject Frankreich
struct TableLabel: Sendable, Hashable {
  /// What the figures are.
  enum Role: Sendable, Hashable {
    case level, change, share, rank
  }

  /// Against what a change is.
  enum Comparison: Sendable, Hashable {
    case yearOverYear, periodOverPeriod
  }

  /// A period that is told by its place to another one.
  enum Relative: Sendable, Hashable {
    case latest, previous
  }

  let text: String
  var flow: Flow?
  var role: Role?
  var comparison: Comparison?
  /// The periods that are named, in the order of the text.
  var periods: [Period] = []
  var relative: Relative?
  var unit: Unit?
  var scale: DecimalScale?
  var isTotal = false
  var isOthers = false
  var isAdjustment = false
  var isToDate = false
  /// Whether the places may be bare numbers of rows.
  var isNumber = false
  /// What is left: whom or what the figures are about.
  var subject = ""
  /// A price basis that stands with the unit, as `constant2002`.
  var basis = ""

  init(_ text: String, _ reader: PeriodText = PeriodText()) {
    self.text = text
    var words = Self.words(of: text)
    takeToDate(from: &words)
    takePeriods(from: &words, reader)
    // A long name is the name of a product, whatever words are in it.
    if words.count > 6 {
      subject = words.joined(separator: " ")
      return
    }
    takeUnits(from: &words)
    var rest: [String] = []
    for (index, word) in words.enumerated() {
      let lower = word.lowercased()
      let next = index + 1 < words.count ? words[index + 1].lowercased() : ""
      if take(lower, next: next, of: words.count) { continue }
      rest.append(word)
    }
    if flow == nil, words.contains(where: { LabelWords.trade.contains($0.lowercased()) }) {
      flow = .totalTrade
    }
    if role == nil, comparison != nil { role = .change }
    if role == nil, isToDate, text.lowercased().contains("growth") { role = .change }
    if role == .change { takeBase(from: &rest) }
    subject = rest.filter { !LabelWords.fillers.contains($0.lowercased()) }.joined(separator: " ")
  }

  /// Takes the words that say what a change is compared with.
  ///
  /// `on the previous month` and `compared with a year earlier` name no other period, and nobody
  /// the change is about.
  private mutating func takeBase(from words: inout [String]) {
    let lower = Set(words.map { $0.lowercased() })
    if !lower.isDisjoint(with: LabelWords.baseYear) {
      comparison = comparison ?? .yearOverYear
    } else if !lower.isDisjoint(with: LabelWords.basePeriod) {
      comparison = comparison ?? .periodOverPeriod
    }
    relative = nil
    let known = LabelWords.baseYear.union(LabelWords.basePeriod).union(LabelWords.baseFillers)
    words.removeAll { known.contains($0.lowercased()) }
  }

  /// The words of a text: divided by white space, underscores, commas and brackets.
  static func words(of text: String) -> [String] {
    let separators: Set<Character> = ["_", " ", ",", "(", ")", "\t", "\u{A0}", ":", ";", "[", "]"]
    var found: [String] = []
    for part in text.split(whereSeparator: { separators.contains($0) || $0.isNewline }) {
      // A percent sign is a word, wherever it stands.
      if part.count > 1, part.first == "%" {
        found += ["%", String(part.dropFirst())]
      } else if part.count > 1, part.last == "%" {
        found += [String(part.dropLast()), "%"]
      } else {
        found.append(String(part))
      }
    }
    return joiningSpacedLetters(found)
  }

  /// `W O R L D T O T A L` is one word.
  private static func joiningSpacedLetters(_ words: [String]) -> [String] {
    guard words.count >= 4, words.allSatisfy({ $0.count == 1 && $0.first?.isLetter == true }) else {
      return words
    }
    let joined = words.joined().lowercased()
    return joined.hasSuffix("total") && joined.count > 5
      ? [String(joined.dropLast(5)), "total"] : [joined]
  }

  // MARK: Words

  /// `year to date` in any spelling.
  private mutating func takeToDate(from words: inout [String]) {
    let lower = words.map { $0.lowercased() }
    guard
      let place = lower.indices.dropLast().first(where: {
        lower[$0] == "to" && lower[$0 + 1] == "date"
      })
    else { return }
    isToDate = true
    let first = place > 0 && lower[place - 1] == "year" ? place - 1 : place
    words.removeSubrange(first...place + 1)
  }

  private mutating func take(_ word: String, next: String, of count: Int) -> Bool {
    switch word {
    case "re-exports", "reexports": flow = .reExports
    case "re-imports", "reimports": flow = .reImports
    case _ where LabelWords.balance.contains(word) && !LabelWords.adjustment.contains(next):
      flow = .balance
    case _ where LabelWords.exports.contains(word) && flow == nil: flow = .exports
    case _ where LabelWords.imports.contains(word) && flow == nil: flow = .imports
    case _ where LabelWords.trade.contains(word): break
    case _ where LabelWords.total.contains(word) && count <= 4: isTotal = true
    case _ where LabelWords.adjustment.contains(word):
      isAdjustment = true
      return false
    case _ where LabelWords.others.contains(word):
      isOthers = count <= 3
      return false
    case _ where LabelWords.change.contains(word):
      role = .change
    case _ where LabelWords.share.contains(word): role = .share
    case _ where LabelWords.rank.contains(word): role = .rank
    case _ where LabelWords.number.contains(word) && count == 1:
      role = .rank
      isNumber = true
    case _ where LabelWords.yearOverYear.contains(word): comparison = .yearOverYear
    case _ where LabelWords.periodOverPeriod.contains(word): comparison = .periodOverPeriod
    case _ where LabelWords.toDate.contains(word): isToDate = true
    case _ where LabelWords.previous.contains(word): relative = .previous
    case _ where LabelWords.latest.contains(word): relative = .latest
    default: return false
    }
    return true
  }

  // MARK: Periods

  /// Takes the longest runs of words that are a period.
  private mutating func takePeriods(from words: inout [String], _ reader: PeriodText) {
    words = words.flatMap { Self.pair($0, reader) }
    var index = 0
    while index < words.count {
      var found: (period: Period, length: Int)?
      for length in stride(from: min(3, words.count - index), through: 1, by: -1) {
        let run = words[index..<index + length]
        // Words in sequence name a span: 'jan sep 2018' is January to September.
        let texts =
          length == 3
          ? [run.joined(separator: " "), "\(run[index])-\(run[index + 1]) \(run[index + 2])"]
          : [run.joined(separator: " ")]
        if let reading = texts.compactMap({ reader.read($0) }).first {
          found = (reading.period, length)
          break
        }
      }
      if let found, isPeriod(words[index..<index + found.length]) {
        periods.append(found.period)
        words.removeSubrange(index..<index + found.length)
      } else {
        index += 1
      }
    }
  }

  /// `2024/2023` and `2024/23` are two periods, the later one first; any other word is itself.
  private static func pair(_ word: String, _ reader: PeriodText) -> [String] {
    var parts = word.split(omittingEmptySubsequences: false) { "/-–".contains($0) }.map(String.init)
    guard parts.count == 2, reader.read(word) == nil else { return [word] }
    if parts[0].utf8.count == 4, parts[1].utf8.count == 2 {
      parts[1] = parts[0].prefix(2) + parts[1]
    }
    let periods = parts.compactMap { reader.read($0)?.period }
    return periods.count == 2 && periods[1] < periods[0] ? parts : [word]
  }

  /// A bare number is a year only when it looks like one: `100` of `100m` is none.
  private func isPeriod(_ run: ArraySlice<String>) -> Bool {
    guard run.count == 1, let word = run.first, word.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return true }
    return word.utf8.count == 4
  }

  // MARK: Units

  private mutating func takeUnits(from words: inout [String]) {
    var rest: [String] = []
    for (index, word) in words.enumerated() {
      let lower = word.lowercased()
      if LabelWords.percent.contains(lower) {
        unit = unit ?? .percent
      } else if LabelWords.points.contains(lower) {
        unit = .percentagePoints
      } else if let code = LabelWords.units[lower] {
        if unit == nil || unit == .percent { unit = Unit(code) }
      } else if index > 0, scale == nil, let power = LabelWords.scales[lower],
        isScale(lower, words, index)
      {
        scale = DecimalScale(exponent: power)
      } else if let joined = Self.joinedUnit(lower) {
        (unit, scale) = (Unit(joined.unit), DecimalScale(exponent: joined.scale))
        if !joined.rest.isEmpty { basis = "constant" + joined.rest }
      } else if index == 0, words.count > 1, let power = LabelWords.scales[lower], lower != "m",
        LabelWords.units[words[1].lowercased()] != nil
      {
        scale = DecimalScale(exponent: power)
      } else {
        rest.append(word)
      }
    }
    words = rest
  }

  /// The letter m stands for million beside a currency, and for imports elsewhere.
  private func isScale(_ word: String, _ words: [String], _ index: Int) -> Bool {
    guard word == "m" else { return true }
    let neighbours = [index - 1, index + 1].filter(words.indices.contains)
    return neighbours.contains { LabelWords.units[words[$0].lowercased()] != nil }
  }

  /// `musd`, `mcad2002`, `bnusd`, `$m`: a scale and a currency written as one word.
  private static func joinedUnit(_ word: String) -> (unit: String, scale: Int, rest: String)? {
    if let sign = word.lastIndex(where: { $0.isCurrencySymbol }),
      let unit = LabelWords.units[String(word[...sign])],
      let power = LabelWords.scales[String(word[word.index(after: sign)...])]
    {
      return (unit, power, "")
    }
    let letters = word.prefix { $0.isLetter }
    let rest = word.dropFirst(letters.count)
    guard rest.isEmpty || rest.count == 4 else { return nil }
    for (prefix, power) in [("bn", 9), ("mn", 6), ("m", 6), ("k", 3)]
    where letters.hasPrefix(prefix) {
      let code = letters.dropFirst(prefix.count)
      if code.count == 3, let unit = LabelWords.units[String(code)] {
        return (unit, power, String(rest))
      }
    }
    return nil
  }
}
