internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// The wide export of the World Bank's DataBank: a record for each economy and series, periods as
/// columns with their codes in brackets (`2020 [YR2020]`).
///
/// Missing values are `..`; blank records and two lines with the database and the date of its update
/// close the file. Source: databank.worldbank.org, "Download options, CSV".
struct WorldBankDataBank: SourceFormat {
  let id = "worldbank-databank-wide"
  let name = "World Bank, DataBank (periods as columns)"

  private static let names = ["Country Name", "Country Code", "Series Name", "Series Code"]

  func recognise(_ source: SourceText) -> Recognition? {
    guard let header = PlacedTable.head(source, .commas).first,
      Self.names.allSatisfy(header.contains)
    else { return nil }
    let others = header.filter { !Self.names.contains($0) && !$0.isEmpty }
    let periods = others.filter { Self.period($0) != nil }
    // Other breakdowns, as counterparts, would be lost; one damaged period is reported.
    guard let first = periods.first, others.count - periods.count <= 1,
      others.allSatisfy({ $0.contains("[") })
    else { return nil }
    return Recognition(
      format: id, score: 1,
      evidence: [
        Evidence(
          line: 1,
          "the header has \(Self.names.joined(separator: ", ")) and periods such as \(first)")
      ])
  }

  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    var collector = FigureCollector(source, format: id, publisher: "worldbank")
    let table = PlacedTable(source, .commas, header: 1)
    table.report(
      to: &collector, expected: ["csv.blank-lines", "csv.empty-name", "csv.trailing-delimiter"])
    guard let header = table.header else { return collector.result() }
    let columns = NamedColumns(header.texts)
    collector.count(.header)
    collector.vintage = WorldBankLong.vintage(in: table)
    let values = values(header, &collector)
    var indicators: [WorldBankIndicator] = []
    for index in 0..<table.rowCount {
      let record = table.row(index)
      if record.texts.allSatisfy(\.isEmpty) {
        collector.count(.blank)
        continue
      }
      if WorldBankLong.isFooter(record) {
        collector.count(.footer)
        continue
      }
      collector.count(.data)
      collector.meet(cells: values.count)
      guard record.count == header.count else {
        collector.refuse(record, width: header.count, cells: values.count)
        continue
      }
      let named = NamedRecord(record: record, columns: columns)
      let indicator = WorldBankIndicator(code: named["Series Code"], name: named["Series Name"])
      if !indicators.contains(indicator) { indicators.append(indicator) }
      let key = indicator.key(
        reporter: collector.economy(
          named["Country Code"], name: named["Country Name"], at: named.place("Country Code")))
      for value in values {
        let cell = record.place(value.column, name: header.texts[value.column])
        if let period = value.period {
          WorldBankWide.take(cell, key: key, period: period, &collector)
        } else {
          collector.leaveOut("header not understood")
        }
      }
    }
    for indicator in indicators { collector.note("worldbank.indicator", indicator.note) }
    return collector.result()
  }

  /// The columns of values; a name that is no period is reported, and its cells are left out.
  private func values(
    _ header: PlacedRecord, _ collector: inout FigureCollector
  ) -> [(column: Int, period: Period?)] {
    var values: [(column: Int, period: Period?)] = []
    for (column, name) in header.texts.enumerated()
    where !Self.names.contains(name) && !name.isEmpty {
      let period = Self.period(name)
      values.append((column, period))
      guard period == nil else { continue }
      collector.report(
        header.place(column), "worldbank.time", .error, "\(name.quoted) is not a period",
        expected: "a year with its code, such as 2020 [YR2020]",
        hint: "the figures below it are not read")
    }
    return values
  }

  /// The period of `2020 [YR2020]`, which says it twice; `nil` where the two differ.
  private static func period(_ name: String) -> Period? {
    guard name.hasSuffix("]"), let open = name.firstIndex(of: "[") else { return nil }
    let code = String(name[name.index(after: open)...].dropLast())
    let label = String(name[..<open]).trimmed
    guard let period = WorldBankLong.period(code), label == code || "YR" + label == code else {
      return nil
    }
    return period
  }
}
