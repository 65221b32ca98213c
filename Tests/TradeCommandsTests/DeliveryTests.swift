import Testing
import TradeCommands

@Suite("Results in files, and read again") struct DeliveryTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) -> TradewindProgram.Result {
    TradewindProgram.run(arguments, files: FileSystem())
  }

  @Test("--output holds what would be printed, and nothing is printed") func output() throws {
    let data = try folder.write("period,value\n2024-01,1\n", to: "in.csv")
    let printed = run("show", data)
    #expect(
      run("show", data, "-o", folder("new/x.txt"))
        == .init(
          output: "", errors: "", status: .fine))
    #expect(folder.text(of: "new/x.txt") == printed.output)
    #expect(run("show", data, "-o", "-") == printed)
  }

  @Test(
    "A panel gives a file in parts what it prints, and an input is not one",
    arguments: ["csv", "json"])
  func panel(_ format: String) throws {
    // More series than are held at a time.
    let rows = (0..<300).flatMap { series in
      (1...12).map { "s\(series),2018-\($0 < 10 ? "0" : "")\($0),\(series + $0 * $0 % 7)\n" }
    }
    let data = try folder.write("series,period,value\n" + rows.joined(), to: "in.csv")
    for command in [["forecast", "--method", "naive"], ["backtest", "--methods", "naive"]] {
      let arguments = [command[0], data, "--format", format] + command.dropFirst()
      let printed = TradewindProgram.run(arguments, files: FileSystem())
      #expect(printed.status == .fine)
      let written = TradewindProgram.run(
        arguments + ["-o", folder("out.txt")], files: FileSystem())
      #expect(written.output.isEmpty)
      #expect(folder.text(of: "out.txt") == printed.output)
      #expect(folder.names == ["in.csv", "out.txt"])
      let refused = TradewindProgram.run(arguments + ["-o", data], files: FileSystem())
      #expect(refused.errors.contains("[file.input]"))
    }
  }

  @Test("An old result stays when there is no new one") func oldStays() throws {
    let data = try folder.write("period,value\n2024-01,1O\n", to: "in.csv")
    let result = try folder.write("old", to: "x.txt")
    #expect(run("show", data, "-o", result).status == .badInput)
    #expect(folder.text(of: "x.txt") == "old")
    #expect(folder.names == ["in.csv", "x.txt"])
  }

  @Test("An input is never written", arguments: ["in.csv", "./in.csv"])
  func input(_ name: String) throws {
    let text = "period,value\n2024-01,1\n"
    let data = try folder.write(text, to: "in.csv")
    let result = run("show", data, "-o", folder(name))
    #expect(result.status == .badInput)
    #expect(result.errors.contains("this file is an input, and inputs are never changed"))
    #expect(folder.text(of: "in.csv") == text)
  }

  @Test("A report replaces no folder") func folderAsOutput() throws {
    let data = try folder.write("period,value\n2024-01,1\n", to: "in.csv")
    try folder.write("kept", to: "reports/a")
    let result = run("show", data, "-o", folder("reports"))
    #expect(result.status == .badInput)
    #expect(result.errors.contains("[file.directory]"))
    #expect(folder.text(of: "reports/a") == "kept")
  }

  /// CSV that was written is read as the same numbers, so it prints the same CSV again.
  @Test(
    "CSV of show is read again as the same table",
    arguments: [
      ["Datasets/china-partners", "exports", "imports", "--partner", "EU,USA"],
      ["Datasets/china-partners", "exports", "--partner", "EU", "--measure", "yoy"],
      ["Datasets/canada-quarterly", "--basis", "constant2002"],
      ["Datasets/us-goods", "--basis", "SA+BOP"],
      ["Datasets/china-belgium", "fdi_stock_in", "--reporter", "CHN", "--unit", "USD"],
    ])
  func roundTrip(_ arguments: [String]) throws {
    try #require(CommandCaseTests.isAtRoot)
    let first = TradewindProgram.run(
      ["show"] + arguments + ["--format", "csv"], files: FileSystem())
    #expect(first.status == .fine)
    let path = try folder.write(first.output, to: "first.csv")
    let measure = arguments.contains("yoy") ? ["--measure", "yoy"] : []
    let partner = arguments.contains("EU,USA") ? ["--partner", "EU,USA"] : []
    let second = TradewindProgram.run(
      ["show", path, "--format", "csv"] + measure + partner, files: FileSystem())
    #expect(second.errors == "")
    #expect(second.output == first.output)
  }

  /// 0.1 + 0.2 is not 0.3 as a Double; 17 digits are needed to tell them apart (IEEE 754).
  @Test("CSV keeps every bit of a number") func digits() throws {
    let data = try folder.write(
      "period,value\n2024-01,0.30000000000000004\n2024-02,1e22\n2024-03,1.5e-7\n", to: "in.csv")
    let lines = run("show", data, "--format", "csv").output.split(separator: "\n")
    let values = lines.dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(
      values.map { String($0[7]) }
        == ["0.30000000000000004", "10000000000000000000000", "0.00000015"])
    let computed = run("compute", data, "value / 3", "--format", "csv").output
    #expect(computed.contains(",\(0.30000000000000004 / 3),"))
  }

  @Test("Rates are computed again from the CSV of compute") func computed() throws {
    try #require(CommandCaseTests.isAtRoot)
    let first = run(
      "compute", "Datasets/china-partners", "exports - imports", "--partner", "EU", "--period",
      "2009", "--format", "csv")
    let path = try folder.write(first.output, to: "balance.csv")
    let second = run("compute", path, "value", "--format", "csv")
    #expect(second.output == first.output)
  }
}
