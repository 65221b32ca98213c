import Testing
import TimeSeries
import TradeModel

@Suite("Vintages")
struct VintageTests {
  @Test(
    "The text comes back", arguments: ["2022", "2022-03", "2022-03-31", "0987-12", "2024-02-29"])
  func text(text: String) { #expect(Vintage(parsing: text)?.description == text) }

  @Test(
    "Other texts are refused",
    arguments: [
      "", "22", "2022-3", "2022-13", "2022-00", "2022-01-32", "2022-01-00", "2022-01-01-01",
      "2022-", "-2022", "2022/03", "2022-Q1", "+022", "2022-02-30", "2023-02-29", "2022-04-31",
    ])
  func refuses(text: String) { #expect(Vintage(parsing: text) == nil) }

  @Test("Earlier comes first, and what is known less exactly before what lies inside it")
  func order() {
    // By the earliest possible day, as the type says.
    let sorted = ["2021-12-31", "2022", "2022-01", "2022-01-01", "2022-01-02", "2022-02", "2023"]
    let vintages = sorted.compactMap { Vintage(parsing: $0) }
    #expect(vintages.count == sorted.count)
    #expect(vintages.reversed().sorted() == vintages)
  }
}

@Suite("Keys, flows, units and bases")
struct KeyTests {
  @Test("Flows are read by name and by the letters X and M") func flows() {
    #expect(Flow(parsing: "X") == .exports)
    #expect(Flow(parsing: "M") == .imports)
    for flow in Flow.allCases {
      #expect(Flow(parsing: flow.rawValue) == flow)
      #expect(!flow.name.isEmpty && !flow.name.contains("_"))
    }
    for text in ["x", "m", "Exports", "", "export"] { #expect(Flow(parsing: text) == nil) }
  }

  @Test("Stocks are stocks, and what can be negative") func kinds() {
    // Balances, net investment and the unknown can be below zero; gross trade cannot.
    for flow in Flow.allCases {
      let isStock = flow == .fdiStockIn || flow == .fdiStockOut
      #expect(flow.kind == (isStock ? .stock : .flow))
      let isTrade = flow.rawValue.contains("ports") || flow.rawValue.contains("total")
      #expect(flow.isNonNegative == isTrade)
    }
  }

  @Test("The names of the design are the raw values") func rawValues() {
    #expect(
      Flow.allCases.map(\.rawValue) == [
        "exports", "imports", "re_exports", "re_imports", "total_trade", "balance",
        "services_exports", "services_imports", "services_total", "fdi_flow_in", "fdi_flow_out",
        "fdi_stock_in", "fdi_stock_out", "other",
      ])
    #expect(Measure.allCases.map(\.rawValue) == ["value", "quantity", "weight", "yoy", "pop"])
    #expect(Measure.allCases.filter(\.isChange) == [.yearOverYear, .periodOverPeriod])
    #expect(
      Hedge.allCases.map(\.rawValue) == [
        "about", "nearly", "more_than", "less_than", "at_least", "up_to", "unchanged",
      ])
  }

  @Test("A basis includes another when it has all its tokens, in any order and case") func basis() {
    let basis = Basis("SA+BOP")
    #expect(basis.tokens == ["SA", "BOP"])
    #expect(basis.description == "SA+BOP")
    for text in ["", "SA", "bop", "BOP+SA", "SA+BOP"] {
      #expect(basis.includes(Basis(text)), "\(text)")
    }
    for text in ["NSA", "S", "SA+Census", "SABOP"] {
      #expect(!basis.includes(Basis(text)), "\(text)")
    }
    #expect(!Basis("").includes(basis))
    #expect(Basis("BOP") < Basis("SA"))
  }

  @Test("Keys are ordered by reporter, partner, product, flow, measure, basis and unit")
  func keyOrder() {
    func key(
      _ reporter: String = "CHN", _ partner: String = "EU", _ product: String = "",
      _ flow: Flow = .exports, _ measure: Measure = .value, _ basis: String = "",
      _ unit: String = "EUR"
    ) -> SeriesKey {
      SeriesKey(
        reporter: reporter, partner: partner, flow: flow, product: product, measure: measure,
        basis: Basis(basis), unit: Unit(unit))
    }
    let sorted = [
      key("BEL", "USA", "99", .imports, .yearOverYear, "SA", "USD"),
      key("CHN", "EU", "", .exports, .value, "", "EUR"),
      key("CHN", "EU", "", .exports, .value, "", "USD"),
      key("CHN", "EU", "", .exports, .value, "SA"),
      key("CHN", "EU", "", .exports, .yearOverYear),
      key("CHN", "EU", "", .imports),
      key("CHN", "EU", "01"),
      key("CHN", "USA"),
    ]
    #expect(Array(sorted.reversed()).sorted() == sorted)
    #expect(sorted[0].label == "BEL, USA, imports, 99, yoy, SA")
    #expect(sorted[1].label == "CHN, EU, exports")
    #expect(sorted[1].with(flow: .imports) == sorted[5])
  }

  @Test("Units: signs, names and what a currency looks like") func units() {
    // Three capital letters: the alphabetic codes of ISO 4217.
    for code in ["USD", "EUR", "XAU"] { #expect(Unit(code).isCurrency) }
    for code in ["usd", "pp", "percent", "US", "USDX", "kg", "ÄÖÜ", ""] {
      #expect(!Unit(code).isCurrency, "\(code)")
    }
    #expect(Unit.usDollar.prefix == "US$")
    #expect(Unit("CHF").prefix == "CHF ")
    #expect(Unit("kg").prefix == "")
    #expect(Unit("CNY").name == "yuan renminbi")
    #expect(Unit("kg").name == "kg")
    #expect(Unit.percentagePoints.name == "percentage points")
    #expect("\(Unit.percent)" == "percent")
  }

  /// The example of `Unit.prefix` in its documentation must be what it gives.
  @Test("The sign of the Canadian dollar") func canadianDollar() {
    #expect(Unit("CAD").prefix == "C$")
    #expect(Unit("CAD").name == "Canadian dollars")
  }

  @Test(
    "First months of fiscal years",
    arguments: [
      // India, Japan and the United Kingdom from April, the United States from October,
      // Australia from July: CIA World Factbook, field "Fiscal year".
      ("IND", 4), ("JPN", 4), ("GBR", 4), ("USA", 10), ("AUS", 7), ("NZL", 7),
    ])
  func fiscalYears(code: String, month: Int) {
    #expect(FiscalCalendar.ofReporter(code)?.firstMonth == month)
  }

  @Test("A fiscal year of one number is named by the start in Japan, the end in the United States")
  func fiscalNames() {
    #expect(FiscalCalendar.ofReporter("JPN")?.naming == .startYear)
    #expect(FiscalCalendar.ofReporter("USA")?.naming == .endYear)
    #expect(FiscalCalendar.ofReporter("IND")?.naming == nil)
    #expect(FiscalCalendar.ofReporter("BEL") == nil)
    #expect(FiscalCalendar.ofReporter("") == nil)
  }
}
