internal import Diagnostics

/// The bytes and marks that a table, its records and its fields share.
///
/// A class, so that a record or a field is one reference and a number.
final class DelimitedStorage: Sendable {
  let file: String
  let bytes: [UInt8]
  /// The offset of the first byte behind a byte order mark.
  let textStart: Int
  let dialect: Dialect
  let text: TokenizedText
  /// The index of the header among the records.
  let headerIndex: Int?

  init(
    file: String, bytes: [UInt8], textStart: Int, dialect: Dialect, text: TokenizedText,
    headerIndex: Int?
  ) {
    self.file = file
    self.bytes = bytes
    self.textStart = textStart
    self.dialect = dialect
    self.text = text
    self.headerIndex = headerIndex
  }

  /// The offset of the first byte of a record, which always starts a line.
  func start(ofRecord index: Int) -> Int { text.fields[text.records[index].firstField].start }

  /// The place of an offset that lies in a record or just behind it.
  func location(ofOffset offset: Int, inRecord index: Int) -> InputLocation {
    let record = text.records[index]
    var line = record.line
    var lineStart = start(ofRecord: index)
    let spansLines = text.fieldIndices(ofRecord: index).contains {
      text.fields[$0].flags.contains(.spansLines) && text.fields[$0].start < offset
    }
    if spansLines { (line, lineStart) = countLines(from: lineStart, line: line, to: offset) }
    return InputLocation(
      file: file, line: line, column: offset - lineStart + 1,
      record: index + 1 == line ? nil : index + 1)
  }

  /// The place of any offset; it walks from the start of the input.
  func location(ofOffset offset: Int) -> InputLocation {
    let (line, lineStart) = countLines(from: textStart, line: 1, to: offset)
    let index = text.records.indices.prefix { start(ofRecord: $0) <= offset }.count
    return InputLocation(
      file: file, line: line, column: offset - lineStart + 1,
      record: index == line || index == 0 ? nil : index)
  }

  /// The line of an offset that lies anywhere behind another one of a record.
  func line(ofOffset offset: Int, from start: Int, inRecord index: Int) -> Int {
    let first = location(ofOffset: start, inRecord: index)
    return countLines(from: start, line: first.line ?? 1, to: offset).0
  }

  /// Returns the line that an offset is in, and where that line starts.
  private func countLines(from start: Int, line: Int, to offset: Int) -> (Int, Int) {
    var (line, lineStart) = (line, start)
    for position in start..<offset {
      let byte = bytes[position]
      let isLineEnd =
        byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
          && !(position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "\n"))
      if isLineEnd { (line, lineStart) = (line + 1, position + 1) }
    }
    return (line, lineStart)
  }
}
