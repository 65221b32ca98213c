internal import ArgumentParser
internal import Diagnostics
internal import Glibc

/// The program: parses a command line, runs the command, maps errors to exit statuses.
public enum TradewindProgram {
  /// The version of the program.
  public static let version = "0.1.0"

  /// Runs a command line against the machine and ends the process with the exit status.
  public static func main(_ arguments: [String]) -> Never {
    FileSystem.survivesClosedPipes()
    var context = CommandContext(files: FileSystem()) { text throws(FileError) in
      try FileSystem.write(text, to: .standardOutput)
    }
    let ended = run(arguments, in: &context)
    let result = Result(output: context.output, errors: context.errors, status: ended)
    var status = result.status
    var errors = result.errors
    do {
      try FileSystem.write(result.output, to: .standardOutput)
    } catch {
      errors += error.diagnostic.description + "\n"
      status = max(status, .badInput)
    }
    // When this fails there is nowhere left to say so.
    try? FileSystem.write(errors, to: .standardError)
    exit(Int32(status.rawValue))
  }

  /// What a command line gives: the results, everything else, and the exit status.
  package struct Result: Sendable, Equatable {
    /// The results, for standard output.
    package let output: String
    /// Messages, for standard error.
    package let errors: String
    /// How it ended.
    package let status: ExitStatus

    /// Makes a result.
    package init(output: String, errors: String, status: ExitStatus) {
      self.output = output
      self.errors = errors
      self.status = status
    }
  }

  /// Runs a command line and returns what it would print.
  package static func run(_ arguments: [String], files: FileSystem) -> Result {
    var context = CommandContext(files: files)
    let status = run(arguments, in: &context)
    return Result(output: context.output, errors: context.errors, status: status)
  }

  private static func run(_ arguments: [String], in context: inout CommandContext) -> ExitStatus {
    let command: any ParsableCommand
    do {
      command = try parsed(arguments)
    } catch {
      return context.say(UsageMessage(error, parsing: arguments))
    }
    do {
      return try run(command, in: &context)
    } catch let error as DiagnosticError {
      context.report(error.diagnostics)
      return .badInput
    } catch let error as FileError {
      context.report([error.diagnostic])
      return .badInput
    } catch let error as ValidationError {
      return context.say(UsageMessage(error, in: type(of: command)))
    } catch {
      // The request for help of the command 'help'; anything else has no business here.
      guard RootCommand.exitCode(for: error) == .success else {
        context.report([
          Diagnostic(
            "program.defect", .error, "a defect of tradewind: \(error)",
            hint: "please report it with the command line")
        ])
        return .defect
      }
      return context.say(UsageMessage(error, parsing: arguments))
    }
  }

  /// The command of a line; a number below zero behind an option is its value, and no option.
  private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    do {
      return try RootCommand.parseAsRoot(arguments)
    } catch {
      var joined: [String] = []
      for argument in arguments {
        if let option = joined.last, option.hasPrefix("--"), option.utf8.count > 2,
          !option.contains("="), argument.hasPrefix("-"), Double(argument) != nil
        {
          joined[joined.count - 1] = "\(option)=\(argument)"
        } else {
          joined.append(argument)
        }
      }
      guard joined != arguments else { throw error }
      return try RootCommand.parseAsRoot(joined)
    }
  }

  private static func run(
    _ command: any ParsableCommand, in context: inout CommandContext
  ) throws -> ExitStatus {
    if let command = command as? any ContextCommand { return try command.run(in: &context) }
    if !type(of: command).configuration.subcommands.isEmpty {
      return context.say(UsageMessage(helpFor: type(of: command)))
    }
    var command = command
    try command.run()
    return .fine
  }
}
