import Diagnostics
import Foundation
import TestSupport
import Testing
import TimeSeries

@testable import Validation

/// Tables of statistical offices and the flagship data, checked whole.
///
/// What is wrong with them is said in the README of the data; everything else must be clean.
@Suite(
  "Real tables",
  .enabled(if: RepositoryFiles.sharedData != nil, "TRADEWIND_SHARED_DATA is not set"))
struct RealTableTests {
  private func bytes(_ path: String) throws -> [UInt8] {
    let root = try #require(RepositoryFiles.sharedData)
    return Array(try Data(contentsOf: root.appending(path: path)))
  }

  private func check(_ path: String) throws -> CheckedInput {
    InputChecker().check(SourceReader().read(try bytes(path), file: path))
  }

  private func claims(_ checked: CheckedInput, _ kind: Claim.Kind) -> Int {
    checked.parts.flatMap(\.result.claims).count { $0.claim.kind == kind }
  }

  @Test("Statistics Canada is clean: 210 balances, 377 changes")
  func statisticsCanada() throws {
    let files = ["monthly", "quarterly", "annual"].map { "flagship/statcan-\($0).csv" }
    let checked = try files.map(check)
    for each in checked {
      #expect(each.verdict == .consistent, "\(each.file)")
      #expect(
        each.parts.allSatisfy { part in part.result.claims.allSatisfy { $0.verdict == .consistent }
        })
    }
    #expect(checked.map { claims($0, .difference) }.reduce(0, +) == 210)
    #expect(checked.map { claims($0, .growth) }.reduce(0, +) == 377)
    let byPartner = try check("flagship/statcan-balance-by-partner.csv")
    #expect(byPartner.verdict == .consistent)
    #expect(claims(byPartner, .sum) == 16)
  }

  @Test("Statistics Canada: 32 quarters are the sum of their months, 17 years of their quarters")
  func periods() throws {
    let tables = try ["monthly", "quarterly", "annual"].flatMap { name in
      let file = "flagship/statcan-\(name).csv"
      return TableReader().delimited(String(decoding: try bytes(file), as: UTF8.self), file: file)
        .tables
    }
    let reading = TableFrontEnd().documents(tables, file: "statcan")
    let parts = reading.parts.flatMap {
      $0.document.readings[0].identities.filter { $0.kind == .periods }
    }
    let exports = parts.compactMap { $0.form.terms.first?.quantity }.filter {
      $0.measure == .exports
    }
    let months = exports.compactMap { $0.period?.span?.count }
    #expect(months.count { $0 == 3 } == 32)
    #expect(months.count { $0 == 12 } == 17)
    #expect(reading.diagnostics.isEmpty)
    // One system of all three tables takes a minute without optimization.
    guard ProcessInfo.processInfo.environment["TRADEWIND_SLOW_TESTS"] == "1" else { return }
    #expect(InputChecker().check(reading).verdict == .consistent)
  }

  @Test(
    "clean tables stay clean",
    arguments: [
      "tables/transcribed/belgium_balance_of_goods_economy_com_2019.csv",
      "tables/transcribed/china_belgium_2002_china_customs_claim.csv",
      "tables/transcribed/destatis_2007_foreign_trade_claims_de.csv",
      "tables/transcribed/eurostat_178-2019_ea19_trade_sep2019.csv",
      "tables/transcribed/flanders_exports_to_china_2020_sector_shares.csv",
      "tables/transcribed/hk_yearbook_2005_trade_by_partner.csv",
      "tables/transcribed/hk_yearbook_2010_trade_by_partner.csv",
      "tables/transcribed/hk_yearbook_2011_trade_by_partner.csv",
      "tables/transcribed/statcan_11-010-x_2010007_table8.2-3_trade_balance_by_partner_yoy.csv",
      "tables/transcribed/statcan_65-001-x_2010009_table1-1_current_dollars.csv",
      "tables/transcribed/statcan_65-001-x_2010009_table1-2_constant2002_vintage_sep2010.csv",
      "tables/transcribed/us_census_exh13_goods_by_country_2003_01.csv",
      "tables/transcribed/us_census_ft920_exh3_exports_by_country_2007_09.csv",
      "tables/transcribed/wto_leading_exporters_importers_2003.csv",
      "flagship/us-goods-annual-cumulative.csv", "flagship/us-goods-petroleum.csv",
      "flagship/us-partners-2003.csv", "flagship/us-real-balance-annual-cumulative.csv",
      "flagship/us-real-balance-monthly.csv",
    ])
  func clean(path: String) throws {
    let checked = try check(path)
    #expect(checked.verdict == .consistent, "\(path)")
    #expect(checked.checkedCount > 0)
    #expect(checked.diagnostics.filter { $0.severity == .error }.isEmpty)
  }

  @Test("six levels without a relation are not checkable")
  func notCheckable() throws {
    let checked = try check("tables/transcribed/canada_belgium_monthly_2015_claims.csv")
    #expect(checked.verdict == .notCheckable)
    #expect(checked.figures.count == 6)
  }

  @Test(
    "India: growth and shares hold, whatever the totals do",
    arguments: [
      "india_export_china_2013_2014", "india_export_world_2017_2018",
      "india_import_world_1998_1999",
    ])
  func india(name: String) throws {
    let path = "tables/dgcis/\(name).csv"
    let reading = SourceReader(without: ["sum"]).read(try bytes(path), file: path)
    let checked = InputChecker().check(reading)
    #expect(checked.verdict == .consistent)
    // A few rows of the tables on China have a value in one year only.
    #expect(checked.checkedCount * 100 >= checked.figures.count * 95)
    // The totals of both years are meant as sums: they come within half a percent.
    let sums = SourceReader().read(try bytes(path), file: path).assumptions.first { $0.id == "sum" }
    #expect(sums?.count == 2)
  }

  @Test("Hong Kong 1975: the minus signs that the scan lost")
  func hongKong() throws {
    let exports = try check(
      "tables/transcribed/hk_yearbook_1975_domestic_exports_by_partner_ocr.csv")
    #expect(exports.verdict == .inconsistent)
    let wrong = exports.parts[0].result.claims
      .filter { $0.claim.kind == .growth && $0.verdict == .inconsistent }
      .compactMap { claim in exports.figures.first { $0.id == claim.claim.target }?.text }
    // Singapore, the Netherlands, others, the total.
    #expect(wrong == ["0.2", "1.5", "5.5", "0.2"])
    // Three cells that are no numbers, as the README says.
    #expect(exports.diagnostics.map(\.id) == Array(repeating: "check.not-a-number", count: 3))
  }

  @Test("United States 1981: the balance without its sign")
  func sign() throws {
    let checked = try check("flagship/us-merchandise-annual-1972-1981.csv")
    let repairs = checked.parts[0].result.repairs.filter { $0.group == 0 }
    let first = try #require(repairs.first { $0.likely == "sign" })
    #expect(checked.figures.first { $0.id == first.figures[0] }?.text == "34.6")
    // 238.65 - 273.45 to 238.75 - 273.35.
    #expect(first.feasible == [ExactInterval(Rational(-348, 10), Rational(-346, 10))])
    // 1974 to 1980 the balance on customs imports has another, footnoted definition.
    #expect(checked.diagnostics.map(\.id) == ["check.not-assumed"])
    #expect(checked.parts[0].result.claims.count { $0.verdict == .inconsistent } == 1)
  }

  @Test("China and its partners: year to date in the rows of months, two misprints")
  func chinaPartners() throws {
    let checked = try check("flagship/china-partners-monthly.csv")
    #expect(checked.verdict == .inconsistent)
    func text(_ id: String?) -> String? { checked.figures.first { $0.id == id }?.text }
    // Only one relation inside a document is broken: Japan's balance of July 2009.
    let broken = checked.parts.flatMap(\.result.claims).filter { $0.verdict == .inconsistent }
    #expect(broken.map { text($0.claim.target) } == ["-2.8"])
    let repair = try #require(checked.parts.flatMap(\.result.repairs).first)
    #expect(text(repair.figures[0]) == "-2.8")
    #expect(repair.slips.first??.corrected?.digits == "-3.8")
    // The tables of June and July print the year to date; the one of November does not.
    let conflicts = checked.comparisons.filter { $0.relation == .conflict }
    let toDate = conflicts.filter { $0.slip?.kind == .monthForYearToDate }
    #expect(Set(toDate.map(\.document)) == ["2009-06", "2009-07"])
    #expect(toDate.count { $0.document == "2009-06" } == 11)
    #expect(toDate.count { $0.document == "2009-07" } == 16)
    // Japan's exports of June 2009.
    let others = conflicts.filter { $0.slip?.kind != .monthForYearToDate }
    #expect(others.map { text($0.figures.last) } == ["-28.1"])
    #expect(others.first?.explanation.contains("-23.0 to -21.2 would fit") == true)
    #expect(others.first?.document == "2009-11")
  }

  @Test("China and Belgium: a deficit that is the import figure, a revised base")
  func chinaBelgium() throws {
    let checked = try check("flagship/china-belgium-published.csv")
    func text(_ id: String?) -> String? { checked.figures.first { $0.id == id }?.text }
    // Inside each of the 40 publications all sums and balances hold.
    #expect(checked.parts.allSatisfy { $0.result.verdict != .inconsistent })
    let deficit = checked.comparisons.filter { $0.slip?.kind == .otherCell }
    #expect(Set(deficit.compactMap { text($0.figures.last) }) == ["-35.3"])
    #expect(Set(deficit.compactMap { text($0.slip?.source) }) == ["35.3"])
    let revised = try #require(checked.comparisons.first { $0.relation == .revisedBase })
    #expect(text(revised.figures.last) == "-3.1")
    // 29.705/0.9695 to 29.715/0.9685; with exports unchanged and imports down 16.7 %:
    // 24.845 + 4.855/0.8335 to the same upper end.
    #expect(revised.explanation.contains("30.6395 to 30.6815"))
    #expect(revised.explanation.contains("30.6698 to 30.6815"))
  }
}
