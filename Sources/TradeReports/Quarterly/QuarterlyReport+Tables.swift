internal import Indicators
internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// The table by partner.
extension QuarterlyReport {
  /// Levels, changes, shares and balances by partner, with the whole that they are parts of.
  var byPartner: [Block] {
    var columns: [TableColumn] = []
    for flow in [Flow.exports, .imports] {
      let group = Prose(Phrases.capitalized(flow.name))
      columns.append(TableColumn("value", group: group, unit: money.unitName))
      columns.append(TableColumn("change", group: group, unit: "%"))
      if figures.hasParts { columns.append(TableColumn("share", group: group, unit: "%")) }
    }
    columns.append(TableColumn("value", group: "Balance", unit: money.unitName))
    columns.append(TableColumn("change", group: "Balance", unit: money.unitName))
    let together = figures.each.count > 1 ? [figures.total] : []
    let beside = [figures.others, figures.world].compactMap { $0 }
    let footnote = commonNote(figures.each + together + beside)
    func row(_ partner: PartnerFigures) -> TableRow {
      let (label, cells) = (Prose(name(partner.scope)), cells(partner, marked: footnote == nil))
      let isSum = partner.scope.single == nil && partner.scope != figures.others?.scope
      return isSum || partner.scope == .world && figures.world != nil
        ? .total(label, cells) : .body(label, cells)
    }
    let all = figures.each + together + beside
    var notes: [Prose] = ["Change: on \(figures.total.exports.basePeriod.words)."]
    if figures.hasParts { notes.append(shareText) }
    if usesPrinted(all) { notes.append(printedText) }
    let caption = "\(capitalPossessive) trade\(figures.hasParts ? " by partner" : ""), "
    let table = Table(
      caption: Prose(caption + figures.period.heading) + mark(footnote), stub: "Partner",
      columns: columns, rows: all.map(row), notes: notes)
    return [.table(table.adding(notes: gaps(in: table)))]
  }

  private var shareText: Prose {
    figures.world == nil
      ? """
      Shares are of the \(Phrases.count(figures.each.count)) partners listed; the data hold no \
      total for the world.
      """ : "Shares are shares of the world."
  }

  /// Whether a change in a table is one that the source prints.
  func usesPrinted(_ rows: [PartnerFigures]) -> Bool {
    rows.contains { row in
      [Flow.exports, .imports].contains { figures.change(row, of: $0).isPrinted }
    }
  }

  /// Where the changes of a table come from.
  var printedText: Prose {
    """
    Changes of single partners are those that the source prints, where its levels allow them; it \
    computes from more digits than it prints. All others are computed from the levels.
    """
  }

  private func cells(_ partner: PartnerFigures, marked: Bool) -> [TableCell] {
    var cells: [TableCell] = []
    for flow in [Flow.exports, .imports] {
      let comparison = partner.comparison(of: flow)
      let change = figures.change(partner, of: flow)
      cells.append(cell(comparison.level, money.cell))
      cells.append(rateCell(change.rate, marked ? vintageNote(change, comparison) : nil))
      if figures.hasParts { cells.append(cell(figures.share(partner, of: flow), .percent())) }
    }
    cells.append(cell(partner.balance.level, money.cell))
    let note = marked ? vintageNote(partner.balance) : nil
    let difference = cell(partner.balance.difference, money.changeCell)
    cells.append(noted(difference, note))
    return cells
  }

  /// The cell of a change in percent.
  func rateCell(_ rate: Figure, _ note: Footnote?) -> TableCell {
    noted(cell(rate, NumberStyle.percent().withSign(.always)), note)
  }

  private func noted(_ cell: TableCell, _ note: Footnote?) -> TableCell {
    guard let note, let quantity = cell.quantity else { return cell }
    return .quantity(quantity.noted(note))
  }

  /// The footnote that all computed changes of a table share, so that it stands once in the
  /// caption.
  func commonNote(_ rows: [PartnerFigures], isShort: Bool = false) -> Footnote? {
    let notes = rows.flatMap { row in
      [Flow.exports, .imports].compactMap { flow -> Footnote?? in
        let change = figures.change(row, of: flow)
        if change.isPrinted || change.rate.value == nil { return nil }
        return .some(vintageNote(row.comparison(of: flow), isShort: isShort))
      }
    }
    guard let first = notes.first, notes.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// Notes that name what does not add at the digits printed.
  private func gaps(in table: Table) -> [Prose] {
    let count = figures.each.count
    var sums: [(total: Int, parts: [Int])] = []
    if count > 1 { sums.append((count, Array(0..<count))) }
    if figures.world != nil {
      sums.append((table.rows.count - 1, Array(0..<count) + [table.rows.count - 2]))
    }
    let columns = table.columns.indices.filter { column in
      table.columns[column].unit == money.unitName
        || table.columns[column].header.plainText == "share"
    }
    var notes = sums.compactMap { sum -> Prose? in
      let names = columns.filter {
        !table.roundingGaps(total: sum.total, parts: sum.parts, columns: [$0]).isEmpty
      }.map { column in
        let header = table.columns[column]
        return "\(header.header.plainText) of \((header.group?.plainText ?? "").lowercased())"
      }
      guard !names.isEmpty else { return nil }
      return """
        The parts do not add to the row \(table.rows[sum.total].label.plainText) because of \
        rounding: \(Phrases.list(names)).
        """
    }
    notes += balanceGaps(
      in: table, exports: 0, imports: figures.hasParts ? 3 : 2,
      balance: table.columns.count - 2)
    return notes
  }

  /// The note that names the rows whose balance is not exports less imports as printed.
  func balanceGaps(in table: Table, exports: Int, imports: Int, balance: Int) -> [Prose] {
    let names = table.rows.filter { row in
      guard row.cells.count > balance, let x = row.cells[exports].quantity,
        let m = row.cells[imports].quantity, let b = row.cells[balance].quantity,
        let value = m.value
      else { return false }
      return RoundingGap("", parts: [x, StyledQuantity(-value, m.style)], total: b) != nil
    }.map(\.label.plainText)
    return names.isEmpty
      ? []
      : [
        "Balances may differ from exports less imports because of rounding: \(Phrases.list(names))."
      ]
  }
}
