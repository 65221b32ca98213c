/// What a check found.
public struct CheckResult: Sendable, Hashable {
  /// What can be said of a document.
  ///
  /// The raw value is the name in JSON.
  public enum Verdict: String, Sendable, Hashable {
    /// The figures can all be true.
    case consistent
    /// They cannot.
    case inconsistent
    /// No relation ties them.
    case notCheckable = "not_checkable"
  }

  /// The name of the file.
  public let file: String
  /// The verdict.
  public let verdict: Verdict
  /// The conventions under which an inconsistent document would be consistent.
  public let fitsUnder: [RoundingConvention]
  /// The figures in the order of the document.
  public let figures: [CheckedFigure]
  /// The claims with their verdicts, in the order of their last figures.
  public let claims: [ClaimResult]
  /// The smallest sets of figures that must be wrong, best first; ties share ``Repair/group``.
  public let repairs: [Repair]
  /// What the other figures allow, by figure id, in the figure's own scale, for figures in
  /// findings, or for all when ranges were asked for.
  public let ranges: [String: ExactInterval]
  /// The ids of figures that took part in a check.
  public let checkedFigures: Set<String>
  /// The identities that were assumed, those switched off left out.
  public let identities: [Identity]
  /// Those of them that tie figures: of each of their levels a figure speaks.
  public let tyingIdentities: [Identity]
  /// The name of the reading the claims are about.
  public let reading: String
  /// What else a reader should know, one sentence each: `only at the boundary`, `not decided`.
  public let notes: [String]
  /// Whether the time or size limit left a part undecided.
  public let isUndecided: Bool
}

/// A claim with its verdict.
public struct ClaimResult: Sendable, Hashable {
  /// What can be said of a claim.
  ///
  /// The raw value is the name in JSON.
  public enum Verdict: String, Sendable, Hashable {
    /// Its figures can all be true.
    case consistent
    /// They cannot.
    case inconsistent
    /// They could if the base had been revised since it was printed elsewhere.
    case revisedBase = "revised_base"
    /// Nothing was decided.
    case undecided
  }

  /// The claim.
  public let claim: Claim
  /// The verdict.
  public let verdict: Verdict
  /// What the other figures of the claim allow its last figure, in that figure's own scale;
  /// `nil` when it was not computed.
  public let feasible: ExactInterval?
  /// What the last figure's digits stand for, in its own scale.
  public let printed: ExactInterval?
  /// What a reader would conclude otherwise: more than a wrong digit; `nil` for digits alone.
  public let decisionError: DecisionError?
  /// Why, in sentences a reader can follow with a pencil; empty when there is nothing to explain.
  public let explanation: String

  /// Makes a result.
  public init(
    claim: Claim, verdict: Verdict, feasible: ExactInterval? = nil, printed: ExactInterval? = nil,
    decisionError: DecisionError? = nil, explanation: String = ""
  ) {
    self.claim = claim
    self.verdict = verdict
    self.feasible = feasible
    self.printed = printed
    self.decisionError = decisionError
    self.explanation = explanation
  }
}
