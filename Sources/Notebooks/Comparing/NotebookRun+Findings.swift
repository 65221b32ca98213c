public import Diagnostics
internal import Markdown

extension NotebookRun {
  /// Where the text does not show what its cells print, in the order of the cells.
  ///
  /// Identifiers: `notebook.stale` at the first line that differs, with the difference in the hint;
  /// `notebook.no-output` at the end of a cell that prints something and has no output block;
  /// `notebook.failed` at the line of the command, with its message. None means that ``text`` is
  /// the text as it was.
  public var findings: [Diagnostic] {
    let messages = NotebookMessages(file: notebook.file)
    return zip(notebook.cells, outcomes).compactMap { cell, outcome in
      switch outcome {
      case .failed(let command, let result):
        return messages.failed(command, result, expected: cell.options.exitStatus)
      case .printed(let printed):
        guard let present = cell.output else {
          return printed.isEmpty ? nil : messages.noOutput(cell, lines: printed.count)
        }
        if printed.isEmpty { return messages.needless(present) }
        let diff = LineDiff(from: present.contentLines, to: printed)
        guard let first = diff.firstDifference else { return nil }
        return messages.stale(
          line: present.firstContentLine + first,
          diff: diff.text(firstLine: present.firstContentLine, indentation: "    "))
      }
    }
  }
}
