public import Diagnostics
internal import TimeSeries
internal import TradeModel

/// Reads `dataset.json` and says what is wrong with it.
///
/// Keys that are not known are reported as warnings, a key that stands twice and a known key with
/// a value of the wrong type or meaning as errors; each with its line and column. All keys are in Documentation/Methods/datasets.md.
public struct ManifestReader {
  /// The file's name for messages.
  let file: String
  /// What was found, in the order of the places.
  public internal(set) var diagnostics: [Diagnostic] = []

  /// Makes a reader for a file.
  public init(file: String) { self.file = file }

  /// Reads the bytes of a manifest; a text that is not JSON gives an empty one and an error.
  public mutating func read(_ bytes: [UInt8]) -> DatasetManifest {
    let root: JSONNode
    do throws(JSONProblem) {
      root = try JSONReader.read(bytes)
    } catch {
      report(
        "manifest.json", "the file is not JSON, \(error.message)", hint: error.hint,
        at: error.place)
      return DatasetManifest()
    }
    guard case .object = root.content else {
      report("manifest.json", "the file holds \(root.typeName), expected an object", at: root.place)
      return DatasetManifest()
    }
    let manifest = manifest(root)
    diagnostics.sort(by: Diagnostic.isEarlier)
    return manifest
  }

  private mutating func manifest(_ root: JSONNode) -> DatasetManifest {
    var manifest = DatasetManifest()
    let object = object(root, "the file", keys: Self.keys)
    manifest.title = text(object, "title")
    manifest.publisher = text(object, "publisher")
    manifest.licence = text(object, "licence")
    manifest.compiled = text(object, "compiled")
    manifest.frequency = text(object, "frequency")
    manifest.reporter = text(object, "reporter")
    manifest.partner = text(object, "partner")
    manifest.product = text(object, "product")
    manifest.adjustment = adjustment(object)
    manifest.valuation = text(object, "valuation")
    manifest.basis = text(object, "basis").map { Basis($0) }
    manifest.unit = text(object, "unit").map { Unit($0) }
    manifest.flow = text(object, "flow").flatMap { flow($0, "flow", at: object["flow"]?.place) }
    manifest.measure = measure(object)
    manifest.scale = object["scale"].flatMap { scale($0) }
    readKinds(object["kind"], into: &manifest)
    manifest.groups = groups(object["groups"])
    manifest.sources = sources(object["sources"])
    manifest.derivations = derivations(object["derivations"])
    return manifest
  }

  private mutating func adjustment(_ object: [String: JSONNode]) -> String? {
    guard let adjustment = text(object, "adjustment") else { return nil }
    if adjustment == "SA" || adjustment == "NSA" { return adjustment }
    report(
      "manifest.adjustment", "adjustment is \(adjustment.quoted), expected SA or NSA",
      at: object["adjustment"]?.place)
    return nil
  }

  private mutating func measure(_ object: [String: JSONNode]) -> Measure? {
    guard let name = text(object, "measure") else { return nil }
    if let measure = Measure(rawValue: name) { return measure }
    let known = Measure.allCases.map(\.rawValue).joined(separator: ", ")
    report(
      "manifest.measure", "measure is \(name.quoted), expected one of \(known)",
      at: object["measure"]?.place)
    return nil
  }

  private mutating func readKinds(_ node: JSONNode?, into manifest: inout DatasetManifest) {
    switch node?.content {
    case nil, .null: break
    case .string(let name): manifest.defaultKind = kind(name, "kind", at: node?.place)
    case .object(let members):
      for member in members {
        guard case .string(let name) = member.value.content else {
          wrongType("kind.\(member.key)", member.value, "a text")
          continue
        }
        let flow =
          member.key == "default" ? nil : flow(member.key, "kind", at: member.place)
        guard let kind = kind(name, "kind.\(member.key)", at: member.value.place) else { continue }
        if let flow {
          manifest.kinds[flow] = kind
        } else if member.key == "default" {
          manifest.defaultKind = kind
        }
      }
    default: node.map { wrongType("kind", $0, "a text or an object") }
    }
  }

