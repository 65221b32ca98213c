import Markdown
import Testing

@Suite("Random texts") struct RandomTextTests {
  private let parts = [
    "\n", "\n\n", "\r\n", "\r", "> ", "- ", "1. ", "```", "~~~~", "| a | b |", "|---|---|",
    "---|---",
    "a | b", "  ", "    ", "\t", "# ", "***", "---", "===", "<!--", "-->", "<div>", "x", "é", "\\|",
    "[a]: b", "\0", "\u{FEFF}", "...", "`c`",
  ]

  @Test("blocks lie in the text, one below the other, children in their parents", arguments: 0..<8)
  func places(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func below(_ bound: Int) -> Int {
      // xorshift64 (Marsaglia, Journal of Statistical Software 8(14), 2003).
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    for _ in 0..<1500 {
      let text = (0..<below(24)).map { _ in parts[below(parts.count)] }.joined()
      let document = MarkdownDocument(text)
      #expect(Array(document.text.utf8) == Array(text.utf8))
      let all = 1...max(1, document.lines.count)
      let isOrdered = self.isOrdered(document.blocks, in: all)
      #expect(isOrdered, "\(text.debugDescription) \(document.blocks.map(\.lines))")
    }
  }

  private func isOrdered(_ blocks: [MarkdownBlock], in range: ClosedRange<Int>) -> Bool {
    var last = range.lowerBound - 1
    for block in blocks {
      let lines = block.lines
      guard lines.lowerBound > last, range.contains(lines.upperBound) else { return false }
      last = lines.upperBound
      switch block {
      case .list(let list):
        for item in list.items where !isOrdered(item.blocks, in: item.lines) { return false }
      case .quote(let quote): if !isOrdered(quote.blocks, in: lines) { return false }
      case .code(let code):
        if let closing = code.fence?.closingLine, closing != lines.upperBound { return false }
      case .table(let table):
        let rows = [table.header.line] + table.rows.map(\.line)
        if !rows.allSatisfy(lines.contains) { return false }
      default: break
      }
    }
    return true
  }
}
