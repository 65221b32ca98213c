internal import CScanner

/// A record whose number of fields is not that of the header.
public struct UnequalRecord: Sendable, Hashable {
  /// Where it starts in its block.
  public let start: Int
  /// How many fields it has.
  public let fieldCount: Int
  /// Whether its last field is empty.
  public let endsInDelimiter: Bool
}

/// Takes columns out of the records of a block: keys as words, numbers as exact decimals.
///
/// Only the columns asked for are looked at; of the others the ends are known, and no more.
public struct RowReader: Sendable {
  /// How many fields each record has.
  public let fieldCount: Int
  /// The delimiter and the quote.
  public let dialect: Dialect
  /// The records of the block that have another number of fields.
  public private(set) var unequal: [UnequalRecord] = []
  /// How many records of the block have the right number of fields.
  public internal(set) var rowCount = 0

  /// Of a regular block: where each field ends, after a first element of -1, so that a field
  /// starts behind the element before its own.
  var ends: [Int32] = []
  /// For each row where its fields start: the index of the element before, or of the first field.
  var rows: [Int32] = []
  /// The rows of a column that need a closer look.
  var unread: [Int32] = []
  var significands: [Int64] = []
  var decimals: [UInt8] = []
  let level: InstructionLevel

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - fieldCount: How many fields each record should have.
  ///   - dialect: The delimiter and the quote.
  ///   - level: The instructions to use; the result is the same.
  /// - Precondition: There is at least one field in a record.
  public init(fieldCount: Int, dialect: Dialect, level: InstructionLevel = .best) {
    precondition(fieldCount > 0, "a record has at least one field")
    self.fieldCount = fieldCount
    self.dialect = dialect
    self.level = min(level, .best)
  }

  /// Finds the rows of a block whose records are known.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - start: Where to start, which is the start of a record.
  /// - Complexity: O(*n*).
  public mutating func open(_ block: borrowing TextBlock, from start: Int = 0) {
    unequal.removeAll(keepingCapacity: true)
    rowCount = 0
    if block.isRegular {
      collectRows(of: block, recordCount: collectEnds(of: block, from: start))
    } else {
      collectTokenizedRows(of: block, from: start)
    }
  }

  /// Where a row starts in its block.
  public func start(ofRow row: Int, in block: borrowing TextBlock) -> Int {
    fieldRange(row: row, column: 0, in: block).lowerBound
  }

  /// The bytes of a field with its quotes, counted from the start of its block.
  public func fieldRange(row: Int, column: Int, in block: borrowing TextBlock) -> Range<Int> {
    let first = Int(rows[row]) + column
    if block.isRegular {
      let start = Int(ends[first]) + 1
      var end = Int(ends[first + 1])
      if column == fieldCount - 1, end > start,
        block.storage[TextBlock.margin + end - 1] == Byte.carriageReturn
      {
        end -= 1
      }
      return start..<end
    }
    let mark = block.text.fields[first]
    return mark.start - TextBlock.margin..<mark.end - TextBlock.margin
  }

  /// The content of a field: without quotes around it, doubled quotes made single.
  public func content(row: Int, column: Int, in block: borrowing TextBlock) -> ArraySlice<UInt8> {
    if !block.isRegular {
      return block.text.fields[Int(rows[row]) + column].content(
        in: block.storage, dialect: dialect)
    }
    let range = fieldRange(row: row, column: column, in: block)
    let bytes = block[range]
    guard let quote = dialect.quote, bytes.first == quote else { return bytes }
    let inner = block[range.lowerBound + 1..<range.upperBound - 1]
    guard inner.contains(quote) else { return inner }
    return FieldMark(
      start: range.lowerBound + TextBlock.margin, end: range.upperBound + TextBlock.margin,
      flags: [.quoted, .doubledQuotes]
    ).content(in: block.storage, dialect: dialect)
  }

  // MARK: Rows

  /// How many times 64 bytes are listed before the room is looked at.
  private static let stripe = 64

