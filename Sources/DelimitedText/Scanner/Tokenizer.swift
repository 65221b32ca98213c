/// Splits bytes into records and fields; it never fails and loses nothing.
///
///     let bytes: [UInt8] = Array("a,b\n1,2\n".utf8)
///     var text = TokenizedText()
///     var tokenizer = Tokenizer(dialect: .commas)
///     _ = tokenizer.read(bytes.span, into: &text)
///     text.records.count  // 2
///
/// What is read is RFC 4180 with LF, CRLF and CR as line ends. What breaks the rules is read as
/// Documentation/Methods/delimited-text.md says, and marked with ``FieldFlags``:
///
/// - A quote that does not start a field is text.
/// - Text behind a closing quote belongs to the field, up to the next delimiter or line end.
/// - A quote that is not closed is text, and the field is read again as if not quoted. It counts
///   as not closed when the input ends first, or when the next single quote stands on a later line
///   and has text behind it that is not only spaces: that quote most likely opens a field itself.
///
/// A byte is looked at twice at most, because between an unclosed quote and the next single quote
/// all quotes stand in pairs, and a field that starts with pairs of quotes is closed by them.
///
/// An input may come in blocks: ``read(_:from:isLast:into:)`` takes whole records only and says
/// where the first incomplete one starts. The only state between blocks is the line number.
public struct Tokenizer: Sendable {
  /// The delimiter and the quote.
  public let dialect: Dialect
  /// The physical line of the next byte, counted from 1.
  public private(set) var line = 1

  private let kinds: InlineArray<256, UInt8>

  /// Makes a tokenizer that starts at line 1.
  public init(dialect: Dialect) { self.init(dialect: dialect, line: 1) }

  /// Makes a tokenizer that starts at a line.
  init(dialect: Dialect, line: Int) {
    self.dialect = dialect
    self.line = line
    var kinds = InlineArray<256, UInt8>(repeating: Kind.plain)
    kinds[Int(UInt8(ascii: "\n"))] = Kind.lineFeed
    kinds[Int(UInt8(ascii: "\r"))] = Kind.carriageReturn
    kinds[Int(dialect.delimiter)] = Kind.delimiter
    if let quote = dialect.quote { kinds[Int(quote)] = Kind.quote }
    self.kinds = kinds
  }

  /// Appends the records of a block to a text.
  ///
  /// - Parameters:
  ///   - bytes: A block of the input that starts at the start of a record.
  ///   - start: The offset to start at, for example 3 behind a byte order mark.
  ///   - isLast: Whether the input ends with this block. If not, a record that the block may cut
  ///     off is left for the next call.
  ///   - text: Gets the fields, with offsets into `bytes`.
  /// - Returns: The offset behind the last record taken. The bytes from there on, followed by new
  ///   ones, are the next block.
  /// - Complexity: O(*n*).
  public mutating func read(
    _ bytes: Span<UInt8>, from start: Int = 0, isLast: Bool = true, into text: inout TokenizedText
  ) -> Int {
    var position = start
    reserveCapacity(for: bytes, from: start, in: &text)
    while position < bytes.count {
      let firstField = text.fields.count
      guard let next = readRecord(bytes, from: position, isLast: isLast, into: &text) else {
        text.removeFields(from: firstField)
        break
      }
      position = next
    }
    return position
  }

  /// Makes room for the fields of a large block, as many as its first part lets expect, because
  /// growing the arrays step by step costs as much as a good part of the reading.
  private func reserveCapacity(
    for bytes: Span<UInt8>, from start: Int, in text: inout TokenizedText
  ) {
    let sampleSize = 1 << 16
    guard bytes.count - start > sampleSize else { return }
    var (delimiters, lines) = (0, 0)
    for position in start..<start + sampleSize {
      let kind = kinds[Int(bytes[position])]
      if kind == Kind.delimiter { delimiters += 1 }
      if kind == Kind.lineFeed || kind == Kind.carriageReturn { lines += 1 }
    }
    let parts = (bytes.count - start) / sampleSize + 2
    text.reserveCapacity(fields: (delimiters + lines) * parts, records: lines * parts)
  }

