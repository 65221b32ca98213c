/// Makes blocks of the parser's nodes and puts their places right.
///
/// The parser counts from the line after the front matter, ends some blocks a line late, says
/// nothing about closing fences, and loses the place of a table's header, and of the paragraph
/// above it, when no blank line stands between the two.
struct BlockBuilder {
  /// All lines of the source.
  let lines: [SourceLine]
  /// How many of them the parser did not see.
  let skippedLines: Int

  /// Returns the blocks of some nodes, all of which end before a line.
  func blocks(of nodes: [SyntaxNode], before limit: Int) -> [MarkdownBlock] {
    nodes.indices.compactMap { index in
      let following = index + 1 < nodes.count ? nodes[index + 1] : nil
      // A table's own start is not to be trusted, see above.
      let end = following.map { startLine(of: $0) } ?? limit
      return block(nodes[index], following: following, before: end)
    }
  }

  private func block(
    _ node: SyntaxNode, following: SyntaxNode?, before limit: Int
  ) -> MarkdownBlock? {
    let lines = range(of: node, before: limit)
    switch node.kind {
    case .heading:
      let text = node.text.replacing("\n", with: " ")
      return .heading(
        .init(level: node.headingLevel, text: text, lines: lines, column: node.startColumn))
    case .paragraph: return .paragraph(paragraph(node, lines, following: following))
    case .code: return .code(codeBlock(node, lines, before: limit))
    case .table: return .table(table(node, lines))
    case .list:
      let items = node.children.indices.map { index in
        let item = node.children[index]
        let end = index + 1 < node.children.count ? startLine(of: node.children[index + 1]) : limit
        let content = blocks(of: item.children, before: end)
        return MarkdownBlock.Item(
          blocks: content, lines: extended(range(of: item, before: end), over: content.last?.lines),
          column: item.startColumn)
      }
      return .list(
        .init(
          start: node.listStart, items: items, lines: extended(lines, over: items.last?.lines)))
    case .quote:
      let content = blocks(of: node.children, before: limit)
      return .quote(.init(blocks: content, lines: extended(lines, over: content.last?.lines)))
    case .thematicBreak: return .thematicBreak(.init(lines: lines))
    case .html:
      let content = SourceLine.lines(of: node.literal).map { $0.text + "\n" }.joined()
      return .html(.init(content: content, lines: lines))
    case .document, .item, .tasklist, .tableHeader, .tableRow, .tableCell: return nil
    }
  }

  /// Returns the line a node begins on, in the whole source.
  private func startLine(of node: SyntaxNode) -> Int {
    node.kind == .table ? headerLine(of: node) : node.startLine + skippedLines
  }

  /// Returns a node's lines without blank ones at the end.
  private func range(of node: SyntaxNode, before limit: Int) -> ClosedRange<Int> {
    let start = max(1, startLine(of: node))
    var end = min(node.endLine + skippedLines, limit - 1, lines.count)
    while end > start, lines[end - 1].isBlank { end -= 1 }
    return start...max(start, end)
  }

  /// Returns a container's lines with those of its last block, which may end with blank lines: a
  /// block of code that is not closed keeps them.
  private func extended(
    _ lines: ClosedRange<Int>, over last: ClosedRange<Int>?
  ) -> ClosedRange<Int> {
    lines.lowerBound...max(lines.upperBound, last?.upperBound ?? 0)
  }

  /// Returns the line of a table's header: two above the first row, or one above the dashes.
  func headerLine(of table: SyntaxNode) -> Int {
    if let row = table.children.first(where: { $0.kind == .tableRow }) {
      return row.startLine + skippedLines - 2
    }
    var end = min(table.endLine + skippedLines, lines.count)
    while end > 1, lines[end - 1].isBlank { end -= 1 }
    return max(1, end - 1)
  }

  private func paragraph(
    _ node: SyntaxNode, _ range: ClosedRange<Int>, following: SyntaxNode?
  ) -> MarkdownBlock.Paragraph {
    var (range, column) = (range, node.startColumn)
    // The parser gives a paragraph right above a table no place, and its place to the table.
    if node.startLine == 0, let table = following, table.kind == .table {
      let start = table.startLine + skippedLines
      range = start...max(start, headerLine(of: table) - 1)
      column = table.startColumn
    }
    let source = range.map { line in
      let text = lines[line - 1].text
      guard line == range.lowerBound else { return text }
      return String(decoding: text.utf8.dropFirst(max(0, column - 1)), as: UTF8.self)
    }
    return .init(
      text: node.text, source: source.joined(separator: "\n"), lines: range,
      column: max(1, column))
  }

  private func codeBlock(
    _ node: SyntaxNode, _ range: ClosedRange<Int>, before limit: Int
  ) -> MarkdownBlock.CodeBlock {
    let content = SourceLine.lines(of: node.literal).map(\.text)
    let start = range.lowerBound
    guard let fence = node.fence else {
      return .init(
        info: "", contentLines: content, firstContentLine: start, fence: nil, lines: range)
    }
    let character =
      fence.character == 0x7E ? MarkdownBlock.CodeBlock.Fence.Character.tilde : .backquote
    let after = start + content.count + 1
    let isClosed =
      after < limit && after <= lines.count
      && isClosingFence(lines[after - 1].text, fence.character, atLeast: fence.length)
    let end = isClosed ? after : max(start, min(after - 1, limit - 1, lines.count))
    return .init(
      info: node.info, contentLines: content, firstContentLine: start + 1,
      fence: .init(
        character: character, length: fence.length, indentation: fence.indentation,
        openingLine: start, column: node.startColumn, closingLine: isClosed ? after : nil),
      lines: start...end)
  }

  /// Returns whether a line is a closing fence once the marks of quotes are taken off.
  private func isClosingFence(_ line: String, _ character: UInt8, atLeast length: Int) -> Bool {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    let marks = line.utf8.drop { isBlank($0) || $0 == 0x3E }
    let rest = marks.drop { $0 == character }
    return marks.count - rest.count >= length && rest.allSatisfy(isBlank)
  }
}
