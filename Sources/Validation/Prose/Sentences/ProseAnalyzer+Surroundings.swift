extension ProseAnalyzer {
  /// What the words around a measure say of it.
  struct Surroundings {
    var words: [String] = []
    /// The words of a name that the tables do not hold, before a possessive: "Bavaria's".
    var host: [String] = []
    var sector: Int16 = 0
    var isWhole = false
    var isEverything = false
    /// The item of the measure.
    var index = 0
    var owner: Int16 = -1
    var partner: Int16 = -1
    /// Whether goods come from the partner: 1 to, -1 from, 0 not said.
    var direction = 0
    /// Whether "its" stands before the measure.
    var isIts = false
    /// Whether the owner is the place invested in.
    var isHost = false
    /// The item after the last that belongs to it.
    var end = 0
    /// The first item that belongs to it.
    var start = 0
    var basis: Int16 = 0
    /// The item after a noun that only completes the measure: "deficit in goods trade".
    var skip = 0
  }

  /// The words before a measure: whose it is, of what, all of it or a part.
  func lookBack(from index: Int, into around: inout Surroundings) {
    var place = index - 1
    var count = 0
    around.start = index
    while place >= low, count < 9 {
      count += 1
      let item = items[place]
      switch item.tag {
      case .unknown, .counted:
        let text = word(place)
        if Self.stopWords.contains(text) { return }
        if text.hasSuffix("ed"), isSubjectOfVerb(place - 1) { return }
        let isName = tokens[items[place].first].isCapital && item.tag == .unknown
        if isName, tag(place + 1) == .possessive || !around.host.isEmpty {
          around.host.insert(text, at: 0)
        } else {
          around.words.insert(text, at: 0)
        }
      case .filler where ["a", "an", "the"].contains(word(place)):
        // The noun phrase begins here.
        around.start = place
        if around.words.isEmpty, word(place) != "the" {
          around.words = ownerWithMeasure(before: place)
        }
        return
      case .pronoun where word(place) == "that": return
      case .hyphen, .possessive, .time, .comparison, .hedge, .ordinal, .filler, .polarity, .pronoun,
        .level where item.tag != .level || word(place) == "reported":
        if item.tag == .level { return }
        if item.tag == .pronoun, word(place) == "its" || word(place) == "their" {
          around.isIts = true
        }
        if item.tag == .pronoun, word(place) == "both" || word(place) == "they" { return }
      case .sector: around.sector = max(around.sector, item.a)
      case .negation: around.words.insert("non", at: 0)
      case .whole:
        around.isWhole = true
        if ["overall", "global", "world", "worldwide", "whole", "nationwide"].contains(word(place))
        {
          around.isEverything = true
        }
      case .measure where item.a < 20 && place == index - 1:
        if item.a >= 11 { around.sector = 2 }
      case .basis: around.basis = item.a == 1 ? 0 : item.a
      case .conjunction:
        guard item.a == 1, !around.words.isEmpty, tag(place - 1) == .unknown,
          !Self.stopWords.contains(word(place - 1)), place - 1 == low || tag(place - 2) != .figure
        else { return }
        around.words.insert("and", at: 0)
      case .place:
        if tag(place - 1) == .hyphen || tag(place - 1) == .dash, tag(place - 2) == .place {
          around.owner = items[place - 2].a
          around.partner = item.a
          around.start = place - 2
        } else if isPartnerPrefix(place) {
          around.partner = item.a
          around.start = place
        } else {
          around.owner = item.a
          around.start = place
        }
        return
      default: return
      }
      around.start = place
      place -= 1
    }
  }

  /// "Electrical products with an export value of": the words of a part that has the measure.
  private func ownerWithMeasure(before article: Int) -> [String] {
    guard preposition(before(article)) == .with else { return [] }
    var words: [String] = []
    var place = before(article) - 1
    while place >= low {
      switch tag(place) {
      case .unknown, .counted:
        if Self.stopWords.contains(word(place)) { return [] }
        words.insert(word(place), at: 0)
      case .filler, .hyphen: break
      case .conjunction where items[place].a == 1: words.insert("and", at: 0)
      default: return isBreak(place) || tag(place) == .comma ? words : []
      }
      place -= 1
    }
    return words
  }

  /// Whether a name or pronoun stands at an item, so that a word in "-ed" behind it is its verb: "the
  /// port of Nagoya handled exports of".
  private func isSubjectOfVerb(_ index: Int) -> Bool {
    switch tag(index) {
    case .place: items[index].b == 0
    case .pronoun: ["it", "they"].contains(word(index))
    case .unknown: index > low && tokens[items[index].first].isCapital
    default: false
    }
  }

  /// Intra-EU, extra-EU and the like name the partner of the trade they stand before.
  private func isPartnerPrefix(_ index: Int) -> Bool {
    let code = ProsePlaces.codes[Int(items[index].a)]
    if isGroupOfPartners(items[index].a) { return true }
    return word(index).hasPrefix("intra") || word(index - 1) == "intra"
      || tag(index - 1) == .hyphen && word(index - 2) == "intra"
      || (code == "EU" && reporterCode != "EU" && reporter >= 0)
  }

  /// The words behind a measure: of what, to whom, from whom.
  func lookAhead(from index: Int, into around: inout Surroundings) {
    var place = index + 1
    around.end = place
    while place < high, place < index + 12 {
      switch tag(place) {
      case .filler, .hyphen, .possessive, .time: place += 1
      case .negation where tag(behind(place)) == .unknown:
        // "exports excluding petroleum products"
        around.words.append("non")
        place = readWords(from: behind(place), into: &around)
        around.end = place
      case .preposition:
        guard let end = readComplement(at: place, into: &around) else { return }
        place = end
        around.end = end
      default: return
      }
    }
  }

  private func readComplement(at index: Int, into around: inout Surroundings) -> Int? {
    let target = behind(index)
    guard target < high, let preposition = preposition(index) else { return nil }
    switch (preposition, tag(target)) {
    case (.of, .sector), (.in, .sector), (.for, .sector), (.on, .sector):
      around.sector = max(around.sector, items[target].a)
      let noun = behind(target)
      if tag(noun) == .measure, items[noun].a == 3 {
        around.skip = noun + 1
        return noun + 1
      }
      return target + 1
    case (.in, .measure), (.of, .measure), (.on, .measure):
      // "the deficit in trade with China", "the balance of trade in services"
      guard items[index - 1].tag == .balance || items[index - 1].a == 4,
        items[target].a == 3 || items[target].a == 13
      else { return nil }
      if items[target].a == 13 { around.sector = 2 }
      around.skip = target + 1
      return target + 1
    case (.in, .time), (.for, .time), (.at, .time), (.of, .time): return target + 1
    case (.of, .unknown), (.in, .unknown), (.for, .unknown):
      return readWords(from: target, into: &around)
    case (.of, .negation), (.in, .negation), (.for, .negation):
      // "the surplus of non-energy products"
      guard tag(behind(target)) == .unknown else { return nil }
      around.words.append("non")
      return readWords(from: behind(target), into: &around)
    case (.of, .place)
    where (items[index - 1].tag == .balance || items[index - 1].a == 4)
      && endOfTrade(behind: target) != nil:
      // "the surplus of EU goods trade"
      around.owner = items[target].a
      if tag(behind(target)) == .sector {
        around.sector = max(around.sector, items[behind(target)].a)
      }
      around.skip = endOfTrade(behind: target) ?? 0
      return around.skip
    case (.of, .place):
      if tag(target + 1) == .unknown || tag(target + 1) == .sector { return target + 1 }
      around.owner = items[target].a
      return target + 1
    case (.to, .place), (.into, .place), (.with, .place), (.from, .place), (.in, .place),
      (.between, .place):
      return readPartner(at: target, preposition, into: &around)
    case (.with, .whole), (.to, .whole), (.from, .whole): return nil
    case (.with, .unknown), (.to, .unknown), (.from, .unknown):
      // A partner that the tables do not hold is a part under its own name.
      guard tokens[items[target].first].isCapital else { return nil }
      return readWords(from: target, into: &around)
    default: return nil
    }
  }

  /// The item after "goods trade" or "trade" behind a place.
  private func endOfTrade(behind place: Int) -> Int? {
    var noun = behind(place)
    if tag(noun) == .possessive { noun = behind(noun) }
    if tag(noun) == .sector { noun = behind(noun) }
    guard tag(noun) == .measure, items[noun].a == 3 || items[noun].a == 13 else { return nil }
    return noun + 1
  }

  private func readWords(from start: Int, into around: inout Surroundings) -> Int {
    var place = start
    while place < high, place < start + 6 {
      switch tag(place) {
      case .unknown where !Self.stopWords.contains(word(place)): around.words.append(word(place))
      case .hyphen, .filler: break
      case .sector: around.words.append(word(place))
      case .conjunction where items[place].a == 1 && tag(place + 1) == .unknown: break
      default: return place
      }
      place += 1
    }
    return place
  }

  private func readPartner(
    at target: Int, _ preposition: Lexeme.Preposition, into around: inout Surroundings
  ) -> Int {
    let place = items[target].a
    var end = target + 1
    if preposition == .between, tag(end) == .conjunction {
      let second = behind(end)
      around.owner = place
      if tag(second) == .place {
        around.partner = items[second].a
        end = second + 1
      }
      return end
    }
    if preposition == .in || preposition == .into, around.owner >= 0, around.owner != place {
      // "Indian FDI in the UK", "UK FDI in India"
      around.partner = place == reporter ? around.owner : place
      around.words.append(place == reporter ? "inward" : "outward")
      around.owner = reporter
      return end
    }
    if preposition == .in {
      around.isHost = around.owner < 0
      around.owner = place
      return end
    }
    if tag(end) == .unknown, tokens[items[end].first].isCapital { end += 1 }
    if place == reporter {
      around.owner = around.owner < 0 && preposition != .to ? place : around.owner
      if preposition == .to { around.partner = place }
      if preposition == .into { around.owner = place }
    } else {
      around.partner = place
    }
    around.direction =
      preposition == .to || preposition == .into ? 1 : preposition == .from ? -1 : 0
    return end
  }
}
