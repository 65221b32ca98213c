internal import DelimitedText
internal import Diagnostics

/// The columns of a table by their names.
struct NamedColumns {
  /// The names in order, without white space at their ends.
  let names: [String]
  private let indices: [String: Int]

  init(_ names: [String]) {
    self.names = names
    indices = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
  }

  /// The number of a column, counted from 0.
  subscript(name: String) -> Int? { indices[name] }

  /// The first of several names that is there.
  func first(of candidates: [String]) -> String? { candidates.first { indices[$0] != nil } }
}

/// A record whose cells are asked for by the names of their columns.
struct NamedRecord {
  let record: PlacedRecord
  let columns: NamedColumns

  /// The content of a cell without white space at its ends; empty where there is no such column.
  subscript(name: String) -> String { columns[name].map { record.text($0).trimmed } ?? "" }

  /// The place of a cell; that of the record where there is no such column.
  func place(_ name: String) -> CellPlace {
    columns[name].map { record.place($0, name: name) } ?? record.place
  }
}

extension PlacedTable {
  /// Hands the reader's findings on: what breaks the rules of delimited text as problems, what is
  /// only worth knowing as notes.
  ///
  /// Records of another length are reported by the format, which knows their value cells.
  func reportFindings(to collector: inout FigureCollector, expected: Set<String> = []) {
    for finding in table.diagnostics
    where finding.id != "csv.unequal-fields" && !expected.contains(finding.id) {
      guard finding.severity > .note else {
        collector.add(finding)
        continue
      }
      collector.report(
        place(of: finding), finding.id, finding.severity, finding.message,
        expected: "delimited text", hint: finding.hint)
    }
  }

  private func place(of finding: Diagnostic) -> CellPlace {
    guard let location = finding.location, let line = location.line else {
      return CellPlace(
        location: InputLocation(file: file), offset: 0, columnNumber: nil, columnName: nil,
        text: "")
    }
    let record = record(ofLine: line)
    let column = record?.record.firstIndex { $0.location == location }
    guard let record else {
      return CellPlace(
        location: location, offset: 0, columnNumber: nil, columnName: nil, text: "")
    }
    guard let column else {
      return CellPlace(
        location: location, offset: record.place.offset, columnNumber: nil, columnName: nil,
        text: record.place.text)
    }
    return record.place(
      column, name: table.names.indices.contains(column) ? table.names[column] : nil)
  }

  /// The record that holds a line.
  private func record(ofLine line: Int) -> PlacedRecord? {
    var (low, high) = (0, table.rowCount)
    while low < high {
      let middle = (low + high) / 2
      if table[row: middle].line <= line { low = middle + 1 } else { high = middle }
    }
    let found = low > 0 ? table[row: low - 1] : table.header
    return found.map { PlacedRecord($0, file: file) }
  }

  /// Reports names that the header of a known layout lacks.
  ///
  /// - Returns: Whether all of them are there.
  func hasColumns(_ required: [String], _ collector: inout FigureCollector) -> Bool {
    guard let header else { return false }
    let found = Set(header.texts)
    let lacking = required.filter { !found.contains($0) }
    let others = header.texts.filter { !required.contains($0) }
    for name in lacking {
      let near = others.nearest(to: name)
      let column = near.flatMap { header.texts.firstIndex(of: $0) }
      collector.report(
        column.map { header.place($0) } ?? header.place, "import.header", .error,
        "the header has no column \(name.quoted)"
          + (near.map { ", found \($0.quoted)" } ?? "") + ", expected it as in every file of this "
          + "format",
        expected: name, hint: "without it the records cannot be understood, so none is read")
    }
    return lacking.isEmpty
  }
}
