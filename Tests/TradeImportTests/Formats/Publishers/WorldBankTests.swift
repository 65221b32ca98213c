import Diagnostics
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

@Suite("World Bank: years as columns, and the long export")
struct WorldBankTests {
  static let preamble = """
    "Data Source","World Development Indicators",

    "Last Updated Date","2020-12-16",

    "Country Name","Country Code","Indicator Name","Indicator Code","2018","2019",

    """

  @Test("Preamble, empty cells and the empty last column") func wide() throws {
    let result = imported(
      Self.preamble + """
        "Belgium","BEL","Exports of goods and services (current US$)","NE.EXP.GNFS.CD","449.5","",
        "World","WLD","GDP growth (annual %)","NY.GDP.MKTP.KD.ZG","3.1","-2",

        """, as: WorldBankWide())
    #expect(result.problems.isEmpty)
    let first = try result.only(.year(2018), reporter: "BEL")
    #expect(
      first.key
        == SeriesKey(
          reporter: "BEL", partner: "WLD", flow: .exports, product: "NE.EXP.GNFS.CD",
          basis: Basis("current"), unit: .usDollar))
    #expect(first.observation == Observation(449.5))
    #expect(first.figure?.text == "449.5")
    #expect(first.vintage == Vintage(parsing: "2020-12-16"))
    #expect(first.location.line == 6)
    #expect(
      try result.only(.year(2019), reporter: "BEL").observation == Observation(missing: .unknown))
    let growth = try result.only(.year(2019), reporter: "WLD")
    #expect(growth.key.flow == .other)
    #expect(growth.key.unit == .percent)
    #expect(growth.observation.value == -2)
  }

  @Test("A bad cell, a figure in the empty column, a short row: each is reported with its place")
  func wideProblems() throws {
    let result = imported(
      Self.preamble + """
        "Belgium","BEL","X","X","n.a.","1",
        "France","FRA","X","X","1","2",7
        "Spain","ESP","X","X","1"

        """, as: WorldBankWide())
    #expect(
      result.problems.map(\.diagnostic.id) == [
        "import.number", "worldbank.column", "csv.unequal-fields",
      ])
    let bad = try #require(result.problems.first)
    #expect(
      bad.diagnostic.location
        == InputLocation(file: "file.csv", line: 6, column: 25, record: 4))
    #expect(bad.rawText == "n.a.")
    #expect(bad.columnNumber == 5)
    #expect(bad.columnName == "2018")
    // Offset of the cell: the preamble, then 24 bytes of the row.
    #expect(bad.byteOffset == Self.preamble.utf8.count + 24)
    #expect(result.values == 3)
  }

  @Test("The long export: first header without quotes, `..`, closing lines") func long() throws {
    let result = imported(
      """
      Series Name,"Series Code","Country Name","Country Code","Time","Time Code","Value"
      Merchandise exports (current US$),"TX.VAL.MRCH.CD","China","CHN","1990","YR1990","62091000000"
      Merchandise exports (current US$),"TX.VAL.MRCH.CD","China","CHN","1991","YR1991",".."
      ,"","","","","",""
      Data from database: World Development Indicators,"","","","","",""
      Last Updated: 03/01/2023,"","","","","",""

      """, as: WorldBankLong())
    #expect(result.problems.isEmpty)
    let value = try result.only(.year(1990), reporter: "CHN", flow: .exports)
    #expect(value.observation == Observation(62_091_000_000))
    #expect(value.vintage == Vintage(parsing: "2023-03-01"))
    #expect(try result.only(.year(1991)).observation == Observation(missing: .unknown))
    #expect(result.observations.count == 2)
  }

  @Test("A time code that is none") func longTime() {
    let result = imported(
      """
      Series Name,"Series Code","Country Name","Country Code","Time","Time Code","Value"
      A,"A","China","CHN","1990","Y1990","1"

      """, as: WorldBankLong())
    #expect(result.problems.map(\.diagnostic.id) == ["worldbank.time"])
    #expect(result.observations.isEmpty)
  }
}
