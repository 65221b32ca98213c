/// Finds tables that are set with blanks in plain text.
///
/// A table is a run of lines without an empty one in which at least two hold a number behind two
/// blanks or a tab. Its columns are divided by the places where every line with numbers has
/// blanks.
struct TextTableReader {
  private struct Line {
    let number: Int
    let start: Int
    let bytes: [UInt8]
  }

  private static let blank = UInt8(ascii: " ")

  /// The rows of each table of a text.
  static func tables(in text: String) -> [[[PrintedCell]]] {
    var blocks: [[Line]] = [[]]
    var (start, number) = (0, 1)
    for part in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var bytes = Array(part)
      if bytes.last == 0x0D { bytes.removeLast() }
      if bytes.allSatisfy({ $0 == blank || $0 == 0x09 }) {
        if blocks.last?.isEmpty == false { blocks.append([]) }
      } else {
        blocks[blocks.count - 1].append(Line(number: number, start: start, bytes: bytes))
      }
      start += part.count + 1
      number += 1
    }
    return blocks.compactMap(rows)
  }

  private static func rows(of block: [Line]) -> [[PrintedCell]]? {
    let data = block.filter { holdsColumns($0.bytes) }
    guard data.count > 1 else { return nil }
    let gaps = gaps(of: data)
    guard !gaps.isEmpty else { return nil }
    return block.map { line in cells(of: line, gaps) }
  }

  /// Whether a line has a number behind two blanks or a tab.
  private static func holdsColumns(_ bytes: [UInt8]) -> Bool {
    var blanks = 0
    for byte in bytes {
      switch byte {
      case blank: blanks += 1
      case 0x09: blanks += 2
      case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "("):
        if blanks > 1 { return true }
        blanks = 0
      default: blanks = 0
      }
    }
    return false
  }

  /// The runs of at least two places that are blank in every line; a tab counts as two.
  private static func gaps(of lines: [Line]) -> [Range<Int>] {
    let width = lines.map(\.bytes.count).max() ?? 0
    var gaps: [Range<Int>] = []
    var start: Int?
    for place in 0...width {
      let isBlank =
        place < width
        && lines.allSatisfy { line in
          place >= line.bytes.count || line.bytes[place] == blank || line.bytes[place] == 0x09
        }
      if isBlank {
        start = start ?? place
      } else if let first = start {
        let hasTab = lines.contains {
          $0.bytes.dropFirst(first).prefix(place - first).contains(0x09)
        }
        if first > 0, place < width, place - first > 1 || hasTab { gaps.append(first..<place) }
        start = nil
      }
    }
    return gaps
  }

  /// The cells of a line; a word that reaches over a gap belongs to the column it begins in.
  private static func cells(of line: Line, _ gaps: [Range<Int>]) -> [PrintedCell] {
    var cells: [PrintedCell] = []
    var first = 0
    for gap in gaps.map(Optional.init) + [nil] {
      var end = min(gap?.upperBound ?? line.bytes.count, line.bytes.count)
      // A heading may be wider than the figures below it.
      while end < line.bytes.count, end > 0, line.bytes[end - 1] != blank, line.bytes[end] != blank
      {
        end += 1
      }
      let from = min(first, end)
      let whole = String(decoding: line.bytes[from..<end], as: UTF8.self)
      let lead = whole.prefix { $0.isWhitespace }.utf8.count
      let text = whole.trimmed
      cells.append(
        PrintedCell(
          text: text, line: line.number, column: from + lead + 1, start: line.start + from + lead,
          end: line.start + from + lead + text.utf8.count))
      first = end
    }
    return cells
  }
}
