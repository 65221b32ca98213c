import Testing
import TradeCommands

@Suite("Exit status") struct ExitStatusTests {
  /// The numbers are a part of the interface, which scripts rely on.
  @Test("The numbers, and which is worse") func numbers() {
    let all: [TradeCommands.ExitStatus] = [.fine, .findings, .badInput, .usage, .defect]
    #expect(all.map(\.rawValue) == [0, 1, 2, 64, 70])
    #expect(all.shuffled().sorted() == all)
  }

  @Test(
    "What ends how",
    arguments: [
      ([], .fine), (["--version"], .fine), (["--help"], .fine), (["help", "show"], .fine),
      (["nonsense"], .usage), (["show"], .usage), (["show", "--width", "x", "-"], .usage),
      (["describe", "yoy"], .fine), (["describe", "nonsense"], .usage),
      (["show", "/no/such/file.csv"], .badInput), (["notebook", "run", "/none.md"], .badInput),
    ] as [([String], TradeCommands.ExitStatus)])
  func mapping(_ arguments: [String], _ expected: TradeCommands.ExitStatus) {
    let result = TradewindProgram.run(arguments, files: FileSystem())
    #expect(result.status == expected)
    // Results go to one stream, everything else to the other.
    #expect(result.output.isEmpty == (expected != .fine))
    #expect(result.errors.isEmpty == (expected == .fine))
  }

  @Test("The version") func version() {
    let result = TradewindProgram.run(["--version"], files: FileSystem())
    #expect(result.output == TradewindProgram.version + "\n")
  }
}
