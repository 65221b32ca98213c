public import TimeSeries

/// Which earlier period a value is compared with.
public enum Comparison: String, Sendable, Hashable, CaseIterable {
  /// The same months one year earlier.
  case yearBefore
  /// The span of the same length that ends where this one begins.
  case periodBefore

  /// The period to compare with.
  public func base(of period: Period) -> Period {
    switch self {
    case .yearBefore: period.shifted(byYears: -1)
    case .periodBefore: period.previous
    }
  }
}

/// The rows of an axis that are compared with each other.
struct ComparedRows: Sendable {
  /// The periods that have a base on the axis.
  let axis: PeriodAxis
  /// The row of each period's base.
  let base: [Int]
  /// The row of each period.
  let current: [Int]
  /// The distance of the rows when every row from that one on is compared with the row so much
  /// before it; `nil` when the rows do not pair in such a way.
  let lag: Int?

  /// Finds the base of every period by its months, never by its row.
  ///
  /// With `own` given, bases alone may be periods that are not on that axis.
  init(_ axis: PeriodAxis, _ comparison: Comparison, of own: PeriodAxis? = nil) {
    var base: [Int] = []
    var current: [Int] = []
    let isWider = own.map { $0.count < axis.count } ?? false
    for (row, period) in axis.enumerated() {
      if isWider, own?.index(of: period) == nil { continue }
      guard let before = axis.index(of: comparison.base(of: period)) else { continue }
      base.append(before)
      current.append(row)
    }
    self.axis = PeriodAxis(current.map { axis[$0] })
    self.base = base
    self.current = current
    guard let lag = current.first, base.count == axis.count - lag else {
      self.lag = nil
      return
    }
    let isRegular = base.indices.allSatisfy { base[$0] == $0 && current[$0] == $0 + lag }
    self.lag = isRegular ? lag : nil
  }
}
