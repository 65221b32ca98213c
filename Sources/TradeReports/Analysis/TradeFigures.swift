internal import Indicators
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// Everything that a report on one period is written from.
struct TradeFigures: Sendable {
  let panels: VintagePanels
  /// The changes on the year as the source prints them.
  let printed: VintagePanels
  /// What the figures cover: the period asked for, or its published months.
  let period: Period
  /// The partners listed, by area code.
  let partners: [String]
  /// The partners listed, together.
  let total: PartnerFigures
  /// Each partner, in the order asked for.
  let each: [PartnerFigures]
  /// The world, where the data hold it beside the partners.
  let world: PartnerFigures?
  /// The world without the partners listed.
  let others: PartnerFigures?

  init(_ panels: VintagePanels, printed: VintagePanels, period: Period, partners: [String]) {
    self.panels = panels
    self.printed = printed
    self.period = period
    self.partners = partners
    let base = period.shifted(byYears: -1)
    func figures(_ scope: Scope) -> PartnerFigures {
      PartnerFigures(scope, period, against: base, in: panels)
    }
    total = figures(.partners(partners))
    each = partners.map { figures(.partners([$0])) }
    let world = partners == [Area.world.code] ? nil : figures(.world)
    let isHeld = world?.exports.level.value != nil && world?.imports.level.value != nil
    self.world = isHeld ? world : nil
    others = isHeld ? figures(.others(than: partners)) : nil
  }

  /// Whether there is a whole that the figures of a partner are a part of.
  var hasParts: Bool { each.count > 1 || world != nil }

  /// What shares and contributions are of: the world, else the partners listed.
  var whole: PartnerFigures { world ?? total }

  /// The parts that add to the whole.
  var parts: [PartnerFigures] { each + (others.map { [$0] } ?? []) }

  /// The figures of another period, of all partners or of others.
  func at(_ other: Period, _ scope: Scope? = nil) -> PartnerFigures {
    PartnerFigures(
      scope ?? total.scope, other, against: other.shifted(byYears: -1), in: panels)
  }

  /// The change on the year that the source prints for one partner and a period, with how far its
  /// rounding reaches; `nil` without one.
  func printedRate(_ flow: Flow, _ partner: String, _ period: Period) -> Figure? {
    for version in printed.versions {
      for (column, key) in version.values.keys.enumerated()
      where key.partner == partner && key.flow == flow {
        let rate = version.values.block.observation(period, column: column)
        guard let value = rate.value else { continue }
        let halfUnit = version.halfUnits.block.observation(period, column: column).value ?? 0
        return Figure(rate, Bounds(value, halfWidth: halfUnit))
      }
    }
    return nil
  }

  /// The share of some partners in the whole, in percent.
  func share(_ part: PartnerFigures, of flow: Flow) -> Figure {
    let (level, sum) = (part.comparison(of: flow).level, whole.comparison(of: flow).level)
    if part.scope == whole.scope, let value = level.value, value > 0 {
      return Figure(Observation(100, level.observation.status), Bounds(100, 100))
    }
    let share = Share.percent(of: level.observation, in: sum.observation)
    guard let p = level.bounds, let w = sum.bounds else { return Figure(share, nil) }
    if world != nil { return Figure(share, Bounds.ratio(of: p, to: w)?.scaled(by: 100)) }
    let rest = each.filter { $0.scope != part.scope }
      .compactMap { $0.comparison(of: flow).level.bounds }.reduce(Bounds(0, 0), +)
    return Figure(share, Bounds.share(of: p, rest: rest))
  }
}
