/// The work that the check of one document may still take, counted and not timed, so that the same
/// input always has the same result.
///
/// The unit is an entry of a tableau; long numbers count more. One decision may take a part of
/// it, so that a hard question does not use up what the others need.
final class WorkBudget {
  /// What one decision may take.
  let limit: Int
  /// Whether Clp may be asked for proposals.
  let allowsClp: Bool
  private(set) var left: Int

  /// How many decisions may take all they are allowed.
  private static var decisions: Int { 20 }

  init(limit: Int, allowsClp: Bool = true) {
    self.limit = limit
    self.allowsClp = allowsClp
    left =
      limit.multipliedReportingOverflow(by: WorkBudget.decisions).overflow
      ? Int.max : limit * WorkBudget.decisions
  }

  /// What the next decision may take.
  var allowance: Int { min(limit, left) }

  /// Takes what a decision used from the budget: all that was allowed but the unused rest.
  func settle(unused: Int) { left -= allowance - max(0, unused) }
}
