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
  /// Whether the words of eight bytes are used though there are instructions for more.
  let isPortable: Bool

  /// Makes a scanner.
  ///
  /// - Parameters:
  ///   - dialect: The delimiter and the quote.
  ///   - isPortable: Whether to use only what every processor has; the result is the same.
  public init(dialect: Dialect, isPortable: Bool = false) {
    self.dialect = dialect
    self.isPortable = isPortable
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
      block.structure = [UInt64](repeating: 0, count: (block.capacity + 64) / 64 + 1)
    }
    let count = block.count
    let result = unsafe block.storage.withUnsafeBufferPointer { bytes in
      unsafe block.structure.withUnsafeMutableBufferPointer { structure -> Marking in
        guard let base = bytes.baseAddress, let words = structure.baseAddress else {
          return Marking()
        }
        return unsafe mark(base + TextBlock.margin, count: count, into: words)
      }
    }
    block.isRegular = result.isRegular
    block.recordsEnd = result.recordsEnd
    block.markedCount = result.recordsEnd
    block.lineCount = result.lineCount
  }

  /// What one pass over a block found.
  private struct Marking {
    var isRegular = true
    var recordsEnd = 0
    var lineCount = 0
  }

  @inline(__always)
  private func mark(
    _ bytes: UnsafePointer<UInt8>, count: Int, into structure: UnsafeMutablePointer<UInt64>
  ) -> Marking {
    let delimiter = dialect.delimiter
    let quote = dialect.quote ?? 0
    let quoteMask: UInt64 = dialect.quote == nil ? 0 : ~0
    var result = Marking()
    var lineEnds = 0
    var insideCarry: UInt64 = 0  // all ones behind an odd number of quotes
    var startsField: UInt64 = 1  // a field starts at the next byte
    var closedBefore: UInt64 = 0  // the byte before was a closing quote
    var returnBefore: UInt64 = 0  // the byte before was a carriage return
    var returnBeforeOutside: UInt64 = 0
    var word = 0
    var position = 0
    while position < count {
      let marks =
        isPortable
        ? unsafe cscanner_marks_portable(bytes + position, delimiter, quote)
        : unsafe cscanner_marks_of(bytes + position, delimiter, quote)
      let left = count &- position
      let valid: UInt64 = left >= 64 ? ~0 : (1 &<< UInt64(left)) &- 1
      let quotes = marks.quotes & quoteMask & valid
      let feeds = marks.line_feeds & valid
      let returns = marks.carriage_returns & valid
      var marked = (marks.delimiters | feeds) & valid
      var outsideFeeds = feeds
      var outsideReturns = returns
      if quotes | insideCarry | closedBefore != 0 {
        // Inside are an opening quote and what follows, not the closing quote.
        let inside = cscanner_parity(quotes) ^ insideCarry
        insideCarry = UInt64(bitPattern: Int64(bitPattern: inside) &>> 63)
        let opening = quotes & inside
        let closing = quotes & ~inside
        marked &= ~inside
        outsideFeeds &= ~inside
        outsideReturns &= ~inside
        let behindClosing = closing &<< 1 | closedBefore
        let mayOpen = (marked | closing) &<< 1 | startsField | closedBefore
        let mayFollow = marked | outsideReturns | opening
        if (opening & ~mayOpen) | (behindClosing & valid & ~mayFollow) != 0 {
          result.isRegular = false
          return result
        }
        closedBefore = closing &>> 63
      }
      startsField = marked &>> 63
      if outsideReturns | returnBeforeOutside != 0 {
        let behind = outsideReturns &<< 1 | returnBeforeOutside
        if behind & valid & ~outsideFeeds != 0 {
          result.isRegular = false
          return result
        }
        returnBeforeOutside = outsideReturns &>> 63
      }
      if outsideFeeds != 0 {
        let last = 63 &- outsideFeeds.leadingZeroBitCount
        result.recordsEnd = position &+ last &+ 1
        let upToLast = ~0 &>> UInt64(63 &- last)
        let behindReturns = returns &<< 1 | returnBefore
        result.lineCount =
          lineEnds &+ (feeds & upToLast).nonzeroBitCount
          &+ (behindReturns & upToLast & ~feeds).nonzeroBitCount
      }
      lineEnds &+= feeds.nonzeroBitCount
      if returns | returnBefore != 0 {
        lineEnds &+= ((returns &<< 1 | returnBefore) & ~feeds & valid).nonzeroBitCount
        returnBefore = returns &>> 63
      }
      unsafe structure[word] = marked
      word &+= 1
      position &+= 64
    }
    return result
  }
}

/// Bytes with a meaning in every dialect.
enum Byte {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}
