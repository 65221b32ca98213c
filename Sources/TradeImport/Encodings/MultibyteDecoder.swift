internal import Glibc

/// Decodes GB 18030 and Shift JIS with the tables of the C library.
///
/// A descriptor of `iconv` lives for one call of ``withSteps(_:_:)`` only. Characters are cut by
/// the structure of the encoding here, so that each can be given its place and one broken
/// character does not take its neighbours with it; what a character means comes from `iconv`.
enum MultibyteDecoder {
  /// Whether the C library of this system knows an encoding.
  static func isAvailable(_ encoding: TextEncoding) -> Bool {
    withSteps(encoding, { _ in true }) ?? false
  }

  /// Calls a function with another one that gives the character at a position of bytes.
  ///
  /// - Returns: What the function returns; `nil` when the system does not know the encoding.
  static func withSteps<Result>(
    _ encoding: TextEncoding, _ body: (([UInt8], Int) -> CharacterStep) -> Result
  ) -> Result? {
    let name = encoding == .gb18030 ? "GB18030" : "CP932"
    // iconv_open gives -1 for a name that it does not know.
    guard let descriptor = unsafe iconv_open("UTF-32LE", name),
      Int(bitPattern: descriptor) != -1
    else { return nil }
    defer { unsafe iconv_close(descriptor) }
    return body { raw, position in
      let first = raw[position]
      if first < 0x80 { return CharacterStep(length: 1, scalar: UInt32(first)) }
      guard let length = characterLength(raw, position, encoding) else {
        return CharacterStep(length: 1, scalar: nil)
      }
      var input = (0..<length).map { CChar(bitPattern: raw[position + $0]) }
      var scalar: UInt32 = 0
      let isRead = unsafe input.withUnsafeMutableBufferPointer { input in
        unsafe withUnsafeMutableBytes(of: &scalar) { output in
          var (source, sourceLeft) = (input.baseAddress, input.count)
          var target = unsafe output.baseAddress?.assumingMemoryBound(to: CChar.self)
          var targetLeft = output.count
          let result = unsafe iconv(descriptor, &source, &sourceLeft, &target, &targetLeft)
          return result != -1 && sourceLeft == 0 && targetLeft == 0
        }
      }
      if isRead { return CharacterStep(length: length, scalar: UInt32(littleEndian: scalar)) }
      // Back to the first state, in which the next character is read as if nothing had been.
      _ = unsafe iconv(descriptor, nil, nil, nil, nil)
      return CharacterStep(length: raw[position + length - 1] < 0x80 ? 1 : length, scalar: nil)
    }
  }

  /// How many bytes the character at a position has by the ranges of its bytes; `nil` when no
  /// character starts like this.
  static func characterLength(
    _ raw: [UInt8], _ position: Int, _ encoding: TextEncoding
  ) -> Int? {
    let first = raw[position]
    let second = position + 1 < raw.count ? raw[position + 1] : 0
    switch encoding {
    case .gb18030:
      guard (0x81...0xFE).contains(first) else { return nil }
      if (0x40...0x7E).contains(second) || (0x80...0xFE).contains(second) { return 2 }
      guard (0x30...0x39).contains(second), position + 3 < raw.count,
        (0x81...0xFE).contains(raw[position + 2]), (0x30...0x39).contains(raw[position + 3])
      else { return nil }
      return 4
    case .shiftJIS:
      if (0xA1...0xDF).contains(first) { return 1 }
      guard (0x81...0x9F).contains(first) || (0xE0...0xFC).contains(first),
        (0x40...0x7E).contains(second) || (0x80...0xFC).contains(second)
      else { return nil }
      return 2
    default: return 1
    }
  }
}
