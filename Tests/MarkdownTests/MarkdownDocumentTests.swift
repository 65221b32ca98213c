import Diagnostics
import Markdown
import Testing

// Expected kinds and texts follow the CommonMark 0.31 and GFM specifications; lines and columns
// were counted by hand in the texts below.

@Suite("Markdown blocks") struct MarkdownDocumentTests {
  @Test("headings, paragraphs, breaks and HTML have their lines, without blank lines after them")
  func places() throws {
    let document = MarkdownDocument(
      "# A *b* #\n\nExports **rose** by `3%`\nto [Japan](x).\n\n***\n\n\nhead\nmore\n===\n\n<div>\nx\n</div>\n\n"
    )
    #expect(document.blocks.map(\.lines) == [1...1, 3...4, 6...6, 9...11, 13...15])
    guard case .heading(let title) = document.blocks[0],
      case .paragraph(let paragraph) = document.blocks[1],
      case .thematicBreak = document.blocks[2], case .heading(let second) = document.blocks[3],
      case .html(let html) = document.blocks[4]
    else {
      Issue.record("other blocks: \(document.blocks)")
      return
    }
    #expect(title.text == "A b" && title.level == 1)
    #expect(second.text == "head more" && second.level == 1)
    #expect(paragraph.text == "Exports rose by 3%\nto Japan.")
    #expect(paragraph.source == "Exports **rose** by `3%`\nto [Japan](x).")
    #expect(html.content == "<div>\nx\n</div>\n")
    #expect(document.source(of: 3...4) == paragraph.source)
  }

  @Test("struck-out text, bare links and line breaks are read as plain text")
  func inlines() {
    let document = MarkdownDocument("a ~~b~~ www.example.org <b>c</b><br>d\\\ne\n")
    guard case .paragraph(let paragraph) = document.blocks.first else {
      return #expect(Bool(false))
    }
    #expect(paragraph.text == "a b www.example.org c\nd\ne")
  }

  @Test("front matter is kept, not read, and lines go on after it", arguments: ["---", "..."])
  func frontMatter(end: String) throws {
    let document = MarkdownDocument("--- \ntitle: x\n# no\n\(end)\n\n# Yes\n\ntext\n")
    #expect(document.frontMatter?.lines == 1...4)
    #expect(document.frontMatter?.text == "title: x\n# no\n")
    #expect(document.blocks.map(\.lines) == [6...6, 8...8])
  }

  @Test("without a closing marker there is no front matter") func openFrontMatter() {
    let document = MarkdownDocument("---\ntitle\n")
    #expect(document.frontMatter == nil)
    #expect(document.blocks.map(\.lines) == [1...1, 2...2])
  }

  @Test("a byte order mark does not hide front matter or a heading") func byteOrderMark() {
    #expect(MarkdownDocument("\u{FEFF}---\na: 1\n---\n# T\n").frontMatter?.text == "a: 1\n")
    guard case .heading(let heading) = MarkdownDocument("\u{FEFF}# T\n").blocks.first else {
      return #expect(Bool(false))
    }
    #expect(heading.text == "T")
  }

  @Test("lists and quotes hold their blocks") func containers() throws {
    let document = MarkdownDocument("- a\n- b\n\n  c\n\n3. x\n\n> q\n> - r\n")
    #expect(document.blocks.map(\.lines) == [1...4, 6...6, 8...9])
    guard case .list(let bullets) = document.blocks[0], case .list(let numbers) = document.blocks[1]
    else { return #expect(Bool(false)) }
    #expect(bullets.start == nil && bullets.items.map(\.lines) == [1...1, 2...4])
    #expect(numbers.start == 3 && numbers.items.map(\.column) == [1])
    let texts = document.allBlocks.compactMap { block in
      if case .paragraph(let paragraph) = block { paragraph.text } else { nil }
    }
    #expect(texts == ["a", "b", "c", "x", "q", "r"])
  }

  @Test("quotes nested without end are cut off and their text is kept") func deepNesting() {
    let document = MarkdownDocument(String(repeating: ">", count: 5000) + " deep\n")
    let texts = document.allBlocks.compactMap { block in
      if case .paragraph(let paragraph) = block { paragraph.text } else { nil }
    }
    #expect(texts == ["deep"])
    #expect(document.allBlocks.count == 101)  // The limit of 100 quotes and the paragraph.
  }

  @Test("an empty text has no lines and no blocks") func empty() {
    #expect(MarkdownDocument("").lines.isEmpty && MarkdownDocument("").blocks.isEmpty)
    #expect(MarkdownDocument("\n\n").blocks.isEmpty)
  }

  @Test("texts read at the same time are read alike") func concurrent() async {
    // The parser's tables of special characters belong to the process: without a lock, some of
    // these would lose their struck-out text.
    let text = String(repeating: "~~a~~ www.example.org\n\n", count: 200)
    let expected = MarkdownDocument(text)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<40 { group.addTask { MarkdownDocument(text) == expected } }
      for await isEqual in group { #expect(isEqual) }
    }
  }

  @Test("bytes that are not UTF-8 are refused with their line") func encoding() {
    let error = #expect(throws: DiagnosticError.self) {
      try MarkdownDocument(utf8: Array("a\nb".utf8) + [0xFF, 0x0A], file: "x.md")
    }
    #expect(
      error?.description
        == "x.md:2: error: the line is not UTF-8 [markdown.encoding]\n"
        + "  hint: save the file as UTF-8")
  }

  @Test("bytes in UTF-8 give the same document as their text") func bytes() throws {
    let text = "# Ausfuhr nach Österreich\r\n"
    #expect(try MarkdownDocument(utf8: Array(text.utf8), file: "x") == MarkdownDocument(text))
  }
}

@Suite("Source lines") struct SourceLineTests {
  @Test("all line ends divide lines and are kept") func endings() {
    let lines = SourceLine.lines(of: "a\nb\r\n\rc\r\n")
    #expect(
      lines == [
        SourceLine("a", .lineFeed), SourceLine("b", .carriageReturnLineFeed),
        SourceLine("", .carriageReturn), SourceLine("c", .carriageReturnLineFeed),
      ])
    #expect(SourceLine.lines(of: "a").map(\.ending) == [.none])
  }

  @Test(
    "joined lines are the text, byte for byte",
    arguments: [
      "", "\n", "a", "a\n\r\n\r", "e\u{301}\r\n\u{301}x\n", "\u{2028}\u{85}\0\n",
    ])
  func roundTrip(_ text: String) {
    #expect(Array(SourceLine.lines(of: text).joinedText.utf8) == Array(text.utf8))
  }
}
