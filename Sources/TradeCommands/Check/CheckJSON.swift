internal import NumericCore
internal import TradeImport
internal import Validation

/// Writes the result of a check as JSON, one object on one line.
///
/// The keys and their order are those of Documentation/Methods/checking-tables.md.
struct CheckJSON {
  /// What is written, but for the text that is still added to.
  private var pieces: [String] = []
  private var text = ""
  /// The rules that fired for figures of running text, when they are wanted.
  private let rules: [String: [ProseSource.Rule]]?

  /// How many shares of a long list are written at the same time.
  private let workers: Int

  private init(rules: [String: [ProseSource.Rule]]?, workers: Int) {
    (self.rules, self.workers) = (rules, workers)
  }

  /// The object of an input with a line feed, in pieces: it can be long.
  static func line(
    _ input: CheckedInput, rules: [String: [ProseSource.Rule]]? = nil, workers: Int = 1
  ) -> [String] {
    var json = CheckJSON(rules: rules, workers: workers)
    json.write(input)
    return json.pieces + [json.text + "\n"]
  }

  private mutating func write(_ input: CheckedInput) {
    text += "{\"file\": \(JSONLiteral.text(input.file)), \"verdict\": \"\(input.verdict.rawValue)\""
    text += ", \"fits_under\": ["
    text += input.fitsUnder.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    text += "], \"figures\": ["
    list(input.figures) { $0.write($1) }
    text += "], \"claims\": ["
    list(input.parts.flatMap(\.result.claims)) { json, claim in
      json.claim(
        claim.claim.kind.rawValue, claim.claim.figures, claim.verdict.rawValue, claim.feasible,
        claim.printed, claim.explanation, claim.decisionError)
    }
    if !input.comparisons.isEmpty, input.parts.contains(where: { !$0.result.claims.isEmpty }) {
      text += ", "
    }
    list(input.comparisons) { json, comparison in
      json.claim(
        comparison.kind.rawValue, comparison.figures, comparison.verdict.rawValue,
        comparison.feasible, comparison.printed, comparison.explanation)
    }
    text += "], \"repairs\": ["
    list(input.parts.flatMap(\.result.repairs)) { $0.write($1) }
    text += "]}"
  }

  private mutating func list<Element: Sendable>(
    _ elements: [Element], _ write: @Sendable (inout CheckJSON, Element) -> Void
  ) {
    // Long lists are written in shares, several at the same time.
    let size = 2_000
    let shares = stride(from: 0, to: elements.count, by: size).map {
      elements[$0..<min($0 + size, elements.count)]
    }
    let empty = CheckJSON(rules: rules, workers: 1)
    let texts = shares.mapped(workers: workers) { share in
      var json = empty
      for element in share {
        if !json.text.isEmpty { json.text += ", " }
        write(&json, element)
      }
      return json.text
    }
    guard texts.count > 1 else { return text += texts.first ?? "" }
    for share in texts.dropLast() {
      pieces += [text, share]
      text = ", "
    }
    text += texts.last ?? ""
  }

  // MARK: Parts

  private mutating func write(_ figure: CheckedFigure) {
    text += "{\"id\": \"\(figure.id)\""
    if !figure.file.isEmpty { text += ", \"file\": \(JSONLiteral.text(figure.file))" }
    text += ", \"line\": \(figure.line), \"column\": \(figure.column)"
    text +=
      ", \"text\": \(JSONLiteral.text(figure.text)), \"start\": \(figure.start), \"end\": \(figure.end)"
    text += ", \"role\": \"\(figure.role.rawValue)\", \"measure\": \"\(figure.measure.rawValue)\""
    text += ", \"subject\": \(JSONLiteral.text(figure.subject))"
    text += ", \"period\": \(Self.optional(figure.period?.description))"
    text += ", \"value\": \(figure.number.digits), \"decimals\": \(figure.number.decimals)"
    text += ", \"scale\": \(figure.number.scale), \"unit\": \(JSONLiteral.text(figure.unit))"
    text += ", \"comparison\": \(Self.optional(figure.comparison?.rawValue))"
    text += ", \"base\": \(Self.optional(figure.base?.description))"
    text += ", \"hedge\": \"\(figure.hedge.jsonName)\""
    if let fired = rules?[figure.id] {
      let list = fired.map {
        "{\"name\": \(JSONLiteral.text($0.name)), \"explanation\": \(JSONLiteral.text($0.explanation))}"
      }
      text += ", \"rules\": [\(list.joined(separator: ", "))]"
    }
    text += "}"
  }

  private mutating func claim(
    _ kind: String, _ figures: [String], _ verdict: String, _ feasible: ExactInterval?,
    _ printed: ExactInterval?, _ explanation: String, _ decisionError: DecisionError? = nil
  ) {
    text +=
      "{\"kind\": \"\(kind)\", \"figures\": \(Self.names(figures)), \"verdict\": \"\(verdict)\""
    text += ", \"feasible\": \(Self.range(feasible)), \"printed\": \(Self.range(printed))"
    let decision = decisionError.map { "decision error: \($0.sentence)" } ?? ""
    let sentences = [explanation, decision].filter { !$0.isEmpty }.joined(separator: "; ")
    text += ", \"explanation\": \(JSONLiteral.text(sentences))}"
  }

  private mutating func write(_ repair: Repair) {
    let ranges = repair.feasible.map { Self.range($0) }.joined(separator: ", ")
    text += "{\"figures\": \(Self.names(repair.figures)), \"feasible\": [\(ranges)]"
    text += ", \"likely\": \(Self.optional(repair.likely))"
    text += ", \"suggestion\": \(JSONLiteral.text(repair.suggestion))}"
  }

  // MARK: Values

  private static func names(_ names: [String]) -> String {
    "[" + names.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }

  /// The ends as numbers; `null` for no interval and for an end that is open to infinity.
  private static func range(_ interval: ExactInterval?) -> String {
    guard let interval else { return "null" }
    let lower = interval.lower.map { number($0.value, .down) } ?? "null"
    let upper = interval.upper.map { number($0.value, .up) } ?? "null"
    return "[\(lower), \(upper)]"
  }

  /// A number with all its decimals, or with twelve, rounded outwards.
  private static func number(_ value: Rational, _ rounding: Rational.TextRounding) -> String {
    value.exactText(limit: 12) ?? value.text(decimals: 12, rounding)
  }

  private static func optional(_ text: String?) -> String { text.map(JSONLiteral.text) ?? "null" }
}
