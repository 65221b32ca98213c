public import Markdown

/// A block of commands and the block that shows what they print.
public struct NotebookCell: Sendable, Hashable {
  /// The block of the commands.
  public let block: MarkdownBlock.CodeBlock
  /// The line of the closing fence.
  public let closingLine: Int
  /// What stands after the language in the info string.
  public let options: CellOptions
  /// The commands, in order.
  public let commands: [NotebookCommand]
  /// The block with the output; `nil` when there is none yet.
  public let output: MarkdownBlock.CodeBlock?
}

/// One command of a cell.
public struct NotebookCommand: Sendable, Hashable {
  /// The words after the program's name.
  public let arguments: [String]
  /// The command as it is written, continued lines joined.
  public let text: String
  /// The line it begins on, counted from 1 in the whole text.
  public let line: Int
}

/// How a cell must end and what of it is shown.
public struct CellOptions: Sendable, Hashable {
  /// The exit status the cell's command must end with; 0 unless `exit=N` says so.
  public let exitStatus: Int
  /// Whether standard error is shown in the output block, after the command's output.
  ///
  /// True with `errors`, and where the exit status is not 0: such a cell is there for its message.
  public let showsErrors: Bool

  /// Makes options.
  public init(exitStatus: Int = 0, showsErrors: Bool = false) {
    self.exitStatus = exitStatus
    self.showsErrors = showsErrors || exitStatus != 0
  }
}
