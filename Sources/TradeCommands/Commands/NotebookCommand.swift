internal import ArgumentParser
internal import Diagnostics
internal import Notebooks

struct NotebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notebook",
    abstract: "Run the commands in a Markdown file, or check that its outputs are current.",
    discussion: """
      Fenced blocks marked 'tradewind' hold commands without the program's name; the
      block marked 'output' behind each is written by 'run' and compared by 'check'.

      EXAMPLES
        tradewind notebook check Notebooks-md/01-first-look.md
        tradewind notebook run report.md --output-folder build
      """,
    subcommands: [NotebookRunCommand.self, NotebookCheckCommand.self])
}

/// What both notebook commands share.
struct NotebookOptions: ParsableArguments {
  @Argument(help: "The notebooks, Markdown files.")
  var files: [String]

  @Option(name: .long, help: "The folder below which cells may write files.")
  var outputFolder = "output"

  /// Runs the cells of a notebook, in this process and one after the other.
  ///
  /// - Throws: For bytes that are not UTF-8, which could not be written back as they are, the
  ///   place of the first; for mistakes in cells, all of them.
  func run(
    _ bytes: [UInt8], from path: String, in context: inout CommandContext
  ) throws -> NotebookRun {
    let notebook = try Notebook(utf8: bytes, file: path)
    context.report(notebook.diagnostics.filter { $0.severity < .error })
    let plan = try notebook.plan()
    let files = FileSystem(outputFolder: outputFolder)
    return plan.run { arguments in
      guard arguments.first != "notebook" else {
        return CellResult(
          standardOutput: "", standardError: "error: a notebook cannot run notebooks\n",
          exitStatus: ExitStatus.usage.rawValue)
      }
      let result = TradewindProgram.run(arguments, files: files)
      return CellResult(
        standardOutput: result.output, standardError: result.errors,
        exitStatus: result.status.rawValue)
    }
  }
}

struct NotebookRunCommand: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run the cells and write their outputs into the file.")

  @OptionGroup var options: NotebookOptions

  func run(in context: inout CommandContext) throws -> ExitStatus {
    var status = ExitStatus.fine
    for path in options.files {
      let before = try context.files.read(path)
      let run = try options.run(before, from: path, in: &context)
      let failures = run.findings.filter { $0.id == "notebook.failed" }
      context.report(failures)
      if !failures.isEmpty { status = max(status, .findings) }
      let after = Array(run.text.utf8)
      if after != before { try context.files.write(after, to: path) }
    }
    return status
  }
}

struct NotebookCheckCommand: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Run the cells and compare their outputs with the file.")

  @OptionGroup var options: NotebookOptions

  func run(in context: inout CommandContext) throws -> ExitStatus {
    var status = ExitStatus.fine
    for path in options.files {
      let run = try options.run(try context.files.read(path), from: path, in: &context)
      context.report(run.findings)
      if run.findings.contains(where: { $0.severity > .note }) { status = .findings }
    }
    return status
  }
}
