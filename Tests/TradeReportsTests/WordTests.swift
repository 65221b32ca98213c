import Diagnostics
import Indicators
import Reporting
import TestSupport
import Testing
import TimeSeries
import TradeImport
import TradeModel

@testable import TradeReports

@Suite("Words")
struct WordTests {
  @Test("Periods in sentences, headings and tables") func periods() {
    let cases: [(Period, String, String, String, String)] = [
      (.month(2009, 7), "July 2009", "in July 2009", "July 2009", "Jul 2009"),
      (
        .quarter(2009, 3), "the third quarter of 2009", "in the third quarter of 2009",
        "third quarter of 2009", "2009 Q3"
      ),
      (
        .half(2009, 2), "the second half of 2009", "in the second half of 2009",
        "second half of 2009", "2009 H2"
      ),
      (.year(2009), "2009", "in 2009", "2009", "2009"),
      (
        Period(from: Month(year: 2009, month: 1), count: 9), "January to September 2009",
        "from January to September 2009", "January to September 2009", "Jan-Sep 2009"
      ),
      (
        .fiscalYear(from: Month(year: 2009, month: 4)), "April 2009 to March 2010",
        "from April 2009 to March 2010", "April 2009 to March 2010", "Apr 2009-Mar 2010"
      ),
    ]
    for (period, words, adverbial, heading, label) in cases {
      #expect(period.words == words)
      #expect(period.adverbial == adverbial)
      #expect(period.heading == heading)
      #expect(period.label == label)
    }
    #expect(Period.quarter(2009, 1).noun == "quarter")
    #expect(Period(from: Month(year: 2009, month: 1), count: 9).noun == "period")
  }

  @Test("Lists, counts and ordinals") func phrases() {
    #expect(Phrases.list([String]()) == "")
    #expect(Phrases.list(["a"]) == "a")
    #expect(Phrases.list(["a", "b"]) == "a and b")
    #expect(Phrases.list(["a", "b", "c"]) == "a, b and c")
    #expect(Phrases.list([Prose("a"), Prose("b"), Prose("c")]).plainText == "a, b and c")
    #expect([0, 1, 12, 13].map(Phrases.count) == ["no", "one", "twelve", "13"])
    let ordinals = [1, 2, 3, 12, 13, 21, 22, 23, 101, 111, 113].map(Phrases.ordinal)
    #expect(
      ordinals == [
        "first", "second", "third", "twelfth", "13th", "21st", "22nd", "23rd", "101st", "111th",
        "113th",
      ])
    #expect(Phrases.capitalized("the United States") == "The United States")
    #expect(Phrases.capitalized("") == "")
  }

  /// The words follow the printed digit and the range together.
  @Test(
    "Movement at its borders",
    arguments: [
      (0.05, 0.01, 0.09, Movement.up),  // 0.05 prints as 0.1
      (0.04, 0.01, 0.07, .unchanged),  // prints as 0.0 though it is surely above
      (-0.04, -0.07, -0.01, .unchanged),
      (-0.05, -0.09, -0.01, .down),
      (0.3, 0.0, 0.6, .unclear),  // zero is possible
      (0.3, -0.1, 0.7, .unclear), (-0.3, -0.6, 0.0, .unclear), (5, 4, 6, .up), (-5, -6, -4, .down),
    ])
  func movement(value: Double, lower: Double, upper: Double, expected: Movement) {
    let figure = Figure(Observation(value), Bounds(lower, upper))
    #expect(Movement(figure, printedIn: .percent()) == expected)
  }

  @Test("Without a range another figure of the same sign decides") func judge() {
    let rate = Figure(Observation(20), nil)
    let sure = Figure(Observation(2), Bounds(1, 3))
    let open = Figure(Observation(2), Bounds(-1, 5))
    #expect(Movement(rate, sureAs: sure, printedIn: .percent()) == .up)
    #expect(Movement(rate, sureAs: open, printedIn: .percent()) == .unclear)
    #expect(Movement(rate, printedIn: .percent()) == .unclear)
    #expect(Movement(.missing(.unknown), printedIn: .percent()) == nil)
  }

  @Test("An end at zero but for the last bits is zero") func slack() {
    // 0.3 - (0.1 + 0.2) is -5.6e-17 in Double.
    let figure = Figure(Observation(0.3), Bounds(0.1 + 0.2 - 0.3, 0.6))
    #expect(!figure.isSurelyPositive)
    #expect(!Figure(Observation(-0.3), Bounds(-0.6, -1e-17)).isSurelyNegative)
  }
}
