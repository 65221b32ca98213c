/// How an office turned a true value into the digits it printed.
///
/// The raw value is the name on the command line, `--rounding half-up`, and in results.
public enum RoundingConvention: String, Sendable, Hashable, CaseIterable {
  /// Not known: half a unit on both sides, both ends included.
  case unknown
  /// To the nearest, halves away from zero.
  case halfUp = "half-up"
  /// To the nearest, halves to the even digit.
  case halfEven = "half-even"
  /// Digits cut off, towards zero.
  case truncation
  /// Down, towards minus infinity.
  case floor
  /// Up, towards plus infinity.
  case ceiling
}
