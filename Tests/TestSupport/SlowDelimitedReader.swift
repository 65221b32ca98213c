/// A slow, obvious reader of delimited text: the grammar of RFC 4180, section 2, with the rules
/// for broken quotes of Documentation/Methods/delimited-text.md, and no thought of speed.
///
/// The line and the column of every byte are worked out first, then fields are cut off one by one.
public struct SlowDelimitedReader {
  /// How a field is written.
  public enum Kind: Sendable, Hashable {
    case plain, quoted, textAfterQuote, strayQuote, unclosedQuote
  }

  /// A line and a column, both counted from 1.
  public struct Place: Sendable, Hashable {
    /// The physical line.
    public let line: Int
    /// The byte in the line.
    public let column: Int
  }

  /// A field: its content, where it starts, how it is written and where that is wrong.
  public struct Field: Sendable, Hashable {
    /// The bytes without quotes around them.
    public let content: [UInt8]
    /// Where the first byte stands, which may be a quote.
    public let place: Place
    /// How it is written.
    public let kind: Kind
    /// Where it breaks the grammar, if it does.
    public let trouble: Place?
  }

  /// The records, each with its fields.
  public private(set) var records: [[Field]] = []
  /// How many lines have no byte.
  public private(set) var blankLineCount = 0

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private let quote: UInt8?
  private let places: [Place]
  private static let lf = UInt8(ascii: "\n")
  private static let cr = UInt8(ascii: "\r")

  /// Reads bytes; a byte order mark at the start is dropped.
  public init(_ input: [UInt8], delimiter: UInt8, quote: UInt8?) {
    let hasMark = input.count >= 3 && Array(input[0..<3]) == [0xEF, 0xBB, 0xBF]
    bytes = hasMark ? Array(input.dropFirst(3)) : input
    self.delimiter = delimiter
    self.quote = quote
    var places: [Place] = []
    var (line, column) = (1, 1)
    for (index, byte) in bytes.enumerated() {
      places.append(Place(line: line, column: column))
      column += 1
      let next = index + 1 < bytes.count ? bytes[index + 1] : nil
      if byte == Self.lf || byte == Self.cr && next != Self.lf { (line, column) = (line + 1, 1) }
    }
    places.append(Place(line: line, column: column))
    self.places = places
    readAll()
  }

  private mutating func readAll() {
    var position = 0
    while position < bytes.count {
      if let next = behindLineEnd(position) {
        blankLineCount += 1
        position = next
        continue
      }
      var record: [Field] = []
      while true {
        let (field, end) = field(at: position)
        record.append(field)
        if end < bytes.count, bytes[end] == delimiter {
          position = end + 1
        } else {
          position = behindLineEnd(end) ?? end
          break
        }
      }
      records.append(record)
    }
  }

  /// The position behind a CRLF, LF or CR; `nil` where none is.
  private func behindLineEnd(_ position: Int) -> Int? {
    let here = bytes[position...].prefix(2)
    if here == [Self.cr, Self.lf] { return position + 2 }
    return here.first == Self.lf || here.first == Self.cr ? position + 1 : nil
  }

  /// The bytes up to the next delimiter, line end or the end of the input.
  private func unquoted(from position: Int) -> [UInt8] {
    Array(bytes[position...].prefix { $0 != delimiter && $0 != Self.lf && $0 != Self.cr })
  }

  private func field(at start: Int) -> (Field, end: Int) {
    let literal = unquoted(from: start)
    func make(_ content: [UInt8], _ kind: Kind, trouble: Int?) -> Field {
      Field(
        content: content, place: places[start], kind: kind, trouble: trouble.map { places[$0] })
    }
    guard let quote, literal.first == quote || bytes[start...].first == quote else {
      let stray = quote.flatMap { literal.firstIndex(of: $0) }
      let kind = stray == nil ? Kind.plain : .strayQuote
      return (make(literal, kind, trouble: stray.map { start + $0 }), start + literal.count)
    }
    var content: [UInt8] = []
    var position = start + 1
    while position < bytes.count {
      let pair = Array(bytes[position...].prefix(2))
      if pair == [quote, quote] {
        content.append(quote)
        position += 2
      } else if pair.first == quote {
        break
      } else {
        content.append(bytes[position])
        position += 1
      }
    }
    let unclosed = (make(literal, .unclosedQuote, trouble: start), start + literal.count)
    guard position < bytes.count else { return unclosed }
    let rest = unquoted(from: position + 1)
    let end = position + 1 + rest.count
    if rest.isEmpty { return (make(content, .quoted, trouble: nil), end) }
    let isSpace = rest.allSatisfy { $0 == UInt8(ascii: " ") }
    if !isSpace, places[position].line != places[start].line { return unclosed }
    return (make(content + rest, .textAfterQuote, trouble: position + 1), end)
  }
}
