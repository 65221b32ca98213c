/// Figures of two documents, or of a document and data, that speak of one thing and what becomes
/// of them.
public struct ComparedFigures: Sendable, Hashable {
  /// What two figures of one thing can be to each other.
  public enum Relation: String, Sendable, Hashable, CaseIterable {
    /// Both can be true.
    case agrees
    /// The later one replaces the earlier.
    case revised
    /// A change is right only on a base that was revised since it was printed.
    case revisedBase = "revised_base"
    /// They measure different things under one name.
    case otherDefinition = "other_definition"
    /// They cannot both be right.
    case conflict
  }

  /// What a figure was compared with.
  public enum Origin: String, Sendable, Hashable, CaseIterable {
    /// Another document of the input.
    case documents
    /// A dataset.
    case data
    /// A rule of the user.
    case rules
  }

  /// What was compared.
  public let origin: Origin
  /// What they are to each other.
  public let relation: Relation
  /// What kind of claim it is.
  public let kind: Claim.Kind
  /// The ids of the figures, the one it is told of last.
  public let figures: [String]
  /// What the other figures allow the last one, in its own scale.
  public let feasible: ExactInterval?
  /// What the digits of the last figure stand for, in its own scale.
  public let printed: ExactInterval?
  /// The mistake that explains the last figure.
  public let slip: Slip?
  /// Whether either figure may be the right one: publishers differ, and no slip tells whose is
  /// wrong.
  public let isOpen: Bool
  /// The name of the document that the last figure stands in.
  public let document: String
  /// Why, in sentences a reader can follow with a pencil.
  public let explanation: String

  /// Makes a comparison.
  public init(
    _ relation: Relation, _ kind: Claim.Kind, origin: Origin = .documents, figures: [String],
    feasible: ExactInterval? = nil,
    printed: ExactInterval? = nil, slip: Slip? = nil, isOpen: Bool = false,
    document: String = "", explanation: String = ""
  ) {
    self.origin = origin
    self.relation = relation
    self.kind = kind
    self.figures = figures
    self.feasible = feasible
    self.printed = printed
    self.slip = slip
    self.isOpen = isOpen
    self.document = document
    self.explanation = explanation
  }

  /// The verdict in results: only a conflict makes an input inconsistent, and one between
  /// publishers only where a slip says which figure is wrong.
  public var verdict: ClaimResult.Verdict {
    switch relation {
    case .agrees, .otherDefinition: .consistent
    case .revised, .revisedBase: .revisedBase
    case .conflict: isOpen ? .undecided : .inconsistent
    }
  }
}
