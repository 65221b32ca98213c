public import TimeSeries

/// A formula over the measures of a dataset, as in `tradewind compute DATA 'yoy(exports)'`.
///
///     let expression = try ExpressionParser().parse("yoy(exports + imports)")
///     expression.description  // yoy(exports + imports)
///
/// Every part knows its place in the text, so that a message about it can point there.
public struct Expression: Sendable, Hashable, CustomStringConvertible {
  /// What the expression is made of.
  public indirect enum Form: Sendable, Hashable {
    /// A number without a sign.
    case number(Double)
    /// The name of a measure, or of a function that needs no argument.
    case name(String)
    /// A period in quotes.
    case period(Period)
    /// The value with the other sign.
    case negated(Expression)
    /// Two values joined by an operator.
    case joined(Expression, Operator, Expression)
    /// A function with its arguments and, after the word `by`, a dimension.
    case call(String, [Expression], by: Dimension?)
  }

  /// The four operators.
  public enum Operator: String, Sendable, Hashable, CaseIterable {
    /// Addition.
    case plus = "+"
    /// Subtraction.
    case minus = "-"
    /// Multiplication.
    case times = "*"
    /// Division.
    case over = "/"

    /// How strongly it binds.
    var precedence: Int { self == .plus || self == .minus ? 1 : 2 }
  }

  /// The word after `by`.
  public struct Dimension: Sendable, Hashable {
    /// The name, such as `partner`.
    public let name: String
    /// Its place in the text, in UTF-8 bytes from 0.
    public let range: Range<Int>
  }

  /// What it is made of.
  public let form: Form
  /// Its place in the text, in UTF-8 bytes from 0.
  public let range: Range<Int>

  /// The expression written out anew, with the parentheses it needs and no others.
  public var description: String {
    switch form {
    case .number(let value):
      return value.rounded() == value && value < 1e15 ? "\(Int(value))" : "\(value)"
    case .name(let name): return name
    case .period(let period): return "'\(period)'"
    case .negated(let operand): return "-" + operand.text(above: 3)
    case .joined(let left, let sign, let right):
      let precedence = sign.precedence
      return "\(left.text(above: precedence)) \(sign.rawValue) \(right.text(above: precedence + 1))"
    case .call(let name, let arguments, let dimension):
      let list = arguments.map(\.description).joined(separator: ", ")
      return "\(name)(\(list)\(dimension.map { " by \($0.name)" } ?? ""))"
    }
  }

  private func text(above precedence: Int) -> String {
    switch form {
    case .joined(_, let sign, _) where sign.precedence < precedence: "(\(self))"
    default: description
    }
  }
}
