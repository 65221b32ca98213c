internal import DelimitedText
internal import Diagnostics

extension AggregationWorker {
  /// Adds what another worker has.
  mutating func add(_ other: AggregationWorker) {
    account.add(other.account)
    problems.add(other.problems)
    var coder = self.coder
    func translate(_ word: UInt64) -> UInt64 {
      KeyCoder.isKept(word) ? coder.word(for: other.coder.text(of: word)[...]) : word
    }
    sums.add(other.sums) { translate($0) }
    for (word, place) in other.periods {
      let own = translate(word)
      if let known = periods[own], known.offset <= place.offset { continue }
      periods[own] = place
    }
    if let place = other.foreignKey, place.offset < foreignKey?.offset ?? .max {
      foreignKey = place
    }
    self.coder = coder
  }

  /// Refuses to hold more than was allowed.
  ///
  /// What one worker holds is a part of what all hold together, so that the answer does not depend
  /// on how the work was shared.
  mutating func check(_ limits: AggregationPlan.Limits) throws(DiagnosticError) {
    if sums.hasMore(than: limits.groups) {
      throw .limit(
        "aggregate.groups", file: file,
        "there are too many groups, found more than \(limits.groups), expected at most that many",
        hint: (layout.edition == nil
          ? "leave out a key or filter rows"
          : "in a file with vintages each figure is a group, unless --filter vintage=… chooses one")
          + "; --max-groups allows more, and needs more memory")
    }
    if coder.keptByteCount > limits.keyBytes {
      throw .limit(
        "aggregate.key-bytes", file: file,
        "the texts of the keys are too long, found more than \(limits.keyBytes) bytes together, "
          + "expected at most that many",
        hint: "leave out the key with long texts")
    }
  }
}

extension DiagnosticError {
  fileprivate static func limit(
    _ id: String, file: String, _ message: String, hint: String
  ) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(id, .error, at: InputLocation(file: file), message, hint: hint))
  }

  /// Whether the work was refused because it would need too much memory.
  var isLimit: Bool {
    diagnostics.contains { $0.id == "aggregate.groups" || $0.id == "aggregate.key-bytes" }
  }
}
