import DelimitedText
import TestSupport

/// Small files made to be hard to read.
struct DelimitedSamples {
  /// The letters of the files: what matters to a dialect, one byte, two bytes, NUL, a mark.
  static let alphabet: [[UInt8]] = [
    ",", ";", "\"", "'", "\r", "\n", " ", "a", "é", "\0", "\u{FEFF}",
  ]
  .map { Array($0.utf8) }
  static let dialects: [Dialect] = [
    .commas, .semicolons, .bars, Dialect(delimiter: UInt8(ascii: ","), quote: nil),
    Dialect(delimiter: UInt8(ascii: ";"), quote: UInt8(ascii: "'")),
    Dialect(delimiter: UInt8(ascii: " ")),
  ]

  private var generator: RepeatableGenerator

  init(seed: UInt64) { generator = RepeatableGenerator(seed: seed) }

  mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }

  mutating func dialect() -> Dialect { Self.dialects[number(below: Self.dialects.count)] }

  /// A field of random letters.
  mutating func field(upTo length: Int) -> [UInt8] {
    (0..<number(below: length + 1)).flatMap { _ in Self.alphabet[number(below: Self.alphabet.count)]
    }
  }

  /// Random letters, those that matter to a dialect more often.
  mutating func file(for dialect: Dialect) -> [UInt8] {
    let special = [dialect.delimiter, dialect.quote ?? 0x61, 0x0A, dialect.quote ?? 0x0D]
    return (0..<number(below: 28)).flatMap { _ in
      number(below: 2) == 0
        ? [special[number(below: 4)]] : Self.alphabet[number(below: Self.alphabet.count)]
    }
  }

  /// Records with one to three fields.
  mutating func records() -> [[[UInt8]]] {
    (0..<number(below: 5)).map { _ in (0...number(below: 3)).map { _ in field(upTo: 6) } }
  }

  /// A file that a writer wrote, with up to three bytes removed, doubled or replaced.
  mutating func mutatedFile(for dialect: Dialect) -> [UInt8] {
    let writer = DelimitedWriter(
      dialect: dialect.quote == nil ? .commas : dialect,
      lineEnd: LineEnd.allCases[number(below: 3)])
    var bytes: [UInt8] = []
    for record in records() { writer.append(contents: record, to: &bytes) }
    for _ in 0..<number(below: 4) where !bytes.isEmpty {
      let place = number(below: bytes.count)
      switch number(below: 3) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(bytes[place], at: place)
      default:
        let letter = Self.alphabet[number(below: Self.alphabet.count)]
        bytes.replaceSubrange(place...place, with: letter)
      }
    }
    return bytes
  }
}
