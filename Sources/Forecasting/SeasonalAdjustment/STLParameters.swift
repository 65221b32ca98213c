/// The windows and rounds of an STL decomposition.
public struct STLParameters: Sendable, Hashable {
  /// A local regression: its window in values, its degree, and the places from fit to fit.
  public struct Window: Sendable, Hashable {
    /// How many values the window holds; an odd number, at least 3.
    public let span: Int
    /// 0 for a local mean, 1 for a local line.
    public let degree: Int
    /// The places from one fit to the next; those between are interpolated.
    public let jump: Int

    /// Makes a window.
    ///
    /// - Parameters:
    ///   - span: Raised to the next odd number, and to 3.
    ///   - degree: 0 or 1.
    ///   - jump: At least 1; a tenth of the span, rounded up, when left out.
    public init(_ span: Int, degree: Int = 1, jump: Int? = nil) {
      precondition(degree == 0 || degree == 1, "degree \(degree): expected 0 or 1")
      let odd = max(3, span + (span % 2 == 0 ? 1 : 0))
      self.span = odd
      self.degree = degree
      self.jump = jump ?? max(1, (odd + 9) / 10)
      precondition(self.jump >= 1, "a jump of \(self.jump): expected at least 1")
    }
  }

  /// The values of a season, as all Januaries.
  public let seasonal: Window
  /// The trend.
  public let trend: Window
  /// What takes the level out of the seasonal values.
  public let lowPass: Window
  /// The rounds between season and trend.
  public let innerRounds: Int
  /// The rounds in which extreme values lose weight; 0 for none.
  public let robustRounds: Int

  /// Makes parameters.
  public init(
    seasonal: Window, trend: Window, lowPass: Window, innerRounds: Int, robustRounds: Int
  ) {
    precondition(innerRounds >= 1 && robustRounds >= 0, "rounds: expected at least 1 and 0")
    self.seasonal = seasonal
    self.trend = trend
    self.lowPass = lowPass
    self.innerRounds = innerRounds
    self.robustRounds = robustRounds
  }

  /// The usual parameters for a season length.
  ///
  /// - Parameters:
  ///   - seasonLength: The values of one year.
  ///   - seasonalSpan: The window of the seasonal values, in years; 7 lets the season move.
  ///   - isRobust: Whether extreme values lose weight (15 rounds) or not.
  ///
  /// - Returns: Windows, and 15 robust rounds of one inner round, or none of two.
  ///
  /// Definition: the trend's window is the least odd number not below
  /// `1.5·m / (1 − 1.5/s)`, as the authors advise; the low-pass window the least odd number not
  /// below `m`.
  public static func standard(
    seasonLength: Int, seasonalSpan: Int = 7, isRobust: Bool = true
  ) -> STLParameters {
    let s = Double(max(3, seasonalSpan + (seasonalSpan % 2 == 0 ? 1 : 0)))
    let trend = 1.5 * Double(seasonLength) / (1 - 1.5 / s)
    return STLParameters(
      seasonal: Window(Int(s)), trend: Window(Int(trend.rounded(.up))),
      lowPass: Window(seasonLength), innerRounds: isRobust ? 1 : 2,
      robustRounds: isRobust ? 15 : 0)
  }
}
