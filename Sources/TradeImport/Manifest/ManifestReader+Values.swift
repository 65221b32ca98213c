internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// Values of a type, with what is wrong when they are of another.
extension ManifestReader {
  /// The members of an object by key; keys that are not known and keys that stand twice are
  /// reported.
  mutating func object(
    _ node: JSONNode, _ path: String, keys: [String]
  ) -> [String: JSONNode] {
    guard case .object(let members) = node.content else { return [:] }
    var object: [String: JSONNode] = [:]
    let prefix = path == "the file" ? "" : "\(path)."
    for member in unique(members, prefix) {
      object[member.key] = member.value
      guard !keys.contains(member.key) else { continue }
      let nearest = keys.nearest(to: member.key).map { "did you mean '\($0)'?" }
      report(
        "manifest.unknown-key", "key '\(prefix)\(member.key)' is not known", hint: nearest,
        .warning, at: member.place)
    }
    return object
  }

  /// The members of an object whose keys are free.
  mutating func members(_ node: JSONNode?, _ path: String) -> [JSONMember] {
    guard let node else { return [] }
    switch node.content {
    case .null: return []
    case .object(let members): return unique(members, "\(path).")
    default:
      wrongType(path, node, "an object")
      return []
    }
  }

  private mutating func unique(_ members: [JSONMember], _ prefix: String) -> [JSONMember] {
    var first: [String: JSONPlace] = [:]
    return members.filter { member in
      guard let earlier = first[member.key] else {
        first[member.key] = member.place
        return true
      }
      report(
        "manifest.duplicate-key",
        "key '\(prefix)\(member.key)' stands twice (first on line \(earlier.line))",
        hint: "the first is used; remove one", at: member.place)
      return false
    }
  }

  /// The elements of a list.
  mutating func list(_ node: JSONNode?, _ path: String) -> [JSONNode] {
    guard let node else { return [] }
    switch node.content {
    case .null: return []
    case .array(let list): return list
    default:
      wrongType(path, node, "a list")
      return []
    }
  }

  /// A text; `nil` when there is none.
  mutating func text(_ object: [String: JSONNode], _ key: String, in path: String = "") -> String? {
    guard let node = object[key] else { return nil }
    switch node.content {
    case .null: return nil
    case .string(let text): return text
    default:
      wrongType(path.isEmpty ? key : "\(path).\(key)", node, "a text")
      return nil
    }
  }

  /// A text that must be there.
  mutating func required(
    _ object: [String: JSONNode], _ key: String, in path: String, of node: JSONNode
  ) -> String? {
    if object[key] == nil {
      report("manifest.missing-key", "\(path) has no key '\(key)'", at: node.place)
    }
    return text(object, key, in: path)
  }

  /// A month such as `2004-05`.
  mutating func month(_ object: [String: JSONNode], _ key: String, in path: String) -> Month? {
    guard let text = text(object, key, in: path) else { return nil }
    if let month = Month(parsing: text) { return month }
    report(
      "manifest.month", "\(path).\(key) is \(text.quoted), expected a month such as 2004-05",
      at: object[key]?.place)
    return nil
  }

  /// A flow by its name.
  mutating func flow(_ name: String, _ path: String, at place: JSONPlace?) -> Flow? {
    if let flow = Flow(parsing: name) { return flow }
    let known = Flow.allCases.map(\.rawValue)
    report(
      "manifest.flow", "\(path) names the flow \(name.quoted), which is not known",
      hint: known.nearest(to: name).map { "did you mean '\($0)'?" }
        ?? "known are \(known.joined(separator: ", "))", at: place)
    return nil
  }

  /// A kind by its name.
  mutating func kind(_ name: String, _ path: String, at place: JSONPlace?) -> SeriesKind? {
    if let kind = SeriesKind(rawValue: name) { return kind }
    let known = SeriesKind.allCases.map(\.rawValue).joined(separator: ", ")
    report("manifest.kind", "\(path) is \(name.quoted), expected one of \(known)", at: place)
    return nil
  }

  /// A power of ten, as a text or a number.
  mutating func scale(_ node: JSONNode) -> DecimalScale? {
    switch node.content {
    case .null: return nil
    case .string(let text):
      if let scale = DecimalScale(parsing: text) { return scale }
      report(
        "manifest.scale", "scale is \(text.quoted), expected a power of ten such as 1e9",
        at: node.place)
    case .number(let number):
      let exponent = (-18...18).first { DecimalScale(exponent: $0).factor == number }
      if let exponent { return DecimalScale(exponent: exponent) }
      report(
        "manifest.scale", "scale is \(number), expected a power of ten such as 1e9",
        at: node.place)
    default: wrongType("scale", node, "a power of ten such as 1e9")
    }
    return nil
  }

  /// Reports a value of another type than a key has.
  mutating func wrongType(_ path: String, _ found: JSONNode, _ expected: String) {
    report("manifest.type", "\(path) is \(found.typeName), expected \(expected)", at: found.place)
  }

  /// Reports what is wrong at a place.
  mutating func report(
    _ id: String, _ message: String, hint: String? = nil, _ severity: Severity = .error,
    at place: JSONPlace?
  ) {
    diagnostics.append(
      Diagnostic(
        id, severity, at: place?.location(in: file) ?? InputLocation(file: file), message,
        hint: hint))
  }
}

extension Diagnostic {
  /// Whether a finding stands before another one of the same file.
  static func isEarlier(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    let (first, second) = (a.location, b.location)
    return (first?.line ?? 0, first?.column ?? 0) < (second?.line ?? 0, second?.column ?? 0)
  }
}
