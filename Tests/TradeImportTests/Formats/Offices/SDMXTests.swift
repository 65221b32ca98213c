import Diagnostics
import TestSupport
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

/// Small files in SDMX-CSV.
@Suite("SDMX-CSV")
struct SDMXTests {
  static let header =
    "DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,FLOW,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,"
    + "UNIT_MULT,DECIMALS,CONF_STATUS\n"
  static func row(_ time: String, _ value: String, _ rest: String = "A,6,1,F") -> String {
    "X:DF(1.0),\(time.count > 4 ? "M" : "A"),BE,US,X,USD,\(time),\(value),\(rest)\n"
  }

  @Test("UNIT_MULT scales, DECIMALS gives the printed digits, statuses say why nothing is there")
  func attributes() throws {
    let text =
      Self.header + Self.row("2020", "12") + Self.row("2021", "12.34")
      + Self.row("2022", "", "M,6,1,F")
      + Self.row("2023", "NaN", "A,6,1,C") + Self.row("2024", "7", "EP,,,")
    let result = imported(text, as: SDMXText())
    #expect(result.problems.isEmpty)
    let padded = try result.only(.year(2020))
    #expect((padded.observation.value, padded.figure?.text) == (12_000_000, "12.0"))
    #expect(padded.halfUnit == 50_000)
    #expect((padded.key.reporter, padded.key.partner) == ("BEL", "USA"))
    #expect((padded.key.flow, padded.key.product) == (.exports, ""))
    #expect(padded.source == "X:DF(1.0)")
    // More digits than DECIMALS says are still digits.
    #expect(try result.only(.year(2021)).figure?.text == "12.34")
    #expect(try result.only(.year(2022)).observation == Observation(missing: .notApplicable))
    #expect(try result.only(.year(2023)).observation == Observation(missing: .confidential))
    #expect(try result.only(.year(2024)).observation == Observation(7, [.estimated, .provisional]))
  }

  @Test(
    "All forms of periods",
    arguments: [
      ("2024", "A", Period.year(2024)), ("2024-A1", "A", .year(2024)),
      ("2024-S2", "S", .half(2024, 2)), ("2024-Q3", "Q", .quarter(2024, 3)),
      ("2024-M09", "M", .month(2024, 9)), ("2024-09", "M", .month(2024, 9)),
      ("2024-01-01/P9M", "", Period(from: Month(year: 2024, month: 1), count: 9)),
    ])
  func periods(text: String, frequency: String, period: Period) throws {
    let file =
      "KEY,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE\nX.\(frequency).BE,\(frequency),BE,\(text),1\n"
    let result = imported(file, as: SDMXText())
    #expect(result.problems.isEmpty)
    #expect(result.observations.map(\.period) == [period])
  }

  @Test("Days are left out by a rule, a period of another frequency is refused")
  func shortPeriods() throws {
    let file =
      "KEY,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE\nX.D.BE,D,BE,2024-01-02,1\nX.A.BE,A,BE,2024-01,1\n"
      + "X.M.BE,M,BE,2024-1x,1\n"
    let result = imported(file, as: SDMXText())
    #expect(result.observations.isEmpty)
    #expect(result.account.leftOut == ["figures for days or weeks": 1])
    #expect(result.problems.map(\.diagnostic.id) == ["sdmx.frequency", "import.period"])
  }

  @Test(
    "Damage is reported with its column",
    arguments: [
      (row("2020", "1o"), "import.number", "OBS_VALUE", 8),
      (row("2020", "1", "A,x,1,F"), "sdmx.unit-mult", "UNIT_MULT", 10),
      (row("2020", "1", "?,6,1,F"), "sdmx.status", "OBS_STATUS", 9),
      ("X:DF(1.0),A,B E,US,X,USD,2020,1,A,6,1,F\n", "sdmx.code", "REF_AREA", 3),
      ("X:DF(1.0),A,BE,US,X,USD,,1,A,6,1,F\n", "import.period", "TIME_PERIOD", 7),
    ] as [(String, String, String, Int)])
  func damage(record: String, id: String, column: String, number: Int) throws {
    let result = imported(Self.header + record, as: SDMXText())
    let problem = try #require(result.problems.first)
    #expect((problem.diagnostic.id, problem.columnName) == (id, column))
    #expect(problem.columnNumber == number)
    #expect(problem.diagnostic.location?.line == 2)
  }

