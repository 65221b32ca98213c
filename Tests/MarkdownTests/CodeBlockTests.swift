import Markdown
import Testing

// Lines and columns were counted by hand; the rules for fences are in CommonMark 0.31, 4.5.

/// A text with one block of code and where its parts stand.
struct CodeCase: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let content: [String]
  let opening: Int
  let closing: Int?
  let last: Int
  var testDescription: String { name }
  static let all = [
    CodeCase(name: "plain", text: "```\na\n```\n", content: ["a"], opening: 1, closing: 3, last: 3),
    CodeCase(
      name: "no final line end", text: "x\n\n```\na\n```", content: ["a"], opening: 3, closing: 5,
      last: 5),
    CodeCase(name: "empty", text: "```\n```\nx", content: [], opening: 1, closing: 2, last: 2),
    CodeCase(name: "only a fence", text: "```", content: [], opening: 1, closing: nil, last: 1),
    CodeCase(
      name: "not closed", text: "```\na\n\n", content: ["a", ""], opening: 1, closing: nil, last: 3),
    CodeCase(
      name: "shorter fence inside", text: "````\n```\n````\n", content: ["```"], opening: 1,
      closing: 3, last: 3),
    CodeCase(
      name: "tildes inside", text: "```\n~~~\n```\n", content: ["~~~"], opening: 1, closing: 3,
      last: 3),
    CodeCase(
      name: "longer closing fence", text: "  ~~~\r\n   a\r\n b\r\n~~~~ \r\n", content: [" a", "b"],
      opening: 1, closing: 4, last: 4),
    CodeCase(
      name: "quote mark at the end of an open block", text: "```\na\n> ```",
      content: ["a", "> ```"],
      opening: 1, closing: nil, last: 3),
    CodeCase(
      name: "in a quote", text: "> ```\n> a\n> ```\n", content: ["a"], opening: 1, closing: 3,
      last: 3),
    CodeCase(
      name: "in an item, ended by the item", text: "- ```\n  a\n\nb\n", content: ["a", ""],
      opening: 1, closing: nil, last: 3),
    CodeCase(
      name: "after front matter", text: "---\nx: 1\n---\n```\na\n```\n", content: ["a"], opening: 4,
      closing: 6, last: 6),
  ]
}

@Suite("Blocks of code") struct CodeBlockTests {
  private func code(_ text: String) throws -> MarkdownBlock.CodeBlock {
    let found = MarkdownDocument(text).allBlocks.compactMap { block in
      if case .code(let code) = block { code } else { nil }
    }
    return try #require(found.first)
  }

  @Test("fences and content have their lines", arguments: CodeCase.all)
  func fences(_ example: CodeCase) throws {
    let block = try code(example.text)
    #expect(block.contentLines == example.content)
    #expect(block.fence?.openingLine == example.opening)
    #expect(block.firstContentLine == example.opening + 1)
    #expect(block.fence?.closingLine == example.closing)
    #expect(block.lines == example.opening...example.last)
  }

  @Test("an open block in an item is not closed by the next block's fence") func neighbour() throws
  {
    let block = try code("- ```\n  a\n```\nx\n```\n")
    #expect(block.contentLines == ["a"] && block.fence?.closingLine == nil)
    #expect(block.lines == 1...2)
  }

  @Test("a fence has its character, length, indentation and column") func fence() throws {
    let block = try code("  ~~~~  csv  name=a&amp;b \n  x\n  ~~~~\n")
    let fence = try #require(block.fence)
    #expect(fence.character == .tilde && fence.length == 4)
    #expect(fence.indentation == 2 && fence.column == 3)
    #expect(block.info == "csv  name=a&b" && block.language == "csv")
    #expect(block.content == "x\n")
  }

  @Test("an indented block has no fence") func indented() throws {
    let block = try code("a\n\n    b\n\n      c\n\n\nd\n")
    #expect(block.fence == nil && block.info.isEmpty && block.language.isEmpty)
    #expect(block.contentLines == ["b", "", "  c"] && block.lines == 3...5)
    #expect(block.firstContentLine == 3)
  }
}