  /// Reads one record or blank line; `nil` when the block ends before it does.
  @inline(__always)
  private mutating func readRecord(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool, into text: inout TokenizedText
  ) -> Int? {
    let firstField = text.fields.count
    var newLines = 0
    var position = start
    var fieldStart = start
    var flags: FieldFlags = []
    while position < bytes.count {
      let kind = kinds[Int(bytes[position])]
      if kind == Kind.plain {
        position &+= 1
      } else if kind == Kind.delimiter {
        text.append(flags, from: fieldStart, to: position)
        flags = []
        position &+= 1
        fieldStart = position
      } else if kind == Kind.quote {
        if position == fieldStart {
          switch quotedField(bytes, from: position, isLast: isLast) {
          case .closed(let end, let seen, let lines):
            (position, flags) = (end, seen)
            newLines += lines
          case .unclosed:
            flags = .unclosedQuote
            position += 1
          case .cutOff:
            return nil
          }
        } else {
          if flags != .unclosedQuote { flags = .strayQuote }
          position += 1
        }
      } else {
        let end = position
        if kind == Kind.carriageReturn {
          if end + 1 == bytes.count, !isLast { return nil }  // a line feed may follow
          if end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "\n") {
            text.lineEnds.crlf += 1
            position += 2
          } else {
            text.lineEnds.cr += 1
            position += 1
          }
        } else {
          text.lineEnds.lf += 1
          position += 1
        }
        if end == start {
          text.blankLineCount += 1
          if text.firstBlankLine == nil { text.firstBlankLine = line }
        } else {
          text.append(flags, from: fieldStart, to: end)
          text.records.append(RecordMark(firstField: firstField, line: line))
        }
        line += newLines + 1
        return position
      }
    }
    guard isLast else { return nil }
    text.append(flags, from: fieldStart, to: position)
    text.records.append(RecordMark(firstField: firstField, line: line))
    line += newLines
    return position
  }

  /// What became of a field that starts with a quote.
  private enum QuotedField {
    case closed(end: Int, flags: FieldFlags, lines: Int)
    case unclosed
    case cutOff
  }

  /// Walks over a quoted field, from its opening quote to the byte behind it.
  private func quotedField(_ bytes: Span<UInt8>, from open: Int, isLast: Bool) -> QuotedField {
    let quote = bytes[open]
    var flags: FieldFlags = .quoted
    var lines = 0
    var position = open + 1
    while position < bytes.count {
      let byte = bytes[position]
      position &+= 1
      if byte == quote {
        if position < bytes.count, bytes[position] == quote {
          flags.insert(.doubledQuotes)
          position &+= 1
        } else {
          return behindQuote(bytes, from: position, flags: flags, lines: lines)
        }
      } else if byte == UInt8(ascii: "\n") {
        // The line feed of a CRLF ends the line that its carriage return stands in.
        lines += 1
        flags.insert(.spansLines)
      } else if byte == UInt8(ascii: "\r") {
        flags.insert(.spansLines)
        if position >= bytes.count || bytes[position] != UInt8(ascii: "\n") { lines += 1 }
      }
    }
    return isLast ? .unclosed : .cutOff
  }

  /// Judges what stands behind a closing quote; where a block ends there, the caller waits.
  private func behindQuote(
    _ bytes: Span<UInt8>, from start: Int, flags: FieldFlags, lines: Int
  ) -> QuotedField {
    var position = start
    while position < bytes.count, bytes[position] == UInt8(ascii: " "), !endsField(bytes[position])
    {
      position += 1
    }
    let isSpace = position == bytes.count || endsField(bytes[position])
    if lines > 0, !isSpace { return .unclosed }
    while position < bytes.count, !endsField(bytes[position]) { position += 1 }
    let seen = position == start ? flags : flags.union(.textAfterQuote)
    return .closed(end: position, flags: seen, lines: lines)
  }

  private func endsField(_ byte: UInt8) -> Bool {
    let kind = kinds[Int(byte)]
    return kind != Kind.plain && kind != Kind.quote
  }

  /// What a byte means outside quotes.
  private enum Kind {
    static let plain: UInt8 = 0
    static let delimiter: UInt8 = 1
    static let quote: UInt8 = 2
    static let lineFeed: UInt8 = 3
    static let carriageReturn: UInt8 = 4
  }
}
