public import TimeSeries

extension ForecastSample {
  /// Makes a sample of a series by the rules of the short and the incomplete.
  ///
  /// - The frequency is that of the periods; a shorter span of several periods (January-February
  ///   among months) is split by the proportions of the year before, else of the year after, else
  ///   by days.
  /// - What is missing before the first and after the last value is left off.
  /// - What is missing inside is interpolated between its neighbours, with the season of the other
  ///   years where there are two of them; exponential smoothing and ARIMA then skip it. That is
  ///   done for gaps of at most half a year and a fifth of the periods. A series with more of them
  ///   is used from a later value on, from where they keep to that; ``leftOutCount`` tells.
  ///
  /// - Throws: `noValues`, `irregularPeriods`, `outOfRange`; `tooManyGaps` when what is left of a
  ///   series with gaps has fewer than four values.
  /// - Complexity: O(*n*).
  public init(_ series: Series) throws(ForecastError) {
    if series.axis.isEmpty { throw .noValues }
    guard let frequency = Self.frequency(of: series) else {
      throw .irregularPeriods(found: Self.lengths(of: series))
    }
    var known: [Month: Double] = [:]
    var combined: [(period: Period, value: Double)] = []
    for (period, observation) in zip(series.axis, series.observations) {
      guard let value = observation.value else { continue }
      guard value.magnitude < Self.largestMagnitude else {
        throw .outOfRange(period: period.description, value: value)
      }
      if period.frequency == frequency {
        known[period.first] = value
      } else {
        combined.append((period, value))
      }
    }
    var treated: [Month: Treatment.Kind] = [:]
    for (period, value) in combined {
      guard let parts = period.divided(into: frequency), period.count < 12, series.kind == .flow
      else { throw .irregularPeriods(found: "\(period) among \(frequency.unitName)s") }
      if parts.allSatisfy({ known[$0.first] != nil }) { continue }
      let weights = Self.weights(of: parts, known: known)
      for (part, weight) in zip(parts, weights) {
        known[part.first] = value * weight
        treated[part.first] = .split
      }
    }
    guard let first = known.keys.min(), let last = known.keys.max() else { throw .noValues }
    let step = frequency.months
    guard known.keys.allSatisfy({ first.distance(to: $0) % step == 0 }) else {
      throw .irregularPeriods(found: "\(frequency.unitName)s that do not follow each other")
    }
    let whole = (0...(first.distance(to: last) / step)).map { known[first.advanced(by: $0 * step)] }
    let m = frequency.periodsPerYear
    let start = GapRule.start(of: whole, seasonLength: m)
    let origin = first.advanced(by: start * step)
    let raw = Array(whole[start...])
    let usable = raw.count { $0 != nil }
    guard start == 0 || usable >= GapRule.fewestValues else {
      throw .tooManyGaps(
        known: known.count, of: whole.count, usable: usable,
        from: Period(from: origin, count: step).description)
    }
    self.init(
      name: series.name, first: Period(from: origin, count: step), frequency: frequency,
      kind: series.kind, values: GapFiller.filled(raw, seasonLength: m),
      treatments: raw.indices.compactMap { index in
        if raw[index] == nil { return Treatment(index: index, kind: .interpolated) }
        return treated[origin.advanced(by: index * step)].map { Treatment(index: index, kind: $0) }
      }, leftOutCount: known.count - usable)
  }

  /// The frequency that most periods are of; `nil` when none has one or half are of another kind.
  private static func frequency(of series: Series) -> Frequency? {
    var counts: [Frequency: Int] = [:]
    for period in series.axis {
      if let frequency = period.frequency { counts[frequency, default: 0] += 1 }
    }
    return Frequency.allCases.first { (counts[$0] ?? 0) * 2 > series.axis.count }
  }

  private static func lengths(of series: Series) -> String {
    let lengths = Set(series.axis.map(\.count)).sorted()
    if lengths.isEmpty { return "none" }
    return "spans of " + lengths.map(String.init).joined(separator: ", ") + " months"
  }

  /// The proportions of the same parts a year before or after, else of their days.
  private static func weights(of parts: [Period], known: [Month: Double]) -> [Double] {
    for years in [-1, 1] {
      let values = parts.compactMap { known[$0.shifted(byYears: years).first] }
      let total = values.reduce(0, +)
      if values.count == parts.count, values.allSatisfy({ $0 >= 0 }), total > 0 {
        return values.map { $0 / total }
      }
    }
    let days = parts.reduce(0) { $0 + $1.days }
    return parts.map { Double($0.days) / Double(days) }
  }
}
