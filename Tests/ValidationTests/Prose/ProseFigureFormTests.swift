import Testing
import TradeModel

@testable import Validation

/// A way to print a number and what it stands for.
struct FigureForm: Sendable, CustomTestStringConvertible {
  let text: String
  let value: String
  let unit: String
  var testDescription: String { text }

  /// The forms of the issue and their neighbours; values by reading them.
  static let all = [
    FigureForm(text: "US$29.71 billion", value: "29.71e9", unit: "USD"),
    FigureForm(text: "29.71 billion US dollars", value: "29.71e9", unit: "USD"),
    FigureForm(text: "USD 29.71bn", value: "29.71e9", unit: "USD"),
    FigureForm(text: "€1 741.9 bn", value: "1741.9e9", unit: "EUR"),
    FigureForm(text: "Rs 3.2 lakh crore", value: "3.2e12", unit: "INR"),
    FigureForm(text: "RMB 2.1 trillion yuan", value: "2.1e12", unit: "CNY"),
    FigureForm(text: "40-point-one billion dollars", value: "40.1e9", unit: "USD"),
    FigureForm(text: "1,234.5 million euros", value: "1234.5e6", unit: "EUR"),
    FigureForm(text: "14 billion 480 million dollars", value: "14480e6", unit: "USD"),
    FigureForm(text: "CHF69.2 billion", value: "69.2e9", unit: "CHF"),
    FigureForm(text: "N52.387trillion", value: "52.387e12", unit: "NGN"),
    FigureForm(text: "$16,250m", value: "16250e6", unit: "USD"),
    FigureForm(text: "Rs. 1,86,453.23Crore", value: "186453.23e7", unit: "INR"),
    FigureForm(text: "five million euros", value: "5e6", unit: "EUR"),
    FigureForm(text: "£1,336.5 billion", value: "1336.5e9", unit: "GBP"),
    FigureForm(text: "$24.6-billion", value: "24.6e9", unit: "USD"),
    FigureForm(text: "3,6 billion euros", value: "3.6e9", unit: "EUR"),
    FigureForm(text: "€1'204.3 million", value: "1204.3e6", unit: "EUR"),
    FigureForm(text: "15.799 million tons", value: "15.799e6", unit: "tonnes"),
    FigureForm(text: "12 yi yuan", value: "12e8", unit: "CNY"),
  ]

  /// Rates; the sign is printed or said.
  static let rates = [
    FigureForm(text: "(+3.1% y/y)", value: "3.1", unit: "percent"),
    FigureForm(text: "up 3.1 per cent", value: "3.1", unit: "percent"),
    FigureForm(text: "(-4%)", value: "-4", unit: "percent"),
    FigureForm(text: "down 0.4 percentage points", value: "-0.4", unit: "pp"),
    FigureForm(text: "a negative growth of 33%", value: "-33", unit: "percent"),
    FigureForm(text: "up 9.7pct", value: "9.7", unit: "percent"),
    FigureForm(text: "a 10.82-percent rise", value: "10.82", unit: "percent"),
  ]

  /// Numbers that are no figures of trade.
  static let others = [
    "Exports were discussed on 25 October 2023 at 8:30.",
    "Exports grew for the 3rd time since 1996.",
    "Exports went to 162 countries, under article 12 of the treaty.",
    "About 81 percent of the exhibitors praised the exports fair.",
    "The minister of trade, 52, paid 3 visits; call (301) 763-2311.",
    "Trade data of release 18-82 cover 2.93 million passenger trips.",
  ]
}

@Suite("Forms of figures in prose") struct ProseFigureFormTests {
  @Test("an amount is read in each form", arguments: FigureForm.all)
  func amount(_ form: FigureForm) throws {
    let figures = prose("Exports were \(form.text) in 2019.").check.figures
    let figure = try #require(figures.first)
    let exponent = figure.number.scale.exponent
    #expect(figures.count == 1)
    #expect("\(figure.number.digits)e\(exponent)" == form.value)
    #expect(figure.unit == form.unit)
    #expect(form.text.contains(figure.text) || figure.text == form.text)
  }

  @Test("a rate is read in each form with its sign", arguments: FigureForm.rates)
  func rate(_ form: FigureForm) throws {
    let figures = prose("In 2019 exports showed \(form.text).").check.figures
    let figure = try #require(figures.first)
    #expect(figures.count == 1)
    #expect(figure.number.digits == form.value)
    #expect(figure.unit == form.unit)
  }

  @Test("dates, ranks, counts and telephone numbers are no figures", arguments: FigureForm.others)
  func noFigure(_ text: String) {
    #expect(prose(text).check.figures.map(\.text) == [])
  }

  @Test("offsets, line and column are those of the text in UTF-8 bytes")
  func places() throws {
    let figure = try #require(
      prose("Trade.\n\nÖsterreich: exports rose 3% in 2019.").check.figures.first)
    #expect(figure.text == "3%")
    #expect((figure.start, figure.end) == (34, 36))
    #expect((figure.line, figure.column) == (3, 27))
  }
}
