/// Cuts a part of a text into tokens in one pass.
///
/// Works on UTF-8 bytes. Typographic spaces, dashes, hyphens and quotation marks are read as their
/// plain forms; letters beyond ASCII count as letters. Linear: each byte is looked at a bounded
/// number of times.
struct TextTokenizer {
  /// The text.
  let bytes: [UInt8]
  /// The words that get numbers.
  let lexicon: Lexicon

  /// Returns the tokens of a range of bytes.
  func tokens(in range: Range<Int>) -> [TextToken] {
    var tokens: [TextToken] = []
    tokens.reserveCapacity(range.count / 5 + 8)
    var (position, isSpaced) = (range.lowerBound, true)
    while position < range.upperBound {
      let byte = bytes[position]
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        position += 1
        isSpaced = true
        continue
      }
      if byte == 0x2A || byte == 0x60 || byte == 0x5F || byte == 0x22 {
        // Marks of emphasis and quotation.
        position += 1
        continue
      }
      if byte < 0x80 {
        if Self.isDigit(byte) {
          let end = endOfNumber(from: position, before: range.upperBound)
          tokens.append(token(.number, position..<end, isSpaced))
          position = end
        } else if Self.isLetter(byte) {
          position = readWord(from: position, before: range.upperBound, isSpaced, into: &tokens)
        } else {
          let kind: TextToken.Kind = byte == 0x25 || byte == 0x24 ? .word : .mark
          tokens.append(token(kind, position..<(position + 1), isSpaced))
          position += 1
        }
      } else {
        let length = min(Self.length(of: byte), range.upperBound - position)
        let character = position..<(position + length)
        switch wide(character) {
        case .space:
          position += length
          isSpaced = true
          continue
        case .quote:
          position += length
          continue
        case .letter:
          position = readWord(from: position, before: range.upperBound, isSpaced, into: &tokens)
        case .sign:
          tokens.append(token(.word, character, isSpaced))
          position += length
        case .mark(let plain):
          tokens.append(mark(plain, character, isSpaced))
          position += length
        }
      }
      isSpaced = false
    }
    return tokens
  }

  /// What a character beyond ASCII is.
  private enum Wide {
    case space, letter, sign, quote
    case mark(UInt8)
  }

  /// Tells what a character beyond ASCII is, by its bytes.
  private func wide(_ range: Range<Int>) -> Wide {
    let first = bytes[range.lowerBound]
    let second = range.count > 1 ? bytes[range.lowerBound + 1] : 0
    let third = range.count > 2 ? bytes[range.lowerBound + 2] : 0
    switch (first, second) {
    case (0xC2, 0xA0), (0xC2, 0xAD): return .space
    case (0xC2, 0xA2), (0xC2, 0xA3), (0xC2, 0xA5): return .sign
    case (0xC2, _): return .mark(UInt8(ascii: "*"))
    case (0xE2, 0x80):
      switch third {
      case 0x80...0x8F, 0xAF: return .space
      case 0x90, 0x91: return .mark(UInt8(ascii: "-"))
      case 0x92...0x95: return .mark(UInt8(ascii: "~"))
      case 0x98...0x9B: return .mark(UInt8(ascii: "'"))
      case 0x9C...0x9F: return .quote
      default: return .mark(UInt8(ascii: "*"))
      }
    case (0xE2, 0x82): return .sign
    case (0xE2, 0x88): return third == 0x92 ? .mark(UInt8(ascii: "-")) : .mark(UInt8(ascii: "*"))
    case (0xE2, _): return .mark(UInt8(ascii: "*"))
    case (0xEF, 0xBB): return .space
    default: return .letter
    }
  }

  /// Reads a word, and a number that is glued to a currency before it.
  private func readWord(
    from start: Int, before limit: Int, _ isSpaced: Bool, into tokens: inout [TextToken]
  ) -> Int {
    var end = start
    while end < limit, isWordByte(end, before: limit) { end += 1 }
    if end < limit, Self.isDigit(bytes[end]) {
      let letters = token(.word, start..<end, isSpaced)
      let isFiscal = end - start == 2 && bytes[start] == 0x46 && bytes[start + 1] == 0x59
      if isFiscal || lexicon.isCurrencyPrefix(letters) {
        tokens.append(letters)
        return end
      }
      // "K2.4" is one word that nothing knows, never a "K2" and a number 4.
      let isCalendar = [0x66, 0x68, 0x6D, 0x71].contains(bytes[start] | 0x20)
      while end < limit,
        Self.isDigit(bytes[end]) || isWordByte(end, before: limit)
          || !isCalendar && bytes[end] == 0x2E && Self.isDigit(bytes[end - 1])
            && end + 1 < limit && Self.isDigit(bytes[end + 1])
      {
        end += 1
      }
    }
    tokens.append(token(.word, start..<end, isSpaced))
    return end
  }

  /// Whether a byte continues a word.
  private func isWordByte(_ position: Int, before limit: Int) -> Bool {
    let byte = bytes[position]
    if byte < 0x80 { return Self.isLetter(byte) }
    if byte < 0xC0 { return true }
    if byte == 0xC2 || byte == 0xE2 || byte == 0xEF { return false }
    return true
  }

  /// The end of a number: digits, and single points, commas and apostrophes between digits.
  private func endOfNumber(from start: Int, before limit: Int) -> Int {
    var end = start
    while end < limit {
      if Self.isDigit(bytes[end]) {
        end += 1
      } else if Self.isSeparator(bytes[end]), end + 1 < limit, Self.isDigit(bytes[end + 1]) {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  private func mark(_ plain: UInt8, _ range: Range<Int>, _ isSpaced: Bool) -> TextToken {
    TextToken(
      start: Int32(range.lowerBound), end: Int32(range.upperBound), kind: .mark,
      word: lexicon.number(ofMark: plain), isSpaced: isSpaced, isCapital: false,
      isAllCapitals: false)
  }

  private func token(_ kind: TextToken.Kind, _ range: Range<Int>, _ isSpaced: Bool) -> TextToken {
    let first = bytes[range.lowerBound]
    let isCapital = first >= 0x41 && first <= 0x5A
    var isAllCapitals = isCapital
    if isCapital {
      for position in range where bytes[position] >= 0x61 && bytes[position] <= 0x7A {
        isAllCapitals = false
        break
      }
    }
    let word = lexicon.number(of: bytes, range)
    return TextToken(
      start: Int32(range.lowerBound), end: Int32(range.upperBound), kind: kind, word: word,
      isSpaced: isSpaced, isCapital: isCapital, isAllCapitals: isAllCapitals)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x2C || byte == 0x27
  }
  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A)
  }
  private static func length(of first: UInt8) -> Int {
    first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
  }
}
