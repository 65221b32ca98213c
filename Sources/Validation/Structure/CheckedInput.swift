public import Diagnostics

/// What a check found in one input: a result for each of its documents, and between them.
public struct CheckedInput: Sendable {
  /// A document with its result.
  public struct Part: Sendable {
    /// What sets it apart from the other documents of the input; empty for the only one.
    public let name: String
    /// What was found in it.
    public let result: CheckResult
  }

  /// The name of the input.
  public let file: String
  /// The documents, in the order of their vintages.
  public let parts: [Part]
  /// What was found between documents, and against data.
  public let comparisons: [ComparedFigures]
  /// What was assumed.
  public let assumptions: [Assumption]
  /// What is wrong with the input or worth knowing.
  public let diagnostics: [Diagnostic]

  /// Makes a result of its parts.
  public init(
    file: String, parts: [Part], comparisons: [ComparedFigures], assumptions: [Assumption],
    diagnostics: [Diagnostic]
  ) {
    self.file = file
    self.parts = parts
    self.comparisons = comparisons
    self.assumptions = assumptions
    self.diagnostics = diagnostics
  }

  /// Inconsistent when one document is, or when two cannot both be right; not checkable when no
  /// relation ties any figures.
  public var verdict: CheckResult.Verdict {
    let isWrong =
      parts.contains { $0.result.verdict == .inconsistent }
      || comparisons.contains { $0.verdict == .inconsistent }
    if isWrong { return .inconsistent }
    let isChecked = parts.contains { $0.result.verdict == .consistent } || !comparisons.isEmpty
    return isChecked ? .consistent : .notCheckable
  }

  /// The conventions under which every inconsistent document would be consistent.
  public var fitsUnder: [RoundingConvention] {
    let wrong = parts.map(\.result).filter { $0.verdict == .inconsistent }
    guard let first = wrong.first, !comparisons.contains(where: { $0.verdict == .inconsistent })
    else { return [] }
    return first.fitsUnder.filter { each in wrong.allSatisfy { $0.fitsUnder.contains(each) } }
  }

  /// All figures, in the order of the input, which is that of their ids.
  public var figures: [CheckedFigure] { figureLists.flatMap { $0 } }

  /// The figures in lists, one behind the other in the order of the input: those of the documents,
  /// without a copy, where the documents follow each other, otherwise one list of all.
  public var figureLists: [[CheckedFigure]] {
    func precedes(_ one: CheckedFigure, _ other: CheckedFigure) -> Bool {
      (one.id.utf8.count, one.id) < (other.id.utf8.count, other.id)
    }
    let lists = parts.map(\.result.figures)
    var last: CheckedFigure?
    for figure in lists.joined() {
      if let last, precedes(figure, last) {
        return [lists.flatMap { $0 }.sorted(by: precedes)]
      }
      last = figure
    }
    return lists
  }

  /// How many figures took part in a check.
  public var checkedCount: Int {
    var checked = Set(parts.flatMap(\.result.checkedFigures))
    checked.formUnion(comparisons.flatMap(\.figures))
    return checked.count
  }
}
