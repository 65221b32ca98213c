/// Where a record starts: its first field and its physical line.
public struct RecordMark: Sendable, Hashable {
  /// The index of its first field in ``TokenizedText/fields``.
  public let firstField: Int
  /// The physical line of its first byte, counted from 1.
  public let line: Int

  /// Makes a mark.
  public init(firstField: Int, line: Int) {
    self.firstField = firstField
    self.line = line
  }
}

/// The fields and records that a ``Tokenizer`` found, as offsets into the bytes it was given.
public struct TokenizedText: Sendable, Hashable {
  /// All fields, record after record.
  public internal(set) var fields = FieldMarks()
  /// All records; blank lines are not among them.
  public internal(set) var records: [RecordMark] = []
  /// The indices of the fields that have one of the ``FieldFlags/irregular`` flags.
  public internal(set) var irregularFields: [Int] = []
  /// How many lines without a single byte were passed over.
  public internal(set) var blankLineCount = 0
  /// The physical line of the first of them.
  public internal(set) var firstBlankLine: Int?
  /// How the records and the blank lines end; line ends inside quotes are not counted.
  public internal(set) var lineEnds = LineEndCounts()

  /// Makes a text without fields.
  public init() {}

  /// Returns the indices of the fields of a record.
  public func fieldIndices(ofRecord index: Int) -> Range<Int> {
    let next = index + 1
    let end = next < records.count ? records[next].firstField : fields.count
    return records[index].firstField..<end
  }

  /// Removes fields and records and keeps their memory, to read the next block into.
  ///
  /// The counts of blank lines and line ends stay: they are about the whole input.
  public mutating func removeRecords() {
    fields.removeAll()
    records.removeAll(keepingCapacity: true)
    irregularFields.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  mutating func append(_ flags: FieldFlags, from start: Int, to end: Int) {
    if !flags.isDisjoint(with: .irregular) { irregularFields.append(fields.count) }
    fields.append(start: start, end: end, flags: flags)
  }

  mutating func reserveCapacity(fields fieldCount: Int, records recordCount: Int) {
    fields.reserveCapacity(fieldCount)
    records.reserveCapacity(recordCount)
  }

  mutating func removeFields(from count: Int) {
    fields.removeLast(from: count)
    while let last = irregularFields.last, last >= count { irregularFields.removeLast() }
  }
}
