import Testing
import TradeCommands

/// Inputs that nobody hopes for: none of them may stop the program, lose data or stay without an
/// answer.
@Suite("Inputs that are hard to take") struct HostileInputTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) -> TradewindProgram.Result {
    TradewindProgram.run(arguments, files: FileSystem())
  }

  @Test("aggregate never writes what it reads", arguments: [false, true])
  func aggregateOntoInput(_ isFolder: Bool) throws {
    let text = "partner,value\nA,1\nA,2\n"
    let data = try folder.write(text, to: "d/data.csv")
    let result = run("aggregate", isFolder ? folder("d") : data, "--by", "partner", "-o", data)
    #expect(result.status == .badInput)
    #expect(result.errors.contains("[file.input]"))
    #expect(folder.text(of: "d/data.csv") == text)
  }

  @Test(
    "values with more decimals than are printed are cut in print",
    arguments: [
      ["show"], ["show", "--format", "html"], ["compute", "value * 2"], ["forecast"],
      ["backtest", "--methods", "naive,mean"],
    ])
  func manyDecimals(_ words: [String]) throws {
    let rows = (1...12).map { "2019-\($0 < 10 ? "0" : "")\($0),0.3000000000000000\($0)\n" }
    let data = try folder.write("period,value\n" + rows.joined(), to: "in.csv")
    let result = TradewindProgram.run([words[0], data] + words.dropFirst(), files: FileSystem())
    #expect(result.status == .fine, "\(result.errors)")
    #expect(!result.output.isEmpty)
  }

  @Test("a chart of numbers near the ends of the range of doubles")
  func extremeCharts() throws {
    for values in [["1e308", "-1e308"], ["0.000000000000001", "0.000000000000002"]] {
      let data = try folder.write(
        "period,value\n2020,\(values[0])\n2021,\(values[1])\n", to: "in.csv")
      let result = run("show", data, "--format", "html")
      #expect(result.status == .fine)
      #expect(!result.output.contains("inf") && !result.output.contains("nan"))
    }
  }

  @Test("the character for what cannot be read may stand in a file") func replacement() throws {
    let data = try folder.write(
      "period,partner,flow,value,unit\n2020,DEU,exports,1\u{FFFD}2,USD\n", to: "in.csv")
    let result = run("show", data)
    #expect(result.status == .badInput)
    #expect(result.errors.hasPrefix("\(data):2:18: error: "))
  }

  @Test("a notebook that is not UTF-8 is refused with its line, and left as it is")
  func otherBytes() throws {
    let path = try folder.write("", to: "n.md")
    let bytes = Array("# Caf".utf8) + [0xE9] + Array("\n\n```tradewind\ndescribe\n```\n".utf8)
    try FileSystem().write(bytes, to: path)
    for verb in ["run", "check"] {
      let result = run("notebook", verb, path)
      #expect(result.status == .badInput)
      #expect(result.errors.hasPrefix("\(path):1: error: the line is not UTF-8"))
      #expect(try FileSystem().read(path) == bytes)
    }
  }

  @Test("import does not write its problems and its result to one file") func oneFileForTwo()
    throws
  {
    let data = try folder.write("period,exports\n2020,1x\n2021,2\n", to: "in.csv")
    let result = run(
      "import", data, "--keep-going", "--problems", folder("x"), "-o", folder("x"))
    #expect(result.status == .usage)
    #expect(result.errors.contains("--problems and --output both name"))
    #expect(folder.names == ["in.csv"])
  }

  @Test("a manifest belongs to data.csv, not to a name that ends so", arguments: ["show", "check"])
  func manifestBeside(_ command: String) throws {
    // A manifest that is no JSON is an error where it is read.
    try folder.write("no JSON", to: "trade-dataset.json")
    let text = "period,value\n2020,1\n2021,2\n"
    let other = try folder.write(text, to: "trade-data.csv")
    #expect(run(command, other).status == .fine)
    try folder.write("no JSON", to: "d/dataset.json")
    let own = try folder.write(text, to: "d/data.csv")
    #expect(run("show", own).status == .badInput)
  }
}
