import Diagnostics
import Testing
import TimeSeries
import TradeImport
import TradeModel

@Suite("Tidy CSV is read into observations")
struct TidyReaderTests {
  @Test("Every column") func everyColumn() throws {
    let table = """
      period,reporter,partner,flow,product,measure,basis,value,unit,printed,scale,hedge,status,\
      vintage,source
      2024-01/2024-09,CHN,BEL,total_trade,8703,weight,SA+BOP,29710000000,kg,29.71,1e9,more_than,\
      E+P,2024-10-18,s1

      """
    let data = dataset(table)
    #expect(data.diagnostics == [])
    let row = try #require(data.observations.first)
    #expect(data.observations.count == 1)
    #expect(
      row.key
        == SeriesKey(
          reporter: "CHN", partner: "BEL", flow: .totalTrade, product: "8703", measure: .weight,
          basis: Basis("SA+BOP"), unit: Unit("kg")))
    #expect(row.period == Period(from: Month(year: 2024, month: 1), count: 9))
    #expect(
      row.observation == Observation(29_710_000_000, .estimated.union(.provisional)))
    #expect(
      row.figure == PublishedFigure(printed: "29.71", scale: .billion, hedge: .moreThan))
    // 29.71 billion stands for 29.705 to 29.715.
    #expect(row.halfUnit == 5_000_000)
    #expect(row.hedge == .moreThan)
    #expect(row.words == nil)
    #expect(row.vintage == Vintage(parsing: "2024-10-18"))
    #expect(row.source == "s1")
    #expect(row.location == InputLocation(file: "data.csv", line: 2, column: 56))
  }

  @Test("The manifest fills the column that is missing and the cell that is empty")
  func constants() throws {
    let manifest = """
      {"reporter": "CAN", "partner": "USA", "flow": "imports", "product": "27", "measure":
       "weight", "basis": "NSA", "unit": "t", "scale": "1e3"}
      """
    let data = dataset(
      """
      period,value,flow,printed
      2024,5000,,5
      2024,2000,exports,2

      """, manifest: manifest)
    #expect(data.diagnostics == [])
    let keys = data.observations.map(\.key)
    let imports = SeriesKey(
      reporter: "CAN", partner: "USA", flow: .imports, product: "27", measure: .weight,
      basis: Basis("NSA"), unit: Unit("t"))
    #expect(keys == [imports, imports.with(flow: .exports)])
    #expect(data.observations.map(\.figure?.scale) == [.thousand, .thousand])
  }

  @Test("Unit and scale of the manifest are those of levels; a change is in percent")
  func changesAreInPercent() {
    let data = dataset(
      """
      period,flow,measure,value,printed,unit,scale
      2024,exports,value,5000000,5,,
      2024,exports,yoy,-3.1,-3.1,,
      2024,balance,yoy,2000000,2,CAD,1e6
      2024,exports,quantity,12,12,,1

      """, manifest: #"{"unit": "CAD", "scale": "1e6"}"#)
    #expect(data.diagnostics == [])
    #expect(data.observations.map(\.key.unit.code) == ["CAD", "percent", "CAD", ""])
    #expect(data.observations.map(\.halfUnit) == [500_000, 0.05, 500_000, 0.5])
  }

  @Test("A bare CSV is filled by what the user says") func bare() throws {
    let data = dataset("period,value\n2024-Q1,12.50\n") {
      $0.filled(
        reporter: "BEL", partner: "CHN", flow: .imports, unit: Unit("EUR"), kind: .stock)
    }
    let row = try #require(data.observations.first)
    #expect(data.diagnostics == [])
    #expect(
      row.key
        == SeriesKey(reporter: "BEL", partner: "CHN", flow: .imports, unit: Unit("EUR")))
    // Two decimals are printed, so half a unit is 0.005.
    #expect(row.figure?.decimals == 2)
    #expect(row.halfUnit == 0.005)
    #expect(data.manifest.kind(of: .imports) == .stock)
  }

  @Test("A plain panel: series, period, value") func panel() {
    let data = dataset("series,period,value\na,2024-01,1\nb,2024-01,2\na,2024-02,3\n")
    #expect(data.diagnostics == [])
    #expect(data.observations.map(\.key.product) == ["a", "b", "a"])
    #expect(data.observations.map(\.key.flow) == [.other, .other, .other])
    #expect(data.observations.map(\.key.partner) == ["WLD", "WLD", "WLD"])
  }

  @Test("Areas are known by any code or name and kept by their code") func areas() {
    let data = dataset(
      "period,reporter,partner,value\n2024,CN,United States,1\n2024,CHN,EU,2\n2024,CHN,G9,3\n",
      manifest: #"{"groups": {"G9": {"members": ["BEL", "FRA"]}}}"#)
    #expect(data.diagnostics == [])
    #expect(data.observations.map(\.key.reporter) == ["CHN", "CHN", "CHN"])
    #expect(data.observations.map(\.key.partner) == ["USA", "EU", "G9"])
  }

  @Test(
    "An empty value says why",
    arguments: [
      ("", ObservationStatus.unknown), ("O", .unknown), ("Q", .confidential),
      ("M", .notApplicable), ("L", .notCollected), ("P", .provisional.union(.unknown)),
    ])
  func missing(text: String, status: ObservationStatus) {
    let data = dataset("period,value,status\n2024,,\(text)\n")
    #expect(data.diagnostics == [])
    #expect(data.observations.map(\.observation) == [Observation(missing: status)])
    #expect(data.observations.map(\.figure) == [nil])
  }

  @Test("Zero is a value") func zero() {
    #expect(dataset("period,value\n2024,0\n").observations.map(\.observation.value) == [0])
  }

  @Test("Words in place of digits are kept with their hedge") func words() throws {
    let row = try #require(SmallDataset.dataset.observations.last)
    #expect(row.figure == nil)
    #expect(row.words == "unchanged")
    #expect(row.hedge == .unchanged)
    #expect(row.observation.value == 0)
  }

  @Test("An exponent is the scale of the digits") func exponents() {
    let data = dataset("period,value\n2024,2.40e9\n2025,5E-1\n")
    #expect(data.observations.map(\.observation.value) == [2_400_000_000, 0.5])
    // 2.40e9 is printed to hundredths of a billion, 5E-1 to tenths.
    #expect(data.observations.map(\.halfUnit) == [5_000_000, 0.05])
  }

  @Test("A stock is dated by a month with or without 'end-'") func stockDates() {
    let data = dataset(
      "period,flow,value\nend-2012,fdi_stock_in,1\n2013-12,fdi_stock_in,2\nend-2014-04,other,3\n",
      manifest: #"{"kind": {"other": "stock"}, "frequency": "irregular"}"#)
    #expect(data.diagnostics == [])
    #expect(data.observations.map(\.period.description) == ["2012-12", "2013-12", "2014-04"])
  }

  @Test("Fiscal years begin with the reporter's, or as the user says") func fiscalYears() {
    let table = "period,value\nFY2023-24,1\n"
    func first(_ manifest: String?, _ start: Int?) -> [String] {
      dataset(table, manifest: manifest, fiscalStart: start).observations.map {
        $0.period.first.description
      }
    }
    #expect(first(#"{"reporter": "IND"}"#, nil) == ["2023-04"])
    #expect(first(#"{"reporter": "IN"}"#, nil) == ["2023-04"])
    #expect(first(#"{"reporter": "IND"}"#, 7) == ["2023-07"])
    #expect(first(nil, nil) == [])
  }

  @Test("A byte order mark and CRLF change nothing") func lineEnds() {
    let data = dataset("\u{FEFF}period,value\r\n2024,1\r\n2025,2\r\n")
    #expect(data.diagnostics == [])
    #expect(data.observations.map(\.observation.value) == [1, 2])
  }

  @Test("An observation takes half a unit and the hedge from its figure") func observation() {
    let key = SeriesKey(reporter: "CHN", partner: "EU", flow: .exports, unit: .usDollar)
    let figure = PublishedFigure(printed: "22.3", scale: .billion, hedge: .nearly)
    func make(_ figure: PublishedFigure?, _ halfUnit: Double? = nil) -> TradeObservation {
      TradeObservation(
        key: key, period: .month(2009, 10), observation: Observation(22_300_000_000),
        figure: figure, halfUnit: halfUnit, vintage: nil, source: "", location: .init(file: "a"))
    }
    // 22.3 billion stands for 22.25 to 22.35.
    #expect(make(figure).halfUnit == 50_000_000)
    #expect(make(figure).hedge == .nearly)
    #expect(make(figure, 7).halfUnit == 7)
    #expect(make(nil).halfUnit == 0)
    #expect(make(nil).hedge == nil)
  }
}
