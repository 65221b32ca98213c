import Diagnostics
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

/// Tables of publishers; the expected numbers are those printed in ``LayoutSamples``, times the
/// scale that stands beside them.
@Suite("Tables of publishers as data")
struct PublishedTableTests {
  @Test("Statistics Canada: scale, decimals, status letters, breakdowns")
  func statisticsCanada() throws {
    let result = imported(LayoutSamples.statisticsCanada, as: PublishedTable.statisticsCanada)
    #expect(result.problems.isEmpty)
    #expect((result.values, result.observations.count) == (3, 5))
    let january = try result.only(.month(2023, 1), flow: .exports)
    #expect(
      january.key
        == SeriesKey(
          reporter: "CAN", partner: "JPN", flow: .exports, basis: Basis("Customs+NSA"),
          unit: Unit("CAD")))
    // DECIMALS is 1: 120 was printed as 120.0.
    #expect((january.observation.value, january.figure?.text) == (120_000_000, "120.0"))
    #expect(
      try result.only(.month(2023, 2), flow: .exports).observation
        == Observation(missing: .confidential))
    #expect(try result.only(.month(2023, 3)).observation == Observation(131_400_000, .provisional))
    #expect(
      try result.only(.month(2023, 1), partner: "WLD").observation
        == Observation(missing: [.unknown, .lowReliability]))
    let balance = try result.only(.month(2023, 2), flow: .balance)
    #expect(balance.observation == Observation(-77_500, .lowReliability))
    #expect(balance.key.basis == Basis("Balance of payments+SA"))
  }

  @Test(
    "Statistics Canada: a scale that is none, or differs from its number, is refused",
    arguments: [("\"millions \",\"6\"", "\"milions \",\"6\""), ("\"6\",\"v1\"", "\"3\",\"v1\"")])
  func scale(from: String, to: String) throws {
    let text = LayoutSamples.statisticsCanada.replacingOnce(from, to)
    let result = imported(text, as: PublishedTable.statisticsCanada)
    #expect(result.problems.map(\.diagnostic.id) == ["import.scale"])
    #expect(result.problems.first?.diagnostic.location?.line == 2)
    #expect((result.observations.count, result.account.refused) == (4, 1))
  }

  @Test("Comex Stat: months, codes with zeros, three measures, its own numbers of countries")
  func comexStat() throws {
    let result = imported(LayoutSamples.comexStat, as: PublishedTable.comexStat)
    #expect(result.problems.isEmpty)
    #expect(result.values == 9)
    // 196 is Costa Rica for Brazil, and Cyprus in ISO 3166.
    let value = try result.only(.month(2022, 3))
    #expect(
      value.key
        == SeriesKey(
          reporter: "BRA", partner: "CRI", flow: .other, product: "02071400",
          basis: Basis("FOB+PR+01+0917800"), unit: .usDollar))
    #expect(value.observation.value == 9900)
    let weight = try result.only(.month(2022, 3), measure: .weight)
    #expect((weight.observation.value, weight.key.unit.code) == (5100, "kg"))
    let quantity = try result.only(.month(2022, 12), partner: "CRI", measure: .quantity)
    #expect((quantity.observation.value, quantity.key.unit.code) == (3, "u"))
    // The Canary Islands are a number of their own beside Spain.
    #expect(try result.only(.month(2022, 12), partner: "BR-151").observation.value == 20_500)
    #expect(result.notes.contains { $0.id == "import.no-flow" && $0.severity == .warning })
  }

  @Test("Comex Stat: a file with freight is one of imports, a month 13 is refused")
  func comexStatImports() throws {
    let text =
      "CO_ANO;CO_MES;CO_NCM;CO_PAIS;VL_FOB;VL_FRETE\n2022;05;01012100;063;700;35\n"
      + "2022;13;01012100;063;1;2\n"
    let result = imported(text, as: PublishedTable.comexStat)
    let freight = try result.only(.month(2022, 5), basis: "freight")
    #expect((freight.key.flow, freight.observation.value) == (.imports, 35))
    #expect(freight.key.partner == "ARG")
    #expect(
      result.problems.map(\.diagnostic.description) == [
        "file.csv:3:6: error: '13' is not a period [import.period]"
      ])
    #expect(result.account.refused == 2)
  }

  @Test("GENESIS: a column for each value, months of a year, the signs of German offices")
  func genesis() throws {
    let result = imported(LayoutSamples.genesis, as: PublishedTable.genesis)
    #expect(result.problems.isEmpty)
    let value = try result.only(.month(2021, 2))
    #expect(
      value.key
        == SeriesKey(
          reporter: "DEU", partner: "FRA", flow: .exports, product: "GP10", unit: Unit("EUR")))
    #expect(value.observation == Observation(4_711_000, .provisional))
    let weight = try result.only(.month(2021, 2), measure: .weight)
    #expect((weight.key.flow, weight.observation.value) == (.imports, 33.25))
    // '-' is exactly nil, '.' is secret, '...' comes later, '/' is unreliable.
    #expect(try result.only(.month(2021, 3)).observation.value == 0)
    #expect(
      try result.only(.month(2021, 3), measure: .weight).observation
        == Observation(missing: .confidential))
    #expect(try result.only(.month(2021, 4)).observation == Observation(missing: .notYetPublished))
    #expect(
      try result.only(.month(2021, 4), measure: .weight).observation
        == Observation(missing: [.unknown, .lowReliability]))
  }

  @Test("GENESIS since 2025: one value a record with its unit, quarters, changes are no flow")
  func genesisLong() throws {
    let result = imported(LayoutSamples.genesisLong, as: PublishedTable.genesisLong)
    #expect(result.problems.isEmpty)
    let value = try result.only(.quarter(2023, 2), flow: .imports)
    #expect(
      value.key == SeriesKey(reporter: "DEU", partner: "WLD", flow: .imports, unit: Unit("EUR")))
    #expect(value.observation.value == 1_234_500_000)
    let change = try result.only(.quarter(2023, 2), flow: .other)
    #expect((change.key.product, change.key.unit) == ("Einfuhr: Veränderung", .percent))
    #expect(change.observation.value == 3.1)
  }

  @Test("PxWeb: periods as columns, unit and scale of each record, kinds of missing")
  func pxWeb() throws {
    let result = imported(LayoutSamples.pxWeb, as: PublishedTable.pxWeb)
    #expect(result.problems.isEmpty)
    let imports = try result.only(.month(2021, 11), flow: .imports)
    #expect((imports.observation.value, imports.key.unit.code) == (910_000, "kr"))
    #expect(imports.key.product == "01 Kjøtt")
    #expect(try result.only(.month(2021, 12), flow: .imports).observation.value == 0)
    let weight = try result.only(.month(2021, 11), flow: .exports, measure: .weight)
    #expect((weight.observation.value, weight.key.unit.code) == (12.5, "t"))
    #expect(
      (result.missing(.unknown), result.missing(.confidential), result.missing(.notApplicable))
        == (1, 1, 1))
    #expect(result.notes.contains { $0.id == "import.no-reporter" })
  }

  @Test("StatBank of Denmark: TID and INDHOLD, names in Danish, 1.000 kr.")
  func statbank() throws {
    let result = imported(LayoutSamples.statbank, as: PublishedTable.statbankDenmark)
    #expect(result.problems.isEmpty)
    let value = try result.only(.month(2022, 7), flow: .imports)
    #expect(
      value.key
        == SeriesKey(
          reporter: "DNK", partner: "DEU", flow: .imports, product: "0 Fødevarer",
          unit: Unit("DKK")))
    #expect(value.observation.value == 815_000)
    #expect(result.missing(.unknown) == 1)
  }

  @Test("StatLine: titles on two levels, units below, Dutch countries and quarters, provisional")
  func statLine() throws {
    let result = imported(LayoutSamples.statLine, as: PublishedTable.statLine)
    #expect(result.problems.isEmpty)
    let imports = try result.only(.quarter(2021, 1), flow: .imports)
    #expect((imports.key.partner, imports.key.reporter) == ("SWE", "NLD"))
    #expect(imports.observation == Observation(10_500_000))
    #expect(try result.only(.quarter(2021, 1), flow: .exports).observation.value == 2_000_000)
    #expect(
      try result.only(.quarter(2021, 2), flow: .imports).observation
        == Observation(11_000_000, .provisional))
    let change = try result.only(.quarter(2021, 1), flow: .other)
    #expect((change.observation.value, change.key.unit) == (-1.5, .percent))
    #expect(result.missing(.confidential) == 1)
    #expect(result.account.footer == 1)
  }

  @Test("A header without records is an error")
  func headerOnly() {
    let text = LayoutSamples.statbank.prefix { $0 != "\n" } + "\n"
    let result = imported(String(text), as: PublishedTable.statbankDenmark)
    #expect(result.problems.map(\.diagnostic.id) == ["import.no-rows"])
  }
}

