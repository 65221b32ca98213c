internal import TimeSeries
internal import TradeModel

extension Dataset {
  private struct Table: Hashable {
    let key: SeriesKey
    let period: Period
    let vintage: Vintage?
    let source: String
  }

  /// The values that the manifest's rules give where nothing is printed.
  ///
  /// Computed within one vintage and source, marked as derived, uncertain by the half units of all
  /// terms together. A rule may use what an earlier rule gave.
  static func derived(
    _ observations: [TradeObservation], by rules: [DatasetManifest.Derivation]
  ) -> [TradeObservation] {
    guard !rules.isEmpty else { return [] }
    var known: [Table: TradeObservation] = [:]
    var printed: Set<Place> = []
    var order: [Table] = []
    for observation in observations where observation.key.measure == .value {
      let table = Table(
        key: observation.key, period: observation.period, vintage: observation.vintage,
        source: observation.source)
      printed.insert(Place(observation))
      guard known[table] == nil else { continue }
      known[table] = observation
      order.append(table)
    }
    var derived: [TradeObservation] = []
    for rule in rules {
      var added: [Table] = []
      for table in order where table.key.flow == rule.terms.first?.flow {
        let target = table.key.with(flow: rule.flow)
        func entry(_ key: SeriesKey) -> TradeObservation? {
          known[
            Table(
              key: key, period: table.period, vintage: table.vintage, source: table.source)]
        }
        let place = Place(key: target, period: table.period, vintage: table.vintage)
        guard entry(target) == nil, !printed.contains(place) else { continue }
        let terms = rule.terms.compactMap { term in
          entry(table.key.with(flow: term.flow)).map { (term.sign, $0) }
        }
        guard terms.count == rule.terms.count, let first = terms.first?.1 else { continue }
        let sum = terms.reduce(Observation(0, .derived)) { sum, term in
          sum.combined(with: term.1.observation) { $0 + term.0 * $1 }
        }
        let result = TradeObservation(
          key: target, period: table.period, observation: sum, figure: nil,
          halfUnit: terms.reduce(0) { $0 + $1.1.halfUnit }, vintage: table.vintage,
          source: table.source, location: first.location)
        let newTable = Table(
          key: target, period: table.period, vintage: table.vintage, source: table.source)
        known[newTable] = result
        added.append(newTable)
        derived.append(result)
      }
      order += added
    }
    return derived
  }
}
