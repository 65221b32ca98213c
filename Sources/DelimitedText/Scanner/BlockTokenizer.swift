/// Splits the bytes of a whole input as a ``Tokenizer`` does, in 64 bytes at a time as long as its
/// quotes are regular.
///
/// Blocks are marked by a ``BlockScanner``, which says whether both ways read the same; from the
/// first block on where they may not, the tokenizer reads the rest.
struct BlockTokenizer {
  let dialect: Dialect
  private let scanner: BlockScanner
  private var line = 1

  private let blockSize: Int

  init(dialect: Dialect, level: InstructionLevel = .best, blockSize: Int = 1 << 18) {
    self.dialect = dialect
    self.blockSize = blockSize
    scanner = BlockScanner(dialect: dialect, level: level)
  }

  /// Appends the records of an input to a text.
  ///
  /// - Parameters:
  ///   - bytes: The input.
  ///   - start: Where it starts, for example 3 behind a byte order mark.
  ///   - text: Gets the fields, with offsets into `bytes`.
  /// - Complexity: O(*n*).
  mutating func read(_ bytes: [UInt8], from start: Int, into text: inout TokenizedText) {
    var block = TextBlock(capacity: min(blockSize, max(bytes.count - start, 1)) + 1)
    var position = start
    while position < bytes.count {
      let end = min(position + blockSize, bytes.count)
      block.restart(offset: position, line: line)
      block.append(bytes[position..<end])
      scanner.findRecords(in: &block, isLast: end == bytes.count)
      guard block.isRegular, block.recordsEnd > 0 else { break }
      if position == start { text.reserveCapacity(for: block, of: bytes.count - start) }
      take(block, into: &text)
      position += block.recordsEnd
    }
    if position < bytes.count {
      var tokenizer = Tokenizer(dialect: dialect, line: line)
      _ = tokenizer.read(bytes.span, from: position, into: &text)
    }
  }

  /// Takes the records of a regular block.
  private mutating func take(_ block: TextBlock, into text: inout TokenizedText) {
    let (structure, feeds, storage) = (block.structure, block.feeds, block.storage)
    let (structureSpan, feedSpan, content) = (structure.span, feeds.span, storage.span)
    let quote = dialect.quote
    var start = 0
    var recordStart = 0
    var firstField = text.fields.count
    var newLines = 0
    for word in 0..<(block.markedCount + 63) / 64 {
      let left = block.markedCount - 64 * word
      let valid: UInt64 = left < 64 ? 1 << UInt64(left) - 1 : ~0
      var marks = structureSpan[word] & valid
      let lineFeeds = feedSpan[word]
      while marks != 0 {
        let mark = marks & (0 &- marks)
        let end = 64 * word + marks.trailingZeroBitCount
        marks ^= mark
        var fieldEnd = end
        let endsRecord = lineFeeds & mark != 0
        if endsRecord {
          let hasReturn =
            end > start && content[TextBlock.margin + end - 1] == Byte.carriageReturn
          if hasReturn { fieldEnd -= 1 }
          // Behind the last byte there is no line feed.
          if end == block.count {
            if hasReturn { text.lineEnds.cr += 1 }
          } else if hasReturn {
            text.lineEnds.crlf += 1
          } else {
            text.lineEnds.lf += 1
          }
          if fieldEnd == recordStart {
            text.blankLineCount += 1
            if text.firstBlankLine == nil { text.firstBlankLine = line }
            line += 1
            (start, recordStart) = (end + 1, end + 1)
            continue
          }
        }
        var flags: FieldFlags = []
        if let quote, fieldEnd > start, content[TextBlock.margin + start] == quote {
          flags = Self.flags(content, start + 1..<fieldEnd - 1, quote: quote, &newLines)
        }
        text.append(flags, from: block.offset + start, to: block.offset + fieldEnd)
        start = end + 1
        if endsRecord {
          text.records.append(RecordMark(firstField: firstField, line: line))
          line += 1 + newLines
          newLines = 0
          firstField = text.fields.count
          recordStart = start
        }
      }
    }
  }

  /// What is inside the quotes of a field, and how many lines end there.
  private static func flags(
    _ content: Span<UInt8>, _ inner: Range<Int>, quote: UInt8, _ newLines: inout Int
  ) -> FieldFlags {
    var flags: FieldFlags = .quoted
    for position in inner {
      let byte = content[TextBlock.margin + position]
      if byte == quote {
        flags.insert(.doubledQuotes)
      } else if byte == Byte.lineFeed {
        flags.insert(.spansLines)
        newLines += 1
      } else if byte == Byte.carriageReturn {
        flags.insert(.spansLines)
        if content[TextBlock.margin + position + 1] != Byte.lineFeed { newLines += 1 }
      }
    }
    return flags
  }
}

extension TokenizedText {
  /// Makes room for an input, as much as its first block lets expect.
  fileprivate mutating func reserveCapacity(for block: TextBlock, of count: Int) {
    let words = 0..<(block.markedCount + 63) / 64
    func marks(_ bits: [UInt64]) -> Int { words.reduce(0) { $0 + bits[$1].nonzeroBitCount } }
    let share = Double(count) / Double(block.recordsEnd) * 1.02
    reserveCapacity(
      fields: Int(Double(marks(block.structure)) * share),
      records: Int(Double(marks(block.feeds)) * share))
  }
}
