internal import Markdown

/// What all cells of a notebook gave.
public struct NotebookRun: Sendable, Hashable {
  /// The notebook.
  public let notebook: Notebook
  /// What each cell gave, in the order of `notebook.cells`.
  public let outcomes: [CellOutcome]

  /// The text with all output blocks up to date.
  ///
  /// A block that shows what its cell prints is left as it is, and so is the block of a cell that
  /// failed; another is replaced, a missing one is put after its cell, one of a cell that prints
  /// nothing is removed. All other bytes stay. Running the result again gives the same text.
  public var text: String {
    var lines = notebook.document.lines
    // From the end, so that the numbers of the lines above stay right.
    for (cell, outcome) in zip(notebook.cells, outcomes).reversed() {
      guard case .printed(let printed) = outcome else { continue }
      update(cell, printed, in: &lines)
    }
    return lines.joinedText
  }

  private func update(_ cell: NotebookCell, _ printed: [String], in lines: inout [SourceLine]) {
    let fence = cell.closingLine - 1
    // The closing fence stands below, so this line has an end.
    let newline = lines[cell.block.lines.lowerBound - 1].ending
    guard let present = cell.output else {
      if printed.isEmpty { return }
      let last = lines[fence].ending
      lines[fence] = SourceLine(lines[fence].text, newline)
      lines.insert(
        contentsOf: [SourceLine("", newline)] + block(printed, newline, last: last), at: fence + 1)
      return
    }
    if !printed.isEmpty, bytes(present.contentLines) == bytes(printed) { return }
    let range = (present.lines.lowerBound - 1)..<present.lines.upperBound
    let last = lines[range.upperBound - 1].ending
    if printed.isEmpty {
      if last == .none { lines[fence] = SourceLine(lines[fence].text, .none) }
      lines.removeSubrange((fence + 1)..<range.upperBound)
    } else {
      lines.replaceSubrange(range, with: block(printed, newline, last: last))
    }
  }

  /// Returns an output block, its fence longer than any in it.
  private func block(
    _ printed: [String], _ newline: SourceLine.Ending, last: SourceLine.Ending
  ) -> [SourceLine] {
    let longest = printed.map { $0.drop { $0 == " " || $0 == "\t" }.prefix { $0 == "`" }.count }
    let fence = String(repeating: "`", count: max(3, (longest.max() ?? 0) + 1))
    return [SourceLine(fence + Notebook.outputLanguage, newline)]
      + printed.map { SourceLine($0, newline) } + [SourceLine(fence, last)]
  }
}

/// Lines as bytes: texts that look alike are equal as strings even where their bytes differ.
private func bytes(_ lines: [String]) -> [[UInt8]] { lines.map { Array($0.utf8) } }
