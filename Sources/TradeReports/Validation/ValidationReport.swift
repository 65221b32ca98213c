public import Reporting
public import Validation

/// What a check found, as a document: the verdict, every finding with its place and what would
/// fit, and what was assumed.
///
///     let document = ValidationReport(checked).document
///     TextWriter(width: 80).write(document)
public struct ValidationReport: Sendable {
  /// The result that is told.
  public let input: CheckedInput
  /// Whether agreements and revisions are listed too.
  public let isDetailed: Bool

  /// Makes a report of a result.
  public init(_ input: CheckedInput, isDetailed: Bool = false) {
    self.input = input
    self.isDetailed = isDetailed
  }

  /// The document.
  public var document: Document {
    var blocks: [Block] = [.paragraph(Prose(summary))]
    if !input.fitsUnder.isEmpty {
      let names = input.fitsUnder.map(\.rawValue).joined(separator: ", ")
      blocks.append(.paragraph(Prose("All figures fit under another rounding: \(names).")))
    }
    for part in input.parts { blocks += self.blocks(of: part) }
    blocks += comparisonBlocks(.documents, "Between documents")
    blocks += comparisonBlocks(.data, "Against data")
    blocks += comparisonBlocks(.rules, "Rules")
    blocks += rangeBlocks
    if !input.assumptions.isEmpty {
      blocks.append(.heading(level: 1, "Assumed"))
      blocks.append(
        .list(
          input.assumptions.map { assumption in
            let places = assumption.count == 1 ? "1 place" : "\(assumption.count) places"
            return Prose([.code(assumption.id), .text(": \(assumption.sentence) (\(places))")])
          }))
      blocks.append(.paragraph("Switch one off with --without and its name."))
    }
    return Document(title: Prose("\(input.file): \(verdictWords)"), blocks)
  }

  private var verdictWords: String {
    switch input.verdict {
    case .consistent: "consistent"
    case .inconsistent: "inconsistent"
    case .notCheckable: "not checkable"
    }
  }

  private var summary: String {
    let figures = input.figures.count
    let checked = input.checkedCount
    var text = figures == 1 ? "1 figure" : "\(figures) figures"
    if input.parts.count > 1 { text += " in \(input.parts.count) documents" }
    guard figures > 0 else { return text + "." }
    text += ", \(checked) of them (\(checked * 100 / figures) %) in a check."
    if input.verdict == .notCheckable { text += " No relation ties them." }
    let others = input.comparisons.filter { $0.origin == .documents }
    if !others.isEmpty {
      let agreeing = others.count { $0.relation == .agrees }
      let revised = others.count { $0.relation == .revised }
      let conflicts = others.count { $0.relation == .conflict }
      text +=
        " Between documents \(agreeing) comparisons agree, \(revised) figures were revised and "
        + "\(conflicts) \(conflicts == 1 ? "is" : "are") in conflict."
    }
    let data = input.comparisons.filter { $0.origin == .data }
    if !data.isEmpty {
      text += " The data allow \(data.count { $0.relation == .agrees }) of \(data.count) figures."
    }
    return text
  }

  // MARK: One document

  private func blocks(of part: CheckedInput.Part) -> [Block] {
    let result = part.result
    let findings = result.claims.filter { $0.verdict == .inconsistent }
    let undecided = result.claims.count { $0.verdict == .undecided }
    guard
      !findings.isEmpty || !result.notes.isEmpty || result.verdict == .inconsistent || undecided > 0
    else { return [] }
    var blocks: [Block] = []
    if !part.name.isEmpty { blocks.append(.heading(level: 1, Prose(part.name))) }
    let figures = FigureNames(result.figures)
    for accused in AccusedFigure.all(in: result) {
      blocks.append(.paragraph(Prose(figures.sentence(of: accused, result))))
      var notes: [Note] = []
      for finding in accused.findings {
        let reasons = SumReasons(finding, result.figures)
        let why = reasons?.why ?? finding.explanation
        if !why.isEmpty { notes.append(Note("why", Prose(why))) }
        if let possible = reasons?.possible { notes.append(Note("possible", Prose(possible))) }
      }
      if !notes.isEmpty { blocks.append(.notes(notes)) }
    }
    blocks += repairBlocks(result, figures)
    if undecided > 0 {
      blocks.append(.paragraph(Prose("Not decided: \(undecided) relations.")))
    }
    blocks += result.notes.map { .paragraph(Prose($0)) }
    return blocks
  }

