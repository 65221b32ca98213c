import Diagnostics
import TestSupport
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

/// The offices' own files, which stand beside the project and are not part of it.
///
/// Numbers of records are those of the index of that data; sums were taken from the columns of the
/// files with another program; identities are the publishers' own.
@Suite(
  "Raw files of offices",
  .enabled(if: RepositoryFiles.sharedData != nil, "TRADEWIND_SHARED_DATA is not set"))
struct FormatTableTests {
  /// What a file must give.
  struct Expectation: Sendable, CustomTestStringConvertible {
    let path: String
    let format: String
    let records: Int
    let cells: Int
    let observations: Int
    let values: Int
    let problems: Int
    var testDescription: String { path }

    init(
      _ path: String, _ format: String, records: Int, cells: Int, values: Int,
      observations: Int? = nil, problems: Int = 0
    ) {
      self.path = path
      self.format = format
      self.records = records
      self.cells = cells
      self.values = values
      self.observations = observations ?? values
      self.problems = problems
    }
  }

  static let files = [
    // Seven value columns a record; the weight and quantity columns are empty or zero.
    Expectation(
      "comtrade_legacy/china_5partners_a_sitc2_2010_2014.csv", "comtrade-legacy", records: 3_185,
      cells: 3_184 * 7, values: 3_184),
    Expectation(
      "comtrade_legacy/india_exports_to_china_hs01_20_2018.csv", "comtrade-legacy", records: 20,
      cells: 19 * 7, values: 19),
    Expectation(
      "comtrade_legacy/total_world_exports_2010_2014.csv", "comtrade-legacy", records: 853,
      cells: 852 * 7, values: 852),
    Expectation(
      "comtrade_legacy/error_result_too_large.csv", "comtrade-refusal", records: 3, cells: 0,
      values: 0, problems: 1),
    // 1,178 values, 1,050 weights, 596 quantities with a unit: those of the first column, and the
    // second where it differs.
    Expectation(
      "comtrade_plus/thailand_imports_hs8542_2014_2024_TradeData.csv", "comtrade-plus",
      records: 1_179, cells: 1_178 * 7, values: 2_824),
    Expectation(
      "eurostat/eurostat_bulk_cont_exp_eu_sitc0_1_eu27_excerpt.tsv", "eurostat-tsv", records: 29,
      cells: 28 * 24, values: 28 * 24),
    Expectation(
      "eurostat/comext_ds-045409_sdmx_csv_2814_2023q1.csv", "sdmx-csv", records: 15, cells: 14,
      values: 14),
    Expectation("oecd/sdmx_csv_gdp.csv", "sdmx-csv", records: 2_689, cells: 2_688, values: 2_688),
    Expectation(
      "oecd/oecd_legacy_ppp_flagcodes_bom.csv", "oecd-legacy", records: 2_898, cells: 2_897,
      values: 2_897),
    // 132 records of values and 48 of statuses.
    Expectation("imf_dots/DOTS_g7_2024M2.csv", "imf-dots", records: 181, cells: 132, values: 132),
  ]

  /// The examples of SDMX-CSV 2.0: cells of measures, and those with a number and a period.
  ///
  /// 09B has texts for measures and no period, 12 and 14 have attributes alone, 16 to 19 delete.
  static let examples: [Expectation] = [
    ("01", 3, 2, 2), ("02", 3, 4, 4), ("03", 3, 4, 4), ("04", 3, 2, 2), ("05", 3, 2, 2),
    ("06", 3, 2, 2), ("07", 3, 2, 2), ("08", 3, 2, 2), ("09A", 4, 3, 3), ("09B", 4, 6, 0),
    ("10", 3, 2, 2), ("11", 3, 2, 2), ("12", 3, 0, 0), ("13", 3, 2, 1), ("14", 3, 0, 0),
    ("15", 3, 2, 2), ("16", 3, 2, 0), ("17", 3, 2, 0), ("18", 3, 0, 0), ("19A", 2, 0, 0),
    ("19B", 2, 0, 0),
  ].map { name, records, cells, values in
    // All but the deletions have one warning: nothing names the reporter, a value or a period.
    Expectation(
      "sdmx_examples/sdmx_csv2_example-\(name).csv", "sdmx-csv", records: records, cells: cells,
      values: values, problems: name >= "16" ? 0 : 1)
  }

