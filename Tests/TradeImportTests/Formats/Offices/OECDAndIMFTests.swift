import Diagnostics
import TestSupport
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

/// Small files in the layouts of the OECD's former portal and the IMF's trade statistics.
@Suite("OECD and IMF")
struct OECDAndIMFTests {
  static let oecd =
    "\u{FEFF}\"LOCATION\",\"INDICATOR\",\"SUBJECT\",\"MEASURE\",\"FREQUENCY\",\"TIME\",\"Value\","
    + "\"Flag Codes\"\n"
  static let dots =
    "Country Name,Country Code,Indicator Name,Indicator Code,Counterpart Country Name,"
    + "Counterpart Country Code,Attribute,2024M1,2024M2,\r\n"
  static func dots(
    _ country: String, _ partner: String, _ code: String, _ attribute: String, _ cells: String
  ) -> String {
    let numbers = ["Germany": "134", "Canada": "156", "Iran": "429"]
    return "\(country),\(numbers[country] ?? ""),\"Goods, \(code)\",\(code),\(partner),"
      + "\(numbers[partner] ?? ""),\(attribute),\(cells),\r\n"
  }

  @Test("OECD: scale in the measure, flows in the subject, flags and missing values")
  func legacy() throws {
    let text =
      Self.oecd + "\"BEL\",\"TRADEGOOD\",\"EXP\",\"BLN_USD\",\"Q\",\"2020-Q1\",1.50,\"E\"\n"
      + "\"BEL\",\"PPP\",\"TOT\",\"NATUSD\",\"A\",\"2020\",,\"M\"\n"
      + "\"BEL\",\"PPP\",\"FOOD\",\"NATUSD\",\"A\",\"2020\",0.000005,\n"
    let result = imported(text, as: OECDLegacy())
    #expect(result.problems.isEmpty)
    let exports = try result.only(.quarter(2020, 1))
    #expect(exports.observation == Observation(1_500_000_000, .estimated))
    #expect((exports.key.flow, exports.key.unit) == (.exports, .usDollar))
    #expect(exports.figure?.text == "1.50")
    #expect(try result.only(.year(2020), product: "PPP").observation.status == .notApplicable)
    let small = try result.only(.year(2020), product: "PPP.FOOD")
    #expect((small.observation.value, small.key.unit) == (0.000005, Unit("NATUSD")))
  }

  @Test(
    "OECD: damage is reported with its column",
    arguments: [
      ("\"BEL\",\"PPP\",\"TOT\",\"N\",\"A\",\"2o20\",1,\n", "import.period", "TIME"),
      ("\"BEL\",\"PPP\",\"TOT\",\"N\",\"Q\",\"2020\",1,\n", "sdmx.frequency", "TIME"),
      ("\"BEL\",\"PPP\",\"TOT\",\"N\",\"A\",\"2020\",1,\"!\"\n", "oecd.flag", "Flag Codes"),
      ("\"B?L\",\"PPP\",\"TOT\",\"N\",\"A\",\"2020\",1,\n", "oecd.code", "LOCATION"),
      ("\"BEL\",\"PPP\",\"TOT\",\"N\",\"A\",\"2020\",1.2.3,\n", "import.number", "Value"),
    ])
  func damage(record: String, id: String, column: String) throws {
    let result = imported(Self.oecd + record, as: OECDLegacy())
    let problem = try #require(result.problems.first)
    #expect((problem.diagnostic.id, problem.columnName) == (id, column))
    // Offsets are those of the file, with its byte order mark.
    #expect(problem.byteOffset.map { $0 >= Self.oecd.utf8.count } == true)
    #expect((result.account.cells, result.account.refused) == (1, 1))
  }

  @Test("IMF: statuses belong to values, mirror flows stay apart, numbers are the IMF's own")
  func directionOfTrade() throws {
    let text =
      Self.dots + Self.dots("Germany", "Canada", "TXG_FOB_USD", "Value", "10,20")
      + Self.dots("Germany", "Canada", "TXG_FOB_USD", "Status", ",e")
      + Self.dots("Canada", "Germany", "TMG_CIF_USD", "Value", "11,")
      + Self.dots("Canada", "Germany", "TBG_USD", "Value", "-5,7")
    let result = imported(text, as: IMFDirectionOfTrade())
    #expect(result.problems.isEmpty)
    let exports = try result.only(.month(2024, 2), reporter: "DEU", flow: .exports)
    #expect(exports.observation == Observation(20, .estimated))
    #expect((exports.key.partner, exports.key.basis.description) == ("CAN", "FOB"))
    let mirror = try result.only(.month(2024, 1), reporter: "CAN", flow: .imports)
    #expect((mirror.observation.value, mirror.key.basis.description) == (11, "CIF"))
    #expect(try result.only(.month(2024, 2), flow: .imports).observation.status == .unknown)
    #expect(try result.only(.month(2024, 1), flow: .balance).observation.value == -5)
    #expect(result.account.cells == 6)
  }

  @Test("IMF: a status without its value, a value below zero and another attribute are reported")
  func directionOfTradeDamage() {
    let text =
      Self.dots + Self.dots("Germany", "Canada", "TXG_FOB_USD", "Value", "-10,20")
      + Self.dots("Germany", "Canada", "TMG_CIF_USD", "Status", "e,")
      + Self.dots("Canada", "Germany", "TMG_CIF_USD", "Valve", "11,12")
    let result = imported(text, as: IMFDirectionOfTrade())
    #expect(
      result.problems.map(\.diagnostic.id).sorted() == [
        "imf.attribute", "imf.status-alone", "import.number",
      ])
    #expect((result.account.values, result.account.refused) == (1, 3))
  }

  @Test("A figure that stands twice is kept once, and reported as an error when it differs")
  func repeats() throws {
    let row = Self.dots("Germany", "Canada", "TXG_FOB_USD", "Value", "10,20")
    let other = Self.dots("Germany", "Canada", "TXG_FOB_USD", "Value", "10,21")
    let source = SourceText(
      file: "f.csv", decoded: DecodedText(Array((Self.dots + row + other).utf8)))
    let result = try #require(FormatRegistry().read(source))
    #expect(result.observations.map(\.observation.value) == [10, 20])
    #expect(result.problems.map(\.diagnostic.severity) == [.warning, .error])
    #expect(result.problems.allSatisfy { $0.diagnostic.location?.line == 3 })
    // The second figure's place in the file: its digits stand there.
    let offset = try #require(result.problems[1].byteOffset)
    #expect(Array(source.decoded.bytes[offset..<offset + 2]) == Array("21".utf8))
    #expect(result.account.isBalanced)
    #expect((result.account.values, result.account.refused) == (2, 1))
  }
}
