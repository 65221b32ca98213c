/// A relation that ties figures, as it is listed in results.
///
/// Claims are views on the system: what they demand is already said by the statements of their
/// figures and by the identities. The checker derives the usual ones by itself
/// (``CheckDocument``); a front end adds those that it wants listed.
public struct Claim: Sendable, Hashable {
  /// The kinds of relation.
  ///
  /// The raw value is the name in JSON.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A total and its parts.
    case sum
    /// A balance.
    case difference
    /// A change in percent and its levels.
    case growth
    /// A change in money and its levels.
    case change
    /// A part of a whole.
    case share
    /// A part of a change.
    case contribution
    /// The growth of a whole and the growth of its parts.
    case growthMix = "growth_mix"
    /// Two figures for one thing.
    case equal
    /// A quotient.
    case ratio
    /// An order.
    case rank
    /// A year to date and its months.
    case yearToDate = "year_to_date"
    /// A period and its parts.
    case parts
    /// A figure and a dataset.
    case data
    /// Several of these together, where no single one is broken.
    case joint
  }

  /// What kind of relation it is.
  public let kind: Kind
  /// The ids of the figures it ties, the one it is told of last.
  public let figures: [String]
  /// How it is shown, for readers: `trade = exports + imports`; may be empty.
  public let sentence: String

  /// Makes a claim.
  public init(_ kind: Kind, _ figures: [String], sentence: String = "") {
    self.kind = kind
    self.figures = figures
    self.sentence = sentence
  }

  /// The figure the feasible range of the result is about.
  public var target: String? { figures.last }
}
