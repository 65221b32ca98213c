internal import Diagnostics
internal import Markdown

/// All sentences about notebooks, in one place; each names the file's line.
struct NotebookMessages {
  let file: String

  func syntax(
    _ line: Int, column: Int? = nil, _ message: String, hint: String
  ) -> Diagnostic {
    Diagnostic(
      "notebook.syntax", .error, at: InputLocation(file: file, line: line, column: column),
      message, hint: hint)
  }

  func syntax(_ error: CommandSyntaxError) -> Diagnostic {
    syntax(error.line, column: error.column, error.problem.message, hint: error.problem.hint)
  }

  func unclosed(_ line: Int, _ name: String) -> Diagnostic {
    syntax(
      line, "the \(name) that begins here is not closed, found the end of the text",
      hint: "end it with a fence of the same characters on a line of its own")
  }

  func nested(_ line: Int) -> Diagnostic {
    syntax(
      line, "a cell stands in a list or a quote, expected at the left margin",
      hint: "move the cell out of the list or quote")
  }

  func language(_ line: Int, _ found: Substring) -> Diagnostic {
    syntax(
      line, "unknown language \(String(found).quoted), expected '\(Notebook.cellLanguage)'",
      hint: "write it in small letters, or the cell is never run")
  }

  func option(_ line: Int, _ found: String) -> Diagnostic {
    let name = found.prefix { $0 != "=" }
    let nearest = ["exit", "errors"].nearest(to: String(name))
    return syntax(
      line, "unknown option \(found.quoted), expected 'exit=N' or 'errors'",
      hint: nearest.map { "did you mean '\($0 == "exit" ? "exit=N" : $0)'?" }
        ?? "options stand after '\(Notebook.cellLanguage)', divided by spaces")
  }

  func exitOption(_ line: Int, _ found: String) -> Diagnostic {
    syntax(
      line, "exit status \(found.quoted) is not a whole number from 0 to 255",
      hint: "write for example 'exit=64'")
  }

  func repeatedOption(_ line: Int, _ name: String) -> Diagnostic {
    syntax(line, "the option '\(name)' stands twice", hint: "keep one of them")
  }

  func outputOption(_ line: Int, _ found: String) -> Diagnostic {
    syntax(
      line, "an output block takes no options, found \(found.quoted)",
      hint: "options belong to the cell above")
  }

  func emptyCell(_ line: Int) -> Diagnostic {
    syntax(
      line, "the cell holds no command",
      hint: "write one command a line, without the program's name")
  }

  func severalCommands(_ line: Int, _ status: Int, count: Int) -> Diagnostic {
    syntax(
      line, "the cell has 'exit=\(status)' and \(count) commands, expected one command",
      hint: "give the command that must fail a cell of its own")
  }

  func programName(_ line: Int) -> Diagnostic {
    syntax(
      line, "the command begins with the program's name",
      hint: "leave out '\(Notebook.cellLanguage)'; every command of a cell belongs to it")
  }

  func orphanOutput(_ line: Int) -> Diagnostic {
    Diagnostic(
      "notebook.orphan-output", .error, at: InputLocation(file: file, line: line),
      "the output block follows no cell",
      hint: "only blank lines may stand between a cell and its output; delete or move the block")
  }

  func noCells() -> Diagnostic {
    Diagnostic(
      "notebook.no-cells", .error, at: InputLocation(file: file),
      "the text holds no cell",
      hint: "a cell is a fenced block with the info string '\(Notebook.cellLanguage)'")
  }

  func failed(_ command: NotebookCommand, _ result: CellResult, expected: Int) -> Diagnostic {
    var lines = SourceLine.lines(of: result.standardError).map(\.text)
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    let said =
      lines.isEmpty
      ? "it printed no message"
      : "its message:" + lines.map { "\n    " + $0 }.joined()
    return Diagnostic(
      "notebook.failed", .error, at: InputLocation(file: file, line: command.line),
      "command \(command.text.quoted) ended with exit status \(result.exitStatus), "
        + "expected \(expected)",
      hint: said)
  }

  func noOutput(_ cell: NotebookCell, lines: Int) -> Diagnostic {
    Diagnostic(
      "notebook.no-output", .error, at: InputLocation(file: file, line: cell.closingLine),
      "the cell prints \(lines) \(lines == 1 ? "line" : "lines"), but no output block follows it",
      hint: "run the notebook to write the block")
  }

  func needless(_ output: MarkdownBlock.CodeBlock) -> Diagnostic {
    Diagnostic(
      "notebook.stale", .error,
      at: InputLocation(file: file, line: output.lines.lowerBound),
      "the output block follows a cell that prints nothing",
      hint: "run the notebook to remove the block")
  }

  func stale(line: Int, diff: String) -> Diagnostic {
    Diagnostic(
      "notebook.stale", .error, at: InputLocation(file: file, line: line),
      "the output block differs from what the cell prints",
      hint: "run the notebook to rewrite it ('-' in the file, '+' printed now)\n" + diff)
  }
}
