/// How a file writes letters as bytes.
///
/// The raw value is the name that stands in schemas and options.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  /// UTF-8 without a byte order mark; ASCII is a part of it.
  case utf8 = "utf-8"
  /// UTF-8 that begins with the bytes EF BB BF.
  case utf8WithBOM = "utf-8-bom"
  /// UTF-16, the low byte first, with or without the mark FF FE.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, the high byte first, with or without the mark FE FF.
  case utf16BigEndian = "utf-16be"
  /// Windows-1252, Western European.
  case windows1252 = "windows-1252"
  /// ISO 8859-1, Latin 1.
  case iso8859_1 = "iso-8859-1"
  /// ISO 8859-15, Latin 9: Latin 1 with the euro sign and seven other letters.
  case iso8859_15 = "iso-8859-15"
  /// GB 18030, Chinese; GBK and GB 2312 are parts of it.
  case gb18030 = "gb18030"
  /// Shift JIS in the form of Windows (code page 932), Japanese.
  case shiftJIS = "shift-jis"

  /// Reads a name as people write it: letters without case, `-`, `_` and spaces do not matter.
  ///
  ///     TextEncoding(named: "Latin-1")  // iso8859_1
  ///     TextEncoding(named: "GBK")      // gb18030
  ///
  /// - Returns: `nil` for a name that is not known. `utf-16` is none: it does not say which byte
  ///   comes first.
  public init?(named name: String) {
    let key = name.lowercased().filter { !"-_ :.".contains($0) }
    guard let encoding = Self.names[key] else { return nil }
    self = encoding
  }

  /// The name for people.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf8WithBOM: "UTF-8 with byte order mark"
    case .utf16LittleEndian: "UTF-16, little endian"
    case .utf16BigEndian: "UTF-16, big endian"
    case .windows1252: "Windows-1252"
    case .iso8859_1: "ISO 8859-1"
    case .iso8859_15: "ISO 8859-15"
    case .gb18030: "GB 18030"
    case .shiftJIS: "Shift JIS"
    }
  }

  private static let names: [String: TextEncoding] = [
    "utf8": .utf8, "ascii": .utf8, "usascii": .utf8, "utf8bom": .utf8WithBOM,
    "utf8sig": .utf8WithBOM, "utf16le": .utf16LittleEndian, "ucs2le": .utf16LittleEndian,
    "utf16be": .utf16BigEndian, "ucs2be": .utf16BigEndian, "windows1252": .windows1252,
    "cp1252": .windows1252, "ansi": .windows1252, "iso88591": .iso8859_1, "latin1": .iso8859_1,
    "88591": .iso8859_1, "iso885915": .iso8859_15, "latin9": .iso8859_15, "885915": .iso8859_15,
    "gb18030": .gb18030, "gbk": .gb18030, "gb2312": .gb18030, "cp936": .gb18030,
    "shiftjis": .shiftJIS, "sjis": .shiftJIS, "cp932": .shiftJIS, "windows31j": .shiftJIS,
    "ms932": .shiftJIS,
  ]

  /// The bytes of the mark at the start of a text; empty where there is none.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8, .utf8WithBOM: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    case .windows1252, .iso8859_1, .iso8859_15, .shiftJIS: []
    }
  }
}
