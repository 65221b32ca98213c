internal import Indicators
internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// The tables.
extension QuarterlyReport {
  /// Levels, changes, shares and balances by partner.
  var byPartner: [Block] {
    let hasSeveral = figures.each.count > 1
    var columns: [TableColumn] = []
    for flow in [Flow.exports, .imports] {
      let group = Prose(Phrases.capitalized(flow.name))
      columns.append(TableColumn("value", group: group, unit: money.unitName))
      columns.append(TableColumn("change", group: group, unit: "%"))
      if hasSeveral { columns.append(TableColumn("share", group: group, unit: "%")) }
    }
    columns.append(TableColumn("value", group: "Balance", unit: money.unitName))
    columns.append(TableColumn("change", group: "Balance", unit: money.unitName))
    let all = hasSeveral ? figures.each + [figures.total] : figures.each
    let footnote = commonNote(all.flatMap { [$0.exports, $0.imports] })
    func row(_ partner: PartnerFigures) -> [TableCell] {
      cells(partner, withShares: hasSeveral, marked: footnote == nil)
    }
    var rows = figures.each.map { TableRow.body(Prose(name($0.partners[0])), row($0)) }
    var notes: [Prose] = ["Change: on \(figures.total.exports.basePeriod.words)."]
    if hasSeveral {
      rows.append(.total(Prose(totalName), row(figures.total)))
      notes.append(
        """
        Shares are of the \(Phrases.count(figures.each.count)) partners listed; the data hold no \
        total for the world.
        """)
    }
    let caption = "\(capitalPossessive) trade\(hasSeveral ? " by partner" : ""), "
    let table = Table(
      caption: Prose(caption + figures.period.heading) + mark(footnote), stub: "Partner",
      columns: columns, rows: rows, notes: notes)
    return [.table(hasSeveral ? table.adding(notes: gaps(in: table)) : table)]
  }

  private func cells(
    _ partner: PartnerFigures, withShares: Bool, marked: Bool
  ) -> [TableCell] {
    var cells: [TableCell] = []
    for flow in [Flow.exports, .imports] {
      let comparison = partner.comparison(of: flow)
      cells.append(cell(comparison.level, money.cell))
      cells.append(rateCell(comparison.rate, marked ? vintageNote(comparison) : nil))
      if withShares { cells.append(cell(figures.share(partner, of: flow), .percent())) }
    }
    cells.append(cell(partner.balance.level, money.cell))
    cells.append(cell(partner.balance.difference, money.changeCell))
    return cells
  }

  private func rateCell(_ rate: Figure, _ note: Footnote?) -> TableCell {
    let style = NumberStyle.percent().withSign(.always).withoutUnit
    guard let value = rate.value else { return .missing(mark(rate)) }
    let quantity = Quantity(value, style)
    return .quantity(note.map(quantity.noted) ?? quantity)
  }

