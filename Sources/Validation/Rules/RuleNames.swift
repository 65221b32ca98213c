internal import Diagnostics
internal import TradeModel

/// What the names of rules mean in an input.
struct RuleNames {
  /// What one name means.
  enum Meaning: Hashable {
    case flow(FigureMeasure)
    case partner(String)
    case product(String)
    case subject(String)
    /// A printed change on the year before, or on the period before.
    case change(onYear: Bool)
    case definition
  }

  private let definitions: [String: RuleExpression]
  private var partners: [String: String] = [:]
  private var products: [String: String] = [:]
  private var subjects: [String: String] = [:]

  init(_ facts: [RuleFacts], definitions: [String: RuleExpression]) {
    self.definitions = definitions
    for fact in facts {
      let names = fact.names
      for name in names.partners where !name.isEmpty { partners[Self.key(name)] = name }
      for name in names.products where !name.isEmpty { products[Self.key(name)] = name }
      for name in names.subjects where !name.isEmpty { subjects[Self.key(name)] = name }
    }
  }

  private static func key(_ name: String) -> String {
    String(name.lowercased().map { $0 == "_" ? " " : $0 })
  }

  /// What a name means; `nil` when the input has no such name.
  func meaning(_ name: String) -> Meaning? {
    if definitions[name] != nil { return .definition }
    let key = Self.key(name)
    switch key {
    case "yoy", "growth": return .change(onYear: true)
    case "pop", "mom", "qoq": return .change(onYear: false)
    case "world", "total", "wld": return .partner("")
    case "trade": return .flow(.totalTrade)
    default: break
    }
    if let measure = FigureMeasure(rawValue: name), measure != .other { return .flow(measure) }
    if let partner = partners[key] { return .partner(partner) }
    if let area = Area(code: name),
      let partner = partners.values.first(where: { Area(code: $0) == area })
    {
      return .partner(partner)
    }
    if let product = products[key] { return .product(product) }
    return subjects[key].map { .subject($0) }
  }

  /// All names, for suggestions.
  var known: [String] {
    let fixed = ["exports", "imports", "balance", "total_trade", "World", "yoy", "pop"]
    let found = [partners, products, subjects].flatMap { $0.values.sorted() }
    return fixed + definitions.keys.sorted() + found
  }

  /// What is wrong with the names of rules: those the input has not.
  func problems(_ set: RuleSet) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for rule in set.rules {
      for (name, column) in rule.left.names + rule.right.names where meaning(name) == nil {
        let nearest = known.nearest(to: name).map { "did you mean '\($0)'?" }
        found.append(
          Diagnostic(
            "rules.name", .error,
            at: InputLocation(file: set.file, line: rule.line, column: rule.column + column - 1),
            "the rule \(rule.id.quoted) names \(name.quoted), which the figures do not have",
            hint: nearest ?? "there are \(known.prefix(12).joined(separator: ", "))"))
      }
    }
    return found
  }
}
