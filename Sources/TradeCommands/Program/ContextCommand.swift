internal import ArgumentParser
internal import Diagnostics

/// A subcommand that works on a context.
protocol ContextCommand: ParsableCommand {
  /// Does the work.
  ///
  /// - Throws: `DiagnosticError` and `FileError` for what the input or the machine does not give;
  ///   `ValidationError` for wrong usage.
  func run(in context: inout CommandContext) throws -> ExitStatus
}

extension ContextCommand {
  /// Commands are run by ``TradewindProgram``, which gives them their context.
  func run() throws { throw CleanExit.helpRequest(self) }
}
