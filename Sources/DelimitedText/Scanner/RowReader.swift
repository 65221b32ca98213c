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
  public var rowCount: Int { rows.count }

  /// Of a regular block: where each field ends, after a first element of -1, so that a field
  /// starts behind the element before its own.
  private var ends: [Int32] = []
  /// For each row where its fields start: the index of the element before, or of the first field.
  private var rows: [Int32] = []
  private var scratch: [UInt8] = []

  /// Makes a reader.
  ///
  /// - Precondition: There is at least one field in a record.
  public init(fieldCount: Int, dialect: Dialect) {
    precondition(fieldCount > 0, "a record has at least one field")
    self.fieldCount = fieldCount
    self.dialect = dialect
  }

  /// Finds the rows of a block whose records are known.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - start: Where to start, which is the start of a record.
  /// - Complexity: O(*n*).
  public mutating func open(_ block: borrowing TextBlock, from start: Int = 0) {
    unequal.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    if block.isRegular {
      let endCount = collectEnds(of: block, from: start)
      collectRows(of: block, endCount: endCount)
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

  /// Puts the keys of a column into an array, one word a row.
  ///
  /// - Parameters:
  ///   - column: The index of the column.
  ///   - range: The rows.
  ///   - block: The block that was opened.
  ///   - words: Gets the words, from `start` on.
  ///   - start: The index of the first word.
  ///   - coder: Makes words of fields.
  /// - Complexity: O(*n*), besides the looking up of fields longer than a word.
  public func readKeys(
    column: Int, rows range: Range<Int>, in block: borrowing TextBlock,
    into words: inout [UInt64], from start: Int, coder: inout KeyCoder
  ) {
    precondition(start + range.count <= words.count, "there is room for the words of all rows")
    guard block.isRegular, column < fieldCount - 1 else {
      for (index, row) in range.enumerated() {
        words[start + index] = coder.word(for: content(row: row, column: column, in: block))
      }
      return
    }
    let quote = dialect.quote ?? 0
    let hasQuote = dialect.quote != nil
    for index in 0..<range.count {
      let (word, length) = shortField(
        row: range.lowerBound &+ index, column: column, in: block)
      let isPlain = KeyCoder.isShort(word, length: length)
      if isPlain, !(hasQuote && UInt8(truncatingIfNeeded: word) == quote) {
        words[start &+ index] = word
      } else {
        words[start &+ index] = coder.word(
          for: content(row: range.lowerBound + index, column: column, in: block))
      }
    }
  }

  /// The first eight bytes of a field of a regular block, zero behind its end, and its length.
  @inline(__always)
  private func shortField(
    row: Int, column: Int, in block: borrowing TextBlock
  ) -> (word: UInt64, length: Int) {
    let first = Int(rows[row]) &+ column
    let start = Int(ends[first]) &+ 1
    let length = Int(ends[first &+ 1]) &- start
    let word = unsafe block.storage.span.withUnsafeBufferPointer { bytes in
      // The margin behind the block is longer than a word.
      guard let base = bytes.baseAddress else { return UInt64(0) }
      return unsafe cscanner_load(base + (TextBlock.margin &+ start))
    }
    if length >= 8 { return (word, length) }
    return (word & ((1 &<< UInt64(8 &* length)) &- 1), length)
  }

  /// Puts the numbers of a column into an array.
  ///
  /// - Parameters:
  ///   - column: The index of the column.
  ///   - range: The rows.
  ///   - block: The block that was opened.
  ///   - numbers: Gets the numbers, from its start on.
  /// - Complexity: O(*n*).
  public func readNumbers(
    column: Int, rows range: Range<Int>, in block: borrowing TextBlock,
    into numbers: inout [FieldNumber]
  ) {
    precondition(range.count <= numbers.count, "there is room for the numbers of all rows")
    let isDirect = block.isRegular && column < fieldCount - 1
    for index in 0..<range.count {
      if isDirect {
        let first = Int(rows[range.lowerBound &+ index]) &+ column
        let start = Int(ends[first]) &+ 1
        let end = Int(ends[first &+ 1])
        let decimal = unsafe block.storage.span.withUnsafeBufferPointer { bytes in
          guard let base = bytes.baseAddress else { return cscanner_decimal() }
          // Sixteen bytes in front of the field may lie in the margin.
          return unsafe cscanner_read_decimal(
            base + (TextBlock.margin &+ end), UInt64(bitPattern: Int64(end &- start)))
        }
        if decimal.is_read != 0 {
          numbers[index] = FieldNumber(
            significand: decimal.significand, decimals: Int(decimal.decimals))
          continue
        }
      }
      numbers[index] = FieldNumber(
        reading: content(row: range.lowerBound + index, column: column, in: block))
    }
  }

  // MARK: Rows

  /// Lists where fields end in a regular block.
  private mutating func collectEnds(of block: borrowing TextBlock, from start: Int) -> Int {
    let wordCount = (block.markedCount + 63) / 64
    let room = block.markedCount + 128
    if ends.count < room / 4 { ends = [Int32](repeating: 0, count: room / 4) }
    ends[0] = Int32(start) - 1
    var count = 1
    for word in start / 64..<max(wordCount, start / 64) {
      var bits = block.structure[word]
      let base = word &* 64
      if base < start { bits &= ~0 &<< UInt64(start &- base) }
      let left = block.markedCount &- base
      if left < 64 { bits &= (1 &<< UInt64(left)) &- 1 }
      if count &+ 64 > ends.count { ends += [Int32](repeating: 0, count: ends.count + 64) }
      let found = bits.nonzeroBitCount
      unsafe ends.withUnsafeMutableBufferPointer { buffer in
        guard let target = buffer.baseAddress else { return }
        unsafe RowReader.list(bits, from: base, count: found, into: target + count)
      }
      count &+= found
    }
    return count
  }

  /// Lists the places of bits; writes up to twelve elements whatever their number is, because a
  /// count that varies is dearer than a store.
  @inline(__always)
  private static func list(
    _ bits: UInt64, from base: Int, count: Int, into target: UnsafeMutablePointer<Int32>
  ) {
    var bits = bits
    for index in 0..<12 {
      unsafe target[index] = Int32(truncatingIfNeeded: base &+ bits.trailingZeroBitCount)
      bits &= bits &- 1
    }
    var index = 12
    while bits != 0 {
      unsafe target[index] = Int32(truncatingIfNeeded: base &+ bits.trailingZeroBitCount)
      bits &= bits &- 1
      index &+= 1
    }
  }

  /// Finds the rows among the ends of fields.
  private mutating func collectRows(of block: borrowing TextBlock, endCount: Int) {
    let room = endCount / fieldCount + 1
    rows.reserveCapacity(room)
    var index = 0
    while index < endCount - 1 {
      if index + fieldCount < endCount, isRow(at: index, in: block) {
        rows.append(Int32(truncatingIfNeeded: index))
        index &+= fieldCount
        continue
      }
      var last = index + 1
      while block.storage[TextBlock.margin + Int(ends[last])] != Byte.lineFeed { last += 1 }
      let start = Int(ends[index]) + 1
      let lastStart = Int(ends[last - 1]) + 1
      var lastEnd = Int(ends[last])
      if lastEnd > lastStart, block.storage[TextBlock.margin + lastEnd - 1] == Byte.carriageReturn {
        lastEnd -= 1
      }
      let isBlank = last == index + 1 && lastEnd == start
      if !isBlank {
        unequal.append(
          UnequalRecord(
            start: start, fieldCount: last - index, endsInDelimiter: lastEnd == lastStart))
      }
      index = last
    }
  }

  /// Whether the record behind an end has the right number of fields: the last of them ends at a
  /// line feed, no other does, and it is not a blank line.
  @inline(__always)
  private func isRow(at index: Int, in block: borrowing TextBlock) -> Bool {
    unsafe block.storage.span.withUnsafeBufferPointer { bytes in
      unsafe ends.span.withUnsafeBufferPointer { ends in
        let margin = TextBlock.margin
        var feeds = 0
        for field in 1..<fieldCount {
          let end = unsafe Int(ends[index &+ field])
          feeds &+= unsafe bytes[margin &+ end] == Byte.lineFeed ? 1 : 0
        }
        let last = unsafe Int(ends[index &+ fieldCount])
        guard feeds == 0, unsafe bytes[margin &+ last] == Byte.lineFeed else { return false }
        guard fieldCount == 1 else { return true }
        let start = unsafe Int(ends[index]) &+ 1
        return unsafe last > start
          && !(last == start &+ 1 && bytes[margin &+ start] == Byte.carriageReturn)
      }
    }
  }

  /// Takes the rows of a block that was tokenized.
  private mutating func collectTokenizedRows(of block: borrowing TextBlock, from start: Int) {
    for index in block.text.records.indices {
      let fields = block.text.fieldIndices(ofRecord: index)
      let recordStart = block.text.fields[fields.lowerBound].start - TextBlock.margin
      if recordStart < start { continue }
      if fields.count == fieldCount {
        rows.append(Int32(truncatingIfNeeded: fields.lowerBound))
      } else {
        unequal.append(
          UnequalRecord(
            start: recordStart, fieldCount: fields.count,
            endsInDelimiter: block.text.fields[fields.upperBound - 1].range.isEmpty))
      }
    }
  }
}
