import Diagnostics
import Notebooks
import Testing

/// A cell's content and the words a POSIX shell would pass (checked with dash, `printf '<%s>'`).
struct WordCase: Sendable, CustomTestStringConvertible {
  let line: String
  let words: [String]
  var testDescription: String { line }
  init(_ line: String, _ words: [String]) { (self.line, self.words) = (line, words) }
  static let all = [
    WordCase("a  b\tc", ["a", "b", "c"]),
    WordCase(#"a 'b c'"d e"f"#, ["a", "b cd ef"]),
    WordCase(#"'' "" x"#, ["", "", "x"]),
    WordCase(#"'a\b' "a\b" "\"\\\$\`" \'a\ b"#, [#"a\b"#, #"a\b"#, #""\$`"#, "'a b"]),
    WordCase(#"'|><;&`$(x)' "|><;& # x""#, ["|><;&`$(x)", "|><;& # x"]),
    WordCase(##"a#b \# \| \$x 3$ US\$4 a~"##, ["a#b", "#", "|", "$x", "3$", "US$4", "a~"]),
    WordCase("österreich 'é ü'", ["österreich", "é ü"]),
    WordCase("a \\\n  b \\\n c", ["a", "b", "c"]),
    WordCase("ab\\\ncd", ["abcd"]),
    WordCase(#"a \\"#, ["a", #"\"#]),
  ]
}

/// A text with a mistake and all that is said about it.
struct MistakeCase: Sendable, CustomTestStringConvertible {
  let text: String
  let message: String
  var testDescription: String { message }
  init(_ text: String, _ message: String) { (self.text, self.message) = (text, message) }
  static func line(_ line: String, _ message: String) -> MistakeCase {
    MistakeCase("# T\n\n```tradewind\nshow x\n\(line)\n```\n", message)
  }
  private static let shell =
    "outside quotes, but a cell can start no other program and write to no file "
    + "[notebook.syntax]\n  hint: put it in quotes if it is meant as it stands"
  static let all =
    ["|", ">", "<", ";", "&", "`", "$("].map {
      line("show é \($0) b", "n.md:5:9: error: '\($0)' \(shell)")
    }
    + ["(", ")", "*", "?", "[", "~"].map {
      line(
        "show \($0)b",
        "n.md:5:6: error: '\($0)' outside quotes means something in a shell, but nothing in a cell "
          + "[notebook.syntax]\n  hint: put it in quotes if it is meant as it stands")
    }
    + ["$4", "$x", "$$"].map {
      line(
        "show \($0)",
        "n.md:5:6: error: '$' begins a variable, but there are none in a cell "
          + "[notebook.syntax]\n  hint: put it in quotes if it is meant as it stands")
    } + [
      line(
        "show ${x}",
        "n.md:5:6: error: '$' begins a variable, but there are none in a cell "
          + "[notebook.syntax]\n  hint: put it in quotes if it is meant as it stands"),
      line(
        "show x # note",
        "n.md:5:8: error: '#' begins a comment after a command "
          + "[notebook.syntax]\n  hint: write the comment on a line of its own, or put '#' in quotes "
          + "if it is meant as it stands"),
      line(
        "show 'x",
        "n.md:5:6: error: the quote ' is not closed on its line "
          + "[notebook.syntax]\n"
          + "  hint: close it, or put a backslash before it if it is meant as it stands"),
      line("show \\\n  x | y", "n.md:6:5: error: '|' \(shell)"),
      line(
        "show \\",
        "n.md:5:6: error: a backslash continues the line, found the end of the cell "
          + "[notebook.syntax]\n  hint: remove the backslash"),
      line(
        "tradewind show",
        "n.md:5: error: the command begins with the program's name "
          + "[notebook.syntax]\n"
          + "  hint: leave out 'tradewind'; every command of a cell belongs to it"),
      MistakeCase("  ```tradewind\n  a |\n  ```\n", "n.md:2:5: error: '|' \(shell)"),
      MistakeCase(
        "```tradewind exti=3\na\n```\n",
        "n.md:1: error: unknown option 'exti=3', expected 'exit=N' or 'errors' [notebook.syntax]\n"
          + "  hint: did you mean 'exit=N'?"),
      MistakeCase(
        "```tradewind quiet-mode\na\n```\n",
        "n.md:1: error: unknown option 'quiet-mode', expected 'exit=N' or 'errors' "
          + "[notebook.syntax]\n  hint: options stand after 'tradewind', divided by spaces"),
      MistakeCase(
        "```tradewind exit=256\na\n```\n",
        "n.md:1: error: exit status '256' is not a whole number from 0 to 255 [notebook.syntax]\n"
          + "  hint: write for example 'exit=64'"),
      MistakeCase(
        "```tradewind exit=+1\na\n```\n",
        "n.md:1: error: exit status '+1' is not a whole number from 0 to 255 [notebook.syntax]\n"
          + "  hint: write for example 'exit=64'"),
      MistakeCase(
        "```tradewind errors errors\na\n```\n",
        "n.md:1: error: the option 'errors' stands twice [notebook.syntax]\n"
          + "  hint: keep one of them"),
      MistakeCase(
        "```tradewind exit=2\na\nb\n```\n",
        "n.md:1: error: the cell has 'exit=2' and 2 commands, expected one command "
          + "[notebook.syntax]\n  hint: give the command that must fail a cell of its own"),
      MistakeCase(
        "```tradewind\n# nothing\n```\n",
        "n.md:1: error: the cell holds no command [notebook.syntax]\n"
          + "  hint: write one command a line, without the program's name"),
      MistakeCase(
        "```tradewind\na\n",
        "n.md:1: error: the cell that begins here is not closed, found the end of the text "
          + "[notebook.syntax]\n"
          + "  hint: end it with a fence of the same characters on a line of its own"),
      MistakeCase(
        "```tradewind\na\n```\n\n```output\nx\n",
        "n.md:5: error: the output block that begins here is not closed, found the end of the text "
          + "[notebook.syntax]\n"
          + "  hint: end it with a fence of the same characters on a line of its own"),
      MistakeCase(
        "```tradewind\na\n```\n```output x\n```\n",
        "n.md:4: error: an output block takes no options, found 'x' [notebook.syntax]\n"
          + "  hint: options belong to the cell above"),
      MistakeCase(
        "- item\n\n  ```tradewind\n  a\n  ```\n",
        "n.md:3: error: a cell stands in a list or a quote, expected at the left margin "
          + "[notebook.syntax]\n  hint: move the cell out of the list or quote"),
      MistakeCase(
        "```Tradewind\na\n```\n",
        "n.md:1: error: unknown language 'Tradewind', expected 'tradewind' [notebook.syntax]\n"
          + "  hint: write it in small letters, or the cell is never run"),
      MistakeCase(
        "```tradewind\na\n```\n\ntext\n\n```output\n```\n",
        "n.md:7: error: the output block follows no cell [notebook.orphan-output]\n  hint: only "
          + "blank lines may stand between a cell and its output; delete or move the block"),
      MistakeCase(
        "```tradewind\na\n```\n[x]: y\n```output\n```\n",
        "n.md:5: error: the output block follows no cell [notebook.orphan-output]\n  hint: only "
          + "blank lines may stand between a cell and its output; delete or move the block"),
      MistakeCase(
        "# T\n\n<!--\n```tradewind\na\n```\n-->\n\n````\n```tradewind\n```\n````\n",
        "n.md: error: the text holds no cell [notebook.no-cells]\n"
          + "  hint: a cell is a fenced block with the info string 'tradewind'"),
    ]
}

@Suite("Parsing notebooks") struct NotebookParsingTests {
  @Test("words are split as a shell splits them", arguments: WordCase.all)
  func words(_ example: WordCase) {
    let notebook = Notebook("```tradewind\n\(example.line)\n```\n", file: "n.md")
    #expect(notebook.diagnostics == [])
    #expect(notebook.cells.flatMap(\.commands).map(\.arguments) == [example.words])
  }

  @Test("mistakes are named with their place", arguments: MistakeCase.all)
  func mistakes(_ example: MistakeCase) {
    let notebook = Notebook(example.text, file: "n.md")
    #expect(notebook.diagnostics.map(\.description) == [example.message])
    #expect(throws: DiagnosticError(notebook.diagnostics)) { try notebook.plan() }
  }

  @Test("all mistakes are collected, in the order of the lines") func collected() {
    let notebook = Notebook(
      "```output\n```\n\n```tradewind exit=x\na | b\nc 'd\n```\n", file: "n.md")
    #expect(notebook.diagnostics.map { $0.location?.line } == [1, 4, 5, 6])
  }

  @Test("comments and blank lines are skipped, commands keep their line and text") func commands()
    throws
  {
    let text =
      "---\nt: 1\n---\n\n~~~ tradewind errors exit=3\n\n  # a | b \\\n  show \\\n  'x' \n~~~\n"
    let notebook = Notebook(text, file: "n.md")
    let cell = try #require(notebook.cells.first)
    #expect(cell.options == CellOptions(exitStatus: 3, showsErrors: true))
    #expect(cell.commands.map(\.line) == [8])
    #expect(cell.commands.map(\.text) == ["show   'x'"])
    #expect(try notebook.plan().commands.map(\.arguments) == [["show", "x"]])
    #expect(cell.output == nil && cell.closingLine == 10)
  }

  @Test("the output block may follow at once or after blank lines", arguments: ["", "\n", " \n\n"])
  func outputBlock(between: String) throws {
    let text = "```tradewind\nsay x\n```\n\(between)~~~output\nx\n~~~\n"
    let run = try Notebook(text, file: "n.md").plan().run(stage)
    #expect(run.findings == [] && run.text == text)
  }
}
