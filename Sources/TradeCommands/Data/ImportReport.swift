internal import DelimitedText
internal import Diagnostics
internal import TradeImport

/// What an import says beside its result: problems, a summary by kind, and the account.
struct ImportReport {
  /// How many problems of one kind are listed in full.
  private static let listed = 10

  private(set) var problems: [ImportProblem] = []

  var hasErrors: Bool { problems.contains { $0.diagnostic.severity == .error } }

  /// Adds the problems of a file and says what happened to it.
  mutating func add(
    _ result: ImportResult, file: String, notes: Bool, in context: inout CommandContext
  ) {
    problems += result.problems
    var counts: [String: Int] = [:]
    for problem in result.problems {
      counts[problem.diagnostic.id, default: 0] += 1
      if counts[problem.diagnostic.id, default: 0] <= Self.listed {
        context.report([problem.diagnostic])
      }
    }
    for (id, count) in counts.sorted(by: { $0.key < $1.key }) where count > Self.listed {
      context.say("\(file): \(count) problems of the kind '\(id)', \(Self.listed) are listed")
    }
    context.report(result.notes, notes: notes)
    guard result.account.records > 0 else { return context.say("\(file): nothing was read") }
    let entries = FormatRegistry().entries
    let format = entries.first { $0.id == result.format }?.name ?? GenericFormat().name
    context.say("\(file): read as \(format)")
    for line in result.account.lines { context.say("  \(line)") }
  }

  /// All problems as CSV, one a record.
  var csv: String {
    var records = [
      [
        "file", "line", "column", "record", "byte_offset", "column_number", "column_name",
        "raw_text", "expected", "id", "severity", "message", "hint",
      ]
    ]
    for problem in problems {
      let diagnostic = problem.diagnostic
      let place = diagnostic.location
      func text(_ number: Int?) -> String { number.map(String.init) ?? "" }
      records.append([
        place?.file ?? "", text(place?.line), text(place?.column),
        text(place?.record ?? place?.line), text(problem.byteOffset),
        text(problem.columnNumber), problem.columnName ?? "", problem.rawText, problem.expected,
        diagnostic.id, diagnostic.severity.rawValue, diagnostic.message, diagnostic.hint ?? "",
      ])
    }
    return DelimitedWriter().text(of: records)
  }
}
