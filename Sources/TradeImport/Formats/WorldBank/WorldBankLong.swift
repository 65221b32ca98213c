internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// The long export of the World Bank's DataBank: one observation a row, notes at the end.
///
/// The first header is written without quotes, the others with; `Time Code` is `YR1990`; missing
/// values are `..`, and `NA` where the file went through R. Blank records and two lines with the
/// database and the date of its update close the file. Source: databank.worldbank.org.
struct WorldBankLong: SourceFormat {
  let id = "worldbank-databank-long"
  let name = "World Bank, DataBank (long)"

  func recognise(_ source: SourceText) -> Recognition? {
    guard let header = PlacedTable.head(source, .commas).first else { return nil }
    let needed = ["Series Code", "Country Code", "Time Code", "Value"]
    guard needed.allSatisfy(header.contains) else { return nil }
    return Recognition(
      format: id, score: 1,
      evidence: [Evidence(line: 1, "the header has \(needed.joined(separator: ", "))")])
  }

  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    var collector = FigureCollector(source, format: id, publisher: "worldbank")
    let table = PlacedTable(source, .commas, header: 1)
    table.report(to: &collector, expected: ["csv.blank-lines"])
    guard let header = table.header?.texts,
      let series = header.firstIndex(of: "Series Code"),
      let country = header.firstIndex(of: "Country Code"),
      let time = header.firstIndex(of: "Time Code"), let value = header.firstIndex(of: "Value")
    else { return collector.result() }
    let title = header.firstIndex(of: "Series Name")
    let name = header.firstIndex(of: "Country Name")
    collector.count(.header)
    collector.vintage = Self.vintage(in: table)
    var indicators: [WorldBankIndicator] = []
    for index in 0..<table.rowCount {
      let record = table.row(index)
      if record.isBlank {
        collector.count(.blank)
        continue
      }
      if Self.isFooter(record) {
        collector.count(.footer)
        continue
      }
      collector.count(.data)
      guard table.hasRightLength(record, valuesFrom: value, &collector) else { continue }
      collector.meet(cells: 1)
      let indicator = WorldBankIndicator(
        code: record.text(series), name: title.map { record.text($0) } ?? "")
      if !indicators.contains(indicator) { indicators.append(indicator) }
      guard let period = Self.period(record.text(time)) else {
        collector.refuse(
          record.place(time, name: "Time Code"), "worldbank.time",
          "time code \(record.text(time).quoted) is not known, expected a form such as YR1990",
          expected: "YR and a year, with Q1 or M01 behind it")
        continue
      }
      let code = record.text(country)
      let key = indicator.key(
        reporter: collector.economy(
          code, name: name.map { record.text($0) } ?? "", at: record.place(country)))
      WorldBankWide.take(
        record.place(value, name: "Value"), key: key, period: period, &collector)
    }
    for indicator in indicators { collector.note("worldbank.indicator", indicator.note) }
    return collector.result()
  }

  /// A line of the database's notes: text in the first field alone.
  static func isFooter(_ record: PlacedRecord) -> Bool {
    let text = record.text(0)
    return (text.hasPrefix("Data from database") || text.hasPrefix("Last Updated"))
      && (1..<max(record.count, 1)).allSatisfy { record.text($0).isEmpty }
  }

  /// The date of the update, month first as DataBank writes it: 03/01/2023 is 2023-03-01.
  static func vintage(in table: PlacedTable) -> Vintage? {
    for index in stride(from: table.rowCount - 1, through: max(0, table.rowCount - 10), by: -1) {
      let text = table.row(index).text(0)
      guard text.hasPrefix("Last Updated:") else { continue }
      let parts = text.dropFirst("Last Updated:".count).split(separator: "/").map {
        String($0).trimmed
      }
      guard parts.count == 3 else { return nil }
      return Vintage(parsing: "\(parts[2])-\(parts[0])-\(parts[1])")
    }
    return nil
  }

  /// `YR1990`, `YR1990Q1` or `YR1990M01`; `1990Q1` and `1990M01` of other databases too.
  static func period(_ text: String) -> Period? {
    let body = text.hasPrefix("YR") ? text.dropFirst(2) : text[...]
    guard body.utf8.count >= 4, body.utf8.count <= 7 else { return nil }
    return try? PeriodParser().parse(body)
  }
}
