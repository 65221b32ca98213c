/// What the bytes of a file look like, counted in one pass.
struct ByteCensus {
  /// A count with the line of the first case.
  struct Tally {
    private(set) var count = 0
    private(set) var firstLine: Int?

    mutating func add(line: Int) {
      count += 1
      if firstLine == nil { firstLine = line }
    }
  }

  /// Bytes from 0x80 on.
  private(set) var high = Tally()
  /// Bytes from 0x80 to 0x9F that Windows-1252 gives a meaning.
  private(set) var windowsOnly = Tally()
  /// Bytes from 0x80 to 0x9F that no encoding with one byte a letter gives a meaning.
  private(set) var meaningless = Tally()
  /// Bytes where ISO 8859-15 has the euro sign and others a sign that nobody uses.
  private(set) var euro = Tally()
  /// Bytes where ISO 8859-15 has a letter, standing beside letters.
  private(set) var latin9Letters = Tally()
  /// How much the high bytes look like single letters of Western European words: 0 to 1 each.
  private(set) var westernSum = 0.0

  /// Sequences of UTF-8 with more than one byte, and starts that are broken.
  private(set) var utf8Sequences = Tally()
  private(set) var utf8Faults = Tally()

  /// Characters of two or four bytes, how usual they are (0 to 1 each), and broken starts.
  private(set) var gbCharacters = Tally()
  private(set) var gbFaults = Tally()
  private(set) var gbSum = 0.0
  private(set) var jisCharacters = Tally()
  private(set) var jisFaults = Tally()
  private(set) var jisSum = 0.0

  init(_ raw: [UInt8], from start: Int = 0) {
    if let text = try? UTF8Span(validating: raw.span), text.isKnownASCII { return }
    var line = 1
    var (utf8End, gbEnd, jisEnd) = (start, start, start)
    for position in start..<max(start, raw.count) {
      let byte = raw[position]
      if byte < 0x80 {
        if byte == UInt8(ascii: "\n") { line += 1 }
        continue
      }
      high.add(line: line)
      countWestern(raw, position, line)
      if position >= utf8End {
        let step = CharacterCutter.step(raw, position, .utf8)
        utf8End = position + step.length
        if step.scalar == nil { utf8Faults.add(line: line) } else { utf8Sequences.add(line: line) }
      }
      if position >= gbEnd {
        gbEnd = position + countGB(raw, position, line)
      }
      if position >= jisEnd {
        jisEnd = position + countJIS(raw, position, line)
      }
    }
  }

  private mutating func countWestern(_ raw: [UInt8], _ position: Int, _ line: Int) {
    let byte = raw[position]
    let before = position > 0 ? raw[position - 1] : 0x20
    let after = position + 1 < raw.count ? raw[position + 1] : 0x20
    let besideLetter = before.isASCIILetter || after.isASCIILetter
    if byte < 0xA0 {
      if SingleByteTable.scalar(byte, in: .windows1252) == nil {
        meaningless.add(line: line)
      } else {
        windowsOnly.add(line: line)
      }
    }
    if byte == 0xA4 {
      euro.add(line: line)
    } else if SingleByteTable.latin9[byte] != nil, besideLetter {
      latin9Letters.add(line: line)
    }
    var run = 1
    if before >= 0x80 { run += position > 1 && raw[position - 2] >= 0x80 ? 2 : 1 }
    if after >= 0x80 { run += position + 2 < raw.count && raw[position + 2] >= 0x80 ? 2 : 1 }
    let isLetter = byte >= 0xC0 && byte != 0xD7 && byte != 0xF7
    let fit = isLetter && !besideLetter && run == 1 ? 0.6 : 1
    westernSum += run == 1 ? fit : run == 2 ? 0.7 : 0.05
  }

  /// Counts a character of GB 18030: the first 3,755 characters of GB 2312 make up nearly all of
  /// a usual text, its signs and the second level most of the rest.
  private mutating func countGB(_ raw: [UInt8], _ position: Int, _ line: Int) -> Int {
    guard let length = MultibyteDecoder.characterLength(raw, position, .gb18030) else {
      gbFaults.add(line: line)
      return 1
    }
    gbCharacters.add(line: line)
    let trailIsGB2312 = raw[position + 1] >= 0xA1
    switch raw[position] {
    case 0xB0...0xD7 where trailIsGB2312: gbSum += 1
    case 0xA1...0xA9 where trailIsGB2312: gbSum += 0.9
    case 0xD8...0xF7 where trailIsGB2312: gbSum += 0.5
    default: gbSum += length == 4 ? 0.3 : 0.1
    }
    return length
  }

  /// Counts a character of Shift JIS: kana and the first level of kanji are usual, half-width
  /// kana are not.
  private mutating func countJIS(_ raw: [UInt8], _ position: Int, _ line: Int) -> Int {
    guard let length = MultibyteDecoder.characterLength(raw, position, .shiftJIS) else {
      jisFaults.add(line: line)
      return 1
    }
    jisCharacters.add(line: line)
    let trail = length == 2 ? raw[position + 1] : 0
    switch (raw[position], trail) {
    case (0x82, 0x4F...0xF1), (0x83, 0x40...0x96): jisSum += 1
    case (0x81, _): jisSum += 0.9
    case (0x88...0x97, _): jisSum += 1
    case (0x98...0x9F, 0x9F...), (0xE0...0xEA, 0x9F...): jisSum += 0.4
    case (0xA1...0xDF, _): jisSum += 0.25
    default: jisSum += 0.1
    }
    return length
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}
