internal import Indicators
internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// The tables of the periods before, and of the months within.
extension QuarterlyReport {
  /// The periods before, and the months within.
  var overTime: [Block] {
    let tables = [spansTable, monthsTable].compactMap { $0 }
    guard !tables.isEmpty else { return [] }
    return [.heading(level: 1, "Over time")] + (spansChart.map { [.chart($0)] } ?? [])
      + tables.map(Block.table)
  }

  /// The period with up to four of its length before it.
  private var spansTable: Table? {
    let what = figures.total.scope.combination(.exports)
    let earlier = figures.earlierSpans(of: what, limit: 4).map(\.period)
    guard !earlier.isEmpty else { return nil }
    let spans = Array(earlier.reversed()) + [figures.period]
    return timeTable(
      "\(capitalPossessive) trade with \(partnersShort) over time",
      spans.map { ($0.label, 0, figures.at($0)) })
  }

  /// The period with up to twelve of its length before it, drawn.
  private var spansChart: Chart? {
    let what = figures.total.scope.combination(.exports)
    let earlier = figures.earlierSpans(of: what, limit: 12).map(\.period)
    guard !earlier.isEmpty else { return nil }
    let spans = Array(earlier.reversed()) + [figures.period]
    let partners = spans.map { figures.at($0) }
    func drawn(_ values: [Figure]) -> [StyledQuantity] {
      values.map { StyledQuantity($0.value, money.cell.withoutUnit) }
    }
    return Chart(
      caption: Prose("\(capitalPossessive) exports, imports and balance with \(partnersShort)"),
      unit: money.unitName, places: spans.map(\.label),
      series: [
        .init("Exports", .line, drawn(partners.map { $0.comparison(of: .exports).level })),
        .init("Imports", .line, drawn(partners.map { $0.comparison(of: .imports).level })),
        .init("Balance", .bars, drawn(partners.map(\.balance.level))),
      ])
  }

  /// The months of the period, for each partner and for all together.
  private var monthsTable: Table? {
    let months = figures.period.months.map { Period.month($0) }
    let isMonthly = figures.panels.latest.values.axis.contains { $0.count == 1 }
    guard months.count > 1, months.count <= 12, isMonthly else { return nil }
    let hasSeveral = figures.each.count > 1
    let scopes = (hasSeveral ? figures.each.map(\.scope) : []) + [figures.total.scope]
    var rows: [TimeRow] = []
    for scope in scopes {
      if hasSeveral { rows.append((name(scope), 0, nil)) }
      for month in months {
        rows.append((month.label, hasSeveral ? 1 : 0, figures.at(month, scope)))
      }
    }
    let table = timeTable("\(capitalPossessive) trade by month", rows)
    guard hasSeveral else { return table }
    return table.adding(notes: monthGaps(in: table, months: months))
  }

  /// The note that names the months whose partners do not add at the digits printed.
  private func monthGaps(in table: Table, months: [Period]) -> [Prose] {
    let step = months.count + 1
    let columns = table.columns.indices.filter { table.columns[$0].unit == money.unitName }
    let names = months.indices.filter { month in
      let rows = (0...figures.each.count).map { $0 * step + 1 + month }
      return !table.roundingGaps(
        total: rows[rows.count - 1], parts: Array(rows.dropLast()), columns: columns
      ).isEmpty
    }.map { months[$0].label }
    return names.isEmpty
      ? []
      : [
        "The partners do not add to the rows Together because of rounding: \(Phrases.list(names))."
      ]
  }

  private typealias TimeRow = (label: String, indentation: Int, figures: PartnerFigures?)

  private func timeTable(_ caption: String, _ rows: [TimeRow]) -> Table {
    var columns: [TableColumn] = []
    for flow in [Flow.exports, .imports] {
      let group = Prose(Phrases.capitalized(flow.name))
      columns.append(TableColumn("value", group: group, unit: money.unitName))
      columns.append(TableColumn("change", group: group, unit: "%"))
    }
    columns.append(TableColumn("Balance", unit: money.unitName))
    let figured = rows.compactMap(\.figures)
    let footnote = commonNote(figured, isShort: true)
    let body = rows.map { row -> TableRow in
      let cells = row.figures.map { spanCells($0, marked: footnote == nil) }
      return .body(
        Prose(row.label), indentation: row.indentation,
        cells ?? columns.map { _ in TableCell.empty })
    }
    let table = Table(
      caption: Prose(caption) + mark(footnote), stub: "Period", columns: columns, rows: body,
      notes: ["Change: on the same period of the year before."])
    return table.adding(
      notes: (usesPrinted(figured) ? [printedText] : [])
        + balanceGaps(in: table, exports: 0, imports: 2, balance: 4))
  }

  private func spanCells(_ partner: PartnerFigures, marked: Bool) -> [TableCell] {
    [Flow.exports, .imports].flatMap { flow -> [TableCell] in
      let comparison = partner.comparison(of: flow)
      let change = figures.change(partner, of: flow)
      let note = change.isPrinted || !marked ? nil : vintageNote(comparison, isShort: true)
      return [cell(comparison.level, money.cell), rateCell(change.rate, note)]
    } + [cell(partner.balance.level, money.cell)]
  }
}
