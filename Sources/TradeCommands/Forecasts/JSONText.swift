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
    case .text(let text): JSONLiteral.text(text)
    case .list(let values): "[" + values.map(\.line).joined(separator: ", ") + "]"
    case .object(let members):
      JSONLiteral.object(members.map { ($0.0, $0.1.line) })
    }
  }
}
