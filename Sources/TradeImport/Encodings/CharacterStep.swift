/// One character of a text that is being decoded.
struct CharacterStep {
  /// How many bytes of the file it takes, at least one.
  let length: Int
  /// The Unicode scalar value; `nil` when the bytes cannot be read.
  let scalar: UInt32?
}

/// Cuts bytes into characters, one after the other, for the encodings that need no table of the
/// system.
enum CharacterCutter {
  /// The character at a position.
  static func step(_ raw: [UInt8], _ position: Int, _ encoding: TextEncoding) -> CharacterStep {
    switch encoding {
    case .utf8, .utf8WithBOM: utf8(raw, position)
    case .utf16LittleEndian, .utf16BigEndian:
      utf16(raw, position, highFirst: encoding == .utf16BigEndian)
    case .windows1252, .iso8859_1, .iso8859_15:
      CharacterStep(length: 1, scalar: SingleByteTable.scalar(raw[position], in: encoding))
    case .gb18030, .shiftJIS:
      CharacterStep(length: 1, scalar: raw[position] < 0x80 ? UInt32(raw[position]) : nil)
    }
  }

  /// A sequence of UTF-8 that is complete, not too long and no surrogate; what is broken is one
  /// step for each start of a sequence, as the Unicode Standard recommends (section 3.9, U+FFFD
  /// substitution of maximal subparts).
  private static func utf8(_ raw: [UInt8], _ position: Int) -> CharacterStep {
    let first = raw[position]
    if first < 0x80 { return CharacterStep(length: 1, scalar: UInt32(first)) }
    let count: Int
    var range: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: count = 2
    case 0xE0...0xEF:
      count = 3
      if first == 0xE0 { range = 0xA0...0xBF }
      if first == 0xED { range = 0x80...0x9F }
    case 0xF0...0xF4:
      count = 4
      if first == 0xF0 { range = 0x90...0xBF }
      if first == 0xF4 { range = 0x80...0x8F }
    default: return CharacterStep(length: 1, scalar: nil)
    }
    var scalar = UInt32(first) & (0x7F >> UInt32(count))
    for offset in 1..<count {
      guard position + offset < raw.count, range.contains(raw[position + offset]) else {
        return CharacterStep(length: offset, scalar: nil)
      }
      range = 0x80...0xBF
      scalar = scalar << 6 | UInt32(raw[position + offset] & 0x3F)
    }
    return CharacterStep(length: count, scalar: scalar)
  }

  private static func utf16(
    _ raw: [UInt8], _ position: Int, highFirst: Bool
  ) -> CharacterStep {
    func unit(_ at: Int) -> UInt32? {
      guard at + 1 < raw.count else { return nil }
      let (a, b) = (UInt32(raw[at]), UInt32(raw[at + 1]))
      return highFirst ? a << 8 | b : b << 8 | a
    }
    guard let first = unit(position) else {
      return CharacterStep(length: raw.count - position, scalar: nil)
    }
    guard (0xD800...0xDFFF).contains(first) else {
      return CharacterStep(length: 2, scalar: first)
    }
    guard first < 0xDC00, let second = unit(position + 2), (0xDC00...0xDFFF).contains(second)
    else { return CharacterStep(length: 2, scalar: nil) }
    return CharacterStep(length: 4, scalar: 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }
}
