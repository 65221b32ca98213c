import Diagnostics
import TestSupport
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

/// Small files in the layout of Eurostat's bulk download.
@Suite("Eurostat TSV")
struct EurostatTests {
  static let header = "freq,unit,flow,partner,geo\\TIME_PERIOD\t2023-01 \t2023-02 \n"

  @Test("Flags behind values, and kinds of missing values")
  func flags() throws {
    // Meanings of the letters: Eurostat, data browser, flags.
    let text =
      Self.header + "M,MIO_EUR,IMP,US,BE\t12.30 p\t: c\n" + "M,MIO_EUR,EXP,US,BE\t: \t0.0 n\n"
      + "M,MIO_EUR,EXP,US,EL\t-4.5 be\t:z\n"
    let result = imported(text, as: EurostatTSV())
    #expect(result.problems.isEmpty)
    let first = try result.only(.month(2023, 1), reporter: "BEL", flow: .imports)
    #expect(first.observation == Observation(12_300_000, .provisional))
    #expect((first.figure?.text, first.figure?.scale) == ("12.30", .million))
    #expect((first.key.partner, first.key.unit) == ("USA", Unit("EUR")))
    let hidden = try result.only(.month(2023, 2), reporter: "BEL", flow: .imports)
    #expect(hidden.observation == Observation(missing: .confidential))
    let unknown = try result.only(.month(2023, 1), reporter: "BEL", flow: .exports)
    #expect(unknown.observation == Observation(missing: .unknown))
    let small = try result.only(.month(2023, 2), reporter: "BEL", flow: .exports)
    #expect(small.observation == Observation(0, .notSignificant))
    let greek = try result.only(.month(2023, 1), reporter: "GRC")
    #expect(greek.observation == Observation(-4_500_000, [.breakInSeries, .estimated]))
    let impossible = try result.only(.month(2023, 2), reporter: "GRC")
    #expect(impossible.observation == Observation(missing: .notApplicable))
    #expect(result.account.missing == ["confidential": 1, "not applicable": 1, "not available": 1])
  }

  @Test(
    "Damage is reported with its place",
    arguments: [
      ("M,MIO_EUR,IMP,US,BE\t1,2 \t1 \n", "import.number", 2, 2),
      ("M,MIO_EUR,IMP,US,BE\t \t1 \n", "import.number", 2, 2),
      ("M,MIO_EUR,IMP,US,BE\t1 %\t1 \n", "import.number", 2, 2),
      ("M,MIO_EUR,IMP,US,BE\t1 \n", "csv.unequal-fields", 2, nil),
      ("M,MIO_EUR,IMP,BE\t1 \t2 \n", "eurostat.key", 2, 1),
      ("A,MIO_EUR,IMP,US,BE\t1 \t2 \n", "eurostat.frequency", 2, 1),
      ("M,MIO_EUR,I MP,US,BE\t1 \t2 \n", "eurostat.code", 2, 1),
    ] as [(String, String, Int, Int?)])
  func damage(record: String, id: String, line: Int, column: Int?) throws {
    let result = imported(Self.header + record, as: EurostatTSV())
    let problem = try #require(result.problems.first)
    #expect(problem.diagnostic.id == id)
    #expect(problem.diagnostic.location?.line == line)
    #expect(problem.columnNumber == column)
    #expect(problem.byteOffset ?? 0 >= Self.header.utf8.count)
    #expect(result.account.refused > 0)
  }

  @Test("A cut line that leaves a shorter number is seen by the space it lost")
  func lostSpace() throws {
    let full = (1...6).map {
      "M,MIO_EUR,IMP,US,\(["BE", "DE", "FR", "IT", "NL", "AT"][$0 - 1])\t10 \t20 \n"
    }
    let text = Self.header + full.joined() + "M,MIO_EUR,IMP,US,ES\t10 \t2\n"
    let result = imported(text, as: EurostatTSV())
    #expect(result.problems.map(\.diagnostic.id) == ["eurostat.no-space"])
    #expect(result.problems.first?.diagnostic.location?.line == 8)
    // Without any spaces, as another program writes it, nothing is odd.
    let bare = imported(
      text.replacing(" \t", with: "\t").replacing(" \n", with: "\n"), as: EurostatTSV())
    #expect(bare.problems.isEmpty)
    #expect(bare.observations.count == 14)
  }

  @Test("Names of dimensions and periods in the header are checked")
  func header() throws {
    let damaged = imported(
      "freq,unit,flow,partner,gea\\TIME_PERIOD\t2023 \t2024 \nA,EUR,IMP,US,BE\t1 \t2 \n",
      as: EurostatTSV())
    #expect(damaged.problems.map(\.diagnostic.id) == ["eurostat.name"])
    #expect(damaged.problems.first?.expected == "geo")
    let names = (2014...2022).map { "\($0) " }.joined(separator: "\t")
    let values = (2014...2022).map { _ in "1 " }.joined(separator: "\t")
    let period = imported(
      "freq,geo\\TIME_PERIOD\t\(names)\t20x3 \nA,BE\t\(values)\t2 \n", as: EurostatTSV())
    #expect(period.problems.map(\.diagnostic.id) == ["import.period"])
    #expect(period.account.leftOut == ["column without a period": 1])
    #expect(period.observations.count == 9)
  }
}
