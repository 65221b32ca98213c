import TestSupport
import Testing
import TimeSeries
import TradeImport
import TradeModel

/// A cell with the number that it stands for; expected values are the decimal text itself.
private struct NumberCase: Sendable, CustomTestStringConvertible {
  let text: String
  let format: NumberFormat
  let digits: String
  let value: Double
  var isPercent = false
  var flags = ""
  var testDescription: String { text }
}

private let point = NumberFormat()
private let comma = NumberFormat(decimalMark: .comma)
private let indian = NumberFormat(grouping: .indian)

@Suite("Numbers in cells")
struct NumberFormatTests {
  /// Substrings are always read scalar by scalar.
  @Test("the short way for plain numbers reads what the long way reads") func shortWay() {
    var generator = RepeatableGenerator(seed: 42)
    let signs = Array("0123456789012345.,-")
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...18, using: &generator)
      let text = String((0..<count).map { _ in signs.randomElement(using: &generator) ?? "0" })
      for format in [point, comma, NumberFormat.plain] {
        #expect(format.read(text) == format.read(Substring(text)), "\(text)")
      }
    }
  }

  private static let numbers: [NumberCase] = [
    NumberCase(text: "0", format: point, digits: "0", value: 0),
    NumberCase(text: "1741.90", format: point, digits: "1741.90", value: 1741.9),
    NumberCase(text: "1,741.9", format: point, digits: "1741.9", value: 1741.9),
    NumberCase(text: "1.741,9", format: comma, digits: "1741.9", value: 1741.9),
    NumberCase(text: "1 741,9", format: comma, digits: "1741.9", value: 1741.9),
    NumberCase(text: "1\u{A0}741,9", format: comma, digits: "1741.9", value: 1741.9),
    NumberCase(text: "1\u{2009}741,9", format: comma, digits: "1741.9", value: 1741.9),
    NumberCase(text: "1\u{202F}741,9", format: comma, digits: "1741.9", value: 1741.9),
    NumberCase(text: "1'741.9", format: point, digits: "1741.9", value: 1741.9),
    NumberCase(text: "1\u{2019}741\u{2019}000", format: point, digits: "1741000", value: 1_741_000),
    NumberCase(text: "1.234", format: point, digits: "1.234", value: 1.234),
    NumberCase(text: "1.234", format: comma, digits: "1234", value: 1234),
    NumberCase(text: "12,345,678", format: point, digits: "12345678", value: 12_345_678),
    NumberCase(text: "1,00,000", format: indian, digits: "100000", value: 100_000),
    NumberCase(text: "12,34,56,789.5", format: indian, digits: "123456789.5", value: 123_456_789.5),
    NumberCase(text: "1,000", format: indian, digits: "1000", value: 1000),
    NumberCase(text: "-3.2", format: point, digits: "-3.2", value: -3.2),
    NumberCase(text: "+3.2", format: point, digits: "3.2", value: 3.2),
    NumberCase(text: "\u{2212}3.2", format: point, digits: "-3.2", value: -3.2),
    NumberCase(text: "- 3.2", format: point, digits: "-3.2", value: -3.2),
    NumberCase(text: "3,2-", format: comma, digits: "-3.2", value: -3.2),
    NumberCase(text: "3.2\u{2212}", format: point, digits: "-3.2", value: -3.2),
    NumberCase(text: "(3.2)", format: point, digits: "-3.2", value: -3.2),
    NumberCase(text: "(1,234.5)", format: point, digits: "-1234.5", value: -1234.5),
    NumberCase(text: "3.2%", format: point, digits: "3.2", value: 3.2, isPercent: true),
    NumberCase(text: "-3,2 %", format: comma, digits: "-3.2", value: -3.2, isPercent: true),
    NumberCase(text: "(3.2%)", format: point, digits: "-3.2", value: -3.2, isPercent: true),
    NumberCase(text: "(3.2)%", format: point, digits: "-3.2", value: -3.2, isPercent: true),
    NumberCase(text: "12.3p", format: point, digits: "12.3", value: 12.3, flags: "p"),
    NumberCase(text: "1 234 be", format: point, digits: "1234", value: 1234, flags: "be"),
    NumberCase(text: "5.1 e", format: point, digits: "5.1", value: 5.1, flags: "e"),
    NumberCase(text: "5.1 (p)", format: point, digits: "5.1", value: 5.1, flags: "(p)"),
    NumberCase(text: " 7 ", format: point, digits: "7", value: 7),
    NumberCase(text: ".5", format: point, digits: ".5", value: 0.5),
    NumberCase(text: "5.", format: point, digits: "5", value: 5),
    NumberCase(text: "0,123", format: comma, digits: "0.123", value: 0.123),
    NumberCase(text: "007", format: point, digits: "007", value: 7),
    NumberCase(
      text: "154824.80000000002", format: point, digits: "154824.80000000002",
      value: 154824.80000000002),
  ]

  @Test("Every form of a number is read exactly", arguments: numbers)
  private func forms(_ sample: NumberCase) throws {
    let number = try #require(sample.format.read(sample.text).number)
    #expect(number.digits == sample.digits)
    #expect(number.value == sample.value)
    #expect(number.isPercent == sample.isPercent)
    #expect(number.flags == sample.flags)
    let figure = try #require(number.figure())
    #expect(figure.text == sample.digits)
    #expect(figure.value == sample.value)
  }

  @Test("Digits that are printed are kept, and an exponent is a scale")
  func digits() throws {
    #expect(point.read("29.70").number?.figure(scale: .billion)?.halfUnit == 5_000_000)
    let number = try #require(point.read("2.06E+05").number)
    #expect(number.value == 206_000)
    #expect(number.figure(scale: .thousand)?.unitExponent == 6)  // 2.06 · 10⁵ · 10³: last digit 10⁶
    #expect(number.figure(scale: DecimalScale(exponent: 18)) == nil)
  }

  @Test("Flags behind a number become a status")
  func flags() {
    #expect(point.read("1 234 be").number?.status == [.breakInSeries, .estimated])
    #expect(point.read("12.3p").number?.status == .provisional)
    #expect(point.read("12.3").number?.status == .normal)
  }

  @Test(
    "What is not a number says why",
    arguments: [
      ("1,23", point, NotANumber.Reason.grouping), ("1,2345", point, .grouping),
      ("12,34,567", point, .grouping), ("1234,567", point, .grouping),
      ("0,123", point, .grouping), ("1,000,00", indian, .grouping),
      ("123,000", indian, .grouping), ("1 23", point, .grouping),
      ("1.234.5", point, .marks), ("1,234 567", point, .marks), ("1.2,3", point, .marks),
      ("1.234,5", point, .marks), ("(-3)", point, .sign), ("(3", point, .sign),
      ("-3-", point, .sign), ("abc", point, .noDigits),
      ("$5", point, .noDigits), ("12.3q", point, .flags("q")), ("12 km", point, .flags("km")),
      ("1O4.2", point, .letterForDigit("104.2")), ("1e999", point, .tooLarge),
      (".", NumberFormat(missingWords: .none), .noDigits),
    ] as [(String, NumberFormat, NotANumber.Reason)])
  func refused(_ text: String, _ format: NumberFormat, _ reason: NotANumber.Reason) {
    let reading = format.read(text)
    guard case .notANumber(let problem) = reading else {
      Issue.record("'\(text)' was read as \(reading)")
      return
    }
    #expect(problem.reason == reason)
  }

  @Test("A number of the other decimal mark gets the option as a hint")
  func hints() {
    guard case .notANumber(let problem) = point.read("1.234,5") else {
      Issue.record("expected a problem")
      return
    }
    #expect(problem.expected == "a number such as 1741.9")
    #expect(problem.hint == "with a decimal comma it is a number; say so with --decimal-comma")
    guard case .notANumber(let letter) = point.read("1O4.2") else {
      Issue.record("expected a problem")
      return
    }
    #expect(letter.hint == "a letter stands where a digit is expected: '104.2'?")
  }

  @Test(
    "The kinds of missing stay apart",
    arguments: [
      (":", MissingWords.usual, ObservationStatus.unknown), ("..", .usual, .unknown),
      ("...", .usual, .unknown), ("n/a", .usual, .unknown), ("NA", .usual, .unknown),
      ("c", .usual, .confidential), ("x", .usual, .notApplicable), ("*", .usual, .confidential),
      ("-", .usual, .unknown), (":c", .usual, .confidential), (": c", .usual, .confidential),
      (":z", .usual, .notApplicable), (": u", .usual, [.unknown, .lowReliability]),
      (": ", .usual, .unknown), ("...", .statisticsCanada, .notApplicable),
      ("x", .statisticsCanada, .confidential), ("...", .germanOffices, .notYetPublished),
      ("x", .germanOffices, .notApplicable), ("[z]", .ons, .notApplicable),
    ] as [(String, MissingWords, ObservationStatus)])
  func missing(_ text: String, _ words: MissingWords, _ status: ObservationStatus) {
    let reading = NumberFormat(missingWords: words).read(text)
    guard case .missing(let cell) = reading else {
      Issue.record("'\(text)' was read as \(reading)")
      return
    }
    #expect(cell.status == status)
    #expect(cell.word == text.trimmingSpaces)
  }

  @Test("A dash is zero where a table says so, without digits that could be checked")
  func dash() throws {
    for words in [MissingWords.usual.withDashAsZero, .germanOffices] {
      let number = try #require(NumberFormat(missingWords: words).read("-").number)
      #expect(number.value == 0)
      #expect(number.digits.isEmpty)
      #expect(number.figure() == nil)
    }
  }

  @Test("An empty cell is empty, with spaces too") func empty() {
    for text in ["", " ", "\u{A0}\u{202F}"] { #expect(point.read(text) == .empty) }
  }

  @Test("Numbers printed in every style are read back as they were")
  func roundTrip() throws {
    var generator = RepeatableGenerator(seed: 7)
    for _ in 0..<2000 {
      let digits = Int.random(in: 1...15, using: &generator)
      let decimals = Int.random(in: 0...min(4, digits - 1), using: &generator)
      let number = Int.random(in: 0..<Int(pow10(digits)), using: &generator)
      var whole = String(number / Int(pow10(decimals)))
      let isNegative = Bool.random(using: &generator)
      let style = [point, comma].randomElement(using: &generator) ?? point
      let mark = style.groupingMarks.sorted { $0.rawValue < $1.rawValue }
        .randomElement(using: &generator)
      let plainWhole = whole
      if let mark, whole.count > 3 {
        // Slow and obvious: from the right, a mark before every third digit.
        var grouped = ""
        for (place, digit) in whole.reversed().enumerated() {
          if place > 0, place % 3 == 0 {
            grouped.unicodeScalars.insert(mark.scalar, at: grouped.startIndex)
          }
          grouped.insert(digit, at: grouped.startIndex)
        }
        whole = grouped
      }
      var fraction = ""
      if decimals > 0 {
        let rest = String(number % Int(pow10(decimals)))
        fraction = String(repeating: "0", count: decimals - rest.count) + rest
      }
      let tail = fraction.isEmpty ? "" : String(style.decimalMark.character) + fraction
      let plain = plainWhole + (fraction.isEmpty ? "" : "." + fraction)
      let forms = isNegative ? ["-#", "(#)", "#-", "\u{2212}#"] : ["#", "+#"]
      for form in forms {
        let text = form.split(separator: "#", omittingEmptySubsequences: false)
          .joined(separator: whole + tail)
        let read = try #require(style.read(text).number, "\(text)")
        #expect(read.digits == (isNegative ? "-" : "") + plain)
        #expect(read.value == Double((isNegative ? "-" : "") + plain))
      }
    }
  }

  @Test("Texts without any meaning are read as something, never as a crash")
  func random() {
    var generator = RepeatableGenerator(seed: 11)
    let letters = Array("0123456789.,'’ \u{A0}\u{202F}-−()%epbcx:*Ee+OlI[]é中")
    for _ in 0..<5000 {
      let text = String(
        (0..<Int.random(in: 0...12, using: &generator)).compactMap { _ in
          letters.randomElement(using: &generator)
        })
      for format in [point, comma, indian, .plain] {
        if let number = format.read(text).number {
          #expect(number.value.isFinite)
          let literal = number.digits + (number.exponent == 0 ? "" : "e\(number.exponent)")
          #expect(number.digits.isEmpty || Double(literal) == number.value, "\(text)")
          // No digit is invented or lost.
          let shown = text.prefix { $0 != "e" && $0 != "E" }.filter { $0.isASCII && $0.isNumber }
          #expect(number.digits.filter(\.isNumber) == shown, "\(text)")
        }
      }
    }
  }

  private func pow10(_ exponent: Int) -> Double { (0..<exponent).reduce(1) { p, _ in p * 10 } }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
