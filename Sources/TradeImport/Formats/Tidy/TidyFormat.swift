internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// Tidy CSV, the format that every command reads and writes.
///
/// Recognised by the columns `period` and `value` in a header of nothing but columns of the
/// format. Values are the digits of the column; what an option says fills empty cells.
struct TidyFormat: SourceFormat {
  let id = "tidy"
  let name = "tidy CSV"

  func recognise(_ source: SourceText) -> Recognition? {
    let line = source.decoded.bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let table = DelimitedReader().read(Array(line), file: source.file)
    let known = Set(TidyColumns.Name.allCases.map(\.rawValue))
    let names = table.names
    guard names.contains("period"), names.contains("value"), names.allSatisfy(known.contains)
    else { return nil }
    return Recognition(
      format: id, score: 1,
      evidence: [Evidence(line: 1, "all columns are columns of tidy CSV, with period and value")])
  }

  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    let manifest = DatasetManifest().filled(
      reporter: options.reporter, partner: options.partner, flow: options.flow,
      unit: options.unit)
    var reader = TidyReader(manifest: manifest)
    let table = DelimitedReader().read(source.decoded.bytes, file: source.file)
    let observations = reader.list(table)
    let column = table.column(named: "value")
    var account = ImportAccount()
    account.header = table.header == nil ? 0 : 1
    account.data = table.rowCount
    account.cells = table.rowCount
    account.add(observations)
    account.refused = account.cells - observations.count
    let problems = reader.diagnostics.filter { $0.severity > .note }.map { diagnostic in
      let row = diagnostic.location?.line.flatMap { table.rows.row(onLine: $0) }
      let isValue = column.map { row?.location(in: $0) == diagnostic.location } ?? false
      return ImportProblem(
        diagnostic: diagnostic,
        byteOffset: row.flatMap { $0.first }.map {
          source.decoded.originalOffset(of: $0.mark.start)
        }, columnNumber: isValue ? column.map { $0 + 1 } : nil,
        columnName: isValue ? "value" : nil,
        rawText: isValue ? column.flatMap { row?.text(in: $0) } ?? "" : "",
        expected: diagnostic.hint ?? "a field of tidy CSV")
    }
    return ImportResult(
      format: id, observations: observations, problems: problems, account: account,
      notes: reader.diagnostics.filter { $0.severity == .note })
  }
}
