import Diagnostics
import TestSupport
import Testing

@testable import DelimitedText

@Suite("Blocks are split as the tokenizer splits them")
struct BlockTokenizerTests {
  /// What both ways make of some bytes.
  private func expectEqual(
    _ bytes: [UInt8], _ dialect: Dialect, blockSize: Int, from start: Int = 0
  ) {
    var expected = TokenizedText()
    var tokenizer = Tokenizer(dialect: dialect)
    _ = tokenizer.read(bytes.span, from: start, into: &expected)
    for level in InstructionLevel.allCases {
      var text = TokenizedText()
      var work = BlockTokenizer(dialect: dialect, level: level, blockSize: blockSize)
      work.read(bytes, from: start, into: &text)
      #expect(text == expected, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  @Test("Random texts, in blocks of every size, with and without a dialect's quote")
  func random() {
    var random = RepeatableGenerator(seed: 11)
    let alphabets = ["ab,\n", "ab,\"\n", "a,\"\r\n", "a;\n\n", "a,\"\"\n\r"].map { Array($0.utf8) }
    let dialects = [
      Dialect.commas, Dialect(delimiter: UInt8(ascii: ";"), quote: nil),
      Dialect(delimiter: UInt8(ascii: ","), quote: nil),
    ]
    for round in 0..<1_500 {
      let alphabet = alphabets[round % alphabets.count]
      let bytes = (0..<Int.random(in: 0...150, using: &random)).map { _ in
        alphabet[Int.random(in: alphabet.indices, using: &random)]
      }
      let size = [1, 7, 64, 65, 100, 1 << 18][round % 6]
      expectEqual(
        bytes, dialects[round % 3], blockSize: size, from: round % 10 == 0 ? min(3, bytes.count) : 0
      )
    }
  }

  @Test("Quoted fields with doubled quotes and line ends, across the ends of blocks")
  func quoted() {
    var random = RepeatableGenerator(seed: 12)
    let fields = ["a", "", "\"\"", "\"b,c\"", "\"d\"\"e\"", "\"f\ng\"", "\"h\r\ni\"", "\"j\rk\""]
    for round in 0..<300 {
      let lineEnd = round % 2 == 0 ? "\n" : "\r\n"
      var text = ""
      for _ in 0..<20 {
        let row = (0..<Int.random(in: 1...4, using: &random)).map { _ in
          fields[Int.random(in: fields.indices, using: &random)]
        }
        text += row.joined(separator: ",") + lineEnd
      }
      if round % 3 == 0 { text.removeLast() }
      expectEqual(Array(text.utf8), .commas, blockSize: [64, 90, 200, 1 << 18][round % 4])
    }
  }

  @Test("A field that is too long for a short mark keeps its place and flags")
  func longFields() {
    let long = String(repeating: "x", count: 1 << 22)
    let bytes = Array("a,\"\(long)\",b\n\(long)y,c\n".utf8)
    expectEqual(bytes, .commas, blockSize: 1 << 24)
    expectEqual(bytes, .commas, blockSize: 1 << 16)
    let table = DelimitedReader(header: .none).read(bytes, file: "t")
    #expect(table[row: 0].text(in: 1) == long)
    #expect(table[row: 1].text(in: 0) == long + "y")
    #expect(table[row: 1].location(in: 1).column == (1 << 22) + 3)
  }
}
