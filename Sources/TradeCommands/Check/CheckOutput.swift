internal import Reporting
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

  /// The result of an input, with a line feed at the end.
  func text(
    of checked: CheckedInput, _ source: ProseSource?, as format: CheckChoices.Format
  ) -> String {
    switch format {
    case .json: CheckJSON.line(checked, rules: explain ? source?.rules : nil)
    case .text: TextWriter(width: width).write(document(of: checked, source))
    case .markdown: MarkdownWriter().write(document(of: checked, source))
    }
  }

  private func document(of checked: CheckedInput, _ source: ProseSource?) -> Document {
    let report = ValidationReport(checked, isDetailed: ranges).document
    guard let source else { return report }
    let reading = ProseReport(checked, source, isExplained: explain, width: width)
    return Document(title: report.title, subtitle: report.subtitle, report.blocks + reading.blocks)
  }
}
