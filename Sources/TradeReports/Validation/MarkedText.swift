internal import Reporting
internal import Validation

/// A text with a line of marks under the figures of each of its lines.
///
///     Exports fell 3% to $5bn in 2019 from $9bn in 2018.
///                  ^^    ====             ^^^^
///
/// `^` stands under a figure of a relation that cannot hold, `=` under one of relations that hold,
/// `-` under one that nothing ties. Lines are wrapped between words; lines without a figure are
/// left out, `…` in their place.
struct MarkedText {
  /// What a figure is marked with.
  enum Mark: Character {
    case wrong = "^"
    case fits = "="
    case alone = "-"
  }

  /// The text.
  let text: [UInt8]
  /// The figures' bytes with their marks, ascending.
  let marks: [(bytes: Range<Int>, mark: Mark)]
  /// The figures' ids, in the same order.
  let ids: [String]

  /// Marks the figures of a result.
  init(_ text: [UInt8], _ input: CheckedInput, only wanted: Set<String>) {
    self.text = text
    var wrong = Set<String>()
    var checked = Set<String>()
    for result in input.parts.map(\.result) {
      checked.formUnion(result.checkedFigures)
      for claim in result.claims where claim.verdict == .inconsistent {
        wrong.formUnion(claim.claim.figures)
      }
    }
    for comparison in input.comparisons {
      checked.formUnion(comparison.figures)
      if comparison.verdict == .inconsistent { wrong.formUnion(comparison.figures) }
    }
    let figures = input.figures.filter { wanted.contains($0.id) && $0.end <= text.count }
    ids = figures.map(\.id)
    marks = figures.map { figure in
      let mark: Mark =
        wrong.contains(figure.id) ? .wrong : checked.contains(figure.id) ? .fits : .alone
      return (figure.start..<figure.end, mark)
    }
  }

  /// The lines, of at most so many columns where words allow it.
  ///
  /// - Complexity: linear in the text.
  func lines(width: Int) -> [String] {
    var lines: [String] = []
    var next = 0
    var start = 0
    var isLeftOut = false
    while start < text.count, next < marks.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      var own: [(bytes: Range<Int>, mark: Mark)] = []
      while next < marks.count, marks[next].bytes.lowerBound < end {
        own.append(marks[next])
        next += 1
      }
      if own.isEmpty {
        isLeftOut = isLeftOut || text[start..<end].contains { $0 > 0x20 }
      } else {
        if isLeftOut { lines.append("…") }
        isLeftOut = false
        lines += wrapped(start..<end, own, width: width)
      }
      start = end + 1
    }
    if start < text.count, text[start...].contains(where: { $0 > 0x20 }) { lines.append("…") }
    return lines
  }

  /// A line of the source, wrapped between words, with its marks.
  private func wrapped(
    _ line: Range<Int>, _ marks: [(bytes: Range<Int>, mark: Mark)], width: Int
  ) -> [String] {
    var lines: [String] = []
    var walk = MarkWalk(marks)
    var (shown, under, column) = ("", "", 0)
    func flush() {
      lines.append(shown)
      if under.contains(where: { $0 != " " }) { lines.append(under.withoutTrailingSpaces) }
      (shown, under, column) = ("", "", 0)
    }
    var position = line.lowerBound
    while position < line.upperBound {
      var end = position
      while end < line.upperBound, text[end] != 0x20, text[end] != 0x09 { end += 1 }
      let word = String(decoding: text[position..<end], as: UTF8.self).filter { $0 != "\r" }
      if column > 0, column + 1 + word.count > width { flush() }
      if column > 0 {
        // A figure of several words is marked between them too.
        let around = walk.mark(at: position).flatMap {
          $0.bytes.lowerBound < position ? $0.mark : nil
        }
        shown += " "
        under.append(around?.rawValue ?? " ")
        column += 1
      }
      shown += word
      under += self.under(position..<end, &walk)
      column += word.count
      position = end
      while position < line.upperBound, text[position] == 0x20 || text[position] == 0x09 {
        position += 1
      }
    }
    if column > 0 { flush() }
    return lines
  }

  /// The marks under one word.
  private func under(_ word: Range<Int>, _ walk: inout MarkWalk) -> String {
    var under = ""
    var position = word.lowerBound
    for character in String(decoding: text[word], as: UTF8.self) where character != "\r" {
      under.append(walk.mark(at: position)?.mark.rawValue ?? " ")
      position += String(character).utf8.count
    }
    return under
  }
}

/// The marks of a line, looked at in the order of its bytes, so that each is passed once.
private struct MarkWalk {
  private let marks: [(bytes: Range<Int>, mark: MarkedText.Mark)]
  private var next = 0

  init(_ marks: [(bytes: Range<Int>, mark: MarkedText.Mark)]) { self.marks = marks }

  /// The first mark that holds a byte; the bytes asked for must not go back.
  mutating func mark(at position: Int) -> (bytes: Range<Int>, mark: MarkedText.Mark)? {
    while next < marks.count, marks[next].bytes.upperBound <= position { next += 1 }
    guard next < marks.count, marks[next].bytes.contains(position) else { return nil }
    return marks[next]
  }
}
