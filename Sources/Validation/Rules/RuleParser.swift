internal import Diagnostics

/// Reads the text of a rule.
///
///     rule  = side ("==" | "<=" | ">=") side ["within" number] | side "in" "[" number "," number "]"
///     side  = term {("+" | "-") term}      term = factor {("*" | "/") factor}
///     factor = number | name | 'quoted name' | function "(" name {"," name} ")" | "(" side ")"
struct RuleParser {
  /// What is wrong with a rule, and where in its text.
  struct Problem: Error, Hashable {
    let column: Int
    let message: String
    let hint: String?
  }

  /// A rule without the facts that stand beside it in the file.
  struct Parsed: Hashable {
    var left: RuleExpression
    var comparison = Rule.Comparison.equal
    var right = RuleExpression.number(.zero)
    var within: Rational?
    var range: ExactInterval?
  }

  private struct Token: Hashable {
    let text: String
    let column: Int
    let isName: Bool
  }

  /// How many parentheses and signs may stand within each other.
  static var depthLimit: Int { 100 }
  /// How many words, numbers and signs a rule may have.
  static var tokenLimit: Int { 1_000 }

  private var tokens: [Token] = []
  private var place = 0
  private var depth = 0
  private let end: Int

  init(_ text: String) throws(Problem) {
    end = text.utf8.count + 1
    tokens = try Self.tokens(of: text)
  }

  // MARK: Tokens

  private static func tokens(of text: String) throws(Problem) -> [Token] {
    var tokens: [Token] = []
    var rest = Substring(text)
    while let first = rest.first {
      let column = text.utf8.count - rest.utf8.count + 1
      guard tokens.count < tokenLimit else {
        throw Problem(
          column: column, message: "the rule has more than \(tokenLimit) parts",
          hint: "name a part of it under 'define'")
      }
      if first.isWhitespace {
        rest.removeFirst()
      } else if first == "'" || first == "\"" {
        let body = rest.dropFirst()
        guard let close = body.firstIndex(of: first) else {
          throw Problem(column: column, message: "the quote is not closed", hint: nil)
        }
        tokens.append(Token(text: String(body[..<close]), column: column, isName: true))
        rest = body[body.index(after: close)...]
      } else if first.isLetter {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        tokens.append(Token(text: String(word), column: column, isName: true))
        rest = rest.dropFirst(word.count)
      } else if first.isNumber {
        let number = rest.prefix { $0.isNumber || $0 == "." }
        tokens.append(Token(text: String(number), column: column, isName: false))
        rest = rest.dropFirst(number.count)
      } else if let sign = ["==", "<=", ">="].first(where: { rest.hasPrefix($0) }) {
        tokens.append(Token(text: sign, column: column, isName: false))
        rest = rest.dropFirst(2)
      } else if "+-*/()[],".contains(first) {
        tokens.append(Token(text: String(first), column: column, isName: false))
        rest.removeFirst()
      } else {
        throw Problem(
          column: column,
          message: "the sign \(String(first).debugDescription) has no meaning in a rule",
          hint: first == "=" ? "equality is written ==" : nil)
      }
    }
    return tokens
  }

  private var next: Token? { place < tokens.count ? tokens[place] : nil }

  private mutating func take(_ text: String) -> Bool {
    guard next?.text == text else { return false }
    place += 1
    return true
  }

  private func problem(_ message: String, hint: String? = nil) -> Problem {
    Problem(column: next?.column ?? end, message: message, hint: hint)
  }

  private var found: String { next.map { "found '\($0.text)'" } ?? "found the end" }

  // MARK: Rules

  mutating func rule() throws(Problem) -> Parsed {
    var parsed = Parsed(left: try side())
    if take("in") {
      parsed.range = try range()
    } else if let sign = next.flatMap({ Rule.Comparison(rawValue: $0.text) }) {
      place += 1
      parsed.comparison = sign
      parsed.right = try side()
      if take("within") { parsed.within = try number() }
    } else {
      throw problem("\(found), expected ==, <=, >= or in [lowest, highest]")
    }
    guard next == nil else { throw problem("\(found), expected the end of the rule") }
    return parsed
  }

  /// A side alone, for definitions.
  mutating func definition() throws(Problem) -> RuleExpression {
    let expression = try side()
    guard next == nil else { throw problem("\(found), expected the end of the definition") }
    return expression
  }

  private mutating func range() throws(Problem) -> ExactInterval {
    guard take("[") else { throw problem("\(found), expected [") }
    let start = next?.column ?? end
    let lower = try number()
    guard take(",") else { throw problem("\(found), expected a comma") }
    let upper = try number()
    guard take("]") else { throw problem("\(found), expected ]") }
    guard lower <= upper else {
      throw Problem(
        column: start,
        message:
          "the range is impossible, found \(Self.text(lower)) to \(Self.text(upper)), "
          + "expected the lowest number first", hint: "write [lowest, highest]")
    }
    return ExactInterval(lower, upper)
  }

  private static func text(_ value: Rational) -> String {
    value.exactText(limit: 6) ?? value.text(decimals: 6)
  }

  private mutating func number() throws(Problem) -> Rational {
    let isNegative = take("-")
    guard let token = next, let value = Rational(decimal: token.text) else {
      throw problem("\(found), expected a number")
    }
    place += 1
    return isNegative ? -value : value
  }

  // MARK: Sides

  private mutating func side() throws(Problem) -> RuleExpression {
    var left = try term()
    while let sign = next?.text, sign == "+" || sign == "-" {
      place += 1
      left = .sum(left, try term(), isSubtracted: sign == "-")
    }
    return left
  }

  private mutating func term() throws(Problem) -> RuleExpression {
    var left = try factor()
    while let sign = next?.text, sign == "*" || sign == "/" {
      place += 1
      left = .product(left, try factor(), isDivided: sign == "/")
    }
    return left
  }

  private mutating func factor() throws(Problem) -> RuleExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw problem(
        "the rule is nested more than \(Self.depthLimit) deep",
        hint: "name a part of it under 'define'")
    }
    if take("-") { return .sum(.number(.zero), try factor(), isSubtracted: true) }
    if take("(") {
      let inner = try side()
      guard take(")") else { throw problem("\(found), expected )") }
      return inner
    }
    guard let token = next else {
      throw problem("the rule ends early, expected a name or a number")
    }
    guard token.isName else { return .number(try number()) }
    place += 1
    guard take("(") else { return .name(token.text, column: token.column) }
    guard let function = RuleFunction(rawValue: token.text) else {
      let names = RuleFunction.allCases.map(\.rawValue)
      throw Problem(
        column: token.column, message: "there is no function '\(token.text)'",
        hint: names.nearest(to: token.text).map { "did you mean '\($0)'?" }
          ?? "there are \(names.joined(separator: ", "))")
    }
    return .call(function, try arguments(of: function), column: token.column)
  }

  private mutating func arguments(of function: RuleFunction) throws(Problem) -> [String] {
    var names: [String] = []
    repeat {
      guard let name = next, name.isName else { throw problem("\(found), expected a name") }
      let dimensions = ["partner", "product", "item"]
      if function == .sum, !dimensions.contains(name.text) {
        throw problem(
          "\(found), expected what is summed over: \(dimensions.joined(separator: ", "))",
          hint: dimensions.nearest(to: name.text).map { "did you mean '\($0)'?" })
      }
      names.append(name.text)
      place += 1
    } while take(",")
    guard take(")") else { throw problem("\(found), expected )") }
    guard names.count == function.arguments else {
      throw problem(
        "\(function.rawValue)() takes \(function.arguments) names, found \(names.count)")
    }
    return names
  }
}
