import DelimitedText

#if canImport(TestSupport)
  import TestSupport
#endif

/// A record of an input that is read in blocks, and as the slow reader sees it: for the tests of
/// the block scanner and for its fuzz target.
struct BlockRecord: Equatable, CustomStringConvertible {
  let line: Int
  let fieldCount: Int
  /// The contents, where there are as many fields as asked for.
  let contents: [[UInt8]]
  /// The same as the words of keys say.
  let words: [[UInt8]]
  /// Whether the columns of numbers hold the numbers of the contents.
  let haveNumbers: Bool

  var description: String {
    "line \(line), \(fieldCount) fields: "
      + contents.map { String(decoding: $0, as: UTF8.self).debugDescription }.joined(separator: " ")
      + (words == contents ? "" : ", and other words")
      + (haveNumbers ? "" : ", and other numbers")
  }

  private init(line: Int, fieldCount: Int, contents: [[UInt8]]) {
    self.init(
      line: line, fieldCount: fieldCount, contents: contents, words: contents, haveNumbers: true)
  }

  private init(
    line: Int, fieldCount: Int, contents: [[UInt8]], words: [[UInt8]], haveNumbers: Bool
  ) {
    self.line = line
    self.fieldCount = fieldCount
    self.contents = contents
    self.words = words
    self.haveNumbers = haveNumbers
  }

  /// What the slow reader finds.
  static func expected(
    _ bytes: [UInt8], fieldCount: Int, dialect: Dialect = .commas
  ) -> [BlockRecord] {
    SlowDelimitedReader(bytes, delimiter: dialect.delimiter, quote: dialect.quote).records.map {
      BlockRecord(
        line: $0[0].place.line, fieldCount: $0.count,
        contents: $0.count == fieldCount ? $0.map(\.content) : [])
    }
  }

  /// Reads an input as blocks of a size; a block grows when no record ends in it.
  static func read(
    _ bytes: [UInt8], blockSize: Int, fieldCount: Int, dialect: Dialect = .commas,
    level: InstructionLevel = .best
  ) -> [BlockRecord] {
    let scanner = BlockScanner(dialect: dialect, level: level)
    var reader = RowReader(fieldCount: fieldCount, dialect: dialect, level: level)
    var coder = KeyCoder()
    var block = TextBlock(capacity: blockSize)
    var found: [BlockRecord] = []
    var (taken, offset, line) = (0, 0, 1)
    var rest: [UInt8] = []
    var goesOn = true
    while goesOn {
      block.restart(offset: offset, line: line)
      block.append(rest[...])
      var limit = blockSize
      while limit <= block.count { limit *= 2 }
      repeat {
        block.grow(to: limit)
        goesOn = block.fill(to: limit) { target, range in
          let count = min(range.count, bytes.count - taken, 7)  // a pipe gives a few at a time
          target.replaceSubrange(
            range.lowerBound..<range.lowerBound + count, with: bytes[taken..<taken + count])
          taken += count
          return count
        }
        scanner.findRecords(in: &block, isLast: !goesOn)
        limit *= 2
      } while block.recordsEnd == 0 && goesOn
      reader.open(block)
      var here: [(start: Int, record: BlockRecord)] = reader.unequal.map { record in
        let place = block.place(of: record.start)
        return (
          record.start,
          BlockRecord(line: place.line, fieldCount: record.fieldCount, contents: [])
        )
      }
      for row in 0..<reader.rowCount {
        here.append(record(row, of: block, &reader, &coder))
      }
      found += here.sorted { $0.start < $1.start }.map(\.record)
      offset += block.recordsEnd
      line += block.lineCount
      rest = Array(block.rest)
    }
    return found
  }

  private static func record(
    _ row: Int, of block: TextBlock, _ reader: inout RowReader, _ coder: inout KeyCoder
  ) -> (start: Int, record: BlockRecord) {
    var (contents, texts, haveNumbers): ([[UInt8]], [[UInt8]], Bool) = ([], [], true)
    for column in 0..<reader.fieldCount {
      let content = Array(reader.content(row: row, column: column, in: block))
      contents.append(content)
      var words: [UInt64] = [0]
      reader.readKeys(
        column: column, rows: row..<row + 1, in: block, into: &words, from: 0, coder: &coder)
      texts.append(coder.text(of: words[0]))
      var numbers = [FieldNumber(.empty)]
      _ = reader.readNumbers(column: column, rows: row..<row + 1, in: block, into: &numbers)
      if !isSame(numbers[0], FieldNumber(reading: content[...])) { haveNumbers = false }
    }
    let start = reader.start(ofRow: row, in: block)
    return (
      start,
      BlockRecord(
        line: block.place(of: start).line, fieldCount: contents.count, contents: contents,
        words: texts, haveNumbers: haveNumbers)
    )
  }

  /// Whether two fields are the same number; a decimal may have zeros at its end.
  private static func isSame(_ a: FieldNumber, _ b: FieldNumber) -> Bool {
    guard a.kind == b.kind else { return false }
    let (short, long) = a.decimals < b.decimals ? (a, b) : (b, a)
    var significand = Int128(short.significand)
    for _ in short.decimals..<long.decimals { significand *= 10 }
    return significand == Int128(long.significand)
  }
}
