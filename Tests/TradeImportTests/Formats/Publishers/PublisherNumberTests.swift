import Testing
import TradeModel

@testable import TradeImport

@Suite("Numbers as one publisher prints them")
struct PublisherNumberTests {
  @Test(
    "Digits, marks and scales",
    arguments: [
      ("12", 12), ("-3.10", -3.1), ("+4", 4), ("\u{2212}5", -5), ("61,707.95", 61707.95),
      ("3,81,007.74", 381007.74), (".5", 0.5), ("3E-06", 0.000003), ("1e3", 1000),
      ("120.8333333333333333333333", 120.83333333333333),
    ])
  func read(text: String, value: Double) {
    #expect(PublisherNumber(text, thousands: ",")?.value == value)
  }

  @Test(
    "What is no number",
    arguments: [
      "", "-", ".", "1.2.3", "1,23", "1234,567", ",123", "1,,234", "12a", "1e", "0x10", "nan",
      "inf", "1e400", " 1", "--1", "1 000",
    ])
  func refuse(text: String) {
    #expect(PublisherNumber(text, thousands: ",") == nil)
  }

  @Test("The decimal mark is the one that is asked for") func decimalMark() {
    #expect(PublisherNumber("11,30", decimal: ",")?.figure?.text == "11.30")
    #expect(PublisherNumber("11.30", decimal: ",") == nil)
    #expect(PublisherNumber("11,30") == nil)
  }

  @Test(
    "Sixteen and more digits are rounded to fifteen, half away from zero",
    arguments: [
      ("154824.80000000002", "154824.8"), ("180549.80000000002", "180549.8"),
      ("226900.79999999996", "226900.8"), ("9999999.9999999996", "10000000"),
      ("-0.30000000000000004", "-0.3"), ("123456789012345", "123456789012345"),
      ("1234567890123456", "1234567890123460"), ("0.000000000000000001", "0.000000000000000001"),
    ])
  func artefacts(text: String, printed: String) {
    #expect(PublisherNumber(text, roundsArtefacts: true)?.figure?.text == printed)
  }

  @Test("Scale and exponent are one power of ten") func scale() {
    let number = PublisherNumber("2.5", scale: .million)
    #expect(number?.figure == PublishedFigure(printed: "2.5", scale: .million))
    #expect(number?.value == 2_500_000)
    #expect(PublisherNumber("3E-06", scale: .million)?.figure?.scale == .one)
  }
}
