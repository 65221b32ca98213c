import DelimitedText
import TestSupport
import Testing

@Suite("Tokenizer") struct TokenizerTests {
  @Test("marks the quoted example of RFC 4180, section 2, rules 6 and 7")
  func quotedExample() {
    let bytes = Array("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,\"y\"\"y\",xxx".utf8)
    let text = tokens(bytes)
    #expect(text.records.map(\.line) == [1, 3])
    #expect(
      text.fields.map(\.flags) == [
        .quoted, [.quoted, .spansLines], .quoted, [], [.quoted, .doubledQuotes], [],
      ])
    let contents = text.fields.map {
      String(decoding: $0.content(in: bytes, dialect: .commas), as: UTF8.self)
    }
    // The values are those the RFC describes: quotes taken off, doubled quotes made single.
    #expect(contents == ["aaa", "b\r\nbb", "ccc", "zzz", "y\"y", "xxx"])
    #expect(text.fields.map(\.range.lowerBound) == [0, 6, 14, 21, 25, 32])  // counted by hand
    #expect(text.lineEnds.crlf == 1)
  }

  @Test("reads blocks of any size as it reads the whole")
  func blocks() {
    var samples = DelimitedSamples(seed: 77)
    for _ in 0..<2_000 {
      let dialect = samples.dialect()
      let bytes = samples.file(for: dialect)
      let size = 1 + samples.number(below: 6)
      let whole = flat(tokens(bytes, dialect), bytes, dialect)
      let parts = inBlocks(bytes, dialect, size: size)
      #expect(parts == whole, "\(bytes) \(dialect) in blocks of \(size)")
      guard parts == whole else { return }
    }
  }

  @Test(
    "reads many wrong quotes in time", .timeLimit(.minutes(1)),
    arguments: ["\"a\n", "\"\"\"a,", "\"\"\"\n", "\",\"x\n", "\"\"", "\"a\" \n", "\"\n\" "])
  func wrongQuotes(unit: String) {
    // A byte is looked at twice at most. A reader that reads on to the end for each of these
    // quotes would need 10^9 steps or more.
    let bytes = Array(String(repeating: unit, count: 40_000).utf8)
    #expect(tokens(bytes).fields.last?.end ?? 0 >= bytes.count - 1)
  }

  @Test("a dialect refuses bytes that cannot separate fields")
  func dialects() async {
    await #expect(processExitsWith: .failure) { _ = Dialect(delimiter: UInt8(ascii: "\n")) }
    await #expect(processExitsWith: .failure) { _ = Dialect(delimiter: 0xE9) }
    await #expect(processExitsWith: .failure) { _ = Dialect(delimiter: 0x2C, quote: 0x2C) }
    await #expect(processExitsWith: .failure) { _ = Dialect(delimiter: 0x2C, quote: 0) }
  }

  private func tokens(_ bytes: [UInt8], _ dialect: Dialect = .commas) -> TokenizedText {
    var text = TokenizedText()
    var tokenizer = Tokenizer(dialect: dialect)
    let end = tokenizer.read(bytes.span, into: &text)
    #expect(end == bytes.count)
    return text
  }

  /// Records as text: the line, the contents and the flags.
  private func flat(_ text: TokenizedText, _ bytes: [UInt8], _ dialect: Dialect) -> [String] {
    text.records.indices.map { index in
      let fields = text.fieldIndices(ofRecord: index).map { number in
        let mark = text.fields[number]
        let isListed = text.irregularFields.contains(number)
        return "\(Array(mark.content(in: bytes, dialect: dialect))) \(mark.flags.rawValue) "
          + "\(isListed)"
      }
      return "\(text.records[index].line): \(fields)"
    }
  }

  private func inBlocks(_ bytes: [UInt8], _ dialect: Dialect, size: Int) -> [String] {
    var tokenizer = Tokenizer(dialect: dialect)
    var text = TokenizedText()
    var block: [UInt8] = []
    var records: [String] = []
    var rest = bytes[...]
    repeat {
      block += rest.prefix(size)
      rest = rest.dropFirst(size)
      let end = tokenizer.read(block.span, isLast: rest.isEmpty, into: &text)
      records += flat(text, block, dialect)
      text.removeRecords()
      block.removeFirst(end)
    } while !rest.isEmpty
    #expect(block.isEmpty)
    return records
  }
}
