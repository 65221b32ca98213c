import Diagnostics
import TestSupport
import Testing
import TradeImport

/// Texts in encodings, the bytes written out by hand from the code tables of each encoding.
private struct EncodedText: Sendable, CustomTestStringConvertible {
  let encoding: TextEncoding
  let bytes: [UInt8]
  let text: String
  var testDescription: String { "\(encoding.rawValue): \(text)" }

  init(_ encoding: TextEncoding, _ parts: [EncodedPart], _ text: String) {
    self.encoding = encoding
    bytes = parts.flatMap(\.bytes)
    self.text = text
  }
}

private enum EncodedPart: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  case text(String)
  case byte(UInt8)
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: UInt8) { self = .byte(value) }
  var bytes: [UInt8] {
    switch self {
    case .text(let text): Array(text.utf8)
    case .byte(let byte): [byte]
    }
  }
}

@Suite("Encodings")
struct EncodingTests {
  // Code tables: RFC 3629; Unicode 16 section 3.9; CP1252.TXT, 8859-15.TXT, CP932.TXT of the
  // Unicode Consortium's MAPPINGS; GB 18030-2005 (中 D6D0, 国 B9FA, 出 B3F6, 口 BFDA, € A2E3, the
  // four bytes 81 30 84 36 are U+00A5).
  private static let texts: [EncodedText] = [
    EncodedText(.utf8, ["name,value\nBelgium,1\n"], "name,value\nBelgium,1\n"),
    EncodedText(.utf8, ["S", 0xC3, 0xA3, "o Tom", 0xC3, 0xA9, ",1\n"], "São Tomé,1\n"),
    EncodedText(.utf8WithBOM, [0xEF, 0xBB, 0xBF, "a", 0xE2, 0x82, 0xAC, "\n"], "a€\n"),
    EncodedText(
      .utf16LittleEndian, [0xFF, 0xFE, "a", 0, ",", 0, 0x2D, 0x4E, 0x3D, 0xD8, 0x00, 0xDE],
      "a,中\u{1F600}"),
    EncodedText(.utf16BigEndian, [0xFE, 0xFF, 0, "a", 0, ",", 0x4E, 0x2D], "a,中"),
    EncodedText(
      .utf16LittleEndian, ["a", 0, ",", 0, "1", 0, "\n", 0, "2", 0, "\n", 0], "a,1\n2\n"),
    EncodedText(.utf16BigEndian, [0, "a", 0, ",", 0, "1", 0, "\n"], "a,1\n"),
    EncodedText(
      .windows1252, ["exports ", 0x96, " annual,C", 0xF4, "te,", 0x80, "\n"],
      "exports – annual,Côte,€\n"),
    EncodedText(
      .iso8859_1, ["Cura", 0xE7, "ao,C", 0xF4, "te d'Ivoire\n"], "Curaçao,Côte d'Ivoire\n"),
    EncodedText(
      .iso8859_15, ["value in ", 0xA4, " million,", 0xA8, "koda\n"], "value in € million,škoda\n"),
    EncodedText(
      .gb18030,
      [0xD6, 0xD0, 0xB9, 0xFA, ",", 0xB3, 0xF6, 0xBF, 0xDA, ",1\n", 0x81, 0x30, 0x84, 0x36],
      "中国,出口,1\n¥"),
    EncodedText(
      .shiftJIS,
      // 日 93FA 本 967B の 82CC 輸 9741 出 8F6F ア B1 (half width)
      [0x93, 0xFA, 0x96, 0x7B, 0x82, 0xCC, 0x97, 0x41, 0x8F, 0x6F, ",", 0xB1, "\\,1\n"],
      "日本の輸出,ｱ\\,1\n"),
  ]