  /// Lists where fields end in a regular block, and which of them end records.
  ///
  /// - Returns: How many records there are. Each starts behind the end that an element of `rows`
  ///   is the index of, and ends at that of the next element.
  private mutating func collectEnds(of block: borrowing TextBlock, from start: Int) -> Int {
    let marked = block.markedCount
    var counts = cscanner_counts(ends: 1, records: 1)
    var word = start / 64
    makeRoom(for: counts, words: 0)
    ends[0] = Int32(start) - 1
    rows[0] = 0
    while word * 64 < marked {
      let base = word * 64
      if base < start || base + 64 > marked {
        let wanted =
          (~0 &<< UInt64(max(start - base, 0)))
          & (marked - base < 64 ? ~(~0 &<< UInt64(marked - base)) : ~0)
        makeRoom(for: counts, words: 1)
        counts = list(
          [block.structure[word] & wanted], [block.feeds[word] & wanted], 0..<1, base, counts)
        word += 1
      } else {
        let end = min(word + RowReader.stripe, marked / 64)
        makeRoom(for: counts, words: end - word)
        counts = list(block.structure, block.feeds, word..<end, base, counts)
        word = end
      }
    }
    return counts.records - 1
  }

  private mutating func list(
    _ structure: [UInt64], _ feeds: [UInt64], _ words: Range<Int>, _ base: Int,
    _ counts: cscanner_counts
  ) -> cscanner_counts {
    precondition(words.upperBound <= min(structure.count, feeds.count))
    let level = level.rawValue
    return unsafe structure.withUnsafeBufferPointer { structure in
      unsafe feeds.withUnsafeBufferPointer { feeds in
        unsafe ends.withUnsafeMutableBufferPointer { ends in
          unsafe rows.withUnsafeMutableBufferPointer { rows -> cscanner_counts in
            guard let bits = structure.baseAddress, let lineEnds = feeds.baseAddress,
              let endTarget = ends.baseAddress, let rowTarget = rows.baseAddress
            else { return counts }
            return unsafe cscanner_list(
              level, bits + words.lowerBound, lineEnds + words.lowerBound, words.count,
              Int32(truncatingIfNeeded: base), endTarget, rowTarget, counts)
          }
        }
      }
    }
  }

  /// Makes room for what so many words can hold, and for the 64 elements written beyond it.
  private mutating func makeRoom(for counts: cscanner_counts, words: Int) {
    let most = words * 64 + 64
    if ends.count < counts.ends + most {
      ends += [Int32](repeating: 0, count: max(ends.count, most + 1))
    }
    if rows.count < counts.records + most {
      rows += [Int32](repeating: 0, count: max(rows.count, most + 1))
    }
  }

  /// Keeps the records with the right number of fields as rows, and notes the others.
  private mutating func collectRows(of block: borrowing TextBlock, recordCount: Int) {
    if fieldCount > 1, haveAllFields(recordCount) {
      rowCount = recordCount
      return
    }
    for record in 0..<recordCount {
      let index = Int(rows[record])
      let last = Int(rows[record + 1])
      let start = Int(ends[index]) + 1
      let lastStart = Int(ends[last - 1]) + 1
      var lastEnd = Int(ends[last])
      if lastEnd > lastStart, block.storage[TextBlock.margin + lastEnd - 1] == Byte.carriageReturn {
        lastEnd -= 1
      }
      let isBlank = last == index + 1 && lastEnd == start
      if isBlank { continue }
      if last - index == fieldCount {
        // Not behind the element of this record, which is read already.
        rows[rowCount] = Int32(truncatingIfNeeded: index)
        rowCount += 1
      } else {
        unequal.append(
          UnequalRecord(
            start: start, fieldCount: last - index, endsInDelimiter: lastEnd == lastStart))
      }
    }
  }

  private func haveAllFields(_ recordCount: Int) -> Bool {
    let rows = rows.span
    let wanted = Int32(truncatingIfNeeded: fieldCount)
    var difference: Int32 = 0
    for record in 0..<recordCount {
      difference |= (rows[record &+ 1] &- rows[record]) ^ wanted
    }
    return difference == 0
  }

  /// Takes the rows of a block that was tokenized.
  private mutating func collectTokenizedRows(of block: borrowing TextBlock, from start: Int) {
    for index in block.text.records.indices {
      let fields = block.text.fieldIndices(ofRecord: index)
      let recordStart = block.text.fields[fields.lowerBound].start - TextBlock.margin
      if recordStart < start { continue }
      if fields.count == fieldCount {
        if rowCount == rows.count { rows += [Int32](repeating: 0, count: rowCount + 64) }
        rows[rowCount] = Int32(truncatingIfNeeded: fields.lowerBound)
        rowCount += 1
      } else {
        unequal.append(
          UnequalRecord(
            start: recordStart, fieldCount: fields.count,
            endsInDelimiter: block.text.fields[fields.upperBound - 1].range.isEmpty))
      }
    }
  }
}
