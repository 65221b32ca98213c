import TimeSeries
import TradeModel
import Validation

/// Builds small documents for tests.
struct SmallDocument {
  var figures: [CheckedFigure] = []
  var statements: [FigureStatement] = []
  var identities: [Identity] = []

  static func span(_ year: Int) -> FigurePeriod { .span(.year(year)) }

  static func quantity(
    _ measure: FigureMeasure, _ year: Int = 2024, subject: String = ""
  ) -> Quantity {
    Quantity(measure, subject: subject, period: span(year), unit: "USD")
  }

  /// Adds a figure in billions and returns its id.
  @discardableResult mutating func add(
    _ digits: String, _ role: FigureRole, _ measure: FigureMeasure, _ year: Int = 2024,
    unit: String = "USD", hedge: FigureHedge = .exact, subject: String = ""
  ) -> String {
    let isRate = unit != "USD"
    let id = "f\(figures.count + 1)"
    let number = PrintedNumber(digits: digits, scale: isRate ? .one : .billion)
    figures.append(
      CheckedFigure(
        id: id, text: digits, number: number ?? PrintedNumber(significand: 0, decimals: 0),
        role: role, measure: measure, subject: subject, period: SmallDocument.span(year),
        unit: unit, hedge: hedge))
    return id
  }

  mutating func level(
    _ digits: String, _ measure: FigureMeasure, _ year: Int = 2024, hedge: FigureHedge = .exact,
    subject: String = ""
  ) {
    let id = add(
      digits, measure == .balance ? .balance : .level, measure, year, hedge: hedge,
      subject: subject)
    statements.append(
      .level(id, of: SmallDocument.quantity(measure, year, subject: subject)))
  }

  mutating func growth(_ digits: String, _ measure: FigureMeasure, _ year: Int = 2024) {
    let id = add(digits, .change, measure, year, unit: "percent")
    statements.append(
      .growth(
        id, of: SmallDocument.quantity(measure, year),
        on: SmallDocument.quantity(measure, year - 1)))
  }

  mutating func trade(_ year: Int) {
    identities.append(
      .sum(
        id: "trade-\(year)", "total trade is exports plus imports",
        SmallDocument.quantity(.totalTrade, year),
        of: [SmallDocument.quantity(.exports, year), SmallDocument.quantity(.imports, year)]))
  }

  mutating func balance(_ year: Int) {
    identities.append(
      .balance(
        id: "balance-\(year)", "the balance is exports less imports",
        SmallDocument.quantity(.balance, year), exports: SmallDocument.quantity(.exports, year),
        imports: SmallDocument.quantity(.imports, year)))
  }

  var document: CheckDocument {
    CheckDocument(
      file: "test", figures: figures,
      readings: [Reading(statements: statements, identities: identities)])
  }

  func check(_ options: CheckOptions = CheckOptions()) -> CheckResult {
    DocumentChecker(options).check(document)
  }
}

func rational(_ text: String) -> Rational { Rational(decimal: text) ?? .zero }

func interval(_ low: String, _ high: String) -> ExactInterval {
  ExactInterval(rational(low), rational(high))
}
