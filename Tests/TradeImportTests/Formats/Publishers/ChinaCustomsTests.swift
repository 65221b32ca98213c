import Diagnostics
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

@Suite("China Customs: the month, the year so far, and changes")
struct ChinaCustomsTests {
  static let byCountry = """
    (3)2023年9月进出口商品国别(地区)总值表,,,,,,,,,
    单位：千美元,,,,,,,,,
    进口原产国(地)出口最终目的国(地),进出口,,出口,,进口,,累计比去年同期±%,,
    ,9月,1至9月,9月,1至9月,9月,1至9月,进出口,出口,进口
    总值,"520,550,000",4410300000,299130000,2520900000,221420000,1889400000,-6.4,-5.7,-7.5
    其中：东盟,1,2,3,4,5,6,-7.0,\u{2212}5.1,-
    德国,7,8,9,10,11,-,1.5,0,2.0%

    """

  @Test("Two records of headings: flows over months, changes over flows") func byCountry() throws {
    let result = imported(Self.byCountry, as: ChinaCustomsTable())
    #expect(result.problems.isEmpty)
    #expect(result.repeated == 0)
    #expect(result.observations.count == 27)
    let soFar = Period(from: Month(year: 2023, month: 1), count: 9)
    let month = try result.only(.month(2023, 9), partner: "WLD", flow: .totalTrade)
    #expect(month.observation.value == 520_550_000_000)
    #expect(month.figure == PublishedFigure(printed: "520550000", scale: .thousand))
    #expect(month.key.unit == .usDollar)
    #expect(
      try result.only(soFar, partner: "WLD", flow: .exports).observation.value == 2_520_900_000_000)
    let change = try result.only(soFar, partner: "ASEAN", flow: .exports, measure: .yearOverYear)
    #expect(change.observation.value == -5.1)
    #expect(change.key.unit == .percent)
    #expect(
      try result.only(soFar, partner: "DEU", flow: .imports).observation
        == Observation(missing: .unknown))
    #expect(
      try result.only(soFar, partner: "DEU", flow: .imports, measure: .yearOverYear).observation
        .value == 2)
  }

  @Test("The same table in GB 18030, told by its bytes") func encoded() throws {
    // "(3)2023年9月进出口商品国别(地区)总值表 / 单位：千美元 / …" as Python 3 encodes it to gb18030.
    let bytes: [UInt8] = [
      0x28, 0x33, 0x29, 0x32, 0x30, 0x32, 0x33, 0xC4, 0xEA, 0x39, 0xD4, 0xC2, 0xBD, 0xF8,
      0xB3, 0xF6, 0xBF, 0xDA, 0xC9, 0xCC, 0xC6, 0xB7, 0xB9, 0xFA, 0xB1, 0xF0, 0x28, 0xB5,
      0xD8, 0xC7, 0xF8, 0x29, 0xD7, 0xDC, 0xD6, 0xB5, 0xB1, 0xED, 0x2C, 0x2C, 0x2C, 0x2C,
      0x0A, 0xB5, 0xA5, 0xCE, 0xBB, 0xA3, 0xBA, 0xC7, 0xA7, 0xC3, 0xC0, 0xD4, 0xAA, 0x2C,
      0x2C, 0x2C, 0x2C, 0x0A, 0xB3, 0xF6, 0xBF, 0xDA, 0xD7, 0xEE, 0xD6, 0xD5, 0xC4, 0xBF,
      0xB5, 0xC4, 0xB9, 0xFA, 0x28, 0xB5, 0xD8, 0x29, 0x2C, 0xB3, 0xF6, 0xBF, 0xDA, 0x2C,
      0x2C, 0xC0, 0xDB, 0xBC, 0xC6, 0xB1, 0xC8, 0xC8, 0xA5, 0xC4, 0xEA, 0xCD, 0xAC, 0xC6,
      0xDA, 0xA1, 0xC0, 0x25, 0x2C, 0x0A, 0x2C, 0x39, 0xD4, 0xC2, 0x2C, 0x31, 0xD6, 0xC1,
      0x39, 0xD4, 0xC2, 0x2C, 0xB3, 0xF6, 0xBF, 0xDA, 0x2C, 0xBD, 0xF8, 0xBF, 0xDA, 0x0A,
      0xB5, 0xC2, 0xB9, 0xFA, 0x2C, 0x22, 0x31, 0x2C, 0x32, 0x33, 0x34, 0x22, 0x2C, 0x39,
      0x38, 0x37, 0x36, 0x2C, 0x2D, 0x33, 0x2E, 0x31, 0x2C, 0x30, 0x2E, 0x35, 0x0A,
    ]
    for encoding in [TextEncoding.gb18030, nil] {
      let result = imported(bytes, as: ChinaCustomsTable(), encoding: encoding)
      #expect(result.problems.isEmpty)
      #expect(result.observations.map(\.key.partner) == ["DEU", "DEU", "DEU", "DEU"])
      #expect(try result.only(.month(2023, 9), flow: .exports).observation.value == 1_234_000)
    }
  }

  @Test("Rows are months; January and February come together") func byMonth() throws {
    let result = imported(
      """
      2024年全国进出口总值表（人民币值）\t\t\t\t
      单位：亿元人民币\t\t\t\t
      年月\t进出口\t出口\t累计进出口\t累计进出口同比
      2024年1-2月\t66137.5\t37523.9\t66137.5\t8.7
      2024.03\t35000\t20000\t101100\t5.0

      """, as: ChinaCustomsTable())
    #expect(result.problems.isEmpty)
    let both = Period(from: Month(year: 2024, month: 1), count: 2)
    #expect(try result.only(both, flow: .totalTrade).observation.value == 6_613_750_000_000)
    #expect(try result.only(both, flow: .exports).key.unit == Unit("CNY"))
    let quarter = Period.quarter(2024, 1)
    #expect(try result.only(quarter, flow: .totalTrade).observation.value == 10_110_000_000_000)
    #expect(
      try result.only(quarter, flow: .totalTrade, measure: .yearOverYear).observation.value == 5)
    #expect(
      try result.only(.month(2024, 3), flow: .totalTrade).observation.value == 3_500_000_000_000)
    // The year so far of January and February repeats them.
    #expect(result.observations.count == 7)
    #expect(result.account.leftOut.values.reduce(0, +) == 1)
  }

  @Test("Goods with quantities, in English") func commodities() throws {
    let chinese = imported(
      """
      2023年3月出口主要商品量值表（商品）,,,,,
      单位：亿美元,,,,,
      商品名称,计量单位,3月,,1至3月累计,
      ,,数量,金额,数量,金额
      成品油,万吨,10,1.5,30,4.5

      """, as: ChinaCustomsTable())
    #expect(chinese.problems.isEmpty)
    let tonnes = try chinese.only(.month(2023, 3), measure: .quantity)
    #expect(tonnes.observation.value == 10)
    #expect(tonnes.key.unit == Unit("万吨"))
    #expect(tonnes.key.flow == .exports)
    #expect(tonnes.key.product == "成品油")
    #expect(try chinese.only(.quarter(2023, 1)).observation.value == 450_000_000)
    let english = imported(
      """
      China's Imports & Exports by Country (Region) of Origin/Destination: September 2023,,,
      Unit: US$1 Million,,,
      Country (Region),Export,,Percentage Change (cumulative)
      ,9,1 to 9,Export
      Germany,7.5,8,-3.1

      """, as: ChinaCustomsTable())
    #expect(english.problems.isEmpty)
    #expect(
      try english.only(.month(2023, 9), partner: "DEU", flow: .exports).observation.value
        == 7_500_000)
    #expect(english.observations.map(\.key.measure) == [.value, .value, .yearOverYear])
    #expect(english.observations[2].period == Period(from: Month(year: 2023, month: 1), count: 9))
  }

  @Test("A bad cell, a short record, two figures of one span that differ") func problems() {
    let result = imported(
      Self.byCountry.replacing("其中：东盟,1,2,", with: "其中：东盟,1x,2,") + "法国,1,2\n",
      as: ChinaCustomsTable())
    #expect(result.problems.map(\.diagnostic.id) == ["import.number", "csv.unequal-fields"])
    #expect(result.problems[0].columnName == "进出口 9月")
    #expect(result.problems[0].rawText == "1x")
    let january = imported(
      """
      2023年1月进出口,,
      单位：万元,,
      国别,出口,
      ,1月,1至1月
      德国,1,2
      法国,3,3

      """, as: ChinaCustomsTable())
    #expect(january.problems.map(\.diagnostic.id) == ["china-customs.differs"])
    #expect(january.observations.map(\.observation.value) == [10_000, 30_000])
  }
}
