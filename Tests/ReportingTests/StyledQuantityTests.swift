import Reporting
import Testing

@Suite("Quantities and prose") struct QuantityTests {
  private let style = NumberStyle(decimals: 1, divisor: 1e9, prefix: "US$", suffix: " bn")

  @Test("one figure prints alike in a sentence and, without unit, in a table") func forms() {
    let quantity = StyledQuantity(-29_660_000_000, style, range: -30e9 ... -29e9)
    #expect(quantity.text == "-US$29.7 bn (-30.0 to -29.0)")
    #expect(quantity.bare.text == "-29.7")
    #expect(quantity.styled(style.withSign(.never)).text == "US$29.7 bn (30.0 to 29.0)")
    #expect(quantity.printed?.value == quantity.bare.printed?.value)
  }

  @Test("a missing figure prints its own mark, else that of the style") func missing() {
    #expect(StyledQuantity(nil, style).text == ":")
    #expect(StyledQuantity(nil, style, range: 1...2, missing: .confidential).text == "c")
    #expect(StyledQuantity(nil, style, missing: .notApplicable).bare.text == "x")
    #expect(StyledQuantity(nil, style).printed == nil)
    #expect(StyledQuantity(1e9, style, missing: .confidential).text == "US$1.0 bn")
  }

  @Test("footnotes are added at the end and kept by other forms") func footnotes() {
    let (a, b) = (Footnote("a"), Footnote("b"))
    let quantity = StyledQuantity(1, style, footnotes: [a]).noted(b)
    #expect(quantity.footnotes == [a, b])
    #expect(quantity.bare.footnotes == [a, b])
    #expect(quantity.styled(.integer).footnotes == [a, b])
  }

  @Test("interpolation keeps figures as figures") func interpolation() {
    let quantity = StyledQuantity(3, .percent())
    let (note, rest): (Footnote, Prose) = (Footnote("n"), " end")
    let prose: Prose = "In \(2024), \("exports") rose \(quantity)\(note)\(rest)"
    #expect(
      prose.inlines == [
        .text("In "), .text("2024"), .text(", "), .text("exports"), .text(" rose "),
        .quantity(quantity), .footnote(note), .text(" end"),
      ])
    #expect(prose.plainText == "In 2024, exports rose 3.0% end")
    #expect(("" as Prose).isEmpty)
  }

  @Test("a table lists the marks it uses once, in order") func marks() {
    let cells: [TableCell] = [
      .missing(.confidential), .quantity(StyledQuantity(nil, style, missing: .notAvailable)),
      .missing(.confidential), .quantity(StyledQuantity(1, style, missing: .notApplicable)), .empty,
    ]
    let table = Table(columns: cells.map { _ in TableColumn("") }, rows: [.body("", cells)])
    #expect(table.missingMarks == [.confidential, .notAvailable])
    #expect(table.adding(notes: ["n"]).notes == ["n"])
  }
}
