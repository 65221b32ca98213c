internal import DelimitedText
internal import Diagnostics

/// Where a cell of a file stands, and what it holds as written.
struct CellPlace {
  /// The file, line, column and record.
  let location: InputLocation
  /// The offset of its first byte in the decoded text.
  let offset: Int
  /// The number of its column in the table, counted from 1; `nil` for a whole record.
  let columnNumber: Int?
  /// The name of its column, if it has one.
  let columnName: String?
  /// The text as it stands there.
  let text: String
}

/// A record of a delimited text whose cells know their places.
///
/// The start of the record is looked up once, so that wide records stay cheap.
struct PlacedRecord {
  let record: DelimitedRecord
  private let start: Int
  private let isOneLine: Bool
  private let file: String

  init(_ record: DelimitedRecord, file: String) {
    self.record = record
    self.file = file
    start = record[0].mark.start
    isOneLine = !record.contains { $0.mark.flags.contains(.spansLines) }
  }

  /// How many fields the record has.
  var count: Int { record.count }
  /// The physical line that it starts in, counted from 1.
  var line: Int { record.line }
  /// Whether no field holds a byte.
  var isBlank: Bool { record.allSatisfy(\.isEmpty) }

  /// The content of a field; empty for one that the record lacks.
  func text(_ column: Int) -> String { record.text(in: column) ?? "" }

  /// All fields, trimmed.
  var texts: [String] { record.map { $0.text.trimmed } }

  /// The place of a field; for one that the record lacks, that of the record.
  func place(_ column: Int, name: String? = nil) -> CellPlace {
    guard let field = record.field(in: column) else { return place }
    let offset = field.mark.start
    let location =
      isOneLine
      ? InputLocation(
        file: file, line: record.line, column: offset - start + 1,
        record: record.number == record.line ? nil : record.number)
      : record.location(in: column)
    return CellPlace(
      location: location, offset: offset, columnNumber: column + 1, columnName: name,
      text: field.text)
  }

  /// The place of the whole record.
  var place: CellPlace {
    CellPlace(
      location: record.location, offset: start, columnNumber: nil, columnName: nil,
      text: record.map(\.text).joined(separator: " | "))
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    // Most cells begin and end with a visible sign of ASCII.
    if let first = utf8.first, let last = utf8.last, 0x21...0x7E ~= first, 0x21...0x7E ~= last {
      return self
    }
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
