import TestSupport
import Testing
import TradeModel

@Suite("Printed figures keep their digits and give exact values")
struct PublishedFigureTests {
  /// Texts with their digits as one number and the decimals, counted by hand.
  @Test(
    "Digits, sign and decimals",
    arguments: [
      ("0.1", 1, 1), ("0.10", 10, 2), ("24.70", 2470, 2), ("+13.7", 137, 1), ("-3.1", -31, 1),
      ("-0.0", 0, 1), ("7", 7, 0), ("007", 7, 0), (".5", 5, 1), ("5.", 5, 0), ("-.5", -5, 1),
      ("123456789012345678", 123_456_789_012_345_678, 0),
      ("0.000000000000000000123", 123, 21), ("0000000000000000000000001", 1, 0),
    ])
  func reads(text: String, significand: Int, decimals: Int) throws {
    let figure = try #require(PublishedFigure(printed: text))
    #expect(figure.significand == significand)
    #expect(figure.decimals == decimals)
    #expect(figure.text == text)
    #expect(figure.scale == .one)
    #expect(figure.hedge == nil)
  }

  @Test(
    "Other texts are refused",
    arguments: [
      "", ".", "-", "+", "-.", "1.2.3", "1,5", "1e9", "--1", "1-", " 1", "1 ", "%", "1O4",
      "1234567890123456789", "0.0000000000000000000000000000000000000000001", "\u{2212}3",
      "\u{FF11}",
    ])
  func refuses(text: String) {
    #expect(PublishedFigure(printed: text) == nil)
  }

  @Test("The value is the nearest Double to the decimal number")
  func valueIsExact() throws {
    // Swift's own reading of the decimal text is correctly rounded (IEEE 754-2019, 5.12.2).
    var random = RepeatableGenerator(seed: 20)
    for _ in 0..<5_000 {
      let digits = Int.random(in: 1...18, using: &random)
      let whole = (0..<digits).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
      let decimals = Int.random(in: 0...digits, using: &random)
      let sign = ["", "-", "+"][Int.random(in: 0...2, using: &random)]
      let text =
        sign + whole.dropLast(decimals) + (decimals > 0 ? "." : "") + whole.suffix(decimals)
      let exponent = Int.random(in: -18...18, using: &random)
      let figure = try #require(
        PublishedFigure(printed: text, scale: DecimalScale(exponent: exponent)), "\(text)")
      #expect(figure.value == Double("\(sign)\(whole)e\(exponent - decimals)"), "\(text)")
      #expect(figure.halfUnit == Double("0.5e\(exponent - decimals)"), "\(text)")
      #expect(figure.unitExponent == exponent - decimals)
    }
  }

  @Test("Half a unit of the last digit, as the documentation says")
  func halfUnits() throws {
    // The example of the type's documentation and of Documentation/Methods/datasets.md.
    let figure = try #require(PublishedFigure(printed: "24.70", scale: .billion, hedge: .about))
    #expect(figure.value == 24_700_000_000)
    #expect(figure.halfUnit == 5_000_000)
    #expect(figure.hedge == .about)
    let short = try #require(PublishedFigure(printed: "0.1"))
    let long = try #require(PublishedFigure(printed: "0.10"))
    #expect(short.halfUnit == 0.05)
    #expect(long.halfUnit == 0.005)
    #expect(short.value == long.value)
    #expect(short != long)
  }
}

@Suite("Decimal scales")
struct DecimalScaleTests {
  @Test(
    "Powers of ten are read",
    arguments: [
      ("1", 0), ("10", 1), ("1000000000", 9), ("1e9", 9), ("1E6", 6), ("1e0", 0), ("1e-3", -3),
      ("1e18", 18), ("1e+4", 4), ("1000000000000000000", 18),
    ])
  func reads(text: String, exponent: Int) {
    #expect(DecimalScale(parsing: text)?.exponent == exponent)
  }

  @Test(
    "Anything else is refused",
    arguments: ["", "0", "2", "1e19", "1e-19", "1e", "e9", "1.0", "10000000000000000000", "1 000"])
  func refuses(text: String) { #expect(DecimalScale(parsing: text) == nil) }

  @Test("Text, factor and word of every scale", arguments: -18...18)
  func texts(exponent: Int) {
    let scale = DecimalScale(exponent: exponent)
    #expect(DecimalScale(parsing: scale.description) == scale)
    #expect(scale.factor == Double("1e\(exponent)"))
    let words = [0: "", 3: "thousand", 6: "million", 9: "billion", 12: "trillion"]
    #expect(scale.name == words[exponent] ?? "10^\(exponent)")
  }

  @Test("The named scales") func named() {
    let scales: [DecimalScale] = [.one, .thousand, .million, .billion]
    #expect(scales.map(\.factor) == [1, 1_000, 1_000_000, 1_000_000_000])
    #expect(scales.map(\.description) == ["1", "1e3", "1e6", "1e9"])
  }
}
