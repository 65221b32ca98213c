import DelimitedText
import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import TradeImport

/// A real file with what its index says of it.
struct RealFile: Sendable, CustomTestStringConvertible {
  let path: String
  var encoding = TextEncoding.utf8
  var dialect = Dialect.commas
  var width: Int
  var headerLine = 1
  var rows: Int
  var layout = ImportSchema.Layout.long
  /// The number of columns of periods of a wide table.
  var periodCount = 0
  /// The column of the periods of a long table.
  var periodColumn: String?
  var footerRows = 0
  var decimal = NumberFormat.DecimalMark.point

  var testDescription: String { path }

  var bytes: [UInt8] {
    get throws {
      let root = try #require(RepositoryFiles.sharedData)
      return Array(try Data(contentsOf: root.appending(path: "raw").appending(path: path)))
    }
  }
}

@Suite(
  "Detection on real files",
  .enabled(if: RepositoryFiles.sharedData != nil, "TRADEWIND_SHARED_DATA is not set"))
struct DetectionRealFileTests {
  // Widths, rows, header lines, encodings and periods: the index of the files, and the files as a
  // person reads them. Rows are records between header and footer.
  static let files: [RealFile] = [
    RealFile(
      path: "comtrade_legacy/china_5partners_a_sitc2_2010_2014.csv", width: 35, rows: 3184,
      periodColumn: "Year"),
    RealFile(
      path: "comtrade_legacy/india_exports_to_china_hs01_20_2018.csv", width: 35, rows: 19,
      periodColumn: "Year"),
    RealFile(
      path: "comtrade_legacy/total_world_exports_2010_2014.csv", width: 35, rows: 852,
      periodColumn: "Year"),
    RealFile(
      path: "comtrade_plus/thailand_imports_hs8542_2014_2024_TradeData.csv",
      encoding: .iso8859_1, width: 48, rows: 1178, periodColumn: "period"),
    RealFile(
      path: "eurostat/comext_ds-045409_sdmx_csv_2814_2023q1.csv", width: 10, rows: 14,
      periodColumn: "TIME_PERIOD"),
    RealFile(
      path: "eurostat/eurostat_bulk_cont_exp_eu_sitc0_1_eu27_excerpt.tsv", dialect: .tabs,
      width: 25, rows: 28, layout: .wide, periodCount: 24),
    RealFile(
      path: "imf_dots/DOTS_g7_2024M2.csv", width: 9, rows: 180, layout: .wide, periodCount: 1),
    RealFile(
      path: "oecd/oecd_legacy_ppp_flagcodes_bom.csv", encoding: .utf8WithBOM, width: 8,
      rows: 2897, periodColumn: "TIME"),
    RealFile(path: "oecd/sdmx_csv_gdp.csv", width: 11, rows: 2688, periodColumn: "TIME_PERIOD"),
    RealFile(
      path: "ons_uk/monthly_exports_with_preamble.csv", width: 356, headerLine: 4, rows: 239,
      layout: .wide, periodCount: 354, footerRows: 3),
    RealFile(
      path: "ons_uk/quarterly_exports_with_preamble.csv", width: 120, headerLine: 4, rows: 239,
      layout: .wide, periodCount: 118),
    RealFile(
      path: "ons_uk/quarterly_imports_with_preamble.csv", width: 120, headerLine: 4, rows: 239,
      layout: .wide, periodCount: 118),
    RealFile(
      path: "other/bundesbank_SU0503_semicolon_decimalcomma.csv", dialect: .semicolons, width: 4,
      rows: 80, periodColumn: "column 1", footerRows: 1, decimal: .comma),
    RealFile(
      path: "other/insee1_tsv_dates.txt", dialect: .tabs, width: 16, rows: 224,
      periodColumn: "column 1"),
    RealFile(path: "us_census/country_as_stored.csv", width: 29, rows: 8474, periodColumn: "year"),
    RealFile(
      path: "worldbank/API_NE.EXP.GNFS.CD_DS2_en_csv_v2_1928255.csv", encoding: .utf8WithBOM,
      width: 66, headerLine: 5, rows: 264, layout: .wide, periodCount: 61),
    RealFile(
      path: "worldbank/databank_long_gdp_pc.csv", width: 7, rows: 552, periodColumn: "Time",
      footerRows: 5),
    RealFile(
      path: "wto/WtoData_20200510015454.csv", encoding: .windows1252, width: 24, rows: 12980,
      periodColumn: "Year"),
    RealFile(
      path: "sdmx_examples/sdmx_csv2_example-11.csv", width: 8, rows: 2, periodColumn: "DIM_3"),
    RealFile(
      path: "sdmx_examples/sdmx_csv2_example-04.csv", dialect: .semicolons, width: 12, rows: 2,
      periodColumn: nil, decimal: .comma),
  ]

  @Test("Encoding, dialect, header, layout and periods are found", arguments: files)
  func structure(_ file: RealFile) throws {
    let report = Sniffer().sniff(try file.bytes, file: file.path)
    let schema = try #require(report.schema)
    #expect(schema.encoding == file.encoding)
    #expect(schema.dialect == file.dialect)
    #expect(report.dialects.first?.width == file.width)
    #expect(report.headerLine == file.headerLine)
    #expect(schema.layout == file.layout)
    #expect(schema.footerRows == file.footerRows)
    #expect(schema.decimalMark == file.decimal)
    #expect(report.structure.map(\.candidate).contains("\(file.rows) data rows"))
    #expect(report.columns.count { $0.period != nil } == file.periodCount)
    #expect(
      schema.columns.filter { $0.role == .period }.map(\.name)
        == [file.periodColumn].compactMap { $0 })
    #expect(!report.diagnostics.contains { $0.severity == .error })
  }

  @Test(
    "What is no table is found out",
    arguments: [
      ("comtrade_legacy/error_result_too_large.csv", "sniff.one-column"),
      ("india_dgcis/2015-17IndChinaImport.asp", "sniff.page"),
    ])
  func noTable(_ path: String, _ id: String) throws {
    let report = Sniffer().sniff(try RealFile(path: path, width: 1, rows: 0).bytes, file: path)
    #expect(report.schema == nil)
    #expect(report.diagnostics.first?.id == id)
  }

  // Cells: rows × columns of periods as above; the index says which of these files have no gaps.
  @Test(
    "Tables are read by what was found, every cell once",
    arguments: [
      ("ons_uk/quarterly_exports_with_preamble.csv", 239 * 118, 239 * 118),
      ("oecd/sdmx_csv_gdp.csv", 2688, nil), ("oecd/oecd_legacy_ppp_flagcodes_bom.csv", 2897, 2897),
      ("worldbank/API_NE.EXP.GNFS.CD_DS2_en_csv_v2_1928255.csv", 264 * 61, nil),
      ("other/insee1_tsv_dates.txt", 224 * 15, nil),
      ("other/bundesbank_SU0503_semicolon_decimalcomma.csv", 80, 80),
    ] as [(String, Int, Int?)])
  func reading(_ path: String, _ cells: Int, _ values: Int?) throws {
    let raw = try RealFile(path: path, width: 0, rows: 0).bytes
    let read = GenericFormat().read(
      SourceText(file: path, decoded: DecodedText(raw)), ImportOptions())
    #expect(
      read.problems.filter { $0.diagnostic.severity == .error }.map(\.diagnostic.description) == [])
    #expect(read.account.isBalanced)
    #expect(read.account.cells == cells)
    #expect(read.account.refused == 0)
    if let values { #expect(read.account.values == values) }
    #expect(read.observations.count == cells)
  }
}
