import Diagnostics
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

/// Series below their descriptions; the expected numbers are those printed in ``LayoutSamples``,
/// times the scale that stands above them.
@Suite("Series below their descriptions, as data")
struct PublishedSheetTests {
  @Test("ONS: years, quarters and months below each other, two units")
  func ons() throws {
    let result = imported(LayoutSamples.ons, as: PublishedSheet.ons)
    #expect(result.problems.isEmpty)
    let year = try result.only(.year(2020), flow: .exports)
    #expect(
      year.key
        == SeriesKey(
          reporter: "GBR", partner: "WLD", flow: .exports, product: "AB12", unit: Unit("GBP")))
    #expect((year.observation.value, year.figure?.text) == (410_500_000, "410.5"))
    #expect(year.vintage == Vintage(parsing: "2022-02-03"))
    #expect(try result.only(.quarter(2021, 1), product: "AB12").observation.value == 101_000_000)
    let index = try result.only(.quarter(2021, 1), product: "CD34")
    #expect((index.key.flow, index.observation.value) == (.other, 98))
    #expect(
      try result.only(.month(2021, 1), product: "CD34").observation
        == Observation(missing: .unknown))
    #expect((result.account.header, result.account.data) == (8, 3))
  }

  @Test("ABS: quarters are dated by their last month; a label that is damaged is not understood")
  func abs() throws {
    let result = imported(LayoutSamples.abs, as: PublishedSheet.abs)
    #expect(result.problems.isEmpty)
    let exports = try result.only(.quarter(2021, 1), product: "A100A")
    #expect(
      exports.key
        == SeriesKey(
          reporter: "AUS", partner: "WLD", flow: .exports, product: "A100A", basis: Basis("NSA"),
          unit: Unit("AUD")))
    #expect(exports.observation.value == 51_000_000_000)
    let second = try result.only(.quarter(2021, 2), product: "A100A")
    #expect(second.observation.value == 52_000_500_000)
    let terms = try result.only(.quarter(2021, 2), product: "A200B")
    #expect((terms.observation.value, terms.key.flow) == (102, .other))
    // Without units the size of the figures would not be known.
    let source = SourceText(
      file: "f",
      decoded: DecodedText(Array(LayoutSamples.abs.replacingOnce("Unit,", "Umit,").utf8)))
    #expect(PublishedSheet.abs.recognise(source) == nil)
  }

  @Test("Banco de México: days before months, each series with its own frequency")
  func banxico() throws {
    let result = imported(LayoutSamples.banxico, as: PublishedSheet.banxico)
    #expect(result.problems.isEmpty)
    let exports = try result.only(.month(2020, 1))
    #expect((exports.key.flow, exports.key.unit) == (.exports, .usDollar))
    #expect(exports.observation.value == 30_500_000)
    #expect(try result.only(.month(2020, 2)).observation.value == 31_000_000)
    #expect(try result.only(.month(2020, 3)).observation == Observation(missing: .unknown))
    let imports = try result.only(.quarter(2020, 1))
    #expect((imports.key.flow, imports.key.unit.code) == (.imports, "MXN"))
    #expect(imports.observation.value == 77_000)
    #expect(result.account.leftOut == ["cells between the periods of a series": 2])
    #expect((result.account.preamble, result.account.blank) == (2, 1))
  }

  @Test("INSEE: T is a quarter, falling order, codes behind each series")
  func insee() throws {
    let result = imported(LayoutSamples.insee, as: PublishedSheet.insee)
    #expect(result.problems.isEmpty)
    let last = try result.only(.quarter(2021, 4), flow: .imports)
    #expect(last.key.product == "000123456")
    #expect(last.observation == Observation(52_000, .provisional))
    #expect(last.vintage == Vintage(parsing: "2022-03-08"))
    #expect(
      try result.only(.quarter(2021, 4), flow: .exports).observation
        == Observation(missing: .unknown))
    #expect(try result.only(.quarter(2021, 3), flow: .exports).observation.value == 41_000)
    let unknown = imported(
      LayoutSamples.insee.replacingOnce("\"P\"", "\"?\""), as: PublishedSheet.insee)
    #expect(unknown.problems.map(\.diagnostic.id) == ["import.status"])
  }

  @Test("A row that is no period is refused, with all of its cells")
  func period() {
    let text = LayoutSamples.insee.replacingOnce("2021-T4", "2021-T5")
    let result = imported(text, as: PublishedSheet.insee)
    #expect(
      result.problems.map(\.diagnostic.description) == [
        "file.csv:5:1: error: '2021-T5' is not a period [import.period]"
      ])
    #expect((result.account.refused, result.account.values) == (2, 2))
  }
}
