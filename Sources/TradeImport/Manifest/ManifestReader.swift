public import Diagnostics
internal import FoundationEssentials
internal import TimeSeries
internal import TradeModel

/// Reads `dataset.json` and says what is wrong with it.
///
/// Keys that are not known are reported as warnings; a known key with a value of the wrong type
/// or meaning is an error. All keys are in Documentation/Methods/datasets.md.
public struct ManifestReader {
  /// The file's name for messages.
  private let file: String
  /// What was found.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Makes a reader for a file.
  public init(file: String) { self.file = file }

  /// Reads the bytes of a manifest; a text that is not JSON gives an empty one and an error.
  public mutating func read(_ bytes: [UInt8]) -> DatasetManifest {
    let value: JSONValue
    do {
      value = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    } catch {
      report(
        "manifest.json", "the file is not JSON, \(Self.reason(error))",
        hint: "check quotes, commas and brackets near that place")
      return DatasetManifest()
    }
    guard case .object(let object) = value else {
      report("manifest.json", "the file holds \(value.typeName), expected an object")
      return DatasetManifest()
    }
    return manifest(object)
  }

  private mutating func manifest(_ object: [String: JSONValue]) -> DatasetManifest {
    var manifest = DatasetManifest()
    for key in object.keys.sorted() where !Self.keys.contains(key) {
      let nearest = Self.keys.nearest(to: key).map { "did you mean '\($0)'?" }
      report("manifest.unknown-key", "key '\(key)' is not known", hint: nearest, .warning)
    }
    manifest.title = text(object, "title")
    manifest.publisher = text(object, "publisher")
    manifest.licence = text(object, "licence")
    manifest.compiled = text(object, "compiled")
    manifest.frequency = text(object, "frequency")
    manifest.reporter = text(object, "reporter")
    manifest.partner = text(object, "partner")
    manifest.adjustment = text(object, "adjustment")
    manifest.valuation = text(object, "valuation")
    manifest.unit = text(object, "unit").map { Unit($0) }
    manifest.flow = text(object, "flow").flatMap { flow($0, "flow") }
    manifest.scale = object["scale"].flatMap { scale($0) }
    readKinds(object["kind"], into: &manifest)
    manifest.groups = groups(object["groups"])
    manifest.sources = sources(object["sources"])
    manifest.derivations = derivations(object["derivations"])
    return manifest
  }

  private mutating func readKinds(_ value: JSONValue?, into manifest: inout DatasetManifest) {
    switch value {
    case nil, .null: break
    case .string(let name): manifest.defaultKind = kind(name, "kind")
    case .object(let object):
      for (key, value) in object.sorted(by: { $0.key < $1.key }) {
        guard case .string(let name) = value, let kind = kind(name, "kind.\(key)") else {
          continue
        }
        if key == "default" {
          manifest.defaultKind = kind
        } else if let flow = flow(key, "kind") {
          manifest.kinds[flow] = kind
        }
      }
    case .some(let other): wrongType("kind", other, "a text or an object")
    }
  }

  private mutating func groups(_ value: JSONValue?) -> [String: DatasetManifest.Group] {
    var groups: [String: DatasetManifest.Group] = [:]
    for (code, value) in object(value, "groups") {
      guard case .object(let group) = value else {
        wrongType("groups.\(code)", value, "an object")
        continue
      }
      var members: [DatasetManifest.Group.Member] = []
      for (index, item) in list(group["members"], "groups.\(code).members").enumerated() {
        let path = "groups.\(code).members[\(index)]"
        switch item {
        case .string(let member): members.append(.init(code: member, from: nil, until: nil))
        case .object(let member):
          guard let memberCode = text(member, "code", in: path) else { continue }
          members.append(
            .init(
              code: memberCode, from: month(member, "from", in: path),
              until: month(member, "until", in: path)))
        default: wrongType(path, item, "a code or an object with code, from and until")
        }
      }
      groups[code] = .init(
        name: text(group, "name", in: "groups.\(code)") ?? code, members: members,
        note: text(group, "note", in: "groups.\(code)"))
    }
    return groups
  }

  private mutating func sources(_ value: JSONValue?) -> [String: DatasetManifest.Source] {
    var sources: [String: DatasetManifest.Source] = [:]
    for (id, value) in object(value, "sources") {
      guard case .object(let source) = value else {
        wrongType("sources.\(id)", value, "an object with publisher, title, url, published")
        continue
      }
      let path = "sources.\(id)"
      sources[id] = .init(
        publisher: text(source, "publisher", in: path) ?? id,
        title: text(source, "title", in: path), url: text(source, "url", in: path),
        published: text(source, "published", in: path))
    }
    return sources
  }

