public import Diagnostics
internal import Yams

/// The rules of a user, from a YAML file.
///
///     rules:
///       - id: balance
///         rule: balance == exports - imports
///       - id: partners
///         rule: sum(partner) == World within 0.1
///         severity: warning
///         nulls: partial_zero
///
/// Names are flows, partners, products and items of the tables, printed changes (`yoy`, `pop`), and
/// definitions of the file (`define: {trade: exports + imports}`).
public struct RuleSet: Sendable {
  let rules: [Rule]
  let definitions: [String: RuleExpression]
  /// The name of the file.
  public let file: String
  /// What is wrong with the rules, in the order of the file.
  public let diagnostics: [Diagnostic]

  /// Reads the bytes of a file.
  public init(_ bytes: [UInt8], file: String) {
    var reader = RuleReader(file: file)
    reader.read(bytes)
    rules = reader.rules
    definitions = reader.definitions.mapValues(\.expression)
    diagnostics = reader.diagnostics
    self.file = file
  }
}

/// Reads a file of rules and collects what is wrong with it.
private struct RuleReader {
  let file: String
  var rules: [Rule] = []
  var definitions: [String: (expression: RuleExpression, line: Int)] = [:]
  var diagnostics: [Diagnostic] = []

  init(file: String) { self.file = file }

  mutating func read(_ bytes: [UInt8]) {
    let root: Node?
    do {
      root = try compose(yaml: String(decoding: bytes, as: UTF8.self))
    } catch let error as YamlError {
      return report(error)
    } catch {
      return add("rules.yaml", nil, "the file is no YAML")
    }
    guard case .mapping(let mapping)? = root else {
      return add(
        "rules.form", root?.mark, "the file has no rules, expected a list under 'rules:'",
        hint: "write 'rules:' and below it '- id: balance' and 'rule: balance == exports - imports'"
      )
    }
    for (key, value) in mapping {
      switch key.string {
      case "define": readDefinitions(value)
      case "rules": readRules(value)
      default:
        let name = key.string ?? ""
        add(
          "rules.key", key.mark,
          "the key \(name.quoted) has no meaning, expected 'rules' or 'define'",
          hint: ["rules", "define"].nearest(to: name).map { "did you mean '\($0)'?" })
      }
    }
    findCycles()
  }

