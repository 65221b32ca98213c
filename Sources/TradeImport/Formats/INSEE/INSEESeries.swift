internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// Series of the INSEE's macro-economic database as a wide table: tabs, dates as rows, the
/// identifiers of series as columns, the first field of the header empty.
///
/// The file names neither units nor titles, so the series are `other` with the identifier as
/// product. Rows are dated by the first day of a month; the distance between them tells months,
/// quarters or years. Source: insee.fr, BDM.
struct INSEESeries: SourceFormat {
  let id = "insee-series"
  let name = "INSEE, series by date"

  func recognise(_ source: SourceText) -> Recognition? {
    let head = PlacedTable.head(source, .tabs)
    guard let header = head.first, header.count > 1, header[0].isEmpty,
      header.dropFirst().allSatisfy({ Self.isIdentifier($0) }), head.count > 1,
      head.dropFirst().allSatisfy({ Self.month($0.first ?? "") != nil || $0 == [""] })
    else { return nil }
    return Recognition(
      format: id, score: 0.95,
      evidence: [
        Evidence(
          line: 1,
          "an empty field, then \(header.count - 1) identifiers of series such as "
            + header[1]),
        Evidence(line: 2, "rows begin with a date such as \(head[1][0])"),
      ])
  }

  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    var collector = FigureCollector(source, format: id, publisher: "insee")
    let table = PlacedTable(source, .tabs, header: 1)
    table.report(to: &collector, expected: ["csv.empty-name", "csv.blank-lines"])
    guard let header = table.header?.texts else { return collector.result() }
    collector.count(.header)
    let step = Self.step(table)
    for index in 0..<table.rowCount {
      let record = table.row(index)
      if record.isBlank {
        collector.count(.blank)
        continue
      }
      collector.count(.data)
      guard table.hasRightLength(record, valuesFrom: 1, &collector) else { continue }
      collector.meet(cells: record.count - 1)
      guard let month = Self.month(record.text(0)) else {
        collector.refuse(
          record.place(0), "insee.date", "\(record.text(0).quoted) is not a date",
          expected: "the first day of a month such as 1990-01-01", cells: record.count - 1)
        continue
      }
      let period = Period(from: month, count: step)
      for column in header.indices.dropFirst() {
        let cell = record.place(column, name: header[column])
        let key = SeriesKey(
          reporter: options.reporter ?? "FRA", partner: options.partner ?? "WLD",
          flow: options.flow ?? .other, product: header[column], unit: options.unit ?? Unit(""))
        switch cell.text.trimmed {
        case "", "NaN", "(nd)", "nd":
          collector.take(missing: .unknown, key: key, period: period, at: cell)
        case let text:
          if let number = PublisherNumber(text, scale: options.scale ?? .one) {
            collector.take(number, key: key, period: period, at: cell)
          } else {
            collector.refuse(notNumber: cell, expected: "digits with '.'")
          }
        }
      }
    }
    collector.note(
      "insee.unit",
      "the file names no unit and no title: flow other, the identifier as product, "
        + "periods of \(step) \(step == 1 ? "month" : "months") from the distance of the dates")
    return collector.result()
  }

  /// Months, quarters, halves or years: the smallest distance between two dates, if it is one.
  private static func step(_ table: PlacedTable) -> Int {
    let months = (0..<table.rowCount).compactMap { month(table.row($0).text(0)) }.sorted()
    let distances = zip(months, months.dropFirst()).map { $0.distance(to: $1) }.filter { $0 > 0 }
    let smallest = distances.min() ?? 1
    return [12, 6, 3].first { smallest == $0 } ?? 1
  }

  /// The month of a date on its first day.
  private static func month(_ text: String) -> Month? {
    guard text.utf8.count == 10, text.hasSuffix("-01") else { return nil }
    return Month(parsing: text.prefix(7))
  }

  /// Digits, six to nine of them, with at most one letter before them.
  private static func isIdentifier(_ text: String) -> Bool {
    let digits = text.first.map { $0.isLetter && $0.isASCII } == true ? text.dropFirst() : text[...]
    return (6...9).contains(digits.utf8.count)
      && digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
