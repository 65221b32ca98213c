internal import Indicators
internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// How exact the figures are.
extension QuarterlyReport {
  /// How far the rates can be off, because the levels behind them are printed with few digits.
  var exactness: [Block] {
    var rows: [TableRow] = []
    let sums = figures.each.count > 1 ? [figures.total] : []
    for partner in figures.each + sums + [figures.others, figures.world].compactMap({ $0 }) {
      for flow in [Flow.exports, .imports] {
        let contribution = figures.contributions(to: flow)?.parts
          .first { $0.scope == partner.scope && figures.hasParts }?.points
        let share = figures.hasParts ? figures.share(partner, of: flow) : nil
        let cells = [
          range(figures.change(partner, of: flow).rate, sign: .always),
          share.map { range($0, sign: .automatic) } ?? .empty,
          contribution.map { range($0, sign: .always) } ?? .empty,
        ]
        guard cells.contains(where: { $0 != .empty }) else { continue }
        rows.append(.body("\(name(partner.scope)), \(flow.name)", cells))
      }
    }
    guard !rows.isEmpty else { return [] }
    let columns = [
      TableColumn("Change on year", unit: "%", alignment: .trailing),
      TableColumn("Share", unit: "%", alignment: .trailing),
      TableColumn("Contribution", unit: "pp", alignment: .trailing),
    ]
    let used = columns.indices.filter { column in
      rows.contains { $0.cells[column] != .empty }
    }
    return [
      .heading(level: 1, "How exact the rates are"),
      .paragraph(roundingText),
      .table(
        Table(
          caption: "Range of the rates that the printed digits allow", stub: "Rate of",
          columns: used.map { columns[$0] },
          rows: rows.map { row in .body(row.label, used.map { row.cells[$0] }) })),
    ]
  }

  /// How far the levels can be off: one partner's, the sum of all, the balance.
  private var roundingText: Prose {
    let spans = [figures.period, figures.period.shifted(byYears: -1)]
    let unit =
      observations.filter { observation in
        figures.partners.contains(observation.key.partner)
          && spans.contains { $0.contains(observation.period) }
      }.map(\.halfUnit).max() ?? 0
    func reach(_ figures: [Figure]) -> StyledQuantity {
      let width = figures.compactMap(\.bounds).map { $0.width / 2 }.max() ?? 0
      return StyledQuantity(width, money.amount.withDecimals(min(15, money.amount.decimals + 1)))
    }
    let single = reach(figures.each.flatMap { [$0.exports.level, $0.imports.level] })
    let sum = reach([figures.total.exports.level, figures.total.imports.level])
    let balance = reach([figures.total.balance.level])
    let sums: Prose =
      figures.each.count > 1 ? ", the sum of \(partnersShort) by \(sum)" : ""
    return """
      The levels behind this report are printed to \(StyledQuantity(2 * unit, money.amount)). The \
      exports or imports of one partner can be off by \(single)\(sums) and the balance by \(balance). \
      Rates computed from them lie in the ranges of the table, which lists those whose range is \
      wider than their last digit.
      """
  }

  /// `-23.8 to -23.2` where the range is wider than the last digit printed.
  private func range(_ figure: Figure, sign: SignPolicy) -> TableCell {
    guard let bounds = figure.bounds, exceedsLastDigit(bounds) else { return .empty }
    let style = NumberStyle(decimals: 1, sign: sign)
    return .text(Prose("\(style.text(bounds.lower)) to \(style.text(bounds.upper))"))
  }
}
