/// An axis of round numbers that holds some values and zero.
///
///     ChartScale(holding: [50.2, 186.6]).ticks  // [0, 20, …, 200]
struct ChartScale: Hashable {
  /// The lowest and the highest mark.
  let range: ClosedRange<Double>
  /// The marks, ascending; one beyond the range of doubles is left out.
  let ticks: [Double]
  /// The decimals that tell the marks apart.
  let decimals: Int

  /// Makes the scale of four to ten steps of 1, 2 or 5 times a power of ten; of fewer where the
  /// marks would need more than ``NumberStyle/decimalLimit`` decimals.
  init(holding values: [Double]) {
    let low = min(0, values.min() ?? 0)
    let highest = max(0, values.max() ?? 0)
    // Nothing but zero is drawn on a scale up to one.
    let high = highest > low ? highest : 1
    // A quarter of the span has a place among the doubles even where the span has none.
    let quarter = high / 4 - low / 4
    var (power, exponent) = (1.0, 0)
    while power * 10 <= quarter {
      power *= 10
      exponent += 1
    }
    // Marks closer to each other could not be told apart in print.
    while power > quarter, exponent > -NumberStyle.decimalLimit {
      power /= 10
      exponent -= 1
    }
    let factor = [5.0, 2, 1].first { $0 * power <= quarter } ?? 1
    let step = factor * power
    // Counted in steps, so that no rounding adds up.
    let first = Int((low / step).rounded(.down))
    let last = max(first + 1, Int((high / step).rounded(.up)))
    ticks = (first...last).map { Double($0) * step }.filter(\.isFinite)
    let limit = Double.greatestFiniteMagnitude
    range = max(Double(first) * step, -limit)...min(Double(last) * step, limit)
    decimals = max(0, -exponent)
  }

  /// Where a value stands between the lowest mark, 0, and the highest, 1.
  func share(of value: Double) -> Double {
    let length = range.upperBound / 2 - range.lowerBound / 2
    return (value / 2 - range.lowerBound / 2) / length
  }
}
