import Diagnostics
import Notebooks
import Testing

/// A stand-in for the program: `say X` prints X and a line end, `print X` prints X, `fail N X`
/// prints "before", writes X to standard error and ends with N; all else prints nothing.
func stage(_ arguments: [String]) -> CellResult {
  switch arguments.first {
  case "say": CellResult(standardOutput: arguments.dropFirst().joined(separator: " ") + "\n")
  case "print":
    CellResult(
      standardOutput: arguments.dropFirst().joined(separator: " ").replacing("/", with: "\n"))
  case "fail":
    CellResult(
      standardOutput: "before", standardError: arguments.dropFirst(2).joined(separator: "\n"),
      exitStatus: arguments.dropFirst().first.flatMap(Int.init) ?? 1)
  default: CellResult(standardOutput: "")
  }
}

/// A text and the text after a run, both written by hand from the format's description.
struct RunCase: Sendable, CustomTestStringConvertible {
  let name: String
  let before: String
  let after: String
  var testDescription: String { name }
  init(_ name: String, _ before: String, _ after: String) {
    (self.name, self.before, self.after) = (name, before, after)
  }
  static let all = [
    RunCase(
      "inserted", "```tradewind\nsay a\n```\nText\n",
      "```tradewind\nsay a\n```\n\n```output\na\n```\nText\n"),
    RunCase(
      "inserted, no final line end", "x\r\n\r\n~~~~tradewind\r\nsay a\r\n~~~~",
      "x\r\n\r\n~~~~tradewind\r\nsay a\r\n~~~~\r\n\r\n```output\r\na\r\n```"),
    RunCase(
      "replaced, blank lines kept", "```tradewind\nsay a\n```\n\n\n~~~ output\nb\nc\n~~~ \nX",
      "```tradewind\nsay a\n```\n\n\n```output\na\n```\nX"),
    RunCase(
      "up to date, left as it is", "```tradewind\nsay a\n```\n  ~~~~ output \n  a\n~~~~~\n",
      "```tradewind\nsay a\n```\n  ~~~~ output \n  a\n~~~~~\n"),
    RunCase(
      "removed", "```tradewind\nquiet\n```\n\n```output\nb\n```\n\nText",
      "```tradewind\nquiet\n```\n\nText"),
    RunCase(
      "removed when empty", "```tradewind\nquiet\n```\n\n```output\n```\n",
      "```tradewind\nquiet\n```\n"),
    RunCase(
      "removed at the end without a line end", "```tradewind\nquiet\n```\n\n```output\nb\n```",
      "```tradewind\nquiet\n```"),
    RunCase(
      "fences in the output", "```tradewind\nprint '```a/  ````/~~~'\n```\n",
      "```tradewind\nprint '```a/  ````/~~~'\n```\n\n`````output\n```a\n  ````\n~~~\n`````\n"),
    RunCase(
      "several commands and cells", "```tradewind\nprint a\nsay b\n```\n\n```tradewind\nsay ü\n```",
      "```tradewind\nprint a\nsay b\n```\n\n```output\nab\n```\n\n"
        + "```tradewind\nsay ü\n```\n\n```output\nü\n```"),
    RunCase(
      "an error on purpose", "```tradewind exit=64\nfail 64 'bad: x'\n```\n",
      "```tradewind exit=64\nfail 64 'bad: x'\n```\n\n```output\nbefore\nbad: x\n```\n"),
    RunCase(
      "errors shown", "```tradewind errors\nfail 0 note\n```\n```tradewind\nfail 0 note\n```\n",
      "```tradewind errors\nfail 0 note\n```\n\n```output\nbefore\nnote\n```\n"
        + "```tradewind\nfail 0 note\n```\n\n```output\nbefore\n```\n"),
    RunCase(
      "a failing cell keeps its block, later cells run",
      "```tradewind\nfail 2 x\nsay no\n```\n\n```output\nold\n```\n\n```tradewind\nsay yes\n```\n",
      "```tradewind\nfail 2 x\nsay no\n```\n\n```output\nold\n```\n\n"
        + "```tradewind\nsay yes\n```\n\n```output\nyes\n```\n"),
    RunCase(
      "blank lines printed", "```tradewind\nprint '//'\n```\n",
      "```tradewind\nprint '//'\n```\n\n```output\n\n\n```\n"),
  ]
}

