internal import TimeSeries
internal import TradeModel

extension StructureFinder {
  /// Which figures a column of changes, or a row of them, has in common.
  private struct ChangeGroup: Hashable {
    let table: Int
    let line: Int
    let isRow: Bool
    let months: Int
  }

  /// Finds the bases of changes: by name, by period, and where neither says it by the numbers.
  mutating func findChanges() {
    var open: [ChangeGroup: [Int]] = [:]
    var order: [ChangeGroup] = []
    for (index, figure) in figures.enumerated()
    where figure.role == .growth || figure.role == .change {
      if figure.isUnchanged {
        stateUnchanged(index)
      } else if let base = figure.base {
        state(index, base)
      } else if let comparison = figure.comparison {
        if let base = base(of: figure.period, comparison) {
          state(index, base)
        } else if comparison == .yearOverYear, figure.period == nil {
          state(index, nil)
        }
      } else if figure.period?.span?.count == 12 || figure.period == nil
        || figure.period?.span == nil
      {
        // The year before is the period before.
        state(index, base(of: figure.period, .yearOverYear))
      } else {
        let group = ChangeGroup(
          table: figure.table, line: figure.column, isRow: false,
          months: figure.period?.span?.count ?? 0)
        if open[group] == nil { order.append(group) }
        open[group, default: []].append(index)
      }
    }
    for group in order { decide(open[group] ?? []) }
  }

  /// The period a change is compared with.
  private func base(of period: FigurePeriod?, _ comparison: TableLabel.Comparison) -> FigurePeriod?
  {
    switch (comparison, period) {
    case (_, nil): nil
    case (.yearOverYear, let period?): period.shifted(byYears: -1)
    case (.periodOverPeriod, .span(let span)?): .span(span.previous)
    case (.periodOverPeriod, _): nil
    }
  }

  private mutating func state(_ index: Int, _ base: FigurePeriod?) {
    let figure = figures[index]
    let now = figure.quantity
    let before = figure.baseQuantity(base)
    let isGrowth = figure.role == .growth
    let id = isGrowth ? "growth" : "change"
    guard counts(id) else { return }
    mentioned.formUnion([now, before])
    if isGrowth, figure.flow == .balance {
      statements.append(.sizeGrowth(ids[index], of: now, on: before))
    } else if isGrowth {
      statements.append(.growth(ids[index], of: now, on: before))
    } else {
      statements.append(.change(ids[index], of: now, on: before))
    }
    assume(id, Self.sentence(isGrowth, figure.period, base), count: 1)
  }

  /// The same as a year before: the level of that time rounds to the same digits.
  private mutating func stateUnchanged(_ index: Int) {
    let figure = figures[index]
    guard let base = base(of: figure.period, figure.comparison ?? .yearOverYear), counts("growth")
    else { return }
    let before = figure.quantity(of: base)
    mentioned.insert(before)
    statements.append(.level(ids[index], of: before))
    assume("growth", "'unchanged' is the same at the printed digits", count: 1)
  }

  private static func sentence(
    _ isGrowth: Bool, _ period: FigurePeriod?, _ base: FigurePeriod?
  ) -> String {
    let what = isGrowth ? "changes in percent" : "changes in money"
    if base == period?.shifted(byYears: -1) { return "\(what) are on the year before" }
    switch period?.span?.count {
    case 1?: return "\(what) of months are on the month before"
    case 3?: return "\(what) of quarters are on the quarter before"
    default: return "\(what) are on the period before"
    }
  }

  // MARK: By the numbers

  /// Decides what changes without a word for it are compared with: what fits nearly everywhere.
  private mutating func decide(_ indices: [Int]) {
    var best: (comparison: TableLabel.Comparison, share: Double, tested: Int)?
    for comparison in [TableLabel.Comparison.periodOverPeriod, .yearOverYear] {
      let fits = indices.compactMap { fit($0, comparison) }
      guard !fits.isEmpty else { continue }
      let share = Double(fits.count { $0 }) / Double(fits.count)
      if share > best?.share ?? 0 { best = (comparison, share, fits.count) }
    }
    guard let best, best.share >= 0.8 else { return }
    for index in indices {
      if let base = base(of: figures[index].period, best.comparison) { state(index, base) }
    }
  }

  /// Whether a change can be true under a comparison; `nil` when a level is not printed.
  private func fit(_ index: Int, _ comparison: TableLabel.Comparison) -> Bool? {
    let figure = figures[index]
    guard let base = base(of: figure.period, comparison),
      let now = interval(figure.quantity), let before = interval(figure.quantity(of: base))
    else { return nil }
    if figure.role == .change { return (now - before).overlaps(figure.interval) }
    return GrowthRange.growth(of: now, on: before).map { $0.overlaps(figure.interval) }
  }
}

/// Arithmetic of percentages on intervals.
enum GrowthRange {
  /// The change in percent that two levels allow; `nil` when the base can be zero or negative.
  static func growth(of now: ExactInterval, on before: ExactInterval) -> ExactInterval? {
    guard let lower = before.lower, lower.value > .zero, let ratio = now / before else {
      return nil
    }
    return (ratio - ExactInterval(exactly: .one)).scaled(by: 100)
  }

  /// The base that a level and its change in percent allow; `nil` when the change can be -100 %.
  static func base(of now: ExactInterval, growth: ExactInterval) -> ExactInterval? {
    let factor = growth.scaled(by: Rational(1, 100)) + ExactInterval(exactly: .one)
    guard let lower = factor.lower, lower.value > .zero else { return nil }
    return now / factor
  }
}
