import Diagnostics
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

/// Files of portals; the expected numbers are those printed in the samples, which are our own, times
/// the scale that stands in the sample.
@Suite("Layouts of portals as data")
struct PortalLayoutTests {
  @Test("Comext: codes of flows, month 52, codes of countries that are not those of ISO")
  func comext() throws {
    let text = """
      REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,\
      VALUE_EUR,VALUE_NAC,QUANTITY_KG,QUANTITY_SUPPL_UNIT
      AT,AD,E,08063100,05733,2,1,NO_SU,202452,471,471,2000,0
      AT,AD,E,08063100,05733,1,2,NO_SU,202409,33,33,12,0

      """
    let result = imported(text, as: PublishedTable.comext)
    #expect(result.problems.isEmpty)
    let year = try result.only(.year(2024), flow: .exports, basis: "1")
    #expect(
      year.key
        == SeriesKey(
          reporter: "AUT", partner: "AND", flow: .exports, product: "08063100",
          basis: Basis("1"), unit: Unit("EUR")))
    #expect(year.observation.value == 471)
    #expect(try result.only(.month(2024, 9), flow: .imports, basis: "2").observation.value == 33)
    let old = """
      DECLARANT,DECLARANT_ISO,PARTNER,PARTNER_ISO,PRODUCT_NC,FLOW,STAT_REGIME,SUPP_UNIT,PERIOD,\
      VALUE_IN_EUROS,QUANTITY_IN_KG,SUP_QUANTITY
      004,DE,0039,CH,01012100,1,1,p/st,202409,900,80,3

      """
    let figures = imported(old, as: PublishedTable.comextOld)
    // 4 is Germany there, and Afghanistan in ISO 3166.
    #expect(try figures.only(.month(2024, 9)).key.reporter == "DEU")
    #expect(try figures.only(.month(2024, 9), measure: .quantity).key.unit == Unit("u"))
  }

  @Test("uktradeinfo: own numbers of countries; suppressed values are confidential")
  func uktradeinfo() throws {
    let text = """
      MonthId,FlowTypeId,SuppressionIndex,CommodityId,CommoditySitcId,CountryId,Value,NetMass,SuppUnit
      202409,4,0,22083011,-4,400,1200,80,7
      202409,3,2,03026100,-4,28,,,

      """
    let result = imported(text, as: PublishedTable.uktradeinfo)
    // 400 is the United States there, and Jordan in ISO 3166.
    #expect(
      try result.only(.month(2024, 9), partner: "USA", flow: .exports).observation.value == 1200)
    #expect(result.missing(.confidential) == 3)
  }

  @Test("WITS: the unit stands in the indicator; shares and counts are no flows")
  func wits() throws {
    let text = """
      Reporter, Partner,Product categories,Indicator Type,Indicator,2022,2021
      Chile, China,All Products,Export,Trade (US$ Mil)-Top 5 Export Partner,38.5,36
      Chile, China,All Products,Export,Partner share(%)-Top 5 Export Partner,39.01,
      Chile, Japan,Fuels,Import,Import(US$ Thousand),7.25,6
      Chile, World,All Products,Import,No. Of Imported HS6 digit Products,4110,4098

      """
    let result = imported(text, as: PublishedTable.wits)
    let trade = try result.only(.year(2022), partner: "CHN", flow: .exports)
    #expect((trade.observation.value, trade.key.unit) == (38_500_000, .usDollar))
    #expect(try result.only(.year(2022), flow: .imports).observation.value == 7250)
    #expect(try result.only(.year(2022), partner: "CHN", flow: .other).key.unit == Unit("percent"))
    #expect(try result.only(.year(2021), partner: "WLD", flow: .other).observation.value == 4098)
  }

  @Test("UNCTADstat: the scale stands in the name of the values, notes in columns beside them")
  func unctad() throws {
    let name = "US dollars at current prices in millions"
    let text = """
      "Year","Economy","Economy Label","Partner","Partner Label","Flow","Flow Label","\(name)",\
      "\(name) Footnote","\(name) Missing value"
      "2022","0404","Kenya","0000","World","02","Exports",7.5,"Estimated",""
      "2022","0404","Kenya","0800","Uganda","02","Exports",,"","Not available or not separately reported"

      """
    let result = imported(text, as: PublishedTable.unctad)
    let world = try result.only(.year(2022), reporter: "KEN", partner: "WLD", flow: .exports)
    #expect(world.observation == Observation(7_500_000, .estimated))
    #expect(result.missing(.unknown) == 1)
  }

  @Test("IMF: periods of three lengths as columns; empty cells of other lengths are left out")
  func imts() throws {
    let text = """
      "SERIES_CODE","COUNTRY","INDICATOR","COUNTERPART_COUNTRY","FREQUENCY","SCALE","2023","2024-M01"
      "A","Peru","Exports of goods, Free on board (FOB), US dollar","Bolivia","Annual","Millions",7.5,
      "M","Peru","Exports of goods, Free on board (FOB), US dollar","Bolivia","Monthly","Millions",,

      """
    let result = imported(text, as: PublishedTable.imts)
    let year = try result.only(.year(2023), reporter: "PER", partner: "BOL", flow: .exports)
    #expect((year.observation.value, year.key.basis) == (7_500_000, Basis("FOB")))
    #expect((result.values, result.missing(.unknown)) == (1, 1))
  }

  @Test("Trade Map: importers beside exported values are partners; unit, product, reporter above")
  func tradeMap() throws {
    let text =
      "Markets for a product exported by Viet Nam\t\nProduct: 0901 Coffee\t\n"
      + "Unit : US Dollar thousand\t\nImporters\tExported value in 2020\nItaly\t210\nJapan\t#REF!\n"
    let result = imported(text, as: PublishedTable.tradeMap)
    let italy = try result.only(.year(2020))
    #expect(
      italy.key
        == SeriesKey(
          reporter: "VNM", partner: "ITA", flow: .exports, product: "0901", unit: .usDollar))
    #expect(italy.observation.value == 210_000)
    #expect(result.problems.map(\.diagnostic.id) == ["import.number"])
  }

  @Test("e-Stat: ten digits are a period, labels stand behind codes, the unit in each record")
  func eStat() throws {
    let text = """
      "表題","国別品別表 輸出"
      ""
      "tab_code","表章項目","cat01_code","品目","area_code","国","time_code","時間軸","unit","value"
      "120","金額","0110","生きた動物","50103","大韓民国","2024000709","2024年7-9月","千円","1,204"
      "120","金額","0110","生きた動物","50304","アメリカ合衆国","2024000909","2024年9月","千円","***"

      """
    let result = imported(text, as: PublishedTable.eStat)
    let quarter = try result.only(.quarter(2024, 3))
    #expect(
      quarter.key
        == SeriesKey(
          reporter: "JPN", partner: "KOR", flow: .exports, product: "0110", unit: Unit("JPY")))
    #expect(quarter.observation.value == 1_204_000)
    #expect(try result.only(.month(2024, 9), partner: "USA").observation.value == nil)
  }

  @Test("Webstat: scale in a record of its own, French months with a point")
  func webstat() throws {
    let text = """
      Titre :;Biens - Crédit (Exportations)
      Code série :;BOP.G.C
      Unité :;Euro (EUR)
      Magnitude :;Millions (6)
      Source :;Banque
      sept.-24;52,5
      juil.-24;-

      """
    let result = imported(text, as: PublishedSheet.webstat)
    let month = try result.only(.month(2024, 9), flow: .exports)
    #expect((month.observation.value, month.key.unit) == (52_500_000, Unit("EUR")))
    #expect(result.missing(.unknown) == 1)
  }

  @Test("Infoshare: the unit stands in the notes below, letters behind the digits")
  func infoshare() throws {
    let text = """
      "Exports and Imports - Values","",""
      " ","Exports (fob)","Imports (cif)"
      "2024M04",62,C
      "2024M05",71P,..
      "Table information:"
      "Units:"
      "NZ Dollars, Magnitude = Millions"

      """
    let result = imported(text, as: PublishedTable.infoshare)
    #expect(
      try result.only(.month(2024, 5), flow: .exports).observation
        == Observation(71_000_000, .provisional))
    #expect(
      try result.only(.month(2024, 4), flow: .imports).observation
        == Observation(missing: .confidential))
    #expect(try result.only(.month(2024, 4), flow: .exports).key.unit == Unit("NZD"))
  }

  @Test("SDMX-CSV 2.0 with codes and labels in one cell")
  func labels() throws {
    let text = """
      STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA: Area,COUNTERPART_AREA: Partner,\
      TRADE_FLOW: Flow,FREQ: Frequency,UNIT_MEASURE: Unit,TIME_PERIOD: Time,OBS_VALUE,\
      UNIT_MULT: Multiplier
      DATAFLOW,OECD:DF(1.0),Trade,I,DEU: Germany,W: World,X: Exports,M: Monthly,USD: US dollar,\
      2024-07,1.5,6: Millions

      """
    let figure = try imported(text, as: SDMXText()).only(.month(2024, 7))
    #expect((figure.key.reporter, figure.key.partner) == ("DEU", "WLD"))
    #expect(figure.observation.value == 1_500_000)
  }
}
