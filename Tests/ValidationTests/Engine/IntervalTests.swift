import Testing
import TradeModel
import Validation

@Suite("Ranges of printed numbers") struct IntervalTests {
  struct Sample: Sendable {
    let digits: String
    let convention: RoundingConvention
    let low: String
    let high: String
    let hasLow: Bool
    let hasHigh: Bool
  }

  // From the table of conventions: half up [v-u/2, v+u/2) above zero, (v-u/2, v+u/2] below,
  // (-u/2, u/2) at zero; half even by the last digit; truncation [v, v+u), (v-u, v], (-u, u);
  // floor [v, v+u); ceiling (v-u, v]; unknown closed.
  static let samples = [
    Sample(
      digits: "29.71", convention: .unknown, low: "29.705", high: "29.715", hasLow: true,
      hasHigh: true),
    Sample(
      digits: "29.71", convention: .halfUp, low: "29.705", high: "29.715", hasLow: true,
      hasHigh: false),
    Sample(
      digits: "-29.71", convention: .halfUp, low: "-29.715", high: "-29.705", hasLow: false,
      hasHigh: true),
    Sample(
      digits: "0.0", convention: .halfUp, low: "-0.05", high: "0.05", hasLow: false, hasHigh: false),
    Sample(
      digits: "29.71", convention: .halfEven, low: "29.705", high: "29.715", hasLow: false,
      hasHigh: false),
    Sample(
      digits: "29.70", convention: .halfEven, low: "29.695", high: "29.705", hasLow: true,
      hasHigh: true),
    Sample(
      digits: "29.71", convention: .truncation, low: "29.71", high: "29.72", hasLow: true,
      hasHigh: false),
    Sample(
      digits: "-29.71", convention: .truncation, low: "-29.72", high: "-29.71", hasLow: false,
      hasHigh: true),
    Sample(
      digits: "0.00", convention: .truncation, low: "-0.01", high: "0.01", hasLow: false,
      hasHigh: false),
    Sample(
      digits: "-3.1", convention: .floor, low: "-3.1", high: "-3.0", hasLow: true, hasHigh: false),
    Sample(
      digits: "-3.1", convention: .ceiling, low: "-3.2", high: "-3.1", hasLow: false, hasHigh: true),
  ]

  @Test("each convention has its own ends", arguments: samples) func ends(_ sample: Sample) throws {
    let number = try #require(PrintedNumber(digits: sample.digits))
    #expect(
      number.interval(under: sample.convention)
        == ExactInterval(
          from: .init(rational(sample.low), isIncluded: sample.hasLow),
          to: .init(rational(sample.high), isIncluded: sample.hasHigh)))
  }

  @Test("0.1 and 0.10 are different figures") func trailingZeros() throws {
    let short = try #require(PrintedNumber(digits: "0.1"))
    let long = try #require(PrintedNumber(digits: "0.10"))
    #expect(short != long)
    #expect(short.value == long.value)
    #expect(short.interval(under: .unknown) == interval("0.05", "0.15"))
    #expect(long.interval(under: .unknown) == interval("0.095", "0.105"))
    #expect(long.digits == "0.10")
  }

  @Test("scales of any power count") func scales() throws {
    let crore = try #require(PrintedNumber(digits: "3.2", scale: DecimalScale(exponent: 12)))
    #expect(crore.value == rational("3.2e12"))
    #expect(crore.interval(under: .unknown) == interval("3.15e12", "3.25e12"))
  }

  @Test("hedges widen as agreed") func hedges() throws {
    let number = try #require(PrintedNumber(digits: "20"))
    func range(_ hedge: FigureHedge, _ number: PrintedNumber) -> ExactInterval {
      number.interval(under: .unknown, hedge: hedge)
    }
    #expect(range(.about, number) == interval("19", "21"))
    // Half a unit is wider than 5 %.
    #expect(range(.about, try #require(PrintedNumber(digits: "3"))) == interval("2.5", "3.5"))
    #expect(range(.moreThan, number) == interval("19.5", "22.5"))
    #expect(range(.lessThan, number) == interval("17.5", "20.5"))
    #expect(range(.upTo, number) == ExactInterval(nil, 20))
    #expect(range(.moreThan, number.negated) == interval("-22.5", "-19.5"))
  }

  @Test("ends decide whether ranges that touch overlap") func touching() {
    let left = ExactInterval(from: .included(1), to: .excluded(2))
    let right = ExactInterval(from: .included(2), to: .included(3))
    #expect(!left.overlaps(right))
    #expect(left.closed.overlaps(right))
    #expect(left.closed.touches(right))
    #expect(ExactInterval.all.overlaps(left))
    #expect(ExactInterval(from: .excluded(1), to: .included(1)).isEmpty)
  }

  @Test("quotients keep ends and infinities") func quotients() {
    let quotient = interval("1", "2") / interval("4", "8")
    #expect(quotient == interval("0.125", "0.5"))
    #expect(interval("1", "2") / interval("-1", "1") == nil)
    let open = interval("1", "2") / ExactInterval(from: .excluded(0), to: .included(4))
    #expect(open == ExactInterval(from: .included(Rational(1, 4)), to: nil))
    #expect(interval("-1", "2") * interval("-3", "5") == interval("-6", "10"))
    // A total of truncated parts: the flags follow the ends when the sign turns.
    let part = ExactInterval(from: .included(1), to: .excluded(2))
    #expect(-part == ExactInterval(from: .excluded(-2), to: .included(-1)))
  }
}
