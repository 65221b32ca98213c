/// Escapes text for HTML and SVG.
enum HTMLText {
  /// Returns text for an element or an attribute in double quotation marks; line breaks are spaces.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case _ where character.isNewline || character == "\t": result += " "
      default: result.append(character)
      }
    }
    return result
  }

  /// Returns text whose lines and spaces are kept.
  static func verbatim(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      escaped(String(line))
    }.joined(separator: "\n")
  }

  /// Returns an address for an attribute; one that would run a program leads nowhere.
  static func address(_ text: String) -> String {
    let scheme = text.prefix { $0 != ":" && $0 != "/" && $0 != "#" && $0 != "?" }
    let isAbsolute = scheme.count < text.count && text.dropFirst(scheme.count).first == ":"
    let known = ["http", "https", "mailto", "ftp"]
    guard !isAbsolute || known.contains(scheme.lowercased()) else { return "#" }
    return escaped(text)
  }
}
