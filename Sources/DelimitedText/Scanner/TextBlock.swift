/// A part of an input that starts at the start of a record, with its records marked.
///
/// A block is filled, its records are found with a ``BlockScanner``, and the bytes behind the last
/// whole record are moved to the next block. Its memory is used again and again.
public struct TextBlock: Sendable {
  /// How many bytes from the start of the input come before the block.
  public internal(set) var offset = 0
  /// The physical line of the first byte, counted from 1.
  public internal(set) var line = 1
  /// How many bytes are in the block.
  public internal(set) var count = 0
  /// Where the last whole record ends; zero until the records are found, and when there are none.
  public internal(set) var recordsEnd = 0
  /// How many lines end before ``recordsEnd``.
  public internal(set) var lineCount = 0
  /// Whether every quote stands where RFC 4180 expects one, so that bits are all that is needed.
  public internal(set) var isRegular = true

  /// The bytes between a margin in front and one behind, which are read but never used: words may
  /// be loaded across both ends.
  var storage: [UInt8]
  /// One bit a byte: delimiters and line feeds outside quotes.
  var structure: [UInt64] = []
  /// One bit a byte: line feeds outside quotes.
  var feeds: [UInt64] = []
  /// Whether there is a carriage return; if not, every line feed ends a field by itself.
  var hasReturns = false
  /// How many bytes have their bits: one more than there are when the last line end is missing.
  var markedCount = 0
  /// The records of a block that is not regular.
  var text = TokenizedText()

  static let margin = 64

  /// Makes an empty block.
  ///
  /// - Parameter capacity: How many bytes there is room for at first.
  /// - Precondition: The capacity is positive.
  public init(capacity: Int) {
    precondition(capacity > 0, "a block has room for at least one byte")
    storage = [UInt8](repeating: 0, count: capacity + 2 * TextBlock.margin)
  }

  /// How many bytes there is room for.
  public var capacity: Int { storage.count - 2 * TextBlock.margin }

  /// Removes the bytes and says where in the input the next ones stand.
  public mutating func restart(offset: Int, line: Int) {
    self.offset = offset
    self.line = line
    count = 0
    recordsEnd = 0
    markedCount = 0
    lineCount = 0
    isRegular = true
  }

  /// Makes room for more bytes; those in the block stay.
  public mutating func grow(to capacity: Int) {
    guard capacity > self.capacity else { return }
    storage += [UInt8](repeating: 0, count: capacity - self.capacity)
  }

  /// Fills the block up to a number of bytes, or to the end of the input.
  ///
  /// - Parameters:
  ///   - limit: How many bytes the block shall hold; not more than its capacity.
  ///   - read: Puts bytes into a range of an array and returns how many; zero at the end.
  /// - Returns: Whether the input goes on, as far as is known.
  /// - Throws: What `read` throws.
  public mutating func fill<Failure: Error>(
    to limit: Int, with read: (inout [UInt8], Range<Int>) throws(Failure) -> Int
  ) throws(Failure) -> Bool {
    precondition(limit <= capacity, "a block is not filled beyond its capacity")
    let start = TextBlock.margin
    while count < limit {
      let added = try read(&storage, start + count..<start + limit)
      if added == 0 { return false }
      precondition(added > 0 && added <= limit - count, "a source gives what there is room for")
      count += added
    }
    return true
  }

  /// Adds bytes, for example those that another block left over.
  public mutating func append(_ bytes: ArraySlice<UInt8>) {
    grow(to: count + bytes.count)
    let start = TextBlock.margin + count
    storage.replaceSubrange(start..<start + bytes.count, with: bytes)
    count += bytes.count
  }

  /// The bytes behind the last whole record.
  public var rest: ArraySlice<UInt8> { self[recordsEnd..<count] }

  /// The bytes of a range, counted from the start of the block.
  public subscript(range: Range<Int>) -> ArraySlice<UInt8> {
    storage[range.lowerBound + TextBlock.margin..<range.upperBound + TextBlock.margin]
  }

  /// Returns the physical line of a place, and the column in bytes, both counted from 1.
  ///
  /// - Complexity: O(*n*); it counts line ends from the start of the block.
  public func place(of position: Int) -> (line: Int, column: Int) {
    var (line, lineStart) = (line, 0)
    let start = TextBlock.margin
    for index in 0..<position {
      let byte = storage[start + index]
      let isLineEnd =
        byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
          && !(index + 1 < count && storage[start + index + 1] == UInt8(ascii: "\n"))
      if isLineEnd { (line, lineStart) = (line + 1, index + 1) }
    }
    return (line, position - lineStart + 1)
  }
}
