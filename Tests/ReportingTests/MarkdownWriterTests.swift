import Reporting
import Testing

/// Expected texts follow GitHub Flavored Markdown 0.29, whose sections are named.
@Suite("Markdown writer") struct MarkdownWriterTests {
  @Test("a release is a page on GitHub") func release() {
    #expect(
      MarkdownWriter().write(SampleDocument.document) == """
        # Trade surplus of US$101.7 billion

        Third quarter of 2024

        Exports exceeded imports[^1], as in each of the 12 quarters before, and the surplus was \
        US$101.7 billion[^2].

        ## Partners

        - *Asia* first
        - 2009\\. was another year

        1. one
        2. two

        **Table 1. Trade in goods, third quarter of 2024**

        | Partner           | Exports, value (US$ bn) | Exports, change on year (%) | Imports (US$ bn) | Balance (US$ bn) |
        | ----------------- | ----------------------: | --------------------------: | ---------------: | ---------------: |
        | Asia              |                  52.0   |                      +4.3   |         50.0     |           +2.0   |
        | &nbsp;&nbsp;Japan |                  38.4   |                       :     |         40.0[^1] |           -1.6   |
        | United States     |                 140.8   |                       0.0   |         41.1     |          +99.7   |
        | **World**         |               **192.9** |                    **+1.1** |       **91.1**   |       **+101.7** |

        `:` = not available.

        Source: customs.

        ### Chart

        ```text
        ▁▂
          █
        ```

        - **Source:** [customs](https://example.org/a_b), see `a.csv`

        [^1]: Provisional.
        [^2]: Seasonally adjusted.

        """)
  }

  private func line(_ text: String) -> String {
    MarkdownWriter().write(Document([.paragraph(Prose(text))]))
  }

  @Test(
    "signs that mean something are escaped",
    arguments: [
      ("a*b*", "a\\*b\\*"),  // 6.4 emphasis
      ("_x_ y", "\\_x\\_ y"),
      ("`x`", "\\`x\\`"),  // 6.3 code spans
      ("[1]", "\\[1]"),  // 6.6 links, footnotes
      ("wow![1]", "wow!\\[1]"),
      ("a <b> c", "a \\<b> c"),  // 6.10 raw HTML
      ("R&D; &amp;", "R\\&D; \\&amp;"),  // 6.2 entities
      ("~x~", "\\~x\\~"),  // 6.5 strikethrough
      ("a\\*", "a\\\\\\*"),  // 6.1 backslash escapes
      ("# x", "\\# x"),  // 4.2 headings
      ("> x", "\\> x"),  // 5.1 quotations
      ("- x", "\\- x"),  // 5.3 lists
      ("+ x", "\\+ x"),
      ("2009. Exports", "2009\\. Exports"),
      ("3) Exports", "3\\) Exports"),
      ("2009.", "2009\\."),
      ("---", "\\---"),  // 4.1 thematic breaks
      ("===", "\\==="),  // 4.3 setext headings
      ("    code", "code"),  // 4.4 indented code
    ])
  func escaped(text: String, expected: String) { #expect(line(text) == expected + "\n") }

  @Test(
    "signs that mean nothing where they stand are left alone",
    arguments: [
      "a * b", "snake_case_name", "x < y", "R & D", "C:\\path", "#1 of 3", "-3.1% on year",
      "+3.1%", "2009.5 and more", "29.7 billion", "a | b", "(x) {y} !", "a - b # c > d",
      "US$29.7 billion",
    ])
  func plain(text: String) { #expect(line(text) == text + "\n") }

  @Test("a line break is a space") func breaks() { #expect(line("a\nb\tc") == "a b c\n") }

  @Test("an exclamation mark before a link makes no image") func image() {
    let prose: Prose = "see!\(.link("x", to: "y"))"
    #expect(MarkdownWriter().write(Document([.paragraph(prose)])) == "see\\![x](y)\n")
  }

  @Test("code and addresses keep their signs") func code() {
    let prose: Prose = """
      \(.code("a_b*")) \(.code("x`y")) \(.code("`")) \(.link("t", to: "https://e.org/a_(b) c"))
      """
    #expect(
      MarkdownWriter().write(Document([.paragraph(prose)]))
        == "`a_b*` ``x`y`` `` ` `` [t](<https://e.org/a_(b) c>)\n")
    #expect(
      MarkdownWriter().write(Document([.verbatim("```\nx")])) == "````text\n```\nx\n````\n")
  }

  @Test("bars are escaped in tables, code included") func bars() {
    let table = Table(
      stub: "a|b", columns: [TableColumn("x", unit: "|")],
      rows: [.body("\(.code("c|d"))", [.text("e|f_")])])
    #expect(
      MarkdownWriter().write(table) == """
        | a\\|b   | x (\\|) |
        | ------ | ------ |
        | `c\\|d` | e\\|f\\_ |

        """)
  }

  @Test("an empty document is no text") func empty() {
    #expect(MarkdownWriter().write(Document([])) == "")
  }
}

@Suite("CSV of tables") struct TableCSVWriterTests {
  /// The figures are those of the sample, divided by 10⁹ by hand.
  @Test("figures have full precision in the unit of the heading") func figures() {
    #expect(
      TableCSVWriter().write(SampleDocument.table) == """
        Partner,"Exports, value (US$ bn)","Exports, change on year (%)",Imports (US$ bn),Balance (US$ bn)
        Asia,52.04,4.25,50.009,2.031
        Japan,38.391,,40.009,-1.618
        United States,140.84,-0.04,41.14,99.7
        World,192.88,1.1,91.149,101.731

        """)
  }

  @Test("texts are plain, quoted where they must be") func texts() {
    let table = Table(
      stub: "a", columns: [TableColumn("", unit: "%"), TableColumn("b")],
      rows: [
        .body("x, y", [.empty, .text("\(.emphasis("z"))\(Footnote("n"))")]),
        .body("w", [.missing(.confidential), .number(nil, .integer)]),
      ])
    #expect(TableCSVWriter().write(table) == "a,%,b\n\"x, y\",,z\nw,,\n")
  }
}
