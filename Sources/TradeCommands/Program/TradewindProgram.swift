internal import ArgumentParser
internal import Diagnostics
internal import Glibc

/// The program: parses a command line, runs the command, maps errors to exit statuses.
public enum TradewindProgram {
  /// The version of the program.
  public static let version = "0.1.0"

  /// Runs a command line against the machine and ends the process with the exit status.
  public static func main(_ arguments: [String]) -> Never {
    let result = run(arguments, files: FileSystem())
    let isWritten = FileSystem.write(result.output, toDescriptor: STDOUT_FILENO)
    _ = FileSystem.write(result.errors, toDescriptor: STDERR_FILENO)
    guard isWritten else {
      _ = FileSystem.write(
        "<stdout>: error: the output cannot be written [file.system]\n",
        toDescriptor: STDERR_FILENO)
      exit(Int32(ExitStatus.badInput.rawValue))
    }
    exit(Int32(result.status.rawValue))
  }

  /// Runs a command line and returns what it would print.
  static func run(
    _ arguments: [String], files: FileSystem
  ) -> (output: String, errors: String, status: ExitStatus) {
    var context = CommandContext(files: files)
    let status: ExitStatus
    var type: any ParsableCommand.Type = RootCommand.self
    do {
      let command = try RootCommand.parseAsRoot(arguments)
      type = Swift.type(of: command)
      guard let command = command as? any ContextCommand else {
        throw CleanExit.helpRequest(command)
      }
      status = try command.run(in: &context)
    } catch let error as DiagnosticError {
      context.report(error.diagnostics)
      status = .badInput
    } catch let error as FileError {
      context.report([error.diagnostic])
      status = .badInput
    } catch {
      let message = type.fullMessage(for: error, columns: 80)
      let isHelp = type.exitCode(for: error) == .success
      if isHelp {
        context.write(message + "\n")
      } else {
        context.say(message)
      }
      status = isHelp ? .fine : .usage
    }
    return (context.output, context.errors, status)
  }
}
