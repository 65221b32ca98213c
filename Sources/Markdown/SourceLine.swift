/// One line of a text, with the bytes that end it.
///
/// Joining `text` and `ending` of all lines gives the text back byte for byte.
public struct SourceLine: Sendable, Hashable {
  /// How a line ends.
  public enum Ending: String, Sendable, Hashable {
    /// The text ends without a line end.
    case none = ""
    /// A line feed.
    case lineFeed = "\n"
    /// A carriage return and a line feed.
    case carriageReturnLineFeed = "\r\n"
    /// A carriage return alone.
    case carriageReturn = "\r"
  }

  /// The line without its end.
  public let text: String
  /// The end of the line; `none` in the last line at most.
  public let ending: Ending

  /// Makes a line of its text, which holds no line end, and its end.
  public init(_ text: String, _ ending: Ending) {
    self.text = text
    self.ending = ending
  }

  /// Whether nothing but spaces and tabs stands in the line.
  public var isBlank: Bool { text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// Returns the lines of a text; an empty text has none, and a final line end starts no new line.
  ///
  /// - Complexity: O(*n*) for *n* bytes; copies the text once.
  public static func lines(of text: String) -> [SourceLine] {
    let bytes = Array(text.utf8)
    var (lines, start, index) = ([SourceLine](), 0, 0)
    while index < bytes.count {
      let ending: Ending
      switch bytes[index] {
      case 0x0A: ending = .lineFeed
      case 0x0D where index + 1 < bytes.count && bytes[index + 1] == 0x0A:
        ending = .carriageReturnLineFeed
      case 0x0D: ending = .carriageReturn
      default:
        index += 1
        continue
      }
      lines.append(SourceLine(String(decoding: bytes[start..<index], as: UTF8.self), ending))
      index += ending.rawValue.utf8.count
      start = index
    }
    if start < bytes.count {
      lines.append(SourceLine(String(decoding: bytes[start...], as: UTF8.self), .none))
    }
    return lines
  }
}

extension Sequence where Element == SourceLine {
  /// The lines put together again, byte for byte.
  public var joinedText: String {
    var text = ""
    for line in self {
      text += line.text
      text += line.ending.rawValue
    }
    return text
  }
}
