internal import Diagnostics
internal import TimeSeries

/// An expression whose names and arguments have been found to be right.
indirect enum ExpressionStep: Sendable {
  case number(Double)
  case measure(String, at: Int)
  case negated(ExpressionStep)
  case joined(ExpressionStep, Expression.Operator, ExpressionStep, at: Int)
  case call(Call)

  struct Call: Sendable {
    let entry: FunctionEntry
    var data: [ExpressionStep] = []
    var periods: [Period] = []
    var numbers: [Double] = []
    var dimension: String?
    let offset: Int
  }

  /// Whether some function gives results of windows of months.
  var hasWindows: Bool {
    switch self {
    case .number, .measure: return false
    case .negated(let operand): return operand.hasWindows
    case .joined(let left, _, let right, _): return left.hasWindows || right.hasWindows
    case .call(let call):
      switch call.entry.function {
      case .yearToDate, .yearToDateChange, .threeMonths, .movingQuarter, .rolling: return true
      default: return call.data.contains(where: \.hasWindows)
      }
    }
  }
}

/// Compares the names and arguments of an expression with what is known.
struct ExpressionChecker {
  let measures: [String]
  let dimensions: [String]
  private(set) var findings: [Diagnostic] = []

  init(measures: [String], dimensions: [String]) {
    self.measures = measures
    self.dimensions = dimensions
  }

  /// The step of an expression; a placeholder where there is a finding.
  mutating func step(_ expression: Expression) -> ExpressionStep {
    let offset = expression.range.lowerBound
    switch expression.form {
    case .number(let value): return .number(value)
    case .name(let name): return self.name(name, at: offset)
    case .period:
      note(.periodOutsideCall, at: offset)
      return .number(0)
    case .negated(let operand): return .negated(step(operand))
    case .joined(let left, let sign, let right):
      return .joined(step(left), sign, step(right), at: offset)
    case .call(let name, let arguments, let dimension):
      guard let entry = FunctionCatalogue.entry(named: name) else {
        note(.unknownFunction(name, known: FunctionCatalogue.names), at: offset)
        return .number(0)
      }
      return call(entry, arguments, dimension, at: offset)
    }
  }

  private mutating func note(_ finding: ExpressionFinding, at offset: Int) {
    findings.append(finding.diagnostic(at: offset))
  }

  private mutating func name(_ name: String, at offset: Int) -> ExpressionStep {
    if measures.contains(name) { return .measure(name, at: offset) }
    guard let entry = FunctionCatalogue.entry(named: name) else {
      let bare = FunctionCatalogue.entries.filter(\.isForTradeByDefault).map(\.name)
      let suggestions = measures + bare.filter { [name].nearest(to: $0) != nil }
      note(.unknownMeasure(name, known: suggestions), at: offset)
      return .number(0)
    }
    guard entry.isForTradeByDefault else {
      note(.functionWithoutCall(name, usage: entry.usage), at: offset)
      return .number(0)
    }
    return call(entry, [], nil, at: offset)
  }

  private mutating func call(
    _ entry: FunctionEntry, _ arguments: [Expression], _ dimension: Expression.Dimension?,
    at offset: Int
  ) -> ExpressionStep {
    var call = ExpressionStep.Call(entry: entry, offset: offset)
    if let dimension {
      if !entry.takesDimension {
        note(
          .dimensionNotTaken(entry.name, usage: entry.usage), at: dimension.range.lowerBound)
      } else if !dimensions.contains(dimension.name) {
        note(
          .unknownDimension(dimension.name, known: dimensions), at: dimension.range.lowerBound)
      }
      call.dimension = dimension.name
    }
    if arguments.isEmpty, entry.isForTradeByDefault {
      for name in ["exports", "imports"] {
        if measures.contains(name) {
          call.data.append(.measure(name, at: offset))
        } else {
          note(.unknownMeasure(name, known: measures), at: offset)
        }
      }
      return .call(call)
    }
    // A whole is named once: by a dimension or by a second argument.
    let least = entry.takesDimension && dimension == nil ? 2 : entry.required
    let most = entry.takesDimension && dimension != nil ? 1 : entry.arguments.count
    guard arguments.count >= least, arguments.count <= most else {
      let expected = least == most ? "\(least)" : "\(least) to \(most)"
      note(
        .arity(entry.name, found: arguments.count, expected: expected, usage: entry.usage),
        at: offset)
      return .call(call)
    }
    for (argument, kind) in zip(arguments, entry.arguments) { add(argument, kind, to: &call) }
    return .call(call)
  }

  private mutating func add(
    _ argument: Expression, _ kind: FunctionEntry.Argument, to call: inout ExpressionStep.Call
  ) {
    let offset = argument.range.lowerBound
    let name = call.entry.name
    switch (kind, argument.form) {
    case (.data, .period):
      note(.argument(name, expected: "a measure", found: argument.description), at: offset)
    case (.data, _):
      let before = findings.count
      let step = step(argument)
      if step.isNumber, findings.count == before {
        note(.argument(name, expected: "a measure", found: argument.description), at: offset)
      }
      call.data.append(step)
    case (.period, .period(let period)): call.periods.append(period)
    case (.period, .number(let year)) where year.rounded() == year && (1000...9999) ~= year:
      call.periods.append(.year(Int(year)))
    case (.period, _):
      note(
        .argument(
          name, expected: "a period in quotes such as '2024-Q1'", found: argument.description),
        at: offset)
    case (.number, .number(let value)):
      let isWindow = call.entry.function == .rolling
      if isWindow, value.rounded() != value || !(1...1200).contains(value) {
        note(
          .argument(
            name, expected: "a whole number of months, 1 to 1200", found: argument.description),
          at: offset)
      } else {
        call.numbers.append(value)
      }
    case (.number, _):
      note(.argument(name, expected: "a number", found: argument.description), at: offset)
    }
  }
}

extension ExpressionStep {
  /// Whether no measure is in it.
  var isNumber: Bool {
    switch self {
    case .number: true
    case .measure, .call: false
    case .negated(let operand): operand.isNumber
    case .joined(let left, _, let right, _): left.isNumber && right.isNumber
    }
  }

  /// The measures in it, in the order of their places, each once.
  var measures: [String] {
    let all: [String] =
      switch self {
      case .number: []
      case .measure(let name, _): [name]
      case .negated(let operand): operand.measures
      case .joined(let left, _, let right, _): left.measures + right.measures
      case .call(let call): call.data.flatMap(\.measures)
      }
    return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
