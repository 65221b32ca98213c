import Diagnostics
import TimeSeries
import Testing

@testable import Validation

/// What a front end makes of a CSV text.
func tableReading(_ text: String, without: Set<String> = []) -> SourceReading {
  SourceReader(without: without).read(Array(text.utf8), file: "t.csv")
}

@Suite("Structure of tables") struct StructureTests {
  private func assumed(_ text: String) -> [String: Int] {
    Dictionary(
      tableReading(text).assumptions.map { ($0.id, $0.count) }, uniquingKeysWith: +)
  }

  @Test("measures as columns, periods as rows: balances, changes, quarters of months")
  func periodsAsRows() {
    let counts = assumed(
      """
      period,exports usd bn,imports usd bn,balance usd bn,exports change %
      2024-01,10.0,8.0,2.0,
      2024-02,11.0,8.0,3.0,10.0
      2024-03,12.1,8.0,4.1,10.0
      2024-Q1,33.1,24.0,9.1,
      """)
    // Four balances; two changes whose base is printed, on the month before; one quarter each of
    // exports, imports and balance.
    #expect(counts == ["balance": 4, "growth": 2, "periods": 3])
  }

  @Test("periods as columns: a change is on the level of the year before")
  func periodsAsColumns() throws {
    let reading = tableReading(
      "flow,2023 usd bn,2024 usd bn,growth\nExports,100.0,110.0,10.0%\nImports,80.0,88.0,10.0%\n")
    let growth = reading.parts[0].document.readings[0].statements.filter { $0.kind == .growth }
    #expect(growth.count == 2)
    #expect(
      growth[0].quantities.map { $0.period?.description } == ["2024", "2023"])
  }

  @Test("one observation a row, with values and changes as printed")
  func long() {
    let counts = assumed(
      """
      measure,period,value,unit,yoy
      exports,2023,100.0,USD bn,
      imports,2023,80.0,USD bn,
      exports,2024,110.0,USD bn,10.0%
      imports,2024,84.0,USD bn,5.0%
      balance,2024,26.0,USD bn,
      """)
    #expect(counts == ["growth": 2, "balance": 1])
  }

  @Test("totals and shares; a total is no sum of overlapping rows")
  func totals() {
    let sums = assumed(
      "partner,2024 usd bn,2024 share %\nA,60.0,60.0\nB,25.0,25.0\nOthers,15.0,15.0\nTotal,100.0,100.0\n"
    )
    #expect(sums == ["sum": 1, "share": 3])
    // APEC and the EU overlap the countries, as in the Hong Kong yearbooks.
    let overlapping = assumed(
      "partner,2024 usd bn\nTotal,100.0\nA,60.0\nB,25.0\nAPEC,80.0\nEU,30.0\n")
    #expect(overlapping.isEmpty)
  }

  @Test("sub-totals of the rows above them, and the total of the sub-totals")
  func subtotals() {
    func table(_ asia: String) -> String {
      """
      partner,2023 usd bn,2024 usd bn
      China,9.0,10.0
      Japan,6.0,5.0
      Asia total,15.0,\(asia)
      Germany,7.5,8.0
      France,4.5,4.0
      Europe total,12.0,12.0
      World total,27.0,27.0
      """
    }
    #expect(assumed(table("15.0")) == ["sum": 6])
    let right = InputChecker().check(tableReading(table("15.0")))
    #expect(right.verdict == .consistent)
    // One wrong sub-total does not hide that it is one; 14.9 to 15.1 is what its rows allow.
    let wrong = InputChecker().check(tableReading(table("16.0")))
    #expect(wrong.verdict == .inconsistent)
    let first = wrong.parts[0].result.repairs.first
    #expect(wrong.figures.first { $0.id == first?.figures.first }?.text == "16.0")
  }

  @Test("columns that add up, and names that leave nothing out")
  func parts() {
    let rows = (1...6).map { "2024-0\($0),\($0 * 10),\($0 * 7),\($0 * 3)" }
    #expect(
      assumed("period,total,petroleum,other goods\n" + rows.joined(separator: "\n") + "\n")
        == ["columns": 6])
    #expect(
      assumed(
        "Merkmal,Wert 2007 Mrd EUR\nAusfuhren insgesamt,\"969,0\"\nAusfuhren EU,\"627,5\"\nAusfuhren Drittstaaten,\"341,5\"\n"
      )
        == ["complement": 1])
  }

  @Test("a level beside a year to date is not above it")
  func toDate() throws {
    let reading = tableReading("country,month_musd,year_to_date_musd\nA,10.0,90.0\nB,20.0,100.0\n")
    let identities = reading.parts[0].document.readings[0].identities
    #expect(identities.map(\.relation) == [.notNegative, .notNegative])
    #expect(identities.map(\.id) == ["to-date/1", "to-date/2"])
  }

  @Test("an identity that fails in most places is none")
  func contradicted() {
    #expect(
      assumed("period,exports,imports,balance\n2021,10,8,7\n2022,10,8,5\n2023,10,8,2\n")
        .isEmpty)
  }

  @Test("what is switched off is not assumed")
  func switchedOff() {
    let text = "period,exports,imports,balance\n2021,10,8,2\n2022,10,8,2\n"
    #expect(tableReading(text).assumptions.map(\.id) == ["balance"])
    #expect(tableReading(text, without: ["balance"]).assumptions.isEmpty)
  }

  @Test("each vintage is a document of its own")
  func vintages() {
    let reading = tableReading(
      "vintage,period,exports,imports,balance\n2024-02,2024-01,10,8,2\n2024-03,2024-01,11,8,3\n")
    #expect(reading.parts.map(\.name) == ["2024-02", "2024-03"])
    #expect(
      reading.parts.map { $0.document.figures.map(\.id) } == [
        ["f1", "f2", "f3"], ["f4", "f5", "f6"],
      ])
  }

  @Test("a change without a time is compared with a year before")
  func timeless() throws {
    // China customs on Belgium, 2002: total 48.98 (+15.2 %), exports 28.76, imports 20.22.
    let reading = tableReading(
      "item,value_100m_usd,change_pct\ntotal,48.98,15.2\nchina_exports,28.76,13.7\nchina_imports,20.22,17.5\n"
    )
    #expect(reading.assumptions.map(\.id) == ["growth", "total-trade"])
    // Of this year and of the year before, which nobody printed.
    #expect(reading.parts[0].document.readings[0].identities.count == 2)
  }
}