  /// The smallest sets of figures to change, those of one group together.
  private func repairBlocks(_ result: CheckResult, _ figures: FigureNames) -> [Block] {
    guard !result.repairs.isEmpty else { return [] }
    let groups = Set(result.repairs.map(\.group)).sorted()
    var blocks: [Block] = []
    for group in groups.prefix(Self.shownGroups) {
      let sets = result.repairs.filter { $0.group == group }
      let lead =
        sets.count == 1
        ? "The others fit when this is changed:"
        : "The others fit when one of these \(sets.count) is changed:"
      blocks.append(.paragraph(Prose(group == 0 ? lead : "Or, less likely:")))
      let items = sets.prefix(Self.shownSets).map { Prose(figures.sentence(of: $0)) }
      let rest = sets.count - items.count
      blocks.append(.list(items + (rest > 0 ? [Prose("and \(rest) more")] : [])))
    }
    return blocks
  }

  private static let shownGroups = 2
  private static let shownSets = 8

  // MARK: Between documents

  private func comparisonBlocks(
    _ origin: ComparedFigures.Origin, _ title: String
  ) -> [Block] {
    let figures = FigureNames(input.figures)
    let shown = input.comparisons.filter { $0.origin == origin && isShown($0) }
    // One reason for a figure is enough.
    var told: Set<String> = []
    let first = shown.filter { comparison in
      comparison.figures.last.map { told.insert($0).inserted } ?? true
    }
    guard !first.isEmpty else { return [] }
    var blocks: [Block] = [.heading(level: 1, Prose(title))]
    // In the order of the input, like the figures in it.
    let place = Dictionary(
      input.figures.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var documents: [String] = []
    for name in input.parts.map(\.name)
    where !documents.contains(name) && first.contains(where: { $0.document == name }) {
      documents.append(name)
    }
    for document in documents {
      let own = first.filter { $0.document == document }.enumerated().sorted {
        let figures = ($0.element.figures.last ?? "", $1.element.figures.last ?? "")
        return (place[figures.0] ?? 0, $0.offset) < (place[figures.1] ?? 0, $1.offset)
      }.map(\.element)
      let toDate = own.count { $0.slip?.kind == .monthForYearToDate }
      if !document.isEmpty { blocks.append(.paragraph(Prose("\(document):"))) }
      if toDate > 2 {
        blocks.append(
          .paragraph(
            Prose("\(toDate) changes of months in this document are those of the year to date.")))
      }
      blocks.append(.list(own.map { Prose(figures.sentence(of: $0)) }))
    }
    return blocks
  }

  /// Agreements and revisions are counted, and listed when details are wanted; against data a
  /// revision is the answer.
  private func isShown(_ comparison: ComparedFigures) -> Bool {
    switch comparison.relation {
    case .agrees: isDetailed && comparison.origin != .rules
    case .revised: comparison.origin == .data || isDetailed
    case .revisedBase, .otherDefinition, .conflict: true
    }
  }

  /// What the others allow each figure, and the figures that no other one speaks of.
  private var rangeBlocks: [Block] {
    guard isDetailed else { return [] }
    var blocks: [Block] = []
    let rows = input.parts.flatMap { part in
      part.result.figures.filter { $0.unit != "rank" }.compactMap { figure -> Prose? in
        part.result.ranges[figure.id].map { range in
          Prose("\(figure.place): \(figure.text) can be \(FigureNames.text(range, figure))")
        }
      }
    }
    if !rows.isEmpty { blocks += [.heading(level: 1, "Ranges"), .list(rows)] }
    var checked = Set(input.parts.flatMap(\.result.checkedFigures))
    checked.formUnion(input.comparisons.flatMap(\.figures))
    let names = FigureNames(input.figures)
    let alone = input.figures.filter { !checked.contains($0.id) }.map { Prose(names.name($0.id)) }
    if !alone.isEmpty { blocks += [.heading(level: 1, "In no check"), .list(alone)] }
    return blocks
  }
}
