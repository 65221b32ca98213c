internal import Indicators
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// The levels and changes of one partner, or of all together.
struct PartnerFigures: Sendable {
  /// The area codes: one, or all.
  let partners: [String]
  let exports: Comparison
  let imports: Comparison
  let balance: Comparison

  init(_ partners: [String], _ period: Period, against base: Period, in panels: VintagePanels) {
    self.partners = partners
    exports = Comparison(.flow(.exports, partners), period, against: base, in: panels)
    imports = Comparison(.flow(.imports, partners), period, against: base, in: panels)
    balance = Comparison(.balance(partners), period, against: base, in: panels)
  }

  func comparison(of flow: Flow) -> Comparison { flow == .imports ? imports : exports }
}

/// Everything that a report on one period is written from.
struct TradeFigures: Sendable {
  let panels: VintagePanels
  /// The changes on the year as the source prints them.
  let printed: VintagePanels
  /// What the figures cover: the period asked for, or its published months.
  let period: Period
  let partners: [String]
  /// All partners together.
  let total: PartnerFigures
  /// Each partner, in the order asked for.
  let each: [PartnerFigures]

  init(_ panels: VintagePanels, printed: VintagePanels, period: Period, partners: [String]) {
    self.panels = panels
    self.printed = printed
    self.period = period
    self.partners = partners
    let base = period.shifted(byYears: -1)
    total = PartnerFigures(partners, period, against: base, in: panels)
    each = partners.map { PartnerFigures([$0], period, against: base, in: panels) }
  }

  /// The same partners, or some of them, in another period.
  func at(_ other: Period, _ some: [String]? = nil) -> PartnerFigures {
    PartnerFigures(some ?? partners, other, against: other.shifted(byYears: -1), in: panels)
  }

  /// The change on the year that the source prints for one partner and a period, with how far its
  /// rounding reaches; `nil` without one.
  func printedRate(_ flow: Flow, _ partner: String, _ period: Period) -> (
    rate: Figure, vintage: Vintage?
  )? {
    for version in printed.versions {
      for (column, key) in version.values.keys.enumerated()
      where key.partner == partner && key.flow == flow {
        let rate = version.values.block.observation(period, column: column)
        guard let value = rate.value else { continue }
        let halfUnit = version.halfUnits.block.observation(period, column: column).value ?? 0
        return (Figure(rate, Bounds(value, halfWidth: halfUnit)), version.vintage)
      }
    }
    return nil
  }

  /// The rate of a comparison as the source prints it, where the levels allow it; otherwise as it
  /// is computed. An office computes from more digits than it prints.
  func bestRate(_ comparison: Comparison, _ flow: Flow, _ partner: PartnerFigures) -> (
    rate: Figure, isPrinted: Bool
  ) {
    guard partner.partners.count == 1,
      let printed = printedRate(
        flow, partner.partners[0], comparison.basePeriod.shifted(byYears: 1))?.rate,
      let own = printed.bounds
    else { return (comparison.rate, false) }
    if let computed = comparison.rate.bounds, !computed.overlaps(own) {
      return (comparison.rate, false)
    }
    return (printed, true)
  }

  /// The share of a partner in the sum of the partners listed, in percent.
  func share(_ partner: PartnerFigures, of flow: Flow) -> Figure {
    let (part, whole) = (partner.comparison(of: flow).level, total.comparison(of: flow).level)
    let share = part.observation.combined(with: whole.observation) { 100 * $0 / $1 }
    guard let p = part.bounds, let rest = rest(without: partner, of: flow, { $0.level }) else {
      return Figure(share, nil)
    }
    return Figure(share, Bounds.share(of: p, rest: rest))
  }

  /// What a partner adds to the growth of the sum, in percentage points.
  func contribution(_ partner: PartnerFigures, to flow: Flow) -> Figure {
    let part = partner.comparison(of: flow)
    let whole = total.comparison(of: flow)
    guard let base = whole.base.value, base > 0, part.isMixed == whole.isMixed else {
      return .missing(.baseMissing)
    }
    let points = part.difference.observation.combined(with: whole.base.observation) {
      100 * $0 / $1
    }
    guard let p0 = part.base.bounds, let p1 = part.current.bounds,
      let rest = rest(without: partner, of: flow, { $0.base })
    else { return Figure(points, nil) }
    return Figure(points, Bounds.contribution(from: p0, to: p1, rest0: rest))
  }

  /// The bounds of all partners but one together.
  private func rest(
    without partner: PartnerFigures, of flow: Flow, _ figure: (Comparison) -> Figure
  ) -> Bounds? {
    var sum = Bounds(0, 0)
    for other in each where other.partners != partner.partners {
      guard let bounds = figure(other.comparison(of: flow)).bounds else { return nil }
      sum = sum + bounds
    }
    return sum
  }

  /// The partners by what they add to the growth of a flow, the largest size first; where that
  /// cannot be said, in the order asked for.
  func rankedByContribution(to flow: Flow) -> [PartnerFigures] {
    let sizes = each.map { contribution($0, to: flow).value?.magnitude }
    guard sizes.allSatisfy({ $0 != nil }) else { return each }
    return zip(each, sizes).enumerated()
      .sorted { a, b in
        let (x, y) = (a.element.1 ?? 0, b.element.1 ?? 0)
        return x == y ? a.offset < b.offset : x > y
      }
      .map(\.element.0)
  }
}
