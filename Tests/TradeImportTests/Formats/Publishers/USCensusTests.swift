import Diagnostics
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

@Suite("US Census: months of a year as columns")
struct USCensusTests {
  /// A row: imports and exports are the same twelve months and total.
  static func row(_ year: Int, _ code: String, _ name: String, _ months: String, _ total: String)
    -> String
  {
    "\(year),\(code),\(name),\(months),\(total),\(months),\(total)\n"
  }

  static let header = USCensusCountry.required.joined(separator: ",") + "\n"
  static let full = "1,2,3,4,5,6,7,8,9,10,11,12.5"

  @Test("Codes are not areas, names are; the world comes in two bases") func partners() throws {
    let result = imported(
      Self.header + Self.row(2022, "5700", "China", Self.full, "78.5")
        + Self.row(2022, "0004", "\"World, Seasonally Adjusted\"", Self.full, "78.5")
        + Self.row(2022, "0015", "\"World, Not Seasonally Adjusted\"", Self.full, "78.5")
        + Self.row(2022, "0007", "Advanced Technology Products", Self.full, "78.5"),
      as: USCensusCountry())
    #expect(result.problems.isEmpty)
    #expect(result.repeated == 0)
    #expect(result.observations.count == 4 * 26)
    let china = try result.only(.month(2022, 12), partner: "CHN", flow: .imports)
    #expect(china.observation.value == 12_500_000)
    #expect(china.key.basis == Basis("NSA"))
    #expect(
      try result.only(.year(2022), partner: "WLD", flow: .exports, basis: "SA").observation.value
        == 78_500_000)
    #expect(try result.only(.month(2022, 1), flow: .exports, product: "ATP").key.partner == "WLD")
  }

  @Test("Artefacts of binary storage become the decimals they came from") func artefacts() throws {
    // 0.1 + 0.2 in binary is 0.30000000000000004; with ten more zeros the sum stays 0.3.
    let result = imported(
      Self.header
        + Self.row(2022, "5700", "China", "0.1,0.2,0,0,0,0,0,0,0,0,0,0", "0.30000000000000004")
        + Self.row(
          2022, "1220", "Canada", "1,0,0,0,0,0,0,0,0,0,0,2.9999999999999997e-06", "1.000003"),
      as: USCensusCountry())
    #expect(result.problems.isEmpty)
    let total = try result.only(.year(2022), partner: "CHN", flow: .imports)
    #expect(total.figure == PublishedFigure(printed: "0.3", scale: .million))
    #expect(total.observation.value == 300_000)
    #expect(
      try result.only(.month(2022, 12), partner: "CAN", flow: .exports).observation.value == 3)
    let note = result.notes.first { $0.id == "us-census.binary" }
    #expect(note?.message.contains("'0.30000000000000004' as 0.3") == true)
    #expect(note?.message.hasPrefix("4 numbers") == true)
  }

  @Test("Zero in months to come is not yet published; zero before is zero") func monthsToCome()
    throws
  {
    let result = imported(
      Self.header + Self.row(2023, "5700", "China", "1,0,3,0,0,0,0,0,0,0,0,0", "4")
        + Self.row(2023, "1220", "Canada", "0,0,0,0,0,0,0,0,0,0,0,0", "0")
        + Self.row(2022, "1220", "Canada", "0,0,0,0,0,0,0,0,0,0,0,0", "0"),
      as: USCensusCountry())
    #expect(result.problems.isEmpty)
    #expect(
      try result.only(.month(2023, 2), partner: "CHN", flow: .imports).observation == Observation(0)
    )
    #expect(
      try result.only(.month(2023, 4), partner: "CAN", flow: .imports).observation
        == Observation(missing: .notYetPublished))
    #expect(try result.only(.month(2022, 4), flow: .imports).observation == Observation(0))
    // The year so far is dated by the months it has.
    #expect(
      try result.only(
        Period(from: Month(year: 2023, month: 1), count: 3), partner: "CHN", flow: .exports
      )
      .observation.value == 4_000_000)
    #expect(result.missing(.notYetPublished) == 2 * 2 * 9)
  }

  @Test("With January alone the year's column repeats it and is left out by rule") func january() {
    let result = imported(
      Self.header + Self.row(2023, "5700", "China", "1,0,0,0,0,0,0,0,0,0,0,0", "1"),
      as: USCensusCountry())
    #expect(result.observations.count == 24)
    #expect(result.repeated == 0)
  }

  @Test("A year that is not the sum of its months is reported and kept") func wrongTotal() throws {
    let result = imported(
      Self.header + Self.row(2022, "5700", "China", Self.full, "78.6"), as: USCensusCountry())
    #expect(
      result.problems.map(\.diagnostic.id) == ["us-census.year-total", "us-census.year-total"])
    #expect(result.problems.map(\.expected) == ["78.5", "78.5"])
    #expect(result.problems.map(\.diagnostic.severity) == [.warning, .warning])
    #expect(result.observations.count == 26)
  }

  @Test("Two codes with one name in the same year stay apart") func sharedName() throws {
    let result = imported(
      Self.header + Self.row(1993, "5080", "Israel", Self.full, "78.5")
        + Self.row(1993, "5081", "Israel", Self.full, "78.5")
        + Self.row(1994, "5081", "Israel", Self.full, "78.5"), as: USCensusCountry())
    #expect(result.repeated == 0)
    #expect(Set(result.observations.map(\.key.partner)) == ["ISR", "5080"])
    #expect(try result.only(.month(1994, 3), flow: .imports).key.partner == "ISR")
  }

  @Test("A bad year, a bad number, a short row") func bad() {
    let result = imported(
      Self.header + "x,5700,China,\(Self.full),78.5,\(Self.full),78.5\n"
        + Self.row(2022, "5700", "China", "x,2,3,4,5,6,7,8,9,10,11,12.5", "78.5")
        + "2022,1220,Canada,1\n", as: USCensusCountry())
    #expect(
      result.problems.map(\.diagnostic.id).sorted() == [
        "csv.unequal-fields", "import.number", "import.number", "us-census.year",
      ])
  }
}
