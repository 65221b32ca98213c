internal import Forecasting
internal import Reporting
internal import TimeSeries

/// The estimate of the current year as one sentence and a table.
struct CurrentYearReport {
  private let estimate: CurrentYearEstimate
  private let name: String
  private let unit: String
  private let style: NumberStyle

  init(_ estimate: CurrentYearEstimate, _ entry: ForecastEntry) {
    self.estimate = estimate
    name = entry.name
    unit = entry.unit
    style = entry.style
  }

  var blocks: [Block] {
    guard estimate.median != nil else { return [.paragraph(Prose(sentence))] }
    return [.paragraph(Prose(sentence)), .table(table)]
  }

  /// What the year may come to, between which bounds, and how wrong that was before.
  var sentence: String {
    let unit = unit.isEmpty ? "" : " \(unit)"
    let known =
      "\(name), \(estimate.year): \(style.text(estimate.knownValue))"
      + "\(unit) through \(estimate.yearToDate.last)"
    guard let median = estimate.median, let range = estimate.range else {
      let reasons = estimate.figures.compactMap(\.reason)
      return known
        + "; the year cannot be estimated, because \(reasons.last ?? "too little is known")."
    }
    var text = known + "; the whole year is estimated at \(style.text(median))\(unit)"
    if let before = estimate.yearBefore, estimate.subject == .balance {
      text += " (\(estimate.year - 1): \(style.text(before)))"
    } else if let before = estimate.yearBefore, before > 0 {
      let change = NumberStyle(decimals: 1, sign: .always).text(100 * (median / before - 1))
      text += " (\(change) % on \(estimate.year - 1))"
    }
    let count = estimate.figures.count { $0.value != nil }
    if count > 1 {
      text +=
        ", the middle of \(count) ways that give \(style.text(range.lowerBound))"
        + " to \(style.text(range.upperBound))"
    }
    let errors = estimate.figures.compactMap(\.meanAbsoluteError)
    let years = Set(estimate.figures.flatMap { $0.errors.map(\.year) }).sorted()
    if let low = errors.min(), let high = errors.max(), let first = years.first,
      let last = years.last
    {
      let one = errorStyle
      let span = first == last ? "in \(first)" : "in \(first) to \(last)"
      let size =
        one.text(low) == one.text(high)
        ? one.text(low) : "\(one.text(low)) to \(one.text(high))"
      let who = estimate.figures.count == 1 ? "it was" : "they were"
      let unit = estimate.subject == .flow ? " %" : unit
      text += "; at the same point \(span) \(who) wrong by \(size)\(unit) on average"
    }
    return text + "."
  }

  /// Errors are percentages; of a balance they are in its unit.
  private var errorStyle: NumberStyle {
    estimate.subject == .flow ? NumberStyle(decimals: 1) : style
  }

  private var table: Table {
    let errorUnit = estimate.subject == .flow ? "%" : unit
    let size = errorStyle
    let signed = errorStyle.withSign(.always)
    let rows = estimate.figures.map { figure -> TableRow in
      let worst: TableCell =
        figure.worstError.map { .number($0, signed) } ?? .missing(.notAvailable)
      return .body(
        Prose(label(figure.way)),
        [
          figure.value.map { .number($0, style) } ?? .missing(.notAvailable),
          figure.meanAbsoluteError.map { .number($0, size) } ?? .missing(.notAvailable),
          worst, figure.worstYear.map { .text(Prose("\($0)")) } ?? .empty,
          .text(Prose(figure.errors.isEmpty ? "" : "\(figure.errors.count)")),
        ])
    }
    return Table(
      caption: Prose(
        "\(name): the year \(estimate.year) from data through \(estimate.yearToDate.last)"
          + (estimate.figures.count == 1 ? "" : ", three ways")),
      stub: "Way",
      columns: [
        TableColumn("Estimate", unit: unit), TableColumn("Mean error", unit: errorUnit),
        TableColumn("Worst", unit: errorUnit), TableColumn("in", alignment: .trailing),
        TableColumn("Years", alignment: .trailing),
      ],
      rows: rows.count == 1
        ? rows
        : rows
          + [.total("Median", [.number(estimate.median, style), .empty, .empty, .empty, .empty])],
      notes: estimate.figures.compactMap { figure in
        figure.reason.map { Prose("\(label(figure.way)): \($0).") }
      })
  }

  private func label(_ way: CurrentYearEstimate.Way) -> String {
    switch way {
    case .ratio: "Share of last year"
    case .momentum: "Recent growth"
    case .model: "Model" + (estimate.modelName.map { " (\($0))" } ?? "")
    }
  }
}
