public import Diagnostics
public import TimeSeries

/// Computes an expression for panels of measures.
///
///     let expression = try ExpressionParser().parse("yoy(exports)")
///     let evaluator = try Evaluator<String>(expression, measures: ["exports", "imports"])
///     let growth = try evaluator.evaluate { name in (panels[name], "USD") }
///
/// Names and arguments are looked up once, in the initializer; an evaluator can then be used for
/// any number of panels, such as the vintages of a dataset. The keys of different measures must
/// be comparable: exports to a partner and imports from it have the same key.
///
/// What is wrong with the expression is an error with its place; a cell that cannot be computed
/// is missing with its reason.
public struct Evaluator<Key: Hashable & Sendable>: Sendable {
  /// The measures the expression needs, in the order of their places, each once.
  public let measures: [String]
  /// The expression written out, as a label.
  public let label: String
  /// Whether results are of windows of months that begin before the period they end with, such as
  /// sums of twelve months.
  public let hasWindows: Bool
  let dimensions: [String]
  private let step: ExpressionStep

  /// Checks an expression against what is known.
  ///
  /// - Parameters:
  ///   - expression: The expression.
  ///   - known: The measures that it may name.
  ///   - dimensions: The words that may stand after `by`. Together they are all in which keys
  ///     differ.
  /// - Throws: Everything that is wrong with names and arguments, in the order of their places.
  public init(
    _ expression: Expression, measures known: [String], dimensions: [String] = []
  ) throws(DiagnosticError) {
    var checker = ExpressionChecker(measures: known, dimensions: dimensions)
    step = checker.step(expression)
    guard checker.findings.isEmpty else { throw DiagnosticError(checker.findings) }
    if step.isNumber { throw ExpressionFinding.noMeasure.error(at: expression.range.lowerBound) }
    measures = step.measures
    hasWindows = step.hasWindows
    label = expression.description
    self.dimensions = dimensions
  }

  /// Computes the expression.
  ///
  /// - Parameters:
  ///   - measure: The panel of a measure and its unit; `nil` when it has no data.
  ///   - value: The value of a key in a dimension, such as the partner; `nil` when it has none.
  ///   - isTotal: Whether a key is the published total of a dimension, such as the world.
  /// - Returns: The values for all keys and periods of the operands.
  /// - Throws: What the expression asks of measures that they cannot give: other units, other
  ///   kinds, no data.
  public func evaluate(
    measure: @escaping (String) -> (panel: Panel<Key>, unit: String)?,
    value: @escaping (Key, String) -> String? = { _, _ in nil },
    isTotal: @escaping (Key, String) -> Bool = { _, _ in false }
  ) throws(DiagnosticError) -> ComputedPanel<Key> {
    let run = Run(
      measure: measure, value: value, isTotal: isTotal, dimensions: dimensions)
    guard case .panel(let panel, let unit) = try run.result(of: step) else {
      preconditionFailure("an expression without a measure passed the check")
    }
    return ComputedPanel(panel: panel, unit: unit, label: label)
  }

  /// What a step gives.
  enum Value {
    case number(Double)
    case panel(Panel<Key>, unit: String)
  }

  /// One computation with its sources.
  struct Run {
    let measure: (String) -> (panel: Panel<Key>, unit: String)?
    let value: (Key, String) -> String?
    let isTotal: (Key, String) -> Bool
    let dimensions: [String]

    func result(of step: ExpressionStep) throws(DiagnosticError) -> Value {
      switch step {
      case .number(let number): return .number(number)
      case .measure(let name, let offset):
        guard let (panel, unit) = measure(name) else {
          throw ExpressionFinding.noData(name).error(at: offset)
        }
        return .panel(panel, unit: unit)
      case .negated(let operand):
        switch try result(of: operand) {
        case .number(let number): return .number(-number)
        case .panel(let panel, let unit):
          return .panel(scaled(panel, as: panel.kind) { -$0 }, unit: unit)
        }
      case .joined(let left, let sign, let right, let offset):
        return try join(try result(of: left), sign, try result(of: right), at: offset)
      case .call(let call): return try self.call(call)
      }
    }

    /// The panel of an argument, which the check has found to hold a measure.
    func panel(of step: ExpressionStep) throws(DiagnosticError) -> (Panel<Key>, String) {
      guard case .panel(let panel, let unit) = try result(of: step) else {
        preconditionFailure("a number passed the check as a measure")
      }
      return (panel, unit)
    }
  }
}
