internal import Markdown

/// What a cell gave: lines to show, or the command that failed.
public enum CellOutcome: Sendable, Hashable {
  /// The lines of the output block; none when the cell printed nothing.
  case printed([String])
  /// The command that ended otherwise than its cell says.
  case failed(NotebookCommand, CellResult)
}

/// A cell while it runs.
struct CellRecord {
  private let cell: NotebookCell
  private var output = ""
  private var index = 0
  private var failure: CellOutcome?

  init(_ cell: NotebookCell) { self.cell = cell }

  /// The command to run next; `nil` when the cell has ended.
  var nextCommand: NotebookCommand? {
    failure == nil && index < cell.commands.count ? cell.commands[index] : nil
  }

  /// Keeps what a command gave.
  mutating func add(_ result: CellResult, of command: NotebookCommand) {
    index += 1
    guard result.exitStatus == cell.options.exitStatus else {
      failure = .failed(command, result)
      return
    }
    output += result.standardOutput
    if cell.options.showsErrors, !result.standardError.isEmpty {
      // The message of an error begins a line of its own.
      if !output.isEmpty, output.utf8.last != 0x0A { output += "\n" }
      output += result.standardError
    }
  }

  /// What the cell gave so far.
  ///
  /// Lines are as Markdown reads them: any line end divides them, and a zero byte, which Markdown
  /// replaces, is replaced here too; else the block would never be equal to the output.
  var outcome: CellOutcome {
    failure
      ?? .printed(
        SourceLine.lines(of: output.replacing("\0", with: "\u{FFFD}")).map(\.text))
  }
}