@Suite("Bad tables") struct BadTableTests {
  @Test("a table without numbers")
  func noNumbers() {
    let reading = tableReading("date,event\n1971,relations\n")
    #expect(reading.parts.allSatisfy { $0.document.figures.isEmpty })
    #expect(tableReading("name,remark\na,b\n").diagnostics.map(\.id) == ["check.no-figures"])
  }

  @Test("an empty file and one that is no text say so once")
  func noText() {
    for bytes in [[], Array("a,b\u{0}\n1,2\n".utf8)] {
      let reading = SourceReader().read(bytes, file: "t.csv")
      #expect(reading.diagnostics.count == 1)
      #expect(reading.diagnostics.first?.severity == .error)
    }
  }

  @Test("contradictory units")
  func units() throws {
    let reading = tableReading("period,exports usd bn,unit\n2023,10.0,EUR\n2024,11.0,EUR\n")
    let finding = try #require(reading.diagnostics.first)
    #expect(finding.id == "check.units")
    #expect(finding.severity == .error)
    #expect(finding.location?.line == 2)
  }

  @Test("a column that is half text")
  func halfText() throws {
    let reading = tableReading(
      "period,exports usd bn\n2021,10.0\n2022,about ten\n2023,11.0\n2024,a record\n")
    let finding = try #require(reading.diagnostics.first)
    #expect(finding.id == "check.half-text")
    #expect(finding.severity == .error)
    #expect(finding.location?.line == 3)
    #expect(reading.parts[0].document.figures.count == 2)
  }

  @Test("a single cell that is no number")
  func noNumber() {
    let reading = tableReading("partner,2023 usd bn\nA,1.0\nB,2.0\nC,\"_32,1\"\nD,4.0\nE,5.0\n")
    #expect(reading.diagnostics.map(\.id) == ["check.not-a-number"])
  }
}
