import Diagnostics
import TestSupport
import TimeSeries
import Testing

@testable import TradeImport

@Suite("Typed columns") struct TypedTableTests {
  static let kinds: [String: TypedColumn.Kind] = [
    "period": .period, "partner": .text, "value": .number,
  ]

  func read(_ text: String) throws -> TypedTable {
    try TypedTableReader(columns: Self.kinds).read(
      MemorySource(Array(text.utf8), step: 11), file: "t.csv")
  }

  @Test("texts, numbers and periods as they stand") func types() throws {
    let table = try read(
      "period,note,partner,value\n2024-01,a,007,1.50\n2024-M02,b,\"Korea, Rep. of\",\n"
        + ",c,,1e-30\n2024-01,d,\"a \"\"b\"\"\",-12345678901234567890\n")
    #expect(table.diagnostics == [])
    #expect((table.rowCount, table.refusedCount) == (4, 0))
    guard case .text(let partners) = table.columns["partner"],
      case .number(let values) = table.columns["value"],
      case .period(let periods) = table.columns["period"]
    else {
      Issue.record("a column is missing")
      return
    }
    #expect((0..<4).map { partners[$0] } == ["007", "Korea, Rep. of", "", "a \"b\""])
    // The last is the double nearest to -12345678901234567890.
    #expect(values.values == [1.5, 0, 1e-30, -12_345_678_901_234_567_168])
    #expect(values.missingRows == [1])
    #expect((0..<4).map { periods[$0]?.description } == ["2024-01", "2024-02", nil, "2024-01"])
    #expect(partners.isSame(0, 0) && !partners.isSame(0, 1))
  }

  @Test("what cannot be read is reported at its place, and the row is left out") func problems()
    throws
  {
    let table = try read(
      "period,partner,value\n2024-01,DEU,1O4.2\n2024-13,DEU,1\n2024-02,DEU\n2024-03,FRA,2\n")
    #expect(
      table.diagnostics.map(\.description) == [
        "t.csv:2:13: error: value is not a number, found '1O4.2', expected digits with '.' "
          + "[typed.number]\n  hint: a letter stands where a digit is expected: '104.2'?",
        "t.csv:3:1: error: period is not a period, found '2024-13', expected a form such as 2024, "
          + "2024-Q3 or 2024-09 [typed.period]",
        "t.csv:4:1: error: record has fewer fields than the header, found 2, expected 3 "
          + "[csv.unequal-fields]\n  hint: a delimiter is missing, or a line end inside a field is "
          + "not quoted",
      ])
    #expect((table.rowCount, table.refusedCount) == (1, 3))
    guard case .number(let values) = table.columns["value"] else { return }
    #expect(values.values == [2])
  }

  @Test("a column that is not there is named") func columns() {
    #expect(throws: DiagnosticError.self) { try read("period,partner,valeu\n2024,DEU,1\n") }
  }

  @Test("more periods than a short numbering holds") func manyPeriods() throws {
    let years = (1000..<3000).map(String.init)
    let text = "period,partner,value\n" + (years + years).map { $0 + ",DEU,1\n" }.joined()
    let table = try read(text)
    guard case .period(let periods) = table.columns["period"] else {
      Issue.record("a column is missing")
      return
    }
    #expect(periods.periods.count == 2000)
    #expect((0..<4000).allSatisfy { periods[$0]?.description == years[$0 % 2000] })
  }
}