  private func read(_ path: String) throws -> ImportResult {
    let source = SourceText(file: path, decoded: DecodedText(try rawFile(path)))
    return try #require(FormatRegistry().read(source))
  }

  @Test("Formats, records, cells, observations and problems", arguments: files + examples)
  func table(file: Expectation) throws {
    let source = SourceText(file: file.path, decoded: DecodedText(try rawFile(file.path)))
    let best = try #require(FormatRegistry().recognise(source).first)
    #expect((best.format, best.score) == (file.format, 1))
    #expect(!best.evidence.isEmpty)
    let result = try #require(FormatRegistry().read(source))
    #expect(result.account.records == file.records)
    #expect(result.account.cells == file.cells)
    #expect(result.account.isBalanced)
    #expect(result.observations.count == file.observations)
    #expect(result.values == file.values)
    #expect(result.account.values == file.values)
    #expect(result.problems.count == file.problems)
    #expect(result.repeated == 0)
  }

  @Test("China: partners' sums of a year, exact to the dollar")
  func china() throws {
    let result = try read("comtrade_legacy/china_5partners_a_sitc2_2010_2014.csv")
    func sum(_ partner: String, _ flow: Flow, _ year: Int) -> Double {
      result.observations.filter {
        $0.key.partner == partner && $0.key.flow == flow && $0.period == .year(year)
      }.reduce(0) { $0 + ($1.observation.value ?? 0) }
    }
    #expect(sum("HKG", .exports, 2010) == 218_301_359_503)
    #expect(sum("HKG", .imports, 2014) == 12_621_374_455)
    #expect(sum("DEU", .exports, 2011) == 76_399_999_430)
    #expect(
      result.observations.reduce(0) { $0 + ($1.observation.value ?? 0) } == 7_712_633_946_669)
    // Division 00 of SITC keeps its zeros.
    #expect(result.observations.count { $0.key.product == "00" } > 0)
    #expect(result.observations.allSatisfy { $0.key.product.count == 2 })
  }

  @Test("Exports of all reporters: sums of years, five editions of the Harmonized System")
  func world() throws {
    let result = try read("comtrade_legacy/total_world_exports_2010_2014.csv")
    let sums = (2010...2014).map { year in
      result.observations.filter { $0.period == .year(year) }
        .reduce(0) { $0 + ($1.observation.value ?? 0) }
    }
    #expect(
      sums == [
        15_034_694_878_908, 18_009_990_726_112, 17_976_198_258_218, 18_710_770_106_633,
        18_602_798_378_693,
      ])
    #expect(result.observations.allSatisfy { $0.key.product.isEmpty && $0.key.partner == "WLD" })
    #expect(result.account.leftOut["quantity 0 without a unit"] == 131)
    let note = try #require(result.notes.first { $0.id == "comtrade.classification" })
    #expect(["H0", "H1", "H2", "H3", "H4"].allSatisfy { note.message.contains($0) })
    // Other Asia has no ISO code in this layout, and is no country.
    #expect(result.observations.count { $0.key.reporter == "S19" } == 5)
  }

  @Test("Thailand: the world is the sum of the partners but for roundings")
  func thailand() throws {
    let result = try read("comtrade_plus/thailand_imports_hs8542_2014_2024_TradeData.csv")
    let values = result.observations.filter { $0.key.measure == .value }
    #expect(values.count == 1_178)
    for year in 2014...2024 {
      let world = try #require(
        values.first { $0.key.partner == "WLD" && $0.period == .year(year) }?.observation.value)
      let partners = values.filter { $0.key.partner != "WLD" && $0.period == .year(year) }
      let sum = partners.reduce(0) { $0 + ($1.observation.value ?? 0) }
      // Each partner is rounded to the dollar.
      #expect(abs(world - sum) <= Double(partners.count))
    }
    #expect(
      values.first { $0.key.partner == "WLD" && $0.period == .year(2024) }?.observation.value
        == 24_427_995_897.78)
    // Sum of the column netWgt.
    let weight = result.observations.filter { $0.key.measure == .weight }
      .reduce(0) { $0 + ($1.observation.value ?? 0) }
    #expect(abs(weight - 668_375_183.256999) < 1e-3)
    // Latin 1: a name with a letter beyond ASCII is read without a finding.
    #expect(result.problems.isEmpty)
  }

  @Test("Eurostat: shares of the members sum to 100 within their roundings")
  func eurostat() throws {
    let result = try read("eurostat/eurostat_bulk_cont_exp_eu_sitc0_1_eu27_excerpt.tsv")
    for year in 2002...2025 {
      let column = result.observations.filter { $0.period == .year(year) }
      let whole = try #require(column.first { $0.key.reporter == "EU27_2020" }?.observation.value)
      let members = column.filter { $0.key.reporter != "EU27_2020" }
      #expect(whole == 100)
      #expect(members.count == 27)
      let sum = members.reduce(0) { $0 + ($1.observation.value ?? 0) }
      // The index of the data: sums run from 99.8 to 100.4.
      #expect((99.75...100.45).contains(sum))
      #expect(abs(sum - whole) <= members.reduce(0) { $0 + $1.halfUnit })
    }
    #expect(Set(result.observations.map(\.key.unit)) == [.percent])
  }

  @Test("Comext: values and weights of EU imports of ammonia")
  func comext() throws {
    let result = try read("eurostat/comext_ds-045409_sdmx_csv_2814_2023q1.csv")
    let egypt = try result.only(.month(2023, 2), partner: "EGY", measure: .weight)
    #expect((egypt.observation.value, egypt.key.unit) == (42_369_322, Unit("kg")))
    let russia = try result.only(.month(2023, 3), partner: "RUS")
    #expect((russia.observation.value, russia.key.unit) == (15_134_274, Unit("EUR")))
    // Months without trade are absent, not empty.
    #expect(result.observations.count { $0.key.product == "28142000" } == 2)
    #expect(result.account.missing.isEmpty)
  }

  @Test("OECD: scales, statuses and both currencies")
  func oecd() throws {
    let gdp = try read("oecd/sdmx_csv_gdp.csv")
    // 1,344 figures in dollars and as many in domestic currency, all with status A.
    #expect(gdp.observations.count { $0.key.basis.tokens == ["XDC"] } == 1_344)
    #expect(gdp.observations.allSatisfy { $0.observation.status == .normal })
    let scales = Dictionary(grouping: gdp.observations) { $0.figure?.scale.exponent ?? -1 }
    #expect(scales.mapValues(\.count) == [6: 2_549, 9: 90, 3: 49])
    // The printed digits, unscaled, sum to the column's sum.
    let sum = gdp.observations.reduce(0) { $0 + (Double($1.figure?.text ?? "") ?? 0) }
    #expect(abs(sum - 13_527_462_841.504004) < 0.01)
    let ppp = try read("oecd/oecd_legacy_ppp_flagcodes_bom.csv")
    let usa = ppp.observations.filter { $0.key.reporter == "USA" }
    // The United States are the base of purchasing power parities.
    #expect(usa.count == 62)
    #expect(usa.allSatisfy { $0.observation.value == 1 })
  }

  @Test("IMF: exports less imports are the balance, and mirror flows are others")
  func imf() throws {
    let result = try read("imf_dots/DOTS_g7_2024M2.csv")
    let counts = Dictionary(grouping: result.observations) {
      $0.key.flow.rawValue + $0.key.basis.description
    }
    #expect(
      counts.mapValues(\.count) == [
        "exportsFOB": 42, "importsCIF": 42, "importsFOB": 6, "balance": 42,
      ])
    var pairs = 0
    for balance in counts["balance"] ?? [] {
      func value(_ name: String) -> Double? {
        counts[name]?.first {
          $0.key.reporter == balance.key.reporter && $0.key.partner == balance.key.partner
        }?.observation.value
      }
      let exports = try #require(value("exportsFOB"))
      let imports = try #require(value("importsCIF"))
      #expect(exports - imports == balance.observation.value)
      pairs += 1
    }
    #expect(pairs == 42)
    let ours = try result.only(.month(2024, 2), reporter: "USA", partner: "JPN", flow: .exports)
    let theirs = try result.only(
      .month(2024, 2), reporter: "JPN", partner: "USA", flow: .imports, basis: "CIF")
    #expect(ours.observation.value == 6_117_464_130)
    #expect(theirs.observation.value == 6_910_880_851)
  }
}
