import Foundation
import TestSupport
import Testing
import TradeCommands

/// Runs every case in this process and compares byte for byte what it prints.
///
/// What the program prints today is recorded with `RECORD_GOLDEN=1`, which writes the files and
/// fails: a run that records proves nothing. The texts are golden, not a reference; figures are
/// checked against their sources where they are computed.
@Suite("Command cases") struct CommandCaseTests {
  static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"

  /// Cases name their inputs from the root of the repository.
  static let isAtRoot = FileManager.default.changeCurrentDirectoryPath(
    RepositoryFiles.root.path(percentEncoded: false))

  @Test("A command prints what it must", arguments: CommandCase.all)
  func output(_ example: CommandCase) throws {
    try #require(Self.isAtRoot)
    let line = try #require(example.text(of: "cmd"), "the file cmd is missing")
    let result = TradewindProgram.run(example.arguments(in: line), files: FileSystem())
    // Golden files hold nothing that changes with each release.
    let version = "Tradewind \(TradewindProgram.version)"
    let actual = [
      ("stdout", result.output.replacing(version, with: "Tradewind <version>")),
      ("stderr", result.errors), ("exit", "\(result.status.rawValue)\n"),
    ]
    for (file, text) in actual {
      if Self.isRecording {
        try example.record(text, as: file)
        Issue.record("recorded \(example.name)/\(file)")
        continue
      }
      let expected = try #require(
        example.text(of: file), "\(example.name)/\(file) is missing; record it and review it")
      #expect(text == expected, "\(example.name)/\(file)")
    }
  }

  @Test("There are cases of every command") func verbs() {
    let verbs = Set(CommandCase.all.map { $0.name.prefix { $0 != "/" } })
    for verb in [
      "aggregate", "backtest", "check", "compute", "describe", "forecast", "import", "notebook",
      "program", "report", "show", "sniff",
    ] {
      #expect(verbs.contains(verb[...]), "no case of \(verb)")
    }
    #expect(CommandCase.all.count <= 200, "house rule: at most 200 cases")
  }

  @Test(
    "A line is divided as a shell does it",
    arguments: [
      ("show data  exports", ["show", "data", "exports"]),
      ("compute - 'yoy(a b)' \"c'd\"", ["compute", "-", "yoy(a b)", "c'd"]),
      ("a'b c'd ''", ["ab cd", ""]), ("\n", []),
    ])
  func words(_ line: String, _ expected: [String]) {
    #expect(CommandCase.words(of: line) == expected)
  }
}
