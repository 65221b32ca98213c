/// What keeps a line of a cell from being a command, and where.
struct CommandSyntaxError: Error, Hashable {
  enum Problem: Hashable {
    case openQuote(Character)
    case nothingToContinue
    case shellCharacter(String)
    case shellSyntax(String)
    case variable
    case commentAfterCommand

    var message: String {
      switch self {
      case .openQuote(let quote): "the quote \(quote) is not closed on its line"
      case .nothingToContinue: "a backslash continues the line, found the end of the cell"
      case .shellCharacter(let text):
        "'\(text)' outside quotes, but a cell can start no other program and write to no file"
      case .shellSyntax(let text):
        "'\(text)' outside quotes means something in a shell, but nothing in a cell"
      case .variable: "'$' begins a variable, but there are none in a cell"
      case .commentAfterCommand: "'#' begins a comment after a command"
      }
    }

    var hint: String {
      switch self {
      case .openQuote: "close it, or put a backslash before it if it is meant as it stands"
      case .nothingToContinue: "remove the backslash"
      case .shellCharacter, .shellSyntax, .variable: "put it in quotes if it is meant as it stands"
      case .commentAfterCommand:
        "write the comment on a line of its own, or put '#' in quotes if it is meant as it stands"
      }
    }
  }

  let problem: Problem
  let line: Int
  let column: Int
}
