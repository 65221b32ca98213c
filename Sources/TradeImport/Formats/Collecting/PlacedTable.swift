internal import DelimitedText
internal import Diagnostics

/// A delimited text as a format reads it: records with places, and the reader's own findings.
struct PlacedTable {
  let table: DelimitedTable
  let file: String

  /// Reads a text whose header stands in a record counted from 1; without one, with no header.
  init(_ source: SourceText, _ dialect: Dialect, header: Int? = nil) {
    file = source.file
    table = DelimitedReader(dialect: dialect, header: header.map { .record($0) } ?? .none)
      .read(source.decoded.bytes, file: source.file)
  }

  /// The first records of a text, for recognising it: at most 64 KiB and 60 records.
  static func head(_ source: SourceText, _ dialect: Dialect) -> [[String]] {
    var bytes = Array(source.decoded.bytes.prefix(65_536))
    if bytes.count < source.decoded.bytes.count,
      let end = bytes.lastIndex(of: UInt8(ascii: "\n"))
    {
      bytes.removeSubrange((end + 1)...)
    }
    let table = DelimitedReader(dialect: dialect, header: .none).read(bytes, file: source.file)
    return table.rows.prefix(60).map { $0.map { $0.text.trimmed } }
  }

  var header: PlacedRecord? { table.header.map { PlacedRecord($0, file: file) } }
  var preamble: [PlacedRecord] { table.preamble.map { PlacedRecord($0, file: file) } }
  var rowCount: Int { table.rowCount }
  func row(_ index: Int) -> PlacedRecord { PlacedRecord(table[row: index], file: file) }

  /// Hands the reader's findings on: errors as problems, the rest as notes.
  ///
  /// Records of another length are reported by the format, which knows how many value cells they
  /// hold, and what belongs to the format (a comma at the ends of lines) is not worth a word.
  func report(to collector: inout FigureCollector, expected: Set<String> = []) {
    for finding in table.diagnostics
    where finding.id != "csv.unequal-fields" && !expected.contains(finding.id) {
      guard finding.severity == .error else {
        collector.add(finding)
        continue
      }
      let line = finding.location?.line
      let record = table.rows.first { $0.line == line }
      let place = CellPlace(
        location: finding.location ?? InputLocation(file: file),
        offset: record?[0].mark.start ?? 0, columnNumber: nil, columnName: nil,
        text: record.map { $0.map(\.text).joined(separator: " | ") } ?? "")
      collector.report(
        place, finding.id, .error, finding.message, expected: "delimited text",
        hint: finding.hint)
    }
  }

  /// Whether a record has as many fields as the header; if not, it is reported with its cells.
  func hasRightLength(
    _ record: PlacedRecord, valuesFrom first: Int, _ collector: inout FigureCollector
  ) -> Bool {
    let expected = table.columnCount
    guard record.count != expected else { return true }
    collector.meet(cells: max(record.count - first, 0))
    collector.refuse(record, width: expected, cells: max(record.count - first, 0))
    return false
  }
}
