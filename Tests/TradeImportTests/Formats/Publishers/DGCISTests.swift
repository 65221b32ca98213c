import Diagnostics
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

@Suite("DGCI&S: an HTML table that calls itself a spreadsheet")
struct DGCISTests {
  static func page(_ rows: String, heading: String = "Import :: Country-wise all commodities")
    -> String
  {
    """
    <script>var x = "<table>";</script>
    <html><body><p>Department<br>Export Import Data Bank<br>
     \(heading)</p>
    <p align=right>Dated: 4/16/2020<BR>Values in US$ Million</p>
    <table><tr><th>S.No.</th><th>HSCode</th><th>Commodity</th><th>2015-2016</th>
    <th> 2016-2017 </th><th>%Growth</th></tr>
    <br><font>Country: &nbsp;CHINA P RP</font>
    \(rows)
    </table></body></html>
    """
  }

  static let rows = """
    <tr><td>1.</td><td>03</td><td>FISH &amp; CO</td><td align=right>1,000.85 </td>
    <td>&nbsp;</td><td>-99.16</td></tr>
    <tr><td>&nbsp;</td><td>&nbsp;</td><td><b>Total</td><td>61,707.95</td><td>61,283.03</td>
    <td>-0.69</td></tr>
    <tr><td colspan=3>India's Total</td><td>381,007.74</td><td>384,357.02</td><td>0.88</td></tr>
    <tr><td colspan=3>%Share</td><td>16.1960</td><td>15.9443</td><td>&nbsp;</td></tr>
    """

  @Test("Fiscal years, thousands, missing cells, totals with spans") func page() throws {
    let result = imported(Self.page(Self.rows), as: DGCISPage())
    #expect(result.problems.isEmpty)
    #expect(result.observations.count == 12)
    let first = Period.fiscalYear(from: Month(year: 2015, month: 4))
    let fish = try result.only(first, product: "03")
    #expect(
      fish.key
        == SeriesKey(
          reporter: "IND", partner: "CHN", flow: .imports, product: "03", unit: .usDollar))
    #expect(fish.observation.value == 1_000_850_000)
    #expect(fish.figure == PublishedFigure(printed: "1000.85", scale: .million))
    #expect(fish.vintage == Vintage(parsing: "2020-04-16"))
    #expect(
      try result.only(first.next, product: "03").observation == Observation(missing: .unknown))
    let growth = try result.only(first.next, product: "03", measure: .yearOverYear)
    #expect(growth.observation.value == -99.16)
    #expect(growth.key.unit == .percent)
    let india = try result.only(first, partner: "WLD", product: "TOTAL")
    #expect(india.observation.value == 381_007_740_000)
    let share = try result.only(first.next, partner: "CHN", product: "TOTAL", basis: "share")
    #expect(share.observation.value == 15.9443)
    #expect(share.key.unit == .percent)
  }

  @Test("A parts of a year that is provisional; exports in rupees") func partOfYear() throws {
    let text = Self.page(Self.rows, heading: "Export :: Country-wise all commodities")
      .replacing(" 2016-2017 ", with: "2016-2017(Apr-Feb(P))")
      .replacing("US$ Million", with: "Rs. Lacs")
    let result = imported(text, as: DGCISPage())
    let part = Period(from: Month(year: 2016, month: 4), count: 11)
    let total = try result.only(part, partner: "WLD", product: "TOTAL")
    #expect(total.observation == Observation(38_435_702_000, .provisional))
    #expect(total.key.unit == Unit("INR"))
    #expect(total.key.flow == .exports)
  }

  @Test("A bad number stands where it is reported") func badNumber() throws {
    let text = Self.page(
      "<tr><td>1.</td><td>03</td><td>FISH</td><td>1,0,0.85</td>\n<td>5</td><td>x</td></tr>")
    let result = imported(text, as: DGCISPage())
    #expect(result.problems.map(\.rawText) == ["1,0,0.85", "x"])
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for problem in result.problems {
      let location = try #require(problem.diagnostic.location)
      let line = try #require(location.line)
      let column = try #require(location.column)
      #expect(lines[line - 1].dropFirst(column - 1).hasPrefix(problem.rawText))
      let offset = try #require(problem.byteOffset)
      #expect(
        String(decoding: Array(text.utf8)[offset...], as: UTF8.self).hasPrefix(problem.rawText))
    }
    #expect(result.problems.map(\.columnName) == ["2015-2016", "%Growth"])
  }

  @Test("A page without a table of years, and one without a unit") func noTable() {
    let empty = imported(
      "<html>Export Import Data Bank<table><tr><td>No data</td></tr></table>", as: DGCISPage())
    #expect(empty.problems.map(\.diagnostic.id) == ["dgcis.no-table"])
    let noUnit = imported(
      Self.page(Self.rows).replacing("Values in US$ Million", with: ""), as: DGCISPage())
    #expect(noUnit.problems.map(\.diagnostic.id) == ["dgcis.heading"])
  }

  @Test("A row that covers other columns is reported whole") func wrongSpan() {
    let result = imported(
      Self.page("<tr><td>1.</td><td>03</td><td colspan=2>FISH</td><td>5</td></tr>"),
      as: DGCISPage())
    #expect(result.problems.map(\.diagnostic.id) == ["dgcis.columns"])
    #expect(result.observations.isEmpty)
  }
}

@Suite("HTML pages")
struct HTMLPageTests {
  @Test("Tables, spans, sections, tables in cells, text around") func structure() {
    let page = HTMLPage(
      """
      <p>before <b>bold</b></p><style>p {}</style>
      <table><thead><tr><th colspan="2">A</th></tr></thead>
      <tbody><tr><td>1<br>2</td><td>&#8364; &lt;<table><tr><td>inner</td></tr></table></td></tr>
      </tbody></table>after
      """)
    #expect(page.texts.map(\.text) == ["before", "bold", "after"])
    #expect(page.texts.map(\.line) == [1, 1, 4])
    #expect(page.tables.count == 2)
    #expect(page.tables[0].rows.map { $0.cells.map(\.text) } == [["A"], ["1 2", "€ <"]])
    #expect(page.tables[0].rows[0].cells[0].columnSpan == 2)
    #expect(page.tables[0].rows[0].cells[0].isHeading)
    #expect(page.tables[0].rows[0].columnCount == 2)
    #expect(page.tables[1].rows.map { $0.cells.map(\.text) } == [["inner"]])
  }

  @Test("Cells are found by the column they begin in") func columns() {
    let row = HTMLPage("<table><tr><td colspan=2>a<td>b</tr></table>").tables[0].rows[0]
    #expect(row.cell(at: 0)?.text == "a")
    #expect(row.cell(at: 1) == nil)
    #expect(row.cell(at: 2)?.text == "b")
    #expect(row.cell(at: 3) == nil)
  }

  @Test("What is no page, and nesting without end, give no table and no crash") func broken() {
    #expect(HTMLPage("").tables.isEmpty)
    #expect(HTMLPage("plain text").tables.isEmpty)
    #expect(HTMLPage([0xFF, 0x00, 0x3C, 0x74]).tables.isEmpty)
    let deep = String(repeating: "<div>", count: 5_000) + "x"
    #expect(HTMLPage(deep).tables.isEmpty)
  }

  @Test("Letters outside ASCII, whatever the page says of its encoding") func encoding() {
    let page = HTMLPage(
      "<meta charset=gb2312><table><tr><td>出口</td><td>é</td></tr></table>")
    #expect(page.tables[0].rows[0].cells.map(\.text) == ["出口", "é"])
  }
}
