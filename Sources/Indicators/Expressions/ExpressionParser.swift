public import Diagnostics

/// Reads expressions.
///
///     expression = term { ("+" | "-") term }
///     term       = factor { ("*" | "/") factor }
///     factor     = "-" factor | number | period | name | call | "(" expression ")"
///     call       = name "(" [ expression { "," expression } ] [ "by" name ] ")"
///     period     = "'" text "'"
///
/// Method: precedence climbing (M. Richards and C. Whitby-Strevens, BCPL - the language and its
/// compiler, 1979).
public struct ExpressionParser: Sendable {
  /// How many parentheses, calls and signs may stand within each other.
  public static let depthLimit = 100
  /// How many words, numbers and signs an expression may have.
  public static let tokenLimit = 1000

  private var tokens: [ExpressionToken] = []
  private var position = 0
  private var depth = 0

  /// Makes a parser.
  public init() {}

  /// Reads an expression.
  ///
  /// - Parameter text: The whole expression, on one line.
  /// - Returns: Its parts with their places.
  /// - Throws: What is wrong first, located in the file `<expression>`.
  public func parse(_ text: String) throws(DiagnosticError) -> Expression {
    var parser = ExpressionParser()
    parser.tokens = try ExpressionLexer.tokens(of: text, atMost: Self.tokenLimit)
    let expression = try parser.expression(above: 0)
    let rest = parser.current
    guard rest.kind == .end else { throw parser.unexpected("an operator or the end") }
    return expression
  }

  private var current: ExpressionToken { tokens[position] }

  /// The current token, which the parser then leaves behind; the end stays.
  private mutating func take() -> ExpressionToken {
    let token = current
    if token.kind != .end { position += 1 }
    return token
  }

  private func unexpected(_ expected: String) -> DiagnosticError {
    ExpressionFinding.unexpected(found: current.text, expected: expected)
      .error(at: current.range.lowerBound)
  }

  private mutating func expression(above limit: Int) throws(DiagnosticError) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw ExpressionFinding.tooDeep(Self.depthLimit).error(at: current.range.lowerBound)
    }
    var left = try factor()
    while case .sign(let sign) = current.kind, sign.precedence > limit {
      _ = take()
      let right = try expression(above: sign.precedence)
      left = Expression(
        form: .joined(left, sign, right),
        range: left.range.lowerBound..<right.range.upperBound)
    }
    return left
  }

  private mutating func factor() throws(DiagnosticError) -> Expression {
    let token = current
    switch token.kind {
    case .sign(.minus):
      _ = take()
      // Binds more strongly than any operator.
      let operand = try expression(above: 2)
      return Expression(
        form: .negated(operand), range: token.range.lowerBound..<operand.range.upperBound)
    case .number(let value):
      return Expression(form: .number(value), range: take().range)
    case .period(let period):
      return Expression(form: .period(period), range: take().range)
    case .name(let name):
      _ = take()
      return current.kind == .open
        ? try call(name, from: token.range.lowerBound)
        : Expression(form: .name(name), range: token.range)
    case .open:
      _ = take()
      let inner = try expression(above: 0)
      let end = try close(token)
      return Expression(form: inner.form, range: token.range.lowerBound..<end)
    case .sign, .close, .comma, .end:
      throw unexpected("a measure, a function, a number or '('")
    }
  }

  private mutating func call(
    _ name: String, from start: Int
  ) throws(DiagnosticError) -> Expression {
    let open = take()
    var arguments: [Expression] = []
    var dimension: Expression.Dimension?
    if current.kind != .close, current.kind != .name("by") {
      arguments.append(try expression(above: 0))
      while current.kind == .comma {
        _ = take()
        arguments.append(try expression(above: 0))
      }
    }
    if current.kind == .name("by") {
      _ = take()
      guard case .name(let word) = current.kind else { throw unexpected("a dimension after 'by'") }
      dimension = Expression.Dimension(name: word, range: take().range)
    }
    let end = try close(open)
    return Expression(form: .call(name, arguments, by: dimension), range: start..<end)
  }

  /// Takes the parenthesis that closes an open one, and returns where it ends.
  private mutating func close(_ open: ExpressionToken) throws(DiagnosticError) -> Int {
    guard current.kind == .close else {
      throw ExpressionFinding.unclosed(current.text, opened: open.range.lowerBound + 1)
        .error(at: current.range.lowerBound)
    }
    return take().range.upperBound
  }
}
