internal import Diagnostics

/// A value of a JSON text with its place, kept generic so that a manifest can be checked key by
/// key.
struct JSONNode: Sendable, Hashable {
  /// What a JSON text can hold.
  indirect enum Content: Sendable, Hashable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONNode])
    case object([JSONMember])
  }

  /// The value.
  let content: Content
  /// Where its first byte stands.
  let place: JSONPlace

  /// What the value is, for messages.
  var typeName: String {
    switch content {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// One key of an object with its value.
struct JSONMember: Sendable, Hashable {
  let key: String
  let place: JSONPlace
  let value: JSONNode
}

/// A line and a column in bytes, both counted from 1.
struct JSONPlace: Sendable, Hashable, Comparable {
  let line: Int
  let column: Int

  static func < (lhs: JSONPlace, rhs: JSONPlace) -> Bool {
    (lhs.line, lhs.column) < (rhs.line, rhs.column)
  }

  /// The place in a file.
  func location(in file: String) -> InputLocation {
    InputLocation(file: file, line: line, column: column)
  }
}

/// Why a text is not JSON, and where.
struct JSONProblem: Error, Sendable, Hashable {
  let place: JSONPlace
  /// What was found and what was expected.
  let message: String
  let hint: String?
}
