/// Numbers as tidy CSV holds them.
public enum TidyNumber {
  /// Returns the shortest plain digits that are read back as the same number.
  ///
  ///     TidyNumber.text(6.39e10)  // "63900000000"
  ///     TidyNumber.text(0.1)      // "0.1"
  ///
  /// Without an exponent, a sign only below zero, a point only before digits.
  ///
  /// - Precondition: The value is finite.
  public static func text(_ value: Double) -> String {
    precondition(value.isFinite, "a number of tidy CSV is finite")
    return PlainNumber.digits(of: value)
  }
}
