import TestSupport
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

/// All figures of the small tables are by hand.
@Suite("Printed balances that contradict their flows") struct ContradictedBalanceTests {
  private func table(_ rows: String) -> Dataset {
    dataset("period,partner,flow,value,printed,scale,vintage,source\n" + rows)
  }

  @Test("One that its flows do not allow is kept and not used") func replaced() throws {
    let data = table(
      """
      2022,CHN,exports,7800000000,7.8,1e9,2023,a
      2022,CHN,imports,35300000000,35.3,1e9,2023,a
      2022,CHN,balance,-27500000000,-27.5,1e9,2023-09,b
      2022,CHN,balance,-35300000000,-35.3,1e9,2025,c

      """)
    #expect(data.contradictions.map(\.printed.observation.value) == [-35.3e9])
    #expect(data.observations.compactMap(\.observation.value).contains(-35.3e9))
    let used = data.observations(Selection(flows: [.balance]))
    #expect(used.map(\.observation.value) == [-27.5e9, -27.5e9])
    let computed = try #require(used.last)
    #expect(computed.observation.status == .derived && computed.figure == nil)
    #expect(computed.vintage == Vintage(parsing: "2025"))
    // Two figures of one decimal of a billion: each is off by 0.05 at most.
    #expect(abs(computed.halfUnit - 1e8) < 1)
  }

  @Test("What rounding explains is used as printed") func rounding() {
    // 12.34 and 5.67 may be 12.345 and 5.665, so 6.68 may be right; 6.69 may not.
    let rows = { (balance: String) in
      """
      2024,CHN,exports,12.34,12.34,1,,a
      2024,CHN,imports,5.67,5.67,1,,a
      2024,CHN,balance,\(balance),\(balance),1,,a

      """
    }
    #expect(table(rows("6.68")).contradictions.isEmpty)
    #expect(table(rows("6.69")).contradictions.count == 1)
  }

  @Test("Flows that came later may be revised and say nothing") func later() {
    let data = table(
      """
      2023,CHN,balance,5,5,1,2024-01,a
      2023,CHN,exports,20,20,1,2024-06,a
      2023,CHN,imports,10,10,1,2024-06,a

      """)
    #expect(data.contradictions.isEmpty)
    #expect(data.used.count == 3)
  }

  @Test("In the datasets of the project", arguments: [("us-goods", 0), ("china-belgium", 2)])
  func datasets(name: String, count: Int) throws {
    // china-belgium/README: the Belgian imports of 2022, 35.3, are printed as the balance by two
    // sources; exports of 7.8 less them are -27.5, which others print.
    let data = Dataset(
      path: name, data: (try RepositoryFiles.bytes(at: "Datasets/\(name)/data.csv"), "data.csv"),
      manifest: (try RepositoryFiles.bytes(at: "Datasets/\(name)/dataset.json"), "dataset.json"))
    let found = data.contradictions
    #expect(found.count == count, "\(found.map(\.printed.location))")
  }
}
