internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// Reads the rows of a table of China's customs.
struct ChinaCustomsRows {
  let layout: ChinaCustomsLayout

  init(layout: ChinaCustomsLayout) { self.layout = layout }

  mutating func read(_ record: PlacedRecord, _ collector: inout FigureCollector) {
    guard record.count == layout.fieldCount else {
      collector.meet(cells: max(record.count - 1, 0))
      collector.refuse(
        record.place, "csv.unequal-fields",
        "record has \(record.count) fields, expected \(layout.fieldCount) as in the headings",
        expected: "\(layout.fieldCount) fields", cells: max(record.count - 1, 0))
      return
    }
    collector.meet(cells: layout.columns.count)
    let label = record.text(0).trimmed
    guard let date = date(label) else {
      collector.refuse(
        record.place(0), "china-customs.period", "\(label.quoted) is not a month",
        expected: "a month such as 9月, 2023.09 or 1-2月", cells: layout.columns.count)
      return
    }
    var partner = Area.world.code
    var product = ""
    if layout.heading.isByCommodity {
      product = label
    } else if !layout.isByMonth {
      partner = ChinaCustomsAreas.code(of: label) ?? self.partner(label, record, &collector)
    }
    var seen: [Seen: String] = [:]
    for column in layout.columns {
      let cell = record.place(column.column, name: column.name)
      let period = column.period(year: date.year, months: date.months)
      let identity = Seen(flow: column.flow, measure: column.measure, period: period)
      let text = cell.text.trimmed
      if let first = seen[identity] {
        repeated(cell, first: first, &collector)
        continue
      }
      seen[identity] = text
      let unit = self.unit(of: column.measure, record)
      let key = SeriesKey(
        reporter: "CHN", partner: partner, flow: column.flow, product: product,
        measure: column.measure, unit: unit.unit)
      if text.isEmpty || text == "-" || text == "—" || text == "--" {
        collector.take(missing: .unknown, key: key, period: period, at: cell)
      } else if let number = PublisherNumber(
        text.hasSuffix("%") ? String(text.dropLast()) : text, thousands: ",", scale: unit.scale)
      {
        collector.take(number, key: key, period: period, at: cell)
      } else {
        collector.refuse(notNumber: cell, expected: "digits with '.', or '-' for no figure")
      }
    }
  }

  /// What two columns of one row must not share.
  private struct Seen: Hashable {
    let flow: Flow
    let measure: Measure
    let period: Period
  }

  /// In January, and where January and February come together, the month is the year so far.
  private func repeated(
    _ cell: CellPlace, first: String, _ collector: inout FigureCollector
  ) {
    if cell.text.trimmed == first {
      collector.leaveOut("figures of the year so far that repeat those of the month")
    } else {
      collector.refuse(
        cell, "china-customs.differs",
        "\(cell.text.trimmed.quoted) stands beside \(first.quoted) for the same months",
        expected: first)
    }
  }

  private func partner(
    _ label: String, _ record: PlacedRecord, _ collector: inout FigureCollector
  ) -> String {
    let name = ChinaCustomsAreas.plain(label)
    return collector.area([label, name], fallback: label, at: record.place(0))
  }

  private func unit(
    of measure: Measure, _ record: PlacedRecord
  ) -> (unit: Unit, scale: DecimalScale) {
    if measure.isChange { return (.percent, .one) }
    guard measure == .quantity else { return layout.unit }
    return (Unit(layout.quantityUnit.map { record.text($0).trimmed } ?? ""), .one)
  }

  /// The year and months of a row: those of the title, or those of its label where rows are months.
  private func date(_ label: String) -> (year: Int, months: ClosedRange<Int>)? {
    guard layout.isByMonth else {
      guard let year = layout.heading.year else { return nil }
      return (year, layout.heading.months ?? 1...12)
    }
    let parts = label.split { "年.-/".contains($0) }
    var year = layout.heading.year
    var rest = label[...]
    if let first = parts.first, first.count == 4, let number = Int(first) {
      year = number
      rest = label.dropFirst(5)
    }
    guard let year else { return nil }
    let text = String(rest).trimmed
    if let (first, last) = ChinaCustomsColumn.months(text) { return (year, first...last) }
    return text.isEmpty ? (year, 1...12) : nil
  }
}
