/// Escapes text so that Markdown shows it as it is, with as few backslashes as that takes.
///
/// The rules are those of GitHub Flavored Markdown 0.29. A sign that has no meaning where it
/// stands stays alone: `a * b`, `snake_case` and `x < y` need nothing.
enum MarkdownText {
  /// Returns text for the middle of a line.
  static func escaped(_ text: String, inTable: Bool = false) -> String {
    let characters = Array(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    var result = ""
    for (index, character) in characters.enumerated() {
      let before = index > 0 ? characters[index - 1] : nil
      let after = index + 1 < characters.count ? characters[index + 1] : nil
      if needsBackslash(character, before, after, inTable: inTable) { result += "\\" }
      result.append(character)
    }
    return result
  }

  /// Returns a line, escaped already, with a backslash where its start would make a list, a
  /// heading, a quotation or a rule of it.
  static func lineStart(_ text: String) -> String {
    // Four spaces would make code of it.
    let line = String(text.drop { $0 == " " })
    guard let first = line.first else { return line }
    switch first {
    case ">": return "\\" + line
    case "#":
      let rest = line.drop { $0 == "#" }
      return line.count - rest.count <= 6 && (rest.isEmpty || rest.first == " ")
        ? "\\" + line : line
    case "-", "+":
      let rest = line.dropFirst()
      let isRule = first == "-" && line.allSatisfy { $0 == "-" || $0 == " " }
      return rest.isEmpty || rest.first == " " || isRule ? "\\" + line : line
    case "=": return line.allSatisfy { $0 == "=" || $0 == " " } ? "\\" + line : line
    case "0"..."9":
      let digits = line.prefix { ("0"..."9").contains($0) }
      let rest = line.dropFirst(digits.count)
      guard let mark = rest.first, mark == "." || mark == ")" else { return line }
      let next = rest.dropFirst().first
      return next == nil || next == " " ? digits + "\\" + rest : line
    default: return line
    }
  }

  /// Returns code between enough backticks.
  static func code(_ text: String, inTable: Bool = false) -> String {
    let line = text.map { $0.isNewline ? " " : String($0) }.joined()
    let fence = String(repeating: "`", count: longestRun(line) + 1)
    let space = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
    // A table cuts its cells before it looks at code, so the bar is escaped there too.
    let inner =
      inTable
      ? line.split(separator: "|", omittingEmptySubsequences: false)
        .joined(separator: "\\|") : line
    return fence + space + inner + space + fence
  }

  /// The most backticks in a row.
  static func longestRun(_ text: String) -> Int {
    var (longest, run) = (0, 0)
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// Returns an address for the parentheses of a link.
  static func address(_ text: String) -> String {
    let isPlain = text.allSatisfy { !$0.isWhitespace && !"()<>\\|".contains($0) }
    if isPlain { return text }
    var result = ""
    for character in text {
      switch character {
      case "<": result += "%3C"
      case ">": result += "%3E"
      case "|": result += "%7C"
      case "\\": result += "%5C"
      case _ where character.isNewline: continue
      default: result.append(character)
      }
    }
    return "<" + result + ">"
  }

  private static func needsBackslash(
    _ character: Character, _ before: Character?, _ after: Character?, inTable: Bool
  ) -> Bool {
    switch character {
    case "`", "[", "~": true
    case "\\": after.map { $0.isASCII && ($0.isPunctuation || $0.isSymbol) } ?? true
    // A star between spaces opens and closes nothing.
    case "*": before.map { $0 != " " } ?? true || after.map { $0 != " " } ?? true
    // Inside a word a low line is a letter.
    case "_": !(isWord(before) && isWord(after))
    // Before a letter, a slash and the like a tag or an address may start.
    case "<": after.map { $0.isLetter || "/!?".contains($0) } ?? true
    case "&": after.map { $0.isLetter || $0 == "#" } ?? true
    case "|": inTable
    default: false
    }
  }

  private static func isWord(_ character: Character?) -> Bool {
    character.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
  }
}
