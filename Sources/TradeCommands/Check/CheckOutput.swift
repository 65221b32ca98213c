internal import Reporting
internal import TradeImport
internal import TradeReports
internal import Validation

/// Writes the result of a check of one input.
struct CheckOutput {
  /// The columns of a line of text.
  let width: Int
  /// Whether ranges and revisions are shown.
  let ranges: Bool
  /// Whether the rules that fired are told.
  let explain: Bool

  /// Hands on the result of an input, in pieces that make a text with a line feed at its end.
  func write(
    _ checked: CheckedInput, _ sources: [ProseSource], as format: CheckChoices.Format,
    to deliver: (String) throws -> Void
  ) rethrows {
    switch format {
    case .json:
      try CheckJSON.write(
        checked, rules: explain ? rules(of: sources) : nil, workers: FileByteSource.workers,
        to: deliver)
    case .text: try deliver(TextWriter(width: width).write(document(of: checked, sources)))
    case .markdown: try deliver(MarkdownWriter().write(document(of: checked, sources)))
    case .html:
      try deliver(HTMLWriter().write(document(of: checked, sources, inColours: true)))
    }
  }

  private func document(
    of checked: CheckedInput, _ sources: [ProseSource], inColours: Bool = false
  ) -> Document {
    let report = ValidationReport(checked, isDetailed: ranges).document
    let readings = sources.flatMap {
      ProseReport(
        checked, $0, isExplained: explain, marking: inColours ? .colours : .lines(width: width)
      ).blocks
    }
    return Document(title: report.title, subtitle: report.subtitle, report.blocks + readings)
  }

  private func rules(of sources: [ProseSource]) -> [String: [ProseSource.Rule]] {
    var rules: [String: [ProseSource.Rule]] = [:]
    for source in sources { rules.merge(source.rules) { first, _ in first } }
    return rules
  }
}
