internal import Markdown

/// Leaves only the running text of a Markdown file, every byte at its place.
enum ProseMask {
  /// The text of headings, paragraphs and lists; the lines of tables, code and pages are blanks.
  static func runningText(of document: MarkdownDocument) -> String {
    var blank: Set<Int> = Set(document.frontMatter.map { Array($0.lines) } ?? [])
    for block in document.allBlocks {
      switch block {
      case .table, .code, .html, .thematicBreak: blank.formUnion(block.lines)
      case .heading, .paragraph, .list, .quote: break
      }
    }
    var text = ""
    for (index, line) in document.lines.enumerated() {
      text +=
        blank.contains(index + 1)
        ? String(repeating: " ", count: line.text.utf8.count) : line.text
      text += line.ending.rawValue
    }
    return text
  }
}
