internal import Reporting

extension MarkedText {
  /// What the colours mean.
  static let legend: Prose = """
    \(.highlight("Fits the others", Highlight(.right))), \(.highlight("does not fit them", Highlight(.wrong))), \
    \(.highlight("nothing ties it", Highlight(.open))).
    """

  /// The whole text in paragraphs, its figures in colours.
  ///
  /// - Parameter note: What is shown of a figure when a reader points at it, by its id.
  /// - Returns: One paragraph for each part between empty lines.
  /// - Complexity: linear in the text.
  func paragraphs(_ note: (String) -> String) -> [Prose] {
    var paragraphs: [Prose] = []
    var next = 0
    for range in ranges() {
      var inlines: [Inline] = []
      var position = range.lowerBound
      while next < marks.count, marks[next].bytes.lowerBound < range.upperBound {
        let (bytes, mark) = marks[next]
        // A figure that begins inside another one is part of it.
        if bytes.lowerBound >= position {
          inlines.append(.text(words(position..<bytes.lowerBound)))
          let end = min(bytes.upperBound, range.upperBound)
          inlines.append(
            .highlight(
              Prose(words(bytes.lowerBound..<end)), Highlight(mark.highlight, note(ids[next]))))
          position = end
        }
        next += 1
      }
      inlines.append(.text(words(position..<range.upperBound)))
      paragraphs.append(Prose(inlines))
    }
    return paragraphs
  }

  private func words(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self).filter { $0 != "\r" }
  }

  /// The bytes between empty lines.
  private func ranges() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var (first, last, position) = (nil as Int?, 0, 0)
    while position <= text.count {
      let end = text[position...].firstIndex(of: 0x0A) ?? text.count
      if text[position..<end].contains(where: { $0 > 0x20 }) {
        if first == nil { first = position }
        last = end
      } else if let start = first {
        ranges.append(start..<last)
        first = nil
      }
      position = end + 1
    }
    if let start = first { ranges.append(start..<last) }
    return ranges
  }
}

extension MarkedText.Mark {
  /// The colour of a mark.
  fileprivate var highlight: Highlight.Kind {
    switch self {
    case .wrong: .wrong
    case .fits: .right
    case .alone: .open
    }
  }
}
