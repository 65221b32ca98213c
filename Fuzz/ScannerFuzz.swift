// Any bytes as delimited text: the block scanner, in all its instructions and for a size of block
// taken from the input, against the slow reader of the tests. The records, their lines and their
// fields must be the same.
import DelimitedText

/// A record as both readers see it.
private struct Record: Equatable {
  var line: Int
  var fieldCount: Int
  /// The contents, where there are as many fields as asked for.
  var contents: [[UInt8]]
}

private func records(
  _ bytes: [UInt8], blockSize: Int, fieldCount: Int, dialect: Dialect, level: InstructionLevel
) -> [Record] {
  let scanner = BlockScanner(dialect: dialect, level: level)
  var reader = RowReader(fieldCount: fieldCount, dialect: dialect, level: level)
  var block = TextBlock(capacity: blockSize)
  var found: [Record] = []
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
        let count = min(range.count, bytes.count - taken)
        target.replaceSubrange(
          range.lowerBound..<range.lowerBound + count, with: bytes[taken..<taken + count])
        taken += count
        return count
      }
      scanner.findRecords(in: &block, isLast: !goesOn)
      limit *= 2
    } while block.recordsEnd == 0 && goesOn
    reader.open(block)
    var here: [(start: Int, record: Record)] = reader.unequal.map { record in
      (
        record.start,
        Record(
          line: block.place(of: record.start).line, fieldCount: record.fieldCount, contents: [])
      )
    }
    var (coder, numbers) = (KeyCoder(), [FieldNumber](repeating: .init(.empty), count: 1))
    for row in 0..<reader.rowCount {
      let start = reader.start(ofRow: row, in: block)
      let contents = (0..<fieldCount).map { column in
        let content = Array(reader.content(row: row, column: column, in: block))
        // The words and the numbers of columns must be those of the contents.
        var words: [UInt64] = [0]
        reader.readKeys(
          column: column, rows: row..<row + 1, in: block, into: &words, from: 0, coder: &coder)
        precondition(coder.text(of: words[0]) == content, "a word is its text")
        _ = reader.readNumbers(column: column, rows: row..<row + 1, in: block, into: &numbers)
        precondition(isSame(numbers[0], FieldNumber(reading: content[...])), "a number is its text")
        return content
      }
      here.append(
        (
          start,
          Record(line: block.place(of: start).line, fieldCount: fieldCount, contents: contents)
        ))
    }
    found += here.sorted { $0.start < $1.start }.map(\.record)
    offset += block.recordsEnd
    line += block.lineCount
    rest = Array(block.rest)
  }
  return found
}

/// Whether two fields are the same number; a decimal may have zeros at its end.
private func isSame(_ a: FieldNumber, _ b: FieldNumber) -> Bool {
  guard a.kind == b.kind else { return false }
  let (short, long) = a.decimals < b.decimals ? (a, b) : (b, a)
  var significand = Int128(short.significand)
  for _ in short.decimals..<long.decimals { significand *= 10 }
  return significand == Int128(long.significand)
}

/// Compares the readers on an input; libFuzzer calls it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  guard input.count > 3 else { return 0 }
  let blockSize = Int(input[0]) + 1
  let fieldCount = Int(input[1] % 5) + 1
  let dialects: [Dialect] = [
    .commas, .semicolons, .tabs, Dialect(delimiter: UInt8(ascii: ","), quote: nil),
  ]
  let dialect = dialects[Int(input[2] % 4)]
  let bytes = Array(input[3...])
  // The block scanner leaves a byte order mark to its caller.
  guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return 0 }
  let expected = SlowDelimitedReader(bytes, delimiter: dialect.delimiter, quote: dialect.quote)
    .records.map {
      Record(
        line: $0[0].place.line, fieldCount: $0.count,
        contents: $0.count == fieldCount ? $0.map(\.content) : [])
    }
  for level in InstructionLevel.allCases {
    let found = records(
      bytes, blockSize: blockSize, fieldCount: fieldCount, dialect: dialect, level: level)
    precondition(found == expected, "\(level), blocks of \(blockSize): \(found), not \(expected)")
  }
  return 0
}
