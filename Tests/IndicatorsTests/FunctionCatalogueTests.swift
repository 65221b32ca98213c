import Indicators
import Testing

@Suite("Catalogue of functions") struct FunctionCatalogueTests {
  @Test("names are different and find their entry in any case")
  func names() throws {
    let names = FunctionCatalogue.names.map { $0.lowercased() }
    #expect(Set(names).count == names.count)
    for entry in FunctionCatalogue.entries {
      for name in [entry.name] + entry.aliases {
        #expect(FunctionCatalogue.entry(named: name) == entry)
        #expect(FunctionCatalogue.entry(named: name.uppercased()) == entry)
      }
    }
    #expect(FunctionCatalogue.entry(named: "nothing") == nil)
  }

  @Test("every entry says everything", arguments: FunctionCatalogue.entries)
  func complete(_ entry: FunctionEntry) {
    for text in [
      entry.usage, entry.summary, entry.definition, entry.formula, entry.example, entry.source,
    ] {
      #expect(!text.isEmpty && !text.hasSuffix("\n"))
    }
    #expect(!entry.edgeCases.isEmpty)
    #expect(entry.usage.contains(entry.name))
    #expect(entry.definition.hasSuffix("."))
    #expect(!entry.summary.hasSuffix("."))
  }

  @Test("an entry reads as a whole")
  func text() {
    #expect(
      FunctionCatalogue.entry(named: "coverRatio")?.text == """
        cover: exports in percent of imports

        Use: cover, or cover(x, m)
        Also called: coverRatio

        How much of the imports the exports pay for, 100 for equal values.

        Formula: 100 * X / M
        Unit: percent

        Edge cases:
        - no imports: missing
        - a side below zero: missing
        - a side missing: missing

        Example: 220 and 180: 122.2222

        Source: INSEE, definitions: coverage rate of foreign trade
        """)
  }
}
