/// Which part of a series with gaps can be forecast.
///
/// Few gaps are filled in, since a model can bridge them. Where more is missing, what stands between
/// the known values would be an invention, and errors and intervals would be those of the invention.
/// Then only the end of the series is used, from a known value on from where it can be bridged.
enum GapRule {
  /// The largest share of missing periods: one in so many. A single one is always filled in.
  static let largestShare = 5
  /// The fewest known values of a part that was cut off; fewer have no intervals either.
  static let fewestValues = 4

  /// The longest gap that is filled in: half a year, or one period a year.
  static func longestGap(seasonLength m: Int) -> Int { max(1, m / 2) }

  /// The position of the earliest known value from which on no gap is too long and not too much is
  /// missing; the last value stands there.
  ///
  /// - Complexity: O(*n*).
  static func start(of raw: [Double?], seasonLength m: Int) -> Int {
    var start = raw.count - 1
    var (missing, run) = (0, 0)
    for index in raw.indices.reversed() {
      if raw[index] == nil {
        missing += 1
        run += 1
        if run > longestGap(seasonLength: m) { break }
      } else {
        run = 0
        if missing <= 1 || missing * largestShare <= raw.count - index { start = index }
      }
    }
    return start
  }
}
