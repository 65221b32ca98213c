import Testing

@testable import Validation

@Suite("Places in an order") struct RankTests {
  private func result(_ text: String) -> CheckResult {
    DocumentChecker().check(tableReading(text).parts[0].document)
  }

  private func broken(_ text: String) -> [[String]] {
    result(text).claims.filter { $0.verdict == .inconsistent && $0.claim.kind == .rank }
      .map { claim in
        claim.claim.figures.compactMap { id in
          tableReading(text).parts[0].document.figures.first { $0.id == id }?.text
        }
      }
  }

  @Test("cells that are places", arguments: ["3", "3.", "3rd", "No. 3", "#3", "=3"])
  func places(text: String) { #expect(PlaceInOrder(text) == .number(3)) }

  @Test("cells that are none", arguments: ["0", "3.5", "third", "A3", "", "-3", "1234567"])
  func others(text: String) { #expect(PlaceInOrder(text) == nil) }

  @Test("an order that the values keep, ties among them, is consistent and listed")
  func order() {
    let text = """
      rank,partner,2024 usd bn
      1,A,50.1
      2,B,40.0
      2,C,41.0
      4,D,12.5
      ,Total,143.6
      """
    let reading = tableReading(text)
    #expect(reading.assumptions.contains { $0.id == "rank" && $0.count == 2 })
    #expect(result(text).verdict == .consistent)
    #expect(result(text).claims.count { $0.claim.kind == .rank } == 2)
  }

  @Test("a value above the one that is ranked before it is an error of order")
  func wrongOrder() throws {
    let text = "rank,partner,2024 usd bn\n1st,A,50.1\n2nd,B,40.0\n3rd,C,48.0\n4th,D,12.5\n"
    #expect(broken(text) == [["40.0", "48.0", "3rd"]])
    let claim = try #require(result(text).claims.first { $0.verdict == .inconsistent })
    #expect(claim.decisionError == .order)
    // Half a unit of the last digit on both sides: 40.05 and 47.95.
    #expect(claim.explanation.contains("at most 40.05"))
    #expect(claim.explanation.contains("at least 47.95"))
    // Values that are equal at the printed digits can have either order.
    #expect(broken("rank,partner,2024 usd bn\n1,A,9.0\n2,B,8.1\n3,C,8.2\n").isEmpty)
  }

  @Test("two orders beside each other, as in the tables of the WTO")
  func twoOrders() {
    let text = """
      rank,exporter,exp_value_bn_usd,imp_rank,importer,imp_value_bn_usd
      1,Germany,748.3,1,United States,1303.1
      2,United States,723.8,2,Germany,601.7
      3,Japan,471.8,3,China,613.1
      """
    #expect(broken(text) == [["601.7", "613.1", "3"]])
  }

  @Test("bare numbers of rows are an order only where the values say so")
  func rowNumbers() {
    let rows = ["B,7.0", "C,9.0", "A,3.0", "E,8.0", "D,1.0", "F,4.0"]
    func table(_ rows: [String]) -> String {
      "No.,partner,2024 usd bn\n"
        + rows.enumerated().map { "\($0.offset + 1),\($0.element)\n" }.joined()
    }
    #expect(tableReading(table(rows)).assumptions.isEmpty)
    let sorted = ["C,9.0", "E,8.0", "B,7.0", "F,4.0", "A,3.0", "D,1.0"]
    #expect(tableReading(table(sorted)).assumptions.map(\.id) == ["rank"])
  }

  @Test("a record that another year exceeds")
  func record() {
    let head = "period,exports usd bn,note\n2021,10.0,\n2022,12.0,\n"
    #expect(broken(head + "2023,11.5,record\n") == [["11.5", "12.0", "record"]])
    #expect(broken(head + "2023,12.5,record\n").isEmpty)
    #expect(broken(head + "2023,9.0,lowest\n").isEmpty)
    #expect(broken(head + "2023,10.5,lowest\n") == [["10.0", "10.5", "lowest"]])
  }
}
