import Reporting
import TestSupport
import Testing

/// One number, its style and its text, from the rule or example named.
struct PrintCase: Sendable, CustomTestStringConvertible {
  let value: Double
  let style: NumberStyle
  let text: String
  let why: String
  var testDescription: String { "\(value) as '\(text)': \(why)" }

  init(_ value: Double, _ style: NumberStyle, _ text: String, _ why: String) {
    (self.value, self.style, self.text, self.why) = (value, style, text, why)
  }

  private static func style(_ decimals: Int) -> NumberStyle { NumberStyle(decimals: decimals) }

  /// Expected by hand: the decimal that the literal says, rounded as at school.
  static let digits = [
    PrintCase(1.005, style(2), "1.01", "the Double is below, the decimal is a half"),
    PrintCase(2.5, style(0), "3", "half away from zero"),
    PrintCase(-2.5, style(0), "-3", "half away from zero"),
    PrintCase(0.15, style(1), "0.2", "half away from zero"),
    PrintCase(63.900000000000006, style(1), "63.9", "noise of a sum"),
    PrintCase(0.1 + 0.2, style(15), "0.300000000000000", "noise is cut at 15 digits"),
    PrintCase(1.0049999999999999, style(2), "1.01", "noise below a half is cut first"),
    PrintCase(9.995, style(2), "10.00", "the carry adds a digit"),
    PrintCase(99_999.96, style(1), "100,000.0", "the carry adds a digit and keeps groups"),
    PrintCase(0.05, style(1), "0.1", "the half stands right behind the last place"),
    PrintCase(0.04, style(1), "0.0", "below a half of the last place"),
    PrintCase(0.5, style(0), "1", "no digit is kept"),
    PrintCase(0.005, style(1), "0.0", "two places below the last"),
    PrintCase(-0.04, style(1), "0.0", "zero has no sign"),
    PrintCase(-0.0, style(1), "0.0", "zero has no sign"),
    PrintCase(0, style(0), "0", "zero"),
    PrintCase(1e22, style(0), "10,000,000,000,000,000,000,000", "no exponent"),
    PrintCase(1e-300, style(3), "0.000", "tiny"),
    PrintCase(1.2e-7, style(8), "0.00000012", "the description has an exponent"),
    PrintCase(4_123_456_789_012_345, style(0), "4,123,456,789,012,345", "whole, 16 digits"),
    PrintCase(1_234_567, style(2), "1,234,567.00", "zeros are added"),
  ]

  static let looks = [
    PrintCase(
      29_705_000_000, NumberStyle(decimals: 2, divisor: 1e9, prefix: "US$", suffix: " billion"),
      "US$29.71 billion", "scale, prefix and suffix"),
    PrintCase(
      -3_200_000_000, NumberStyle(decimals: 1, divisor: 1e9, prefix: "US$", suffix: " bn"),
      "-US$3.2 bn", "the sign stands before the unit"),
    PrintCase(0.1496, NumberStyle(decimals: 1, divisor: 0.01, suffix: "%"), "15.0%", "a ratio"),
    PrintCase(7, NumberStyle(decimals: 3, divisor: 3), "2.333", "any divisor"),
    PrintCase(3.05, .percent().withSign(.always), "+3.1%", "plus"),
    PrintCase(-3.05, .percent().withSign(.always), "-3.1%", "minus"),
    PrintCase(0.04, .percent().withSign(.always), "0.0%", "zero has no plus"),
    PrintCase(-0.4, .percentagePoints(), "-0.4 pp", "percentage points"),
    PrintCase(-3.2, .integer.withDecimals(1).withSign(.never), "3.2", "absolute value"),
    PrintCase(-3.2, .percent().withMinus(.minus), "\u{2212}3.2%", "the other minus"),
    PrintCase(1741.9, .percent().withoutUnit.withGrouping(.none), "1741.9", "no groups"),
    PrintCase(1741.9, .percent().withUnit(suffix: " %"), "1,741.9 %", "unit with its space"),
    PrintCase(1741.9, .integer.withGrouping(.thinSpace), "1\u{2009}742", "U+2009"),
    PrintCase(1741.9, .integer.withGrouping(.noBreakSpace), "1\u{A0}742", "U+00A0"),
    PrintCase(1741.9, .integer.withGrouping(.narrowNoBreakSpace), "1\u{202F}742", "U+202F"),
    PrintCase(1_741_900, .integer.withGrouping(.space), "1 741 900", "space"),
    PrintCase(999, .integer, "999", "three digits are one group"),
  ]
}

