/// The words and phrases of a language, with what each is for the grammar.
///
/// Words are interned once, so that a text is matched by whole numbers. Phrases are kept in a trie
/// over those numbers; the longest one that begins at a token counts.
struct Lexicon: Sendable {
  /// Open addressing: a slot holds the number of a word, 0 when free.
  private var slots = [Int32](repeating: 0, count: 8192)
  /// All words, one after the other.
  private var letters: [UInt8] = []
  /// Where each word begins in `letters`; word 0 is no word.
  private var starts: [Int32] = [0, 0]
  /// The node a word leads to from the root, 0 for none.
  private var roots: [Int32] = [0]
  /// The node behind a node and a word.
  private var branches: [UInt64: Int32] = [:]
  /// What the phrase that ends in a node is.
  private var lexemes: [Lexeme] = [.unknown]
  /// The numbers of the marks, by ASCII code.
  private var marks = [Int32](repeating: 0, count: 128)
  /// The longest phrase, in words.
  private var longest = 1

  /// Reads tables of lines `tag a b: phrase; phrase`.
  ///
  /// A line that cannot be read is a mistake of the program.
  init(tables: [String]) {
    for code in 0x21...0x7E {
      marks[code] = intern([UInt8(code)])
    }
    for table in tables {
      for line in table.split(separator: "\n") { add(line: line) }
    }
  }

  /// Adds a phrase that other tables of the package hold, such as the name of a country.
  mutating func add(_ phrase: some StringProtocol, _ lexeme: Lexeme) {
    var node: Int32 = 0
    var count = 0
    for word in Self.words(of: phrase) {
      let number = intern(word)
      count += 1
      if node == 0 {
        if roots[Int(number)] == 0 { roots[Int(number)] = newNode() }
        node = roots[Int(number)]
      } else {
        let key = UInt64(node) << 32 | UInt64(number)
        if let next = branches[key] {
          node = next
        } else {
          let next = newNode()
          branches[key] = next
          node = next
        }
      }
    }
    guard node != 0 else { return }
    longest = max(longest, count)
    if lexemes[Int(node)].tag == .unknown { lexemes[Int(node)] = lexeme }
  }

  /// Says what a mark is.
  mutating func add(markCode code: UInt8, _ lexeme: Lexeme) {
    let number = Int(marks[Int(code)])
    if roots[number] == 0 { roots[number] = newNode() }
    lexemes[Int(roots[number])] = lexeme
  }

  private mutating func newNode() -> Int32 {
    lexemes.append(.unknown)
    return Int32(lexemes.count - 1)
  }

  private mutating func add(line: Substring) {
    guard let colon = line.firstIndex(of: ":") else {
      preconditionFailure("a line of the lexicon has no colon: \(line)")
    }
    let head = line[..<colon].split(separator: " ")
    guard let name = head.first, let tag = Lexeme.Tag(named: name) else {
      preconditionFailure("a line of the lexicon has no known tag: \(line)")
    }
    let numbers = head.dropFirst().map { Int16($0) ?? 0 }
    let lexeme = Lexeme(
      tag: tag, a: numbers.first ?? 0, b: numbers.count > 1 ? numbers[1] : 0)
    for phrase in line[line.index(after: colon)...].split(separator: ";") { add(phrase, lexeme) }
  }

  /// Splits a phrase of a table as the tokenizer splits a text; hyphens are left out.
  private static func words(of phrase: some StringProtocol) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    func isWordByte(_ byte: UInt8) -> Bool {
      byte >= 0x80 || (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
    }
    for byte in phrase.utf8 {
      let lower = byte >= 0x41 && byte <= 0x5A ? byte + 32 : byte
      if isWordByte(lower) {
        word.append(lower)
        continue
      }
      if !word.isEmpty { words.append(word) }
      word = []
      if lower != 0x20 && lower != 0x2D { words.append([lower]) }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private mutating func intern(_ word: [UInt8]) -> Int32 {
    let (slot, number) = place(of: word, 0..<word.count)
    if number > 0 { return number }
    precondition(starts.count * 2 < slots.count, "the lexicon has too many words for its slots")
    letters += word
    starts.append(Int32(letters.count))
    roots.append(0)
    let new = Int32(starts.count - 2)
    slots[slot] = new
    return new
  }

  /// The slot of a word in lower case, and its number if it is known.
  private func place(of bytes: [UInt8], _ range: Range<Int>) -> (slot: Int, number: Int32) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for position in range {
      let byte = bytes[position]
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      hash = (hash ^ UInt64(lower)) &* 0x100_0000_01B3
    }
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & (slots.count - 1)
    while true {
      let number = slots[slot]
      if number == 0 { return (slot, 0) }
      if isWord(number, bytes, range) { return (slot, number) }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  private func isWord(_ number: Int32, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let (start, end) = (Int(starts[Int(number)]), Int(starts[Int(number) + 1]))
    guard end - start == range.count else { return false }
    for offset in 0..<range.count {
      let byte = bytes[range.lowerBound + offset]
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if letters[start + offset] != lower { return false }
    }
    return true
  }

  /// The number of a word in a text, whatever its case; 0 when the lexicon does not hold it.
  func number(of bytes: [UInt8], _ range: Range<Int>) -> Int32 {
    range.count > 40 ? 0 : place(of: bytes, range).number
  }

  /// The number of a mark.
  func number(ofMark code: UInt8) -> Int32 { marks[Int(code & 0x7F)] }

  /// Whether letters before a digit are a currency, such as `CHF` in `CHF69.2` or `N` in `N52.4`.
  func isCurrencyPrefix(_ token: TextToken) -> Bool {
    guard token.word > 0 else { return false }
    let lexeme = lexemes[Int(roots[Int(token.word)])]
    return [.currency, .shortScale, .counted].contains(lexeme.tag) && lexeme.b & 1 != 0
      && token.isCapital
  }

  /// The longest phrase that begins at a token, and the index after its last token.
  func match(_ tokens: [TextToken], at index: Int) -> (lexeme: Lexeme, end: Int) {
    let first = tokens[index].word
    guard first > 0 else { return (.unknown, index + 1) }
    var node = roots[Int(first)]
    guard node > 0 else { return (.unknown, index + 1) }
    var (best, end) = (lexemes[Int(node)], index + 1)
    var next = index + 1
    let hyphen = marks[0x2D]
    for _ in 1..<max(2, longest) {
      if next < tokens.count - 1, tokens[next].word == hyphen, !tokens[next].isSpaced,
        !tokens[next + 1].isSpaced
      {
        next += 1
      }
      guard next < tokens.count, tokens[next].word > 0,
        let following = branches[UInt64(node) << 32 | UInt64(tokens[next].word)]
      else { break }
      node = following
      next += 1
      if lexemes[Int(node)].tag != .unknown { (best, end) = (lexemes[Int(node)], next) }
    }
    return (best, end)
  }
}
