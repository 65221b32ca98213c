internal import ArgumentParser
internal import Diagnostics

/// What the parser of the command line has to say: a help text, or what is wrong with the usage.
struct UsageMessage {
  let text: String
  /// Whether the text was asked for, and is the result.
  let isResult: Bool

  /// The message for a line that could not be parsed, or for a request for help.
  ///
  /// A slip of the pen is named before what it made look missing: `--perod 2009` is no missing
  /// `--period`.
  init(_ error: any Error, parsing arguments: [String]) {
    isResult = RootCommand.exitCode(for: error) == .success
    if !isResult, let slip = Self.slip(in: arguments) {
      text = Self.text(slip.message, for: slip.type)
    } else {
      text = RootCommand.fullMessage(for: error, columns: 80)
    }
  }

  /// The message for an option with a value that a command cannot use.
  init(_ error: ValidationError, in type: any ParsableCommand.Type) {
    isResult = false
    text = Self.text(error.message, for: type)
  }

  /// The help text of a command that only has subcommands.
  init(helpFor type: any ParsableCommand.Type) {
    isResult = true
    text = RootCommand.helpMessage(for: type, columns: 80)
  }

  private static func text(_ message: String, for type: any ParsableCommand.Type) -> String {
    let usage = RootCommand.usageString(for: type)
    let command = usage.split(separator: " ").prefix { $0.first?.isLetter == true }
    return """
      Error: \(message)
      Usage: \(usage)
        See '\(command.joined(separator: " ")) --help' for more information.
      """
  }

  /// The first subcommand or option that does not exist.
  private static func slip(
    in arguments: [String]
  ) -> (message: String, type: any ParsableCommand.Type)? {
    var type: any ParsableCommand.Type = RootCommand.self
    var rest = arguments[...]
    while !type.configuration.subcommands.isEmpty, let name = rest.first, !name.hasPrefix("-") {
      var names: [String] = []
      var found: (any ParsableCommand.Type)?
      for candidate in type.configuration.subcommands {
        names.append(commandName(of: candidate))
        if commandName(of: candidate) == name { found = candidate }
      }
      guard let next = found
      else {
        let list = names.joined(separator: ", ")
        let nearest = names.nearest(to: name).map { "Did you mean '\($0)'? " } ?? ""
        return ("\(name.quoted) is not a subcommand. \(nearest)There are \(list).", type)
      }
      type = next
      rest = rest.dropFirst()
    }
    let known = options(of: type)
    for argument in rest.prefix(while: { $0 != "--" }) where argument.hasPrefix("--") {
      let name = String(argument.prefix { $0 != "=" })
      guard !known.contains(name) else { continue }
      let nearest = known.nearest(to: name).map { " Did you mean '\($0)'?" } ?? ""
      return ("there is no option \(name.quoted).\(nearest)", type)
    }
    return nil
  }

  private static func commandName(of type: any ParsableCommand.Type) -> String {
    type.configuration.commandName ?? ""
  }

  /// The long options in a command's help text, which is where they are told.
  private static func options(of type: any ParsableCommand.Type) -> [String] {
    let help = RootCommand.helpMessage(for: type, columns: 80)
    let list = help.split(separator: "\n").drop { $0 != "OPTIONS:" }
    return list.filter { $0.hasPrefix("  -") }.flatMap { line in
      line.split { " ,".contains($0) }.prefix { $0.hasPrefix("-") || $0.hasPrefix("<") }
        .filter { $0.hasPrefix("--") }.map(String.init)
    }
  }
}
