internal import NumericCore
internal import TradeImport
internal import Validation

/// Writes the result of a check as JSON, one object on one line.
///
/// The keys and their order are those of Documentation/Methods/checking-tables.md.
struct CheckJSON {
  /// What is written and not yet handed on.
  private var text = ""
  /// The rules that fired for figures of running text, when they are wanted.
  private let rules: [String: [ProseSource.Rule]]?
  /// The periods written so far, few in a text, with their names.
  private var periods: [FigurePeriod: String] = [:]

  private init(rules: [String: [ProseSource.Rule]]?) { self.rules = rules }

  /// Hands on the object of an input with a line feed, in pieces: it can be long.
  ///
  /// - Parameters:
  ///   - input: The input.
  ///   - rules: The rules that fired for its figures, when they are wanted.
  ///   - workers: How many shares of a long list are written at the same time.
  ///   - deliver: What takes the pieces in turn.
  static func write(
    _ input: CheckedInput, rules: [String: [ProseSource.Rule]]? = nil, workers: Int = 1,
    to deliver: (String) throws -> Void
  ) rethrows {
    var json = CheckJSON(rules: rules)
    json.quoted("{\"file\": ", input.file)
    json.member(", \"verdict\": \"", input.verdict.rawValue)
    json.names("\", \"fits_under\": ", input.fitsUnder.map(\.rawValue))
    json.text += ", \"figures\": ["
    try json.list(input.figureLists, workers, deliver) { $0.write($1) }
    json.text += "], \"claims\": ["
    let claims = input.parts.map(\.result.claims)
    try json.list(claims, workers, deliver) { json, claim in
      json.claim(
        claim.claim.kind.rawValue, claim.claim.figures, claim.verdict.rawValue, claim.feasible,
        claim.printed, claim.explanation, claim.decisionError)
    }
    if !input.comparisons.isEmpty, claims.contains(where: { !$0.isEmpty }) { json.text += ", " }
    try json.list([input.comparisons], workers, deliver) { json, comparison in
      json.claim(
        comparison.kind.rawValue, comparison.figures, comparison.verdict.rawValue,
        comparison.feasible, comparison.printed, comparison.explanation)
    }
    json.text += "], \"repairs\": ["
    try json.list(input.parts.map(\.result.repairs), workers, deliver) { $0.write($1) }
    json.text += "]}\n"
    try deliver(json.text)
  }

  /// Writes the elements of lists, in shares of which several are written at the same time.
  private mutating func list<Element: Sendable>(
    _ lists: [[Element]], _ workers: Int, _ deliver: (String) throws -> Void,
    _ write: @Sendable (inout CheckJSON, Element) -> Void
  ) rethrows {
    let size = 2_000
    let shares = lists.flatMap { list in
      stride(from: 0, to: list.count, by: size).map { list[$0..<min($0 + size, list.count)] }
    }
    let empty = CheckJSON(rules: rules)
    // No more shares at once than keep everybody at work, so that few texts wait to be handed on.
    let atOnce = 16 * workers
    for first in stride(from: 0, to: shares.count, by: atOnce) {
      let texts = Array(shares[first..<min(first + atOnce, shares.count)]).mapped(
        workers: workers
      ) { share in
        var json = empty
        for element in share {
          if !json.text.isEmpty { json.text += ", " }
          write(&json, element)
        }
        return json.text
      }
      for (place, share) in texts.enumerated() {
        if first + place > 0 { text += ", " }
        text += share
        guard text.utf8.count > 1 << 20 else { continue }
        try deliver(text)
        text = ""
      }
    }
  }

  // MARK: Parts

  private mutating func write(_ figure: CheckedFigure) {
    member("{\"id\": \"", figure.id)
    text += "\""
    if !figure.file.isEmpty { quoted(", \"file\": ", figure.file) }
    member(", \"line\": ", String(figure.line))
    member(", \"column\": ", String(figure.column))
    quoted(", \"text\": ", figure.text)
    member(", \"start\": ", String(figure.start))
    member(", \"end\": ", String(figure.end))
    member(", \"role\": \"", figure.role.rawValue)
    member("\", \"measure\": \"", figure.measure.rawValue)
    quoted("\", \"subject\": ", figure.subject)
    period(", \"period\": ", figure.period)
    member(", \"value\": ", figure.number.digits)
    member(", \"decimals\": ", String(figure.number.decimals))
    member(", \"scale\": ", "\(figure.number.scale)")
    quoted(", \"unit\": ", figure.unit)
    optional(", \"comparison\": ", figure.comparison?.rawValue)
    period(", \"base\": ", figure.base)
    member(", \"hedge\": \"", figure.hedge.jsonName)
    text += "\""
    if let fired = rules?[figure.id] {
      text += ", \"rules\": ["
      for (place, rule) in fired.enumerated() {
        quoted(place == 0 ? "{\"name\": " : ", {\"name\": ", rule.name)
        quoted(", \"explanation\": ", rule.explanation)
        text += "}"
      }
      text += "]"
    }
    text += "}"
  }

  private mutating func claim(
    _ kind: String, _ figures: [String], _ verdict: String, _ feasible: ExactInterval?,
    _ printed: ExactInterval?, _ explanation: String, _ decisionError: DecisionError? = nil
  ) {
    member("{\"kind\": \"", kind)
    names("\", \"figures\": ", figures)
    member(", \"verdict\": \"", verdict)
    range("\", \"feasible\": ", feasible)
    range(", \"printed\": ", printed)
    let decision = decisionError.map { "decision error: \($0.sentence)" } ?? ""
    let sentences = [explanation, decision].filter { !$0.isEmpty }.joined(separator: "; ")
    quoted(", \"explanation\": ", sentences)
    text += "}"
  }

  private mutating func write(_ repair: Repair) {
    names("{\"figures\": ", repair.figures)
    text += ", \"feasible\": ["
    for (place, feasible) in repair.feasible.enumerated() {
      range(place == 0 ? "" : ", ", feasible)
    }
    optional("], \"likely\": ", repair.likely)
    quoted(", \"suggestion\": ", repair.suggestion)
    text += "}"
  }

  // MARK: Values

  // Everything is added to the text piece by piece: texts made in between take most of the time.

  private mutating func member(_ name: String, _ value: String) {
    text += name
    text += value
  }

  private mutating func quoted(_ name: String, _ value: String) {
    text += name
    text += JSONLiteral.text(value)
  }

  private mutating func optional(_ name: String, _ value: String?) {
    text += name
    text += value.map(JSONLiteral.text) ?? "null"
  }

  private mutating func period(_ name: String, _ period: FigurePeriod?) {
    guard let period else { return optional(name, nil) }
    let known = periods[period] ?? period.description
    periods[period] = known
    optional(name, known)
  }

  private mutating func names(_ name: String, _ names: [String]) {
    text += name
    text += "["
    for (place, each) in names.enumerated() {
      text += place == 0 ? "\"" : ", \""
      text += each
      text += "\""
    }
    text += "]"
  }

  /// The ends as numbers; `null` for no interval and for an end that is open to infinity.
  private mutating func range(_ name: String, _ interval: ExactInterval?) {
    text += name
    guard let interval else { return text += "null" }
    text += "["
    text += interval.lower.map { Self.number($0.value, .down) } ?? "null"
    text += ", "
    text += interval.upper.map { Self.number($0.value, .up) } ?? "null"
    text += "]"
  }

  /// A number with all its decimals, or with twelve, rounded outwards.
  private static func number(_ value: Rational, _ rounding: Rational.TextRounding) -> String {
    value.exactText(limit: 12) ?? value.text(decimals: 12, rounding)
  }
}
