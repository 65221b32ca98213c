extension BlockBuilder {
  /// Makes a table; the columns of cells are found in the source, because the parser gives none
  /// that hold for a header right below a paragraph.
  func table(_ node: SyntaxNode, _ lines: ClosedRange<Int>) -> MarkdownBlock.Table {
    let alignments = node.alignments.map { letter -> MarkdownBlock.Table.Alignment in
      switch letter {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
    let headerLine = headerLine(of: node)
    var header = MarkdownBlock.Table.Row(cells: [], line: headerLine)
    var rows: [MarkdownBlock.Table.Row] = []
    for row in node.children {
      if row.kind == .tableHeader {
        let isPlaced = row.startLine + skippedLines == headerLine
        header = self.row(row, line: headerLine, from: isPlaced ? row.startColumn : nil)
      } else {
        rows.append(self.row(row, line: row.startLine + skippedLines, from: row.startColumn))
      }
    }
    return .init(alignments: alignments, header: header, rows: rows, lines: lines)
  }

  private func row(_ node: SyntaxNode, line: Int, from start: Int?) -> MarkdownBlock.Table.Row {
    let columns = cellColumns(in: Array(lines[line - 1].text.utf8), from: start)
    let cells = node.children.enumerated().map { index, cell in
      MarkdownBlock.Table.Cell(
        text: cell.text, column: index < columns.count ? columns[index] : nil)
    }
    return .init(cells: cells, line: line)
  }

  /// Returns the column of each cell of a row.
  ///
  /// A bar divides cells unless a backslash stands before it; one at the start and one at the end
  /// of the row divide nothing.
  ///
  /// A row begins at the column `start`; without it, after blanks and the marks of quotes.
  private func cellColumns(in bytes: [UInt8], from start: Int?) -> [Int] {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    let bar = UInt8(ascii: "|")
    var index = max(0, (start ?? 1) - 1)
    while index < bytes.count, isBlank(bytes[index]) || (start == nil && bytes[index] == 0x3E) {
      index += 1
    }
    if index < bytes.count, bytes[index] == bar { index += 1 }
    var columns: [Int] = []
    while index < bytes.count {
      var first = index
      while first < bytes.count, isBlank(bytes[first]) { first += 1 }
      if first == bytes.count { break }  // Blanks after the last bar.
      columns.append((bytes[first] == bar ? index : first) + 1)
      index = first
      while index < bytes.count, bytes[index] != bar {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      index += 1
    }
    return columns
  }
}
