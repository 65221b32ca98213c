import Reporting
import TestSupport
import Testing

/// Expected texts are set by hand from the rules of the page.
@Suite("Text writer") struct TextWriterTests {
  @Test("a release reads like one") func release() {
    #expect(
      TextWriter(width: 62).write(SampleDocument.document) == """
        Trade surplus of US$101.7 billion
        =================================
        Third quarter of 2024

        Exports exceeded imports[1], as in each of the 12 quarters
        before, and the surplus was US$101.7 billion[2].

        Partners
        --------

        - Asia first
        - 2009. was another year

        1. one
        2. two

        Table 1. Trade in goods, third quarter of 2024
        -----------------------------------------------------
                            Exports
                       -----------------
                               change on
        Partner         value       year  Imports     Balance
                       US$ bn          %   US$ bn      US$ bn
        -----------------------------------------------------
        Asia             52.0       +4.3     50.0        +2.0
          Japan          38.4        :       40.0[1]     -1.6
        -----------------------------------------------------
        United States   140.8        0.0     41.1       +99.7
        -----------------------------------------------------
        World           192.9       +1.1     91.1      +101.7
        -----------------------------------------------------
        : = not available.
        Source: customs.

        Chart
        ~~~~~

        ▁▂
          █

        Source: customs (https://example.org/a_b), see `a.csv`

        --------------------
        [1] Provisional.
        [2] Seasonally adjusted.

        """)
  }

  @Test("a table that is too wide is cut between groups and repeats its labels") func parts() {
    #expect(
      TextWriter(width: 34).write(SampleDocument.table) == """
        Table 1. Trade in goods, third
        quarter of 2024
        --------------------------------
                            Exports
                       -----------------
                               change on
        Partner         value       year
                       US$ bn          %
        --------------------------------
        Asia             52.0       +4.3
          Japan          38.4        :
        --------------------------------
        United States   140.8        0.0
        --------------------------------
        World           192.9       +1.1
        --------------------------------

        Table 1. Trade in goods, third
        quarter of 2024 (continued)
        ----------------------------------
        Partner        Imports     Balance
                        US$ bn      US$ bn
        ----------------------------------
        Asia              50.0        +2.0
          Japan           40.0[1]     -1.6
        ----------------------------------
        United States     41.1       +99.7
        ----------------------------------
        World             91.1      +101.7
        ----------------------------------
        : = not available.
        Source: customs.

        --------------------
        [1] Provisional.

        """)
  }

  @Test("an empty document is no text") func empty() {
    #expect(TextWriter().write(Document([])) == "")
    #expect(TextWriter().write(Document([.paragraph(""), .notes([])])) == "")
  }

  @Test("a number and its unit stay on one line") func unbroken() {
    let value = StyledQuantity(29.7, NumberStyle(decimals: 1, prefix: "US$", suffix: " billion"))
    #expect(
      TextWriter(width: 20).write(Document([.paragraph("It was \(value) in 2024")])) == """
        It was
        US$29.7 billion in
        2024

        """)
  }

  @Test("a range stands behind its value, without the unit") func range() {
    let forecast = StyledQuantity(30.1, .percent(), range: 28.9...31.3)
    #expect(
      TextWriter().write(Document([.paragraph("About \(forecast).")]))
        == "About 30.1% (28.9 to 31.3).\n")
  }

  @Test("list items hang, numbers of items are aligned") func lists() {
    let items = (1...10).map { Prose("item number \($0)") }
    let text = TextWriter(width: 20).write(
      Document([.list(["a text that is long enough"]), .list(items, numbered: true)]))
    #expect(text.hasPrefix("- a text that is\n  long enough\n\n 1. item number 1\n"))
    #expect(text.hasSuffix("\n10. item number 10\n"))
  }

  @Test("footnotes are numbered at their first mention, equal ones together") func footnotes() {
    let (a, b) = (Footnote("A, see also\(Footnote("C."))"), Footnote("B."))
    #expect(
      TextWriter().write(Document([.paragraph("one\(b) two\(a) three\(b)")])) == """
        one[1] two[2] three[1]

        --------------------
        [1] B.
        [2] A, see also[3]
        [3] C.

        """)
  }

  @Test("without a title the first level is underlined twice") func headings() {
    let headings = (1...4).map { Block.heading(level: $0, "日本 h") }
    #expect(
      TextWriter().write(Document(headings)) == """
        日本 h
        ======

        日本 h
        ------

        日本 h
        ~~~~~~

        日本 h

        """)
  }

  /// The only lines that may be too long are words that are.
  @Test("wrapping never exceeds the width when words fit", arguments: [20, 33, 80])
  func wrapping(width: Int) {
    var generator = RepeatableGenerator(seed: UInt64(width))
    let letters = ["a", "é", "日", "🇧🇪", "e\u{301}", "."]
    for _ in 0..<200 {
      let words = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
        (0..<Int.random(in: 1...8, using: &generator)).map { _ in
          letters[Int.random(in: 0..<letters.count, using: &generator)]
        }.joined()
      }
      let text = TextWriter(width: width).write(
        Document([.paragraph(Prose(words.joined(separator: "  \n")))]))
      let lines = text.split(separator: "\n")
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
      #expect(lines.flatMap { $0.split(separator: " ") } == words.map { $0[...] })
      // No line could take the first word of the next one.
      for (line, next) in zip(lines, lines.dropFirst()) {
        let word = next.prefix { $0 != " " }
        #expect(DisplayWidth.of(line) + 1 + DisplayWidth.of(word) > width)
      }
    }
  }
}
