public import Diagnostics

/// One record: its fields in order, with its line and its number.
public struct DelimitedRecord: Sendable, RandomAccessCollection {
  let storage: DelimitedStorage
  let index: Int
  private let fields: Range<Int>

  init(storage: DelimitedStorage, index: Int) {
    self.storage = storage
    self.index = index
    fields = storage.text.fieldIndices(ofRecord: index)
  }

  /// Always 0.
  public var startIndex: Int { 0 }
  /// How many fields the record has.
  public var endIndex: Int { fields.count }

  /// The field in a column, counted from 0.
  ///
  /// - Precondition: The record has the field.
  public subscript(position: Int) -> DelimitedField {
    precondition(position >= 0 && position < fields.count, "field \(position) of \(fields.count)")
    return DelimitedField(
      storage: storage, mark: storage.text.fields[fields.lowerBound + position], record: index)
  }

  /// Returns the content of the field in a column; `nil` when the record has too few fields.
  public func text(in column: Int) -> String? { field(in: column)?.text }

  /// Returns the field in a column; `nil` when the record has too few fields.
  public func field(in column: Int) -> DelimitedField? {
    column < fields.count ? self[column] : nil
  }

  /// Calls a function with the content of the field in a column, without making a copy of it
  /// unless the field holds doubled quotes.
  ///
  /// - Returns: What the function returns; `nil` when the record has too few fields.
  /// - Precondition: The column is not negative.
  public func withBytes<Result>(
    in column: Int, _ body: (Span<UInt8>) throws -> Result
  ) rethrows -> Result? {
    guard column < fields.count else { return nil }
    let mark = storage.text.fields[fields.lowerBound + column]
    if let range = mark.contentRange {
      let bytes = storage.bytes
      let content = bytes.span.extracting(range)
      return try body(content)
    }
    let content = mark.content(in: storage.bytes, dialect: storage.dialect)
    return try body(content.span)
  }

  /// The number of the record, counted from 1; the header and a preamble count.
  public var number: Int { index + 1 }
  /// The physical line that the record starts in, counted from 1.
  public var line: Int { storage.text.records[index].line }
  /// The place of the first field.
  public var location: InputLocation { location(in: 0) }

  /// Returns the place of a field; for a field that the record lacks, the place behind the last.
  public func location(in column: Int) -> InputLocation {
    precondition(column >= 0, "columns count from 0")
    let offset =
      column < fields.count
      ? storage.text.fields[fields.lowerBound + column].start
      : storage.text.fields[fields.upperBound - 1].end
    return storage.location(ofOffset: offset, inRecord: index)
  }
}

/// Consecutive records of a table.
public struct DelimitedRecords: Sendable, RandomAccessCollection {
  let storage: DelimitedStorage
  let first: Int
  /// How many records there are.
  public let count: Int

  init(storage: DelimitedStorage, first: Int, count: Int) {
    self.storage = storage
    self.first = first
    self.count = count
  }

  /// Always 0.
  public var startIndex: Int { 0 }
  /// The number of records.
  public var endIndex: Int { count }

  /// The record at a position, counted from 0.
  ///
  /// - Precondition: The position is in `0..<count`.
  public subscript(position: Int) -> DelimitedRecord {
    precondition(position >= 0 && position < count, "record \(position) of \(count)")
    return DelimitedRecord(storage: storage, index: first + position)
  }
}
