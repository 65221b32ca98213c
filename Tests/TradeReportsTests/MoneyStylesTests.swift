import Diagnostics
import Indicators
import Reporting
import TestSupport
import Testing
import TimeSeries
import TradeImport
import TradeModel

@testable import TradeReports

@Suite("How amounts are printed")
struct MoneyStylesTests {
  private func money(
    _ printed: [(String, exponent: Int)], unit: String = "USD"
  ) throws -> MoneyStyles {
    var observations: [TradeObservation] = []
    for (text, exponent) in printed {
      observations +=
        SmallTrade.dataset(["2009 USA \(text) -"], unit: unit, exponent: exponent)
        .observations
    }
    return MoneyStyles(observations, unit: Unit(unit))
  }

  @Test("In the scale of the source, with its decimals") func scale() throws {
    let billions = try money([("63.9", 9), ("1.0", 9), ("5", 6)])
    #expect(billions.amount.print(63.9e9).text == "US$63.9 billion")
    #expect(billions.cell.print(63.9e9).text == "63.9")
    #expect(billions.changeCell.print(3.2e9).text == "+3.2")
    #expect(billions.size.print(-3.2e9).text == "US$3.2 billion")
    #expect(billions.unitName == "US$ bn")
    let millions = try money([("99592", 6)], unit: "CAD")
    #expect(millions.amount.print(99_592e6).text == "C$99,592 million")
    let thousands = try money([("512", 3)])
    #expect(thousands.amount.print(512e3).text == "US$512 thousand")
    #expect(thousands.unitName == "US$ thsd")
  }

  /// 0.64 hundred million is 64 million: no English word for 1e8, so billions with more digits.
  @Test("A scale without a name goes up to one with a name") func hundredMillions() throws {
    let hundreds = try money([("639.2", 8)])
    #expect(hundreds.amount.print(63.92e9).text == "US$63.92 billion")
    let tens = try money([("12", 4)])  // 120,000 is 0.12 million
    #expect(tens.amount.print(120_000).text == "US$0.12 million")
  }

  @Test("Whole units get a scale that leaves a digit before the point") func units() throws {
    #expect(try money([("29705000000", 0)]).amount.print(29_705_000_000).text == "US$29.7 billion")
    #expect(try money([("800", 0)]).amount.print(800).text == "US$800")
    #expect(try money([("12.55", 0)]).amount.print(12.55).text == "US$12.55")
  }

  @Test("A currency without a sign, a unit that is none, no unit") func unitNames() throws {
    let krona = try money([("1.2", 9)], unit: "SEK")
    #expect(krona.amount.print(1.2e9).text == "SEK 1.2 billion")
    #expect(krona.unitName == "SEK bn")
    let tonnes = try money([("1.2", 6)], unit: "tonnes")
    #expect(tonnes.amount.print(1.2e6).text == "1.2 million tonnes")
    #expect(tonnes.unitName == "tonnes mn")
    #expect(MoneyStyles([], unit: Unit("")).amount.print(5).text == "5")
  }

  @Test("Data without printed digits") func plain() throws {
    let csv = "period,partner,flow,value\n2008,USA,exports,1234567890\n2008,USA,imports,900000000\n"
    let data = Dataset(
      path: "plain", data: (Array(csv.utf8), "plain.csv"),
      fill: { $0.filled(reporter: "CHN", unit: Unit("USD")) })
    let report = try SmallTrade.report(data, "2008")
    #expect(report.mainPoints[0] == "Exports to the United States were US$1.2 billion.")
  }
}
