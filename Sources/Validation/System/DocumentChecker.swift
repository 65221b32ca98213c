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
    return check.result(document, states: states, fitsUnder: fitting(document, states))
  }

  /// The conventions under which a document that does not hold would hold.
  private func fitting(
    _ document: CheckDocument, _ states: [ReadingCheck.State]
  ) -> [RoundingConvention] {
    guard ReadingCheck.verdict(states) == .inconsistent else { return [] }
    return RoundingConvention.allCases.filter { convention in
      guard convention != options.rounding, convention != .unknown else { return false }
      // Their intervals lie in the ones that were too narrow.
      if options.rounding == .unknown, convention == .halfUp || convention == .halfEven {
        return false
      }
      var other = options
      other.rounding = convention
      return document.readings.contains { reading in
        let states = ReadingCheck(document, reading, other).states()
        let isDecided = !states.contains { state in
          if case .undecided = state { return true }
          return false
        }
        return isDecided && ReadingCheck.verdict(states) == .consistent
      }
    }
  }
}
