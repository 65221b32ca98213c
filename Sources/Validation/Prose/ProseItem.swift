/// A unit of the grammar: a word or phrase of the lexicon, a number, a figure or a time.
struct ProseItem: Sendable {
  /// What it is.
  var tag: Lexeme.Tag
  /// See ``Lexeme/Tag``.
  var a: Int16
  /// See ``Lexeme/Tag``.
  var b: Int16
  /// The first token.
  var first: Int
  /// The last token.
  var last: Int
  /// The place of the figure or time it stands for.
  var index = -1

  /// The preposition, if it is one.
  var preposition: Lexeme.Preposition? {
    tag == .preposition ? Lexeme.Preposition(rawValue: a) : nil
  }
}

/// Makes items of tokens: the longest phrases of the lexicon, from left to right.
struct ProseItemReader {
  /// The grammar.
  let grammar: ProseGrammar
  /// The text.
  let bytes: [UInt8]

  /// Returns the items of some tokens.
  ///
  /// Capitals decide where a word is two things: May the month, US the country, IT and "it".
  func items(of tokens: [TextToken]) -> [ProseItem] {
    var items: [ProseItem] = []
    items.reserveCapacity(tokens.count)
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      var (lexeme, end) = grammar.lexicon.match(tokens, at: index)
      if lexeme.tag == .currency, end > index + 1, token.range.count == 1,
        tokens[index + 1].isSpaced
      {
        // "a $0.7 billion fall" has an article, no Australian dollars.
        lexeme = Lexeme(tag: .filler, a: 0, b: 0)
        end = index + 1
      }
      if lexeme.tag == .currency, end > index + 1, token.range.count == 2, token.kind == .word,
        !token.isCapital, bytes[token.range].elementsEqual("us".utf8)
      {
        // "it sold us $1 billion"
        lexeme = .unknown
        end = index + 1
      }
      if lexeme.tag == .place, end > index + 1, end < tokens.count, !tokens[end].isSpaced,
        tokens[end].kind == .word, bytes[Int(tokens[end].start)] == 0x24
      {
        // "the US$5 billion"
        lexeme = Lexeme(tag: .filler, a: 0, b: 0)
        end = index + 1
      }
      if end == index + 1 {
        lexeme = judged(lexeme, token)
        if isHyphenated(tokens, index) { lexeme = Self.adjective(lexeme) }
      }
      if lexeme.tag == .shortScale || lexeme.tag == .counted, lexeme.b & 1 != 0, token.isSpaced,
        index + 1 < tokens.count, tokens[index + 1].kind == .number,
        !tokens[index + 1].isSpaced || token.range.count > 1,
        let row = ProseCurrency.row(ofCapitals: bytes[token.range])
      {
        lexeme = Lexeme(tag: .currency, a: row, b: 1 | 2 | 4)
      }
      if lexeme.tag == .unknown, token.kind == .number {
        lexeme = Lexeme(tag: .number, a: 0, b: 0)
        end = index + 1
      }
      if lexeme.tag == .mark, end == index + 1, isPossessive(tokens, index) {
        let hasLetter = index + 1 < tokens.count && isLetterS(tokens[index + 1])
        lexeme = Lexeme(tag: .possessive, a: 0, b: 0)
        end = hasLetter ? index + 2 : index + 1
      }
      if lexeme.tag == .hyphen, token.isSpaced, index + 1 < tokens.count, tokens[index + 1].isSpaced
      {
        lexeme = Lexeme(tag: .dash, a: 0, b: 0)
      }
      items.append(
        ProseItem(tag: lexeme.tag, a: lexeme.a, b: lexeme.b, first: index, last: end - 1))
      index = end
    }
    return items
  }

  /// Whether a hyphen ties a word to the one before: "foreign-invested".
  private func isHyphenated(_ tokens: [TextToken], _ index: Int) -> Bool {
    guard index > 1, !tokens[index].isSpaced else { return false }
    let mark = tokens[index - 1]
    return mark.kind == .mark && !mark.isSpaced && bytes[Int(mark.start)] == 0x2D
      && tokens[index - 2].kind == .word
  }

  private static func adjective(_ lexeme: Lexeme) -> Lexeme {
    switch lexeme.tag {
    case .flow, .level, .change, .hedge: .unknown
    default: lexeme
    }
  }

  private func judged(_ lexeme: Lexeme, _ token: TextToken) -> Lexeme {
    switch lexeme.tag {
    case .month where !token.isCapital: return .unknown
    case .place where !token.isCapital && ProsePlaces.codes[Int(lexeme.a)] != "ELSE":
      return .unknown
    case .place where token.range.count == 2 && !token.isAllCapitals: return .unknown
    case .currency where token.range.count == 1 && token.kind == .word:
      // "N", "R", "P": only as a capital.
      return bytes[Int(token.start)] < 0x41 || token.isCapital ? lexeme : .unknown
    case .currency where token.range.count == 3 && !token.isAllCapitals:
      return ProseCurrency.isWord(bytes[token.range]) ? .unknown : lexeme
    case .pronoun where token.isAllCapitals && token.range.count == 2: return .unknown
    case .numberWord where token.isCapital && token.range.count == 3: return lexeme
    default: return lexeme
    }
  }

  private func isPossessive(_ tokens: [TextToken], _ index: Int) -> Bool {
    let token = tokens[index]
    guard !token.isSpaced, index > 0, token.range.count >= 1 else { return false }
    let byte = bytes[Int(token.start)]
    let isApostrophe =
      byte == 0x27
      || (byte == 0xE2 && token.range.count == 3 && bytes[Int(token.start) + 2] == 0x99)
    guard isApostrophe else { return false }
    if index + 1 < tokens.count, isLetterS(tokens[index + 1]) { return true }
    let before = tokens[index - 1]
    return before.kind == .word && bytes[Int(before.end) - 1] | 0x20 == 0x73
  }

  private func isLetterS(_ token: TextToken) -> Bool {
    !token.isSpaced && token.range.count == 1 && bytes[Int(token.start)] | 0x20 == 0x73
  }
}
