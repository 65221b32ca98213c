internal import TimeSeries
public import TradeModel

/// A printed balance that its flows do not allow, whatever the digits of all three stand for.
///
/// It is kept among the observations and never used: what is used is exports less imports.
public struct ContradictedBalance: Sendable, Hashable {
  /// The balance as printed.
  public let printed: TradeObservation
  /// The exports it is compared with.
  public let exports: TradeObservation
  /// The imports it is compared with.
  public let imports: TradeObservation

  /// Compares a balance with its flows; `nil` when rounding explains the difference, or when one
  /// of the three has no value.
  init?(_ printed: TradeObservation, exports: TradeObservation, imports: TradeObservation) {
    guard let balance = printed.observation.value, let sold = exports.observation.value,
      let bought = imports.observation.value
    else { return nil }
    let reach = printed.halfUnit + exports.halfUnit + imports.halfUnit
    // Ends that touch are allowed; the sum of decimals is not exact in binary.
    let slack = 1e-9 * (abs(sold) + abs(bought))
    guard abs(sold - bought - balance) > reach + slack else { return nil }
    self.printed = printed
    self.exports = exports
    self.imports = imports
  }

  /// Exports less imports in the place of the printed balance, marked as derived.
  public var computed: TradeObservation {
    TradeObservation(
      key: printed.key, period: printed.period,
      observation: Observation(0, .derived).combined(
        with: exports.observation.combined(with: imports.observation, -), +),
      figure: nil, halfUnit: exports.halfUnit + imports.halfUnit, vintage: printed.vintage,
      source: printed.source, location: printed.location)
  }
}

extension Dataset {
  /// The printed balances that their flows do not allow, in the order of the observations.
  ///
  /// A balance is compared with the printed flows of the same key and period in its own vintage or,
  /// where it was published without them, with the newest that were known then; with figures that
  /// came later it is not compared, since these may be revised.
  static func contradictedBalances(_ observations: [TradeObservation]) -> [ContradictedBalance] {
    let balances = observations.filter {
      $0.key.flow == .balance && $0.key.measure == .value && !$0.isComputed
    }
    guard !balances.isEmpty else { return [] }
    struct Place: Hashable {
      let key: SeriesKey
      let period: Period
    }
    var flows: [Place: [TradeObservation]] = [:]
    let places = Set(balances.map { Place(key: $0.key, period: $0.period) })
    for flow in observations
    where (flow.key.flow == .exports || flow.key.flow == .imports) && !flow.isComputed {
      guard places.contains(Place(key: flow.key.with(flow: .balance), period: flow.period))
      else { continue }
      flows[Place(key: flow.key, period: flow.period), default: []].append(flow)
    }
    func known(_ flow: Flow, to balance: TradeObservation) -> TradeObservation? {
      let all = flows[Place(key: balance.key.with(flow: flow), period: balance.period)] ?? []
      var newest: TradeObservation?
      for candidate in all {
        if candidate.vintage == balance.vintage {
          if newest?.vintage != balance.vintage || candidate.source == balance.source {
            newest = candidate
          }
        } else if newest?.vintage != balance.vintage, isOlder(candidate.vintage, balance.vintage),
          newest.map({ isOlder($0.vintage, candidate.vintage) }) ?? true
        {
          newest = candidate
        }
      }
      return newest
    }
    return balances.compactMap { balance in
      guard let exports = known(.exports, to: balance), let imports = known(.imports, to: balance)
      else { return nil }
      return ContradictedBalance(balance, exports: exports, imports: imports)
    }
  }

  /// Whether one vintage is before another; one that is not known is taken as old.
  private static func isOlder(_ a: Vintage?, _ b: Vintage?) -> Bool {
    guard let b else { return false }
    return a.map { $0 < b } ?? true
  }
}
