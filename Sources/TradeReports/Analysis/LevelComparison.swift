internal import Indicators
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// A level beside the level of the same span a year (or a span) earlier, both from one vintage
/// where one holds both.
struct LevelComparison: Sendable {
  let period: Period
  let basePeriod: Period
  /// The newest published level.
  let level: Figure
  /// The later level as the comparison uses it.
  let current: Figure
  let base: Figure
  /// The vintage that holds both; `nil` when none does, or when the data have no vintages.
  let vintage: Vintage?
  /// Whether the two levels are of different vintages.
  let isMixed: Bool

  /// The change in money.
  var difference: Figure { current - base }

  /// The change in percent.
  var rate: Figure {
    let rate = Growth.rate(from: base.observation, to: current.observation)
    guard let b = base.bounds, let c = current.bounds else { return Figure(rate, nil) }
    return Figure(rate, Bounds.growth(from: b, to: c))
  }

  /// Whether the comparison had to take another later level than the newest published one.
  var usesOlderLevel: Bool {
    guard let used = current.value, let newest = level.value else { return false }
    return used != newest
  }

  init(_ what: Combination, _ period: Period, against base: Period, in panels: VintagePanels) {
    self.period = period
    basePeriod = base
    level = what.level(in: panels.latest, over: period)
    let found = panels.newest { version -> (Figure, Figure)? in
      let (current, base) = (
        what.level(in: version, over: period), what.level(in: version, over: base)
      )
      return current.value == nil || base.value == nil ? nil : (current, base)
    }
    if let found {
      (current, self.base) = found.answer
      vintage = found.isOneVintage ? found.version.vintage : nil
      isMixed = !found.isOneVintage
    } else {
      current = level
      self.base = what.level(in: panels.latest, over: base)
      vintage = nil
      isMixed = false
    }
  }
}