  @Test("Bytes of each encoding are read as its code table says", arguments: texts)
  private func decoding(_ sample: EncodedText) {
    let decoded = DecodedText(sample.bytes, encoding: sample.encoding)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == sample.text)
    #expect(decoded.encoding == sample.encoding)
    #expect(decoded.problems.isEmpty)
    #expect(decoded.problemCount == 0)
    #expect(decoded.diagnostics(file: "f").isEmpty)
  }

  @Test("The encoding of each text is found from its bytes, with evidence", arguments: texts)
  private func detection(_ sample: EncodedText) {
    let candidates = EncodingDetector().candidates(sample.bytes)
    #expect(candidates.first?.encoding == sample.encoding)
    for candidate in candidates {
      #expect(candidate.score > 0 && candidate.score <= 1)
      #expect(!candidate.evidence.isEmpty)
    }
    #expect(candidates.map(\.score) == candidates.map(\.score).sorted(by: >))
    #expect(DecodedText(sample.bytes).encoding == sample.encoding)
  }

  @Test("Every byte of a text leads back to the bytes of its character", arguments: texts)
  private func offsets(_ sample: EncodedText) {
    let decoded = DecodedText(sample.bytes, encoding: sample.encoding)
    // Slow and obvious: decode every beginning of the file; the character that a byte belongs to
    // begins where the longest beginning without that byte ends.
    let ends = (0...sample.bytes.count).map { count -> (Int, Int)? in
      let head = DecodedText(Array(sample.bytes.prefix(count)), encoding: sample.encoding)
      return head.problemCount == 0 ? (count, head.bytes.count) : nil
    }.compactMap { $0 }
    for offset in decoded.bytes.indices {
      let expected = ends.last { $0.1 <= offset }?.0
      #expect(decoded.originalOffset(of: offset) == expected, "offset \(offset)")
    }
    #expect(decoded.originalOffset(of: decoded.bytes.count) == sample.bytes.count)
  }

  @Test("The way back holds over the points that are kept, in long texts")
  func longOffsets() {
    // Each line has 3 letters of one byte in the file and 5 bytes in UTF-8: € (3), é (2 → total
    // with the line feed 3 + 2 + 1 = 6).
    let line: [UInt8] = [0x80, 0xE9, 0x0A]
    let raw = (0..<5000).flatMap { _ in line }
    let decoded = DecodedText(raw, encoding: .windows1252)
    #expect(decoded.bytes.count == 30_000)
    for number in stride(from: 0, to: 5000, by: 7) {
      #expect(decoded.originalOffset(of: number * 6) == number * 3)
      #expect(decoded.originalOffset(of: number * 6 + 3) == number * 3 + 1)
      #expect(decoded.originalOffset(of: number * 6 + 5) == number * 3 + 2)
    }
    let pair: [UInt8] = [0xD6, 0xD0]  // 中: two bytes in the file, three in UTF-8
    let chinese = DecodedText((0..<5000).flatMap { _ in pair }, encoding: .gb18030)
    for number in stride(from: 0, to: 5000, by: 7) {
      #expect(chinese.originalOffset(of: number * 3) == number * 2)
    }
  }

  @Test("What cannot be read becomes U+FFFD and is reported with its place")
  func undecodable() throws {
    let raw =
      Array("a,b\nC".utf8) + [0xF4] + Array("te,1\n".utf8) + [0xE2, 0x82] + Array(",2\n".utf8)
    let decoded = DecodedText(raw, encoding: .utf8)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == "a,b\nC\u{FFFD}te,1\n\u{FFFD},2\n")
    #expect(decoded.problemCount == 2)
    #expect(
      decoded.diagnostics(file: "x.csv").map(\.description) == [
        """
        x.csv:2:2: error: byte 0xF4 at offset 5 cannot be read as UTF-8, expected text in that \
        encoding [encoding.undecodable]
          hint: in Windows-1252 this is 'ô'; the file may mix encodings, or name the right one with \
        --encoding
        """,
        """
        x.csv:3:1: error: bytes 0xE2 0x82 at offset 11 cannot be read as UTF-8, expected text in \
        that encoding [encoding.undecodable]
          hint: in Windows-1252 this is 'â‚'; the file may mix encodings, or name the right one with \
        --encoding
        """,
      ])
    let first = try #require(decoded.problems.first)
    #expect(first.originalRange == 5..<6)
    #expect(decoded.originalOffset(of: first.utf8Offset) == 5)
  }

  @Test(
    "Each encoding reports what it cannot read",
    arguments: [
      (TextEncoding.utf8, [0x61, 0xC0, 0x80], 1, 1), (.utf8, [0xED, 0xA0, 0x80, 0x61], 0, 1),
      (.utf8, [0xF5, 0x61, 0xFF], 0, 2), (.utf16LittleEndian, [0x61, 0, 0x00, 0xD8], 2, 1),
      (.utf16LittleEndian, [0x61, 0, 0x62], 2, 1), (.utf16BigEndian, [0xDC, 0x00, 0, 0x61], 0, 1),
      (.windows1252, [0x61, 0x81, 0x61, 0x9D], 1, 2), (.iso8859_1, [0x85], 0, 1),
      (.iso8859_15, [0x61, 0x96, 0x61], 1, 1), (.gb18030, [0xD6, 0xD0, 0xFF, 0x61], 2, 1),
      (.gb18030, [0xD6], 0, 1), (.shiftJIS, [0x82, 0xA0, 0xFD, 0x61], 2, 1),
      (.shiftJIS, [0x85, 0x9F, 0x61], 0, 1),
    ] as [(TextEncoding, [UInt8], Int, Int)])
  func faults(_ encoding: TextEncoding, _ raw: [UInt8], _ offset: Int, _ count: Int) {
    let decoded = DecodedText(raw, encoding: encoding)
    #expect(decoded.problemCount == count)
    #expect(decoded.problems.first?.originalRange.lowerBound == offset)
    #expect(String(decoding: decoded.bytes, as: UTF8.self).contains("\u{FFFD}"))
    let listed = decoded.diagnostics(file: "f")
    #expect(listed.count == count)
    #expect(listed.allSatisfy { $0.id == "encoding.undecodable" && $0.severity == .error })
  }

  @Test("A file with too many places says how many more there are")
  func many() {
    let decoded = DecodedText((0..<1500).flatMap { _ in [0xFF, 0x61] as [UInt8] }, encoding: .utf8)
    #expect(decoded.problems.count == 1000)
    #expect(decoded.problemCount == 1500)
    #expect(decoded.diagnostics(file: "f").count == 1001)
    #expect(
      decoded.diagnostics(file: "f").last?.description == """
        f: error: 500 more places cannot be read as UTF-8, expected text in that encoding \
        [encoding.undecodable-more]
          hint: the file may not be text at all
        """)
  }

  @Test("A line of another encoding in a file of UTF-8 leaves the file UTF-8")
  func mixed() {
    let good = Array("Côte,1\nSão,2\nCuraçao,3\nÅland,4\n".utf8)
    let decoded = DecodedText(good + [0x43, 0xF4, 0x74, 0x65, 0x0A])
    #expect(decoded.encoding == .utf8)
    #expect(decoded.problems.map(\.line) == [5])
  }

  @Test("Latin-1 without special bytes lists Windows-1252 next, which reads the same")
  func alternatives() {
    let candidates = EncodingDetector().candidates([0x43, 0xF4, 0x74, 0x65])
    #expect(candidates.prefix(3).map(\.encoding) == [.iso8859_1, .windows1252, .iso8859_15])
    #expect(candidates[1].evidence.last?.sentence == "reads the same as ISO 8859-1")
    #expect(candidates[0].evidence.first?.line == 1)
  }

  @Test("No bytes at all are UTF-8") func empty() {
    #expect(EncodingDetector().candidates([]).map(\.encoding) == [.utf8])
    #expect(DecodedText([]).bytes.isEmpty)
    #expect(DecodedText([], encoding: .utf16BigEndian).originalOffset(of: 0) == 0)
    #expect(DecodedText([0xFF, 0xFE]).originalOffset(of: 0) == 2)
  }

  @Test("Names are read as people write them")
  func names() {
    #expect(TextEncoding(named: "Latin-1") == .iso8859_1)
    #expect(TextEncoding(named: "ISO-8859-15") == .iso8859_15)
    #expect(TextEncoding(named: "CP1252") == .windows1252)
    #expect(TextEncoding(named: "GBK") == .gb18030)
    #expect(TextEncoding(named: "Shift_JIS") == .shiftJIS)
    #expect(TextEncoding(named: "utf-16") == nil)
    for encoding in TextEncoding.allCases {
      #expect(TextEncoding(named: encoding.rawValue) == encoding)
    }
  }

  @Test("Bytes without any meaning are decoded in every encoding and lead back in order")
  func random() {
    var generator = RepeatableGenerator(seed: 31)
    for _ in 0..<200 {
      let raw = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      _ = EncodingDetector().candidates(raw)
      for encoding in TextEncoding.allCases {
        let decoded = DecodedText(raw, encoding: encoding)
        #expect(String(validating: decoded.bytes, as: UTF8.self) != nil)
        let offsets = (0...decoded.bytes.count).map(decoded.originalOffset)
        #expect(offsets == offsets.sorted())
        #expect(offsets.last == raw.count)
      }
    }
  }
}
