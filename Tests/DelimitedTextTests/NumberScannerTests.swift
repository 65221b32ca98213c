import DelimitedText
import Glibc
import TestSupport
import Testing

/// Numbers against `strtod` of the C library, which rounds to the nearest double.
@Suite("Numbers in fields") struct NumberScannerTests {
  static func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let found = NumberScanner.double(Array(text.utf8).span)
    let expected = unsafe strtod(text, nil)
    #expect(
      found?.bitPattern == expected.bitPattern,
      "\(text): found \(String(describing: found)), strtod says \(expected)",
      sourceLocation: sourceLocation)
  }

  @Test(
    "hard cases: halfway, subnormal, largest, long",
    arguments: [
      "0", "-0", "0.0", "-0.000", "+1", ".5", "5.", "1e5", "1E+5", "1e-5", "00001.5", "1.50",
      "9007199254740993", "9007199254740992", "9007199254740991", "9007199254740995",
      "9007199254740993.0000000000000000000000000000000000000001", "18014398509481990",
      "1.00000000000000011102230246251565404", "1.00000000000000011102230246251565405",
      "1.00000000000000033306690738754696213", "2.2250738585072011e-308",
      "2.2250738585072012e-308", "4.9e-324", "2.4703282292062327208e-324",
      "2.4703282292062328e-324", "1e-400", "-1e-400", "1.7976931348623157e308",
      "1.7976931348623158e308", "1.7976931348623159e308", "1e309", "-1e309", "1e999999999999",
      "1e-999999999999", "0e999999999999", "123456789012345678901234567890",
      "0.000000000000000000000000000000123", "1e22", "1e23", "9007199254740991e22", "1e-22",
      "1e-23", "179769313486231580793728971405301e276", "3.14159265358979323846264338327950288",
      "1" + String(repeating: "0", count: 400), "0." + String(repeating: "0", count: 400) + "1",
      "0.1" + String(repeating: "0", count: 100), String(repeating: "9", count: 60),
      "8.5", "2.5", "1234567890123456789", "12345678901234567890", "9223372036854775807",
      "9223372036854775808", "-9223372036854775808", "0.1234567890123456789",
    ])
  func hard(text: String) { Self.expect(text) }

  @Test(
    "what is not a number",
    arguments: [
      "", "-", "+", ".", "-.", "e5", "1e", "1e+", "1.2.3", "1,5", " 1", "1 ", "nan", "inf", "0x10",
      "1_000", "--1", "1-", "1e5.5", "١", "1\u{0}", "1d5",
    ])
  func refused(text: String) {
    #expect(NumberScanner.double(Array(text.utf8).span) == nil)
    #expect(
      FieldNumber(reading: Array(text.utf8)[...]).kind == (text.isEmpty ? .empty : .notANumber))
  }

  /// How texts are made, each with a generator of its own.
  enum Kind: String, CaseIterable, Sendable {
    case money, bits, digits, halfway, exponents
  }

  /// In an unoptimized build fewer, for the time it takes.
  static var count: Int {
    #if DEBUG
      30_000
    #else
      1_000_000
    #endif
  }

  static func text(_ kind: Kind, _ generator: inout RepeatableGenerator) -> String {
    switch kind {
    case .money:
      let units = Int.random(in: 0..<10_000_000_000, using: &generator)
      return "\(units / 100).\(units % 100)"
    case .bits:
      let value = Double(bitPattern: generator.next())
      return value.isFinite ? value.description : "1"
    case .digits:
      let count = Int.random(in: 1...40, using: &generator)
      let point = Int.random(in: 0...count, using: &generator)
      let digits = (0..<count).map { _ in Int.random(in: 0...9, using: &generator) }
      return digits.enumerated().map { ($0 == point ? "." : "") + "\($1)" }.joined()
    case .halfway:
      // A significand of 54 bits that ends in 1 lies between two doubles; a digit tips it.
      let significand = generator.next() >> 10 | 1 << 53 | 1
      let tip = ["", ".0", ".00000000000000000001"].randomElement(using: &generator) ?? ""
      return "\(significand)\(tip)"
    case .exponents:
      let exponent = Int.random(in: -345...310, using: &generator)
      return "\(generator.next() >> UInt64.random(in: 0...60, using: &generator))e\(exponent)"
    }
  }

  @Test("random numbers, read as strtod reads them", arguments: Kind.allCases)
  func random(kind: Kind) {
    var generator = RepeatableGenerator(seed: 1990)
    var wrong: [String] = []
    for _ in 0..<Self.count {
      let text = Self.text(kind, &generator)
      let found = NumberScanner.double(Array(text.utf8).span)
      if found?.bitPattern != (unsafe strtod(text, nil)).bitPattern { wrong.append(text) }
    }
    #expect(wrong == [])
  }

  @Test(
    "decimals of a block are those of the slow way, digit for digit",
    arguments: InstructionLevel.allCases)
  func decimals(level: InstructionLevel) {
    var generator = RepeatableGenerator(seed: 16)
    let characters = Array("0123456789.-+e ".utf8)
    var fields: [[UInt8]] = [
      "", "1", "-1.5", "1234567890123456", "12345678.1234567", ".1234567890123456",
    ]
    .map { Array($0.utf8) }
    for _ in 0..<20_000 {
      // Mostly digits, and as often as not something that is no number.
      let count = Int.random(in: 1...20, using: &generator)
      let limit = Bool.random(using: &generator) ? 11 : characters.count
      fields.append(
        (0..<count).map { _ in characters[Int.random(in: 0..<limit, using: &generator)] })
    }
    var block = TextBlock(capacity: 1)
    for field in fields { block.append((field + Array(",\n".utf8))[...]) }
    BlockScanner(dialect: .commas).findRecords(in: &block, isLast: true)
    var reader = RowReader(fieldCount: 2, dialect: .commas, level: level)
    reader.open(block)
    #expect(reader.rowCount == fields.count)
    var numbers = [FieldNumber](repeating: FieldNumber(.empty), count: fields.count)
    reader.readNumbers(column: 0, rows: 0..<fields.count, in: block, into: &numbers)
    for (field, number) in zip(fields, numbers) {
      let slow = FieldNumber(reading: field[...])
      #expect(number.kind == slow.kind)
      // 1.50 has one more digit than 1.5 and the same value.
      let text = String(decoding: field, as: UTF8.self)
      #expect(value(number) == value(slow), "\(text)")
      let expected = unsafe strtod(text, nil)
      if number.isDecimal { #expect(value(number) == expected, "\(text)") }
    }
  }

  private func value(_ number: FieldNumber) -> Double? {
    number.isDecimal ? Double("\(number.significand)e-\(number.decimals)") : nil
  }
}

