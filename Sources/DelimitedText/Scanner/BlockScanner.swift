internal import CScanner

/// Finds the records of a block: in 64 bytes at a time where quotes are regular, else with a
/// ``Tokenizer``.
///
/// Regular means that an opening quote stands at the start of a field, that a closing quote stands
/// before a delimiter, a line end or another quote, and that a carriage return outside quotes
/// stands before a line feed. Then the quotes before a byte tell by their number whether it is
/// inside quotes. As soon as one place is not regular the whole block is read by the tokenizer,
/// whose rules both ways follow; so the result never depends on the way.
///
/// Why the two agree: up to the first irregular place both read the same, and a record that ends
/// before that place has ended for both. A quote that is never closed makes the next quote
/// irregular, or reaches the end of the block, and then its record does not end in the block.
public struct BlockScanner: Sendable {
  /// The delimiter and the quote.
  public let dialect: Dialect
  /// The instructions that are used.
  let level: InstructionLevel

  /// Makes a scanner.
  ///
  /// - Parameters:
  ///   - dialect: The delimiter and the quote.
  ///   - level: The instructions to use; the result is the same.
  public init(dialect: Dialect, level: InstructionLevel = .best) {
    self.dialect = dialect
    self.level = min(level, .best)
  }

  /// Finds the records of a block and where the last whole one ends.
  ///
  /// - Parameters:
  ///   - block: The block; it gets its marks.
  ///   - isLast: Whether the input ends with the block. Then every byte belongs to a record.
  /// - Complexity: O(*n*).
  public func findRecords(in block: inout TextBlock, isLast: Bool) {
    if isLast, block.count > 0, block[block.count - 1..<block.count].first != Byte.lineFeed {
      // A line feed behind the end ends the last record; it does not count.
      block.grow(to: block.count + 1)
      block.storage[TextBlock.margin + block.count] = Byte.lineFeed
      block.count += 1
      markRegular(&block)
      block.count -= 1
      if block.isRegular, block.recordsEnd > block.count {
        block.recordsEnd = block.count
        block.markedCount = block.count + 1
        block.lineCount -= 1
        return
      }
      block.isRegular = false
    } else {
      markRegular(&block)
    }
    if block.isRegular, !isLast || block.recordsEnd == block.count { return }
    block.isRegular = false
    tokenize(&block, isLast: isLast)
  }

  /// Finds the records with the tokenizer.
  func tokenize(_ block: inout TextBlock, isLast: Bool) {
    var tokenizer = Tokenizer(dialect: dialect)
    var text = TokenizedText()
    let storage = block.storage
    let bytes = storage.span.extracting(0..<TextBlock.margin + block.count)
    let end = tokenizer.read(bytes, from: TextBlock.margin, isLast: isLast, into: &text)
    block.text = text
    block.recordsEnd = end - TextBlock.margin
    block.lineCount = tokenizer.line - 1
  }

  /// Marks delimiters and line feeds outside quotes; stops where a place is not regular.
  private func markRegular(_ block: inout TextBlock) {
    let wordCount = (block.count + 63) / 64
    if block.structure.count < wordCount {
      let room = (block.capacity + 64) / 64 + 1
      block.structure = [UInt64](repeating: 0, count: room)
      block.feeds = block.structure
    }
    let count = block.count
    let result = unsafe block.storage.withUnsafeBufferPointer { bytes in
      unsafe block.structure.withUnsafeMutableBufferPointer { structure in
        unsafe block.feeds.withUnsafeMutableBufferPointer { feeds -> Marking in
          guard let base = bytes.baseAddress, let words = structure.baseAddress,
            let feedWords = feeds.baseAddress
          else { return Marking() }
          return unsafe mark(base + TextBlock.margin, count: count, into: words, feedWords)
        }
      }
    }
    block.isRegular = result.isRegular
    block.recordsEnd = result.recordsEnd
    block.markedCount = result.recordsEnd
    block.lineCount = result.lineCount
    block.hasReturns = result.hasReturns
  }

  /// What one pass over a block found.
  private struct Marking {
    var isRegular = true
    var recordsEnd = 0
    var lineCount = 0
    var hasReturns = false
  }

  /// How many times 64 bytes are marked before the marks are looked at: they stay in the nearest
  /// cache.
  private static let stripe = 64

  private func mark(
    _ bytes: UnsafePointer<UInt8>, count: Int, into structure: UnsafeMutablePointer<UInt64>,
    _ feeds: UnsafeMutablePointer<UInt64>
  ) -> Marking {
    var state = cscanner_state()
    state.starts_field = 1
    state.last_word = -1
    unsafe withUnsafeTemporaryAllocation(of: cscanner_marks.self, capacity: BlockScanner.stripe) {
      guard let marks = $0.baseAddress else { return }
      var word = 0
      let wordCount = (count + 63) / 64
      while word < wordCount, state.is_irregular == 0 {
        // The last bytes, when there are not 64 of them, are followed alone.
        let left = count - 64 * word
        let words = left < 64 ? 1 : min(BlockScanner.stripe, left / 64)
        let valid: UInt64 = left < 64 ? (1 << UInt64(left)) - 1 : ~0
        unsafe cscanner_fill_marks(
          level.rawValue, bytes + 64 * word, words, dialect.delimiter, dialect.quote ?? 0, marks)
        if left < 64 { unsafe marks[0].keep(valid) }
        if dialect.quote == nil {
          for index in 0..<words { unsafe marks[index].quotes = 0 }
        }
        unsafe cscanner_follow(
          level.rawValue, marks, words, Int64(word), &state, valid, structure + word, feeds + word)
        word += words
      }
    }
    var result = Marking()
    result.isRegular = state.is_irregular == 0
    result.hasReturns = state.has_returns != 0
    if result.isRegular, state.last_word >= 0 {
      let last = Int(state.last_word)
      let lastFeeds = unsafe feeds[last]
      let bit = 63 - lastFeeds.leadingZeroBitCount
      result.recordsEnd = 64 * last + bit + 1
      let upToLast = ~UInt64(0) >> UInt64(63 - bit)
      result.lineCount = Int(state.last_lines) + (state.last_ends & upToLast).nonzeroBitCount
    }
    return result
  }
}

extension cscanner_marks {
  /// Keeps the marks of some of the bytes.
  fileprivate mutating func keep(_ bytes: UInt64) {
    delimiters &= bytes
    quotes &= bytes
    line_feeds &= bytes
    carriage_returns &= bytes
  }
}

/// Bytes with a meaning in every dialect.
enum Byte {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}
