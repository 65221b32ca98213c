internal import Diagnostics
internal import DelimitedText
internal import TradeModel

extension ImportSchema {
  /// The schema as JSON that can be edited and read back; the same schema gives the same bytes.
  public var json: String {
    var members: [(String, String)] = [
      ("schema", "1"), ("encoding", JSONLiteral.text(encoding.rawValue)),
      ("delimiter", JSONLiteral.text(Self.name(of: dialect.delimiter))),
      ("quote", dialect.quote.map { JSONLiteral.text(Self.name(of: $0)) } ?? "null"),
      ("skip_lines", String(skippedLines)), ("header_rows", String(headerRows)),
      ("rows_after_header", String(rowsAfterHeader)),
      ("units_row", unitsRow.map { String($0) } ?? "null"), ("footer_rows", String(footerRows)),
      ("footer_marker", footerMarker.map(JSONLiteral.text) ?? "null"),
      ("layout", JSONLiteral.text(layout.rawValue)),
      ("dates", dates.map { JSONLiteral.text($0.rawValue) } ?? "null"),
      ("quarters", quarters.map { JSONLiteral.text($0.rawValue) } ?? "null"),
      ("fiscal_start", fiscalStart.map { String($0) } ?? "null"),
      ("decimal", decimalMark.map { JSONLiteral.text($0.rawValue) } ?? "null"),
      ("grouping", JSONLiteral.text(grouping.rawValue)),
      ("missing", JSONLiteral.text(missingWords)), ("dash_is_zero", String(isDashZero)),
      ("flags", flags.map(JSONLiteral.text) ?? "null"),
    ]
    let fixed: [(String, String?)] = [
      ("reporter", constants.reporter), ("partner", constants.partner),
      ("flow", constants.flow?.rawValue), ("product", constants.product),
      ("measure", constants.measure?.rawValue), ("unit", constants.unit),
      ("scale", constants.scale?.description),
    ]
    let given = fixed.compactMap { key, value in value.map { (key, JSONLiteral.text($0)) } }
    members.append(("constants", JSONLiteral.object(given)))
    let lines = columns.map { column in
      var parts = [
        ("name", JSONLiteral.text(column.name)), ("role", JSONLiteral.text(column.role.rawValue)),
      ]
      if let flow = column.flow { parts.append(("flow", JSONLiteral.text(flow.rawValue))) }
      if let product = column.product { parts.append(("product", JSONLiteral.text(product))) }
      return "    " + JSONLiteral.object(parts)
    }
    members.append(
      ("columns", lines.isEmpty ? "[]" : "[\n" + lines.joined(separator: ",\n") + "\n  ]"))
    let body = members.map { "  \(JSONLiteral.text($0.0)): \($0.1)" }.joined(separator: ",\n")
    return "{\n\(body)\n}\n"
  }

  /// The names of delimiters and quotes that would be hard to see.
  static let markNames: [(byte: UInt8, name: String)] = [
    (UInt8(ascii: "\t"), "tab"), (UInt8(ascii: " "), "space"),
  ]

  private static func name(of byte: UInt8) -> String {
    markNames.first { $0.byte == byte }?.name ?? String(Character(UnicodeScalar(byte)))
  }
}
