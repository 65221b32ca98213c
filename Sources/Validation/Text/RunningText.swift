public import TradeImport

/// A text with its blocks and the lines of its source.
public struct RunningText: Sendable {
  /// The text in UTF-8.
  public let bytes: [UInt8]
  /// The bytes of each heading, paragraph and item of a list, in order.
  public let blocks: [Range<Int>]
  /// Offsets in the text at which a line of the source begins, ascending, with the line.
  private let lines: [(offset: Int, line: Int)]
  /// Whether columns of the text are columns of the source.
  private let keepsColumns: Bool

  /// A plain text: blocks are parted by empty lines, and each heading and item begins one.
  ///
  /// The marks of Markdown (`#`, `-`, `*`, `>`) are known, so a Markdown text whose tables and code
  /// are blanks can be read as well.
  ///
  /// - Complexity: O(*n*).
  public init(plain text: String) {
    bytes = Array(text.utf8)
    var blocks: [Range<Int>] = []
    var lines: [(offset: Int, line: Int)] = []
    var (start, position, number) = (-1, 0, 1)
    while position < bytes.count {
      var end = position
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      lines.append((position, number))
      var kind = Self.kind(of: bytes[position..<end])
      if kind == .running, Self.isInCapitals(bytes[position..<end]),
        Self.hasSmallLetters(bytes[min(end + 1, bytes.count)...])
      {
        kind = .heading
      }
      if kind != .running, start >= 0 {
        blocks.append(start..<position)
        start = -1
      }
      switch kind {
      case .blank: break
      case .heading: blocks.append(position..<end)
      case .item, .running: if start < 0 { start = position }
      }
      position = end + 1
      number += 1
    }
    if start >= 0 { blocks.append(start..<bytes.count) }
    (self.blocks, self.lines, keepsColumns) = (blocks, lines, true)
  }

  /// The text of a page outside of its tables.
  public init(page: HTMLPage) {
    var (bytes, blocks, lines): ([UInt8], [Range<Int>], [(offset: Int, line: Int)]) = ([], [], [])
    var start = 0
    for text in page.texts {
      if text.beginsBlock, !bytes.isEmpty {
        if start < bytes.count { blocks.append(start..<bytes.count) }
        bytes += [0x0A, 0x0A]
        start = bytes.count
      } else if text.isSpaced, !bytes.isEmpty {
        bytes.append(0x20)
      }
      lines.append((bytes.count, text.line))
      bytes += Array(text.text.utf8)
    }
    if start < bytes.count { blocks.append(start..<bytes.count) }
    (self.bytes, self.blocks, self.lines, keepsColumns) = (bytes, blocks, lines, false)
  }

  /// The text in portions of whole blocks of at most so many bytes.
  ///
  /// A longer block is cut between sentences, else between words. Offsets stay those of the whole text.
  func portions(of size: Int) -> [RunningText] {
    guard bytes.count > size else { return [self] }
    var portions: [RunningText] = []
    var current: [Range<Int>] = []
    for block in blocks.flatMap({ pieces(of: $0, size) }) {
      if let first = current.first, block.upperBound - first.lowerBound > size {
        portions.append(with(current))
        current = []
      }
      current.append(block)
    }
    if !current.isEmpty { portions.append(with(current)) }
    return portions.isEmpty ? [self] : portions
  }

  /// A block in pieces of at most so many bytes.
  private func pieces(of block: Range<Int>, _ size: Int) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = block.lowerBound
    while block.upperBound - start > size {
      let half = bytes[start + size / 2..<start + size]
      let stop = half.indices.dropLast().last { bytes[$0] == 0x2E && bytes[$0 + 1] <= 0x20 }
      var end = (stop ?? half.lastIndex { $0 <= 0x20 } ?? half.endIndex - 1) + 1
      // Never inside a character.
      while end > start + 1, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      pieces.append(start..<end)
      start = end
    }
    return pieces + [start..<block.upperBound]
  }

  private func with(_ blocks: [Range<Int>]) -> RunningText {
    RunningText(bytes: bytes, blocks: blocks, lines: lines, keepsColumns: keepsColumns)
  }

  private init(
    bytes: [UInt8], blocks: [Range<Int>], lines: [(offset: Int, line: Int)], keepsColumns: Bool
  ) {
    (self.bytes, self.blocks, self.lines, self.keepsColumns) = (bytes, blocks, lines, keepsColumns)
  }

  /// The line of the source that holds a byte, and the column in it; column 1 where the text is not
  /// set as its source.
  public func place(of offset: Int) -> (line: Int, column: Int) {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return (1, offset + 1) }
    let line = lines[low - 1]
    return (line.line, keepsColumns ? offset - line.offset + 1 : 1)
  }

  /// Whether a short line has capitals and no small letter: "EXPORTS BY GROUP".
  private static func isInCapitals(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 80 else { return false }
    var capitals = 0
    for byte in line {
      if byte >= 0x61, byte <= 0x7A { return false }
      if byte >= 0x41, byte <= 0x5A { capitals += 1 }
    }
    return capitals >= 4
  }

  /// Whether the next line that is not blank has a small letter, so that the text is not all capitals.
  private static func hasSmallLetters(_ rest: ArraySlice<UInt8>) -> Bool {
    let line = rest.drop { $0 <= 0x20 }.prefix { $0 != 0x0A }
    return line.contains { $0 >= 0x61 && $0 <= 0x7A }
  }

  private enum LineKind { case blank, heading, item, running }

  private static func kind(of line: ArraySlice<UInt8>) -> LineKind {
    let content = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x3E }
    guard let first = content.first else { return .blank }
    let second = content.dropFirst().first
    if first == 0x23 { return .heading }
    if [0x2D, 0x2A, 0x2B].contains(first), second == 0x20 { return .item }
    // The bullet of UTF-8 and a number with a point or bracket.
    if content.starts(with: [0xE2, 0x80, 0xA2]) { return .item }
    let digits = content.prefix { $0 >= 0x30 && $0 <= 0x39 }
    if (1...2).contains(digits.count), let mark = content.dropFirst(digits.count).first,
      mark == 0x2E || mark == 0x29, content.dropFirst(digits.count + 1).first == 0x20
    {
      return .item
    }
    return isLabelled(content) ? .item : .running
  }

  /// "Exports: 41.5 billion" alone on a line: a short label, a colon and a figure.
  private static func isLabelled(_ line: ArraySlice<UInt8>) -> Bool {
    guard let colon = line.prefix(40).firstIndex(of: 0x3A), colon > line.startIndex else {
      return false
    }
    let isWords = line[..<colon].allSatisfy { $0 == 0x20 || $0 == 0x2D || $0 | 0x20 >= 0x61 }
    let behind = line[(colon + 1)...].prefix(12)
    return isWords && behind.contains { $0 >= 0x30 && $0 <= 0x39 }
  }
}
