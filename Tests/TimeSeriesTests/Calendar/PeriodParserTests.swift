import Testing
import TimeSeries

/// Texts and the shortest form of what they name.
private let readable: [(text: String, canonical: String)] = [
  // ISO 8601
  ("2024", "2024"), ("2024-09", "2024-09"), ("202409", "2024-09"), ("2024-9", "2024-09"),
  ("2024-01/2024-09", "2024-01/2024-09"), ("2024-01-01/2024-09-30", "2024-01/2024-09"),
  ("2024-01-01/2024-02-29", "2024-01/2024-02"), ("2024-01/2024-03", "2024-Q1"),
  ("2024-01/2024-12", "2024"), ("2024/2026", "2024-01/2026-12"), ("2024/2024", "2024"),
  ("  2024 ", "2024"), ("1900-12", "1900-12"), ("0033", "0033"),
  // SDMX
  ("2024-Q3", "2024-Q3"), ("2024Q3", "2024-Q3"), ("2024 Q3", "2024-Q3"), ("2024-q3", "2024-Q3"),
  ("2024-S1", "2024-H1"), ("2024-H1", "2024-H1"), ("2024 H1", "2024-H1"),
  ("2024-M09", "2024-09"), ("2024M9", "2024-09"), ("2024-M9", "2024-09"), ("2024-A1", "2024"),
  ("2024-A", "2024"), ("2024A", "2024"), ("2024Y", "2024"), ("2024-01-01/P9M", "2024-01/2024-09"),
  ("2024-01/P9M", "2024-01/2024-09"), ("2024-04-01/P12M", "2024-04/2025-03"),
  ("2024-04-01/P1Y", "2024-04/2025-03"), ("2000-01-01/P120M", "2000-01/2009-12"),
  ("1997Jan", "1997-01"), ("2024 Sep", "2024-09"), ("2024-Sep", "2024-09"),
  ("2024 Jan-Sep", "2024-01/2024-09"), ("2024 Jan/Feb", "2024-01/2024-02"),
  // Press
  ("Q3 2024", "2024-Q3"), ("Q3, 2024", "2024-Q3"), ("Q3/2024", "2024-Q3"), ("Q3-2024", "2024-Q3"),
  ("3Q24", "2024-Q3"), ("3Q 2024", "2024-Q3"), ("Q3 24", "2024-Q3"), ("1Q99", "1999-Q1"),
  ("4Q69", "2069-Q4"), ("4Q70", "1970-Q4"), ("Qtr 3 2024", "2024-Q3"),
  ("third quarter 2024", "2024-Q3"), ("third quarter of 2024", "2024-Q3"),
  ("the third quarter of 2024", "2024-Q3"), ("Third Quarter, 2024", "2024-Q3"),
  ("3rd quarter 2024", "2024-Q3"), ("1st quarter of 2024", "2024-Q1"),
  ("H1 2024", "2024-H1"), ("1H24", "2024-H1"), ("first half of 2024", "2024-H1"),
  ("second half 2024", "2024-H2"), ("9M 2024", "2024-01/2024-09"), ("9M24", "2024-01/2024-09"),
  ("3M 2024", "2024-Q1"), ("12M 2024", "2024"), ("11M24", "2024-01/2024-11"),
  ("first nine months 2024", "2024-01/2024-09"),
  ("the first nine months of 2024", "2024-01/2024-09"),
  ("first 9 months of 2024", "2024-01/2024-09"), ("first 11 months 2024", "2024-01/2024-11"),
  ("Sep 2024", "2024-09"), ("Sep. 2024", "2024-09"), ("Sept 2024", "2024-09"),
  ("September 2024", "2024-09"), ("SEPTEMBER, 2024", "2024-09"), ("in May 2024", "2024-05"),
  ("Jan-Sep 2024", "2024-01/2024-09"), ("Jan–Sep 2024", "2024-01/2024-09"),
  ("January - September 2024", "2024-01/2024-09"), ("January to September 2024", "2024-01/2024-09"),
  ("January through September 2024", "2024-01/2024-09"), ("Jan/Feb 2024", "2024-01/2024-02"),
  ("December 2023-February 2024", "2023-12/2024-02"),
  ("December 2023 to February 2024", "2023-12/2024-02"),
]

