import Foundation
import TestSupport
import Testing

@testable import Validation

/// Every table of the shared data with the verdict that is expected of it, none undecided.
///
/// The verdicts follow from the README of the data: the tables of India on the world print totals
/// that are not the sum of their rows, the yearbook of 1975 lost minus signs in the scan, and the
/// other tables are clean.
@Suite(
  "Verdicts on real tables",
  .enabled(if: RepositoryFiles.sharedData != nil, "TRADEWIND_SHARED_DATA is not set"))
struct TableVerdictTests {
  private static let isSlow = ProcessInfo.processInfo.environment["TRADEWIND_SLOW_TESTS"] == "1"

  private func bytes(_ path: String) throws -> [UInt8] {
    let root = try #require(RepositoryFiles.sharedData)
    return Array(try Data(contentsOf: root.appending(path: path)))
  }

  private func check(_ path: String, _ verdict: CheckResult.Verdict) throws {
    let checked = InputChecker().check(SourceReader().read(try bytes(path), file: path))
    #expect(checked.verdict == verdict, "\(path)")
    #expect(checked.parts.allSatisfy { !$0.result.isUndecided }, "\(path)")
    #expect(
      checked.parts.allSatisfy { $0.result.notes.allSatisfy { !$0.hasPrefix("not decided") } })
  }

  static let transcribed: [(String, CheckResult.Verdict)] = [
    ("belgium_balance_of_goods_economy_com_2019", .consistent),
    ("canada_belgium_monthly_2015_claims", .notCheckable),
    ("china_belgium_2002_china_customs_claim", .consistent),
    ("destatis_2007_foreign_trade_claims_de", .consistent),
    ("eurostat_178-2019_ea19_trade_sep2019", .consistent),
    ("flanders_exports_to_china_2020_sector_shares", .consistent),
    ("hk_yearbook_1975_domestic_exports_by_partner_ocr", .inconsistent),
    ("hk_yearbook_1975_imports_by_partner_ocr", .inconsistent),
    ("hk_yearbook_2005_trade_by_partner", .consistent),
    ("hk_yearbook_2010_trade_by_partner", .consistent),
    ("hk_yearbook_2011_trade_by_partner", .consistent),
    ("statcan_11-010-x_2010007_table8.2-3_trade_balance_by_partner_yoy", .consistent),
    ("statcan_65-001-x_2010009_table1-1_current_dollars", .consistent),
    ("statcan_65-001-x_2010009_table1-2_constant2002_vintage_sep2010", .consistent),
    ("us_census_exh13_goods_by_country_2003_01", .consistent),
    ("us_census_ft920_exh3_exports_by_country_2007_09", .consistent),
    ("wto_leading_exporters_importers_2003", .consistent),
  ]

  @Test("transcribed tables", arguments: transcribed)
  func transcribed(name: String, verdict: CheckResult.Verdict) throws {
    try check("tables/transcribed/\(name).csv", verdict)
  }

  static let india: [(String, CheckResult.Verdict)] = [
    ("export_china_1996_1997", .consistent), ("export_china_2000_2001", .consistent),
    ("export_china_2002_2003", .consistent), ("export_china_2008_2009", .consistent),
    ("export_china_2010_2011", .consistent), ("export_china_2013_2014", .consistent),
    ("export_world_1996_1997", .inconsistent), ("export_world_2000_2001", .inconsistent),
    ("export_world_2002_2003", .inconsistent), ("export_world_2004_2005", .inconsistent),
    ("export_world_2006_2007", .inconsistent), ("export_world_2012_2013", .inconsistent),
    ("export_world_2013_2014", .inconsistent), ("export_world_2017_2018", .inconsistent),
    ("import_china_1998_1999", .consistent), ("import_china_2000_2001", .consistent),
    ("import_china_2008_2009", .inconsistent), ("import_china_2012_2013", .consistent),
    ("import_china_2013_2014", .consistent), ("import_world_1998_1999", .inconsistent),
    ("import_world_2006_2007", .inconsistent), ("import_world_2010_2011", .inconsistent),
    ("import_world_2012_2013", .inconsistent), ("import_world_2015_2016", .inconsistent),
  ]

  @Test(
    "tables of India, a hundred commodities each",
    .enabled(if: isSlow, "TRADEWIND_SLOW_TESTS is not 1"), arguments: india)
  func india(name: String, verdict: CheckResult.Verdict) throws {
    try check("tables/dgcis/india_\(name).csv", verdict)
  }

  @Test(
    "Statistics Canada: months, quarters and years as one system",
    .enabled(if: isSlow, "TRADEWIND_SLOW_TESTS is not 1"))
  func joint() throws {
    let tables = try ["monthly", "quarterly", "annual"].flatMap { name in
      let file = "flagship/statcan-\(name).csv"
      return TableReader().delimited(String(decoding: try bytes(file), as: UTF8.self), file: file)
        .tables
    }
    let checked = InputChecker().check(TableFrontEnd().documents(tables, file: "statcan"))
    #expect(checked.verdict == .consistent)
    let claims = checked.parts.flatMap(\.result.claims)
    #expect(claims.allSatisfy { $0.verdict == .consistent })
    // 210 balances and 377 changes, as in the three tables alone.
    #expect(claims.count { $0.claim.kind == .difference } == 210)
    #expect(claims.count { $0.claim.kind == .growth } == 377)
    #expect(checked.parts.allSatisfy { !$0.result.isUndecided })
  }
}
