internal import DelimitedText
internal import Diagnostics

/// The metadata file of a download from the WTO's statistics portal: remarks, no figures.
///
/// It shares most column names with the data file, so it is recognised in order to say so.
struct WTOMetadata: SourceFormat {
  let id = "wto-metadata"
  let name = "WTO statistics portal, metadata"

  func recognise(_ source: SourceText) -> Recognition? {
    guard let header = PlacedTable.head(source, .commas).first,
      WTOData.common.allSatisfy(header.contains), header.contains("Category"),
      !header.contains("Year")
    else { return nil }
    return Recognition(
      format: id, score: 1,
      evidence: [
        Evidence(line: 1, "a column 'Category' and none for the year: remarks, no figures")
      ])
  }

  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    var collector = FigureCollector(source, format: id, publisher: "wto")
    let table = PlacedTable(source, .commas, header: 1)
    table.report(to: &collector)
    collector.count(.header)
    for index in 0..<table.rowCount {
      let isBlank = table.row(index).isBlank
      collector.count(isBlank ? .blank : .data)
      collector.meet(cells: isBlank ? 0 : 1)
      if !isBlank { collector.leaveOut("remarks, which are no figures") }
    }
    let place = CellPlace(
      location: InputLocation(file: source.file), offset: 0, columnNumber: nil, columnName: nil,
      text: "")
    collector.report(
      place, "wto.metadata", .error,
      "the file holds \(table.rowCount) remarks on series and no figures",
      expected: "the data file of the same download",
      hint: "import the file whose name begins with WtoData")
    return collector.result()
  }
}
