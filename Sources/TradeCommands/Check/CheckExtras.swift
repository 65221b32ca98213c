internal import ArgumentParser
internal import Diagnostics
internal import TradeImport
internal import Validation

/// What figures are checked against beside themselves: rules of the user and datasets.
struct CheckExtras {
  private let rules: RuleSet?
  private let data: [DataCheck]

  /// Reads the files of rules and data.
  ///
  /// - Throws: `FileError`; `DiagnosticError` with everything that is wrong with them.
  init(_ command: CheckCommand, _ choices: CheckChoices, in context: inout CommandContext) throws {
    if let path = command.rules {
      let set = RuleSet(try context.read(path), file: path)
      if set.diagnostics.contains(where: { $0.severity == .error }) {
        throw DiagnosticError(set.diagnostics)
      }
      rules = set
    } else {
      rules = nil
    }
    var checks: [DataCheck] = []
    for path in command.data {
      let files = try DatasetFiles([path], DataOptions.parse([]), in: &context)
      checks.append(DataCheck(files.dataset))
    }
    data = checks
  }

  /// Checks an input.
  func check(_ reading: SourceReading, _ options: CheckOptions) -> CheckedInput {
    InputChecker(options, workers: FileByteSource.workers).check(reading, rules: rules, data: data)
  }
}
