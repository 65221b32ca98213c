extension ProseAnalyzer {
  /// Looks through the whole text for whose figures these are, which year it is, and whether goods
  /// and services are told apart.
  mutating func survey() {
    (low, high) = (0, items.count)
    passOverRecords()
    passOverDateline()
    var firstPlace: Int16 = -1
    // The end of the first sentence that tells something.
    let telling = items.firstIndex { [.figure, .measure, .flow, .balance].contains($0.tag) } ?? 0
    let opening = items[telling...].firstIndex { $0.tag == .stop } ?? items.count
    let dateline = endOfDateline()
    if isGlobal() {
      resolver.year = surveyYear()
      surveyWords()
      return
    }
    for index in items.indices {
      if index < dateline, items[index].tag == .place { continue }
      switch items[index].tag {
      case .sector where items[index].a >= 2: hasServices = true
      case .measure where items[index].a >= 11 && items[index].a <= 13: hasServices = true
      case .basis where items[index].a == 1: isAdjusted = true
      case .place:
        if firstPlace < 0, !isPartnerPreposition(preposition(before(index))), !isSecond(index),
          index < opening, !isGroupOfPartners(items[index].a)
        {
          firstPlace = items[index].a
        }
        if reporter < 0 { surveyPlace(at: index) }
      default: break
      }
    }
    nameBlocs()
    if reporter < 0 { reporter = firstPlace >= 0 ? firstPlace : surveyHost() }
    if reporter < 0, usesCredits() { reporter = ProsePlaces.number(of: "AUS") ?? -1 }
    surveyDirections()
    surveySpeakers()
    if let number = ProsePlaces.number(of: "NONEU"), reporter == number { reporter = -1 }
    resolver.year = surveyYear()
    resolver.isFiscalNamedByFirstYear = reporterCode.hasPrefix("JPN")
    resolver.fiscalStart = fiscalStartTold() ?? Self.fiscalStart(of: String(reporterCode.prefix(3)))
    mainTopic.scope.reporter = reporter
  }

  /// "the first annual decline since 2019", "the highest since May": how long a record has stood
  /// dates nothing and is compared with nothing.
  private mutating func passOverRecords() {
    for index in items.indices.dropLast()
    where items[index].preposition == .since && isRecord(before: index) {
      let next = items[index + 1].tag == .filler ? index + 2 : index + 1
      if next < items.count, items[next].tag == .time { items[next].tag = .filler }
    }
  }

  /// "ABIDJAN, March 2023 - exports were 9.99 trillion in 2022": when the text was written dates no
  /// figure, if its first sentence names another time.
  private mutating func passOverDateline() {
    guard let first = items.first, first.tag == .place || first.tag == .unknown,
      tokens[first.first].isAllCapitals, tokens[first.first].range.count > 2,
      let dash = items.prefix(12).firstIndex(where: { $0.tag == .dash }),
      !items[..<dash].contains(where: { [.figure, .measure, .balance, .level].contains($0.tag) })
    else { return }
    let sentence = items[dash...].prefix(60).prefix { $0.tag != .stop }
    guard sentence.contains(where: { $0.tag == .time }) else { return }
    for index in 0..<dash where items[index].tag == .time { items[index].tag = .filler }
  }

  private func isRecord(before index: Int) -> Bool {
    var place = index - 1
    while place >= 0, place > index - 6 {
      switch items[place].tag {
      case .ordinal, .same: return true
      case .figure, .comma, .stop, .semicolon, .level, .open: return false
      default:
        let text = word(place)
        if text.hasSuffix("est") || ["best", "worst", "most", "record"].contains(text) {
          return true
        }
      }
      place -= 1
    }
    return false
  }

  /// The item behind the dash of "LONDON, July 5 (Wire) -": where the text was written, not whose
  /// figures it tells, when another place follows; 0 without such an opening.
  private func endOfDateline() -> Int {
    guard let first = items.first, first.tag == .place, tokens[first.first].isAllCapitals,
      tokens[first.first].range.count > 3,
      let dash = items.prefix(14).firstIndex(where: { $0.tag == .dash }),
      !items[..<dash].contains(where: { $0.tag == .figure || $0.tag == .measure }),
      items[dash...].prefix(60).contains(where: { $0.tag == .place })
    else { return 0 }
    return dash
  }

  /// "foreign direct investment in Ireland", "the exports of Spain": the place behind a measure.
  private func surveyHost() -> Int16 {
    for index in items.indices where items[index].tag == .place {
      let preposition = preposition(before(index))
      // "exports from New Zealand to China"
      // "exports from New Zealand to China", "goods exported from Iceland"
      let verb = before(before(index))
      let isOrigin =
        preposition == .from
        && (self.preposition(index + 1) == .to && tag(index + 2) == .place
          || (tag(verb) == .measure || tag(verb) == .flow) && items[verb].a == 1)
      guard [.in, .into, .of].contains(preposition) || isOrigin,
        !isGroupOfPartners(items[index].a)
      else { continue }
      return items[index].a
    }
    return -1
  }

  /// Whether exports are called credits and imports debits, as in Australia only.
  private func usesCredits() -> Bool {
    func has(_ text: String) -> Bool {
      items.indices.contains { items[$0].tag == .measure && word($0).hasSuffix(text) }
    }
    return has("credits") && has("debits")
  }

  /// "the bloc" is the group of countries named before.
  private mutating func nameBlocs() {
    var group: Int16 = -1
    for index in items.indices where items[index].tag == .place {
      if word(index).hasSuffix("bloc") {
        if group >= 0 { items[index].a = group }
      } else if Self.groups.contains(ProsePlaces.codes[Int(items[index].a)]) {
        group = items[index].a
      }
    }
  }

  /// Groups of countries that are called a bloc.
  private static let groups: Set<String> = [
    "EU", "EA", "ASEAN", "EAEU", "MERCOSUR", "BRICS", "GCC", "SADC", "COMESA", "EFTA", "CIS",
  ]

  /// "Imports from China" in a text about China and Germany: the figures are Germany's.
  private mutating func surveyDirections() {
    guard let other = surveyPartner() else { return }
    for index in items.indices where items[index].tag == .measure {
      let measure = items[index].a
      let next = preposition(index + 1)
      guard index + 2 < items.count, items[index + 2].tag == .place, items[index + 2].a == reporter,
        (measure == 2 && next == .from) || (measure == 1 && next == .to)
      else { continue }
      if index > 0, items[index - 1].tag == .place || items[index - 1].tag == .possessive {
        continue
      }
      reporter = other
      return
    }
  }

  /// "We shipped goods to Kenya": Kenya is the partner, and another place that is named the reporter.
  private mutating func surveySpeakers() {
    guard reporter >= 0 else { return }
    for index in items.indices where items[index].tag == .unknown && isWe(index) {
      guard
        let place = items[index...].prefix(12).firstIndex(where: {
          $0.tag == .place && $0.a == reporter
        }), [.to, .from, .with].contains(preposition(before(place)))
      else { continue }
      let isTrade = items[index..<place].contains { $0.tag == .flow }
      let other = items.first {
        $0.tag == .place && $0.a != reporter && !isGroupOfPartners($0.a)
      }
      if isTrade, let other { reporter = other.a }
      return
    }
  }

  private func isWe(_ index: Int) -> Bool {
    let token = tokens[items[index].first]
    return token.range.count == 2 && word(index) == "we"
  }

  /// The second place of "China and Germany", "China-Germany".
  private func surveyPartner() -> Int16? {
    for index in items.indices where items[index].tag == .place && items[index].a == reporter {
      guard index + 2 < items.count, items[index + 2].tag == .place else { continue }
      if items[index + 1].tag == .hyphen
        || (items[index + 1].tag == .conjunction && preposition(index - 1) == .between)
      {
        return items[index + 2].a
      }
    }
    return nil
  }

  /// "between Fujian Province and Africa": the second of two is the partner.
  private func isSecond(_ index: Int) -> Bool {
    guard index > 0, items[index - 1].tag == .conjunction else { return false }
    return (max(0, index - 6)..<index).contains { items[$0].preposition == .between }
  }

  /// "Global FDI flows": the figures are the world's, and every place named is a part of it.
  private func isGlobal() -> Bool {
    for index in items.indices {
      switch items[index].tag {
      case .place: return false
      case .whole where ["global", "world", "worldwide"].contains(word(index)):
        return index + 1 < items.count && items[index + 1].tag == .measure
      case .measure: return false
      default: continue
      }
    }
    return false
  }

  /// Notes goods beside services and adjustment for the season.
  private mutating func surveyWords() {
    for item in items {
      switch item.tag {
      case .sector where item.a >= 2: hasServices = true
      case .measure where item.a >= 11 && item.a <= 13: hasServices = true
      case .basis where item.a == 1: isAdjusted = true
      default: break
      }
    }
  }

  /// The code of the reporter; empty when not known.
  var reporterCode: String { reporter >= 0 ? ProsePlaces.codes[Int(reporter)] : "" }

  /// Whose exports, imports, trade or balance is spoken of first.
  private mutating func surveyPlace(at index: Int) {
    if isPartnerPreposition(preposition(index - 1)) { return }
    if preposition(before(index)) == .between {
      reporter = items[index].a
      return
    }
    if tag(index + 1) == .hyphen, tag(index + 2) == .place {
      reporter = items[index].a
      return
    }
    if index > 1, tag(index - 1) == .hyphen, tag(index - 2) == .place { return }
    if isGroupOfPartners(items[index].a) { return }
    var place = index + 1
    while place < items.count, place < index + 7 {
      switch items[place].tag {
      case .measure where items[place].a < 20, .balance:
        reporter = items[index].a
        return
      case .flow where items[place].b == 0 && items[place].a <= 2:
        reporter = items[index].a
        return
      case .possessive, .time, .unknown, .filler, .whole, .sector, .hyphen, .comparison, .basis,
        .measure, .level:
        place += 1
      default: return
      }
    }
  }

  /// Groups that are partners when nothing else is said.
  func isGroupOfPartners(_ place: Int16) -> Bool {
    switch ProsePlaces.codes[Int(place)] {
    case "NONEU", "NONEA", "ELSE", "BRI", "CEEC", "DEVELOPED", "DEVELOPING", "EFTA", "WORLD": true
    default: false
    }
  }

  private func isPartnerPreposition(_ preposition: Lexeme.Preposition?) -> Bool {
    switch preposition {
    case .to, .from, .with, .into, .in: true
    default: false
    }
  }

  /// The year of the text: the first that dates its own figures, else the one after a year that
  /// they are compared with.
  private func surveyYear() -> Int? {
    var after: Int?
    for index in items.indices where items[index].tag == .time {
      let mention = times[items[index].index]
      guard let year = mention.year else { continue }
      if isBase(at: index) || isPastPerfect(index) {
        after = after ?? year + (isMonthBefore(mention) ? 0 : 1)
      } else if case .fiscalYear = mention.form {
        return year + 1
      } else {
        return year
      }
    }
    return after
  }

  /// Whether a base is an earlier month of the year: "in September higher than in August 2018".
  private func isMonthBefore(_ base: TimeMention) -> Bool {
    guard case .months(let first, 1) = base.form else { return false }
    for mention in times {
      if case .months(let month, 1) = mention.form, mention.year == nil { return month > first }
    }
    return false
  }

  /// "In 2018 trade had reached": earlier than what the text is about.
  private func isPastPerfect(_ index: Int) -> Bool {
    var place = index + 1
    while place < items.count, place < index + 8 {
      if items[place].tag == .level, word(place) == "had" { return true }
      if items[place].tag == .figure || items[place].tag == .stop { return false }
      place += 1
    }
    return false
  }

  /// "FY 2022-23 (April-March)", "the marketing year 2022/23 (July/June)": the first month that a
  /// bracket behind a fiscal year tells; its months date nothing else.
  private mutating func fiscalStartTold() -> Int? {
    for index in items.indices where items[index].tag == .open {
      guard index > 0, index + 1 < items.count, isFiscal(index - 1), items[index + 1].tag == .time,
        case .months(let first, let count) = times[items[index + 1].index].form,
        let close = items[index...].prefix(8).firstIndex(where: { $0.tag == .close })
      else { continue }
      let named = items[index..<close].count { $0.tag == .time }
      guard count == 12 || named == 2 else { continue }
      for place in index..<close where items[place].tag == .time { items[place].tag = .filler }
      return first
    }
    return nil
  }

  private func isFiscal(_ index: Int) -> Bool {
    guard items[index].tag == .time else { return items[index].tag == .fiscal }
    if case .fiscalYear = times[items[index].index].form { return true }
    return index > 0 && items[index - 1].tag == .fiscal
  }

  /// The first month of a fiscal year, 1 where it is the calendar year.
  static func fiscalStart(of code: String) -> Int {
    switch code {
    case "IND", "JPN", "GBR": 4
    case "NPL", "PAK", "BGD", "AUS", "EGY", "NZL", "KEN", "TZA", "UGA", "RWA", "ETH", "BTN": 7
    case "USA", "THA": 10
    default: 1
    }
  }
}
