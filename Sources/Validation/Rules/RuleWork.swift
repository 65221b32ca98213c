internal import Diagnostics

/// Applies rules to one document.
struct RuleWork {
  private let part: String
  private let file: String
  private let facts: RuleFacts
  private let names: RuleNames
  private let definitions: [String: RuleExpression]
  private let figures: [String: CheckedFigure]
  private(set) var identities: [Identity] = []
  private(set) var findings: [ComparedFigures] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// At how many places each rule was tried.
  private(set) var places: [String: Int] = [:]

  init(
    part: String, file: String, _ facts: RuleFacts, _ names: RuleNames,
    _ definitions: [String: RuleExpression]
  ) {
    self.part = part
    self.file = file
    self.facts = facts
    self.names = names
    self.definitions = definitions
    figures = Dictionary(
      facts.levels.values.map { ($0.figure.id, $0.figure) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// Tries a rule at every place.
  mutating func apply(_ rule: Rule) {
    let used = usedNames(rule.left) + usedNames(rule.right)
    let open = openDimensions(used, rule)
    let flows = Set(
      used.compactMap { name -> FigureMeasure? in
        if case .flow(let measure)? = names.meaning(name) { return measure }
        return nil
      })
    let evaluator = RuleEvaluator(
      facts: facts, names: names, definitions: definitions, nulls: rule.nulls,
      flow: flows.count == 1 ? flows.first : nil, open: open)
    var seen: Set<Quantity> = []
    var undecided = 0
    for quantity in facts.quantities {
      let place = open.place(of: quantity)
      guard seen.insert(place).inserted else { continue }
      let present = used.compactMap { evaluator.quantity($0, at: place) }
        .filter { facts.levels[$0] != nil }
      guard isMeant(rule, present, used, evaluator, place) else { continue }
      guard let left = evaluator.value(rule.left, at: place),
        let right = evaluator.value(rule.right, at: place)
      else {
        if rule.nulls == .partialNull || rule.nulls == .alwaysNull { undecided += 1 }
        continue
      }
      places[rule.id, default: 0] += 1
      decide(rule, left, right, evaluator)
    }
    if undecided > 0 {
      diagnostics.append(
        Diagnostic(
          "rules.undecided", .note, at: InputLocation(file: file),
          "the rule \(rule.id.quoted) is not decided at \(undecided) places, where a figure is missing"
        ))
    }
  }

  /// All names of an expression, those of definitions and functions among them.
  private func usedNames(_ expression: RuleExpression) -> [String] {
    expression.names.flatMap { name, _ in
      definitions[name].map { usedNames($0) } ?? [name]
    }
  }

  private func openDimensions(_ used: [String], _ rule: Rule) -> RuleEvaluator.OpenDimensions {
    var open = RuleEvaluator.OpenDimensions()
    for name in used {
      switch names.meaning(name) {
      case .flow: open.measure = true
      case .partner: open.partner = true
      case .product: open.product = true
      case .subject: open.subject = true
      case .change, .definition, nil: break
      }
    }
    for dimension in sums(rule.left) + sums(rule.right) {
      switch dimension {
      case "partner": open.partner = true
      case "product": open.product = true
      default: open.subject = true
      }
    }
    return open
  }

  /// The dimensions that are summed over.
  private func sums(_ expression: RuleExpression) -> [String] {
    switch expression {
    case .call(.sum, let arguments, _): return arguments
    case .name(let name, _): return definitions[name].map { sums($0) } ?? []
    case .sum(let left, let right, _), .product(let left, let right, _):
      return sums(left) + sums(right)
    case .number, .call: return []
    }
  }

  /// Whether a rule counts at a place, by its null mode.
  private func isMeant(
    _ rule: Rule, _ present: [Quantity], _ used: [String], _ evaluator: RuleEvaluator,
    _ place: Quantity
  ) -> Bool {
    switch rule.nulls {
    case .alwaysNull, .alwaysZero: return true
    case .partialNull, .partialZero, .nonNull: return used.isEmpty || !present.isEmpty
    case .nonZero:
      return present.contains { facts.levels[$0]?.figure.number.significand != 0 }
    }
  }

  // MARK: Decision

  private mutating func decide(
    _ rule: Rule, _ left: RuleEvaluator.Value, _ right: RuleEvaluator.Value,
    _ evaluator: RuleEvaluator
  ) {
    let (left, right) = (evaluator.scaled(left, like: right), evaluator.scaled(right, like: left))
    let unit = Rational(significand: 1, exponent: left.scale ?? right.scale ?? 0)
    if rule.comparison == .equal, rule.within == nil, rule.range == nil, rule.severity == .error,
      let a = left.form, let b = right.form, !(a - b).terms.isEmpty
    {
      let number = identities.count { $0.id.hasPrefix(rule.id + "/") } + 1
      identities.append(
        Identity(id: "\(rule.id)/\(number)", "the rule \(rule.text)", kind: .rule, form: a - b))
      return
    }
    let allowed: ExactInterval
    let holds: Bool
    if let range = rule.range {
      allowed = range.scaled(by: unit)
      holds = left.interval.overlaps(allowed)
    } else {
      let slack = (rule.within ?? .zero) * unit
      let wide = right.interval + ExactInterval(-slack, slack)
      switch rule.comparison {
      case .equal: allowed = wide
      case .atMost: allowed = ExactInterval(from: nil, to: wide.upper)
      case .atLeast: allowed = ExactInterval(from: wide.lower, to: nil)
      }
      holds = left.interval.overlaps(allowed)
    }
    if !holds { report(rule, left, right, allowed, unit) }
  }

  private mutating func report(
    _ rule: Rule, _ left: RuleEvaluator.Value, _ right: RuleEvaluator.Value,
    _ allowed: ExactInterval, _ unit: Rational
  ) {
    let ids = left.figures + right.figures
    let scale = unit.reciprocal
    let (own, asked) = (left.interval.scaled(by: scale), allowed.scaled(by: scale))
    let explanation =
      "the rule \(rule.id), \(rule.text): the left side is \(Self.text(own)), expected "
      + Self.text(asked)
    if rule.severity == .error {
      findings.append(
        ComparedFigures(
          .conflict, kind(of: rule), origin: .rules, figures: ids, feasible: asked, printed: own,
          document: part,
          explanation: explanation))
    } else {
      let figure = ids.last.flatMap { figures[$0] }
      diagnostics.append(
        Diagnostic(
          "rules.broken", rule.severity == .warning ? .warning : .note,
          at: InputLocation(file: file, line: figure?.line, column: figure?.column), explanation))
    }
  }

  private func kind(of rule: Rule) -> Claim.Kind {
    switch rule.left {
    case .call(.growth, _, _): .growth
    case .call(.share, _, _): .share
    case .call(.sum, _, _): .sum
    case .call(.contribution, _, _): .contribution
    case .call(.ratio, _, _), .product: .ratio
    default: .equal
    }
  }

  private static func text(_ interval: ExactInterval) -> String {
    let lower = interval.lower.map { $0.value.text(decimals: 3, .down) } ?? "any"
    let upper = interval.upper.map { $0.value.text(decimals: 3, .up) } ?? "any"
    return lower == upper ? lower : "\(lower) to \(upper)"
  }
}