  private mutating func derivations(_ value: JSONValue?) -> [DatasetManifest.Derivation] {
    var derivations: [DatasetManifest.Derivation] = []
    for (index, item) in list(value, "derivations").enumerated() {
      let path = "derivations[\(index)]"
      guard case .object(let rule) = item else {
        wrongType(path, item, "an object with flow and from")
        continue
      }
      guard let name = text(rule, "flow", in: path), let flow = flow(name, path),
        let formula = text(rule, "from", in: path), let terms = terms(formula, path)
      else { continue }
      derivations.append(
        .init(flow: flow, terms: terms, note: text(rule, "note", in: path)))
    }
    return derivations
  }

  /// Reads `exports - balance`: names of flows with plus and minus between them.
  private mutating func terms(
    _ formula: String, _ path: String
  ) -> [DatasetManifest.Derivation.Term]? {
    var terms: [DatasetManifest.Derivation.Term] = []
    var sign = 1.0
    var expectsFlow = true
    for word in formula.split(separator: " ") {
      if expectsFlow {
        guard let flow = flow(String(word), "\(path).from") else { return nil }
        terms.append(.init(sign: sign, flow: flow))
      } else if word == "+" || word == "-" {
        sign = word == "-" ? -1 : 1
      } else {
        expectsFlow = true
        break
      }
      expectsFlow.toggle()
    }
    guard !terms.isEmpty, !expectsFlow else {
      report(
        "manifest.formula",
        "\(path).from is \(formula.quoted), expected flows joined by ' + ' or ' - '")
      return nil
    }
    return terms
  }

  // MARK: Values of a type

  private mutating func text(
    _ object: [String: JSONValue], _ key: String, in path: String = ""
  ) -> String? {
    switch object[key] {
    case nil, .null: return nil
    case .string(let text): return text
    case .some(let other):
      wrongType(path.isEmpty ? key : "\(path).\(key)", other, "a text")
      return nil
    }
  }

  private mutating func object(
    _ value: JSONValue?, _ path: String
  ) -> [(key: String, value: JSONValue)] {
    switch value {
    case nil, .null: return []
    case .object(let object): return object.sorted { $0.key < $1.key }
    case .some(let other):
      wrongType(path, other, "an object")
      return []
    }
  }

  private mutating func list(_ value: JSONValue?, _ path: String) -> [JSONValue] {
    switch value {
    case nil, .null: return []
    case .array(let list): return list
    case .some(let other):
      wrongType(path, other, "a list")
      return []
    }
  }

  private mutating func month(
    _ object: [String: JSONValue], _ key: String, in path: String
  ) -> Month? {
    guard let text = text(object, key, in: path) else { return nil }
    if let month = Month(parsing: text) { return month }
    report("manifest.month", "\(path).\(key) is \(text.quoted), expected a month such as 2004-05")
    return nil
  }

  private mutating func flow(_ name: String, _ path: String) -> Flow? {
    if let flow = Flow(parsing: name) { return flow }
    let nearest = Flow.allCases.map(\.rawValue).nearest(to: name)
    report(
      "manifest.flow", "\(path) names the flow \(name.quoted), which is not known",
      hint: nearest.map { "did you mean '\($0)'?" })
    return nil
  }

  private mutating func kind(_ name: String, _ path: String) -> SeriesKind? {
    if let kind = SeriesKind(rawValue: name) { return kind }
    let known = SeriesKind.allCases.map(\.rawValue).joined(separator: ", ")
    report("manifest.kind", "\(path) is \(name.quoted), expected one of \(known)")
    return nil
  }

  private mutating func scale(_ value: JSONValue) -> DecimalScale? {
    switch value {
    case .null: return nil
    case .string(let text):
      if let scale = DecimalScale(parsing: text) { return scale }
    case .number(let number):
      if let scale = (0...18).first(where: { DecimalScale(exponent: $0).factor == number }) {
        return DecimalScale(exponent: scale)
      }
    default: break
    }
    report("manifest.scale", "scale is not a power of ten, expected a value such as 1e9")
    return nil
  }

  private mutating func wrongType(_ path: String, _ found: JSONValue, _ expected: String) {
    report("manifest.type", "\(path) is \(found.typeName), expected \(expected)")
  }

  private mutating func report(
    _ id: String, _ message: String, hint: String? = nil, _ severity: Severity = .error
  ) {
    diagnostics.append(
      Diagnostic(id, severity, at: InputLocation(file: file), message, hint: hint))
  }

  private static func reason(_ error: any Error) -> String {
    guard case DecodingError.dataCorrupted(let context) = error else { return "\(error)" }
    let underlying = context.underlyingError.map { "\($0)" } ?? context.debugDescription
    let pieces = underlying.split(separator: Character("\""))
    return pieces.first { $0.count > 12 && $0.contains(" ") }.map(String.init) ?? underlying
  }

  private static let keys = [
    "title", "publisher", "licence", "compiled", "kind", "frequency", "reporter", "partner",
    "flow", "unit", "scale", "adjustment", "valuation", "printed_decimals", "coverage", "groups",
    "derivations", "vintages", "sources", "notes",
  ]
}
