/// The periods of a block of values: distinct, in order, of any lengths.
///
/// A regular axis (every month from one to another) finds a period by arithmetic, any other by
/// bisection; what is computed does not depend on which it is.
public struct PeriodAxis: Sendable, Hashable, RandomAccessCollection {
  /// The periods in order.
  public let periods: [Period]
  /// The months between two periods when all have this length and follow each other without a
  /// gap; `nil` otherwise.
  public let step: Int?

  /// Makes an axis; periods are sorted and duplicates removed.
  public init(_ periods: some Sequence<Period>) {
    var sorted: [Period] = []
    for period in periods.sorted() where period != sorted.last { sorted.append(period) }
    self.init(sorted: sorted)
  }

  /// Makes a regular axis of `count` periods, each as long as the first.
  public init(from first: Period, count: Int) {
    precondition(count >= 0, "an axis of \(count) periods")
    self.init(sorted: (0..<count).map { first.shifted(byMonths: $0 * first.count) })
  }

  private init(sorted: [Period]) {
    periods = sorted
    let length = sorted.first?.count
    let isRegular = zip(sorted, sorted.dropFirst()).allSatisfy { a, b in
      b.count == length && b.first == a.last.advanced(by: 1)
    }
    step = isRegular ? length : nil
  }

  /// The first position.
  public var startIndex: Int { 0 }
  /// The position after the last.
  public var endIndex: Int { periods.count }
  /// The period at a position.
  public subscript(position: Int) -> Period { periods[position] }

  /// The position of a period; `nil` when the axis does not hold it.
  public func index(of period: Period) -> Int? {
    if let step, let start = periods.first {
      guard period.count == step else { return nil }
      let distance = start.first.distance(to: period.first)
      guard distance >= 0, distance % step == 0, distance / step < count else { return nil }
      return distance / step
    }
    let position = firstIndex(notBefore: period)
    return position < count && periods[position] == period ? position : nil
  }

  /// The position of the period of a regular axis that ends with a month; `nil` for others.
  func index(endingWith last: Month) -> Int? {
    step.flatMap { index(of: Period(from: last.advanced(by: 1 - $0), count: $0)) }
  }

  /// The position of the first period that is not before another; `count` when all are.
  func firstIndex(notBefore period: Period) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if periods[middle] < period { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The shortest frequency that all periods are of; `nil` when they are of several or none.
  public var frequency: Frequency? {
    guard let frequency = periods.first?.frequency else { return nil }
    return periods.allSatisfy { $0.frequency == frequency } ? frequency : nil
  }

  /// The span from the first month to the last; `nil` for an empty axis.
  public var span: Period? {
    guard let first = periods.first?.first, let last = periods.map(\.last).max() else {
      return nil
    }
    return Period(from: first, through: last)
  }

  /// The axis without gaps from the first to the last period of a length in months, so that equal
  /// distances are equal times; `nil` when there is none of that length or they overlap.
  ///
  ///     PeriodAxis([.quarter(2009, 1), .quarter(2009, 4)]).regular(length: 3)?.count  // 4
  public func regular(length: Int) -> PeriodAxis? {
    let own = periods.filter { $0.count == length }
    guard let first = own.first, let last = own.last else { return nil }
    let distances = own.map { first.first.distance(to: $0.first) }
    guard distances.allSatisfy({ $0 % length == 0 }) else { return nil }
    return PeriodAxis(from: first, count: first.first.distance(to: last.first) / length + 1)
  }
}
