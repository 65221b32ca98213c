extension RandomNumberGenerator {
  /// Returns the next number that is spread evenly from 0 up to, but not including, 1.
  ///
  /// - Returns: A multiple of 2⁻⁵³, made of the upper 53 bits of one ``next()``, so that it is
  ///   the same on each system (`Double.random(in:using:)` does not promise that).
  @inlinable
  public mutating func nextUniform() -> Double {
    Double(next() &>> 11) * 0x1p-53
  }

  /// Returns the next number from the normal distribution with mean 0 and standard deviation 1.
  ///
  /// Method: inversion, that is the quantile of a number that is spread evenly over the middles
  /// of 2⁵² equal parts of the span from 0 to 1. One ``next()`` gives one number, and a larger
  /// draw gives a larger number.
  @inlinable
  public mutating func nextStandardNormal() -> Double {
    NormalDistribution.standard.quantile((Double(next() &>> 12) + 0.5) * 0x1p-52)
  }
}
