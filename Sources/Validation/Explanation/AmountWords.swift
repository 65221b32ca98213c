internal import TradeModel

/// Amounts with their scale and unit in words, for sentences in which several scales meet.
///
///     AmountWords.unit("CHF", exponent: 6)      // " million CHF"
///     AmountWords.exponent(of: 3_440_000_000)   // 9
public enum AmountWords {
  private static let scales = [(12, "trillion"), (9, "billion"), (6, "million"), (3, "thousand")]

  /// The scale and the unit behind a number, with a space before them; empty for plain counts.
  public static func unit(_ unit: String, exponent: Int) -> String {
    let scale =
      scales.first { $0.0 == exponent }?.1 ?? (exponent == 0 ? "" : "times 1e\(exponent)")
    return [scale, unit].filter { !$0.isEmpty }.map { " " + $0 }.joined()
  }

  /// The largest scale in which an amount is one or more, the power of ten of its word.
  public static func exponent(of value: Rational) -> Int {
    scales.first { value.magnitude >= Rational(significand: 1, exponent: $0.0) }?.0 ?? 0
  }

  /// The scale in which a range is told beside the digits of a figure: that of the figure, unless
  /// the range is of another size, as it is where the scale is the mistake.
  public static func exponent(of range: ExactInterval, besides figure: CheckedFigure) -> Int {
    let own = figure.number.scale.exponent
    let ends = [range.lower?.value, range.upper?.value].compactMap { $0?.magnitude }
    guard let largest = ends.max(), !largest.isZero, !figure.isPercentage, figure.range == nil
    else {
      return own
    }
    let printed = figure.number.magnitude.value
    let unit = Rational(significand: 1, exponent: own)
    let size = largest * unit
    guard size >= printed * 100 || size * 100 <= printed, !printed.isZero else { return own }
    return exponent(of: size)
  }
}
