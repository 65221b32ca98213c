/// What the values of a series measure, which decides how they add up over time.
public enum SeriesKind: String, Sendable, Hashable, CaseIterable {
  /// A quantity per period, such as exports: periods add.
  case flow
  /// A quantity at the end of a period, such as invested capital: the last one stands.
  case stock
  /// A level against a base, such as a price index: periods are averaged.
  case index
  /// A percentage or a ratio: it has to be computed anew for a longer period.
  case rate
}