/// Texts that name no period, and the whole message.
private let refused: [(text: String, message: String)] = [
  ("", known("''")), ("soon", known("'soon'")), ("20 24", known("'20 24'")),
  ("2024--09", known("'2024--09'")), ("2024-A2", known("'2024-A2'")), ("24", known("'24'")),
  ("M9 2024", known("'M9 2024'")), ("Foo 2024", known("'Foo 2024'")),
  ("Jan-Foo 2024", known("'Jan-Foo 2024'")), ("fifth of May", known("'fifth of May'")),
  ("endless 2024", known("'endless 2024'")), ("end-soon", known("'end-soon'")),
  ("ending 2024", known("'ending 2024'")),
  ("2024\n09", known("'2024\\n09'")),
  (
    String(repeating: "x", count: 50), known("'" + String(repeating: "x", count: 40) + "…'")
  ),
  ("2024-13", "period '2024-13' has month 13, expected 1 to 12"),
  ("2024-00", "period '2024-00' has month 0, expected 1 to 12"),
  ("202413", "period '202413' has month 13, expected 1 to 12"),
  ("2023-24", "period '2023-24' has month 24, expected 1 to 12"),
  ("end-2024-13", "period 'end-2024-13' has month 13, expected 1 to 12"),
  ("2024-Q5", "period '2024-Q5' has quarter 5, expected 1 to 4"),
  ("5Q24", "period '5Q24' has quarter 5, expected 1 to 4"),
  ("2024-S3", "period '2024-S3' has half 3, expected 1 to 2"),
  ("13M 2024", "period '13M 2024' has months 13, expected 1 to 12"),
  ("2024-09/2024-01", "period '2024-09/2024-01' ends before it begins, expected first/last"),
  ("2026/2024", "period '2026/2024' ends before it begins, expected first/last"),
  ("Sep-Jan 2024", "period 'Sep-Jan 2024' ends before it begins, expected first/last"),
  ("2024-01/P0M", "period '2024-01/P0M' ends before it begins, expected first/last"),
  ("2024-T3", trimester("'2024-T3'")), ("T3 2024", trimester("'T3 2024'")),
  ("3T24", trimester("'3T24'")),
  ("2024-W05", days("'2024-W05'")), ("2024-W05-1", days("'2024-W05-1'")),
  ("2024-D123", days("'2024-D123'")), ("2024-123", days("'2024-123'")),
  ("2024-09-15", days("'2024-09-15'")), ("20240915", days("'20240915'")),
  ("2024-01-01/2024-09-29", days("'2024-01-01/2024-09-29'")),
  ("2024-01-02/2024-09-30", days("'2024-01-02/2024-09-30'")),
  ("2023-01-01/2023-02-29", days("'2023-01-01/2023-02-29'")),
  ("2024-01-15/P9M", days("'2024-01-15/P9M'")), ("2024-01-01/P9D", days("'2024-01-01/P9D'")),
  (
    "FY2023-24",
    "period 'FY2023-24' is a fiscal year whose first month is not known, expected 2023-04/2024-03"
  ),
  (
    "FY2024",
    "period 'FY2024' is a fiscal year whose first month is not known, expected 2023-04/2024-03"
  ),
  (
    "FY2023-25",
    "period 'FY2023-25' joins two years that do not follow each other, expected a form such as "
      + "FY2023-24"
  ),
]

private func known(_ text: String) -> String {
  "\(text) is not a period, expected a form such as 2024, 2024-Q3, 2024-09 or 2024-01/2024-09"
}

private func trimester(_ text: String) -> String {
  "period \(text) is ambiguous: T is four months in SDMX and a quarter in French, expected a form "
    + "such as 2024-Q3 or 2024-09/2024-12"
}

