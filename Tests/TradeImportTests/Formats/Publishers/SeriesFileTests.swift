import Diagnostics
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

@Suite("Bundesbank and INSEE: series by date")
struct SeriesFileTests {
  @Test("Bundesbank: semicolons, decimal commas, metadata, flags, remark") func bundesbank() throws
  {
    let result = imported(
      """
      ;AB01;AB01_FLAGS;
      ;Ausfuhr, gesamt;;
      Einheit;EUR;;
      Dimension;Mrd;;
      Stand vom;8.05.2009 13:32 Uhr;;
      2008-11;11,30;;
      2008-12;.;Kein Wert vorhanden;
      2009-01;-1,5;vorläufig;
      ;Bemerkung: nur ein Beispiel;;

      """, as: BundesbankSeries())
    #expect(result.problems.isEmpty)
    let first = try result.only(.month(2008, 11))
    #expect(
      first.key
        == SeriesKey(
          // The title is "Ausfuhr, gesamt".
          reporter: "DEU", partner: "WLD", flow: .exports, product: "AB01", unit: Unit("EUR")))
    #expect(first.observation == Observation(11_300_000_000))
    #expect(first.figure?.text == "11.30")
    #expect(first.vintage == Vintage(parsing: "2009-05-08"))
    #expect(try result.only(.month(2008, 12)).observation == Observation(missing: .unknown))
    #expect(
      try result.only(.month(2009, 1)).observation == Observation(-1_500_000_000, .provisional))
  }

  @Test("Bundesbank: two series, a number with a point, an unknown flag") func bundesbankBad()
    throws
  {
    let result = imported(
      """
      ;A;A_FLAGS;B;B_FLAGS
      ;Eins;;Zwei;
      Einheit;% p.a.;;DM;
      Dimension;Eins;;Tausend;
      2009-01;1.5;;2,0;?
      2009-02;3;;4;

      """, as: BundesbankSeries())
    #expect(result.problems.map(\.diagnostic.id) == ["import.number", "bundesbank.flag"])
    #expect(result.problems.map(\.rawText) == ["1.5", "?"])
    #expect(try result.only(.month(2009, 2), product: "A").key.unit == .percent)
    #expect(try result.only(.month(2009, 2), product: "B").observation.value == 4000)
    #expect(try result.only(.month(2009, 2), product: "B").key.unit == Unit("DEM"))
  }

  @Test("INSEE: empty first field, dates, the frequency from their distance") func insee() throws {
    let result = imported(
      "\tS854628\tS854655\n1990-01-01\t89.8\t\n1990-04-01\t95.8\t79.4\n", as: INSEESeries())
    #expect(result.problems.isEmpty)
    #expect(try result.only(.quarter(1990, 2), product: "S854655").observation.value == 79.4)
    #expect(
      try result.only(.quarter(1990, 1), product: "S854655").observation
        == Observation(missing: .unknown))
    #expect(result.observations.first?.key.reporter == "FRA")
  }

  @Test("INSEE: a plain wide table is not taken for one") func notINSEE() {
    for text in ["\tGermany\n1990-01-01\t1\n", "date\tS854628\n1990-01-01\t1\n"] {
      let source = SourceText(file: "f", decoded: DecodedText(Array(text.utf8)))
      #expect(INSEESeries().recognise(source) == nil)
    }
  }
}