  private mutating func add(_ id: String, _ mark: Mark?, _ message: String, hint: String? = nil) {
    diagnostics.append(
      Diagnostic(
        id, .error, at: InputLocation(file: file, line: mark?.line, column: mark?.column), message,
        hint: hint))
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      add("rules.yaml", mark, "the file is no YAML: \(problem)")
    case .duplicatedKeysInMapping(let keys, _):
      add("rules.yaml", nil, "the key \((keys.first ?? "").quoted) stands twice in one mapping")
    default: add("rules.yaml", nil, "the file is no YAML")
    }
  }

  // MARK: Definitions

  private mutating func readDefinitions(_ node: Node) {
    guard case .mapping(let mapping) = node else {
      return add("rules.form", node.mark, "'define' is no mapping, expected 'name: expression'")
    }
    for (key, value) in mapping {
      guard let name = key.string, let text = value.string else {
        add("rules.form", value.mark, "a definition is no text, expected 'name: expression'")
        continue
      }
      do throws(RuleParser.Problem) {
        var parser = try RuleParser(text)
        definitions[name] = (try parser.definition(), key.mark?.line ?? 1)
      } catch {
        report(error, value)
      }
    }
  }

  private mutating func findCycles() {
    var reported: Set<String> = []
    for name in definitions.keys.sorted() where !reported.contains(name) {
      guard let cycle = cycle(from: name, []) else { continue }
      reported.formUnion(cycle)
      diagnostics.append(
        Diagnostic(
          "rules.cycle", .error, at: InputLocation(file: file, line: definitions[name]?.line),
          "the definition of '\(name)' needs itself: \(cycle.joined(separator: " needs "))",
          hint: "take one of them out of the other"))
      for each in cycle { definitions[each] = nil }
    }
  }

  /// The way from a name back to itself; `nil` when there is none.
  private func cycle(from name: String, _ path: [String]) -> [String]? {
    if let start = path.firstIndex(of: name) { return Array(path[start...]) + [name] }
    guard let definition = definitions[name] else { return nil }
    for (next, _) in definition.expression.names {
      if let found = cycle(from: next, path + [name]) { return found }
    }
    return nil
  }

  // MARK: Rules

  private mutating func readRules(_ node: Node) {
    guard case .sequence(let list) = node else {
      return add("rules.form", node.mark, "'rules' is no list, expected '- id: … rule: …'")
    }
    for item in list {
      guard case .mapping(let mapping) = item else {
        add("rules.form", item.mark, "a rule is no mapping, expected 'id' and 'rule'")
        continue
      }
      readRule(mapping, item)
    }
  }

  private mutating func readRule(_ mapping: Node.Mapping, _ item: Node) {
    let keys = ["id", "rule", "severity", "nulls"]
    for (key, _) in mapping {
      let name = key.string ?? ""
      if !keys.contains(name) {
        add(
          "rules.key", key.mark,
          "a rule has no \(name.quoted), expected \(keys.joined(separator: ", "))",
          hint: keys.nearest(to: name).map { "did you mean '\($0)'?" })
      }
    }
    guard let value = mapping["rule"], let text = value.string else {
      return add("rules.form", item.mark, "the rule has no 'rule', expected 'rule: a == b'")
    }
    let id = mapping["id"]?.string ?? "rule-\(rules.count + 1)"
    if rules.contains(where: { $0.id == id }) {
      add("rules.id", mapping["id"]?.mark, "the id \(id.quoted) stands twice")
    }
    guard let severity: RuleSeverity = choice(mapping["severity"], "severity", .error),
      let nulls: Rule.Nulls = choice(mapping["nulls"], "nulls", .nonNull)
    else { return }
    do throws(RuleParser.Problem) {
      var parser = try RuleParser(text)
      let parsed = try parser.rule()
      if let within = parsed.within, within.signum < 0 {
        return add(
          "rules.range", value.mark,
          "the rule \(id.quoted) has an impossible tolerance, found within "
            + within.text(decimals: 2) + ", expected zero or more")
      }
      let place = self.place(of: value, 1)
      rules.append(
        Rule(
          id: id, text: text, left: parsed.left, comparison: parsed.comparison,
          right: parsed.right, within: parsed.within, range: parsed.range, severity: severity,
          nulls: nulls, line: place.line, column: place.column))
    } catch {
      report(error, value)
    }
  }

  private mutating func choice<Value: RawRepresentable & CaseIterable>(
    _ node: Node?, _ key: String, _ usual: Value
  ) -> Value? where Value.RawValue == String {
    guard let node else { return usual }
    let text = node.string ?? ""
    if let value = Value(rawValue: text) { return value }
    let names = Value.allCases.map(\.rawValue)
    add(
      "rules.value", node.mark,
      "\(key) is \(text.quoted), expected \(names.joined(separator: ", "))",
      hint: names.nearest(to: text).map { "did you mean '\($0)'?" })
    return nil
  }

  private func place(of node: Node, _ column: Int) -> (line: Int, column: Int) {
    let mark = node.mark
    var quote = 0
    if case .scalar(let scalar) = node,
      scalar.style == .singleQuoted || scalar.style == .doubleQuoted
    {
      quote = 1
    }
    return (mark?.line ?? 1, (mark?.column ?? 1) + quote + column - 1)
  }

  private mutating func report(_ problem: RuleParser.Problem, _ node: Node) {
    let place = place(of: node, problem.column)
    diagnostics.append(
      Diagnostic(
        problem.message.contains("impossible") ? "rules.range" : "rules.syntax", .error,
        at: InputLocation(file: file, line: place.line, column: place.column), problem.message,
        hint: problem.hint))
  }
}
