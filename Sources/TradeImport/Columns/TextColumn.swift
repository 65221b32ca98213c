internal import DelimitedText

/// Texts, one a row, in eight bytes each; a text that is longer is kept once beside them.
public struct TextColumn: Sendable {
  var words: [UInt64] = []
  var coder = KeyCoder()

  init() {}

  /// How many rows there are.
  public var count: Int { words.count }

  /// The bytes of a row.
  ///
  /// - Precondition: The row exists.
  /// - Complexity: O(*n*) for a text of *n* bytes.
  public func bytes(row: Int) -> [UInt8] { coder.text(of: words[row]) }

  /// The text of a row; bytes that are not UTF-8 become U+FFFD.
  ///
  /// - Precondition: The row exists.
  public subscript(row: Int) -> String { String(decoding: bytes(row: row), as: UTF8.self) }

  /// Whether two rows have the same text.
  ///
  /// - Complexity: O(1).
  /// - Precondition: The rows exist.
  public func isSame(_ row: Int, _ other: Int) -> Bool { words[row] == words[other] }
}
