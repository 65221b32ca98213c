import Diagnostics
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

/// What a heading says, in one line: period, flow, partner, unit and scale, measure, names.
private func facts(_ texts: [String], _ forms: PeriodForms = PeriodForms()) -> String {
  let heading = ColumnHeading(texts, forms)
  let part = heading.part.map { "\($0.first)+\($0.count)" }
  let unit = heading.unit.map { "\($0.unit ?? "?")e\($0.scale ?? 0)" }
  return [
    heading.period?.description, part, heading.flow?.rawValue, heading.partner, unit,
    heading.measure?.rawValue, heading.isValue ? "figures" : nil, heading.isRate ? "rate" : nil,
    heading.names.isEmpty ? nil : "'\(heading.name)'",
  ].compactMap { $0 }.joined(separator: " ")
}

private func read(_ text: String) -> ImportResult {
  GenericFormat().read(
    SourceText(file: "f.csv", decoded: DecodedText(Array(text.utf8))), ImportOptions())
}

/// An observation in one line: key, unit, period, value.
private func lines(_ result: ImportResult) -> [String] {
  result.observations.map { observation in
    let value = observation.observation.value.map { TidyNumber.text($0) } ?? "-"
    return "\(observation.key.label) \(observation.period) \(value)"
  }
}

/// All tables are our own; the forms are those that offices use.
@Suite("Headings of any table") struct DetectionHeadingTests {
  @Test(
    "are read for what they say",
    arguments: [
      (["Exports 2023"], "2023 exports"),
      (["2024", "Jan"], "2024-01"), (["2024", "Jan–Mar"], "2024-Q1"),
      (["Q3 2024", "Value (USD thousand)"], "2024-Q3 USDe3 figures"),
      (["Quantity (t)"], "te0 quantity"), (["Net weight [kg]"], "kge0 weight"),
      (["Exports", "Germany", "EUR mn"], "exports DEU EURe6"),
      (["value_usd"], "USDe0 figures"), (["Imports (EUR '000)"], "imports EURe3"),
      (["Importações de bens"], "imports"), (["İhracat"], "exports"), (["輸出額"], "exports"),
      (["Wert (1.000 EUR)"], "EURe3 figures"), (["Waarde (x 1 000 euro)"], "EURe3 figures"),
      (["Value (x 1000 USD)"], "USDe3 figures"), (["Gewicht (ton)"], "te0 weight"),
      (["k€"], "EURe3"), (["2024 januari*"], "2024-01"),
      (["Jan-24"], "2024-01"), (["2024/07"], "2024-07"), (["Eylül"], "9+1"), (["Q2"], "4+3"),
      // The figures of a year to date are not those of the year.
      (["2024 YTD"], "'2024 YTD'"),
      // A change is no figure of the year that it ends in.
      (["% change 2024/23"], "rate '% change 2024/23'"), (["Growth 2024"], "rate 'Growth 2024'"),
      // The year of a classification is none of figures.
      (["HS 2022"], "'HS 2022'"),
      (["Wheat 2023"], "2023 'Wheat'"), (["All goods 2022"], "2022 'All goods'"),
      (["Exports of live animals"], "'Exports of live animals'"),
      (["Other goods"], "'Other goods'"), (["All goods"], "'All goods'"), (["Top 10"], "'Top 10'"),
      // Quarters in words, and what only looks like a period beside a name.
      (["1. Vj. 2024"], "2024-Q1"), (["1er trim. 2024"], "2024-Q1"), (["II kw. 2023"], "2023-Q2"),
      (["9. Zz. 2024"], "'9. Zz. 2024'"), (["2023p"], "2023"), (["2024*"], "2024"),
      (["Millions of dirhams"], "'Millions of dirhams'"),
      // Two months with the year behind are a span; a month beside another period is no part of it.
      (["jan_sep_2018_bn_eur"], "2018-01/2018-09 EURe9"), (["Jan Mar 2024"], "2024-Q1"),
      (["Jan Oct"], "1+10"), (["Dec Sep 2018"], "'Dec Sep 2018'"),
      // Codes of currencies behind their scale, without words such as the French March.
      (["exports_mcad"], "exports CADe6"), (["1973_mhkd"], "1973 HKDe6"), (["bnUSD"], "USDe9"),
      (["mars"], "3+1"),
      // A change in money is no percentage.
      (["balance_change_mcad"], "CADe6 rate 'balance_change_mcad'"),
      (["Change (EUR mn)"], "EURe6 rate 'Change (EUR mn)'"),
      (["exports_change_pct"], "rate 'exports_change_pct'"),
      (["% change in US dollars"], "rate '% change in US dollars'"),
      (["Exports (FOB)"], "exports '(FOB)'"), (["Total"], "'Total'"), (["2011/12"], "'2011/12'"),
    ])
  func heading(_ texts: [String], _ expected: String) { #expect(facts(texts) == expected) }

  @Test("know fiscal years and years to date from the lines above")
  func context() {
    let fiscal = PeriodForms(
      parser: PeriodParser(fiscalCalendar: FiscalCalendar(firstMonth: 7)),
      toDate: YearPart(first: 1, count: 9))
    #expect(facts(["2021-22"], fiscal) == "2021-07/2022-06")
    #expect(facts(["2023 YTD"], fiscal) == "2023-01/2023-09")
  }

  @Test("A change in money keeps its unit, a table of years of the user's calendar is read")
  func changesAndFiscalYears() {
    // Statistics Canada, 65-001-X, table 1-1: the balance of 2007 is 2,169 million below 2006.
    let changes = read("period,exports_mcad,balance_change_mcad\n2006,100,-5\n2007,120,-2169\n")
    #expect(
      changes.observations.map { $0.key.unit.code } == ["CAD", "CAD", "CAD", "CAD"])
    #expect(changes.observations.last?.observation.value == -2_169_000_000)
    #expect(changes.observations.map(\.key.flow) == [.exports, .other, .exports, .other])
    // India's fiscal years begin in April.
    let table = "commodity,1996-1997,1997-1998\nSalt,1.5,2.5\nOres,3.5,4.5\n"
    let fiscal = GenericFormat().read(
      SourceText(file: "f.csv", decoded: DecodedText(Array(table.utf8))),
      ImportOptions(fiscalStart: 4))
    #expect(!fiscal.hasErrors)
    #expect(
      fiscal.observations.first?.period == Period(from: Month(year: 1996, month: 4), count: 12))
    let unknown = read(table).problems.map(\.diagnostic.message)
    #expect(unknown == ["no column of the file holds periods"])
  }

  @Test("A title gives flow, unit and scale, and says so")
  func title() {
    let result = read(
      """
      "Table 3. Imports by country of origin",,,
      US$ thousand,,,
      Country,2022,2023,% change
      Germany,"1,204.5","1,310.25",8.8
      France,988.0,..,..
      """)
    #expect(
      lines(result) == [
        "_X, DEU, imports 2022 1204500", "_X, DEU, imports 2023 1310250",
        "_X, FRA, imports 2022 988000", "_X, FRA, imports 2023 -",
      ])
    #expect(result.observations.allSatisfy { $0.key.unit.code == "USD" })
    #expect(
      result.notes.filter { $0.id == "sniff.title" }.compactMap { $0.location?.line } == [1, 2])
    #expect(result.notes.contains { $0.id == "sniff.left-out" && $0.message.contains("% change") })
    #expect(!result.hasErrors)
  }

  @Test("A unit below the data counts, and a title says nothing of rows with another flow")
  func footer() {
    let below = read(
      """
      Imports by group,,
      Month,Fish,Other goods
      Apr 24,812.4,60.5
      May 24,790.0,62.0
      Jun 24,801.5,..
      All figures in ISK million,,
      """)
    #expect(
      lines(below).prefix(2) == [
        "_X, WLD, imports, Fish 2024-04 812400000",
        "_X, WLD, imports, Other goods 2024-04 60500000",
      ])
    let mixed = read(
      """
      "Exports by kind, EUR thousand",,
      Kind,2022,2023
      Domestic,10.5,11.5
      Re-exports,1.5,2.5
      """)
    #expect(mixed.observations.allSatisfy { $0.key.flow == .other && $0.key.unit.code == "EUR" })
    let unknown = read(
      """
      En millions de dirhams;;
      Produit;2022;2023
      Blé;10,5;11,5
      Orge;1,5;2,5
      """)
    #expect(unknown.observations.first?.observation.value == 10_500_000)
  }

  @Test("Flow, partner and unit stand over each other")
  func stacked() {
    let result = read(
      """
      Trade with two partners;;;;
      ;Exports;;Imports;
      Quarter;Italy;United States;Italy;United States
      ;EUR mn;USD mn;EUR mn;USD mn
      2023Q4;12.5;4.25;7.5;:
      2024Q1;12.0;4.5 p;7.0;3.5
      2024Q2;12.5;4.75;7.25;3.75
      2024Q3;13.5;4.25;7.25;3.25
      """)
    #expect(
      lines(result).prefix(4) == [
        "_X, ITA, exports 2023-Q4 12500000", "_X, USA, exports 2023-Q4 4250000",
        "_X, ITA, imports 2023-Q4 7500000", "_X, USA, imports 2023-Q4 -",
      ])
    #expect(result.observations.prefix(2).map(\.key.unit.code) == ["EUR", "USD"])
    #expect(result.observations.dropFirst(5).first?.observation.status == .provisional)
    #expect(result.problems.isEmpty)
  }

  @Test("Principal countries are known in other languages, units in capitals are no words")
  func words() {
    let result = read(
      """
      Land;ALL GOODS 2022;ALL GOODS 2023
      Deutschland;1,5;2,5
      Österreich;3,5;4,5
      """)
    #expect(result.observations.map(\.key.reporter) == ["DEU", "DEU", "AUT", "AUT"])
    #expect(result.observations.allSatisfy { $0.key.unit.code.isEmpty })
  }

  @Test("Months across take their year from a column")
  func monthsAcross() {
    let result = read(
      """
      Jahr;Richtung;Januar;Februar;März
      2023;Ausfuhr;1,5;2,5;3,5
      2024;Einfuhr;4,5;;6,5
      """)
    #expect(
      lines(result) == [
        "_X, WLD, exports 2023-01 1.5", "_X, WLD, exports 2023-02 2.5",
        "_X, WLD, exports 2023-03 3.5", "_X, WLD, imports 2024-01 4.5",
        "_X, WLD, imports 2024-02 -", "_X, WLD, imports 2024-03 6.5",
      ])
  }

  @Test("Years over months, with a part of the year beside them")
  func yearsOverMonths() {
    let result = read(
      """
      ,2023,,2024,,
      Origin,Nov,Dec,Jan,Feb,Jan-Feb
      Peru,10,20,30,40,70
      Chile,11,21,31,41,72
      """)
    #expect(
      lines(result).prefix(5) == [
        "_X, PER, other 2023-11 10", "_X, PER, other 2023-12 20", "_X, PER, other 2024-01 30",
        "_X, PER, other 2024-02 40", "_X, PER, other 2024-01/2024-02 70",
      ])
  }

  @Test("A code is no figure, and a unit in a column keeps its scale")
  func codes() {
    let coded = read(
      """
      year,reporter,partner,flow,hs4,value_usd
      2023,Peru,China,exports,2603,16004210
      2024,Peru,China,exports,2603,17220034
      """)
    #expect(
      lines(coded) == [
        "PER, CHN, exports, 2603 2023 16004210", "PER, CHN, exports, 2603 2024 17220034",
      ])
    #expect(coded.observations.allSatisfy { $0.key.unit.code == "USD" })
    let units = read(
      """
      Group,HS code,Unit,2022,2023
      Tea,0902,US$ million,626.5,569.25
      Tea,0902,Tonnes,258450,228013
      Rice,1006,US$ million,1.5,2.5
      Rice,1006,Tonnes,3,4
      """)
    // Rows that are known by their texts keep the scale of their unit.
    #expect(
      units.observations.map(\.observation.value) == [
        626_500_000, 569_250_000, 258_450, 228_013, 1_500_000, 2_500_000, 3, 4,
      ])
    #expect(
      units.observations.map(\.key.unit.code) == [
        "USD", "USD", "t", "t", "USD", "USD", "t", "t",
      ])
  }

  @Test("Quarters with a T or Roman numbers are known by their fourth and what follows it")
  func quarters() {
    func table(_ periods: [String]) -> ImportResult {
      read("Período;Exportações;Importações\n" + periods.map { "\($0);1,5;2,5\n" }.joined())
    }
    let fourth = table(["3T2023", "4T2023", "1T2024", "2T2024"])
    #expect(
      fourth.observations.map(\.period.description) == [
        "2023-Q3", "2023-Q3", "2023-Q4", "2023-Q4", "2024-Q1", "2024-Q1", "2024-Q2", "2024-Q2",
      ])
    let roman = table(["III/2023", "IV/2023", "I/2024", "II/2024"])
    #expect(roman.observations.first?.period.description == "2023-Q3")
    // Thirds of a year, and months, have no fourth after which the next year begins.
    for open in [
      ["1T2023", "2T2023", "3T2023", "1T2024"], ["I/2023", "II/2023", "III/2023", "IV/2023"],
    ] {
      let result = table(open)
      #expect(result.observations.isEmpty)
      #expect(result.notes.contains { $0.message.contains("may be one of the quarters") })
    }
  }

  @Test("Groups of digits as in India are read where numbers show them")
  func indian() {
    let result = read(
      """
      Values in Rs. Lakh (financial year April - March),,
      Commodity,2022-2023,2023-2024
      Tea,"6,58,311.25","6,90,204.80"
      Rice,"89,10,211.90",15.5
      """)
    #expect(
      result.observations.map(\.observation.value) == [
        65_831_125_000, 69_020_480_000, 891_021_190_000, 1_550_000,
      ])
    #expect(result.observations.first?.period.description == "2022-04/2023-03")
  }

  @Test("Headings between rows and empty rows are counted, and are no figures")
  func groups() {
    let result = read(
      """
      Region / Country,2022,2023
      Barbados,1.5,2.5
      ,,
      CARICOM,,
      Guyana,3.5,4.5
      """)
    #expect(result.observations.count == 4)
    #expect(result.account.leftOut == ["rows without figures": 4])
    #expect(result.account.isBalanced)
  }
}
