/// Checks the documents of an input, each as one system, and compares them pairwise.
public struct InputChecker: Sendable {
  /// What is asked for; the ids of its `switchedOff` also stand for all identities of their kind.
  public let options: CheckOptions

  /// Makes a checker.
  public init(_ options: CheckOptions = CheckOptions()) { self.options = options }

  /// Checks an input.
  public func check(_ reading: SourceReading) -> CheckedInput {
    let parts = reading.parts.map { part in
      CheckedInput.Part(
        name: part.name, result: DocumentChecker(options(for: part.document)).check(part.document))
    }
    var comparisons: [ComparedFigures] = []
    if reading.isComparable, reading.parts.count > 1 {
      comparisons = EditionComparison(reading.parts, rounding: options.rounding).findings
    }
    return CheckedInput(
      file: reading.file, parts: parts, comparisons: comparisons,
      assumptions: reading.assumptions, diagnostics: reading.diagnostics)
  }

  /// The options with the ids of all identities that a switched off kind stands for.
  private func options(for document: CheckDocument) -> CheckOptions {
    guard !options.switchedOff.isEmpty else { return options }
    var own = options
    for identity in document.readings.flatMap(\.identities) {
      let kind = identity.id.split(separator: "/").first.map(String.init) ?? identity.id
      if options.switchedOff.contains(kind) { own.switchedOff.insert(identity.id) }
    }
    return own
  }
}
