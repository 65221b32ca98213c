internal import DelimitedText
internal import Diagnostics

/// An input of delimited text whose header is read, at the start of its rows.
struct HeaderedInput {
  /// The blocks behind the first.
  let input: AggregationInput
  /// The first block; its rows start at ``headerEnd``.
  let block: TextBlock
  let headerEnd: Int
  let header: DelimitedTable
  /// What is worth knowing about the header.
  let findings: [Diagnostic]

  /// Tells by its first bytes what an input is, and reads its header.
  ///
  /// - Throws: `DiagnosticError` when the input is no text or has no header; what the source throws.
  init(
    _ source: sending any ByteSource, dialect: Dialect, blockSize: Int,
    recordLimit: Int = AggregationPlan.Limits().recordBytes, file: String
  ) throws {
    let (bytes, start) = try HeaderedInput.recognised(source, file: file)
    input = AggregationInput(
      PrefixedSource(start, bytes), dialect: dialect, blockSize: blockSize,
      recordLimit: recordLimit, file: file)
    var block = TextBlock(capacity: blockSize)
    _ = try input.next(into: &block)
    headerEnd = block.firstRecordEnd ?? block.count
    header = DelimitedReader(dialect: dialect).read(Array(block[0..<headerEnd]), file: file)
    self.block = block
    findings = header.diagnostics.filter { $0.id != "csv.no-rows" }
    if findings.contains(where: { $0.severity == .error }) { throw DiagnosticError(findings) }
  }

  /// The index of a column; reports one that is not there.
  func column(_ name: String, _ role: String, _ problems: inout [Diagnostic]) -> Int {
    if let column = header.column(named: name) { return column }
    let nearest = header.names.nearest(to: name)
    problems.append(
      Diagnostic(
        "aggregate.column", .error,
        at: header.header?.location ?? InputLocation(file: header.file),
        "there is no column \(name.quoted) for \(role), found "
          + header.names.map(\.quoted).joined(separator: ", "),
        hint: header.names.count == 1
          ? "the columns may be separated by something else; name it with --delimiter"
          : nearest.map { "did you mean \($0.quoted)?" }))
    return 0
  }

  /// Tells by its first bytes what an input is.
  ///
  /// - Returns: The rest of the input as text, and the bytes that were taken from it.
  private static func recognised(
    _ source: sending any ByteSource, file: String
  ) throws -> sending (rest: any ByteSource, start: [UInt8]) {
    var rest: any ByteSource = source
    var start = try firstBytes(of: &rest)
    if start.starts(with: GzipSource.signature) {
      rest = GzipSource(PrefixedSource(start, rest), file: file)
      start = try firstBytes(of: &rest)
    }
    // A table without names is what the reader makes of what is no text.
    let table = DelimitedReader().read(start, file: file)
    if table.names.isEmpty, table.diagnostics.contains(where: { $0.severity == .error }) {
      throw DiagnosticError(table.diagnostics)
    }
    return (rest, start)
  }

  private static func firstBytes(of source: inout any ByteSource) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 4096)
    var count = 0
    while count < bytes.count {
      let added = try source.read(into: &bytes, range: count..<bytes.count)
      if added == 0 { break }
      count += added
    }
    return Array(bytes[..<count])
  }
}
