internal import Glibc
internal import NumericCore
public import TimeSeries

/// The growth of a fitted exponential trend, with what it rests on.
public struct TrendGrowth: Sendable, Hashable {
  /// The rate in percent a year; missing with fewer than three usable values, and as
  /// `negativeBase` when a value is below zero.
  public let rate: Observation
  /// From the first period with a value that was used through the last; `nil` when there is none.
  public let span: Period?
  /// The number of values the trend was fitted to; print it with the rate.
  public let observationsUsed: Int
  /// The periods that were left out because their value is zero or missing; print them too.
  public let dropped: [Period]
  /// Whether the values that were used cover the whole span; stocks, which are dated by their end,
  /// when none was dropped.
  public let isComplete: Bool

  /// Fits `ln x = a + b·t`, `t` in years, by least squares.
  ///
  /// - Parameters:
  ///   - points: The values.
  ///   - ends: Those of them without which there is no rate.
  ///   - kind: What the values measure.
  init(
    _ points: [(period: Period, observation: Observation)], ends: [Observation], kind: SeriesKind
  ) {
    var status = ObservationStatus()
    var reasons = ObservationStatus()
    var dropped: [Period] = []
    var used: [Period] = []
    var years: [Double] = []
    var logarithms: [Double] = []
    for (period, observation) in points {
      guard let value = observation.value, !observation.status.contains(.partial) else {
        reasons.formUnion(observation.status)
        dropped.append(period)
        continue
      }
      if value > 0 {
        // Equal lengths, so the middle is as far from the first month in every period.
        used.append(period)
        years.append(Double(period.first.ordinal) / 12)
        logarithms.append(log(value))
        status.formUnion(observation.status)
      } else {
        reasons.formUnion(value < 0 ? .negativeBase : .zeroBase)
        dropped.append(period)
      }
    }
    let span = PeriodAxis(used).span
    self.span = span
    isComplete =
      kind == .stock
      ? dropped.isEmpty : used.reduce(0) { $0 + $1.count } == (span?.count ?? 0)
    observationsUsed = years.count
    self.dropped = dropped
    // A value that only another vintage holds would make this the trend of other periods.
    let unusable: ObservationStatus = [.negativeBase, .inOtherVintage]
    guard years.count >= 3, reasons.isDisjoint(with: unusable),
      ends.allSatisfy({ $0.value != nil })
    else {
      rate = Observation(missing: reasons.union(status))
      return
    }
    let n = Double(years.count)
    let middle = years.reduce(0, +) / n
    let level = logarithms.compensatedSum() / n
    var products = CompensatedSum()
    var squares = CompensatedSum()
    for (t, y) in zip(years, logarithms) {
      products.add((t - middle) * (y - level))
      squares.add((t - middle) * (t - middle))
    }
    let percent = 100 * expm1(products.value / squares.value)
    rate = percent.isFinite ? Observation(percent, status) : Observation(missing: status)
  }
}

