/// A smallest set of figures that must be changed for the others to hold together.
public struct Repair: Sendable, Hashable {
  /// The ids of the figures, in the order of the document.
  public let figures: [String]
  /// The sum of their weights.
  public let weight: Int
  /// Sets of one group are equally good; groups count from 0, the best first.
  public let group: Int
  /// The range of each figure that the figures outside the set allow, in its own scale.
  public let feasible: [ExactInterval]
  /// The digits each figure could have printed, where there are few; otherwise empty.
  public let printable: [[PrintedNumber]]
  /// The slip that most likely made each figure, where one explains it.
  public let slips: [Slip?]
  /// What to look at, for readers: `-28.1 could be -23.0 to -21.2`.
  public let suggestion: String

  /// The words for the likely slips; `nil` when none explains the set.
  public var likely: String? {
    let words = slips.compactMap { $0?.kind.name }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}
