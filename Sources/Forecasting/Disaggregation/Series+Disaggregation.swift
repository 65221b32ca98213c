public import TimeSeries

extension Series {
  /// Returns the series by shorter periods, which add up to it.
  ///
  ///     try yearly.disaggregated(to: .quarterly, following: quarterlyImports)
  ///
  /// - Parameters:
  ///   - frequency: The frequency of the result; it divides that of the series.
  ///   - indicator: A series of that frequency that tells the path; without one it is smooth.
  ///   - method: How the path is chosen; Denton's proportional method with a free start.
  /// - Returns: Values for the periods of the series, marked as estimated, and where the indicator
  ///   reaches further, for those too. Flows add up, indices average, of stocks the last one stands.
  /// - Throws: ``DisaggregationError``: `frequency` when the periods are not regular or do not divide,
  ///   `nonFinite` for a rate or for an indicator with gaps, and those of the method.
  public func disaggregated(
    to frequency: Frequency, following indicator: Series? = nil,
    by method: DisaggregationMethod = .denton(.init())
  ) throws(DisaggregationError) -> Series {
    guard let step = axis.step, let first = axis.periods.first, let own = first.frequency,
      own.months > frequency.months, step % frequency.months == 0
    else {
      throw .frequency(
        from: axis.frequency?.unitName ?? "periods of several lengths", to: frequency.unitName)
    }
    let conversion: Conversion
    switch kind {
    case .flow: conversion = .sum
    case .stock: conversion = .last
    case .index: conversion = .average
    case .rate: throw .frequency(from: "a rate", to: frequency.unitName)
    }
    let split = TemporalDisaggregation(method, conversion: conversion)
    let parts = step / frequency.months
    var start = Period(from: first.first, count: frequency.months)
    var path: [[Double]] = []
    var offset = 0
    if let indicator {
      guard indicator.axis.step == frequency.months, let begin = indicator.axis.periods.first,
        begin.first <= start.first
      else {
        throw .frequency(
          from: indicator.axis.frequency?.unitName ?? "periods of several lengths",
          to: frequency.unitName)
      }
      let values = indicator.values.compactMap(\.self)
      guard values.count == indicator.axis.count else { throw .nonFinite(what: "the indicator") }
      offset = begin.first.distance(to: start.first) / frequency.months
      start = begin
      path = [values]
    }
    let found = try split.disaggregated(values, into: parts, following: path, offset: offset)
    return Series(
      name, kind: kind,
      found.values.enumerated().map { index, value in
        (start.shifted(byMonths: index * frequency.months), Observation(value, .estimated))
      })
  }

  /// Returns a monthly flow whose January-February sums are split into their two months.
  ///
  /// China and others publish the first two months together. The parts have the proportions of
  /// January and February a year before, or else of the year after; where neither is known, those
  /// of their days. They are marked as estimated and combined, and add up to the sum.
  ///
  /// - Returns: The series without combined periods of two months from January; a sum whose months
  ///   are both known is left out.
  /// - Complexity: O(*n*).
  public func splittingJanuaryFebruary() -> Series {
    var known: [Month: Observation] = [:]
    var rows: [(Period, Observation)] = []
    var sums: [(Period, Double, ObservationStatus)] = []
    for (period, observation) in zip(axis, observations) {
      if period.count == 2, period.first.month == 1 {
        if let value = observation.value { sums.append((period, value, observation.status)) }
        continue
      }
      if period.count == 1, observation.value != nil { known[period.first] = observation }
      rows.append((period, observation))
    }
    for (period, value, status) in sums {
      let months = [period.first, period.last]
      guard months.contains(where: { known[$0] == nil }) else { continue }
      let weights = Self.weights(of: months, known)
      let january = value * weights[0]
      for (month, part) in zip(months, [january, value - january]) {
        rows.removeAll { $0.0 == Period.month(month) }
        let observation = Observation(part, status.union([.estimated, .combined]))
        rows.append((.month(month), observation))
        known[month] = observation
      }
    }
    return Series(name, kind: kind, rows)
  }

  private static func weights(of months: [Month], _ known: [Month: Observation]) -> [Double] {
    for years in [-1, 1] {
      let values = months.compactMap { known[$0.advanced(by: 12 * years)]?.value }
      let total = values.reduce(0, +)
      if values.count == 2, values.allSatisfy({ $0 >= 0 }), total > 0 {
        return values.map { $0 / total }
      }
    }
    let days = months.map { Double($0.days) }
    return days.map { $0 / (days[0] + days[1]) }
  }
}
