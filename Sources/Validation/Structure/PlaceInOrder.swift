/// A place in an order as a cell of a table prints it: `3`, `3rd`, `No. 3`, `=3`, `largest`.
enum PlaceInOrder: Hashable {
  /// A number from 1.
  case number(Int)
  /// The first place, in words.
  case largest
  /// The last place, in words.
  case smallest

  /// Reads a cell; `nil` for anything else.
  init?(_ text: String) {
    let lower = text.lowercased().trimmed
    if LabelWords.largest.contains(lower) {
      self = .largest
      return
    }
    if LabelWords.smallest.contains(lower) {
      self = .smallest
      return
    }
    var rest = Substring(lower)
    for prefix in ["no.", "nr.", "no ", "nr ", "#", "="] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count).drop(while: \.isWhitespace)
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let suffix = rest.dropFirst(digits.count)
    guard digits.count <= 6, let place = Int(digits), place > 0,
      ["", ".", "=", "st", "nd", "rd", "th", "er", "e"].contains(suffix)
    else { return nil }
    self = .number(place)
  }

  /// Whether it is said in words.
  var isWord: Bool {
    if case .number = self { return false }
    return true
  }
}
