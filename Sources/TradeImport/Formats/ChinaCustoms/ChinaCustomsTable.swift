internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// A monthly table of China's customs (GACC), saved as CSV: the month's own figures, those of the
/// year so far, and changes on the year before in percent.
///
/// Lines above the header give the period and the unit (千美元, 亿美元, 万元); one or two records of
/// headings give flow and months (`9月`, `1至9月`, 累计, ±%); rows are partners, goods or months.
/// January and February may come together (`1-2月`). Tables in Chinese and in English are read.
struct ChinaCustomsTable: SourceFormat {
  let id = "china-customs"
  let name = "China Customs (GACC), monthly table"

  func recognise(_ source: SourceText) -> Recognition? {
    guard let layout = ChinaCustomsLayout(source) else { return nil }
    return Recognition(
      format: id, score: layout.isChinese ? 0.95 : 0.85,
      evidence: [
        Evidence(
          line: nil,
          "the lines above the header name the unit \(layout.unit.unit) times "
            + "\(layout.unit.scale)"),
        Evidence(
          line: nil,
          "record \(layout.headerEnd) ends the headings of "
            + "\(layout.columns.count) columns, among them figures of the year so far or changes in %"
        ),
      ])
  }

  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    var collector = FigureCollector(source, format: id, publisher: "gacc")
    guard let layout = ChinaCustomsLayout(source) else { return collector.result() }
    let table = PlacedTable(source, layout.dialect)
    table.report(to: &collector, expected: ["csv.blank-lines", "csv.trailing-delimiter"])
    collector.count(.preamble, layout.headerStart - 1)
    collector.count(.header, layout.headerEnd - layout.headerStart + 1)
    var rows = ChinaCustomsRows(layout: layout)
    for index in layout.headerEnd..<table.rowCount {
      let record = table.row(index)
      if record.isBlank {
        collector.count(.blank)
      } else if record.texts.dropFirst().allSatisfy(\.isEmpty) {
        collector.count(.footer)
      } else {
        collector.count(.data)
        rows.read(record, &collector)
      }
    }
    collector.note(
      "china-customs.unit",
      "values are \(layout.unit.unit) times \(layout.unit.scale), as the line "
        + "above the header says")
    return collector.result()
  }
}

/// Where the headings of such a table are, and what the columns hold.
struct ChinaCustomsLayout {
  let dialect: Dialect
  /// The first and the last record of the headings, counted from 1.
  let headerStart: Int
  let headerEnd: Int
  let heading: ChinaCustomsHeading
  let unit: (unit: Unit, scale: DecimalScale)
  let columns: [ChinaCustomsColumn]
  /// The column with the unit of quantities.
  let quantityUnit: Int?
  /// Whether the rows are months.
  let isByMonth: Bool
  let isChinese: Bool
  let fieldCount: Int

  init?(_ source: SourceText) {
    let found = [Dialect.commas, .tabs, .semicolons].lazy
      .compactMap { dialect in Self.find(PlacedTable.head(source, dialect)).map { (dialect, $0) } }
      .first
    guard let (dialect, (records, start, end)) = found else { return nil }
    heading = ChinaCustomsHeading(records.prefix(start - 1).flatMap(\.self))
    guard let unit = heading.unit else { return nil }
    let own = records[end - 1]
    let top = records[start - 1]
    isByMonth = ["年月", "月份", "时间", "年份", "month", "period"].contains { word in
      (top[0] + own[0]).lowercased().contains(word)
    }
    var columns: [ChinaCustomsColumn] = []
    var group = ""
    var quantityUnit: Int?
    for column in own.indices.dropFirst() {
      if column < top.count, !top[column].isEmpty { group = top[column] }
      let name = own[column].isEmpty ? group : own[column]
      if name.contains("计量单位") || name.lowercased() == "unit" {
        quantityUnit = column
      } else if let known = ChinaCustomsColumn(
        column: column, group: group, own: name, titleFlow: heading.flow)
      {
        columns.append(known)
      }
    }
    let hasSigns = columns.contains { $0.measure.isChange || $0.span != .month }
    guard hasSigns, heading.year != nil || isByMonth else { return nil }
    self.dialect = dialect
    self.unit = unit
    self.columns = columns
    self.quantityUnit = quantityUnit
    headerStart = start
    headerEnd = end
    fieldCount = own.count
    isChinese = records.prefix(end).contains {
      $0.contains { $0.contains { "单位月出口".contains($0) } }
    }
  }

  /// The records of the headings: behind the line with the unit, up to the first with figures.
  private static func find(_ records: [[String]]) -> ([[String]], Int, Int)? {
    guard
      let unit = records.prefix(8).firstIndex(where: {
        $0.contains { ChinaCustomsHeading.unit($0) != nil }
      }),
      let start = records[(unit + 1)...].firstIndex(where: { record in
        record.count > 1 && record.dropFirst().contains { !$0.isEmpty }
      }),
      let first = records[(start + 1)...].firstIndex(where: { record in
        record.dropFirst().contains { !$0.isEmpty }
          && record.dropFirst().allSatisfy { $0.isEmpty || $0 == "-" || isFigure($0) || isUnit($0) }
          && record.dropFirst().contains { isFigure($0) } && !record[0].isEmpty
      }),
      first - start <= 3
    else { return nil }
    return (records, start + 1, first)
  }

  private static func isFigure(_ text: String) -> Bool {
    PublisherNumber(text, thousands: ",") != nil
  }

  /// A short word such as 万吨 in the column of units.
  private static func isUnit(_ text: String) -> Bool {
    // 万 is a number too, so only ASCII digits count.
    text.count <= 4 && !text.contains { $0 == "月" || $0.isASCII && $0.isNumber }
  }
}
