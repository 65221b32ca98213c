/// One token of running text: a word, a number or a mark, with its place in the bytes.
struct TextToken: Sendable {
  /// What a token is.
  enum Kind: UInt8, Sendable {
    /// Letters, or a sign that is read like a word, such as `%` or a currency sign.
    case word
    /// Digits with the points, commas and apostrophes between them.
    case number
    /// Anything else, one character.
    case mark
  }

  /// The first byte.
  let start: Int32
  /// The byte after the last.
  let end: Int32
  /// What it is.
  let kind: Kind
  /// The lexicon's number of the word, 0 for a word it does not hold.
  let word: Int32
  /// Whether white space stands before it.
  let isSpaced: Bool
  /// Whether the first letter is a capital.
  let isCapital: Bool
  /// Whether all letters are capitals.
  let isAllCapitals: Bool

  /// The bytes.
  var range: Range<Int> { Int(start)..<Int(end) }
}
