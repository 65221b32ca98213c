internal import Reporting
internal import TimeSeries
internal import TradeModel

/// The series over time, drawn.
extension SeriesTable {
  /// How many charts there are at most; the caption of the last one counts the series without.
  static let chartLimit = 12

  /// The series as drawings alone: lines of block characters where nothing else can be drawn.
  func drawings(asText: Bool) -> Document {
    asText ? bars : Document(charts.map { .chart($0) })
  }

  /// How many bars a line has at most.
  private static let barLimit = 36

  /// Each series as a line of bars over time, all over the same months.
  private var bars: Document {
    let places = drawnPeriods ?? PeriodAxis([])
    let step = max(1, (places.count + Self.barLimit - 1) / Self.barLimit)
    let rows = columns.map { column -> TableRow in
      let values = places.map { column.series[$0].value }
      let held = values.compactMap { $0 }
      let means = stride(from: 0, to: values.count, by: step).map { start -> Double? in
        let part = values[start..<min(start + step, values.count)].compactMap { $0 }
        return part.isEmpty ? nil : part.reduce(0) { $0 + $1 / Double(part.count) }
      }
      let line = Sparkline(
        baseline: column.key.flow.isNonNegative ? .zero : .minimum, missing: "·"
      ).text(means)
      let style = style(column)
      let (group, header) = heading(column)
      let name = [group, header].filter { !$0.isEmpty }.joined(separator: ", ")
      let own = unit(column)
      let unit = own.isEmpty ? "" : " (\(own))"
      return .body(
        Prose(name + unit),
        [
          .text(Prose(line)), .number(held.min(), style), .number(held.max(), style),
          .number(held.last, style),
        ])
    }
    let span = [places.first, places.last].compactMap { $0?.description }.joined(separator: " to ")
    let parts = places.frequency.map { " \($0.unitName)s" } ?? " periods"
    return Document([
      .table(
        Table(
          caption: Prose(title), stub: "Series",
          columns: [
            TableColumn(
              Prose(span + (step > 1 ? ", mean of \(step)\(parts) a bar" : "")),
              alignment: .leading), TableColumn("lowest"), TableColumn("highest"),
            TableColumn("latest"),
          ], rows: rows))
    ])
  }

  /// One chart for the flows of each partner, product and unit, in the order of the columns.
  var charts: [Chart] {
    guard let places = drawnPeriods else { return [] }
    var groups: [[Column]] = []
    for column in columns {
      if let place = groups.firstIndex(where: { Self.isDrawn(column, with: $0) }) {
        groups[place].append(column)
      } else {
        groups.append([column])
      }
    }
    let others = groups.dropFirst(Self.chartLimit).reduce(0) { $0 + $1.count }
    return groups.prefix(Self.chartLimit).enumerated().map { place, group in
      let isLast = place == Self.chartLimit - 1 && others > 0
      return chart(
        group, places, isAlone: groups.count == 1,
        isLast ? " (\(others) more series \(others == 1 ? "is" : "are") in the table only)" : "")
    }
  }

  /// The periods of the commonest length, without gaps; others, such as January and February
  /// together, are not drawn beside them.
  private var drawnPeriods: PeriodAxis? {
    let counts = Dictionary(grouping: periods, by: \.count).mapValues(\.count)
    guard let length = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else {
      return nil
    }
    return PeriodAxis(periods).regular(length: length)
  }

  /// Whether a series is drawn with others: those of which it differs by the flow alone, two lines
  /// and a balance at most.
  private static func isDrawn(_ column: Column, with group: [Column]) -> Bool {
    guard let first = group.first, column.key.flow != .other else { return false }
    let isFull = !column.isBalance && group.count { !$0.isBalance } == 2
    return !isFull && column.exponent == first.exponent
      && column.key.with(flow: .other) == first.key.with(flow: .other)
      && !group.contains { $0.key.flow == column.key.flow }
  }

  private func chart(_ group: [Column], _ places: PeriodAxis, isAlone: Bool, _ remark: String)
    -> Chart
  {
    // Bars come last: lines have the stronger colours.
    let drawn = group.filter { !$0.isBalance } + group.filter(\.isBalance)
    let names = drawn.map { heading($0).header }.joined(separator: ", ")
    let partner = heading(group[0]).group
    let caption = isAlone ? title : partner.isEmpty ? names : "\(partner): \(names)"
    return Chart(
      caption: Prose(caption + remark), unit: unit(group[0]), places: places.map(label),
      series: drawn.map { column in
        Chart.Series(
          heading(column).header, column.isBalance ? .bars : .line,
          places.map { StyledQuantity(column.series[$0].value, style(column)) })
      })
  }
}
