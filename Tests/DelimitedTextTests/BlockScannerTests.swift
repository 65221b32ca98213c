import DelimitedText
import TestSupport
import Testing

/// The block scanner against the slow reader: same records, same contents, same places, whatever
/// the size of a block is and whichever instructions are used.
@Suite("Blocks of an input") struct BlockScannerTests {
  static let sizes = Array(1...64) + [65, 97, 127, 128, 129, 255, 1021]

  @Test(
    "every block boundary of difficult texts",
    arguments: [
      "a,b,c\n1,2,3\n", "a,b,c\r\n1,2,3\r\n4,5,6", "\n\n1,2,3\n\n", "1,\"x\ny\",3\n4,5,6\n",
      "1,\"a\"\"b\",3\n", "1,\"\",3\n", "1,\"\"\"\",3\r\n", "1,5\" pipe,3\n\"4\",5,6\n",
      "1,\"open,3\n4,5,6\n7,8,9\n", "1,\"open,3\n4,\"5\",6\n", "1,\"a\" ,3\n4,\"b\"x,6\n",
      "1,2,3\r4,5,6\r", "1,\"a\rb\",3\n", "1,\"a\r\nb\",3\r\n", "1,2\n3,4,5,6\n7,8,9\n", "\r\n\r\n",
      "1,2,3\n,,\n", "x\n", "\"", "\"\"", "a,\"b\nc", "1,2,\"3\r\n\"\r\n", "1,2,3\r",
      "one,\"a very long field that fills more than one word of sixty-four bytes, with, commas\","
        + "three\nfour,\"another, quite long, that goes on\nover a line end and further still\",6\n",
    ])
  func difficult(text: String) {
    let bytes = Array(text.utf8)
    let expected = BlockRecord.expected(bytes, fieldCount: 3)
    for size in Self.sizes {
      #expect(BlockRecord.read(bytes, blockSize: size, fieldCount: 3) == expected, "size \(size)")
      for level in [InstructionLevel.portable, .sse2] {
        let found = BlockRecord.read(bytes, blockSize: size, fieldCount: 3, level: level)
        #expect(found == expected, "size \(size), \(level)")
      }
    }
  }

  /// A text of fields as they occur, with damage here and there.
  static func text(_ generator: inout RepeatableGenerator, mutations: Int) -> [UInt8] {
    let fields = [
      "1", "2019-07", "", "\"a,b\"", "\"x\"\"y\"", "\"line\nend\"", "Chocolate", "\"\"", "-3.25",
      "\"two\r\nlines\"", "a longer text without anything special in it",
    ]
    let lineEnd = Bool.random(using: &generator) ? "\n" : "\r\n"
    var text = ""
    for _ in 0..<Int.random(in: 1...12, using: &generator) {
      text += (0..<3).map { _ in fields.randomElement(using: &generator) ?? "" }
        .joined(separator: ",")
      text += lineEnd
    }
    var bytes = Array(text.utf8)
    let marks = Array("\",\n\r x".utf8)
    for _ in 0..<mutations where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[place] = marks.randomElement(using: &generator) ?? 0
      case 1: bytes.remove(at: place)
      default: bytes.insert(marks.randomElement(using: &generator) ?? 0, at: place)
      }
    }
    return bytes
  }

  @Test("random and damaged texts", arguments: [0, 1, 2, 5])
  func damaged(mutations: Int) {
    var generator = RepeatableGenerator(seed: UInt64(20_240 + mutations))
    for _ in 0..<300 {
      let bytes = Self.text(&generator, mutations: mutations)
      let expected = BlockRecord.expected(bytes, fieldCount: 3)
      for size in [1, 3, 16, 63, 64, 65, 200] {
        let found = BlockRecord.read(bytes, blockSize: size, fieldCount: 3)
        #expect(found == expected, "size \(size) of \(String(decoding: bytes, as: UTF8.self))")
      }
      for level in [InstructionLevel.portable, .sse2] {
        let found = BlockRecord.read(bytes, blockSize: 100, fieldCount: 3, level: level)
        #expect(found == expected)
      }
    }
  }

  @Test("one column, other delimiters, and no quotes") func dialects() {
    let bytes = Array("a;\"b\n\n;\r\nc;d|e\tf\n\"g\";h\n".utf8)
    let dialects = [
      Dialect.semicolons, .tabs, .bars, .commas,
      Dialect(delimiter: UInt8(ascii: ";"), quote: nil),
      Dialect(delimiter: UInt8(ascii: "|"), quote: nil),
    ]
    for dialect in dialects {
      for fieldCount in 1...2 {
        let expected = BlockRecord.expected(bytes, fieldCount: fieldCount, dialect: dialect)
        for size in [1, 2, 5, 64] {
          let found = BlockRecord.read(
            bytes, blockSize: size, fieldCount: fieldCount, dialect: dialect)
          #expect(found == expected)
        }
      }
    }
  }

  @Test("a regular text needs no second reading, an irregular one does") func ways() {
    for (text, isRegular) in [("a,\"b\"\n", true), ("a,b\"\n", false), ("a\rb\n", false)] {
      var block = TextBlock(capacity: 16)
      block.append(Array(text.utf8)[...])
      BlockScanner(dialect: .commas).findRecords(in: &block, isLast: true)
      #expect(block.isRegular == isRegular)
      #expect(block.recordsEnd == text.utf8.count)
    }
  }
}
