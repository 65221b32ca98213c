import Testing
import TradeCommands

@Suite("The commands notebook run and notebook check") struct NotebookCommandTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) -> TradewindProgram.Result {
    TradewindProgram.run(["notebook"] + arguments, files: FileSystem())
  }

  /// A notebook with one cell on a small file in the folder.
  private func notebook(_ cell: String, output: String? = nil) throws -> String {
    try folder.write("period,value\n2024-01,100.5\n2024-02,101\n", to: "in.csv")
    let command = cell.replacing("IN", with: folder("in.csv"))
    let block = output.map { "\n```output\n\($0)\n```\n" } ?? ""
    return try folder.write("# Title\n\n```tradewind\n\(command)\n```\n\(block)", to: "n.md")
  }

  /// The table that `show` prints for the file above.
  private let table = """
    --------------
    Period   value
    --------------
    2024-01  100.5
    2024-02  101.0
    --------------
    """

  @Test("run writes the output, then check is content and run changes nothing") func fresh() throws
  {
    let path = try notebook("show IN")
    #expect(run("check", path).status == .findings)
    #expect(run("run", path) == .init(output: "", errors: "", status: .fine))
    let text = try #require(folder.text(of: "n.md"))
    #expect(text.contains("\n```output\n\(folder("in.csv"))\n\(table)\n```\n"))
    #expect(run("check", path) == .init(output: "", errors: "", status: .fine))
    #expect(run("run", path).status == .fine)
    #expect(folder.text(of: "n.md") == text)
  }

  @Test("A stale output is shown with its line, and check leaves the file alone") func stale()
    throws
  {
    let path = try notebook("show IN")
    _ = run("run", path)
    let fresh = try #require(folder.text(of: "n.md"))
    try folder.write(fresh.replacing("100.5", with: "100.6"), to: "n.md")
    let result = run("check", path)
    #expect(result.status == .findings)
    #expect(result.output.isEmpty)
    // Line 1 is the title, 3 to 5 the cell, 7 opens the output, 12 holds January.
    #expect(result.errors.hasPrefix("\(path):12: error: the output block differs"))
    #expect(result.errors.contains("-2024-01  100.6\n"))
    #expect(result.errors.contains("+2024-01  100.5\n"))
    #expect(folder.text(of: "n.md")?.contains("100.6") == true)
  }

  @Test("A command that fails is reported at its line, with its message") func failing() throws {
    let path = try notebook("show IN\nshow none.csv")
    for verb in ["run", "check"] {
      let result = run(verb, path)
      #expect(result.status == .findings)
      #expect(
        result.errors.contains(
          "\(path):5: error: command 'show none.csv' ended with exit status 2, expected 0"))
      #expect(result.errors.contains("none.csv: error: there is no such file [file.not-found]"))
    }
  }

  @Test("A failure that is announced is none") func announced() throws {
    let path = try folder.write("```tradewind exit=2\nshow none.csv\n```\n", to: "n.md")
    #expect(run("run", path).status == .fine)
    #expect(folder.text(of: "n.md")?.contains("none.csv: error: there is no such file") == true)
    #expect(run("check", path).status == .fine)
  }

  @Test("A cell writes below the output folder only") func outputFolder() throws {
    let inside = try notebook("show IN -o \(folder("out/table.txt"))")
    #expect(run("run", inside, "--output-folder", folder("out")).status == .fine)
    #expect(folder.text(of: "out/table.txt") == "\(folder("in.csv"))\n\(table)\n")

    let outside = try notebook("show IN -o \(folder("elsewhere.txt"))")
    let result = run("run", outside, "--output-folder", folder("out"))
    #expect(result.status == .findings)
    #expect(result.errors.contains("[file.outside]"))
    #expect(folder.text(of: "elsewhere.txt") == nil)

    let sideways = try notebook("show IN -o \(folder("out/../elsewhere.txt"))")
    #expect(run("run", sideways, "--output-folder", folder("out")).status == .findings)
    #expect(folder.text(of: "elsewhere.txt") == nil)
  }

  @Test("A cell cannot run notebooks, nor other programs") func noPrograms() throws {
    let path = try notebook("notebook run \(folder("n.md"))")
    let result = run("run", path)
    #expect(result.status == .findings)
    #expect(result.errors.contains("a notebook cannot run notebooks"))
    let shell = try notebook("ls /")
    #expect(run("run", shell).errors.contains("'ls' is not a subcommand"))
  }

  @Test("Of several notebooks all are checked, and the worst decides") func several() throws {
    try folder.write("```tradewind exit=2\nshow none.csv\n```\n", to: "a.md")
    try folder.write("```tradewind exit=2\nshow other.csv\n```\n", to: "b.md")
    #expect(run("run", folder("a.md")).status == .fine)
    let result = run("check", folder("a.md"), folder("b.md"))
    #expect(result.status == .findings)
    #expect(!result.errors.contains("a.md"))
    #expect(result.errors.contains("b.md"))
    #expect(run("check", folder("a.md"), folder("none.md")).status == .badInput)
  }

  @Test("A notebook that cannot be planned is not run and not written") func orphan() throws {
    let text = "```output\nnobody\n```\n\n```tradewind\nshow none.csv -o out/x\n```\n"
    let path = try folder.write(text, to: "n.md")
    for verb in ["run", "check"] {
      let result = run(verb, path)
      #expect(result.status == .badInput)
      #expect(result.errors.hasPrefix("\(path):1: error: the output block follows no cell"))
      #expect(!result.errors.contains("none.csv"))
    }
    #expect(folder.text(of: "n.md") == text)
  }
}
