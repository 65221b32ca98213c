internal import TradeImport

/// A value of JSON and its text in one line; members keep their order.
enum JSONText {
  case null
  case number(Double)
  case text(String)
  case list([JSONText])
  case object([(String, JSONText)])

  /// A whole number.
  static func number(_ value: Int) -> JSONText { .number(Double(value)) }

  /// A number, or null.
  static func optional(_ value: Double?) -> JSONText { value.map { .number($0) } ?? .null }

  /// The text, without a line end.
  var line: String {
    switch self {
    case .null: "null"
    case .number(let value): TidyNumber.text(value)
    case .text(let text): Self.quoted(text)
    case .list(let values): "[" + values.map(\.line).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\(Self.quoted($0.0)): \($0.1.line)" }.joined(separator: ", ") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
