import Diagnostics
import TestSupport
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

/// Small files in the layouts of UN Comtrade.
@Suite("UN Comtrade")
struct ComtradeTests {
  static let legacyHeader = ComtradeLegacy.names.joined(separator: ",") + "\r\n"
  static let plusHeader = ComtradePlus.names.joined(separator: ",") + "\n"

  /// A record of the former layout; cells that are not named are as in a plain total.
  static func legacy(_ cells: [String: String] = [:]) -> String {
    let usual = [
      "Classification": "H4", "Year": "2013", "Period": "2013", "Period Desc.": "2013",
      "Aggregate Level": "2", "Is Leaf Code": "0", "Trade Flow Code": "2", "Trade Flow": "Export",
      "Reporter Code": "56", "Reporter": "Belgium", "Reporter ISO": "BEL", "Partner Code": "842",
      "Partner": "USA", "Partner ISO": "USA", "Commodity Code": "02", "Commodity": "Meat",
      "Qty Unit Code": "1", "Qty Unit": "No Quantity", "Trade Value (US$)": "100", "Flag": "0",
    ]
    return ComtradeLegacy.names.map { cells[$0] ?? usual[$0] ?? "" }.map(quoted)
      .joined(separator: ",") + "\r\n"
  }

  /// A record of the present layout, with quotes and the comma at its end.
  static func plus(_ cells: [String: String] = [:]) -> String {
    let usual = [
      "typeCode": "C", "freqCode": "A", "refPeriodId": "20140101", "refYear": "2014",
      "refMonth": "52", "period": "2014", "reporterCode": "764", "reporterISO": "THA",
      "reporterDesc": "Thailand", "flowCode": "M", "flowDesc": "Import", "partnerCode": "0",
      "partnerISO": "W00", "partnerDesc": "World", "partner2Code": "0", "partner2ISO": "W00",
      "partner2Desc": "World", "classificationCode": "H4", "classificationSearchCode": "HS",
      "isOriginalClassification": "true", "cmdCode": "8542", "cmdDesc": "Circuits",
      "aggrLevel": "4", "isLeaf": "false", "customsCode": "C00", "customsDesc": "TOTAL CPC",
      "mosCode": "0 ", "motCode": "0", "motDesc": "TOTAL MOT", "qtyUnitCode": "-1",
      "qtyUnitAbbr": "N/A", "isQtyEstimated": "false", "altQtyUnitCode": "-1",
      "altQtyUnitAbbr": "N/A", "isAltQtyEstimated": "false", "isNetWgtEstimated": "false",
      "isGrossWgtEstimated": "false", "cifvalue": "500", "primaryValue": "500",
      "legacyEstimationFlag": "0", "isReported": "true", "isAggregate": "false",
    ]
    return ComtradePlus.names.map { cells[$0] ?? usual[$0] ?? "" }
      .map { $0.isEmpty ? "" : "\"\($0)\"" }.joined(separator: ",") + ",\n"
  }

  private static func quoted(_ cell: String) -> String {
    cell.contains { ",\"\n".contains($0) } ? "\"\(cell)\"" : cell
  }

  @Test("Codes keep their zeros, texts may have several lines, names of flows are checked")
  func codesAndTexts() throws {
    let text =
      Self.legacyHeader
      + Self.legacy(["Commodity Code": "00", "Commodity": "Live animals,\nother than fish"])
      + Self.legacy(["Trade Flow Code": "3", "Trade Flow": "re-Export"])
      + Self.legacy(["Trade Flow Code": "4", "Trade Flow": "Re-Import"])
      + Self.legacy(["Trade Flow Code": "1", "Trade Flow": "Export"])
    let result = imported(text, as: ComtradeLegacy())
    #expect(result.observations.map(\.key.product) == ["00", "02", "02"])
    #expect(result.observations.map(\.key.flow) == [.exports, .reExports, .reImports])
    // The record behind the text of two lines stands on line 4.
    #expect(result.observations[1].location.line == 4)
    let problem = try #require(result.problems.first)
    #expect(problem.diagnostic.id == "comtrade.record")
    #expect(problem.diagnostic.location?.line == 6)
    #expect(problem.diagnostic.location?.record == 5)
    #expect((problem.columnNumber, problem.columnName) == (8, "Trade Flow"))
    #expect(problem.rawText == "Export")
    #expect(result.account.refused == 7)
  }

