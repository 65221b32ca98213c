public import DelimitedText
internal import Diagnostics
internal import TimeSeries

/// Reads columns of delimited text of any length into arrays of texts, numbers and periods.
///
///     let reader = TypedTableReader(columns: ["period": .period, "value": .number])
///     let table = try reader.read(MemorySource(bytes), file: "trade.csv")
///
/// The file is UTF-8, has a header and may be packed with gzip. A row with another number of fields
/// than the header, and one with a field that cannot be read as asked for, is left out and
/// reported. Numbers are exact: the nearest `Double`.
public struct TypedTableReader: Sendable {
  /// The columns to read, by their names in the header; the others are passed over.
  public let columns: [String: TypedColumn.Kind]
  /// The delimiter and the quote.
  public let dialect: Dialect

  /// Makes a reader.
  public init(columns: [String: TypedColumn.Kind], dialect: Dialect = .commas) {
    self.columns = columns
    self.dialect = dialect
  }

  /// Reads an input to its end.
  ///
  /// - Throws: `DiagnosticError` when the input is no text, has no header or not the columns, or is
  ///   cut off or damaged; what the source throws.
  /// - Complexity: O(*n*) time for *n* bytes; memory for the columns and one block.
  public func read(_ source: sending any ByteSource, file: String) throws -> TypedTable {
    let names = columns.keys.sorted()
    let start = try HeaderedInput(source, dialect: dialect, blockSize: 1 << 18, file: file)
    var problems: [Diagnostic] = []
    let positions = names.map { start.column($0, "the table", &problems) }
    if !problems.isEmpty { throw DiagnosticError(problems) }
    var work = TypedTableWork(
      kinds: names.map { columns[$0] ?? .text }, positions: positions,
      fieldCount: start.header.names.count, names: names, dialect: dialect, file: file)
    var block = start.block
    work.add(block, from: start.headerEnd)
    while try start.input.next(into: &block) { work.add(block, from: 0) }
    return work.table(start.findings)
  }
}
