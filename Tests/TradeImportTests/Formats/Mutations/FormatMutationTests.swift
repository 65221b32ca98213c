import FoundationEssentials
import TestSupport
import Testing

@testable import TradeImport

/// Pieces of real files, each with one thing broken: the figures are the same, or a place is
/// reported, or the damage is of a kind that nobody can see.
///
/// What cannot be seen is counted by kind: a digit of a value, a code as good as the old one, a
/// shorter last cell, a record that is gone. Everything else would be a silently different number.
@Suite(
  "Broken pieces of real files",
  .enabled(if: RepositoryFiles.sharedData != nil, "TRADEWIND_SHARED_DATA is not set"))
struct FormatMutationTests {
  /// A file, and which of its records after the header are taken: every so many, up to a number.
  static let pieces: [(path: String, step: Int, count: Int, delimiter: UInt8)] = [
    ("comtrade_legacy/china_5partners_a_sitc2_2010_2014.csv", 3, 12, UInt8(ascii: ",")),
    ("comtrade_legacy/india_exports_to_china_hs01_20_2018.csv", 1, 12, UInt8(ascii: ",")),
    ("comtrade_legacy/total_world_exports_2010_2014.csv", 2, 12, UInt8(ascii: ",")),
    ("comtrade_plus/thailand_imports_hs8542_2014_2024_TradeData.csv", 9, 10, UInt8(ascii: ",")),
    ("eurostat/eurostat_bulk_cont_exp_eu_sitc0_1_eu27_excerpt.tsv", 4, 6, UInt8(ascii: "\t")),
    ("eurostat/comext_ds-045409_sdmx_csv_2814_2023q1.csv", 1, 14, UInt8(ascii: ",")),
    ("oecd/sdmx_csv_gdp.csv", 130, 16, UInt8(ascii: ",")),
    ("oecd/oecd_legacy_ppp_flagcodes_bom.csv", 200, 14, UInt8(ascii: ",")),
    ("imf_dots/DOTS_g7_2024M2.csv", 1, 16, UInt8(ascii: ",")),
    ("sdmx_examples/sdmx_csv2_example-01.csv", 1, 2, UInt8(ascii: ",")),
  ]

  /// The header and some records of a file; records of these files are lines.
  static func piece(_ index: Int) throws -> [UInt8] {
    let piece = pieces[index]
    let lines = try rawFile(piece.path).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
    let chosen = stride(from: 1, to: lines.count, by: piece.step).prefix(piece.count)
    return ([0] + chosen).flatMap { lines[$0] + [UInt8(ascii: "\n")] }
  }

  /// Breaks each piece so many times and counts the outcomes.
  static func run(_ count: Int, seed: UInt64) throws -> [MutationJudge.Outcome: Int] {
    var outcomes: [MutationJudge.Outcome: Int] = [:]
    for index in pieces.indices {
      let bytes = try piece(index)
      let judge = MutationJudge(bytes, file: pieces[index].path)
      #expect(judge.count > 1)
      var generator = RepeatableGenerator(seed: seed + UInt64(index))
      var done = 0
      while done < count {
        let kind = FileMutation.Kind.allCases[done % FileMutation.Kind.allCases.count]
        let mutation =
          FileMutation(
            kind, of: bytes, delimiter: pieces[index].delimiter, using: &generator)
          ?? FileMutation(
            .byteFlipped, of: bytes, delimiter: pieces[index].delimiter, using: &generator)
        guard let mutation else { break }
        let outcome = judge.outcome(mutation)
        outcomes[outcome, default: 0] += 1
        if outcome == .silent {
          Issue.record(
            "\(pieces[index].path): \(mutation.kind) at byte \(mutation.offset), line \(mutation.line): \(context(mutation))"
          )
        }
        done += 1
      }
    }
    return outcomes
  }

  private static func context(_ mutation: FileMutation) -> String {
    let start = max(0, mutation.offset - 30)
    let end = min(mutation.bytes.count, mutation.offset + 30)
    return start < end ? String(decoding: mutation.bytes[start..<end], as: UTF8.self) : ""
  }

  @Test("Single mutations of ten files")
  func some() throws {
    let outcomes = try Self.run(20, seed: 1)
    #expect(outcomes[.silent, default: 0] == 0)
    // The damage must reach the reader, or the test would show nothing.
    #expect(outcomes[.reported, default: 0] > 100)
  }

  @Test(
    "10,000 single mutations of ten files",
    .enabled(
      if: ProcessInfo.processInfo.environment["TRADEWIND_SLOW_TESTS"] != nil,
      "TRADEWIND_SLOW_TESTS is not set"))
  func many() throws {
    let outcomes = try Self.run(1_000, seed: 100)
    #expect(outcomes.values.reduce(0, +) == 10_000)
    #expect(outcomes[.silent, default: 0] == 0)
    #expect(outcomes[.reported, default: 0] > 5_000)
    // Of ten files with names beside codes few damages to them stay unseen.
    #expect(outcomes[.code, default: 0] < 200)
    #expect(outcomes[.digit, default: 0] < 100)
    #expect(outcomes[.lastCell, default: 0] < 50)
  }
}
