/// A running sum that keeps what rounding takes away.
///
///     var sum = CompensatedSum()
///     for value in [1e16, 1, -1e16] { sum.add(value) }
///     sum.value  // 1.0, where plain addition gives 0.0
///
/// The value is within one rounding of the exact sum plus an error of about *n*²·2⁻¹⁰⁵ times the
/// sum of magnitudes, for *n* terms.
///
/// Method: Kahan's and Babuška's sum in the form of A. Neumaier, "Rundungsfehleranalyse einiger
/// Verfahren zur Summation endlicher Summen", ZAMM 54 (1974) 39-51, algorithm IV; the rounding
/// error of each addition comes from D. Knuth's two-sum, which needs no comparison.
public struct CompensatedSum: Sendable, Hashable {
  @usableFromInline internal var sum: Double
  @usableFromInline internal var correction: Double

  /// Starts a sum.
  ///
  /// - Parameter start: The first term.
  @inlinable
  public init(_ start: Double = 0) {
    sum = start
    correction = 0
  }

  /// Adds a term.
  ///
  /// - Parameter term: Any double; infinities and NaN act as in plain addition.
  @inlinable
  public mutating func add(_ term: Double) {
    let next = sum + term
    let taken = next - sum
    correction += (sum - (next - taken)) + (term - taken)
    sum = next
  }

  /// The sum of all terms so far.
  ///
  /// An infinite term gives that infinity, and infinities of both signs NaN. When the plain sum
  /// leaves the range of doubles on the way, the value is infinite.
  @inlinable
  public var value: Double {
    // Once the sum is infinite the correction is NaN, though the sum has a value.
    sum.isFinite ? sum + correction : sum
  }
}

extension Sequence where Element == Double {
  /// Returns the sum of the elements, compensated for rounding.
  ///
  ///     [1e16, 1, -1e16].compensatedSum()  // 1.0
  ///
  /// - Returns: The value of a ``CompensatedSum``; zero when there are no elements.
  /// - Complexity: O(*n*), one pass.
  @inlinable
  public func compensatedSum() -> Double {
    var sum = CompensatedSum()
    for value in self { sum.add(value) }
    return sum.value
  }

  /// Returns the mean of the elements, compensated for rounding.
  ///
  ///     [1e16, 1, -1e16].compensatedMean()  // 0.3333333333333333
  ///
  /// Definition: the compensated sum divided by the number of elements.
  ///
  /// - Returns: `nil` when there are no elements.
  /// - Complexity: O(*n*), one pass.
  @inlinable
  public func compensatedMean() -> Double? {
    var sum = CompensatedSum()
    var count = 0
    for value in self {
      sum.add(value)
      count += 1
    }
    return count == 0 ? nil : sum.value / Double(count)
  }
}
