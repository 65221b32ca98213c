import Diagnostics
import TestSupport
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

/// The publishers' own files, which stand beside the project and are not part of it.
///
/// Numbers of records are those of the index of that data; sums are identities inside the files.
@Suite(
  "Raw files of single publishers",
  .enabled(if: RepositoryFiles.sharedData != nil, "TRADEWIND_SHARED_DATA is not set"))
struct PublisherRawFileTests {
  /// What a file must give.
  struct Expectation: Sendable, CustomTestStringConvertible {
    let path: String
    let format: String
    let records: Int
    let cells: Int
    let values: Int
    let problems: Int
    var testDescription: String { path }
  }

  static let expectations = [
    // 2 records of preamble, 1 header and 264 economies of 61 years; 2 blank lines are no records.
    Expectation(
      path: "worldbank/API_NE.EXP.GNFS.CD_DS2_en_csv_v2_1928255.csv", format: "worldbank-wdi",
      records: 267, cells: 264 * 61, values: 10485, problems: 0),
    // 552 rows (6 series), of which 8 are NA; 3 blank records and 2 closing lines.
    Expectation(
      path: "worldbank/databank_long_gdp_pc.csv", format: "worldbank-databank-long", records: 558,
      cells: 552, values: 544, problems: 0),
    Expectation(
      path: "wto/WtoData_20200510015454.csv", format: "wto-data", records: 12_981, cells: 12_980,
      values: 12_980, problems: 0),
    Expectation(
      path: "wto/WtoMetadata_20200510015455.csv", format: "wto-metadata", records: 104, cells: 103,
      values: 0, problems: 1),
    // 239 partners of 354 months and of 118 quarters; the 3 last records of the first are blank.
    Expectation(
      path: "ons_uk/monthly_exports_with_preamble.csv", format: "ons-country-table", records: 246,
      cells: 239 * 354, values: 239 * 354, problems: 0),
    Expectation(
      path: "ons_uk/quarterly_exports_with_preamble.csv", format: "ons-country-table",
      records: 243, cells: 239 * 118, values: 239 * 118, problems: 0),
    Expectation(
      path: "ons_uk/quarterly_imports_with_preamble.csv", format: "ons-country-table",
      records: 243, cells: 239 * 118, values: 239 * 118, problems: 0),
    // 245 rows of 2023 have January alone: 11 months to come and a total that repeats it, twice.
    Expectation(
      path: "us_census/country_as_stored.csv", format: "us-census-country", records: 8_475,
      cells: 8_474 * 26, values: 8_474 * 26 - 245 * 24, problems: 0),
    Expectation(
      path: "other/bundesbank_SU0503_semicolon_decimalcomma.csv", format: "bundesbank-series",
      records: 86, cells: 80, values: 80, problems: 0),
    Expectation(
      path: "other/insee1_tsv_dates.txt", format: "insee-series", records: 225, cells: 224 * 15,
      values: 224 * 15, problems: 0),
    // 96 chapters and 3 totals of 2 years and a change; one chapter without year and change, and
    // the share without a change.
    Expectation(
      path: "india_dgcis/2015-17IndChinaImport.asp", format: "dgcis-html", records: 100,
      cells: 99 * 3, values: 99 * 3 - 3, problems: 0),
  ]

  @Test("Every file: its format alone, records, cells, values, problems", arguments: expectations)
  func table(expected: Expectation) throws {
    let bytes = try rawFile(expected.path)
    let source = SourceText(file: expected.path, decoded: DecodedText(bytes))
    let found = publisherFormats.compactMap { $0.recognise(source)?.format }
    #expect(found == [expected.format])
    let format = try #require(publisherFormats.first { $0.id == expected.format })
    let result = format.read(source, ImportOptions())
    #expect(result.account.isBalanced)
    #expect(result.account.records == expected.records)
    #expect(result.account.cells == expected.cells)
    #expect(result.values == expected.values)
    #expect(result.problems.count == expected.problems)
    #expect(result.repeated == 0)
  }

  @Test("Among all formats of the package the same one is chosen", arguments: expectations)
  func registry(expected: Expectation) throws {
    let bytes = try rawFile(expected.path)
    let source = SourceText(file: expected.path, decoded: DecodedText(bytes))
    #expect(FormatRegistry().recognise(source).map(\.format) == [expected.format])
  }

