public import Diagnostics

/// The records of a delimited text, with named columns and the findings of the reader.
///
/// Rows are the records behind the header, counted from 0 as indices are. Record numbers in
/// locations count from 1 and include the header. A row may have fewer or more fields than there
/// are columns; nothing is filled in or cut off.
public struct DelimitedTable: Sendable {
  let storage: DelimitedStorage
  /// What is wrong or worth knowing, in the order of the places.
  public let diagnostics: [Diagnostic]
  /// The column names in order, as written; empty without a header.
  public let names: [String]
  private let columns: [String: [Int]]

  init(storage: DelimitedStorage, diagnostics: [Diagnostic]) {
    self.storage = storage
    self.diagnostics = diagnostics
    let header = storage.headerIndex.map { DelimitedRecord(storage: storage, index: $0) }
    names = header.map { $0.map(\.text) } ?? []
    columns = Dictionary(grouping: names.indices) { [names] in names[$0] }
  }

  /// The name of the input.
  public var file: String { storage.file }
  /// The dialect the input was read with.
  public var dialect: Dialect { storage.dialect }
  /// The bytes of the input, unchanged.
  public var bytes: [UInt8] { storage.bytes }
  /// All fields and records as offsets, for work that needs no more than that.
  public var text: TokenizedText { storage.text }
  /// Whether the last line ends in a line end.
  public var endsInLineEnd: Bool {
    bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: "\r")
  }

  /// The record with the column names.
  public var header: DelimitedRecord? {
    storage.headerIndex.map { DelimitedRecord(storage: storage, index: $0) }
  }
  /// The records before the header.
  public var preamble: DelimitedRecords {
    DelimitedRecords(storage: storage, first: 0, count: storage.headerIndex ?? 0)
  }
  /// The records behind the header, or all when there is none.
  public var rows: DelimitedRecords {
    DelimitedRecords(storage: storage, first: firstRow, count: rowCount)
  }
  /// How many rows there are.
  public var rowCount: Int { storage.text.records.count - firstRow }
  /// How many fields a row should have: as many as the header, or else the first record, has.
  public var columnCount: Int {
    let index = storage.headerIndex ?? 0
    return index < storage.text.records.count ? storage.text.fieldIndices(ofRecord: index).count : 0
  }

  /// A row.
  ///
  /// - Precondition: The index is in `0..<rowCount`.
  public subscript(row index: Int) -> DelimitedRecord {
    precondition(index >= 0 && index < rowCount, "row \(index) of \(rowCount)")
    return DelimitedRecord(storage: storage, index: firstRow + index)
  }

  /// Returns the index of the first column with a name, written exactly so.
  public func column(named name: String) -> Int? { columns[name]?.first }
  /// Returns the indices of all columns with a name, which are several only when it is repeated.
  public func columns(named name: String) -> [Int] { columns[name] ?? [] }

  /// Returns the place of a field; for a field that the row lacks, the place behind its last one.
  ///
  /// - Precondition: The row exists and the column is not negative.
  public func location(row: Int, column: Int) -> InputLocation {
    self[row: row].location(in: column)
  }

  var firstRow: Int { storage.headerIndex.map { $0 + 1 } ?? 0 }
}
