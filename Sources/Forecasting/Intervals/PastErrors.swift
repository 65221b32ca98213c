/// Deviations from errors at earlier origins: their root mean square.
///
/// A root mean square needs fewer errors than their quantiles. Horizons with fewer than three
/// errors take the one before, grown by the root of the horizon, and no horizon is narrower than
/// the one before.
enum PastErrors {
  /// Returns the deviation at each horizon; `nil` with fewer than three errors one step ahead.
  static func deviations(_ errors: [[Double]]) -> [Double]? {
    var deviations: [Double] = []
    for (h, own) in errors.enumerated() {
      let before = deviations.last
      if own.count >= 3 {
        let square = own.reduce(0) { $0 + $1 * $1 } / Double(own.count)
        deviations.append(max(before ?? 0, square.squareRoot()))
      } else if let before {
        deviations.append(before * (Double(h + 1) / Double(h)).squareRoot())
      } else {
        return nil
      }
    }
    return deviations
  }
}
