internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// Finds figures that stand in a file twice: the same series, period, vintage and source.
///
/// The first stays. A second one with the same value is left out with a warning; with another
/// value it is refused, because nobody can say which one is right.
struct RepeatedFigures {
  private let source: SourceText
  /// The rule in the account.
  static let rule = "figure that repeats an earlier one"

  init(_ source: SourceText) { self.source = source }

  func remove(from result: ImportResult) -> ImportResult {
    let repeats = result.observations.repeats
    guard !repeats.isEmpty else { return result }
    var account = result.account
    var problems: [ImportProblem] = []
    let lines = LineStarts(source.decoded.bytes)
    for (later, earlier) in repeats {
      let (figure, kept) = (result.observations[later], result.observations[earlier])
      let isEqual = figure.observation == kept.observation
      if figure.observation.value == nil {
        account.missing[figure.observation.status.missingReason.name, default: 0] -= 1
      } else {
        account.values -= 1
      }
      if isEqual { account.leftOut[Self.rule, default: 0] += 1 } else { account.refused += 1 }
      problems.append(problem(figure, kept, isEqual, lines))
    }
    var observations = result.observations
    observations.remove(Set(repeats.map(\.later)))
    return ImportResult(
      format: result.format, observations: observations, problems: result.problems,
      account: account,
      notes: result.notes
    ).adding(problems)
  }

  private func problem(
    _ figure: TradeObservation, _ kept: TradeObservation, _ isEqual: Bool, _ lines: LineStarts
  ) -> ImportProblem {
    let text = figure.figure?.text ?? figure.observation.value.map { "\($0)" } ?? ""
    let name = figure.key.label + " " + figure.period.description
    let line = kept.location.line.map { " on line \($0)" } ?? ""
    return ImportProblem(
      diagnostic: Diagnostic(
        "import.repeated", isEqual ? .warning : .error, at: figure.location,
        "the figure of \(name) stands here for the second time, found \(text.quoted), expected it "
          + "once, as\(line)",
        hint: isEqual
          ? "the values are equal, the first is kept"
          : "the values differ, and the first is kept; find out which one is right"),
      byteOffset: lines.offset(of: figure.location).map {
        source.decoded.originalOffset(of: min($0, source.decoded.bytes.count))
      },
      columnNumber: nil, columnName: nil, rawText: text, expected: "one figure for each period")
  }
}

/// Where the lines of a text begin.
private struct LineStarts {
  private var starts = [0]

  init(_ bytes: [UInt8]) {
    for (index, byte) in bytes.enumerated() {
      let isEnd =
        byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
          && (index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n"))
      if isEnd { starts.append(index + 1) }
    }
  }

  func offset(of location: InputLocation) -> Int? {
    guard let line = location.line, starts.indices.contains(line - 1) else { return nil }
    return starts[line - 1] + (location.column ?? 1) - 1
  }
}
