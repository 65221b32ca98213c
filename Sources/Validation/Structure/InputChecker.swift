internal import Diagnostics
internal import NumericCore

/// Checks the documents of an input, each as one system, and compares them pairwise.
public struct InputChecker: Sendable {
  /// What is asked for; the ids of its `switchedOff` also stand for all identities of their kind.
  public let options: CheckOptions
  /// How many documents are checked at the same time; the result does not depend on it.
  public let workers: Int

  /// Makes a checker.
  public init(_ options: CheckOptions = CheckOptions(), workers: Int = 1) {
    self.options = options
    self.workers = workers
  }

  /// Checks an input.
  ///
  /// - Parameters:
  ///   - reading: What a front end made of the input.
  ///   - rules: Rules of the user; names that the input has not are among the diagnostics.
  ///   - data: Datasets to compare the figures with.
  /// - Returns: The result of every document, and what was found between them.
  public func check(
    _ reading: SourceReading, rules: RuleSet? = nil, data: [DataCheck] = []
  ) -> CheckedInput {
    let applied = rules.map { RuleCheck($0, to: reading, rounding: options.rounding) }
    return check(
      applied?.reading ?? reading,
      others: data.flatMap { $0.findings(in: reading, rounding: options.rounding) }
        + (applied?.findings ?? []), diagnostics: applied?.diagnostics ?? [])
  }

  private func check(
    _ reading: SourceReading, others: [ComparedFigures], diagnostics: [Diagnostic]
  ) -> CheckedInput {
    var comparisons: [ComparedFigures] = []
    if reading.isComparable, reading.parts.count > 1 {
      comparisons = EditionComparison(reading.parts, rounding: options.rounding).findings
    }
    let agreeing = Set(comparisons.filter { $0.relation == .agrees }.flatMap(\.figures))
    let parts = reading.parts.mapped(workers: workers) { part in
      CheckedInput.Part(
        name: part.name,
        result: DocumentChecker(options(for: part.document, agreeing)).check(part.document))
    }
    return CheckedInput(
      file: reading.file, parts: parts, comparisons: comparisons + others,
      assumptions: reading.assumptions, diagnostics: reading.diagnostics + diagnostics)
  }

  /// The options with the ids of all identities that a switched off kind stands for, and with
  /// figures that another document bears out harder to doubt.
  private func options(for document: CheckDocument, _ agreeing: Set<String>) -> CheckOptions {
    var own = options
    for figure in document.figures where agreeing.contains(figure.id) { own.weights[figure.id] = 2 }
    guard !options.switchedOff.isEmpty else { return own }
    for identity in document.readings.flatMap(\.identities) {
      let kind = identity.id.split(separator: "/").first.map(String.init) ?? identity.id
      if options.switchedOff.contains(kind) { own.switchedOff.insert(identity.id) }
    }
    return own
  }
}
