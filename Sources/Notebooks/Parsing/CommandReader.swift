internal import Markdown

/// Reads the lines of a cell as commands: joins continued lines, skips comments, splits words.
///
/// Words are split as a POSIX shell splits them, at blanks outside quotes. Single quotes keep all
/// that is in them; in double quotes a backslash keeps its meaning before `"`, `\`, `$` and a
/// backquote only. Nothing is ever expanded, in quotes or outside. What a shell would act on outside
/// quotes is refused, so that a line that is read here gives the same words in a terminal.
struct CommandReader {
  /// A character with its place in the source.
  private struct Placed {
    let scalar: Unicode.Scalar
    let line: Int
    let column: Int
  }

  private let lines: [(text: String, number: Int, column: Int)]

  /// Makes a reader for the content of a block.
  ///
  /// - Parameters:
  ///   - block: A block at the left margin of the text.
  ///   - source: All lines of the text.
  init(_ block: MarkdownBlock.CodeBlock, in source: [SourceLine]) {
    lines = block.contentLines.enumerated().map { index, text in
      let number = block.firstContentLine + index
      let whole = number <= source.count ? source[number - 1].text.utf8.count : 0
      return (text, number, max(0, whole - text.utf8.count) + 1)
    }
  }

  /// Returns each command or what is wrong with it.
  func commands() -> [Result<NotebookCommand, CommandSyntaxError>] {
    var results: [Result<NotebookCommand, CommandSyntaxError>] = []
    var index = 0
    while index < lines.count {
      let start = lines[index].text.drop { $0 == " " || $0 == "\t" }
      if start.isEmpty || start.hasPrefix("#") {
        index += 1
        continue
      }
      let first = index
      var (characters, text) = ([Placed](), "")
      while true {
        let line = lines[index]
        let continues = line.text.reversed().prefix { $0 == "\\" }.count % 2 == 1
        let part = continues ? line.text.dropLast() : line.text[...]
        var column = line.column
        for scalar in part.unicodeScalars {
          characters.append(Placed(scalar: scalar, line: line.number, column: column))
          column += UTF8.width(scalar)
        }
        text += part
        index += 1
        guard continues else { break }
        guard index < lines.count else {
          let error = CommandSyntaxError(
            problem: .nothingToContinue, line: line.number, column: column)
          return results + [.failure(error)]
        }
      }
      let command = Result { () throws(CommandSyntaxError) in
        NotebookCommand(
          arguments: try words(of: characters), text: trimmed(text), line: lines[first].number)
      }
      results.append(command)
    }
    return results
  }

  private func trimmed(_ text: String) -> String {
    let start = text.drop { $0 == " " || $0 == "\t" }
    let end = start.lastIndex { $0 != " " && $0 != "\t" }
    return end.map { String(start[...$0]) } ?? ""
  }

  private func words(of characters: [Placed]) throws(CommandSyntaxError) -> [String] {
    var words: [String] = []
    var word: String?  // `nil` between words; quotes alone begin an empty word.
    var quote: Placed?
    var index = 0
    while index < characters.count {
      let here = characters[index]
      let next = index + 1 < characters.count ? characters[index + 1].scalar : nil
      index += 1
      if let open = quote {
        if here.scalar == open.scalar {
          quote = nil
        } else if here.scalar == "\\", open.scalar == "\"", let next, "\"\\$`".contains(next) {
          word?.unicodeScalars.append(next)
          index += 1
        } else {
          word?.unicodeScalars.append(here.scalar)
        }
        continue
      }
      switch here.scalar {
      case " ", "\t":
        if let complete = word { words.append(complete) }
        word = nil
      case "'", "\"":
        quote = here
        word = word ?? ""
      case "\\":
        if let next { word = (word ?? "") + String(Character(next)) }
        index += 1
      default:
        if let problem = problem(here.scalar, next: next, beginsWord: word == nil) {
          throw CommandSyntaxError(problem: problem, line: here.line, column: here.column)
        }
        word = word ?? ""
        word?.unicodeScalars.append(here.scalar)
      }
    }
    if let quote {
      throw CommandSyntaxError(
        problem: .openQuote(Character(quote.scalar)), line: quote.line, column: quote.column)
    }
    if let complete = word { words.append(complete) }
    return words
  }

  /// Returns why a character must not stand outside quotes, `nil` when it may.
  private func problem(
    _ scalar: Unicode.Scalar, next: Unicode.Scalar?, beginsWord: Bool
  ) -> CommandSyntaxError.Problem? {
    switch scalar {
    case "|", ">", "<", ";", "&", "`": .shellCharacter(String(Character(scalar)))
    case "$" where next == "(": .shellCharacter("$(")
    case "$" where next != nil && next != " " && next != "\t": .variable
    case "(", ")", "*", "?", "[": .shellSyntax(String(Character(scalar)))
    case "~" where beginsWord: .shellSyntax("~")
    case "#" where beginsWord: .commentAfterCommand
    default: nil
    }
  }
}

extension String {
  /// Whether one of the text's scalars is this one.
  fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
