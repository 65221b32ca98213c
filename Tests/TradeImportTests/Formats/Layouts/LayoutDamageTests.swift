import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

/// Our own small files with one thing broken: where a number of more than one record is another
/// one, or is gone, a place is reported.
///
/// What stands nowhere twice cannot be compared: a digit of a value, a letter of a title, a record
/// that is gone.
@Suite("Broken files in the layouts of publishers")
struct LayoutDamageTests {
  static let samples: [(name: String, text: String, delimiter: UInt8)] = [
    ("statcan", LayoutSamples.statisticsCanada, UInt8(ascii: ",")),
    ("comexstat", LayoutSamples.comexStat, UInt8(ascii: ";")),
    ("genesis", LayoutSamples.genesis, UInt8(ascii: ";")),
    ("genesis-long", LayoutSamples.genesisLong, UInt8(ascii: ";")),
    ("pxweb", LayoutSamples.pxWeb, UInt8(ascii: ",")),
    ("statbank", LayoutSamples.statbank, UInt8(ascii: ";")),
    ("statline", LayoutSamples.statLine, UInt8(ascii: ";")),
    ("ons", LayoutSamples.ons, UInt8(ascii: ",")),
    ("abs", LayoutSamples.abs, UInt8(ascii: ",")),
    ("banxico", LayoutSamples.banxico, UInt8(ascii: ",")),
    ("insee", LayoutSamples.insee, UInt8(ascii: ";")),
    ("databank", LayoutSamples.dataBank, UInt8(ascii: ",")),
    ("comtrade", LayoutSamples.comtrade, UInt8(ascii: ",")),
  ]

  /// The values and the missing ones, by their lines.
  private static func values(_ result: ImportResult) -> [Int: [String]] {
    Dictionary(grouping: result.observations) { $0.location.line ?? 0 }.mapValues { figures in
      figures.map { "\($0.observation)" }.sorted()
    }
  }

  private static func findings(_ result: ImportResult) -> Set<String> {
    Set(
      (result.problems.map(\.diagnostic) + result.notes).filter { $0.severity > .note }
        .map(\.description))
  }

  /// Whether a broken file gives other numbers in silence.
  private static func isSilent(_ broken: [UInt8], _ whole: ImportResult) -> Bool {
    let source = SourceText(file: "f", decoded: DecodedText(broken))
    // No layout takes it: what its structure is will be asked for.
    guard let result = FormatRegistry().read(source) else { return false }
    guard result.account.isBalanced else { return true }
    if !findings(result).isSubset(of: findings(whole)) { return false }
    let (old, new) = (values(whole), values(result))
    // Lines after a lost one have other numbers.
    let (a, b) = (old.values.sorted(by: <), new.values.sorted(by: <))
    let lost = a.filter { !b.contains($0) }
    let found = b.filter { !a.contains($0) }
    return lost.count > 1 || found.count > 1
  }

  static var count: Int {
    ProcessInfo.processInfo.environment["TRADEWIND_SLOW_TESTS"] == nil ? 12 : 200
  }

  @Test("No numbers differ in silence", arguments: samples.indices)
  func mutations(index: Int) throws {
    let sample = Self.samples[index]
    let bytes = Array(sample.text.utf8)
    let whole = try #require(
      FormatRegistry().read(SourceText(file: "f", decoded: DecodedText(bytes))))
    #expect(whole.observations.count > 1)
    var generator = RepeatableGenerator(seed: UInt64(index) + 40)
    for step in 0..<Self.count {
      let kind = FileMutation.Kind.allCases[step % FileMutation.Kind.allCases.count]
      guard
        let mutation =
          FileMutation(kind, of: bytes, delimiter: sample.delimiter, using: &generator)
          ?? FileMutation(.byteFlipped, of: bytes, delimiter: sample.delimiter, using: &generator)
      else { continue }
      if Self.isSilent(mutation.bytes, whole) {
        Issue.record(
          """
          \(sample.name): \(mutation.kind) at byte \(mutation.offset), line \(mutation.line): \
          \(String(decoding: mutation.bytes.dropFirst(max(0, mutation.offset - 20)).prefix(45), as: UTF8.self))
          """)
      }
    }
  }
}

extension [String] {
  fileprivate static func < (a: [String], b: [String]) -> Bool { a.lexicographicallyPrecedes(b) }
}