  private mutating func groups(_ node: JSONNode?) -> [String: DatasetManifest.Group] {
    var groups: [String: DatasetManifest.Group] = [:]
    for entry in members(node, "groups") {
      let path = "groups.\(entry.key)"
      guard case .object = entry.value.content else {
        wrongType(path, entry.value, "an object with name, members and note")
        continue
      }
      let group = object(entry.value, path, keys: ["name", "members", "note"])
      var members: [DatasetManifest.Group.Member] = []
      for (index, item) in list(group["members"], "\(path).members").enumerated() {
        if let member = member(item, "\(path).members[\(index)]") { members.append(member) }
      }
      groups[entry.key] = .init(
        name: text(group, "name", in: path) ?? entry.key, members: members,
        note: text(group, "note", in: path))
    }
    return groups
  }

  private mutating func member(_ node: JSONNode, _ path: String) -> DatasetManifest.Group.Member? {
    switch node.content {
    case .string(let code): return .init(code: code, from: nil, until: nil)
    case .object:
      let member = object(node, path, keys: ["code", "from", "until"])
      guard let code = required(member, "code", in: path, of: node) else { return nil }
      let (from, until) = (month(member, "from", in: path), month(member, "until", in: path))
      if let from, let until, until < from {
        report(
          "manifest.month", "\(path).until is before from, expected \(from) or later",
          at: member["until"]?.place)
      }
      return .init(code: code, from: from, until: until)
    default:
      wrongType(path, node, "a code or an object with code, from and until")
      return nil
    }
  }

  private mutating func sources(_ node: JSONNode?) -> [String: DatasetManifest.Source] {
    var sources: [String: DatasetManifest.Source] = [:]
    for entry in members(node, "sources") {
      let path = "sources.\(entry.key)"
      let keys = ["publisher", "title", "url", "published"]
      guard case .object = entry.value.content else {
        wrongType(path, entry.value, "an object with publisher, title, url, published")
        continue
      }
      let source = object(entry.value, path, keys: keys)
      sources[entry.key] = .init(
        publisher: text(source, "publisher", in: path) ?? entry.key,
        title: text(source, "title", in: path), url: text(source, "url", in: path),
        published: text(source, "published", in: path))
    }
    return sources
  }

  private mutating func derivations(_ node: JSONNode?) -> [DatasetManifest.Derivation] {
    var derivations: [DatasetManifest.Derivation] = []
    for (index, item) in list(node, "derivations").enumerated() {
      let path = "derivations[\(index)]"
      guard case .object = item.content else {
        wrongType(path, item, "an object with flow and from")
        continue
      }
      let rule = object(item, path, keys: ["flow", "from", "note"])
      let name = required(rule, "flow", in: path, of: item)
      let formula = required(rule, "from", in: path, of: item)
      guard let name, let flow = flow(name, path, at: rule["flow"]?.place), let formula,
        let terms = terms(formula, path, at: rule["from"]?.place)
      else { continue }
      derivations.append(
        .init(flow: flow, terms: terms, note: text(rule, "note", in: path)))
    }
    return derivations
  }

  /// Reads `exports - balance`: names of flows with plus and minus between them.
  private mutating func terms(
    _ formula: String, _ path: String, at place: JSONPlace?
  ) -> [DatasetManifest.Derivation.Term]? {
    var terms: [DatasetManifest.Derivation.Term] = []
    var sign = 1.0
    var expectsFlow = true
    for word in formula.split(separator: " ") {
      if expectsFlow {
        guard let flow = flow(String(word), "\(path).from", at: place) else { return nil }
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
        "\(path).from is \(formula.quoted), expected flows joined by ' + ' or ' - '", at: place)
      return nil
    }
    return terms
  }

  private static let keys = [
    "schema", "title", "publisher", "licence", "compiled", "kind", "frequency", "reporter",
    "partner", "flow", "product", "measure", "basis", "unit", "scale", "adjustment", "valuation",
    "printed_decimals", "coverage", "groups", "derivations", "vintages", "vintage_note",
    "sources", "notes",
  ]
}