  /// The footnote that all comparisons of a table share, so that it stands once in the caption.
  private func commonNote(_ comparisons: [Comparison]) -> Footnote? {
    let notes = comparisons.filter { $0.rate.value != nil }.map(vintageNote)
    guard let first = notes.first, notes.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  private func mark(_ footnote: Footnote?) -> Prose {
    footnote.map { Prose([.footnote($0)]) } ?? ""
  }

  /// Notes that name totals which do not add at the digits printed.
  private func gaps(in table: Table) -> [Prose] {
    let parts = Array(figures.each.indices)
    let levels = table.columns.indices.filter { table.columns[$0].unit == money.unitName }
    let shares = table.columns.indices.filter { table.columns[$0].header.plainText == "share" }
    let gaps = (levels + shares).flatMap { column in
      table.roundingGaps(total: parts.count, parts: parts, columns: [column]).map { gap in
        (column, gap)
      }
    }
    let names = gaps.map { column, _ in
      let header = table.columns[column]
      return "\(header.header.plainText) of \((header.group?.plainText ?? "").lowercased())"
    }
    return names.isEmpty
      ? []
      : [
        """
        The parts do not add to the row \(totalName) because of rounding: \(Phrases.list(names)).
        """
      ]
  }

  /// The periods before, and the months within.
  var overTime: [Block] {
    let tables = [spansTable, monthsTable].compactMap { $0 }
    return tables.isEmpty ? [] : [.heading(level: 1, "Over time")] + tables.map(Block.table)
  }

  /// The period with up to four of its length before it.
  private var spansTable: Table? {
    let what = Combination.flow(.exports, figures.partners)
    let earlier = figures.earlierSpans(of: what, limit: 4).map(\.period)
    guard !earlier.isEmpty else { return nil }
    let spans = Array(earlier.reversed()) + [figures.period]
    return timeTable(
      "\(capitalPossessive) trade with \(partnersShort) over time",
      spans.map { (label: $0.label, indentation: 0, figures: figures.at($0)) })
  }

  /// The months of the period, for each partner and for all together.
  private var monthsTable: Table? {
    let months = figures.period.months.map { Period.month($0) }
    let isMonthly = figures.panels.latest.values.axis.contains { $0.count == 1 }
    guard months.count > 1, months.count <= 12, isMonthly else { return nil }
    let hasSeveral = figures.each.count > 1
    var rows: [(label: String, indentation: Int, figures: PartnerFigures?)] = []
    for partners in (hasSeveral ? figures.each.map(\.partners) : []) + [figures.partners] {
      if hasSeveral {
        rows.append((partners.count == 1 ? name(partners[0]) : totalName, 0, nil))
      }
      for month in months {
        rows.append((month.label, hasSeveral ? 1 : 0, figures.at(month, partners)))
      }
    }
    let table = timeTable("\(capitalPossessive) trade by month", rows)
    let usesPrinted = rows.compactMap(\.figures).contains { partner in
      [Flow.exports, .imports].contains {
        figures.bestRate(partner.comparison(of: $0), $0, partner).isPrinted
      }
    }
    guard usesPrinted else { return table }
    return table.adding(notes: [
      """
      Changes of single partners are those that the source prints, where its levels allow them; \
      it computes from more digits than it prints. All others are computed from the levels.
      """
    ])
  }

  private func timeTable(
    _ caption: String,
    _ rows: [(label: String, indentation: Int, figures: PartnerFigures?)]
  ) -> Table {
    var columns: [TableColumn] = []
    for flow in [Flow.exports, .imports] {
      let group = Prose(Phrases.capitalized(flow.name))
      columns.append(TableColumn("value", group: group, unit: money.unitName))
      columns.append(TableColumn("change", group: group, unit: "%"))
    }
    columns.append(TableColumn("Balance", unit: money.unitName))
    let footnote = commonNote(
      rows.compactMap(\.figures).flatMap { partner in
        [Flow.exports, .imports].map { partner.comparison(of: $0) }
      })
    let body = rows.map { row -> TableRow in
      let cells = row.figures.map { spanCells($0, marked: footnote == nil) }
      return .body(
        Prose(row.label), indentation: row.indentation,
        cells ?? columns.map { _ in TableCell.empty })
    }
    return Table(
      caption: Prose(caption) + mark(footnote), stub: "Period", columns: columns, rows: body,
      notes: ["Change: on the same period of the year before."])
  }

  private func spanCells(_ partner: PartnerFigures, marked: Bool) -> [TableCell] {
    [Flow.exports, .imports].flatMap { flow -> [TableCell] in
      let comparison = partner.comparison(of: flow)
      let best = figures.bestRate(comparison, flow, partner)
      let note = best.isPrinted || !marked ? nil : vintageNote(comparison)
      return [cell(comparison.level, money.cell), rateCell(best.rate, note)]
    } + [cell(partner.balance.level, money.cell)]
  }

  /// How far the rates can be off, because the levels behind them are printed with few digits.
  var exactness: [Block] {
    var rows: [TableRow] = []
    let all = figures.each.count > 1 ? figures.each + [figures.total] : figures.each
    for partner in all {
      for flow in [Flow.exports, .imports] {
        let what =
          partner.partners.count == 1 ? name(partner.partners[0]) : totalName
        let rate = partner.comparison(of: flow).rate
        let contribution =
          figures.each.count > 1 && partner.partners.count == 1
          ? figures.contribution(partner, to: flow) : nil
        let cells = [range(rate), contribution.map(range) ?? .empty]
        guard cells.contains(where: { $0 != .empty }) else { continue }
        rows.append(.body("\(what), \(flow.name)", cells))
      }
    }
    guard !rows.isEmpty else { return [] }
    let hasContributions = rows.contains { $0.cells[1] != .empty }
    if !hasContributions { rows = rows.map { .body($0.label, [$0.cells[0]]) } }
    let columns = [
      TableColumn("Change on year", unit: "%", alignment: .trailing),
      TableColumn("Contribution", unit: "pp", alignment: .trailing),
    ]
    return [
      .heading(level: 1, "How exact the rates are"),
      .paragraph(roundingText),
      .table(
        Table(
          caption: "Range of the rates that the printed digits allow", stub: "Rate of",
          columns: Array(columns.prefix(hasContributions ? 2 : 1)), rows: rows)),
    ]
  }

  private var roundingText: Prose {
    let unit = observations.compactMap(\.figure).map(\.halfUnit).max() ?? 0
    let width =
      figures.each.flatMap { [$0.exports.level, $0.imports.level] }
      .compactMap(\.bounds).map { $0.width / 2 }.max() ?? 0
    let printed = Quantity(2 * unit, money.amount)
    let style = money.amount.withDecimals(money.amount.decimals + 1)
    return """
      The levels behind this report are printed to \(printed). A figure of one partner summed from \
      such levels can be off by \(Quantity(width, style)), and rates computed from them lie in the \
      ranges of the table.
      """
  }

  /// `-23.8 to -23.2` where the range is wider than the last digit printed.
  private func range(_ figure: Figure) -> TableCell {
    guard let bounds = figure.bounds, figure.value != nil, bounds.width > 0.1 else {
      return .empty
    }
    let style = NumberStyle(decimals: 1, sign: .always)
    return .text(
      Prose("\(style.text(bounds.lower)) to \(style.text(bounds.upper))"))
  }
}
