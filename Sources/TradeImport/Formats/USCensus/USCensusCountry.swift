internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// Trade in goods of the United States by country, as the Census Bureau's file "country" holds it:
/// a row for each year and country, imports and exports of twelve months and the year as columns.
///
/// Values are in millions of dollars, not seasonally adjusted but for "World, Seasonally Adjusted".
/// Numbers stored in binary show their artefacts (`154824.80000000002`). Months to come are zero.
/// Source: census.gov/foreign-trade, "U.S. Trade in Goods by Country", country.xlsx.
struct USCensusCountry: SourceFormat {
  let id = "us-census-country"
  let name = "US Census Bureau, trade in goods by country"

  static let months = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]
  static let required =
    ["year", "CTY_CODE", "CTYNAME"]
    + ["I", "E"].flatMap { letter in (months + ["YR"]).map { letter + $0 } }

  func recognise(_ source: SourceText) -> Recognition? {
    for dialect in [Dialect.commas, .tabs, .semicolons] {
      guard let header = PlacedTable.head(source, dialect).first,
        Self.required.allSatisfy(header.contains)
      else { continue }
      return Recognition(
        format: id, score: 1,
        evidence: [
          Evidence(line: 1, "the columns year, CTY_CODE, CTYNAME, IJAN to IYR, EJAN to EYR")
        ])
    }
    return nil
  }

  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    var collector = FigureCollector(source, format: id, publisher: "us-census")
    let dialect =
      [Dialect.commas, .tabs, .semicolons].first {
        PlacedTable.head(source, $0).first.map { Self.required.allSatisfy($0.contains) } ?? false
      } ?? .commas
    let table = PlacedTable(source, dialect, header: 1)
    table.report(to: &collector)
    guard let header = table.header?.texts else { return collector.result() }
    collector.count(.header)
    let columns = Dictionary(header.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    let layout = CensusLayout(columns)
    let isUsed = Set(columns.filter { Self.required.contains($0.key) }.values)
    let others = header.indices.filter { !isUsed.contains($0) }
    let partners = CensusPartners(table, layout, &collector)
    var reader = CensusRows(
      layout: layout, names: header, partners: partners,
      published: CensusCalendar(table, layout))
    for index in 0..<table.rowCount {
      let record = table.row(index)
      if record.isBlank {
        collector.count(.blank)
        continue
      }
      collector.count(.data)
      guard table.hasRightLength(record, valuesFrom: 3, &collector) else { continue }
      let strays = others.filter { !record.text($0).isEmpty }
      collector.meet(cells: layout.flows.count * 13 + strays.count)
      reader.read(record, &collector)
      for column in strays {
        collector.refuse(
          record.place(column, name: header[column]), "us-census.column",
          "a cell stands in column \(header[column].quoted), which is not known",
          expected: "a month or the year of imports or exports")
      }
    }
    reader.report(to: &collector)
    return collector.result()
  }
}
