/// What the bytes from 0x80 on mean in the encodings with one byte a letter.
enum SingleByteTable {
  /// Windows-1252 from 0x80 to 0x9F; zero where a byte has no meaning.
  ///
  /// Source: The Unicode Consortium, MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT.
  private static let windows: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// The letters in which ISO 8859-15 differs from ISO 8859-1.
  ///
  /// Source: The Unicode Consortium, MAPPINGS/ISO8859/8859-15.TXT.
  static let latin9: [UInt8: UInt32] = [
    0xA4: 0x20AC, 0xA6: 0x0160, 0xA8: 0x0161, 0xB4: 0x017D, 0xB8: 0x017E, 0xBC: 0x0152,
    0xBD: 0x0153, 0xBE: 0x0178,
  ]

  /// The letter of a byte; `nil` where it has no meaning.
  ///
  /// The control characters of ISO 8859 from 0x80 to 0x9F count as without meaning: no table of
  /// figures holds them, so such a byte shows that the encoding is another one.
  static func scalar(_ byte: UInt8, in encoding: TextEncoding) -> UInt32? {
    if byte < 0x80 { return UInt32(byte) }
    if byte < 0xA0 {
      guard encoding == .windows1252 else { return nil }
      let scalar = windows[Int(byte) - 0x80]
      return scalar == 0 ? nil : scalar
    }
    if encoding == .iso8859_15, let scalar = latin9[byte] { return scalar }
    return UInt32(byte)
  }
}
