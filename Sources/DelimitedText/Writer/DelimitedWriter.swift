/// Writes records as delimited text that a ``DelimitedReader`` reads back unchanged.
///
///     let writer = DelimitedWriter()
///     writer.text(of: [["a", "b,c"], ["1", ""]])  // "a,\"b,c\"\n1,\n"
///
/// A field is quoted only where it must be: when it holds the delimiter, a quote or a line end;
/// when it starts or ends with a space or a tab, which many programs drop; when it starts with a
/// byte order mark; and when it is the only field of its record and empty, which would be a blank
/// line. Numbers are given as text, so that this type never decides about digits.
public struct DelimitedWriter: Sendable, Hashable {
  /// The delimiter and the quote.
  public let dialect: Dialect
  /// What ends each record, the last one too.
  public let lineEnd: LineEnd
  private let quote: UInt8

  /// Makes a writer.
  ///
  /// - Precondition: The dialect has a quote, without which not every text could be written.
  public init(dialect: Dialect = .commas, lineEnd: LineEnd = .lf) {
    guard let quote = dialect.quote else { preconditionFailure("a writer needs a quote") }
    self.dialect = dialect
    self.lineEnd = lineEnd
    self.quote = quote
  }

  /// Appends a record and its line end to bytes.
  ///
  /// - Precondition: There is at least one field.
  public func append(_ fields: some Sequence<some StringProtocol>, to bytes: inout [UInt8]) {
    append(contents: fields.lazy.map(\.utf8), to: &bytes)
  }

  /// Appends a record of strings and its line end to bytes; the usual case, without generic code.
  ///
  /// - Precondition: There is at least one field.
  public func append(_ fields: [String], to bytes: inout [UInt8]) {
    precondition(!fields.isEmpty, "a record has at least one field")
    let recordStart = bytes.count
    for index in fields.indices {
      if index > 0 { bytes.append(dialect.delimiter) }
      append(content: fields[index].utf8, to: &bytes)
    }
    if bytes.count == recordStart { bytes += [quote, quote] }
    bytes += lineEnd.rawValue.utf8
  }

  /// Appends a record and its line end to a string.
  ///
  /// - Precondition: There is at least one field.
  public func append(_ fields: some Sequence<some StringProtocol>, to text: inout String) {
    var bytes: [UInt8] = []
    append(fields, to: &bytes)
    text += String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a record whose fields are given as bytes, which need not be UTF-8.
  ///
  /// - Precondition: There is at least one field.
  public func append(
    contents fields: some Sequence<some Collection<UInt8>>, to bytes: inout [UInt8]
  ) {
    let recordStart = bytes.count
    var count = 0
    for field in fields {
      if count > 0 { bytes.append(dialect.delimiter) }
      append(content: field, to: &bytes)
      count += 1
    }
    precondition(count > 0, "a record has at least one field")
    if bytes.count == recordStart { bytes += [quote, quote] }
    bytes += lineEnd.rawValue.utf8
  }

  /// Returns records as text.
  public func text(of records: some Sequence<[String]>) -> String {
    var bytes: [UInt8] = []
    for record in records { append(record, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a field, with quotes where it must have them, and no delimiter.
  ///
  /// For records that are written field by field. A record with nothing but one empty field would
  /// be a blank line; such a field needs its quotes from the caller.
  public func append(field: String, to bytes: inout [UInt8]) {
    append(content: field.utf8, to: &bytes)
  }

  /// Appends a field that is given as bytes, as ``append(field:to:)`` appends a text.
  public func append(field: [UInt8], to bytes: inout [UInt8]) {
    append(content: field, to: &bytes)
  }

  private func append(content: some Collection<UInt8>, to bytes: inout [UInt8]) {
    guard needsQuotes(content) else {
      bytes += content
      return
    }
    bytes.append(quote)
    for byte in content {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private func needsQuotes(_ content: some Collection<UInt8>) -> Bool {
    guard let first = content.first else { return false }
    if first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") { return true }
    if first == 0xEF, content.starts(with: [0xEF, 0xBB, 0xBF]) { return true }
    var last = first
    for byte in content {
      if byte == dialect.delimiter || byte == quote || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
      {
        return true
      }
      last = byte
    }
    return last == UInt8(ascii: " ") || last == UInt8(ascii: "\t")
  }
}
