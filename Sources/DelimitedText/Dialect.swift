/// How fields are separated and quoted in a delimited text.
///
///     Dialect.commas.delimiter  // 0x2C
///
/// Line ends need no choice: LF, CRLF and CR are all read, also mixed. There are no comments and
/// no escape character; a quote inside a quoted field is written twice (RFC 4180, section 2).
public struct Dialect: Sendable, Hashable {
  /// The byte between two fields.
  public let delimiter: UInt8
  /// The byte around a field that holds delimiters or line ends; `nil` when quotes are plain text.
  public let quote: UInt8?

  /// Makes a dialect of a delimiter and a quote.
  ///
  /// - Precondition: Both are ASCII, differ, and are neither NUL, CR nor LF.
  public init(delimiter: UInt8, quote: UInt8? = UInt8(ascii: "\"")) {
    precondition(Dialect.isUsable(delimiter), "a delimiter is an ASCII byte, not NUL, CR or LF")
    if let quote {
      precondition(Dialect.isUsable(quote), "a quote is an ASCII byte, not NUL, CR or LF")
      precondition(quote != delimiter, "the quote and the delimiter must differ")
    }
    self.delimiter = delimiter
    self.quote = quote
  }

  /// Fields between commas, quoted with `"`.
  public static let commas = Dialect(delimiter: UInt8(ascii: ","))
  /// Fields between semicolons, quoted with `"`, as written where the comma is a decimal sign.
  public static let semicolons = Dialect(delimiter: UInt8(ascii: ";"))
  /// Fields between tabs, quoted with `"`.
  public static let tabs = Dialect(delimiter: UInt8(ascii: "\t"))
  /// Fields between vertical bars, quoted with `"`.
  public static let bars = Dialect(delimiter: UInt8(ascii: "|"))

  private static func isUsable(_ byte: UInt8) -> Bool {
    byte != 0 && byte < 0x80 && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r")
  }
}
