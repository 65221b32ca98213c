import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

@Suite("Words of titles, units and periods in several languages")
struct LayoutWordsTests {
  @Test(
    "Flows in titles",
    arguments: [
      ("Exportaciones Totales", Flow.exports), ("Importations CAF", .imports),
      ("Außenhandel / Ausfuhr (fob)", .exports), ("Invoerwaarde", .imports),
      ("Saldo de la Balanza Comercial", .balance), ("BOP:Balance:SA:Total Trade", .balance),
      ("Re-export", .reExports), ("Exports of services", .servicesExports),
      ("Exports of goods and services", .exports), ("Trade Balance", .balance),
      // Neither prices nor changes nor payments are flows of goods.
      ("Export price index", .other), ("Uitvoer, mutatie", .other), ("Terms of trade", .other),
      ("Balance of payments", .other), ("Exports and imports", .other), ("Exchange rate", .other),
    ])
  func flows(title: String, flow: Flow) { #expect(TradeWords.flow(in: title) == flow) }

  @Test(
    "Units and scales",
    arguments: [
      ("Millones de Dólares", "Dólares", 6), ("Miles de millones de pesos", "pesos", 9),
      ("Tsd. EUR", "EUR", 3), ("mln euro", "EUR", 6), ("x mld. euro", "EUR", 9),
      ("1 000 kr", "kr", 3), ("1.000 kr.", "kr", 3), ("£ millions", "GBP", 6),
      ("$ Millions", "$", 6), ("%", "percent", 0), ("Index 2015=100", "Index 2015=100", 0),
      ("Index, base year = 100", "Index base year = 100", 0),
      ("100 kg", "kg", 2), ("", "", 0),
    ])
  func units(text: String, unit: String, exponent: Int) {
    let phrase = UnitPhrase(text)
    #expect((phrase.unit, phrase.exponent) == (unit, exponent))
  }

  @Test(
    "Periods",
    arguments: [
      ("2024-T3", Period.quarter(2024, 3)), ("2024 januari*", .month(2024, 1)),
      ("2024 1e kwartaal", .quarter(2024, 1)), ("2024K2", .quarter(2024, 2)),
      ("2024M06", .month(2024, 6)), ("2024 JUN", .month(2024, 6)), ("2024", .year(2024)),
    ])
  func periods(text: String, period: Period) { #expect(PeriodWords.read(text) == period) }

  @Test("What is no period", arguments: ["2024-T5", "2024 janvier?", "4711-T1", "T3", "", "x"])
  func noPeriods(text: String) { #expect(PeriodWords.read(text) == nil) }

  @Test("Brazil's numbers of countries: each of them is an area, and no two are the same")
  func comexStat() {
    let codes = (0...999).map { number -> String in
      let text = String(number)
      return ComexStatCountries.area(String(repeating: "0", count: 3 - text.count) + text)
    }.filter { !$0.hasPrefix("BR-") }
    // Examples from the table PAIS of Comex Stat.
    for (number, code) in [("063", "ARG"), ("160", "CHN"), ("249", "USA"), ("072", "AUT")] {
      #expect(ComexStatCountries.area(number) == code)
    }
    #expect(Set(codes).count == codes.count)
    #expect(codes.filter { Area(code: $0) == nil } == [])
  }
}
