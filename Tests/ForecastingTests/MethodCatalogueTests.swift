import Forecasting
import Testing

@Suite("The catalogue of methods") struct MethodCatalogueTests {
  @Test("every method of the command line is described, and names differ") func complete() {
    for method in ForecastMethod.named {
      #expect(MethodCatalogue.entry(named: method.description)?.purpose == .forecast, "\(method)")
    }
    for method in ReconciliationMethod.allCases {
      #expect(MethodCatalogue.entry(named: method.rawValue)?.purpose == .reconciliation)
    }
    #expect(Set(MethodCatalogue.names).count == MethodCatalogue.entries.count)
  }

  @Test("every entry says what, how and from where") func texts() {
    for entry in MethodCatalogue.entries {
      #expect(entry.definition.hasSuffix("."), "\(entry.name)")
      #expect(!entry.summary.hasSuffix("."), "\(entry.name)")
      #expect(!entry.formula.isEmpty && !entry.source.isEmpty && !entry.edgeCases.isEmpty)
    }
  }
}
