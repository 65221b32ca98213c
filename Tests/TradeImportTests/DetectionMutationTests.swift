import DelimitedText
import Diagnostics
import TestSupport
import Testing
import TimeSeries
import TradeImport
import TradeModel

@Suite("Detection of damaged tables")
struct DetectionMutationTests {
  /// One damage to a text: a byte flipped, a line cut, a quote dropped or put in, a delimiter
  /// doubled, a byte of another encoding put in, the end cut off.
  private func damaged(
    _ bytes: [UInt8], using generator: inout RepeatableGenerator
  ) -> [UInt8] {
    var bytes = bytes
    guard !bytes.isEmpty else { return bytes }
    let place = Int.random(in: bytes.indices, using: &generator)
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 1:
      let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
      bytes.removeSubrange(place..<end)
    case 2:
      if let quote = bytes[place...].firstIndex(of: 0x22) {
        bytes.remove(at: quote)
      } else {
        bytes.insert(0x22, at: place)
      }
    case 3:
      if let delimiter = bytes[place...].firstIndex(where: { ",;\t|".utf8.contains($0) }) {
        bytes.insert(bytes[delimiter], at: delimiter)
      }
    case 4: bytes.insert(UInt8.random(in: 0x80...0xFF, using: &generator), at: place)
    case 5: bytes.removeSubrange(place...)
    default: bytes.insert(0, at: place)
    }
    return bytes
  }

  @Test("2,000 damaged tables are examined and read without a crash, every cell counted once")
  func mutations() {
    var generator = RepeatableGenerator(seed: 2024)
    let files = DetectionTests.files.map { Array($0.text.utf8) }
    for _ in 0..<2000 {
      var bytes = files.randomElement(using: &generator) ?? []
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        bytes = damaged(bytes, using: &generator)
      }
      let report = Sniffer().sniff(bytes, file: "f")
      if let schema = report.schema, schema.columns.contains(where: { $0.role == .period }),
        schema.columns.contains(where: { $0.role == .value })
      {
        let copy = try? ImportSchema(json: Array(schema.json.utf8), file: "s")
        #expect(copy == schema)
      }
      let read = GenericFormat(schema: report.schema).read(
        SourceText(file: "f", decoded: DecodedText(bytes)), ImportOptions())
      #expect(read.account.isBalanced)
      #expect(read.observations.allSatisfy { $0.observation.value?.isFinite ?? true })
    }
  }

  @Test("Damage to the number of fields is reported under a schema, never read in silence")
  func structure() throws {
    var generator = RepeatableGenerator(seed: 5)
    for file in DetectionTests.files where file.headerRows > 0 {
      let bytes = Array(file.text.utf8)
      let schema = try #require(Sniffer().sniff(bytes, file: "f").schema)
      let clean = GenericFormat(schema: schema).read(
        SourceText(file: "f", decoded: DecodedText(bytes)), ImportOptions())
      #expect(clean.problems.isEmpty, "\(file.testDescription)")
      // Delimiters in the rows of data, not at the end of a line.
      let start = try #require(clean.observations.first?.location.line)
      var line = 1
      var places: [Int] = []
      let last = try #require(clean.observations.last?.location.line)
      for (index, byte) in bytes.enumerated() {
        if byte == 0x0A { line += 1 }
        let isNext = index + 1 < bytes.count && bytes[index + 1] != 0x0A
        if (start...last).contains(line), byte == schema.dialect.delimiter, isNext {
          places.append(index)
        }
      }
      for _ in 0..<20 {
        let place = try #require(places.randomElement(using: &generator))
        var more = bytes
        more.insert(schema.dialect.delimiter, at: place)
        let read = GenericFormat(schema: schema).read(
          SourceText(file: "f", decoded: DecodedText(more, encoding: schema.encoding)),
          ImportOptions())
        #expect(read.account.isBalanced)
        #expect(
          read.problems.contains { $0.diagnostic.severity == .error },
          "\(file.testDescription), offset \(place)")
      }
    }
  }
}
