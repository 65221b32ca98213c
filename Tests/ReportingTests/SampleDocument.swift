import Reporting

/// A small release, of figures made up for these tests, that several writers are tested with.
enum SampleDocument {
  static let billions = NumberStyle(decimals: 1, divisor: 1e9)
  static let change = NumberStyle(decimals: 1, sign: .always)
  static let provisional = Footnote("Provisional.")

  static let table: Table = {
    func cells(_ exports: Double, _ growth: Double?, _ imports: Double) -> [TableCell] {
      [
        .number(exports, billions),
        .quantity(StyledQuantity(growth, change, missing: .notAvailable)),
        .number(imports, billions),
        .number(exports - imports, billions.withSign(.always)),
      ]
    }
    var japan = cells(38_391_000_000, nil, 40_009_000_000)
    japan[2] = .quantity(StyledQuantity(40_009_000_000, billions, footnotes: [provisional]))
    return Table(
      caption: "Table 1. Trade in goods, third quarter of 2024", stub: "Partner",
      columns: [
        TableColumn("value", group: "Exports", unit: "US$ bn"),
        TableColumn("change on year", group: "Exports", unit: "%"),
        TableColumn("Imports", unit: "US$ bn"),
        TableColumn("Balance", unit: "US$ bn"),
      ],
      rows: [
        .body("Asia", cells(52_040_000_000, 4.25, 50_009_000_000)),
        .body("Japan", indentation: 1, japan),
        .separator,
        .body("United States", cells(140_840_000_000, -0.04, 41_140_000_000)),
        .total("World", cells(192_880_000_000, 1.1, 91_149_000_000)),
      ],
      notes: ["Source: customs."])
  }()

  static let document: Document = {
    let surplus = StyledQuantity(
      101_731_000_000, NumberStyle(decimals: 1, divisor: 1e9, prefix: "US$", suffix: " billion"))
    return Document(
      title: "Trade surplus of \(surplus)", subtitle: "Third quarter of 2024",
      [
        .paragraph(
          """
          Exports exceeded imports\(provisional), as in each of the 12 quarters before, and the \
          surplus was \(surplus.noted(Footnote("Seasonally adjusted."))).
          """),
        .heading(level: 1, "Partners"),
        .list(["\(.emphasis("Asia")) first", "2009. was another year"]),
        .list(["one", "two"], numbered: true),
        .table(table),
        .heading(level: 2, "Chart"),
        .verbatim("▁▂\n  █"),
        .notes([
          Note(
            "Source", "\(.link("customs", to: "https://example.org/a_b")), see \(.code("a.csv"))")
        ]),
      ])
  }()
}
