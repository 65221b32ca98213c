import Diagnostics
import TestSupport
import Testing

@testable import TradeImport

/// Files of our own making with one thing broken: nothing crashes, and every value cell is
/// accounted for.
@Suite("Broken files of single publishers")
struct PublisherMutationTests {
  static let samples: [String] = [
    WorldBankTests.preamble + "\"Belgium\",\"BEL\",\"X\",\"X\",\"449.5\",\"\",\n",
    WTOTests.header + WTOTests.row(flag: "E", value: "2.5") + WTOTests.row(value: "3E-06"),
    "Exports: UK trade in goods\nCountry Code,Country Name,1997,1997Q1,1997Jan\nAT,Austria,1,2,3\n",
    USCensusTests.header + USCensusTests.row(2022, "5700", "China", USCensusTests.full, "78.5"),
    ";A;A_FLAGS;\n;Titel;;\nEinheit;EUR;;\nDimension;Mrd;;\n2008-11;11,30;;\n2008-12;.;;\n",
    "\tS854628\tS854655\n1990-01-01\t89.8\t1\n1990-04-01\t95.8\t79.4\n",
    DGCISTests.page(DGCISTests.rows), ChinaCustomsTests.byCountry,
  ]

  /// One byte flipped, one line cut, one byte dropped, or one byte doubled.
  static func mutated(_ text: String, _ generator: inout RepeatableGenerator) -> [UInt8] {
    var bytes = Array(text.utf8)
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: bytes[place] ^= UInt8.random(in: 1...255, using: &generator)
    case 1:
      let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      bytes.removeSubrange(place..<end)
    case 2: bytes.remove(at: place)
    default: bytes.insert(bytes[place], at: place)
    }
    return bytes
  }

  @Test("200 single mutations of each", arguments: samples.indices)
  func mutations(index: Int) {
    var generator = RepeatableGenerator(seed: UInt64(index))
    var recognised = 0
    for _ in 0..<200 {
      let bytes = Self.mutated(Self.samples[index], &generator)
      let source = SourceText(file: "f", decoded: DecodedText(bytes, encoding: .utf8))
      for format in publisherFormats where format.recognise(source) != nil {
        recognised += 1
        let result = format.read(source, ImportOptions())
        #expect(result.account.isBalanced, "\(String(decoding: bytes, as: UTF8.self))")
        #expect(result.account.values == result.values)
        let end = source.decoded.originalOffset(of: source.decoded.bytes.count)
        #expect(result.problems.allSatisfy { 0...end ~= $0.byteOffset ?? 0 })
      }
    }
    // Most mutations leave the file recognisable; else this test would show nothing.
    #expect(recognised > 50)
  }
}
