/// What an input of a check is.
///
/// The raw value is the name on the command line.
public enum InputForm: String, Sendable, Hashable, CaseIterable {
  /// Delimited text with rows and columns.
  case table
  /// Running text.
  case text
  /// Markdown, with tables and running text.
  case markdown
  /// A page.
  case html

  /// The form by the extension of a name, or else by the content.
  ///
  /// Without a known extension, text that begins with a tag is a page, text with a line of bars
  /// and dashes is Markdown, text whose first lines hold the same number of commas, semicolons
  /// or tabs, two at least, is a table, and everything else is running text.
  public init(file: String, text: String) {
    let name = file.split(separator: "/").last ?? ""
    switch name.contains(".") ? name.split(separator: ".").last?.lowercased() : nil {
    case "csv", "tsv", "tab", "psv": self = .table
    case "txt", "text": self = .text
    case "md", "markdown": self = .markdown
    case "html", "htm", "xhtml", "asp": self = .html
    default: self = Self.form(of: text)
    }
  }

  private static func form(of text: String) -> InputForm {
    let lines = text.split(maxSplits: 40, whereSeparator: \.isNewline).prefix(40)
    guard let first = lines.first else { return .text }
    if first.drop(while: \.isWhitespace).first == "<" { return .html }
    let hasRule = lines.contains { line in
      line.contains("|") && line.contains("-") && line.allSatisfy { "|-: ".contains($0) }
    }
    if hasRule { return .markdown }
    for delimiter in [",", ";", "\t"] as [Character] {
      let counts = lines.prefix(5).map { line in line.count { $0 == delimiter } }
      // Sentences have commas too, and blanks behind them.
      let isSpaced = lines.prefix(5).contains { $0.contains("\(delimiter) ") }
      if counts.count > 1, counts[0] > 0, !isSpaced || delimiter == "\t",
        counts.dropFirst().allSatisfy({ $0 >= counts[0] })
      {
        return .table
      }
    }
    return .text
  }
}