@Suite("Words of keys") struct KeyCoderTests {
  @Test("equal words mean equal texts, and a text comes back") func roundTrip() {
    var coder = KeyCoder()
    let texts: [[UInt8]] = [
      [], [0], [65], [65, 0], Array("1234567".utf8) + [3], Array("1234567".utf8) + [7],
      Array("1234567".utf8) + [8], [0, 0, 0, 0, 0, 0, 0, 1], [65, 66], Array("12345678".utf8),
      Array("123456789".utf8),
      Array("1234567".utf8) + [0xFF], Array("1234567".utf8) + [0], [0xFF], [0xC3, 0xBF],
      Array("a text that is longer than a word".utf8),
    ]
    let words = texts.map { coder.word(for: $0[...]) }
    #expect(Set(words).count == texts.count)
    #expect(words.map { coder.text(of: $0) } == texts)
    #expect(texts.map { coder.word(for: $0[...]) } == words)
  }

  @Test("many long texts are told apart") func many() {
    var coder = KeyCoder()
    let texts = (0..<5000).map { Array("a long text with number \($0)".utf8) }
    let words = texts.map { coder.word(for: $0[...]) }
    #expect(Set(words).count == texts.count)
    #expect(coder.keptCount == texts.count)
    #expect(words.map { coder.text(of: $0) } == texts)
  }
}
