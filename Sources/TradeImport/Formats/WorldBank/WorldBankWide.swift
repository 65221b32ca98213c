internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// The download of one indicator of the World Development Indicators: years as columns.
///
/// Four lines stand before the header, two of them blank; every line ends in a comma, so the last
/// column is empty; an empty cell is a missing value; aggregates stand among the countries.
/// Source: data.worldbank.org, "Download CSV".
struct WorldBankWide: SourceFormat {
  let id = "worldbank-wdi"
  let name = "World Bank, World Development Indicators (years as columns)"

  private static let columns = ["Country Name", "Country Code", "Indicator Name", "Indicator Code"]

  func recognise(_ source: SourceText) -> Recognition? {
    let head = PlacedTable.head(source, .commas)
    guard let number = Self.headerNumber(head) else { return nil }
    var evidence = [
      Evidence(
        line: nil, "record \(number) has the columns \(Self.columns.joined(separator: ", "))")
    ]
    let hasSource = head.prefix(number).contains { $0.first == "Data Source" }
    if hasSource { evidence.append(Evidence(line: 1, "'Data Source' stands above the header")) }
    return Recognition(format: id, score: hasSource ? 1 : 0.9, evidence: evidence)
  }

  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    var collector = FigureCollector(source, format: id, publisher: "worldbank")
    let number = Self.headerNumber(PlacedTable.head(source, .commas)) ?? 1
    let table = PlacedTable(source, .commas, header: number)
    table.report(
      to: &collector, expected: ["csv.trailing-delimiter", "csv.empty-name", "csv.blank-lines"])
    guard let header = table.header else { return collector.result() }
    for record in table.preamble {
      collector.count(record.isBlank ? .blank : .preamble)
      if record.text(0) == "Last Updated Date" {
        collector.vintage = Vintage(parsing: record.text(1))
      }
    }
    collector.count(.header)
    let names = header.texts
    let years = names.indices.dropFirst(4).compactMap { column in
      Self.year(names[column]).map { (column: column, period: $0, name: names[column]) }
    }
    let others = names.indices.dropFirst(4).filter { Self.year(names[$0]) == nil }
    var indicators: [WorldBankIndicator] = []
    for index in 0..<table.rowCount {
      let record = table.row(index)
      if record.isBlank {
        collector.count(.blank)
        continue
      }
      collector.count(.data)
      guard table.hasRightLength(record, valuesFrom: 4, &collector) else { continue }
      let strays = others.filter { !record.text($0).isEmpty }
      collector.meet(cells: years.count + strays.count)
      let indicator = WorldBankIndicator(code: record.text(3), name: record.text(2))
      if !indicators.contains(indicator) { indicators.append(indicator) }
      let code = record.text(1)
      let key = indicator.key(
        reporter: collector.economy(code, name: record.text(0), at: record.place(1)))
      for year in years {
        let cell = record.place(year.column, name: year.name)
        Self.take(cell, key: key, period: year.period, &collector)
      }
      // The last column has no name and no cells; anything in it would be lost in silence.
      for column in strays {
        let name = names[column].quoted
        collector.refuse(
          record.place(column, name: names[column]), "worldbank.column",
          "a figure stands in column \(name), which is not a year", expected: "a year as header")
      }
    }
    for indicator in indicators { collector.note("worldbank.indicator", indicator.note) }
    return collector.result()
  }

  /// A cell of figures: a number with a point, or nothing, `..` or `NA` for a missing value.
  static func take(
    _ cell: CellPlace, key: SeriesKey, period: Period, _ collector: inout FigureCollector
  ) {
    let text = cell.text.trimmed
    if text.isEmpty || text == ".." || text == "NA" {
      collector.take(missing: .unknown, key: key, period: period, at: cell)
    } else if let number = PublisherNumber(text) {
      collector.take(number, key: key, period: period, at: cell)
    } else {
      collector.refuse(notNumber: cell, expected: "digits with '.', or an empty cell")
    }
  }

  private static func headerNumber(_ head: [[String]]) -> Int? {
    // The IMF's files begin with the same four columns, and go on with the partner.
    head.prefix(12).firstIndex { record in
      Array(record.prefix(4)) == columns && record.count > 4 && year(record[4]) != nil
    }.map { $0 + 1 }
  }

  private static func year(_ text: String) -> Period? {
    guard text.utf8.count == 4, let year = Int(text), (1800...2200).contains(year) else {
      return nil
    }
    return .year(year)
  }
}
