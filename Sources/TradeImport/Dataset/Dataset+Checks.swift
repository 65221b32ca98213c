internal import Diagnostics
internal import TimeSeries
internal import TradeModel

extension Dataset {
  /// What one figure is about; several sources may give it.
  struct Place: Hashable {
    let key: SeriesKey
    let period: Period
    let vintage: Vintage?

    init(key: SeriesKey, period: Period, vintage: Vintage?) {
      (self.key, self.period, self.vintage) = (key, period, vintage)
    }

    init(_ observation: TradeObservation) {
      self.init(
        key: observation.key, period: observation.period, vintage: observation.vintage)
    }
  }

  /// Two values for one key: an error from one source, a note from two that differ.
  static func repetitions(_ observations: [TradeObservation]) -> [Diagnostic] {
    var found: [Place: [TradeObservation]] = [:]
    var diagnostics: [Diagnostic] = []
    for observation in observations {
      let place = Place(observation)
      let earlier = found[place] ?? []
      found[place, default: []].append(observation)
      let name = "\(observation.period), \(observation.key.label)"
      if let first = earlier.first(where: { $0.source == observation.source }) {
        diagnostics.append(
          Diagnostic(
            "dataset.duplicate", .error, at: observation.location,
            "second value for \(name)\(vintage(observation)) (first "
              + "\(line(of: first, seenFrom: observation)))",
            hint: "remove one, or say in the columns what makes them differ"))
      } else if let first = earlier.first,
        first.observation.value != observation.observation.value
      {
        diagnostics.append(
          Diagnostic(
            "dataset.conflict", .note, at: observation.location,
            "\(observation.source) gives another value for \(name) than \(first.source) "
              + "\(line(of: first, seenFrom: observation)); both are kept, the first is used"))
      }
    }
    return diagnostics
  }

  private static func line(
    of first: TradeObservation, seenFrom second: TradeObservation
  ) -> String {
    let file =
      first.location.file == second.location.file ? "" : "in \(first.location.file) "
    return "\(file)on line \(first.location.line ?? 0)"
  }

  private static func vintage(_ observation: TradeObservation) -> String {
    observation.vintage.map { ", vintage \($0)" } ?? ""
  }

  /// The periods that a series of one frequency leaves out between its first and its last.
  ///
  /// Stocks are dated by months whatever their frequency: theirs is the smallest step.
  static func gaps(
    _ observations: [TradeObservation], of manifest: DatasetManifest
  ) -> [Diagnostic] {
    var order: [SeriesKey] = []
    var series: [SeriesKey: [(period: Period, observation: TradeObservation)]] = [:]
    for observation in observations where !observation.key.measure.isChange {
      if series[observation.key] == nil { order.append(observation.key) }
      series[observation.key, default: []].append((observation.period, observation))
    }
    var diagnostics: [Diagnostic] = []
    for key in order {
      let rows = (series[key] ?? []).sorted { $0.period < $1.period }
      guard let frequency = rows.first?.period.frequency,
        rows.allSatisfy({ $0.period.frequency == frequency })
      else { continue }
      let pairs = zip(rows, rows.dropFirst()).filter { $0.period != $1.period }
      let steps = pairs.map { $0.period.first.distance(to: $1.period.first) }
      let isFlow = manifest.kind(of: key.flow) == .flow
      let step = isFlow ? frequency.months : steps.min() ?? frequency.months
      for ((earlier, later), distance) in zip(pairs, steps) where distance > step {
        let first = earlier.period.shifted(byMonths: step)
        let last = later.period.shifted(byMonths: -step)
        diagnostics.append(
          Diagnostic(
            "dataset.gap", .note, at: later.observation.location,
            "\(key.label) has no value for \(first >= last ? "\(first)" : "\(first) to \(last)")"))
      }
    }
    return diagnostics
  }
}