private func days(_ text: String) -> String {
  "period \(text) is not a span of whole months, expected a form such as 2024-09"
}

@Suite("Period parser") struct PeriodParserTests {
  // Expected values: the meaning that the forms have in ISO 8601, SDMX and the press.
  @Test("reads every form", arguments: readable)
  func forms(text: String, canonical: String) throws {
    #expect(try PeriodParser().parse(text).description == canonical)
    #expect(try !PeriodParser().read(text).isStockDate)
  }

  @Test("refuses what is no span of months and says why", arguments: refused)
  func messages(text: String, message: String) {
    let error = #expect(throws: PeriodError.self) { try PeriodParser().parse(text) }
    #expect(error?.description == message)
  }

  @Test(
    "dates a stock by the month whose end it shows",
    arguments: [
      ("end-2024-04", "2024-04"), ("end-2012", "2012-12"), ("end 2012", "2012-12"),
      ("end of 2012", "2012-12"), ("End-Q3 2024", "2024-09"), ("end-September 2024", "2024-09"),
      ("end–2012", "2012-12"), (" end-2024-H1", "2024-06"),
    ])
  func stockDates(text: String, month: String) throws {
    let reading = try PeriodParser().read(text)
    #expect(reading.isStockDate)
    #expect(reading.period.description == month)
  }

  @Test(
    "reads fiscal years by the calendar",
    arguments: [
      ("FY2023-24", "2023-04/2024-03"), ("FY 2023/24", "2023-04/2024-03"),
      ("FY2023/2024", "2023-04/2024-03"), ("FY2023-2024", "2023-04/2024-03"),
      ("2023/24", "2023-04/2024-03"), ("FY1999-00", "1999-04/2000-03"),
    ])
  func fiscalYears(text: String, canonical: String) throws {
    let parser = PeriodParser(fiscalCalendar: FiscalCalendar(firstMonth: 4))
    #expect(try parser.parse(text).description == canonical)
  }

  @Test("names a fiscal year by its start or its end only where the calendar says which")
  func fiscalNames() throws {
    let japan = PeriodParser(fiscalCalendar: FiscalCalendar(firstMonth: 4, naming: .startYear))
    #expect(try japan.parse("FY2024").description == "2024-04/2025-03")
    let america = PeriodParser(fiscalCalendar: FiscalCalendar(firstMonth: 10, naming: .endYear))
    #expect(try america.parse("FY2024").description == "2023-10/2024-09")
    #expect(try america.parse("FY24").description == "2023-10/2024-09")
    let calendarYear = PeriodParser(fiscalCalendar: FiscalCalendar(firstMonth: 1))
    #expect(try calendarYear.parse("FY2024") == .year(2024))
    let india = PeriodParser(fiscalCalendar: FiscalCalendar(firstMonth: 4))
    let error = #expect(throws: PeriodError.fiscalYearAmbiguous("FY2024")) {
      try india.parse("FY2024")
    }
    #expect(
      error?.description
        == "period 'FY2024' can be the fiscal year that begins or the one that ends in that year, "
        + "expected a form such as FY2023-24")
    #expect(error?.hint == nil)
    #expect(
      PeriodError.fiscalStartUnknown("FY2024").hint
        == "say when the fiscal year begins, for example --fiscal-start 4")
  }

  @Test("reads what periods print")
  func roundTrip() throws {
    var chance = SeededChance(20)
    for _ in 0..<2000 {
      let first = Month(ordinal: .random(in: 0..<120_000 - 400, using: &chance))
      let period = Period(from: first, count: .random(in: 1...400, using: &chance))
      #expect(try PeriodParser().parse(period.description) == period)
      #expect(try PeriodParser().parse(period.sdmx) == period)
    }
    for frequency in Frequency.allCases {
      for month in 0..<24 {
        let period = Period.containing(Month(year: 2009, month: 1).advanced(by: month), frequency)
        #expect(try PeriodParser().parse(period.description) == period)
        #expect(try PeriodParser().parse(period.sdmx) == period)
      }
    }
  }
}