  @Test(
    "Files of other publishers are left to their formats",
    arguments: [
      "comtrade_legacy/china_5partners_a_sitc2_2010_2014.csv",
      "comtrade_legacy/error_result_too_large.csv",
      "comtrade_plus/thailand_imports_hs8542_2014_2024_TradeData.csv",
      "eurostat/comext_ds-045409_sdmx_csv_2814_2023q1.csv",
      "eurostat/eurostat_bulk_cont_exp_eu_sitc0_1_eu27_excerpt.tsv", "imf_dots/DOTS_g7_2024M2.csv",
      "oecd/oecd_legacy_ppp_flagcodes_bom.csv", "oecd/sdmx_csv_gdp.csv",
      "sdmx_examples/sdmx_csv2_example-01.csv",
    ])
  func others(path: String) throws {
    let source = SourceText(file: path, decoded: DecodedText(try rawFile(path)))
    #expect(publisherFormats.compactMap { $0.recognise(source)?.format } == [])
  }

  @Test("World Bank: the first year of Aruba, nothing in 2020, the date of the update")
  func worldBank() throws {
    let result = try importedRaw(Self.expectations[0].path, as: WorldBankWide())
    // As printed in the first cell of Aruba that is not empty.
    let aruba = result.observations.filter { $0.key.reporter == "ABW" }
    #expect(aruba.first { $0.observation.value != nil }?.period == .year(1995))
    #expect(aruba.first { $0.observation.value != nil }?.figure?.text == "1121229050.27933")
    #expect(aruba.count == 61)
    #expect(
      result.observations.filter { $0.period == .year(2020) && $0.observation.value != nil } == [])
    #expect(result.observations.first?.vintage == Vintage(parsing: "2020-12-16"))
  }

  @Test("WTO: flags, reporters, the world's manufactures") func wto() throws {
    let result = try importedRaw(Self.expectations[2].path, as: WTOData())
    // The index of the data counts 900 rows with the flag E, and 6 with B.
    #expect(result.observations.count { $0.observation.status == .estimated } == 900)
    #expect(result.observations.count { $0.observation.status == .breakInSeries } == 6)
    #expect(result.observations.allSatisfy { $0.key.partner == "WLD" })
    #expect(Set(result.observations.map(\.key.reporter)).count == 203)
    let world = try result.only(.year(1990), reporter: "WLD", product: "MA")
    #expect(world.observation.value == 2_391_150_000_000)
    #expect(Set(result.observations.map(\.key.product)).count == 13)
  }

  @Test("ONS: quarters are sums of months, and EU and other countries are the total") func ons()
    throws
  {
    let months = try importedRaw(Self.expectations[4].path, as: ONSCountryTable())
    let exports = try importedRaw(Self.expectations[5].path, as: ONSCountryTable())
    let imports = try importedRaw(Self.expectations[6].path, as: ONSCountryTable())
    #expect(exports.observations.allSatisfy { $0.key.flow == .exports })
    #expect(imports.observations.allSatisfy { $0.key.flow == .imports })
    var byMonth: [String: [Period: Double]] = [:]
    for row in months.observations {
      byMonth[row.key.partner, default: [:]][row.period] = row.observation.value
    }
    for row in exports.observations {
      let parts = try #require(row.period.divided(into: .monthly))
      let sum = parts.compactMap { byMonth[row.key.partner]?[$0] }.reduce(0, +)
      if sum != row.observation.value {
        Issue.record("\(row.key.label) \(row.period): months give \(sum)")
      }
    }
    for result in [months, exports, imports] {
      var sums: [Period: Double] = [:]
      for row in result.observations {
        let value = try #require(row.observation.value)
        switch row.key.partner {
        case "EU27_2020", "D5": sums[row.period, default: 0] += value
        case "WLD": sums[row.period, default: 0] -= value
        default: break
        }
      }
      #expect(sums.values.allSatisfy { $0 == 0 })
      #expect(!sums.isEmpty)
    }
    // The first months of the total as printed.
    #expect(try months.only(.month(1997, 1), partner: "WLD").observation.value == 14_671_000_000)
  }

  @Test("Census: every year is the sum of its months, January 2023 is the last month")
  func census() throws {
    let result = try importedRaw(Self.expectations[7].path, as: USCensusCountry())
    // The year's columns are compared in the reader, exactly; every complete one was.
    let note = try #require(result.notes.first { $0.id == "us-census.totals" })
    #expect(note.message.hasPrefix("\(8_474 * 2) yearly totals"))
    #expect(result.missing(.notYetPublished) == 245 * 22)
    #expect(result.account.leftOut.values.reduce(0, +) == 245 * 2)
    let union = try result.only(.year(1999), partner: "EU", flow: .exports)
    #expect(union.figure?.text == "154824.8")
    #expect(union.observation.value == 154_824_800_000)
    // Its months add up to it, in tenths of a million: 1548248.
    let tenths = try (1...12).map { month in
      let found = try result.only(.month(1999, month), partner: "EU", flow: .exports)
      let figure = try #require(found.figure)
      return figure.decimals == 0 ? figure.significand * 10 : figure.significand
    }
    #expect(tenths.reduce(0, +) == 1_548_248)
    let world = result.observations.filter { $0.key.partner == "WLD" && $0.key.product.isEmpty }
    #expect(Set(world.map(\.key.basis.description)) == ["SA", "NSA"])
  }

  @Test("Bundesbank: first and last month, percent, the state of 2009") func bundesbank() throws {
    let result = try importedRaw(Self.expectations[8].path, as: BundesbankSeries())
    #expect(result.observations.first?.period == .month(1996, 11))
    #expect(result.observations.first?.figure?.text == "11.30")
    #expect(result.observations.last?.period == .month(2003, 6))
    #expect(result.observations.last?.observation.value == 12.31)
    #expect(result.observations.allSatisfy { $0.key.unit == .percent })
    #expect(result.observations.last?.vintage == Vintage(parsing: "2009-05-08"))
  }

  @Test("INSEE: fifteen series of months") func insee() throws {
    let result = try importedRaw(Self.expectations[9].path, as: INSEESeries())
    #expect(Set(result.observations.map(\.key.product)).count == 15)
    #expect(try result.only(.month(1990, 1), product: "S854628").observation.value == 89.8)
    #expect(try result.only(.month(2008, 8), product: "S854662").observation.value == 58)
  }

  @Test("DGCI&S: chapters add up to the total, which is the printed share of India's") func dgcis()
    throws
  {
    let result = try importedRaw(Self.expectations[10].path, as: DGCISPage())
    for (start, total, india, share) in [
      (2015, 61_707.95, 381_007.74, 16.1960), (2016, 61_283.03, 384_357.02, 15.9443),
    ] {
      let year = Period.fiscalYear(from: Month(year: start, month: 4))
      let own = try result.only(year, partner: "CHN", product: "TOTAL", basis: "")
      let world = try result.only(year, partner: "WLD", product: "TOTAL")
      let printed = try result.only(year, partner: "CHN", product: "TOTAL", basis: "share")
      #expect(own.observation.value == PublishedFigure(printed: "\(total)", scale: .million)?.value)
      #expect(
        world.observation.value == PublishedFigure(printed: "\(india)", scale: .million)?.value)
      #expect(printed.observation.value == share)
      // Rounded to four decimals.
      #expect(abs(total / india * 100 - share) <= 0.00005 + 1e-9)
      let chapters = result.observations.filter {
        $0.period == year && $0.key.product != "TOTAL" && $0.key.measure == .value
      }
      #expect(chapters.count == 96)
      let sum = chapters.compactMap(\.observation.value).reduce(0, +) / 1e6
      // 96 figures, each rounded to a hundredth.
      #expect(abs(sum - total) <= 96 * 0.005 + 0.005)
    }
  }

  @Test("Growth of chapters agrees with the printed values") func dgcisGrowth() throws {
    let result = try importedRaw(Self.expectations[10].path, as: DGCISPage())
    let last = Period.fiscalYear(from: Month(year: 2016, month: 4))
    var checked = 0
    for growth in result.observations where growth.key.measure == .yearOverYear {
      guard let rate = growth.observation.value else { continue }
      let now = try result.only(
        last, partner: growth.key.partner, product: growth.key.product, basis: "")
      let before = try result.only(
        last.previous, partner: growth.key.partner, product: growth.key.product, basis: "")
      // Only where rounding of the values cannot matter.
      guard let a = now.observation.value, let b = before.observation.value, b > 100e6 else {
        continue
      }
      checked += 1
      #expect(abs((a / b - 1) * 100 - rate) < 0.02, "\(growth.key.label)")
    }
    #expect(checked > 40)
  }
}
