public import Diagnostics

/// The text of a file as UTF-8, with the way back to the bytes of the file.
///
///     let text = DecodedText([0x35, 0xA0, 0x80], encoding: .windows1252)
///     text.bytes                     // "5\u{A0}€" in UTF-8
///     text.originalOffset(of: 3)     // 2
///
/// Nothing is left out but a byte order mark at the start. What the encoding cannot read becomes
/// U+FFFD and is listed in ``problems``.
public struct DecodedText: Sendable {
  /// The text in UTF-8, without a byte order mark.
  public let bytes: [UInt8]
  /// The encoding that was used.
  public let encoding: TextEncoding
  /// Where bytes could not be read, in the order of the file, at most 1,000 places.
  public let problems: [EncodingProblem]
  /// How many places there are where bytes could not be read.
  public let problemCount: Int

  private let raw: [UInt8]
  private let start: Int
  /// Empty when the text is the file without its first bytes.
  private let syncPoints: [Transcoder.SyncPoint]

  /// Decodes a file.
  ///
  /// - Parameters:
  ///   - raw: All bytes of the file.
  ///   - encoding: The encoding; without it the best candidate of ``EncodingDetector``.
  /// - Complexity: O(*n*). Valid UTF-8 is taken as it is.
  public init(_ raw: [UInt8], encoding: TextEncoding? = nil) {
    let encoding = encoding ?? EncodingDetector().candidates(raw).first?.encoding ?? .utf8
    let mark = encoding.byteOrderMark
    let start = !mark.isEmpty && raw.starts(with: mark) ? mark.count : 0
    self.encoding = encoding
    self.start = start
    let isUTF8 = encoding == .utf8 || encoding == .utf8WithBOM
    if isUTF8, (try? UTF8Span(validating: raw.span)) != nil {
      self.raw = []
      bytes = start == 0 ? raw : Array(raw[start...])
      (syncPoints, problems, problemCount) = ([], [], 0)
      return
    }
    let work = Transcoder(raw, from: start, encoding)
    self.raw = raw
    bytes = work.bytes
    syncPoints = work.syncPoints
    problems = Self.problems(work, raw, encoding)
    problemCount = work.faultCount
  }

  /// Returns the offset in the file of the character that holds a byte of the text.
  ///
  /// An offset behind the last byte gives the length of the file.
  /// - Precondition: `utf8Offset` is not negative and at most the number of bytes.
  /// - Complexity: O(log *n*), and O(1) for valid UTF-8.
  public func originalOffset(of utf8Offset: Int) -> Int {
    precondition(
      (0...bytes.count).contains(utf8Offset),
      "offset \(utf8Offset) of a text of \(bytes.count) bytes")
    guard !syncPoints.isEmpty else {
      var first = utf8Offset
      while first < bytes.count, first > 0, bytes[first] & 0xC0 == 0x80 { first -= 1 }
      return first + start
    }
    var (low, high) = (0, syncPoints.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if syncPoints[middle].utf8 <= utf8Offset { low = middle } else { high = middle }
    }
    let point = syncPoints[low]
    return Transcoder(raw, from: point.original, encoding, limit: utf8Offset - point.utf8).position
  }

  /// Returns the line and the column of a byte of the text, both counted from 1.
  ///
  /// - Complexity: O(*n*).
  public func place(of utf8Offset: Int) -> (line: Int, column: Int) {
    var lines = LineCounter()
    return lines.place(of: utf8Offset, in: bytes)
  }

  /// What is wrong with the encoding, as findings; beyond 1,000 places one finding says how many
  /// more there are.
  public func diagnostics(file: String) -> [Diagnostic] {
    var found = problems.map { $0.diagnostic(file: file) }
    if problemCount > problems.count {
      found.append(
        Diagnostic(
          "encoding.undecodable-more", .error, at: InputLocation(file: file),
          "\(problemCount - problems.count) more places cannot be read as \(encoding.name), "
            + "expected text in that encoding",
          hint: "the file may not be text at all"))
    }
    return found
  }

  private static func problems(
    _ work: Transcoder, _ raw: [UInt8], _ encoding: TextEncoding
  ) -> [EncodingProblem] {
    var lines = LineCounter()
    return work.faults.map { fault in
      let place = lines.place(of: fault.utf8, in: work.bytes)
      return EncodingProblem(
        originalRange: fault.original, bytes: Array(raw[fault.original].prefix(16)),
        utf8Offset: fault.utf8, line: place.line, column: place.column, encoding: encoding)
    }
  }
}

/// Finds lines and columns of offsets that come in ascending order.
private struct LineCounter {
  private var position = 0
  private var line = 1
  private var lineStart = 0

  mutating func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    while position < offset {
      let byte = bytes[position]
      position += 1
      let isEnd =
        byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
          && (position == bytes.count || bytes[position] != UInt8(ascii: "\n"))
      if isEnd { (line, lineStart) = (line + 1, position) }
    }
    return (line, offset - lineStart + 1)
  }
}
