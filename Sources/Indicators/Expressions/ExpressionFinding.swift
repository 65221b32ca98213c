internal import Diagnostics
internal import TimeSeries

/// What can be wrong with an expression, with all sentences of its messages.
enum ExpressionFinding {
  case unknownCharacter(Character)
  case unclosedQuote
  case malformedNumber(String)
  case barePeriod(String)
  case period(PeriodError)
  case unexpected(found: String, expected: String)
  case unclosed(String, opened: Int)
  case tooDeep(Int)
  case tooLong(Int)
  case unknownMeasure(String, known: [String])
  case unknownFunction(String, known: [String])
  case functionWithoutCall(String, usage: String)
  case unknownDimension(String, known: [String])
  case dimensionNotTaken(String, usage: String)
  case arity(String, found: Int, expected: String, usage: String)
  case argument(String, expected: String, found: String)
  case periodOutsideCall
  case noMeasure
  case unitMismatch(String, String, String)
  case kindMismatch(String, SeriesKind, SeriesKind)
  case noData(String)
  case indicator(IndicatorError)

  /// The stable name of the finding.
  private var id: String {
    switch self {
    case .unknownCharacter: "expression.character"
    case .unclosedQuote: "expression.unclosed-quote"
    case .malformedNumber: "expression.number"
    case .barePeriod, .period, .periodOutsideCall: "expression.period"
    case .unexpected: "expression.syntax"
    case .unclosed: "expression.unclosed-parenthesis"
    case .tooDeep: "expression.too-deep"
    case .tooLong: "expression.too-long"
    case .unknownMeasure: "expression.unknown-name"
    case .unknownFunction, .functionWithoutCall: "expression.unknown-function"
    case .unknownDimension, .dimensionNotTaken: "expression.dimension"
    case .arity: "expression.arguments"
    case .argument: "expression.argument"
    case .noMeasure: "expression.no-measure"
    case .unitMismatch: "expression.units"
    case .kindMismatch, .indicator: "expression.kind"
    case .noData: "expression.no-data"
    }
  }

  private var message: String {
    switch self {
    case .unknownCharacter(let character):
      "character \(String(character).quoted) has no meaning here, expected a name, a number or an "
        + "operator"
    case .unclosedQuote: "a quote is not closed, expected a period such as '2024-Q1'"
    case .malformedNumber(let text): "\(text.quoted) is not a number, expected a form such as 0.5"
    case .barePeriod(let text): "\(text) without quotes is a subtraction, expected '\(text)'"
    case .period(let error): error.description
    case .unexpected(let found, let expected): "found \(found), expected \(expected)"
    case .unclosed(let found, let column):
      "the parenthesis of column \(column) is not closed, found \(found), expected ')'"
    case .tooDeep(let limit): "the expression is nested more than \(limit) deep"
    case .tooLong(let limit): "the expression has more than \(limit) parts"
    case .unknownMeasure(let name, _): "no measure is called \(name.quoted)"
    case .unknownFunction(let name, _): "no function is called \(name.quoted)"
    case .functionWithoutCall(let name, let usage):
      "\(name.quoted) is a function, expected \(usage)"
    case .unknownDimension(let name, _): "no dimension is called \(name.quoted)"
    case .dimensionNotTaken(let name, let usage):
      "\(name) takes no 'by', expected \(usage)"
    case .arity(let name, let found, let expected, let usage):
      "\(name) has \(found) argument\(found == 1 ? "" : "s"), expected \(expected): \(usage)"
    case .argument(let name, let expected, let found):
      "argument of \(name) is \(found), expected \(expected)"
    case .periodOutsideCall: "a period stands outside of a call, expected a measure or a number"
    case .noMeasure: "the expression has no measure in it, so there is nothing to compute"
    case .unitMismatch(let sign, let left, let right):
      "'\(sign)' joins values in \(left) and in \(right), expected the same unit on both sides"
    case .kindMismatch(let sign, let left, let right):
      "'\(sign)' joins \(left.withArticle) and \(right.withArticle), expected the same kind on "
        + "both sides"
    case .noData(let name): "measure \(name.quoted) has no data here"
    case .indicator(let error): error.description
    }
  }

  private var hint: String? {
    switch self {
    case .unknownMeasure(let name, let known):
      Self.suggestion(name, known)
        ?? (known.isEmpty ? nil : "known measures: \(known.joined(separator: ", "))")
    case .unknownFunction(let name, let known):
      Self.suggestion(name, known)
        ?? "known functions: \(FunctionCatalogue.entries.map(\.name).joined(separator: ", "))"
    case .unknownDimension(let name, let known):
      Self.suggestion(name, known)
        ?? (known.isEmpty ? nil : "known dimensions: \(known.joined(separator: ", "))")
    case .period(let error): error.hint
    case .tooLong, .tooDeep: "compute it in several steps"
    default: nil
    }
  }

  private static func suggestion(_ name: String, _ known: [String]) -> String? {
    known.nearest(to: name).map { "did you mean \($0.quoted)?" }
  }

  /// The finding as a diagnostic at a byte of the text.
  func diagnostic(at offset: Int) -> Diagnostic {
    Diagnostic(
      id, .error, at: InputLocation(file: "<expression>", line: 1, column: offset + 1), message,
      hint: hint)
  }

  /// The finding as an error at a byte of the text.
  func error(at offset: Int) -> DiagnosticError { DiagnosticError(diagnostic(at: offset)) }
}
