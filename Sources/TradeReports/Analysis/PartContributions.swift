internal import Indicators
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// What each part adds to the growth of the whole, all of one vintage where one holds all.
struct PartContributions: Sendable {
  /// A part with its contribution in percentage points.
  struct Part: Sendable {
    let scope: Scope
    let points: Figure
  }

  /// The growth of the whole in percent: the sum of the parts.
  let growth: Figure
  /// The parts, the largest size first.
  let parts: [Part]
}

extension TradeFigures {
  /// The contributions of the parts to the growth of a flow; `nil` where a level is missing or the
  /// earlier whole is not above zero.
  func contributions(to flow: Flow) -> PartContributions? {
    let base = whole.comparison(of: flow).basePeriod
    let scopes = parts.map(\.scope)
    let found = panels.newest { version -> (before: [Figure], after: [Figure])? in
      func levels(_ span: Period) -> [Figure]? {
        let levels = (scopes + [whole.scope]).map {
          $0.combination(flow).level(in: version, over: span)
        }
        return levels.allSatisfy { $0.value != nil } ? levels : nil
      }
      guard let before = levels(base), let after = levels(period) else { return nil }
      return (before, after)
    }
    guard let (before, after) = found?.answer, let sum0 = before.last, let sum1 = after.last,
      let divisor = sum0.value, divisor > 0
    else { return nil }
    let contributions = scopes.indices.map { place -> PartContributions.Part in
      let change = after[place] - before[place]
      let points = change.observation.combined(with: sum0.observation) { 100 * $0 / $1 }
      let others = before.indices.dropLast().filter { $0 != place }.map { before[$0] }
      return PartContributions.Part(
        scope: scopes[place],
        points: Figure(points, bounds(before[place], after[place], sum0, others)))
    }
    let growth = Growth.rate(from: sum0.observation, to: sum1.observation)
    let range = sum0.bounds.flatMap { b in sum1.bounds.flatMap { Bounds.growth(from: b, to: $0) } }
    let ranked = contributions.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      let sizes = (x.points.value?.magnitude ?? 0, y.points.value?.magnitude ?? 0)
      return sizes.0 == sizes.1 ? a.offset < b.offset : sizes.0 > sizes.1
    }
    return PartContributions(growth: Figure(growth, range), parts: ranked.map(\.element))
  }

  /// The range of a contribution; a published total is known apart from its parts, a sum is not.
  private func bounds(
    _ before: Figure, _ after: Figure, _ whole: Figure, _ others: [Figure]
  ) -> Bounds? {
    guard let p0 = before.bounds, let p1 = after.bounds, let w = whole.bounds else { return nil }
    if world != nil { return Bounds.ratio(of: p1 - p0, to: w)?.scaled(by: 100) }
    return Bounds.contribution(
      from: p0, to: p1, rest0: others.compactMap(\.bounds).reduce(Bounds(0, 0), +))
  }
}