  @Test("A name one letter off is no new name, because the values would mean something else")
  func likelyNames() throws {
    let result = imported(
      Self.header.replacing("UNIT_MULT", with: "UNIT_MULU") + Self.row("2020", "12"),
      as: SDMXText())
    #expect(result.problems.map(\.diagnostic.id) == ["sdmx.name"])
    #expect(result.problems.first?.expected == "UNIT_MULT")
    #expect(result.hasErrors)
  }

  @Test("Version 2.0: deletions are no data, unknown actions are refused, structures are sources")
  func actions() throws {
    let file =
      "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,OBS_VALUE,NOTE[]\n"
      + "dataflow,A:B(1.0),I,BE,2020,1,x;y\ndataflow,A:B(1.0),D,BE,2021,2,\n"
      + "dataflow,A:B(1.0),Z,BE,2022,3,\ndataflow,A:C(1.0),R,BE,2020,4,\n"
      + "dataflow,A:C(1.0),A,BE,,,z\n"
    let result = imported(file, as: SDMXText())
    #expect(result.observations.map(\.observation.value) == [1, 4])
    #expect(result.observations.map(\.source) == ["A:B(1.0)", "A:C(1.0)"])
    #expect(
      result.account.leftOut == ["deletions (ACTION D)": 1, "attributes without a period": 1])
    #expect(result.problems.map(\.diagnostic.id) == ["sdmx.action"])
  }

  @Test("Comext: value and weight are different measures, weight in hundreds of kilograms")
  func comext() throws {
    let file =
      "STRUCTURE,STRUCTURE_ID,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n"
      + "dataflow,ESTAT:DS-045409(1.0),M,EU27_2020,RU,28141000,1,QUANTITY_IN_100KG,2023-01,23409.50\n"
      + "dataflow,ESTAT:DS-045409(1.0),M,EU27_2020,RU,28141000,2,VALUE_IN_EUROS,2023-01,77\n"
      + "dataflow,ESTAT:DS-045409(1.0),M,EU27_2020,RU,28141000,2,VALUE_IN_EURO5,2023-02,77\n"
    let result = imported(file, as: SDMXText())
    let weight = try result.only(.month(2023, 1), measure: .weight)
    #expect((weight.observation.value, weight.figure?.text) == (2_340_950, "23409.50"))
    #expect((weight.key.unit, weight.key.flow) == (Unit("kg"), .imports))
    #expect(weight.key.product == "28141000")
    let value = try result.only(.month(2023, 1))
    #expect((value.key.unit, value.key.flow, value.key.basis.tokens) == (Unit("EUR"), .exports, []))
    #expect(result.problems.map(\.diagnostic.id) == ["sdmx.code"])
    #expect(result.problems.first?.expected.contains("VALUE_IN_EUROS") == true)
  }

  @Test("Figures in domestic currency are named by it and stay apart from those in dollars")
  func domesticCurrency() throws {
    let file =
      "DATAFLOW,REF_AREA,MEASURE,UNIT_MEASURE,FREQ,TIME_PERIOD,OBS_VALUE,UNIT_MULT,CURRENCY\n"
      + "A:B(1),USA,GDP,USD,A,2020,2,0,\nA:B(1),USA,GDP,XDC,A,2020,2,0,USD\n"
    let result = imported(file, as: SDMXText())
    #expect(result.observations.map(\.key.unit) == [.usDollar, .usDollar])
    #expect(result.observations.map(\.key.basis.description) == ["", "XDC"])
    #expect(result.observations.map(\.key.product) == ["GDP", "GDP"])
  }

  @Test("Goods and services of a balance of payments are flows")
  func balanceOfPayments() {
    let file =
      "KEY,FREQ,ADJUSTMENT,REF_AREA,COUNTERPART_AREA,ACCOUNTING_ENTRY,INT_ACC_ITEM,TIME_PERIOD,"
      + "OBS_VALUE\nB.Q.N.BE.W1.C.G,Q,N,BE,W1,C,G,2020-Q1,5\nB.Q.N.BE.W1.D.S,Q,N,BE,W1,D,S,2020-Q1,4\n"
    let result = imported(file, as: SDMXText())
    #expect(result.observations.map(\.key.flow) == [.exports, .servicesImports])
    #expect(result.observations.map(\.key.basis.description) == ["N", "N"])
    #expect(result.problems.isEmpty)
  }
}
