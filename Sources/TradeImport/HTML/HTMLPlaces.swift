/// Finds where the texts of a page stand in its bytes.
///
/// The parser knows lines at most. Texts come in the order of the page, so each is looked for
/// behind the one before it, up to a distance; a text with entities in it is not found and gets
/// the start of its line.
struct HTMLPlaces {
  struct Place {
    let line: Int
    let column: Int
    let offset: Int
  }

  private let bytes: [UInt8]
  /// The offsets of the first bytes of the lines.
  private let lineStarts: [Int]
  private var cursor = 0

  /// How far a text can be behind its tag.
  private static let reach = 4096

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  /// Returns the place of the first word of a text and moves behind it.
  mutating func find(_ text: String, fromLine line: Int?) -> Place {
    let lineStart = line.map { lineStarts[min(max($0, 1), lineStarts.count) - 1] }
    let start = max(cursor, lineStart ?? cursor)
    let word = Array(text.utf8.prefix { $0 != UInt8(ascii: " ") })
    guard !word.isEmpty, let offset = search(word, from: start) else {
      return place(of: lineStart ?? cursor)
    }
    cursor = offset + word.count
    return place(of: offset)
  }

  /// Looks for a word outside of tags.
  private func search(_ word: [UInt8], from start: Int) -> Int? {
    var isInTag = false
    var position = start
    let limit = min(bytes.count, start + Self.reach + word.count)
    while position < limit {
      switch bytes[position] {
      case UInt8(ascii: "<"): isInTag = true
      case UInt8(ascii: ">"): isInTag = false
      case word[0] where !isInTag:
        if bytes[position...].starts(with: word) { return position }
      default: break
      }
      position += 1
    }
    return nil
  }

  private func place(of offset: Int) -> Place {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return Place(line: low + 1, column: offset - lineStarts[low] + 1, offset: offset)
  }
}
