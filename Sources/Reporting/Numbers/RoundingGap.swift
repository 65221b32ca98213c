/// A total that a reader does not get by adding the printed parts.
///
/// Every figure is rounded on its own, from unrounded data. Then the printed parts may miss the
/// printed total by a unit or more; where that is visible, a note says so and names the totals.
public struct RoundingGap: Sendable, Hashable {
  /// The name of the total.
  public let name: String
  /// What the printed parts add to, in printed units.
  public let sumOfParts: Double
  /// The total as printed, in printed units.
  public let total: Double

  /// Compares the sum of printed parts with the printed total.
  ///
  /// Definition: a gap is visible when `|Σ round(xₖ) − round(Σ xₖ)|` is at least one unit of the
  /// last place; where decimals differ, of the figure with the fewest. The sum is exact.
  ///
  /// - Returns: `nil` when the figures add, and when one is missing, so that nothing can be said.
  /// - Precondition: All figures are printed in the same scale.
  public init?(_ name: String, parts: [StyledQuantity], total: StyledQuantity) {
    precondition(
      parts.allSatisfy { $0.style.divisor == total.style.divisor },
      "parts and total of '\(name)' are printed in different scales")
    let printed = parts.compactMap(\.printed)
    guard let whole = total.printed, printed.count == parts.count, !parts.isEmpty else {
      return nil
    }
    let decimals = (printed + [whole]).map(\.decimals)
    guard let finest = decimals.max(), let coarsest = decimals.min() else { return nil }
    var sum = Int128(0)
    for part in printed {
      guard let next = Self.lastPlaces(of: part, decimals: finest) else { return nil }
      let (result, overflow) = sum.addingReportingOverflow(next)
      if overflow { return nil }
      sum = result
    }
    guard let expected = Self.lastPlaces(of: whole, decimals: finest) else { return nil }
    let (difference, overflow) = sum.subtractingReportingOverflow(expected)
    if overflow || difference.magnitude < UInt128(Self.power(finest - coarsest)) { return nil }
    self.name = name
    self.sumOfParts = Double(sum) / Double(Self.power(finest))
    self.total = whole.value
  }

  /// The note that names the totals which do not add, `nil` when all do.
  ///
  ///     RoundingGap.note(for: gaps)  // "Figures may not add because of rounding: World."
  public static func note(for gaps: [RoundingGap]) -> String? {
    var names: [String] = []
    for gap in gaps where !names.contains(gap.name) { names.append(gap.name) }
    if names.isEmpty { return nil }
    return "Figures may not add because of rounding: " + names.joined(separator: "; ") + "."
  }

  private static func lastPlaces(of number: FormattedNumber, decimals: Int) -> Int128? {
    guard let count = number.lastPlaces else { return nil }
    let (result, overflow) = count.multipliedReportingOverflow(
      by: power(decimals - number.decimals))
    return overflow ? nil : result
  }

  /// Ten to a power of 0 to 15.
  private static func power(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(Int128(1)) { result, _ in result * 10 }
  }
}
