public import Diagnostics

/// Bytes of a file that its encoding cannot read; in the text they are U+FFFD.
public struct EncodingProblem: Sendable, Hashable {
  /// Where the bytes stand in the file, as offsets from 0.
  public let originalRange: Range<Int>
  /// The bytes, at most sixteen of them.
  public let bytes: [UInt8]
  /// Where the first U+FFFD stands in the decoded text, as an offset from 0.
  public let utf8Offset: Int
  /// The physical line, counted from 1.
  public let line: Int
  /// The column in bytes of the decoded text, counted from 1.
  public let column: Int
  /// The encoding that cannot read them.
  public let encoding: TextEncoding

  /// The problem as a finding with the id `encoding.undecodable`.
  public func diagnostic(file: String) -> Diagnostic {
    let one = bytes.count == 1
    let shown = originalRange.count > bytes.count ? listed + " …" : listed
    return Diagnostic(
      "encoding.undecodable", .error, at: InputLocation(file: file, line: line, column: column),
      "\(one ? "byte" : "bytes") \(shown) at offset \(originalRange.lowerBound) cannot be read as "
        + "\(encoding.name), expected text in that encoding",
      hint: hint)
  }

  private var listed: String { bytes.map(\.hexadecimal).joined(separator: " ") }

  private var hint: String {
    guard encoding == .utf8 || encoding == .utf8WithBOM else {
      return "the bytes are kept as U+FFFD; name the encoding with --encoding if it is another one"
    }
    let letters = bytes.compactMap { byte -> Character? in
      SingleByteTable.scalar(byte, in: .windows1252).flatMap(Unicode.Scalar.init).map(
        Character.init)
    }
    guard letters.count == bytes.count else {
      return "the bytes are kept as U+FFFD; name the encoding with --encoding if it is another one"
    }
    return "in Windows-1252 this is \(String(letters).quoted); the file may mix encodings, or "
      + "name the right one with --encoding"
  }
}

extension UInt8 {
  /// Two digits, as `0x0A`.
  var hexadecimal: String {
    let digits = String(self, radix: 16, uppercase: true)
    return "0x" + (digits.count == 1 ? "0" : "") + digits
  }
}