  @Test("A quantity of zero is not an empty one, and flags say which numbers are estimates")
  func quantities() throws {
    let text =
      Self.legacyHeader
      + Self.legacy(["Qty": "0", "Netweight (kg)": "0"])
      + Self.legacy([
        "Commodity Code": "03", "Commodity": "Fish", "Qty Unit Code": "8",
        "Qty Unit": "Weight in kilograms", "Qty": "0", "Netweight (kg)": "7", "Flag": "4",
      ])
      + Self.legacy([
        "Commodity Code": "04", "Commodity": "Milk", "Qty Unit Code": "5",
        "Qty Unit": "Number of items", "Qty": "12", "Netweight (kg)": "7", "Flag": "6",
      ])
      + Self.legacy(["Commodity Code": "05", "Commodity": "Other", "Qty": "3"])
    let result = imported(text, as: ComtradeLegacy())
    #expect(result.account.leftOut["quantity 0 without a unit"] == 1)
    #expect(result.account.leftOut["weight 0 beside a value, which stands for not given"] == 1)
    // The flags' bits: 2 for the quantity, 4 for the weight.
    let zero = try result.only(.year(2013), product: "03", measure: .quantity)
    #expect((zero.observation.value, zero.observation.status) == (0, .normal))
    #expect(zero.key.unit == Unit("kg"))
    #expect(
      try result.only(.year(2013), product: "03", measure: .weight).observation.status
        == .estimated)
    let items = try result.only(.year(2013), product: "04", measure: .quantity)
    #expect((items.observation.value, items.observation.status) == (12, .estimated))
    #expect(items.key.unit == Unit("u"))
    #expect(result.problems.map(\.diagnostic.id) == ["comtrade.no-unit"])
  }

  @Test("All products have no code, months are read, editions are named")
  func totalsAndMonths() throws {
    let text =
      Self.legacyHeader
      + Self.legacy([
        "Commodity Code": "TOTAL", "Commodity": "All Commodities", "Year": "2013",
        "Period": "201303", "Period Desc.": "March 2013", "Classification": "H3",
      ])
      + Self.legacy([
        "Commodity Code": "TOTAL", "Commodity": "ALL COMMODITIES", "Trade Value (US$)": "",
      ])
    let result = imported(text, as: ComtradeLegacy())
    #expect(result.observations.map(\.key.product) == ["", ""])
    #expect(result.observations.map(\.period) == [.month(2013, 3), .year(2013)])
    #expect(result.observations[1].observation == Observation(missing: .unknown))
    #expect(result.problems.isEmpty)
    #expect(result.notes.contains { $0.message.contains("H3 (2013), H4 (2013)") })
  }

  @Test("The comma at the end of records shifts no column; month 52 is the year")
  func plusColumns() throws {
    let text =
      Self.plusHeader + Self.plus(["qtyUnitCode": "5", "qtyUnitAbbr": "u", "qty": "7.5"])
      + Self.plus([
        "partnerCode": "490", "partnerISO": "S19", "partnerDesc": "Other Asia, nes",
        "netWgt": "12", "isNetWgtEstimated": "true", "grossWgt": "0",
      ])
    let result = imported(text, as: ComtradePlus())
    #expect(result.problems.isEmpty)
    let value = try result.only(.year(2014), partner: "WLD")
    #expect((value.observation.value, value.key.unit) == (500, .usDollar))
    #expect(value.figure?.text == "500")
    #expect(try result.only(.year(2014), measure: .quantity).observation.value == 7.5)
    // Other Asia is no country, so it is not made one.
    let weight = try result.only(.year(2014), partner: "S19", measure: .weight)
    #expect((weight.observation.value, weight.observation.status) == (12, .estimated))
    #expect(result.account.leftOut["CIF or FOB value that repeats the trade value"] == 2)
  }

  @Test("Parts of totals are left out by a rule that says so")
  func details() {
    let text =
      Self.plusHeader + Self.plus()
      + Self.plus(["motCode": "1000", "motDesc": "Air", "primaryValue": "300", "cifvalue": "300"])
      + Self.plus(["partner2Code": "36", "partner2ISO": "AUS", "partner2Desc": "Australia"])
    let result = imported(text, as: ComtradePlus())
    #expect(result.observations.count == 1)
    #expect(result.account.leftOut["records of a mode of transport, beside their totals"] == 7)
    #expect(result.account.leftOut["records of a second partner, beside their totals"] == 7)
    #expect(result.notes.contains { $0.id == "comtrade.details" && $0.severity == .note })
    let alone = imported(
      Self.plusHeader + Self.plus(["motCode": "1000", "motDesc": "Air"]), as: ComtradePlus())
    #expect(alone.notes.contains { $0.id == "comtrade.details" && $0.severity == .warning })
  }

  @Test(
    "Columns that contradict each other are reported",
    arguments: [
      (["refYear": "2015"], "comtrade.record", "refYear"),
      (["refMonth": "1"], "comtrade.record", "refMonth"),
      (["refPeriodId": "20140201"], "comtrade.record", "refPeriodId"),
      (["freqCode": "M"], "comtrade.record", "freqCode"),
      (["flowCode": "X"], "comtrade.record", "flowDesc"),
      (["isQtyEstimated": "tru"], "comtrade.record", "isQtyEstimated"),
      (["primaryValue": "600"], "comtrade.valuation", "primaryValue"),
      (["primaryValue": "6oo"], "import.number", "primaryValue"),
      (["netWgt": "-1"], "import.number", "netWgt"),
      (["partnerDesc": "Wor1d"], "import.code-and-name", "partnerDesc"),
      (["partnerISO": "WO0"], "import.code-and-name", "partnerISO"),
    ] as [([String: String], String, String)])
  func contradictions(cells: [String: String], id: String, column: String) throws {
    let others = (2010...2013).map { year in
      Self.plus(["refYear": "\(year)", "period": "\(year)", "refPeriodId": "\(year)0101"])
    }
    let result = imported(
      Self.plusHeader + others.joined() + Self.plus(cells), as: ComtradePlus())
    #expect(result.problems.contains { $0.diagnostic.id == id && $0.columnName == column })
    #expect(result.problems.allSatisfy { $0.diagnostic.location?.line == 6 })
  }

  @Test("A record of another length is refused with its seven value cells")
  func lengths() throws {
    let text = Self.plusHeader + Self.plus() + Self.plus().dropLast(2) + ",,\n"
    let result = imported(String(text), as: ComtradePlus())
    #expect(result.problems.map(\.diagnostic.id) == ["csv.unequal-fields"])
    #expect((result.account.values, result.account.refused) == (1, 7))
  }

  @Test("A header with a damaged name is recognised, and nothing is read")
  func damagedHeader() throws {
    let header = Self.legacyHeader.replacing("Trade Value (US$)", with: "Trade Velue (US$)")
    // The first of three columns that hold these words is the value.
    let result = imported(header + Self.legacy(), as: ComtradeLegacy())
    #expect(result.observations.isEmpty)
    let problem = try #require(result.problems.first)
    #expect(problem.diagnostic.id == "import.header")
    #expect(problem.columnNumber == 32)
    #expect(problem.expected == "Trade Value (US$)")
    #expect(problem.diagnostic.message.contains("found 'Trade Velue (US$)'"))
  }

  @Test("The page that calls itself CSV is recognised and says what to do")
  func tooLarge() throws {
    let text =
      "Result too large: you do not have permissions to access such a large resultset.\r\n"
      + "Maximum resultset is: 5000\r\nResultset count: 25456\r\n"
    let result = imported(text, as: ComtradeRefusal())
    let problem = try #require(result.problems.first)
    #expect(problem.diagnostic.id == "comtrade.result-too-large")
    #expect(problem.diagnostic.severity == .error)
    #expect(problem.diagnostic.message.contains("found 25456 records, expected at most 5000"))
    #expect(result.account.preamble == 3)
  }
}
