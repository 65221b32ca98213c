/// A series drawn as a line of block characters.
///
///     Sparkline().text([1, 3, nil, 8])  // "▁▃ █"
public struct Sparkline: Sendable, Hashable {
  /// Where the lowest block stands.
  public enum Baseline: String, Sendable, Hashable, CaseIterable {
    /// At the smallest value: shows movements.
    case minimum
    /// At zero, or below it when values are: shows sizes.
    case zero
  }

  /// Where the lowest block stands.
  public let baseline: Baseline
  /// What stands for a missing value.
  public let missing: Character

  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// Makes a way of drawing; a dot in the middle (`·`) makes gaps visible.
  public init(baseline: Baseline = .minimum, missing: Character = " ") {
    self.baseline = baseline
    self.missing = missing
  }

  /// Returns one character for each value, `▁` for the lowest, `█` for the highest.
  ///
  /// The span from lowest to highest is cut in eight equal steps. A series that does not move
  /// stands at the middle (`▄`), with zero as the baseline too when all values are zero.
  ///
  /// - Precondition: Values are finite.
  public func text(_ values: [Double?]) -> String {
    let present = values.compactMap { $0 }
    precondition(present.allSatisfy(\.isFinite), "values to draw are finite; a gap is nil")
    guard var low = present.min(), var high = present.max() else {
      return String(repeating: missing, count: values.count)
    }
    if baseline == .zero { (low, high) = (min(0, low), max(0, high)) }
    // Halves keep the span of the largest numbers finite.
    let span = high / 2 - low / 2
    return String(
      values.map { value in
        guard let value else { return missing }
        guard span > 0 else { return Self.blocks[3] }
        let step = (value / 2 - low / 2) / span * 8
        return Self.blocks[min(7, max(0, Int(step)))]
      })
  }
}
