/// What the tokenizer saw in a field.
public struct FieldFlags: OptionSet, Sendable, Hashable {
  /// The flags as bits.
  public let rawValue: UInt8

  /// Makes flags of bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The field starts with a quote that is closed later.
  public static let quoted = FieldFlags(rawValue: 1)
  /// A quote inside the field is written twice.
  public static let doubledQuotes = FieldFlags(rawValue: 2)
  /// The quoted field holds a line end.
  public static let spansLines = FieldFlags(rawValue: 4)
  /// Text stands between the closing quote and the next delimiter; it belongs to the field.
  public static let textAfterQuote = FieldFlags(rawValue: 8)
  /// The field does not start with a quote but holds one, which is kept as text.
  public static let strayQuote = FieldFlags(rawValue: 16)
  /// The field starts with a quote that is not closed; the field was read as if not quoted.
  public static let unclosedQuote = FieldFlags(rawValue: 32)

  /// The flags that break RFC 4180.
  public static let irregular: FieldFlags = [.textAfterQuote, .strayQuote, .unclosedQuote]
}

/// Where a field stands in the bytes, with its quotes, and what was seen in it.
///
/// Sixteen bytes; a list of them, ``FieldMarks``, takes eight for each.
public struct FieldMark: Sendable, Hashable {
  /// The offset of the first byte, which is the opening quote of a quoted field.
  public let start: Int
  private let lengthAndFlags: Int

  /// Makes a mark of a place and flags.
  public init(start: Int, end: Int, flags: FieldFlags = []) {
    self.start = start
    lengthAndFlags = (end &- start) << 8 | Int(flags.rawValue)
  }

  /// The offset behind the last byte.
  public var end: Int { start + lengthAndFlags >> 8 }
  /// The bytes with the quotes around them.
  public var range: Range<Int> { start..<end }
  /// What was seen.
  public var flags: FieldFlags { FieldFlags(rawValue: UInt8(truncatingIfNeeded: lengthAndFlags)) }

  /// The bytes of the content, where they stand together in the input.
  ///
  /// `nil` when quotes must be taken out of the middle; then ``content(in:dialect:)`` makes a copy.
  public var contentRange: Range<Int>? {
    let flags = flags
    if flags.isDisjoint(with: [.quoted, .doubledQuotes, .textAfterQuote]) { return range }
    return flags.isDisjoint(with: [.doubledQuotes, .textAfterQuote]) ? start + 1..<end - 1 : nil
  }

  /// Returns the content of the field: without the quotes around it, doubled quotes made single.
  ///
  /// - Parameters:
  ///   - bytes: The bytes that were tokenized.
  ///   - dialect: The dialect they were tokenized with.
  /// - Returns: A slice of `bytes`, or a copy where quotes were taken out.
  /// - Complexity: O(1) where ``contentRange`` is known, else O(*n*) with a copy.
  public func content(in bytes: [UInt8], dialect: Dialect) -> ArraySlice<UInt8> {
    if let contentRange { return bytes[contentRange] }
    var content: [UInt8] = []
    content.reserveCapacity(end - start)
    var position = start + 1
    var isInside = true
    while position < end {
      let byte = bytes[position]
      if isInside, byte == dialect.quote {
        if position + 1 < end, bytes[position + 1] == dialect.quote {
          content.append(byte)
          position += 1
        } else {
          isInside = false  // what follows is text behind the closing quote
        }
      } else {
        content.append(byte)
      }
      position += 1
    }
    return content[...]
  }
}
