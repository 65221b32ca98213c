/// One function of the expression language: how it is called, what it computes and from where its
/// definition comes.
///
///     FunctionCatalogue.entry(named: "yoy")?.text  // what `tradewind describe yoy` shows
public struct FunctionEntry: Sendable, Hashable {
  /// The unit of a result.
  public enum ResultUnit: String, Sendable, Hashable, CaseIterable {
    /// Per cent.
    case percent = "percent"
    /// Percentage points.
    case percentagePoints = "pp"
    /// A plain number.
    case ratio = "ratio"
    /// A level against a base.
    case index = "index"
    /// The unit of the argument.
    case sameAsInput = "same as input"
  }

  /// What an argument has to be.
  enum Argument: Sendable, Hashable {
    case data
    case period
    case number
  }

  let function: IndicatorFunction
  let arguments: [Argument]
  /// How many of the arguments are needed.
  let required: Int
  /// Whether `by` and a dimension can stand in the call.
  let takesDimension: Bool
  /// Whether the call without arguments, or the bare name, means exports and imports.
  let isForTradeByDefault: Bool

  /// The short name, which messages use.
  public let name: String
  /// Other names.
  public let aliases: [String]
  /// How it is called, for example `rebase(x, 'period', level)`.
  public let usage: String
  /// What it gives, in one line.
  public let summary: String
  /// What it gives, in full.
  public let definition: String
  /// The formula in plain text.
  public let formula: String
  /// The unit of the result.
  public let resultUnit: ResultUnit
  /// What happens where the formula has no answer.
  public let edgeCases: [String]
  /// A worked example.
  public let example: String
  /// Where the definition comes from.
  public let source: String

  init(
    _ function: IndicatorFunction, _ name: String, aliases: [String] = [], usage: String,
    _ arguments: [Argument] = [.data], required: Int? = nil, takesDimension: Bool = false,
    isForTradeByDefault: Bool = false, unit: ResultUnit, summary: String, definition: String,
    formula: String, edgeCases: [String], example: String, source: String
  ) {
    self.function = function
    self.name = name
    self.aliases = aliases
    self.usage = usage
    self.arguments = arguments
    self.required = required ?? arguments.count
    self.takesDimension = takesDimension
    self.isForTradeByDefault = isForTradeByDefault
    self.summary = summary
    self.definition = definition
    self.formula = formula
    resultUnit = unit
    self.edgeCases = edgeCases
    self.example = example
    self.source = source
  }

  /// The whole entry as text, without a final newline.
  public var text: String {
    var lines = ["\(name): \(summary)", "", "Use: \(usage)"]
    if !aliases.isEmpty { lines.append("Also called: \(aliases.joined(separator: ", "))") }
    lines += ["", definition, "", "Formula: \(formula)", "Unit: \(resultUnit.rawValue)", ""]
    lines.append("Edge cases:")
    lines += edgeCases.map { "- \($0)" }
    lines += ["", "Example: \(example)", "", "Source: \(source)"]
    return lines.joined(separator: "\n")
  }
}

/// What an entry of the catalogue computes.
enum IndicatorFunction: Sendable, Hashable, CaseIterable {
  case yearOverYear, periodOverPeriod, annualized, yearToDate, yearToDateChange
  case threeMonths, movingQuarter, rolling
  case difference, periodDifference, percentagePoints, rebased, compound, trend
  case balance, cover, normalizedBalance, share, contribution
}
