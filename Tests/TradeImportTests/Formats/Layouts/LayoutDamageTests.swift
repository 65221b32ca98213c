import TestSupport
import Testing

@testable import TradeImport

/// Our own small files with one thing broken, as in ``FormatMutationTests``: the figures are the
/// same, or a place is reported, or the damage is of a kind that nobody can see.
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

  @Test("No number differs in silence", arguments: samples.indices)
  func mutations(index: Int) throws {
    let sample = Self.samples[index]
    let bytes = Array(sample.text.utf8)
    let judge = MutationJudge(bytes, file: sample.name)
    #expect(judge.count > 1)
    var generator = RepeatableGenerator(seed: UInt64(index) + 40)
    var reported = 0
    for step in 0..<150 {
      let kind = FileMutation.Kind.allCases[step % FileMutation.Kind.allCases.count]
      guard
        let mutation =
          FileMutation(kind, of: bytes, delimiter: sample.delimiter, using: &generator)
          ?? FileMutation(.byteFlipped, of: bytes, delimiter: sample.delimiter, using: &generator)
      else { continue }
      let outcome = judge.outcome(mutation)
      if outcome == .reported { reported += 1 }
      if outcome == .silent {
        Issue.record(
          "\(sample.name): \(mutation.kind) at byte \(mutation.offset), line \(mutation.line)")
      }
    }
    #expect(reported > 20)
  }
}