/// What other layouts of known publishers read since their users were heard.
@Suite("Selections and variants of known formats")
struct VariantTests {
  @Test("UN Comtrade: chosen columns in any order; what was asked for and is empty is missing")
  func comtradeSelection() throws {
    let result = imported(LayoutSamples.comtrade, as: ComtradeSelection())
    #expect(result.problems.isEmpty)
    let value = try result.only(.month(2021, 7), partner: "NOR")
    #expect(
      value.key
        == SeriesKey(
          reporter: "SWE", partner: "NOR", flow: .exports, product: "0302", unit: .usDollar))
    #expect(value.observation.value == 1500.25)
    let quantity = try result.only(.month(2021, 7), partner: "NOR", measure: .quantity)
    #expect((quantity.observation.value, quantity.key.unit.code) == (40, "kg"))
    // Unit 8 is kilograms, and the quantity is empty; -1 is no unit, and the quantity is 0.
    #expect(
      try result.only(.month(2021, 7), partner: "WLD", measure: .quantity).observation
        == Observation(missing: .unknown))
    #expect(result.account.leftOut == ["quantity 0 without a unit": 1])
    #expect(try result.only(.month(2021, 8)).observation == Observation(missing: .unknown))
    #expect((result.values, result.observations.count) == (5, 8))
  }

  @Test(
    "UN Comtrade: a header alone, a flow that is none, a delimiter too many, a name of one's own")
  func comtradeSelectionBad() {
    let header = "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n"
    #expect(
      imported(header, as: ComtradeSelection()).problems.map(\.diagnostic.id)
        == ["import.no-rows"])
    let rows = "2021,SWE,NOR,Y,0302,1\n2021,SWE,NOR,,X,0302,\n2021,SWE,NOR,X,0302,7\n"
    let result = imported(header + rows, as: ComtradeSelection())
    #expect(
      result.problems.map(\.diagnostic.id) == ["comtrade.record", "csv.unequal-fields"])
    #expect((result.values, result.account.refused) == (1, 2))
    let own = imported(
      "row," + header + "1,2021,SWE,NOR,X,0302,7\n", as: ComtradeSelection())
    #expect(own.problems.map(\.diagnostic.id) == ["comtrade.column"])
    #expect(own.values == 1)
  }

  @Test("DataBank with periods as columns: units in names, notes below, damage in a header")
  func dataBank() throws {
    let result = imported(LayoutSamples.dataBank, as: WorldBankDataBank())
    #expect(result.problems.isEmpty)
    let imports = try result.only(.year(2019), flow: .imports)
    #expect((imports.key.reporter, imports.key.unit) == ("GHA", .usDollar))
    #expect(imports.observation.value == 2500.5)
    #expect(imports.vintage == Vintage(parsing: "2022-03-01"))
    #expect(try result.only(.year(2020), flow: .imports).observation.value == nil)
    #expect(try result.only(.year(2020), flow: .other).key.unit == .percent)
    #expect((result.account.footer, result.account.blank) == (2, 1))
    let damaged = imported(
      LayoutSamples.dataBank.replacingOnce("[YR2019]", "[YR2018]"), as: WorldBankDataBank())
    #expect(damaged.problems.map(\.diagnostic.id) == ["worldbank.time"])
    #expect(damaged.account.leftOut == ["header not understood": 2])
  }

  @Test("SDMX-CSV of the ECB: flow, partner and unit by its names, UNIT_MULT by record")
  func ecb() throws {
    let text =
      "KEY,FREQ,REF_AREA,ADJUSTMENT,TRD_FLOW,TRD_PRODUCT,COUNT_AREA,TRD_SUFFIX,TIME_PERIOD,"
      + "OBS_VALUE,OBS_STATUS,OBS_CONF,UNIT,UNIT_MULT\n"
      + "TRD.M.DE.W.M.TTT.US.4.VAL,M,DE,W,M,TTT,US,VAL,2021-05,12.5,P,F,EUR,6\n"
      + "TRD.Q.DE.W.M.TTT.US.4.VAL,Q,DE,W,M,TTT,US,VAL,2021-Q1,0.25,A,F,EUR,9\n"
      + "TRD.M.DE.W.M.TTT.US.4.VAL,M,DE,W,M,TTT,US,VAL,2021-06,NaN,A,C,EUR,6\n"
    let result = imported(text, as: SDMXText())
    #expect(result.problems.isEmpty)
    let month = try result.only(.month(2021, 5))
    #expect(
      month.key
        == SeriesKey(
          reporter: "DEU", partner: "USA", flow: .imports, basis: Basis("W"), unit: Unit("EUR")))
    #expect(month.observation == Observation(12_500_000, .provisional))
    #expect(try result.only(.quarter(2021, 1)).observation.value == 250_000_000)
    #expect(try result.only(.month(2021, 6)).observation == Observation(missing: .confidential))
  }

  @Test(
    "SDMX-CSV of the IMF: SCALE as a number or a word, STATUS, half-years",
    arguments: [("6", 4_500_000.0), ("Millions", 4_500_000), ("Units", 4.5)])
  func imf(scale: String, value: Double) throws {
    let text =
      "STRUCTURE,STRUCTURE_ID,ACTION,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,"
      + "OBS_VALUE,SCALE,UNIT,STATUS\n"
      + "DATAFLOW,IMF.STA:IMTS(1.0.0),I,GHA,MG_CIF_USD,IND,S,2021-S2,4.5,\(scale),USD,E\n"
    let result = imported(text, as: SDMXText())
    #expect(result.problems.isEmpty)
    let half = try result.only(.half(2021, 2))
    #expect((half.key.flow, half.key.partner, half.key.unit.code) == (.imports, "IND", "USD"))
    #expect(half.observation == Observation(value, .estimated))
    let damaged = imported(
      text.replacingOnce(",4.5,\(scale),", ",4.5,Milions,"), as: SDMXText())
    #expect(damaged.problems.map(\.diagnostic.id) == ["sdmx.unit-mult"])
  }

  @Test("Bundesbank: points between thousands count beside a comma only")
  func bundesbank() throws {
    let text =
      ";A;A_FLAGS\n;Einfuhr;\nEinheit;Euro;\nDimension;Millionen;\n2021-01;103.911,7;\n"
      + "2021-02;103.911;\n"
    let result = imported(text, as: BundesbankSeries())
    let first = try result.only(.month(2021, 1), flow: .imports)
    #expect((first.observation.value, first.figure?.text) == (103_911_700_000, "103911.7"))
    // Alone the point may be a damaged comma.
    #expect(result.problems.map(\.diagnostic.id) == ["import.number"])
  }
}

extension String {
  /// With the first of a text replaced.
  func replacingOnce(_ old: String, _ new: String) -> String {
    guard let start = indices.first(where: { self[$0...].hasPrefix(old) }) else { return self }
    return self[..<start] + new + self[index(start, offsetBy: old.count)...]
  }
}