extension PeriodData {
  /// Returns the growth of an exponential trend through the values of each column, in percent a
  /// year.
  ///
  ///     let exports = Series("Exports", from: .year(2015), values: [100, 104, 99, 112, 121])
  ///     try exports.trendGrowth().first?.rate.value  // 4.6587…
  ///
  /// Definition: `100 · (exp(b) − 1)`, `b` from the least-squares fit of `ln x(t) = a + b·t` with
  /// `t` in years; not rounded. It rests on all values, where ``compoundAnnualGrowth(from:to:)`` rests
  /// on two. Zeros have no logarithm: they are dropped and reported.
  ///
  /// - Parameters:
  ///   - first: The first period of the fit, or the year or quarter that it begins; `nil` for that
  ///     of the data.
  ///   - last: The last period of the fit, or the year or quarter that it ends; `nil` for that of
  ///     the data.
  /// - Returns: One result for each column, in their order; missing where a period that was named
  ///   is, since the rate would be that of another time.
  /// - Throws: ``IndicatorError/kindNotAllowed(operation:found:advice:)`` for a rate,
  ///   ``IndicatorError/differentLengths(operation:_:_:)`` for an axis of different lengths,
  ///   ``IndicatorError/periodNotFound(operation:_:)`` when the data begin or end within or beyond
  ///   a period that was named, ``IndicatorError/reversed(operation:_:_:)``.
  ///
  /// Source: UNCTAD Handbook of Statistics, annex, growth rates by the least-squares method.
  public func trendGrowth(
    from first: Period? = nil, to last: Period? = nil
  ) throws(IndicatorError) -> [TrendGrowth] {
    let operation = "trend growth"
    try block.requireLevel(operation)
    let rows = axis.indices.filter { row in
      (first.map { $0.first <= axis[row].first } ?? true)
        && (last.map { axis[row].last <= $0.last } ?? true)
    }
    if let start = rows.first,
      let other = rows.first(where: { axis[$0].count != axis[start].count })
    {
      throw .differentLengths(operation: operation, axis[start], axis[other])
    }
    if let first, let last, last.last < first.first {
      throw .reversed(operation: operation, first, last)
    }
    // A stock is dated by the end of its period: one within the named period is that period's.
    let isStock = kind == .stock
    if let first,
      !(rows.first.map { isStock ? axis[$0].last <= first.last : axis[$0].first == first.first }
        ?? false)
    {
      throw .periodNotFound(operation: operation, first)
    }
    if let last,
      !(rows.last.map { isStock ? axis[$0].first >= last.first : axis[$0].last == last.last }
        ?? false)
    {
      throw .periodNotFound(operation: operation, last)
    }
    let named = [first == nil ? nil : rows.first, last == nil ? nil : rows.last].compactMap(\.self)
    return (0..<block.columns).map { column in
      TrendGrowth(
        rows.map { (axis[$0], block[$0, column]) }, ends: named.map { block[$0, column] },
        kind: kind)
    }
  }

  /// Returns the constant yearly rate that leads from one period to another, for each column, in
  /// percent (CAGR).
  ///
  ///     let exports = Series("Exports", from: .year(2015), values: [100, 104, 99, 112, 121])
  ///     try exports.compoundAnnualGrowth(from: .year(2015), to: .year(2019))  // [4.8808…]
  ///
  /// Definition: `100 · ((x1 / x0)^(1 / T) − 1)`, `T` being the years between the middles of the
  /// two periods, which need not be whole; not rounded.
  ///
  /// - Parameters:
  ///   - first: The base period.
  ///   - last: A later period of the same length; January to September goes with January to
  ///     September only.
  /// - Returns: One rate for each column, in their order.
  /// - Throws: ``IndicatorError``: `kindNotAllowed`, `periodNotFound`, `differentLengths`,
  ///   `differentParts`, `reversed`.
  ///
  /// Source: World Integrated Trade Solution, trade indicators, compounded growth rate.
  public func compoundAnnualGrowth(
    from first: Period, to last: Period
  ) throws(IndicatorError) -> [Observation] {
    let operation = "compound growth"
    try block.requireLevel(operation)
    guard first.count == last.count else {
      throw .differentLengths(operation: operation, first, last)
    }
    guard first < last else { throw .reversed(operation: operation, first, last) }
    guard first.frequency != nil || first.first.month == last.first.month else {
      throw .differentParts(operation: operation, first, last)
    }
    guard let start = axis.index(of: first) else {
      throw .periodNotFound(operation: operation, first)
    }
    guard let end = axis.index(of: last) else {
      throw .periodNotFound(operation: operation, last)
    }
    let years = Double(first.first.distance(to: last.first)) / 12
    return (0..<block.columns).map { column in
      Growth.compoundRate(from: block[start, column], to: block[end, column], years: years)
    }
  }
}
