/// The block between `---` lines at the top of a Markdown text, kept as it is.
public struct FrontMatter: Sendable, Hashable {
  /// The lines from the opening to the closing marker, counted from 1.
  public let lines: ClosedRange<Int>
  /// The text between the markers, each line ended with a line feed; usually YAML, not read here.
  public let text: String

  /// Finds the front matter: a first line `---` and a later line `---` or `...`.
  ///
  /// A byte order mark before the first marker and blanks after a marker do not matter. Without
  /// a closing marker there is no front matter: `---` is then a line across the page.
  init?(in lines: [SourceLine]) {
    func marker(_ line: SourceLine) -> Substring {
      let end = line.text.lastIndex { $0 != " " && $0 != "\t" }
      return end.map { line.text[...$0] } ?? ""
    }
    guard let first = lines.first, ["---", "\u{FEFF}---"].contains(marker(first)),
      let end = lines.dropFirst().firstIndex(where: { ["---", "..."].contains(marker($0)) })
    else { return nil }
    self.lines = 1...(end + 1)
    text = lines[1..<end].map { $0.text + "\n" }.joined()
  }
}
