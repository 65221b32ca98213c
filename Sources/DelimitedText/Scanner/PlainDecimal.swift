/// What a field that should hold a number has, where that shows without a closer look.
public struct PlainDecimal: Sendable {
  /// The kinds of content.
  public enum Kind: UInt8, Sendable {
    /// An optional minus, digits, and at most one decimal mark between them; fifteen digits at
    /// most, and not the zero with a minus.
    case decimal
    /// Nothing.
    case empty
    /// Anything else, numbers that are written in another way among it.
    case other
  }

  /// All digits as one whole number, negative for a negative number.
  public let significand: Int64
  /// Where the content starts in the bytes of the table.
  public let start: Int
  /// The column of the field in its line, counted from 1 in bytes.
  public let column: UInt32
  /// How many bytes a decimal has.
  public let count: UInt8
  /// How many of the digits are behind the decimal mark.
  public let decimals: UInt8
  /// What the field holds.
  public let kind: Kind

  /// A field without anything, to make room with.
  public static let empty = PlainDecimal(.empty, column: 0)

  /// Makes a field without a number.
  init(_ kind: Kind, column: Int) {
    self.init(kind, significand: 0, at: 0..<0, column: column, decimals: 0)
  }

  private init(
    _ kind: Kind, significand: Int64, at range: Range<Int>, column: Int, decimals: Int
  ) {
    self.significand = significand
    start = range.lowerBound
    self.column = UInt32(column)
    count = UInt8(range.count)
    self.decimals = UInt8(decimals)
    self.kind = kind
  }

  /// Reads the content of a field.
  @inline(__always)
  init(_ bytes: Span<UInt8>, _ range: Range<Int>, column: Int, mark: UInt8) {
    guard !range.isEmpty, range.count <= 17 else {
      self.init(range.isEmpty ? .empty : .other, column: column)
      return
    }
    var position = range.lowerBound
    let isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative { position &+= 1 }
    var (significand, digits, decimals): (Int64, Int, Int) = (0, 0, -1)
    while position < range.upperBound {
      let byte = bytes[position]
      let digit = byte &- UInt8(ascii: "0")
      if digit <= 9 {
        significand = significand &* 10 &+ Int64(digit)
        digits &+= 1
        if decimals >= 0 { decimals &+= 1 }
      } else if byte == mark, decimals < 0, digits > 0 {
        decimals = 0
      } else {
        self.init(.other, column: column)
        return
      }
      position &+= 1
    }
    guard digits > 0, digits <= 15, decimals != 0, !isNegative || significand != 0 else {
      self.init(.other, column: column)
      return
    }
    self.init(
      .decimal, significand: isNegative ? -significand : significand, at: range, column: column,
      decimals: max(decimals, 0))
  }
}
