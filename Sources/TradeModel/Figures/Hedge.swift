/// A word beside a printed figure that widens or bounds it.
public enum Hedge: String, Sendable, Hashable, CaseIterable {
  /// About, around, some, roughly.
  case about
  /// Nearly, almost, just under.
  case nearly
  /// More than, over, above.
  case moreThan = "more_than"
  /// Less than, under, below.
  case lessThan = "less_than"
  /// At least.
  case atLeast = "at_least"
  /// Up to, at most.
  case upTo = "up_to"
  /// Unchanged, the same as: no change at the digits printed.
  case unchanged
}
