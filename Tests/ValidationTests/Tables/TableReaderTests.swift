import TradeImport
import TradeModel
import Testing

@testable import Validation

@Suite("Reading tables") struct TableReaderTests {
  @Test("cells of CSV have the place of their text, without quotes")
  func delimited() throws {
    let text = "period,exports\n2024,\"1,234.5\"\n"
    let table = try #require(TableReader().delimited(text, file: "t.csv").tables.first)
    #expect(table.heading(of: 1) == "exports")
    let cell = try #require(table.cell(0, 1))
    #expect(cell.text == "1,234.5")
    #expect((cell.line, cell.column, cell.start, cell.end) == (2, 7, 21, 28))
    let bytes = Array(text.utf8)
    #expect(String(decoding: bytes[cell.start..<cell.end], as: UTF8.self) == cell.text)
  }

  @Test("cells of Markdown have the place of their text, without marks")
  func markdown() throws {
    let text = "Trade in USD bn:\n\n| Flow | 2024 |\n|---|---|\n| **Balance** | **29.5** |\n"
    let table = try #require(TableReader().markdown(text, file: "t.md").tables.first)
    #expect(table.caption == "Trade in USD bn:")
    let cell = try #require(table.cell(0, 1))
    let bytes = Array(text.utf8)
    #expect(cell.text == "29.5")
    #expect(String(decoding: bytes[cell.start..<cell.end], as: UTF8.self) == "29.5")
    #expect(cell.line == 5)
  }

  @Test("columns set with blanks are a table")
  func columns() throws {
    let text = """
      Trade, USD bn

                       2023      2024
      Exports         100.0     110.0
      Imports          80.0      80.5
      """
    let table = try #require(TableReader().columns(text, file: "t.txt").tables.first)
    #expect(
      table.rows.map { $0.map(\.text) } == [
        ["Exports", "100.0", "110.0"], ["Imports", "80.0", "80.5"],
      ])
    #expect(table.heading(of: 2) == "2024")
    #expect(table.cell(1, 2)?.column == 28)
  }

  @Test("a decimal comma is decided by all cells of the table")
  func decimalComma() throws {
    let text = "Merkmal,2007\nAusfuhren,\"969,0\"\nEinfuhren,\"772,5\"\n"
    let table = try #require(TableReader().delimited(text, file: "t.csv").tables.first)
    #expect(table.format.decimalMark == .comma)
  }

  @Test("brackets around a signed number are no minus, and (-) rounds to zero")
  func brackets() {
    let format = TableReader().delimited("a,b\nx,1.5\n", file: "t").tables[0].format
    guard case .figure(let signed, _) = CellText("(+19.0)", format),
      case .figure(let negative, _) = CellText("(3.2)", format)
    else {
      Issue.record("a number in brackets was not read")
      return
    }
    #expect(signed.significand == 190)
    #expect(negative.significand == -32)
    #expect(CellText("(-)", format) == .roundsToZero)
    #expect(CellText("_32,1", format) == .text)
    #expect(CellText("..", format) == .missing)
  }

  @Test("the form is told by extension, else by content")
  func forms() {
    #expect(InputForm(file: "a/b.CSV", text: "") == .table)
    #expect(InputForm(file: "x", text: "period,value\n2024,3\n") == .table)
    #expect(InputForm(file: "x", text: "Exports rose, imports fell.\nTrade, too, grew.\n") == .text)
    #expect(InputForm(file: "x", text: "# T\n\n| a | b |\n|---|---|\n") == .markdown)
    #expect(InputForm(file: "x", text: "  <html>") == .html)
    #expect(InputForm(file: "release.v2", text: "Exports rose.") == .text)
  }
}
