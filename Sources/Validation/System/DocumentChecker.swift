/// Decides whether the figures of a document can all be true.
///
///     let result = DocumentChecker().check(document)
///     result.verdict        // .consistent, .inconsistent or .notCheckable
///
/// Every verdict is proved in exact arithmetic: a point that fulfils all rows, or multipliers
/// under which the rows add up to a contradiction. What is not decided within
/// ``CheckOptions/workLimit`` is said to be undecided and is never called wrong. See
/// `Documentation/Methods/validation.md`.
public struct DocumentChecker: Sendable {
  /// What is asked for.
  public let options: CheckOptions

  /// Makes a checker.
  public init(_ options: CheckOptions = CheckOptions()) { self.options = options }

  /// Checks a document.
  ///
  /// The first reading that holds is reported; when none does, the first one that fails, and the
  /// document is inconsistent only if all fail.
  ///
  /// Complexity: linear in the figures for the pairwise tests; one linear program for each part
  /// of the document that shares no quantity with the rest.
  public func check(_ document: CheckDocument) -> CheckResult {
    var checks: [(check: ReadingCheck, states: [ReadingCheck.State])] = []
    var chosen: Int?
    for reading in document.readings {
      let check = ReadingCheck(document, reading, options)
      let states = check.states()
      checks.append((check, states))
      if ReadingCheck.verdict(states) == .consistent {
        chosen = checks.count - 1
        break
      }
    }
    // None holds: one that cannot be checked leaves the document unaccused.
    let index =
      chosen
      ?? checks.firstIndex { ReadingCheck.verdict($0.states) == .notCheckable }
      ?? 0
    let (check, states) = checks[index]
    let fits = ReadingCheck.verdict(states) == .inconsistent ? fitting(document, checks) : []
    return check.result(document, states: states, fitsUnder: fits)
  }

  /// The conventions under which a document none of whose readings holds would hold.
  ///
  /// The rows of the known contradiction come first: where they fail under another convention too,
  /// the rest need not be looked at.
  private func fitting(
    _ document: CheckDocument, _ failed: [(check: ReadingCheck, states: [ReadingCheck.State])]
  ) -> [RoundingConvention] {
    let cores = failed.map { $0.check.core($0.states) }
    return RoundingConvention.allCases.filter { convention in
      guard convention != options.rounding, convention != .unknown else { return false }
      // Their intervals lie in the ones that were too narrow.
      if options.rounding == .unknown, convention == .halfUp || convention == .halfEven {
        return false
      }
      var other = options
      other.rounding = convention
      func states(_ document: CheckDocument, _ reading: Reading) -> [ReadingCheck.State] {
        ReadingCheck(document, reading, other).states()
      }
      return document.readings.indices.contains { index in
        if let core = cores[index],
          ReadingCheck.verdict(states(core, core.readings[0])) == .inconsistent
        {
          return false
        }
        let states = states(document, document.readings[index])
        let isDecided = !states.contains { state in
          if case .undecided = state { return true }
          return false
        }
        return isDecided && ReadingCheck.verdict(states) == .consistent
      }
    }
  }
}
