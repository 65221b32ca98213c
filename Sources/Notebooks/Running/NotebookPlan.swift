public import Diagnostics

/// The commands of a notebook without mistakes, in the order they will run.
public struct NotebookPlan: Sendable, Hashable {
  /// The notebook.
  public let notebook: Notebook

  /// All commands, in order.
  public var commands: [NotebookCommand] { notebook.cells.flatMap(\.commands) }

  /// Runs all cells.
  ///
  /// The commands run one after the other. One that ends with another exit status than its cell
  /// says ends that cell: its other commands may build on it. Later cells still run, so that one
  /// run shows all that is wrong.
  ///
  /// - Parameter execute: Runs one command, given the words after the program's name. It says
  ///   where the command may write; nothing else is started or opened here.
  /// - Returns: What each cell gave.
  /// - Throws: What `execute` throws; then nothing is kept.
  public func run<Failure: Error>(
    _ execute: ([String]) throws(Failure) -> CellResult
  ) throws(Failure) -> NotebookRun {
    var outcomes: [CellOutcome] = []
    for cell in notebook.cells {
      var record = CellRecord(cell)
      while let command = record.nextCommand {
        record.add(try execute(command.arguments), of: command)
      }
      outcomes.append(record.outcome)
    }
    return NotebookRun(notebook: notebook, outcomes: outcomes)
  }

  /// Runs all cells, as the other `run` does, with commands that may wait.
  nonisolated(nonsending) public func run<Failure: Error>(
    _ execute: nonisolated(nonsending) ([String]) async throws(Failure) -> CellResult
  ) async throws(Failure) -> NotebookRun {
    var outcomes: [CellOutcome] = []
    for cell in notebook.cells {
      var record = CellRecord(cell)
      while let command = record.nextCommand {
        record.add(try await execute(command.arguments), of: command)
      }
      outcomes.append(record.outcome)
    }
    return NotebookRun(notebook: notebook, outcomes: outcomes)
  }
}

extension Notebook {
  /// Returns what will be run.
  ///
  /// - Throws: All ``diagnostics``, if there are any.
  public func plan() throws(DiagnosticError) -> NotebookPlan {
    guard diagnostics.isEmpty else { throw DiagnosticError(diagnostics) }
    return NotebookPlan(notebook: self)
  }
}
