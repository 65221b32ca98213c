import Reporting
import Testing

@Suite("Display width") struct DisplayWidthTests {
  /// Widths by Unicode Standard Annex 11 (W and F count two) and by general category.
  @Test(
    "counts columns, not characters",
    arguments: [
      ("", 0), ("Belgium", 7), ("São Tomé", 8), ("Co\u{302}te", 4), ("Türkiye", 7),
      ("日本", 4), ("대한민국", 8), ("한", 2), ("ＧＤＰ", 6), ("ﾊﾝｶｸ", 4), ("、。", 4),
      ("🇧🇪", 2), ("🇧🇪🇨🇳", 4), ("🚢", 2), ("👩‍🔬", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("👍🏽", 2),
      ("a\u{200B}b", 2), ("€", 1), ("–", 1), ("▁▂█", 3), ("\u{A0}", 1), ("\u{2009}", 1),
      ("𠮷", 2), ("Ελλάδα", 6), ("Россия", 6), ("\u{0}", 0), ("\u{1B}", 0),
    ] as [(String, Int)])
  func widths(text: String, columns: Int) { #expect(DisplayWidth.of(text) == columns) }

  @Test("the ends of a wide range are wide, the places beside are not") func ends() {
    // Hangul syllables are AC00 to D7A3.
    #expect(DisplayWidth.of("\u{AC00}\u{D7A3}") == 4)
    #expect(DisplayWidth.of("\u{1100}") == 2)
    #expect(DisplayWidth.of("\u{10FF}") == 1)
    #expect(DisplayWidth.of("\u{FFE0}\u{FFE6}") == 4)
    #expect(DisplayWidth.of("\u{FFE8}") == 1)
  }
}

@Suite("Sparkline") struct SparklineTests {
  /// Eight equal steps from lowest to highest, by the definition.
  @Test("eight values use the eight blocks") func steps() {
    #expect(Sparkline().text([1, 2, 3, 4, 5, 6, 7, 8]) == "▁▂▃▄▅▆▇█")
    #expect(Sparkline().text([-8, 8]) == "▁█")
  }

  @Test("a gap is a space or the character that is given") func gaps() {
    #expect(Sparkline().text([1, nil, 2]) == "▁ █")
    #expect(Sparkline(missing: "·").text([nil, 1, 2, nil]) == "·▁█·")
    #expect(Sparkline(missing: "·").text([nil, nil]) == "··")
    #expect(Sparkline().text([]) == "")
  }

  @Test("a series that does not move stands in the middle") func constant() {
    #expect(Sparkline().text([5, 5, 5]) == "▄▄▄")
    #expect(Sparkline(baseline: .zero).text([0, 0]) == "▄▄")
  }

  @Test("the zero baseline shows sizes") func zero() {
    #expect(Sparkline(baseline: .zero).text([4, 8]) == "▅█")
    #expect(Sparkline().text([4, 8]) == "▁█")
    #expect(Sparkline(baseline: .zero).text([-4, -8]) == "▅▁")
    #expect(Sparkline(baseline: .zero).text([5, 5]) == "██")
  }

  @Test("the largest spans are drawn") func huge() {
    let most = Double.greatestFiniteMagnitude
    #expect(Sparkline().text([-most, 0, most]) == "▁▅█")
  }
}
