internal import Diagnostics
internal import DelimitedText
internal import TradeModel

extension ImportSchema {
  /// The schema as JSON that can be edited and read back; the same schema gives the same bytes.
  public var json: String {
    var members: [(String, String)] = [
      ("schema", "1"), ("encoding", Self.quoted(encoding.rawValue)),
      ("delimiter", Self.quoted(Self.name(of: dialect.delimiter))),
      ("quote", dialect.quote.map { Self.quoted(Self.name(of: $0)) } ?? "null"),
      ("skip_lines", String(skippedLines)), ("header_rows", String(headerRows)),
      ("rows_after_header", String(rowsAfterHeader)),
      ("units_row", unitsRow.map { String($0) } ?? "null"), ("footer_rows", String(footerRows)),
      ("footer_marker", footerMarker.map(Self.quoted) ?? "null"),
      ("layout", Self.quoted(layout.rawValue)),
      ("dates", dates.map { Self.quoted($0.rawValue) } ?? "null"),
      ("decimal", decimalMark.map { Self.quoted($0.rawValue) } ?? "null"),
      ("grouping", Self.quoted(grouping.rawValue)),
      ("missing", Self.quoted(missingWords)), ("dash_is_zero", String(isDashZero)),
      ("flags", flags.map(Self.quoted) ?? "null"),
    ]
    let fixed: [(String, String?)] = [
      ("reporter", constants.reporter), ("partner", constants.partner),
      ("flow", constants.flow?.rawValue), ("product", constants.product),
      ("measure", constants.measure?.rawValue), ("unit", constants.unit),
      ("scale", constants.scale?.description),
    ]
    let given = fixed.compactMap { key, value in value.map { (key, Self.quoted($0)) } }
    members.append(("constants", Self.object(given)))
    let lines = columns.map { column in
      var parts = [("name", Self.quoted(column.name)), ("role", Self.quoted(column.role.rawValue))]
      if let flow = column.flow { parts.append(("flow", Self.quoted(flow.rawValue))) }
      if let product = column.product { parts.append(("product", Self.quoted(product))) }
      return "    " + Self.object(parts)
    }
    members.append(
      ("columns", lines.isEmpty ? "[]" : "[\n" + lines.joined(separator: ",\n") + "\n  ]"))
    let body = members.map { "  \(Self.quoted($0.0)): \($0.1)" }.joined(separator: ",\n")
    return "{\n\(body)\n}\n"
  }

  /// The names of delimiters and quotes that would be hard to see.
  static let markNames: [(byte: UInt8, name: String)] = [
    (UInt8(ascii: "\t"), "tab"), (UInt8(ascii: " "), "space"),
  ]

  private static func name(of byte: UInt8) -> String {
    markNames.first { $0.byte == byte }?.name ?? String(Character(UnicodeScalar(byte)))
  }

  private static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\(quoted($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}
