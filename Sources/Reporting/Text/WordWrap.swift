/// Words collected from running text, ready to be set in lines.
struct WordList {
  private(set) var words: [String] = []
  private var current = ""

  /// Adds text that may break at its spaces; no-break spaces keep words together.
  mutating func add(_ text: String) {
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" {
        endWord()
      } else {
        current.unicodeScalars.append(scalar)
      }
    }
  }

  /// Adds text that never breaks, such as a number with its unit.
  mutating func addUnbroken(_ text: String) { current += text }

  /// Ends the word that is being collected, if any.
  mutating func endWord() {
    if !current.isEmpty { words.append(current) }
    current = ""
  }
}

/// Sets words in lines of a width.
enum WordWrap {
  /// Returns the lines, each starting with an indent that counts in its width.
  ///
  /// A word that is wider than the line stands alone on it, whole.
  static func lines(
    _ words: [String], width: Int, first: String = "", rest: String = ""
  ) -> [String] {
    var lines: [String] = []
    var line = first
    var (column, isEmpty) = (DisplayWidth.of(first), true)
    for word in words {
      let size = DisplayWidth.of(word)
      if !isEmpty, column + 1 + size > width {
        lines.append(line)
        (line, column, isEmpty) = (rest, DisplayWidth.of(rest), true)
      }
      line += isEmpty ? word : " " + word
      column += isEmpty ? size : size + 1
      isEmpty = false
    }
    return isEmpty && lines.isEmpty && first.isEmpty ? [] : lines + [line]
  }

  /// The columns of the words on one line.
  static func width(_ words: [String]) -> Int {
    words.reduce(max(0, words.count - 1)) { $0 + DisplayWidth.of($1) }
  }

  /// The columns of the widest word, or line.
  static func longest(_ words: [String]) -> Int {
    words.map { DisplayWidth.of($0) }.max() ?? 0
  }
}

extension String {
  /// The text with spaces behind it up to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - DisplayWidth.of(self)))
  }

  /// The text with spaces before it up to a width.
  func rightAligned(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - DisplayWidth.of(self))) + self
  }

  /// The text in the middle of a width.
  func centered(to width: Int) -> String {
    let room = max(0, width - DisplayWidth.of(self))
    return String(repeating: " ", count: room / 2) + self
      + String(repeating: " ", count: room - room / 2)
  }

  /// The text without spaces at its end.
  package var withoutTrailingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
