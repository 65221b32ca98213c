internal import DelimitedText
internal import Diagnostics
internal import TradeModel

extension ImportSchema {
  /// Reads a schema from JSON.
  ///
  /// - Parameters:
  ///   - bytes: The JSON text.
  ///   - file: The path for messages.
  /// - Throws: `DiagnosticError` with all findings, each with line and column, when the text is no
  ///   JSON or one of its values is of no use. Keys that are missing have the values of a plain
  ///   file; `columns` must be there.
  public init(json bytes: [UInt8], file: String) throws {
    var reader = ImportSchemaReader(file: file)
    guard let schema = reader.read(bytes), reader.diagnostics.isEmpty else {
      throw DiagnosticError(reader.diagnostics)
    }
    self = schema
  }
}

/// Reads the keys of a schema one by one and collects what is wrong.
struct ImportSchemaReader {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String) { self.file = file }

  private static let keys = [
    "schema", "encoding", "delimiter", "quote", "skip_lines", "header_rows", "rows_after_header",
    "units_row",
    "footer_rows", "footer_marker", "layout", "dates", "quarters",
    "fiscal_start", "decimal", "grouping", "missing",
    "dash_is_zero", "flags", "constants", "columns",
  ]

  mutating func read(_ bytes: [UInt8]) -> ImportSchema? {
    let root: JSONNode
    do throws(JSONProblem) {
      root = try JSONReader.read(bytes)
    } catch {
      diagnostics.append(
        Diagnostic(
          "schema.json", .error, at: error.place.location(in: file), error.message,
          hint: error.hint))
      return nil
    }
    guard let members = members(root, "the schema", Self.keys) else { return nil }
    guard let columns = members["columns"] else {
      report("schema.missing-key", "the schema has no key 'columns'", at: root.place)
      return nil
    }
    var schema = ImportSchema(columns: [])
    if let version = integer(members["schema"], "schema", 1...1) { _ = version }
    if let text = text(members["encoding"], "encoding") {
      schema.encoding =
        known(
          TextEncoding(named: text), text, members["encoding"], "encoding",
          TextEncoding.allCases.map(\.rawValue)) ?? .utf8
    }
    let delimiter = mark(members["delimiter"], "delimiter") ?? schema.dialect.delimiter
    var quote = schema.dialect.quote
    if let node = members["quote"] { quote = node.content == .null ? nil : mark(node, "quote") }
    if delimiter == quote {
      report(
        "schema.value", "delimiter and quote are the same, expected different ones",
        at: members["quote"]?.place ?? root.place)
    } else {
      schema.dialect = Dialect(delimiter: delimiter, quote: quote)
    }
    schema.skippedLines = integer(members["skip_lines"], "skip_lines", 0...1_000_000) ?? 0
    schema.headerRows = integer(members["header_rows"], "header_rows", 0...4) ?? 1
    schema.footerRows = integer(members["footer_rows"], "footer_rows", 0...1_000_000) ?? 0
    schema.rowsAfterHeader =
      integer(members["rows_after_header"], "rows_after_header", 0...100) ?? 0
    if let node = members["units_row"], node.content != .null {
      schema.unitsRow = integer(node, "units_row", 1...max(1, schema.rowsAfterHeader))
    }
    schema.isDashZero = bool(members["dash_is_zero"], "dash_is_zero") ?? false
    schema.footerMarker = text(members["footer_marker"], "footer_marker")
    schema.layout = word(members["layout"], "layout") ?? .long
    schema.dates = word(members["dates"], "dates")
    schema.quarters = word(members["quarters"], "quarters")
    if let node = members["fiscal_start"], node.content != .null {
      schema.fiscalStart = integer(node, "fiscal_start", 1...12)
    }
    schema.decimalMark = word(members["decimal"], "decimal")
    schema.grouping = word(members["grouping"], "grouping") ?? .threes
    if let text = text(members["missing"], "missing") {
      let ids = MissingWords.all.map(\.id)
      schema.missingWords =
        known(
          ids.contains(text) ? text : nil, text, members["missing"], "missing", ids) ?? "usual"
    }
    if let node = members["flags"] {
      let ids = FlagTable.all.map(\.id)
      schema.flags = text(node, "flags").flatMap {
        known(ids.contains($0) ? $0 : nil, $0, node, "flags", ids)
      }
    }
    if let node = members["constants"] { readConstants(node, into: &schema) }
    readColumns(columns, into: &schema)
    return schema
  }

  private mutating func readConstants(_ node: JSONNode, into schema: inout ImportSchema) {
    let keys = ["reporter", "partner", "flow", "product", "measure", "unit", "scale"]
    guard let members = members(node, "constants", keys) else { return }
    var constants = ImportSchema.Constants()
    constants.reporter = text(members["reporter"], "constants.reporter")
    constants.partner = text(members["partner"], "constants.partner")
    constants.product = text(members["product"], "constants.product")
    constants.unit = text(members["unit"], "constants.unit")
    constants.flow = word(members["flow"], "constants.flow")
    constants.measure = word(members["measure"], "constants.measure")
    if let text = text(members["scale"], "constants.scale") {
      constants.scale = known(
        DecimalScale(parsing: text), text, members["scale"], "constants.scale", ["1", "1e3", "1e6"])
    }
    schema.constants = constants
  }

  private mutating func readColumns(_ node: JSONNode, into schema: inout ImportSchema) {
    guard case .array(let nodes) = node.content else {
      wrongType(node, "columns", "a list")
      return
    }
    for node in nodes {
      let keys = ["name", "role", "flow", "product"]
      guard let members = members(node, "a column", keys) else { continue }
      guard let name = text(members["name"], "name"),
        let role: ColumnRole = word(members["role"], "role")
      else {
        if members["name"] == nil || members["role"] == nil {
          report("schema.missing-key", "a column needs the keys 'name' and 'role'", at: node.place)
        }
        continue
      }
      schema.columns.append(
        ImportSchema.Column(
          name: name, role: role, flow: word(members["flow"], "flow"),
          product: text(members["product"], "product")))
    }
    if schema.layout == .long, !schema.columns.contains(where: { $0.role == .period }) {
      report(
        "schema.no-period", "no column has the role 'period', expected one in a long table",
        at: node.place)
    }
    if schema.layout == .long, !schema.columns.contains(where: { $0.role == .value }) {
      report(
        "schema.no-value", "no column has the role 'value', expected one in a long table",
        at: node.place)
    }
  }

  // MARK: Values

  private mutating func members(
    _ node: JSONNode, _ what: String, _ keys: [String]
  ) -> [String: JSONNode]? {
    guard case .object(let list) = node.content else {
      wrongType(node, what, "an object")
      return nil
    }
    var members: [String: JSONNode] = [:]
    for member in list {
      if members[member.key] != nil {
        report("schema.duplicate-key", "key '\(member.key)' stands twice", at: member.place)
      }
      members[member.key] = member.value
      if !keys.contains(member.key) {
        report(
          "schema.unknown-key",
          "key \(member.key.quoted) is not known, expected one of \(keys.joined(separator: ", "))",
          hint: keys.nearest(to: member.key).map { "did you mean '\($0)'?" }, at: member.place)
      }
    }
    return members
  }

  private mutating func text(_ node: JSONNode?, _ key: String) -> String? {
    guard let node, node.content != .null else { return nil }
    guard case .string(let text) = node.content else {
      wrongType(node, key, "a text")
      return nil
    }
    return text
  }

  private mutating func bool(_ node: JSONNode?, _ key: String) -> Bool? {
    guard let node else { return nil }
    guard case .bool(let value) = node.content else {
      wrongType(node, key, "true or false")
      return nil
    }
    return value
  }

  private mutating func integer(
    _ node: JSONNode?, _ key: String, _ range: ClosedRange<Int>
  ) -> Int? {
    guard let node else { return nil }
    guard case .number(let number) = node.content, let value = Int(exactly: number),
      range.contains(value)
    else {
      report(
        "schema.value",
        "\(key) is not a whole number from \(range.lowerBound) to \(range.upperBound)",
        at: node.place)
      return nil
    }
    return value
  }

  private mutating func mark(_ node: JSONNode?, _ key: String) -> UInt8? {
    guard let node, let text = text(node, key) else { return nil }
    if let named = ImportSchema.markNames.first(where: { $0.name == text }) { return named.byte }
    guard text.utf8.count == 1, let byte = text.utf8.first, byte > 0x20, byte < 0x7F else {
      if text == "\t" { return 0x09 }
      report(
        "schema.value",
        "\(key) is \(text.quoted), expected one sign of ASCII, 'tab' or 'space'", at: node.place)
      return nil
    }
    return byte
  }

  private mutating func word<Word: RawRepresentable & CaseIterable>(
    _ node: JSONNode?, _ key: String
  ) -> Word? where Word.RawValue == String {
    guard let node, let text = text(node, key) else { return nil }
    return known(Word(rawValue: text), text, node, key, Word.allCases.map(\.rawValue))
  }

  private mutating func known<Value>(
    _ value: Value?, _ text: String, _ node: JSONNode?, _ key: String, _ words: [String]
  ) -> Value? {
    if value == nil {
      report(
        "schema.value",
        "\(key) is \(text.quoted), expected one of \(words.joined(separator: ", "))",
        hint: words.nearest(to: text).map { "did you mean '\($0)'?" }, at: node?.place)
    }
    return value
  }

  private mutating func wrongType(_ node: JSONNode, _ key: String, _ expected: String) {
    report("schema.type", "\(key) is \(node.typeName), expected \(expected)", at: node.place)
  }

  private mutating func report(
    _ id: String, _ message: String, hint: String? = nil, at place: JSONPlace?
  ) {
    diagnostics.append(
      Diagnostic(
        id, .error, at: place?.location(in: file) ?? InputLocation(file: file), message,
        hint: hint))
  }
}
