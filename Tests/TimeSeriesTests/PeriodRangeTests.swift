import Testing
import TimeSeries

@Suite("Ranges of periods") struct PeriodRangeTests {
  @Test(
    "two periods of any form joined by a slash are the span from the first to the last",
    arguments: [
      ("2007-Q1/2008-Q2", "2007-01/2008-06"), ("2008-06/2009-Q3", "2008-06/2009-09"),
      ("2009/2009-Q2", "2009-H1"), ("Q1 2008/3Q08", "2008-01/2008-09"),
      ("2007-H2/2008-H1", "2007-07/2008-06"),
    ])
  func read(_ text: String, _ expected: String) throws {
    #expect(try PeriodParser().parse(text).description == expected)
  }

  @Test("a range that ends before it begins is refused") func reversed() {
    #expect(throws: PeriodError.reversed("2008-Q2/2007-Q1")) {
      try PeriodParser().parse("2008-Q2/2007-Q1")
    }
  }

  @Test("the whole text is named when one side is wrong", arguments: ["2008-Q2/x", "/2008-Q1"])
  func wrongSide(_ text: String) {
    #expect(throws: PeriodError.unknownForm(text)) { try PeriodParser().parse(text) }
  }
}
