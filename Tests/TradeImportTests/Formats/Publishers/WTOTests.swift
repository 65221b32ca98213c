import Diagnostics
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

@Suite("WTO: data in Windows-1252, metadata in UTF-8")
struct WTOTests {
  static let header = """
    "Indicator Category","Indicator Code","Indicator","Reporting Economy Code",\
    "Reporting Economy ISO3A Code","Reporting Economy","Partner Economy Code",\
    "Partner Economy ISO3A Code","Partner Economy","Product/Sector Classification Code",\
    "Product/Sector Classification","Product/Sector Code","Product/Sector","Period Code","Period",\
    "Frequency Code","Frequency","Unit Code","Unit","Year","Value Flag Code","Value Flag",\
    "Text Value","Value"

    """

  /// A row with the cells that matter.
  static func row(
    _ reporter: String = #""056","BEL","Belgium""#, period: String = "A", year: String = "2018",
    flag: String = "", text: String = "", value: String
  ) -> String {
    "\"T\",\"ITS_MTV_AX\",\"Merchandise exports by product \u{2013} annual\",\(reporter),\"000\",\"\","
      + "\"World\",\"SITC3\",\"SITC\",\"MACL\",\"Clothing\",\"\(period)\",\"P\",\"A\",\"Annual\","
      + "\"USM\",\"Million US dollar\",\"\(year)\",\"\(flag)\",\"F\",\"\(text)\",\"\(value)\"\n"
  }

  @Test("Codes keep zeros, flags become statuses, exponents stay exact") func data() throws {
    let text =
      Self.header + Self.row(flag: "E", value: "2.5")
      + Self.row(#""000","","World""#, flag: "B", value: "3E-06")
      + Self.row(period: "Q2", value: "7") + Self.row(period: "M11", value: "8")
    // In Windows-1252 the dash is the byte 0x96.
    let bytes = text.unicodeScalars.map { $0 == "\u{2013}" ? 0x96 : UInt8($0.value) }
    let result = imported(bytes, as: WTOData(), encoding: .windows1252)
    #expect(result.problems.isEmpty)
    let belgium = try result.only(.year(2018), reporter: "BEL")
    #expect(belgium.key.partner == "WLD")
    #expect(belgium.key.flow == .exports)
    #expect(belgium.key.product == "MACL")
    #expect(belgium.observation == Observation(2_500_000, .estimated))
    #expect(belgium.figure == PublishedFigure(printed: "2.5", scale: .million))
    let world = try result.only(.year(2018), reporter: "WLD")
    #expect(world.observation == Observation(3, .breakInSeries))
    #expect(try result.only(.quarter(2018, 2)).observation.value == 7_000_000)
    #expect(try result.only(.month(2018, 11)).observation.value == 8_000_000)
  }

  @Test("Text in place of a value, unknown flag, bad number") func problems() {
    let result = imported(
      Self.header + Self.row(text: "Confidential", value: "") + Self.row(flag: "?", value: "1")
        + Self.row(year: "2019", value: "1,5"), as: WTOData())
    #expect(
      result.problems.map(\.diagnostic.id) == ["wto.text-value", "wto.flag", "import.number"])
    #expect(result.observations.map(\.observation) == [Observation(missing: .confidential)])
  }

  @Test("The metadata file is told from the data") func metadata() {
    let header = Self.header.replacing(
      #""Year","Value Flag Code","Value Flag","Text Value","Value""#, with: #""Category","Value""#)
    let result = imported(
      header + Self.row(value: "x").replacing(#""2018","","F","","x""#, with: #""Coverage","x""#),
      as: WTOMetadata())
    #expect(result.problems.map(\.diagnostic.id) == ["wto.metadata"])
    #expect(result.observations.isEmpty)
    let source = SourceText(file: "m.csv", decoded: DecodedText(Array(header.utf8)))
    #expect(WTOData().recognise(source) == nil)
  }
}
