import Markdown
import Testing

// Lines and columns were counted by hand; the rules are in the GFM specification, 4.10.

@Suite("Tables") struct TableTests {
  private func table(_ text: String) throws -> MarkdownBlock.Table {
    let found = MarkdownDocument(text).allBlocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
    return try #require(found.first)
  }

  @Test("cells have text, alignment, line and column in bytes") func cells() throws {
    let table = try table(
      "text\n\n| a | b\\|c | d | e |\n|---|:-:|--:|:--|\n| é **1** |  22  || x |\n|3|\n\nend\n")
    #expect(table.alignments == [.none, .center, .right, .left])
    #expect(table.lines == 3...6 && table.header.line == 3)
    #expect(table.header.cells.map(\.text) == ["a", "b|c", "d", "e"])
    #expect(table.header.cells.map(\.column) == [3, 7, 14, 18])
    #expect(table.rows.map(\.line) == [5, 6])
    #expect(table.rows[0].cells.map(\.text) == ["é 1", "22", "", "x"])
    #expect(table.rows[0].cells.map(\.column) == [3, 15, 20, 22])
    #expect(table.rows[1].cells.map(\.text) == ["3", "", "", ""])
    #expect(table.rows[1].cells.map(\.column) == [2, nil, nil, nil])
  }

  @Test("a table right below a paragraph has its own lines, and so has the paragraph")
  func belowParagraph() throws {
    let text = "---\nt: x\n---\npara\nmore\n  a | bb \n---|---\n1 | 2\n"
    let table = try table(text)
    #expect(table.lines == 6...8 && table.header.line == 6)
    #expect(table.header.cells.map(\.column) == [3, 7])
    #expect(table.rows.map(\.line) == [8] && table.rows[0].cells.map(\.column) == [1, 5])
    guard case .paragraph(let paragraph) = MarkdownDocument(text).blocks.first else {
      return #expect(Bool(false))
    }
    #expect(paragraph.lines == 4...5 && paragraph.source == "para\nmore")
    #expect(paragraph.text == "para\nmore" && paragraph.column == 1)
  }

  @Test(
    "a table without rows, below a paragraph, ends with the dashes", arguments: ["", "\n", "\n\n"])
  func withoutRows(end: String) throws {
    let table = try table("para\n| a |\n|---|" + end)
    #expect(table.lines == 2...3 && table.header.line == 2 && table.rows.isEmpty)
    #expect(table.header.cells.map(\.column) == [3])
  }

  @Test("a table in a quote or an item has columns of the whole line") func inContainers() throws {
    let quoted = try table("> | a | b |\n> |---|---|\n>   | 1 | 2 |\n")
    #expect(quoted.header.cells.map(\.column) == [5, 9] && quoted.header.line == 1)
    #expect(quoted.rows[0].cells.map(\.column) == [7, 11] && quoted.rows[0].line == 3)
    let item = try table("- | a |\n  |---|\n  | 1 |\n")
    #expect(item.header.cells.map(\.column) == [5] && item.rows[0].cells.map(\.column) == [5])
  }

  @Test("tags are left out of a cell, and a break divides words") func markup() throws {
    let table = try table("| a |\n|---|\n| <b>1</b><br>`2` |\n")
    #expect(table.rows[0].cells.map(\.text) == ["1\n2"])
  }
}
