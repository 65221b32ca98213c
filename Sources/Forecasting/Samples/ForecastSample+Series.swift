public import TimeSeries

extension ForecastSample {
  /// Makes a sample of a series by the rules of the short and the incomplete.
  ///
  /// - The frequency is that of the periods; a shorter span of several periods (January-February
  ///   among months) is split by the proportions of the year before, else of the year after, else
  ///   by days.
  /// - What is missing before the first and after the last value is left off.
  /// - What is missing inside is interpolated between its neighbours, with the season of the other
  ///   years where there are two of them; exponential smoothing then skips it.
  ///
  /// - Throws: `noValues`, `irregularPeriods`, `outOfRange`.
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
    let count = first.distance(to: last) / step + 1
    let raw = (0..<count).map { known[first.advanced(by: $0 * step)] }
    self.init(
      name: series.name, first: Period(from: first, count: step), frequency: frequency,
      kind: series.kind,
      values: GapFiller.filled(raw, seasonLength: frequency.periodsPerYear),
      treatments: raw.indices.compactMap { index in
        if raw[index] == nil { return Treatment(index: index, kind: .interpolated) }
        return treated[first.advanced(by: index * step)].map { Treatment(index: index, kind: $0) }
      })
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

/// Fills what is missing inside a series, for fitting only.
enum GapFiller {
  /// Returns the values with gaps interpolated; the first and the last one are there.
  static func filled(_ raw: [Double?], seasonLength m: Int) -> [Double] {
    let straight = line(raw)
    guard raw.contains(where: { $0 == nil }), m > 1, raw.count >= 2 * m,
      let seasons = ClassicalDecomposition(values: straight, seasonLength: m, form: .additive)
    else { return straight }
    // Once more with the season taken off, so that a missing December is not a November.
    let adjusted = raw.indices.map { index in raw[index].map { $0 - seasons.index(at: index) } }
    let level = line(adjusted)
    let bounded = raw.allSatisfy { ($0 ?? 0) >= 0 }
    return raw.indices.map { index in
      if let value = raw[index] { return value }
      let value = level[index] + seasons.index(at: index)
      return bounded ? max(value, min(0, straight[index])) : value
    }
  }

  /// Straight lines between neighbours.
  private static func line(_ raw: [Double?]) -> [Double] {
    var result = [Double](repeating: 0, count: raw.count)
    var before: (index: Int, value: Double)?
    for (index, value) in raw.enumerated() {
      guard let value else { continue }
      result[index] = value
      if let before, index - before.index > 1 {
        for gap in (before.index + 1)..<index {
          let share = Double(gap - before.index) / Double(index - before.index)
          result[gap] = before.value + share * (value - before.value)
        }
      }
      before = (index, value)
    }
    return result
  }
}