@Suite("Number style") struct NumberStyleTests {
  @Test("rounds the decimal that was meant", arguments: PrintCase.digits)
  func digits(_ sample: PrintCase) { #expect(sample.style.text(sample.value) == sample.text) }

  @Test("sets sign, unit and groups", arguments: PrintCase.looks)
  func looks(_ sample: PrintCase) { #expect(sample.style.text(sample.value) == sample.text) }

  /// By the definitions of the modes.
  @Test(
    "rounds in five ways",
    arguments: [
      (RoundingMode.halfAwayFromZero, ["3", "-3", "4", "2", "-2", "1"]),
      (.halfToEven, ["2", "-2", "4", "2", "-2", "0"]),
      (.towardZero, ["2", "-2", "3", "2", "-2", "0"]),
      (.down, ["2", "-3", "3", "2", "-3", "0"]),
      (.up, ["3", "-2", "4", "3", "-2", "1"]),
    ])
  func modes(mode: RoundingMode, expected: [String]) {
    let style = NumberStyle.integer.withRounding(mode)
    #expect([2.5, -2.5, 3.5, 2.1, -2.1, 0.5].map { style.text($0) } == expected)
  }

  @Test("directed modes see what is far below the last place")
  func farBelow() {
    #expect(NumberStyle(decimals: 1, rounding: .up).text(.leastNonzeroMagnitude) == "0.1")
    #expect(NumberStyle(decimals: 1, rounding: .down).text(-.leastNonzeroMagnitude) == "-0.1")
    #expect(NumberStyle(decimals: 1, rounding: .up).text(-.leastNonzeroMagnitude) == "0.0")
    #expect(NumberStyle(decimals: 1, rounding: .halfToEven).text(0.0500001) == "0.1")
    #expect(NumberStyle(decimals: 1, rounding: .halfToEven).text(0.05) == "0.0")
  }

  /// The value is made of an integer and a power of ten, so integers give the exact answer.
  @Test("agrees with rounding in integers", arguments: RoundingMode.allCases)
  func integers(mode: RoundingMode) throws {
    var generator = RepeatableGenerator(seed: 20_240_930)
    for _ in 0..<4000 {
      let size = Int128(1) << Int128.random(in: 1...49, using: &generator)
      let count = Int128.random(in: -size...size, using: &generator)
      let places = Int.random(in: 0...12, using: &generator)
      let decimals = Int.random(in: 0...10, using: &generator)
      // A half in the last place is what goes wrong, so every other number ends in 5.
      let number = Bool.random(using: &generator) ? count : count / 10 * 10 + count.signum() * 5
      let value = try #require(Double("\(number)e-\(places)"))
      let expected = slowText(number, places: places, decimals: decimals, mode)
      let style = NumberStyle(decimals: decimals, grouping: .none, rounding: mode)
      #expect(style.text(value) == expected, "\(number)e-\(places), \(decimals) decimals")
      #expect(style.rounded(value) == Double(expected))
    }
  }

  @Test("the printed value compares as the text does") func printedValue() {
    let style = NumberStyle(decimals: 1, divisor: 1e9, suffix: " bn")
    #expect(style.print(29_660_000_000) == style.print(29_740_000_000))
    #expect(style.print(29_660_000_000).value == 29.7)
    let deficit = style.withSign(.never).print(-3_240_000_000)
    #expect((deficit.text, deficit.value) == ("3.2 bn", -3.2))
    #expect(
      [-0.06, -0.04, 0, 0.05].map { NumberStyle.percent().print($0).direction } == [-1, 0, 0, 1])
    #expect(style.print(40_000_000).isZero)
    #expect(style.print(-1_234_500_000_000).number == "-1,234.5")
  }

  @Test("full precision keeps every digit and moves the point") func fullPrecision() {
    let style = NumberStyle(decimals: 2, divisor: 1e9)
    #expect(style.fullPrecision(29_705_123_000) == "29.705123")
    #expect(style.fullPrecision(-1e22) == "-10000000000000")
    #expect(style.fullPrecision(0) == "0")
    #expect(style.fullPrecision(1) == "0.000000001")
  }

  @Test("the largest numbers are printed in full") func largest() {
    let printed = NumberStyle(decimals: 2).print(.greatestFiniteMagnitude)
    #expect(printed.text.hasPrefix("179,769,313,486,232,000,"))
    // 309 digits, 102 commas, a point and two decimals.
    #expect(printed.text.count == 309 + 102 + 3)
    #expect(printed.value == .greatestFiniteMagnitude)
  }

  @Test("missing values print the placeholder") func missing() {
    #expect(NumberStyle.percent().text(nil) == ":")
    #expect(NumberStyle.percent().withMissing("n/a").text(nil) == "n/a")
  }

  @Test("more decimals than a double has are cut") func manyDecimals() {
    let style = NumberStyle(decimals: 400)
    #expect(style.decimals == 15 && style.withDecimals(17) == style)
    // The shortest digits of the double are 0.30000000000000004.
    #expect(style.text(0.30000000000000004) == "0.300000000000000")
  }

  @Test("what cannot be printed stops the program") func mistakes() async {
    await #expect(processExitsWith: .failure) { _ = NumberStyle.integer.print(.nan) }
    await #expect(processExitsWith: .failure) { _ = NumberStyle.integer.print(.infinity) }
    await #expect(processExitsWith: .failure) { _ = NumberStyle(decimals: -1) }
    await #expect(processExitsWith: .failure) { _ = NumberStyle(decimals: 0, divisor: 0) }
  }
}

/// Rounds `number · 10^-places` in integers: quotient, remainder and the definition of the mode.
private func slowText(
  _ number: Int128, places: Int, decimals: Int, _ mode: RoundingMode
) -> String {
  var (result, drop) = (number.magnitude, places - decimals)
  while drop < 0 {
    result *= 10
    drop += 1
  }
  let unit = (0..<drop).reduce(UInt128(1)) { power, _ in power * 10 }
  let (quotient, remainder) = result.quotientAndRemainder(dividingBy: unit)
  let up =
    switch mode {
    case .halfAwayFromZero: 2 * remainder >= unit
    case .halfToEven: 2 * remainder > unit || (2 * remainder == unit && quotient % 2 == 1)
    case .towardZero: false
    case .down: number < 0 && remainder > 0
    case .up: number > 0 && remainder > 0
    }
  let units = up ? quotient + 1 : quotient
  var digits = String(units)
  if decimals > 0 {
    digits = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
  }
  return (number < 0 && units > 0 ? "-" : "") + digits
}