@Suite("Running notebooks") struct NotebookRunTests {
  @Test("output blocks are written, all else stays", arguments: RunCase.all)
  func run(_ example: RunCase) throws {
    let run = try Notebook(example.before, file: "n.md").plan().run(stage)
    #expect(Array(run.text.utf8) == Array(example.after.utf8), "\(run.text)")
    let again = try Notebook(run.text, file: "n.md").plan().run(stage)
    #expect(Array(again.text.utf8) == Array(example.after.utf8))
    let isFine = !again.findings.contains { $0.id != "notebook.failed" }
    #expect(isFine)
    #expect(
      run.findings.isEmpty == (run.outcomes == again.outcomes && example.before == example.after))
  }

  @Test("commands that wait give the same run") func waiting() async throws {
    let plan = try Notebook(RunCase.all[10].before, file: "n.md").plan()
    let waited = await plan.run { arguments in
      await Task.yield()
      return stage(arguments)
    }
    let direct = plan.run { stage($0) }
    #expect(waited == direct)
  }

  @Test("an error of the caller goes through") func thrown() throws {
    let plan = try Notebook("```tradewind\na\n```\n", file: "n.md").plan()
    #expect(throws: DiagnosticError([])) {
      try plan.run { _ throws(DiagnosticError) in throw DiagnosticError([]) }
    }
  }

  @Test("line ends and zero bytes in the output do not make a block stale for ever")
  func strangeOutput() throws {
    let before = "```tradewind\na\n```\n"
    let strange: ([String]) -> CellResult = { _ in
      CellResult(standardOutput: "a\r\nb\rc\0\u{2028}\u{301}\n\n")
    }
    let text = try Notebook(before, file: "n.md").plan().run(strange).text
    let again = try Notebook(text, file: "n.md").plan().run(strange)
    #expect(again.findings == [] && again.text == text)
    #expect(text == before + "\n```output\na\nb\nc\u{FFFD}\u{2028}\u{301}\n\n```\n")
  }

  @Test("the whole text of what is found") func findings() throws {
    let text = """
      ```tradewind
      print 'a/b/c/d/'
      ```

      ```output
      a
      b\u{20}
      c
      d
      x
      ```

      ```tradewind
      say 1
      ```

      ```tradewind
      print '1/2'
      ```

      ```tradewind
      say fine
      fail 64 'n: error: bad' '  hint: good' ''
      ```

      ```tradewind exit=3
      quiet
      ```

      ```tradewind
      quiet
      ```

      ```output
      ```

      """
    let run = try Notebook(text, file: "n.md").plan().run(stage)
    #expect(
      run.findings.map(\.description).joined(separator: "\n") == """
        n.md:7: error: the output block differs from what the cell prints [notebook.stale]
          hint: run the notebook to rewrite it ('-' in the file, '+' printed now)
            @@ -6,5 +6,4 @@
             a
            -b·
            +b
             c
             d
            -x
        n.md:15: error: the cell prints 1 line, but no output block follows it [notebook.no-output]
          hint: run the notebook to write the block
        n.md:19: error: the cell prints 2 lines, but no output block follows it [notebook.no-output]
          hint: run the notebook to write the block
        n.md:23: error: command 'fail 64 'n: error: bad' '  hint: good' '…' ended with exit status 64, expected 0 [notebook.failed]
          hint: its message:
            n: error: bad
              hint: good
        n.md:27: error: command 'quiet' ended with exit status 0, expected 3 [notebook.failed]
          hint: it printed no message
        n.md:34: error: the output block follows a cell that prints nothing [notebook.stale]
          hint: run the notebook to remove the block
        """)
  }
}
