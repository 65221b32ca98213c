internal import ArgumentParser
internal import Diagnostics
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// Which data, and which part of them: the options that all commands on data share.
struct DataOptions: ParsableArguments {
  @Option(name: .long, help: "Whose statistics, by area code such as CHN.")
  var reporter: String?

  @Option(
    name: .long, help: "The partners by area code, joined by commas, in the order to be shown.")
  var partner: String?

  @Option(name: .long, help: "The product by its code.")
  var product: String?

  @Option(
    name: .long,
    help: "Prices, adjustment or concept where the data hold several, such as SA or current.")
  var basis: String?

  @Option(name: .long, help: "Use what was published by this date, such as 2009-07.")
  var vintage: String?

  @Option(
    name: .long, help: "The unit where the data hold several; also that of a CSV file without any.")
  var unit: String?

  @Option(name: .long, help: "What a CSV file holds: flow, stock, index or rate.")
  var kind: String?

  @Option(name: .long, help: "The first month of fiscal years, 1 to 12.")
  var fiscalStart: Int?

  @Flag(name: .long, help: "Also print notes on the data: gaps, conflicts.")
  var notes = false

  /// The partners of the option, in their order.
  var partners: [String] {
    (partner ?? "").split(separator: ",").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  func validate() throws {
    if let vintage, Vintage(parsing: vintage) == nil {
      throw ValidationError(
        "--vintage \(vintage.quoted) is not a date, expected 2009, 2009-07 or 2009-07-31.")
    }
    if let kind, SeriesKind(rawValue: kind) == nil {
      throw ValidationError(
        "--kind \(kind.quoted) is not known, expected flow, stock, index or rate.")
    }
    if let fiscalStart, !(1...12).contains(fiscalStart) {
      throw ValidationError("--fiscal-start \(fiscalStart) is not a month, expected 1 to 12.")
    }
  }

  /// The basis as a value.
  var chosenBasis: Basis? { basis.map { Basis($0) } }

  /// The unit as a value.
  var chosenUnit: Unit? { unit.map { Unit($0) } }

  /// The vintage as a value.
  var chosenVintage: Vintage? { vintage.flatMap { Vintage(parsing: $0) } }

  /// Reads a period of an option.
  func period(_ text: String, option: String) throws -> Period {
    let calendar =
      fiscalStart.map { FiscalCalendar(firstMonth: $0) }
      ?? reporter.flatMap { FiscalCalendar.ofReporter($0) }
    do throws(PeriodError) {
      return try PeriodParser(fiscalCalendar: calendar).parse(text)
    } catch {
      let hint = error.hint.map { " (\($0))" } ?? ""
      throw ValidationError("\(option): \(error.description)\(hint).")
    }
  }
}
