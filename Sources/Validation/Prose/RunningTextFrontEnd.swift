internal import Diagnostics
public import TradeImport

/// Makes a document to check of running English.
///
///     let reading = RunningTextFrontEnd().reading(of: "Exports fell 3% to $5bn in 2019.", file: "a")
///     reading.parts[0].document.figures.map(\.text)  // ["3%", "$5bn"]
///
/// The grammar is deterministic: each figure's attributes are decided by named rules, which
/// ``ProseDocument/rules`` tells. Other languages are declined with `check.language`.
public struct RunningTextFrontEnd: Sendable {
  /// The largest text that is one system of figures, in bytes; a longer one is read in portions of
  /// whole paragraphs.
  public static let longestDocument = 60_000

  /// Makes a front end.
  public init() {}

  /// Reads a plain text, or a Markdown text whose tables are blanks.
  public func reading(of text: String, file: String) -> SourceReading {
    reading(of: RunningText(plain: text), file: file)
  }

  /// Reads the text of a page.
  public func reading(of page: HTMLPage, file: String) -> SourceReading {
    reading(of: RunningText(page: page), file: file)
  }

  private func reading(of text: RunningText, file: String) -> SourceReading {
    if let language = LanguageGuess.foreignLanguage(of: text.bytes) {
      return SourceReading(
        file: file, parts: [],
        diagnostics: [
          Diagnostic(
            "check.language", .error, at: InputLocation(file: file),
            "the text seems to be \(language), expected English",
            hint: "figures of other languages are not read, so that they are not misread")
        ])
    }
    let portions = text.portions(of: Self.longestDocument)
    var parts: [SourceReading.Part] = []
    var count = 0
    for portion in portions {
      let document = ProseDocument(portion, file: file, firstNumber: count + 1)
      count += document.check.figures.count
      let line = portion.blocks.first.map { portion.place(of: $0.lowerBound).line } ?? 1
      parts.append(.init(name: portions.count > 1 ? "from line \(line)" : "", document.check))
    }
    return SourceReading(file: file, parts: parts, isComparable: false)
  }
}
